#include "app/register/roll_tick.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace handbell::reg {

namespace {

std::string with_of(const RollTick& tick) { return tick.with ? tick.with->text() : ""; }

/// Invariant: a whole order, so that nothing depends on which phone was heard first.
auto place_of(const GivenTick& given) {
  const RollTick& tick = given.tick;
  return std::tuple(tick.at, tick.said == RollSaid::not_here, tick.id, tick.pupil, tick.said,
                    with_of(tick), given.by.text(), given.device);
}

bool before(const GivenTick& a, const GivenTick& b) { return place_of(a) < place_of(b); }

/// Sent twice, it counts as it was first.
std::vector<GivenTick> each_once(std::vector<GivenTick> ticks) {
  std::ranges::sort(ticks, [](const GivenTick& a, const GivenTick& b) {
    return a.tick.id != b.tick.id ? a.tick.id < b.tick.id : before(a, b);
  });
  const auto same = [](const GivenTick& a, const GivenTick& b) { return a.tick.id == b.tick.id; };
  ticks.erase(std::unique(ticks.begin(), ticks.end(), same), ticks.end());
  std::ranges::sort(ticks, before);
  return ticks;
}

using Voice = std::pair<std::string, std::string>;  // who, on which device

Voice voice_of(const GivenTick& given) { return {given.by.text(), given.device}; }

bool differ(const GivenTick& a, const GivenTick& b) {
  return is_safe(a.tick.said) != is_safe(b.tick.said);
}

}  // namespace

Status complete(const RollStep& step) {
  const bool known = step.kind == RollKind::drill || step.kind == RollKind::real;
  if (!known) return fail(FaultCode::entry_incomplete, "whether it is a drill");
  return {};
}

Status complete(const RollTicks& ticks) {
  if (ticks.call == 0) return fail(FaultCode::entry_incomplete, "the roll call");
  if (ticks.ticks.empty()) return fail(FaultCode::entry_incomplete, "a tick");
  if (ticks.ticks.size() > RollTicks::kMost) {
    return fail(FaultCode::entry_too_long, std::to_string(ticks.ticks.size()) + " ticks");
  }
  std::size_t names = 0;
  for (const RollTick& tick : ticks.ticks) {
    if (tick.id == 0) return fail(FaultCode::entry_incomplete, "a tick's number");
    if (tick.with.has_value() != (tick.said == RollSaid::with_adult)) {
      return fail(FaultCode::entry_incomplete, "with which adult");
    }
    names += with_of(tick).size();
  }
  if (names > RollTicks::kMostNames) return fail(FaultCode::entry_too_long, "names of adults");
  return text_fits(ticks.device, "a device", 60);
}

RollSeen merged(const std::vector<GivenTick>& ticks) {
  std::map<PupilId, std::map<Voice, GivenTick>> newest;
  for (const auto& given : each_once(ticks)) {
    newest[given.tick.pupil].insert_or_assign(voice_of(given), given);
  }
  RollSeen seen;
  for (const auto& [pupil, voices] : newest) {
    std::vector<GivenTick> said;
    for (const auto& [voice, given] : voices) said.push_back(given);
    std::ranges::sort(said, before);
    RollChild child{said.back(), std::nullopt};
    for (const auto& given : said) {
      if (differ(given, child.decides)) child.against = given;
    }
    seen.emplace(pupil, std::move(child));
  }
  return seen;
}

}  // namespace handbell::reg
