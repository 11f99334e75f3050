// What the door saw in one session, judged with all that the office knows.
//
// The events may have come in any order, from several kiosks, some of them days late: the answer
// is the same (D28). The first trusted contact of a child decides; events that were taken back do
// not count (D26); untrusted ones count once their clock is known, and say so (D17).
#pragma once

#include "app/register/door_event.h"
#include "app/register/visit.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace handbell::reg {

/// Which journal's entry an event is.
struct EventRef {
  std::string journal;  ///< the journal's id in hexadecimal
  std::uint64_t seq = 0;
  friend auto operator<=>(const EventRef&, const EventRef&) = default;
};

struct SeenEvent {
  EventRef ref;
  DoorEvent event;
};

/// What the register knows about a child in a session.
struct PupilFacts {
  YearGroup group = YearGroup::reception;
  std::string class_name;
  std::string family;
  std::optional<Window> window;
  DayState day = DayState::open;
  bool on_roll = true;
  bool expected = true;
  bool of_school_age = false;
  std::optional<Code> existing;
  std::optional<PlannedCode> planned;
};
using FactsOf = std::function<std::optional<PupilFacts>(PupilId, SessionId)>;

/// One child's arrival in one session, as the office judges it.
struct SessionArrival {
  PupilId pupil;
  SessionId session;
  EventRef evidence;                        ///< the event of the first contact that counts
  ArrivalMeans means = ArrivalMeans::card;  ///< of it
  Instant arrived;                          ///< the child's own contact
  Instant first_contact;  ///< of the visit; earlier where a sibling came first (D13)
  Judgement judgement;
  std::string sentence;
  std::string reason;    ///< what the family said at the door, in words; empty: nothing (D24)
  bool retimed = false;  ///< the kiosk's clock was not trusted and became known later (D17)
  std::string note;      ///< where the kiosk judged otherwise: both, and why; else empty
};

/// The sentence, with what the family said.
[[nodiscard]] std::string with_reason(const SessionArrival& arrival);

/// One line for each child and session with an arrival that has a time, ordered by first contact,
/// then pupil. Arrivals whose time is still unknown have outcome clock_unverified and stand last.
[[nodiscard]] std::vector<SessionArrival> judge_events(const std::vector<SeenEvent>& events,
                                                       const FactsOf& facts);

}  // namespace handbell::reg
