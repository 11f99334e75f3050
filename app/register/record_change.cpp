#include "app/register/record_change.h"

#include "app/register/school.h"

#include <array>

namespace handbell::reg {

namespace {

struct FlagField {
  std::string_view name;
  std::string_view words;
  bool PupilRecord::*flag;
};

constexpr std::array<FlagField, 4> kFlagFields{
    {{"see_office", "Sent to the office at the door", &PupilRecord::see_office},
     {"never_show", "Never shown at the door", &PupilRecord::never_show},
     {"hide_siblings", "Nobody's brother or sister at the door", &PupilRecord::hide_siblings},
     {"social_worker", "Has a social worker", &PupilRecord::social_worker}}};

constexpr std::string_view kPatternField = "pattern";
constexpr std::string_view kNoGroups = "none";
constexpr std::size_t kLongestFieldName = 40;

std::string yes_or_no(bool flag) { return flag ? "yes" : "no"; }

}  // namespace

Status complete(const RecordChange& change) {
  if (change.field.empty()) return fail(FaultCode::entry_incomplete, "what was changed");
  if (change.was == change.is) return fail(FaultCode::entry_incomplete, "what it is now");
  if (change.reason.empty()) return fail(FaultCode::entry_incomplete, "a reason");
  if (Status fits = text_fits(change.field, "a name", kLongestFieldName); !fits) return fits;
  if (Status fits = text_fits(change.was, "a value"); !fits) return fits;
  if (Status fits = text_fits(change.is, "a value"); !fits) return fits;
  return text_fits(change.reason, "a reason");
}

std::vector<RecordChange> changes_between(const PupilRecord& before, const PupilRecord& after,
                                          SchoolDay day, const std::string& reason,
                                          const Author& by) {
  std::vector<RecordChange> changes;
  for (const auto& field : kFlagFields) {
    const bool was = before.*field.flag;
    const bool is = after.*field.flag;
    if (was == is) continue;
    changes.push_back(
        {after.id, day, std::string(field.name), yes_or_no(was), yes_or_no(is), reason, by});
  }
  if (!(before.pattern == after.pattern)) {
    changes.push_back({after.id, day, std::string(kPatternField), before.pattern.text(),
                       after.pattern.text(), reason, by});
  }
  if (before.groups != after.groups) {
    const auto words = [](const std::string& groups) {
      return groups.empty() ? std::string(kNoGroups) : groups;
    };
    changes.push_back({after.id, day, std::string(kGroupsField), words(before.groups),
                       words(after.groups), reason, by});
  }
  return changes;
}

std::string words_of_field(const std::string& field) {
  for (const auto& each : kFlagFields) {
    if (each.name == field) return std::string(each.words);
  }
  if (field == kGroupsField) return "Groups for analysis";
  return field == kPatternField ? "Sessions of a week" : field;
}

}  // namespace handbell::reg
