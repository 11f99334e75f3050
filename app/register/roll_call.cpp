#include "app/register/roll_call.h"

#include <algorithm>
#include <map>

namespace handbell::reg {

namespace {

std::vector<ChildAt>& list_for(ClassRoll& roll, Place place) {
  if (is_in(place)) return roll.in;
  return place == Place::elsewhere ? roll.elsewhere : roll.out;
}

bool is_out(Place place) { return place == Place::out || place == Place::out_expected; }

}  // namespace

std::vector<ClassRoll> roll_call(const Presence& presence, const std::vector<RollPupil>& roll,
                                 Instant at) {
  std::map<PupilId, std::string> class_of;
  for (const auto& [pupil, class_name] : roll) class_of.emplace(pupil, class_name);
  for (const ChildAt& child : presence.everybody(at)) {
    if (!is_out(child.where.place)) class_of.emplace(child.pupil, "");
  }
  std::map<std::string, ClassRoll> classes;
  for (const auto& [pupil, class_name] : class_of) {
    ClassRoll& list = classes[class_name];
    list.class_name = class_name;
    const ChildAt child{pupil, presence.where(pupil, at)};
    list_for(list, child.where.place).push_back(child);
  }
  std::vector<ClassRoll> sheets;
  sheets.reserve(classes.size());
  for (auto& [class_name, list] : classes) sheets.push_back(std::move(list));
  const bool unknown = !sheets.empty() && sheets.front().class_name.empty();
  if (unknown) std::rotate(sheets.begin(), std::next(sheets.begin()), sheets.end());
  return sheets;
}

}  // namespace handbell::reg
