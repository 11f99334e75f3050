// The kiosk's whole behaviour, without a clock, disk, reader or screen of its own.
//
// 1. A tap is judged with the door book and written down; only then the screen says so.
// 2. One write at a time; taps that come meanwhile wait their turn. Whoever has no answer from the
//    disk 5 s after the tap is sent to the office, and gets no tick when the answer comes later.
// 3. A result goes after 8 s, or at the next card. Nothing waits for a touch.
// 4. Once the disk failed the screen sends everybody to the office until the program begins anew.
#pragma once

#include "app/kiosk/flow/event.h"
#include "app/kiosk/flow/screen.h"

#include <deque>

namespace handbell::kiosk {

inline constexpr Millis kResultStays = seconds(8);
inline constexpr Millis kOneCardStays = seconds(3);
/// No "One card at a time" over a result that is younger.
inline constexpr Millis kResultLeast = seconds(2);
inline constexpr Millis kAnswerBy = seconds(5);
/// After a clock entry could not be written.
inline constexpr Millis kClockAgain = minutes(1);
/// A write takes milliseconds and a tap a second, so that this many wait only where the disk has
/// been silent for a quarter of an hour; the next ones are told that they are not recorded (D54).
inline constexpr std::size_t kMostTapsWaiting = 1024;

/// What is on the screen after a tap.
struct Shown {
  ScreenKind kind = ScreenKind::idle;
  std::optional<ResultFor> child;
  std::optional<TimeOfDay> came_at;
  std::optional<TimeOfDay> closes_at;
  std::string language;
  Steady since;
  Steady until;
  std::uint64_t undo_seq = 0;  ///< what "Not me" takes back; 0: nothing
};

/// A tap of today that is on the disk.
struct SeenTap {
  PupilId pupil;
  std::string family;                ///< as the door book had it then; empty: none
  std::optional<SessionId> session;  ///< none: the clock was not trusted
  reg::DoorMoment at;
  std::uint64_t seq = 0;
};

/// "Not me" was pressed; waits its turn as a tap does.
struct TakeBack {
  std::uint64_t seq = 0;
};
/// Somebody stands at the door and wants an answer.
struct Job {
  std::variant<CardTapped, TakeBack> what;
  Steady answer_by;
  bool told = false;  ///< the screen has said "Please go to the office": no tick may follow
};

struct Writing {
  std::uint64_t request = 0;
  reg::DoorEvent event;
  Shown then;                       ///< for the screen once it is written; idle: none
  std::optional<Steady> answer_by;  ///< none: nobody at the door waits for it
  bool told = false;
};

struct State {
  std::shared_ptr<const reg::DoorBook> book = std::make_shared<reg::DoorBook>();
  reg::ClockEvidence evidence;
  std::uint64_t boot = 0;
  ReaderState reader = ReaderState::ready;
  int waiting = 0;
  std::uint64_t last_request = 0;
  std::optional<Shown> shown;
  std::optional<Writing> writing;
  std::deque<Job> queue;
  std::vector<SeenTap> seen;
  bool clock_owed = false;   ///< untrusted events of this boot are on the disk, no ClockKnown yet
  Steady clock_again;        ///< not before this moment
  bool disk_failed = false;  ///< ends when the screen has been shown
  Moment last;               ///< of the newest step
};

struct Stepped {
  State state;
  std::vector<Effect> effects;
};

/// One entry of the journal, as it is read again at the start.
struct PastEvent {
  std::uint64_t seq = 0;
  reg::DoorEvent event;
};

[[nodiscard]] Stepped step(State state, const Event& event, Moment now);
[[nodiscard]] Screen screen_of(const State& state, Moment now);
/// When to send a Tick: a result's end, an answer that is overdue, a clock entry to be tried
/// again, the clock's next minute; none where nothing of this is due.
[[nodiscard]] std::optional<Steady> next_deadline(const State& state);
/// After a start: today's entries, in their order.
[[nodiscard]] State restored(std::uint64_t boot, std::shared_ptr<const reg::DoorBook> book,
                             const std::vector<PastEvent>& today);

}  // namespace handbell::kiosk
