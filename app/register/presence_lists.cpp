#include "app/register/presence_lists.h"

#include <algorithm>
#include <tuple>

namespace handbell::reg {

namespace {

AtTheDoor waiting(const ChildAt& child, Instant now) {
  AtTheDoor line{child.pupil, child.where.since, std::nullopt, true};
  if (!line.since) return line;
  line.waiting = now - *line.since;
  line.red = *line.waiting >= kUnseenTooLong || child.where.missing_since.has_value();
  return line;
}

bool expected_before(const DueBack& a, const DueBack& b) {
  const auto& x = a.child.where.back_by;
  const auto& y = b.child.where.back_by;
  if (x.has_value() != y.has_value()) return x.has_value();
  return std::tie(x, a.child.pupil) < std::tie(y, b.child.pupil);
}

}  // namespace

std::vector<AtTheDoor> at_the_door(const Presence& presence, Instant now) {
  std::vector<AtTheDoor> lines;
  for (const ChildAt& child : presence.everybody(now)) {
    if (child.where.place == Place::at_door) lines.push_back(waiting(child, now));
  }
  std::sort(lines.begin(), lines.end(), [](const AtTheDoor& a, const AtTheDoor& b) {
    return std::tie(a.since, a.pupil) < std::tie(b.since, b.pupil);
  });
  return lines;
}

std::vector<DueBack> due_back(const Presence& presence, Instant now) {
  std::vector<DueBack> lines;
  for (const ChildAt& child : presence.everybody(now)) {
    const Whereabouts& where = child.where;
    const bool away = where.place == Place::out_expected || where.place == Place::elsewhere;
    if (away) lines.push_back({child, where.back_by && now > *where.back_by});
  }
  std::sort(lines.begin(), lines.end(), expected_before);
  return lines;
}

std::vector<Unticked> not_ticked(const Presence& presence, Instant now) {
  std::vector<Unticked> lines;
  for (const ChildAt& child : presence.everybody(now)) {
    if (!child.where.not_ticked) continue;
    const Place place = child.where.place;
    lines.push_back({child, is_in(place) || place == Place::elsewhere});
  }
  return lines;
}

std::vector<ChildAt> missing_from_class(const Presence& presence, Instant now) {
  auto children = presence.everybody(now);
  std::erase_if(children, [](const ChildAt& child) { return !child.where.missing_since; });
  return children;
}

}  // namespace handbell::reg
