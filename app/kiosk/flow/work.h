// One step under way: the state that changes, and what it asks for. Shared by the files that make
// up a step; nobody else includes it.
//
//   flow.cpp         what happened, and what goes by itself
//   disk.cpp         what is written, one after the other, and what its answer means
//   party.cpp        who came in, what the screen says of them, and what is asked then
//   touch.cpp        an adult's finger
//   staff_touch.cpp  a member of staff's
//   staff_release.cpp  proof, PIN, and a child handed over (D49)
//   release.cpp      what the office answers to who asked for a child
#pragma once

#include "app/base/school_time.h"
#include "app/kiosk/flow/flow.h"
#include "app/kiosk/flow/judge_tap.h"

namespace handbell::kiosk {

struct Work {
  State& state;  ///< moved once a step, not twice
  Moment now;
  std::vector<Effect> effects;

  [[nodiscard]] reg::DoorMoment moment() const { return door_moment(state, now); }
  /// None where the clock is not trusted.
  [[nodiscard]] std::optional<LocalMoment> local() const;
};

/// Whatever is on the screen goes; a visit with it, unless this is its own result.
void put_up(Work& work, Shown&& shown, Millis stays);
/// The same for 8 s, with its sound.
void show(Work& work, Shown&& shown);
void show_kind(Work& work, ScreenKind kind);
/// A newcomer who goes unrecorded gets a banner while a visit is under way, else the screen.
void tell_not_recorded(Work& work, const Job& job);

/// Somebody is choosing, and other cards get a banner (D54).
[[nodiscard]] bool under_way(const State& state, Moment now);
/// Names that were shown and of which none was chosen count (D25).
void end_visit(Work& work);

// disk.cpp
void go_on(Work& work);
void tell_overdue(Work& work);
void written(Work& work, const Written& answer);
void write_failed(Work& work, const WriteFailed& failed);
/// Waits its turn; `then` is shown once it is written.
void leave_note(Work& work, reg::DoorEvent event, ScreenKind then = ScreenKind::idle,
                PupilId of = PupilId());

// party.cpp
/// What is to be said of a tap or a choice; `seq` 0: nothing was written.
void answer(Work& work, const Job& job, Shown&& shown, std::optional<PupilId> was_in,
            const reg::DoorEvent* event, std::uint64_t seq);
/// All who came in together; a visit's result, and silent on the way back.
void show_party(Work& work, bool new_to_them);
/// A result is over: ask for the reason once, or come to rest (D24).
void after_result(Work& work, bool touched);
/// Whether a reason is to be asked for what is on the screen.
[[nodiscard]] bool reason_is_due(const State& state);
/// The door book changed: whoever must not be named any more is not.
void check_names(Work& work);

// touch.cpp
/// A family's own card: who of them is here, or who goes?
void open_family(Work& work, Shown&& shown);
void press(Work& work, const std::string& button);
/// A card names who goes out.
void name_child(Work& work, PupilId pupil, reg::ArrivalMeans means);

// release.cpp
/// The book is another than before.
void hear_releases(Work& work, const reg::DoorBook& before);

// staff_touch.cpp
/// False: it is nobody's of the staff.
[[nodiscard]] bool open_staff(Work& work, const reg::CardHash& card);
void press_staff(Work& work, const std::string& button);

// staff_release.cpp
/// The desk of a card with a release key opens, and its proof begins.
void open_release_desk(Work& work, const reg::StaffCard& card);
void type_release_digit(Work& work, const std::string& digit);
/// All digits are typed.
void enter_release_pin(Work& work);
/// They are to be typed anew, also where they wait for the card's proof.
void forget_release_digits(Work& work);
void card_proven(Work& work, const CardProven& news);
void pin_tried(Work& work, const PinTried& news);
/// The list of those who may be handed over, and the pages behind it.
void open_release_list(Work& work);
void choose_release(Work& work, const Page& page, std::size_t index);
void give_child(Work& work);
/// `told`: the screen has sent them to the office meanwhile.
void hand_over_written(Work& work, std::uint64_t seq, bool told);
/// The book is another: a card that lost its key opens nothing any more.
void check_desk(Work& work);

}  // namespace handbell::kiosk
