#include "app/register/whereabouts.h"

#include <tuple>

namespace handbell::reg {

namespace {

Whereabouts moved(Place place, const Step& step) {
  Whereabouts now;
  now.place = place;
  now.since = step.at;
  now.back_by = step.back_by;
  now.with = step.with;
  now.reason = step.reason;
  now.evidence = step.evidence;
  return now;
}

bool has_left(const Whereabouts& child) {
  const bool out = child.place == Place::out || child.place == Place::out_expected;
  return out && child.since && !child.closed;
}

Whereabouts claimed_in(const Whereabouts& before, const Step& step) {
  return is_in(before.place) ? before : moved(Place::at_door, step);
}

Whereabouts sighted(const Whereabouts& before, const Step& step) {
  Whereabouts now = moved(Place::on_site, step);
  if (before.place == Place::on_site) now.since = before.since;
  return now;
}

Whereabouts not_seen(const Whereabouts& before, const Step& step) {
  Whereabouts now = before;
  if (is_in(before.place) && !before.missing_since) now.missing_since = step.at;
  return now;
}

Whereabouts not_ticked(const Whereabouts& before, const Step& step) {
  // Who came by the door needs no tick of the taxi's list, who is ill at home none of the trip's.
  const bool concerns = is_in(before.place) == (step.direction == Direction::out);
  Whereabouts now = before;
  if (concerns) now.not_ticked = NotTicked{step.with, step.direction, step.at.value_or(Instant{})};
  return now;
}

Whereabouts left(const Whereabouts& before, const Step& step) {
  Whereabouts now = moved(step.returns ? Place::out_expected : Place::out, step);
  if (!has_left(before)) return now;
  now.since = before.since;
  if (now.with.empty()) now.with = before.with;
  if (now.reason.empty()) now.reason = before.reason;
  return now;
}

Whereabouts claimed_out(const Whereabouts& before, const Step& step) {
  // A card at the door takes nobody off a trip, and says nothing new of who has left.
  if (before.place == Place::elsewhere || has_left(before)) return before;
  return left(before, step);
}

Whereabouts closed(const Whereabouts& before, const Step& step) {
  Whereabouts now = before;
  now.not_ticked.reset();
  if (before.place == Place::out) return now;
  now = moved(Place::out, step);
  now.closed = before.place != Place::out_expected;
  if (!now.closed) now.since = before.since;
  return now;
}

}  // namespace

bool earlier(const Step& a, const Step& b) {
  return std::tie(a.at, a.kind, a.evidence) < std::tie(b.at, b.kind, b.evidence);
}

Whereabouts after(const Whereabouts& before, const Step& step) {
  switch (step.kind) {
    case StepKind::claimed_in:
      return claimed_in(before, step);
    case StepKind::sighted:
      return sighted(before, step);
    case StepKind::not_seen:
      return not_seen(before, step);
    case StepKind::not_ticked:
      return not_ticked(before, step);
    case StepKind::claimed_out:
      return claimed_out(before, step);
    case StepKind::left:
      return left(before, step);
    case StepKind::left_with_school:
      return moved(Place::elsewhere, step);
    case StepKind::closed:
      return closed(before, step);
  }
  return before;
}

}  // namespace handbell::reg
