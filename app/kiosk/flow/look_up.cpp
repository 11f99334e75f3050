#include "app/kiosk/flow/look_up.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace handbell::kiosk {

namespace {

bool by_name(const reg::DoorPupil* a, const reg::DoorPupil* b) {
  return std::tie(a->shown_name, a->id) < std::tie(b->shown_name, b->id);
}

/// Two of one name: nobody at the door can say which.
void drop_alike(Names& names) {
  std::vector<const reg::DoorPupil*> apart;
  const auto& all = names.pupils;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool before = i > 0 && all[i - 1]->shown_name == all[i]->shown_name;
    const bool after = i + 1 < all.size() && all[i + 1]->shown_name == all[i]->shown_name;
    if (!before && !after) apart.push_back(all[i]);
  }
  names.more = apart.size() < all.size();
  names.pupils = std::move(apart);
}

/// The windows of this session, of all year groups that have one.
std::vector<reg::Window> windows_at(const reg::DoorBook& book, const LocalMoment& local) {
  std::vector<reg::Window> windows;
  for (const auto group : reg::kYearGroups) {
    const auto window = book.times.window(group, {local.day, reg::half_of(local.time)});
    if (window) windows.push_back(*window);
  }
  return windows;
}

}  // namespace

void LookUpLimit::count(std::vector<Steady>& when, std::size_t most, Steady now) {
  when.push_back(now);
  std::erase_if(when, [&](Steady at) { return now - at > kLookUpsCounted; });
  if (when.size() < most) return;
  closed_until_ = now + kLookUpsClosed;
  nowhere_.clear();
  found_.clear();
}

std::vector<std::string> classes_of(const reg::DoorBook& book, SchoolDay day) {
  std::set<std::string> names;
  for (const auto& pupil : book.pupils) {
    if (pupil.on_roll(day) && !pupil.class_name.empty()) names.insert(pupil.class_name);
  }
  return {names.begin(), names.end()};
}

Names names_of(const reg::DoorBook& book, SchoolDay day, const std::string& class_name,
               int birth_month, const std::function<bool(const reg::DoorPupil&)>& may) {
  Names names;
  for (const auto& pupil : book.pupils) {
    const bool meant = pupil.class_name == class_name && pupil.birth_month == birth_month;
    if (!meant || pupil.never_show || pupil.shown_name.empty()) continue;
    if (pupil.on_roll(day) && may(pupil)) names.pupils.push_back(&pupil);
  }
  std::sort(names.pupils.begin(), names.pupils.end(), by_name);
  drop_alike(names);
  if (names.pupils.size() > kMostNames) {
    names.pupils.resize(kMostNames);
    names.more = true;
  }
  return names;
}

bool may_look_up(LookUpUse use, const reg::DoorBook& book,
                 const std::optional<LocalMoment>& local) {
  if (use != LookUpUse::window) return use == LookUpUse::always;
  if (!local) return true;
  return std::ranges::any_of(windows_at(book, *local), [&](const reg::Window& window) {
    const auto now = local->time.ms();
    return window.arrive_by.ms() - hours(1).count <= now && now < window.closes.ms();
  });
}

bool near_a_close(const reg::DoorBook& book, const std::optional<LocalMoment>& local) {
  if (!local) return false;
  return std::ranges::any_of(windows_at(book, *local), [&](const reg::Window& window) {
    const auto left = window.closes.ms() - local->time.ms();
    return left > 0 && left <= minutes(10).count;
  });
}

}  // namespace handbell::kiosk
