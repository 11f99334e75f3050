#include "app/office/presence/group_ways.h"

#include <algorithm>
#include <array>

namespace handbell::office {
namespace {

using reg::Direction;
using reg::GroupKind;

constexpr std::array kGroupWays{
    GroupWay{"breakfast-in", GroupKind::breakfast_club, Direction::in, "Breakfast club comes in",
             "Breakfast club"},
    GroupWay{"transport-in", GroupKind::transport, Direction::in, "Bus or taxi brings children",
             ""},
    GroupWay{"trip-out", GroupKind::trip, Direction::out, "Trip leaves", ""},
    GroupWay{"trip-in", GroupKind::trip, Direction::in, "Trip is back", ""},
    GroupWay{"nursery-out", GroupKind::nursery_session, Direction::out, "Nursery session ends", ""},
    GroupWay{"lunch-out", GroupKind::lunch, Direction::out, "Lunch: children go home to eat",
             "Lunch at home"},
    GroupWay{"lunch-in", GroupKind::lunch, Direction::in, "Lunch: children are back", ""},
    GroupWay{"home-out", GroupKind::home_time, Direction::out, "Home time", ""},
    GroupWay{"transport-out", GroupKind::transport, Direction::out, "Bus or taxi takes children",
             ""},
    GroupWay{"club-in", GroupKind::after_school_club, Direction::in, "After-school club begins",
             "After-school club"},
    GroupWay{"club-out", GroupKind::after_school_club, Direction::out,
             "After-school club goes home", "After-school club"},
};

}  // namespace

std::span<const GroupWay> group_ways() { return kGroupWays; }

const GroupWay* group_way(std::string_view key) {
  const auto* const found = std::ranges::find(kGroupWays, key, &GroupWay::key);
  return found == kGroupWays.end() ? nullptr : found;
}

bool is_return(const GroupWay& way) {
  return way.direction == Direction::in &&
         (way.kind == GroupKind::trip || way.kind == GroupKind::lunch);
}

bool goes_by_class(const GroupWay& way) {
  return way.kind == GroupKind::home_time || way.kind == GroupKind::nursery_session;
}

bool comes_back(const GroupWay& way) {
  return way.direction == Direction::out &&
         (way.kind == GroupKind::trip || way.kind == GroupKind::lunch);
}

}  // namespace handbell::office
