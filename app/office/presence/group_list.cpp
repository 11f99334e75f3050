#include "app/office/presence/group_list.h"

#include <algorithm>

namespace handbell::office {
namespace {

bool sees_all_of(const PresenceDay& day, const std::vector<PupilId>& children) {
  return std::ranges::all_of(children, [&](PupilId id) {
    // Who left the school since is nobody's any more.
    return day.pupil(id) != nullptr || day.school->pupil(id) == nullptr ||
           !day.school->pupil(id)->on_roll(day.day);
  });
}

bool sees_some_of(const PresenceDay& day, const std::vector<PupilId>& children) {
  return std::ranges::any_of(children, [&](PupilId id) { return day.pupil(id) != nullptr; });
}

/// Those who left with it and are still away.
bool still_away(const PresenceDay& day, PupilId pupil) {
  const auto place = day.where(pupil).place;
  return place == reg::Place::elsewhere || place == reg::Place::out_expected;
}

void take_members(const PresenceDay& day, GroupList& list) {
  const bool returns = is_return(*list.way);
  for (const PupilId id : returns ? list.from->what.ticked : list.from->what.list) {
    if (day.pupil(id) == nullptr) continue;
    if (!returns || still_away(day, id)) list.members.insert(id);
  }
}

bool stands_in(const GroupList& list, const reg::PupilRecord& pupil) {
  return list.members.contains(pupil.id) ||
         std::ranges::find(list.classes, pupil.class_name) != list.classes.end();
}

}  // namespace

bool GroupList::holds(PupilId pupil) const {
  return std::ranges::find(children, pupil, &reg::PupilRecord::id) != children.end();
}

bool can_move(const GroupWay& way, reg::Place place) {
  if (is_return(way)) return !is_in(place);
  // A club after school begins with those who are in.
  if (way.kind == reg::GroupKind::after_school_club) return is_in(place);
  return is_in(place) == (way.direction == reg::Direction::out);
}

GroupList group_list(const PresenceDay& day, const std::vector<MovementTold>& lately,
                     const net::Fields& fields) {
  GroupList list;
  list.way = group_way(net::field(fields, "do"));
  if (list.way == nullptr) return list;
  const auto classes = day.classes();
  for (const auto& name : values_of(fields, "class")) {
    if (name.empty()) continue;
    list.classes.push_back(name);
    list.wrong = list.wrong || std::ranges::find(classes, name) == classes.end();
  }
  const std::string from = net::field(fields, "from");
  const auto* moved = from.empty() ? nullptr : movement_numbered(lately, from);
  if (moved != nullptr) list.from = *moved;
  list.wrong =
      list.wrong || (!from.empty() && (!list.from || list.from->what.kind != list.way->kind));
  if (is_return(*list.way)) list.classes.clear();
  if (list.wrong) return list;
  if (list.from) take_members(day, list);
  std::ranges::copy_if(day.pupils, std::back_inserter(list.children),
                       [&](const auto* pupil) { return stands_in(list, *pupil); });
  std::ranges::stable_sort(list.children, std::greater{}, [&](const auto* pupil) {
    return can_move(*list.way, day.where(pupil->id).place);
  });
  return list;
}

std::vector<MovementTold> groups_for(const PresenceDay& day,
                                     const std::vector<MovementTold>& lately, const GroupWay& way) {
  if (goes_by_class(way)) return {};
  const bool returns = is_return(way);
  auto groups = returns ? away_today(lately, way, day.day) : saved_groups(lately, way.kind);
  std::erase_if(groups, [&](const MovementTold& told) {
    if (!returns) {
      return !sees_all_of(day, told.what.list) || !sees_some_of(day, told.what.list);
    }
    return std::ranges::none_of(told.what.ticked, [&](PupilId id) {
      return day.pupil(id) != nullptr && still_away(day, id);
    });
  });
  return groups;
}

std::vector<std::string> values_of(const net::Fields& fields, std::string_view name) {
  std::vector<std::string> values;
  for (const auto& [key, value] : fields) {
    if (key == name) values.push_back(value);
  }
  return values;
}

}  // namespace handbell::office
