#include "app/register/roll_record.h"

#include <algorithm>

namespace handbell::reg {

namespace {

HeldRollCall* call_named(std::vector<HeldRollCall>& calls, std::uint64_t entry) {
  const auto found = std::ranges::find(calls, entry, &HeldRollCall::entry);
  return found == calls.end() ? nullptr : &*found;
}

void add_end(std::vector<HeldRollCall>& calls, const RollStep& step) {
  HeldRollCall* call = call_named(calls, step.ends);
  if (call != nullptr && !call->ended) call->ended = step;
}

}  // namespace

std::vector<HeldRollCall> held_roll_calls(const std::vector<DayNoteGiven>& notes) {
  std::vector<HeldRollCall> calls;
  const auto steps = standing<RollStep>(notes);
  for (const auto& [entry, typed, step] : steps) {
    if (step.ends == 0) calls.push_back({entry, step, std::nullopt, {}});
  }
  for (const auto& [entry, typed, step] : steps) {
    if (step.ends != 0) add_end(calls, step);
  }
  for (const auto& [entry, typed, batch] : standing<RollTicks>(notes)) {
    HeldRollCall* call = call_named(calls, batch.call);
    if (call == nullptr) continue;
    for (const auto& tick : batch.ticks) call->ticks.push_back({tick, batch.by, batch.device});
  }
  return calls;
}

const HeldRollCall* running(const std::vector<HeldRollCall>& calls) {
  const auto found =
      std::find_if(calls.rbegin(), calls.rend(), [](const auto& call) { return !call.ended; });
  return found == calls.rend() ? nullptr : &*found;
}

std::size_t missing_then_found(const HeldRollCall& call) {
  std::set<PupilId> missed;
  for (const auto& given : call.ticks) {
    if (given.tick.said == RollSaid::not_here) missed.insert(given.tick.pupil);
  }
  const auto seen = merged(call.ticks);
  return static_cast<std::size_t>(std::ranges::count_if(
      missed, [&](PupilId pupil) { return is_safe(seen.at(pupil).decides.tick.said); }));
}

}  // namespace handbell::reg
