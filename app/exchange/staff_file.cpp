#include "app/exchange/staff_file.h"

#include "app/base/text.h"
#include "app/exchange/cell_values.h"
#include "app/exchange/read_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace handbell::exchange {

namespace {

using StaffIds = std::set<std::string>;

}  // namespace

const std::vector<Column>& staff_columns() {
  static const std::vector<Column> kColumns{
      {"StaffId", {"staff code", "staff number", "initials", "employee id"}, true},
      {"Name", {"staff name", "full name"}, true},
      {"Position", {"job title", "post"}, true},
      {"Role", {"roles"}, true},
      {"Classes", {"class", "reg group", "registration group", "registration form"}, false}};
  return kColumns;
}

namespace {

Result<std::vector<reg::Role>> parse_roles(const std::string& text) {
  std::vector<reg::Role> roles;
  for (const auto& part : split(text, ';')) {
    if (trimmed(part).empty() && !roles.empty()) continue;
    const auto role = reg::parse_role(part);
    if (!role) return fail(role.error());
    if (std::find(roles.begin(), roles.end(), *role) == roles.end()) roles.push_back(*role);
  }
  return roles;
}

Result<std::vector<std::string>> parse_classes(const std::string& text, const StaffIds& known) {
  std::vector<std::string> classes;
  for (const auto& part : split(text, ';')) {
    const std::string name = trimmed(part);
    if (name.empty()) continue;
    if (!known.contains(name)) return fail(FaultCode::class_unknown, name);
    classes.push_back(name);
  }
  return classes;
}

StaffIds classes_of(const reg::School& school) {
  StaffIds names;
  for (const auto& pupil : school.pupils) names.insert(pupil.class_name);
  return names;
}

std::optional<NamePart> read_name(RowReader& row, const std::string& column) {
  auto name = row.value(column, parse_name_or_none, std::optional<NamePart>());
  if (!name) row.refuse(column, sentence({FaultCode::bad_name, "\"\""}));
  return name;
}

std::optional<reg::StaffMember> read_member(RowReader& row, const StaffIds& known) {
  const auto id = read_name(row, "StaffId");
  const auto name = read_name(row, "Name");
  const auto position = read_name(row, "Position");
  auto roles = row.value("Role", parse_roles, std::vector<reg::Role>());
  auto classes = row.value(
      "Classes", [&](const std::string& text) { return parse_classes(text, known); },
      std::vector<std::string>());
  if (row.refused()) return std::nullopt;
  return reg::StaffMember{id->text(), *name, *position, std::move(roles), std::move(classes)};
}

void remark_teachers(Parsed<reg::StaffMember>& parsed) {
  for (std::size_t i = 0; i < parsed.rows.size(); ++i) {
    const auto& member = parsed.rows[i];
    if (!member.has(reg::Role::teacher) || !member.classes.empty()) continue;
    parsed.remarks.push_back(fmt::format("Line {}: {} is a class teacher without a class.",
                                         parsed.lines[i], member.name.text()));
  }
}

}  // namespace

Result<Parsed<reg::StaffMember>> parse_staff(const std::string& name, std::string_view bytes,
                                             const reg::School& school) {
  const auto sheet = Sheet::parse(name, bytes, staff_columns());
  if (!sheet) return fail(sheet.error());
  const StaffIds known = classes_of(school);
  ReadRows<reg::StaffMember> rows(*sheet, [&](RowReader& row) { return read_member(row, known); });
  rows.refuse_twice("StaffId",
                    [](const reg::StaffMember& member) { return "StaffId " + member.id; });
  auto parsed = rows.settled(remarks_on(*sheet));
  remark_teachers(parsed);
  return parsed;
}

std::string write_staff(const std::vector<reg::StaffMember>& staff) {
  std::vector<std::string> header;
  for (const auto& column : staff_columns()) header.push_back(column.name);
  CsvWriter writer(header);
  for (const auto& member : staff) {
    if (member.roles.empty()) continue;  // left; the file is of those who work here
    std::vector<std::string_view> roles;
    for (const auto role : member.roles) roles.push_back(text_of(role));
    writer.row({member.id, member.name.text(), member.position.text(),
                fmt::format("{}", fmt::join(roles, ";")),
                fmt::format("{}", fmt::join(member.classes, ";"))});
  }
  return writer.text();
}

}  // namespace handbell::exchange
