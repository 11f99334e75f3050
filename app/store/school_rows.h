// The school's tables. All of these throw SQLite::Exception: call them inside guarded() or
// transact().
#pragma once

#include "app/register/school.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace handbell::store {

/// One school a file, until a trust's server needs more.
inline constexpr int kSchool = 1;

/// Fault: database_wrong naming the row that is not what it should be.
[[nodiscard]] Result<reg::School> load_school(SQLite::Database& database);

void write_pupil(SQLite::Database& database, const reg::PupilRecord& pupil);
void write_class(SQLite::Database& database, const std::string& name);
void write_card(SQLite::Database& database, const reg::CardRecord& card);
void write_period(SQLite::Database& database, const reg::Period& period);
void write_time(SQLite::Database& database, const reg::SessionTime& time);
void write_plan(SQLite::Database& database, const reg::PupilPlan& plan);
void remove_plan(SQLite::Database& database, PupilId pupil, SessionId session);
/// The school changed: a new door book is due.
void raise_version(SQLite::Database& database);
/// Another number as soon as anything changed that load_school() reads.
[[nodiscard]] std::uint64_t school_version(SQLite::Database& database);

}  // namespace handbell::store
