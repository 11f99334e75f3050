#include "app/store/people_rows.h"

#include "app/base/text.h"

#include <fmt/format.h>

namespace handbell::store {

namespace {

tl::unexpected<Fault> wrong_person(const std::string& table, const std::string& row) {
  return fail(FaultCode::database_wrong, table + " " + row + " of register.db");
}

std::optional<reg::PhoneNumber> phone_in(const SQLite::Column& column) {
  if (column.isNull()) return std::nullopt;
  const auto phone = reg::PhoneNumber::parse(column.getString());
  return phone ? std::optional(*phone) : std::nullopt;
}

void bind_phone(SQLite::Statement& row, int index, const std::optional<reg::PhoneNumber>& phone) {
  if (phone) {
    row.bind(index, phone->text());
  } else {
    row.bind(index);
  }
}

/// Nothing where one of them is none. Whoever left has no role.
std::optional<std::vector<reg::Role>> roles_in(const std::string& text) {
  std::vector<reg::Role> roles;
  if (text.empty()) return roles;
  for (const auto& part : handbell::split(text, ';')) {
    const auto role = reg::parse_role(part);
    if (!role) return std::nullopt;
    roles.push_back(*role);
  }
  return roles;
}

std::string roles_text(const std::vector<reg::Role>& roles) {
  std::string text;
  for (const auto role : roles) text += (text.empty() ? "" : ";") + std::string(text_of(role));
  return text;
}

Result<reg::Contact> contact_from(SQLite::Statement& row) {
  const auto name = NamePart::parse(row.getColumn(2).getString());
  if (!name) return wrong_person("contact of pupil", row.getColumn(0).getString());
  return reg::Contact{.pupil = PupilId(row.getColumn(0).getInt64()),
                      .order = row.getColumn(1).getInt(),
                      .name = *name,
                      .relationship = row.getColumn(3).getString(),
                      .parental_responsibility = row.getColumn(4).getInt() != 0,
                      .first_phone = phone_in(row.getColumn(5)),
                      .second_phone = phone_in(row.getColumn(6)),
                      .may_collect = row.getColumn(7).getInt() != 0,
                      .court_order = row.getColumn(8).getString()};
}

Result<reg::StaffMember> member_from(SQLite::Statement& row) {
  const std::string id = row.getColumn(0).getString();
  const auto name = NamePart::parse(row.getColumn(1).getString());
  const auto position = NamePart::parse(row.getColumn(2).getString());
  auto roles = roles_in(row.getColumn(3).getString());
  const std::string classes = row.getColumn(4).getString();
  if (!name || !position || !roles) return wrong_person("member of staff", id);
  return reg::StaffMember{
      id, *name, *position, std::move(*roles),
      classes.empty() ? std::vector<std::string>() : handbell::split(classes, ';')};
}

Result<reg::ActingRole> acting_from(SQLite::Statement& row) {
  const auto role = reg::parse_role(row.getColumn(1).getString());
  const auto first = SchoolDay::from_number(row.getColumn(2).getInt64());
  const auto last = SchoolDay::from_number(row.getColumn(3).getInt64());
  const auto by = reg::Author::from(row.getColumn(4).getString(), row.getColumn(5).getString());
  const std::string deputy = row.getColumn(0).getString();
  if (!role || !first || !last || !by) return wrong_person("acting role of", deputy);
  return reg::ActingRole::from(deputy, *role, *first, *last, *by);
}

Result<std::vector<reg::ActingRole>> load_acting(SQLite::Database& database) {
  SQLite::Statement rows(database,
                         "SELECT staff, role, first, last, by_name, by_position FROM acting_role"
                         " WHERE school_id = 1 ORDER BY number");
  std::vector<reg::ActingRole> named;
  while (rows.executeStep()) {
    auto acting = acting_from(rows);
    if (!acting) return fail(acting.error());
    named.push_back(std::move(*acting));
  }
  return that_count(named);
}

}  // namespace

Result<std::vector<reg::Contact>> load_contacts(SQLite::Database& database) {
  SQLite::Statement rows(
      database,
      "SELECT pupil, place, name, relationship, parental_responsibility, first_phone,"
      " second_phone, may_collect, court_order FROM contact WHERE school_id = 1"
      " ORDER BY pupil, place");
  std::vector<reg::Contact> contacts;
  while (rows.executeStep()) {
    auto contact = contact_from(rows);
    if (!contact) return fail(contact.error());
    contacts.push_back(std::move(*contact));
  }
  return contacts;
}

Result<reg::Staff> load_staff(SQLite::Database& database) {
  reg::Staff staff;
  SQLite::Statement rows(database,
                         "SELECT staff, name, position, roles, classes FROM staff"
                         " WHERE school_id = 1 ORDER BY staff");
  while (rows.executeStep()) {
    auto member = member_from(rows);
    if (!member) return fail(member.error());
    staff.members.push_back(std::move(*member));
  }
  auto acting = load_acting(database);
  if (!acting) return fail(acting.error());
  staff.acting = std::move(*acting);
  return staff;
}

void write_contact(SQLite::Database& database, const reg::Contact& contact) {
  SQLite::Statement row(database,
                        "INSERT INTO contact VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        " ON CONFLICT (school_id, pupil, place) DO UPDATE SET name = excluded.name,"
                        " relationship = excluded.relationship,"
                        " parental_responsibility = excluded.parental_responsibility,"
                        " first_phone = excluded.first_phone, second_phone = excluded.second_phone,"
                        " may_collect = excluded.may_collect, court_order = excluded.court_order");
  row.bind(1, contact.pupil.number());
  row.bind(2, contact.order);
  row.bind(3, contact.name.text());
  row.bind(4, contact.relationship);
  row.bind(5, contact.parental_responsibility ? 1 : 0);
  bind_phone(row, 6, contact.first_phone);
  bind_phone(row, 7, contact.second_phone);
  row.bind(8, contact.may_collect ? 1 : 0);
  row.bind(9, contact.court_order);
  row.exec();
}

void write_member(SQLite::Database& database, const reg::StaffMember& member) {
  SQLite::Statement row(database,
                        "INSERT INTO staff VALUES (1, ?, ?, ?, ?, ?) ON CONFLICT (school_id, staff)"
                        " DO UPDATE SET name = excluded.name, position = excluded.position,"
                        " roles = excluded.roles, classes = excluded.classes");
  row.bind(1, member.id);
  row.bind(2, member.name.text());
  row.bind(3, member.position.text());
  row.bind(4, roles_text(member.roles));
  row.bind(5, fmt::format("{}", fmt::join(member.classes, ";")));
  row.exec();
}

void add_acting(SQLite::Database& database, const reg::ActingRole& acting, Instant at) {
  SQLite::Statement row(database,
                        "INSERT INTO acting_role SELECT 1, coalesce(max(number), 0) + 1, ?, ?, ?,"
                        " ?, ?, ?, ? FROM acting_role WHERE school_id = 1");
  row.bind(1, acting.deputy());
  row.bind(2, std::string(text_of(acting.role())));
  row.bind(3, acting.first().number());
  row.bind(4, acting.last().number());
  row.bind(5, at.ms);
  row.bind(6, acting.named_by().name());
  row.bind(7, acting.named_by().position());
  row.exec();
}

}  // namespace handbell::store
