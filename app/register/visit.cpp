#include "app/register/visit.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

namespace handbell::reg {

namespace {

struct Visit {
  Instant began;
  std::set<PupilId> children;
};

bool is_child(const FamilyTap& tap) { return tap.pupil != PupilId(); }

bool takes(const Visit& visit, const FamilyTap& tap) {
  const bool room = !is_child(tap) ||
                    static_cast<int>(visit.children.size()) < kVisitMostChildren ||
                    visit.children.contains(tap.pupil);
  return tap.at - visit.began <= kVisitLongest && room;
}

}  // namespace

std::vector<Instant> first_contacts(const std::vector<FamilyTap>& taps) {
  std::vector<std::size_t> order(taps.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::tie(taps[a].at, taps[a].pupil) < std::tie(taps[b].at, taps[b].pupil);
  });
  std::map<std::string, Visit> newest;
  std::vector<Instant> contacts(taps.size());
  for (const std::size_t i : order) {
    const FamilyTap& tap = taps[i];
    contacts[i] = tap.at;
    if (tap.family.empty()) continue;
    const auto known = newest.find(tap.family);
    Visit& visit = known != newest.end() && takes(known->second, tap)
                       ? known->second
                       : newest.insert_or_assign(tap.family, Visit{tap.at, {}}).first->second;
    if (is_child(tap)) visit.children.insert(tap.pupil);
    contacts[i] = visit.began;
  }
  return contacts;
}

}  // namespace handbell::reg
