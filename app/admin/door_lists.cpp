#include "app/admin/door_lists.h"

#include "app/base/school_time.h"

#include <algorithm>

namespace handbell::admin {

namespace {

nlohmann::json end_or_null(const std::optional<SchoolDay>& day) {
  return day ? nlohmann::json(day->text()) : nlohmann::json();
}

/// "Amira Khan and Bilal Khan"
std::string children_of(const reg::School& school, const std::string& family) {
  std::string names;
  for (const auto& pupil : school.pupils) {
    if (pupil.family != family) continue;
    names += (names.empty() ? "" : " and ") + pupil.full_name();
  }
  return names;
}

}  // namespace

Table card_list(const reg::School& school) {
  Table table{{"upn", "admission_number", "name", "card", "issued_on", "revoked_on", "family"}, {}};
  for (const auto& card : school.cards) {
    const auto* pupil = school.pupil(card.pupil);
    if (pupil == nullptr && card.family.empty()) continue;
    table.rows.push_back({pupil == nullptr ? "" : pupil->upn_written,
                          pupil == nullptr ? "" : pupil->admission_number,
                          pupil == nullptr ? children_of(school, card.family) : pupil->full_name(),
                          card.uid.text(), card.issued.text(), end_or_null(card.revoked),
                          card.family});
  }
  return table;
}

Table staff_card_list(const reg::School& school, const reg::Staff& staff) {
  Table table{{"staff_id", "name", "card", "issued_on", "revoked_on"}, {}};
  for (const auto& card : school.staff_cards) {
    const auto member = std::ranges::find(staff.members, card.staff, &reg::StaffMember::id);
    table.rows.push_back({card.staff, member == staff.members.end() ? "" : member->name.text(),
                          card.uid.text(), card.issued.text(), end_or_null(card.revoked)});
  }
  return table;
}

Table reason_list(const reg::School& school) {
  Table table{{"list", "key", "words", "picture"}, {}};
  const auto reasons = reg::with_built_in(school.reasons);
  for (const auto list : reg::kReasonLists) {
    for (const auto& reason : reasons.of(list)) {
      table.rows.push_back({std::string(text_of(list)), reason.key, reason.words, reason.picture});
    }
  }
  return table;
}

Table evacuation_list(const reg::School& school) {
  Table table{{"at", "evacuation", "by", "position"}, {}};
  for (const auto& call : school.evacuations) {
    table.rows.push_back(
        {with_offset(call.at), call.on ? "on" : "off", call.by.name(), call.by.position()});
  }
  return table;
}

}  // namespace handbell::admin
