// The tables of the people around the children. All of these throw SQLite::Exception: call them
// inside guarded() or transact().
#pragma once

#include "app/register/contact.h"
#include "app/register/staff.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <vector>

namespace handbell::store {

/// By pupil, then place. Fault: database_wrong naming the row that is not what it should be.
[[nodiscard]] Result<std::vector<reg::Contact>> load_contacts(SQLite::Database& database);
/// Members by id, acting roles that count. Fault as above.
[[nodiscard]] Result<reg::Staff> load_staff(SQLite::Database& database);

void write_contact(SQLite::Database& database, const reg::Contact& contact);
void write_member(SQLite::Database& database, const reg::StaffMember& member);
void add_acting(SQLite::Database& database, const reg::ActingRole& acting, Instant at);

}  // namespace handbell::store
