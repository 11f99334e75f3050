#include "app/admin/people_lists.h"

#include <fmt/format.h>

namespace handbell::admin {

namespace {

nlohmann::json phone_or_null(const std::optional<reg::PhoneNumber>& phone) {
  return phone ? nlohmann::json(phone->text()) : nlohmann::json();
}

std::string role_names(const std::vector<reg::Role>& roles) {
  std::vector<std::string_view> names;
  names.reserve(roles.size());
  for (const auto role : roles) names.push_back(text_of(role));
  return fmt::format("{}", fmt::join(names, ";"));
}

}  // namespace

Table contact_list(const std::vector<reg::Contact>& contacts, const reg::School& school) {
  Table table{{"upn", "admission_number", "pupil", "order", "name", "relationship",
               "parental_responsibility", "phone_1", "phone_2", "may_collect", "court_order"},
              {}};
  for (const auto& contact : contacts) {
    const auto* pupil = school.pupil(contact.pupil);
    if (pupil == nullptr) continue;
    table.rows.push_back({pupil->upn_written, pupil->admission_number, pupil->full_name(),
                          contact.order, contact.name.text(), contact.relationship,
                          contact.parental_responsibility, phone_or_null(contact.first_phone),
                          phone_or_null(contact.second_phone), contact.may_collect,
                          contact.court_order});
  }
  return table;
}

Table staff_list(const reg::Staff& staff) {
  Table table{{"staff_id", "name", "position", "roles", "classes"}, {}};
  for (const auto& member : staff.members) {
    table.rows.push_back({member.id, member.name.text(), member.position.text(),
                          role_names(member.roles),
                          fmt::format("{}", fmt::join(member.classes, ";"))});
  }
  return table;
}

Table acting_list(const reg::Staff& staff) {
  Table table{{"staff_id", "name", "role", "from", "to", "named_by", "position"}, {}};
  for (const auto& acting : staff.acting) {
    const auto* member = staff.named(acting.deputy());
    table.rows.push_back({acting.deputy(), member == nullptr ? "" : member->name.text(),
                          std::string(text_of(acting.role())), acting.first().text(),
                          acting.last().text(), acting.named_by().name(),
                          acting.named_by().position()});
  }
  return table;
}

}  // namespace handbell::admin
