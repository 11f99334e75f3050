// One tap, or one choice of a child: what is to be written for it, and what the screen says once
// that is done. A card, a look-up and a sibling are judged alike (D13, D14, D25).
#pragma once

#include "app/kiosk/flow/memory.h"

namespace handbell::kiosk {

struct TapAnswer {
  std::optional<reg::DoorEvent> event;  ///< none: nothing is kept (D07)
  bool repeated = false;
  std::optional<PupilId> was_in;  ///< during a visit: whose tap, if the child was in before
  Shown shown;
};

[[nodiscard]] TapAnswer judge_tap(const State& state, const CardTapped& tap, Moment now);
[[nodiscard]] TapAnswer judge_pick(const State& state, const Pick& pick);

/// Its name, class and picture; a never-show child has none of them (D53).
[[nodiscard]] ResultFor result_for(const reg::DoorBook& book, const reg::DoorPupil& pupil);

[[nodiscard]] reg::DoorMoment door_moment(const State& state, const Moment& at);

/// The siblings who are not in yet and may stand on the screen, unticked (D13, D53).
void offer_siblings(const State& state, PupilId pupil, const reg::DoorMoment& at, Shown& shown);

}  // namespace handbell::kiosk
