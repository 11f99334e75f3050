#include "app/register/release_group.h"

#include "app/register/visit.h"

#include <algorithm>

namespace handbell::reg {

namespace {

std::string family_of(const School& school, PupilId id) {
  const auto* pupil = school.pupil(id);
  return pupil == nullptr ? "" : pupil->family;
}

bool belongs(const Release& first, const Release& other, const School& school) {
  const std::string family = family_of(school, first.asked.pupil);
  if (family.empty() || family != family_of(school, other.asked.pupil)) return false;
  if (first.ref.journal != other.ref.journal || first.state != other.state) return false;
  if (first.asked.who != other.asked.who || !first.at || !other.at) return false;
  return first.asked.pupil != other.asked.pupil && *other.at - *first.at <= kVisitLongest;
}

}  // namespace

std::vector<std::vector<Release>> together(const std::vector<Release>& releases,
                                           const School& school) {
  std::vector<std::vector<Release>> groups;
  for (const auto& release : releases) {
    const auto of = std::ranges::find_if(groups, [&](const std::vector<Release>& group) {
      return std::ranges::all_of(
                 group,
                 [&](const Release& one) { return one.asked.pupil != release.asked.pupil; }) &&
             belongs(group.front(), release, school);
    });
    if (of != groups.end()) {
      of->push_back(release);
    } else {
      groups.push_back({release});
    }
  }
  return groups;
}

}  // namespace handbell::reg
