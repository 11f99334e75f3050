#include "app/register/presence_steps.h"

#include "app/register/door_reason.h"
#include "app/register/door_times.h"

#include <algorithm>
#include <set>

namespace handbell::reg {

namespace {

/// The kiosk's reason that promises a return; the kiosk asks for no time.
constexpr std::string_view kAppointment = "appointment";

Step step_at(Instant at, StepKind kind, const EventRef& evidence) {
  Step step;
  step.at = at;
  step.kind = kind;
  step.evidence = evidence;
  return step;
}

class Sorter {
 public:
  explicit Sorter(const PresenceFacts& facts) : times_(facts.door) {
    for (const PresenceFact& fact : facts.people) {
      const auto* error = std::get_if<TakenBack>(&fact.event);
      if (error != nullptr) taken_back_.insert(error->what);
    }
    for (const SeenEvent& seen : facts.door) {
      if (times_.stands(seen.ref) && !taken_back_.contains(seen.ref)) take_door(seen);
    }
    for (const PresenceFact& fact : facts.people) {
      if (taken_back_.contains(fact.ref)) continue;
      std::visit([&](const auto& event) { take(fact.ref, event); }, fact.event);
    }
  }

  [[nodiscard]] StepsByPupil sorted() && {
    for (auto& [pupil, steps] : steps_) std::sort(steps.begin(), steps.end(), earlier);
    return std::move(steps_);
  }

 private:
  void take_door(const SeenEvent& seen) {
    if (const auto* came = std::get_if<Arrived>(&seen.event)) {
      claim_in(came->pupil, seen.ref, came->at);
    }
    if (const auto* gone = std::get_if<DoorHandOver>(&seen.event)) {
      hand_over(seen.ref, *gone);
    }
    const auto* passed = std::get_if<Passed>(&seen.event);
    if (passed == nullptr) return;
    if (passed->out) {
      claim_out(seen.ref, *passed);
    } else {
      claim_in(passed->pupil, seen.ref, passed->at);
    }
  }

  void claim_in(PupilId pupil, const EventRef& ref, const DoorMoment& at) {
    Step step = step_at({}, StepKind::claimed_in, ref);
    step.at = times_.time_of(ref, at);
    steps_[pupil].push_back(std::move(step));
  }

  void claim_out(const EventRef& ref, const Passed& passed) {
    const auto at = times_.time_of(ref, passed.at);
    if (!at) return;
    Step step = step_at(*at, StepKind::claimed_out, ref);
    step.reason = passed.reason;
    step.returns = passed.reason == kAppointment;
    steps_[passed.pupil].push_back(std::move(step));
  }

  /// A member of staff saw the child go.
  void hand_over(const EventRef& ref, const DoorHandOver& gone) {
    const auto at = times_.time_of(ref, gone.at);
    if (!at) return;
    Step step = step_at(*at, StepKind::left, ref);
    step.with = words_of_reason(gone.who);
    step.reason = gone.why;
    step.returns = gone.back_today;
    steps_[gone.pupil].push_back(std::move(step));
  }

  void take(const EventRef& ref, const ClassSeen& seen) {
    Step step = step_at(seen.what().at, StepKind::sighted, ref);
    step.with = seen.what().class_name;
    add(seen.what().seen, step);
    step.kind = StepKind::not_seen;
    add(seen.what().not_seen, step);
  }

  void take(const EventRef& ref, const GroupMovement& moved) {
    const MovementDraft& what = moved.what();
    Step missing = step_at(what.at, StepKind::not_ticked, ref);
    missing.with = what.group;
    missing.direction = what.direction;
    add(moved.not_ticked(), missing);
    Step step = step_at(what.at, StepKind::sighted, ref);
    step.with = what.group;
    if (what.direction == Direction::out) {
      const bool trip = what.kind == GroupKind::trip;
      step.kind = trip ? StepKind::left_with_school : StepKind::left;
      step.returns = what.kind == GroupKind::lunch;
      if (trip || step.returns) step.back_by = what.back_by;
      if (what.in_charge) step.with = what.in_charge->text();
      step.reason = what.group;
    }
    add(what.ticked, step);
  }

  void take(const EventRef& ref, const SingleEntry& entry) {
    const bool in = entry.direction == Direction::in;
    Step step = step_at(entry.at, in ? StepKind::sighted : StepKind::left, ref);
    if (!in) {
      step.with = entry.handed_to ? entry.handed_to->text() : "";
      step.reason = entry.reason;
      step.back_by = entry.back_by;
      step.returns = entry.back_by.has_value();
    }
    add({entry.pupil}, step);
  }

  void take(const EventRef& /*ref*/, const TakenBack& /*error*/) {}

  void add(const std::vector<PupilId>& children, const Step& step) {
    for (const PupilId child : children) steps_[child].push_back(step);
  }

  DoorTimes times_;
  std::set<EventRef> taken_back_;
  StepsByPupil steps_;
};

}  // namespace

StepsByPupil steps_of(const PresenceFacts& facts) { return Sorter(facts).sorted(); }

}  // namespace handbell::reg
