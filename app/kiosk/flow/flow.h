// The kiosk's whole behaviour, without a clock, disk, reader or screen of its own.
//
// 1. A tap is judged with the door book and written down; only then the screen says so.
// 2. One write at a time; taps that come meanwhile wait their turn. Whoever has no answer from the
//    disk 5 s after the tap is sent to the office, and gets no tick when the answer comes later.
// 3. A result goes after 8 s, or at the next card. Nothing waits for a touch.
// 4. Beside that an adult may choose: a visit (visit.h). A card of others meanwhile is recorded,
// has
//    its sound and a banner, and the visit goes on (D54).
// 5. Once the disk failed the screen sends everybody to the office until the program begins anew, a
//    second later; whoever reads it then reads it to its end, or until the next card.
#pragma once

#include "app/kiosk/flow/screen.h"
#include "app/kiosk/flow/state.h"

namespace handbell::kiosk {

inline constexpr Millis kOneCardStays = seconds(3);
/// No "One card at a time" over a result that is younger.
inline constexpr Millis kResultLeast = seconds(2);
/// So long it is worth saying that a second card lay there.
inline constexpr Millis kManyOwed = seconds(5);
inline constexpr Millis kAnswerBy = seconds(5);
/// A disk that failed: so long the screen says it before the program ends and begins anew, where it
/// goes on to say it while cards are taken again.
inline constexpr Millis kFailureSeen = seconds(1);
/// After a clock entry, or what takes a hand-over back, could not be written.
inline constexpr Millis kClockAgain = minutes(1);
/// A write takes milliseconds and a tap a second, so that this many wait only where the disk has
/// been silent for a quarter of an hour; the next ones are told that they are not recorded (D54).
inline constexpr std::size_t kMostTapsWaiting = 1024;

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
/// When to send a Tick: whatever goes or changes by itself, an answer that is overdue, a clock
/// entry to be tried again, the clock's next minute; none where nothing of this is due.
[[nodiscard]] std::optional<Steady> next_deadline(const State& state);
/// After a start: today's entries, in their order.
[[nodiscard]] State restored(std::uint64_t boot, std::shared_ptr<const reg::DoorBook> book,
                             const std::vector<PastEvent>& today);
/// What the program before this one still had to take back, where it stands.
void still_take_back(State& state, const std::vector<std::uint64_t>& owed);
/// The program before this one ended over its disk, and somebody still reads what it said.
void still_say_not_recorded(State& state, Steady now, Steady until);

}  // namespace handbell::kiosk
