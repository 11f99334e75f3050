// What the office tells its doors besides, as rows of register.db: cards of families and of staff,
// lists of reasons, calls to leave the building. All of these throw SQLite::Exception.
#pragma once

#include "app/register/school.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace handbell::store {

/// Into a school that holds its pupils. Fault: database_wrong naming the row that is not what it
/// should be.
[[nodiscard]] Status load_door(SQLite::Database& database, reg::School& school);

void write_family_card(SQLite::Database& database, const reg::CardRecord& card);
void write_staff_card(SQLite::Database& database, const reg::StaffCardRecord& card);
/// Each list that is named is replaced whole.
void write_reasons(SQLite::Database& database, const std::vector<reg::ListedReason>& rows);
void add_evacuation(SQLite::Database& database, const reg::EvacuationCall& call);

}  // namespace handbell::store
