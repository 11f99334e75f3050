#include "app/register/presence.h"

#include "app/base/school_time.h"

#include <algorithm>

namespace handbell::reg {

namespace {

Whereabouts after_steps(const std::vector<Step>& steps, Instant until) {
  Whereabouts child;
  for (const Step& step : steps) {
    if (step.at && *step.at > until) break;
    child = after(child, step);
  }
  return child;
}

Whereabouts before_close(const std::vector<Step>& steps) {
  Whereabouts child;
  for (const Step& step : steps) {
    if (step.kind == StepKind::closed) break;
    child = after(child, step);
  }
  return child;
}

}  // namespace

Presence::Presence(const PresenceFacts& facts, SchoolDay day, TimeOfDay close_at)
    : day_(day), close_(from_local(day, close_at)), steps_(steps_of(facts)) {
  Step close;
  close.at = close_;
  close.kind = StepKind::closed;
  for (auto& [pupil, steps] : steps_) {
    std::erase_if(steps, [this](const Step& step) { return step.at && !today(*step.at); });
    steps.insert(std::upper_bound(steps.begin(), steps.end(), close, earlier), close);
  }
}

bool Presence::today(Instant at) const {
  const auto local = to_local(at);
  return local && local->day == day_;
}

Whereabouts Presence::where(PupilId pupil, Instant at) const {
  const auto steps = steps_.find(pupil);
  if (steps == steps_.end() || !today(at)) return {};
  return after_steps(steps->second, at);
}

std::vector<ChildAt> Presence::everybody(Instant at) const {
  std::vector<ChildAt> children;
  for (const auto& [pupil, steps] : steps_) children.push_back({pupil, where(pupil, at)});
  return children;
}

std::vector<ChildAt> Presence::put_out_by_close(Instant now) const {
  std::vector<ChildAt> children;
  if (now < close_) return children;
  for (const auto& [pupil, steps] : steps_) {
    const Whereabouts last = before_close(steps);
    if (is_in(last.place) || last.place == Place::elsewhere) children.push_back({pupil, last});
  }
  return children;
}

}  // namespace handbell::reg
