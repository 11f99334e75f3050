#include "app/office/presence/saved_groups.h"

#include "app/base/text.h"

#include <algorithm>
#include <map>
#include <set>

namespace handbell::office {
namespace {

constexpr int kDaysRemembered = 30;

bool newer(const MovementTold& a, const MovementTold& b) {
  return std::pair(a.what.at, a.ref.seq) > std::pair(b.what.at, b.ref.seq);
}

void add_movements(const std::vector<reg::PresenceFact>& told, SchoolDay day,
                   std::vector<MovementTold>& all) {
  std::set<reg::EventRef> back;
  for (const auto& fact : told) {
    const auto* error = std::get_if<reg::TakenBack>(&fact.event);
    if (error != nullptr) back.insert(error->what);
  }
  for (const auto& fact : told) {
    const auto* moved = std::get_if<reg::GroupMovement>(&fact.event);
    if (moved != nullptr) all.push_back({fact.ref, day, moved->what(), back.contains(fact.ref)});
  }
}

/// Whether its list is the group's own.
bool defines(const MovementTold& told, reg::GroupKind kind) {
  if (told.taken_back || told.what.kind != kind) return false;
  const bool returns = kind == reg::GroupKind::trip || kind == reg::GroupKind::lunch;
  return !returns || told.what.direction == reg::Direction::out;
}

}  // namespace

Result<std::vector<MovementTold>> movements_lately(reg::Store& held, SchoolDay today) {
  std::vector<MovementTold> all;
  SchoolDay day = today;
  for (int left = kDaysRemembered; left > 0; day = day.plus(-1)) {
    if (day.is_weekend() && day != today) continue;
    const auto told = held.told(day);
    if (!told) return fail(told.error());
    add_movements(*told, day, all);
    --left;
  }
  std::ranges::sort(all, newer);
  return all;
}

std::vector<MovementTold> saved_groups(const std::vector<MovementTold>& lately,
                                       reg::GroupKind kind) {
  std::map<std::string, MovementTold> newest;
  for (const auto& told : lately) {
    if (defines(told, kind)) newest.emplace(folded(told.what.group), told);
  }
  std::vector<MovementTold> groups;
  groups.reserve(newest.size());
  for (auto& [name, told] : newest) groups.push_back(std::move(told));
  return groups;
}

std::vector<MovementTold> away_today(const std::vector<MovementTold>& lately, const GroupWay& way,
                                     SchoolDay today) {
  std::vector<MovementTold> away;
  std::ranges::copy_if(lately, std::back_inserter(away), [&](const MovementTold& told) {
    return told.day == today && !told.taken_back && told.what.kind == way.kind &&
           told.what.direction == reg::Direction::out;
  });
  return away;
}

const MovementTold* movement_numbered(const std::vector<MovementTold>& lately,
                                      const std::string& entry) {
  const auto found = std::ranges::find_if(
      lately, [&](const MovementTold& told) { return std::to_string(told.ref.seq) == entry; });
  return found == lately.end() ? nullptr : &*found;
}

}  // namespace handbell::office
