// Which children may staff hand over at this door now? (D49)
//
//   asked for today, here, or at another door where the office granted it
//   not refused: of a child of whom one request was refused only a granted one counts
//   still here, as far as this door knows
//   not the office's: no restriction of any kind, found by name, on roll
//
// Where the clock is not trusted nobody is: a hand-over without a time is the office's. Nor is
// anybody where the door book is of another day: a court order may be newer than it.
#pragma once

#include "app/kiosk/flow/state.h"

namespace handbell::kiosk {

struct OpenRequest {
  std::uint64_t seq = 0;  ///< of this journal; 0: another door's
  Instant asked;
  std::string who;  ///< key; empty: another door's, not known here
  std::string why;
  bool back_today = false;
};

/// A child with the requests that count, oldest first.
struct AskedChild {
  PupilId pupil;
  bool granted = false;  ///< by the office: then only such requests are here
  std::vector<OpenRequest> requests;
};

struct AskedChildren {
  std::vector<AskedChild> children;  ///< granted ones first, then as they were asked
  bool others = false;               ///< somebody is asked for who is the office's
};

[[nodiscard]] AskedChildren asked_children(const State& state, const reg::DoorMoment& at);

/// The general words for who collects such a child; empty: any.
[[nodiscard]] std::vector<std::string> collectors_of(const AskedChild& child);
/// The newest request of whom `who` names; else the newest of which this door does not know who
/// asked. Null where there is neither.
[[nodiscard]] const OpenRequest* request_of(const AskedChild& child, const std::string& who);

}  // namespace handbell::kiosk
