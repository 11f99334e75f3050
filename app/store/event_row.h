// An event of a door as a row of register.db: an entry's eight columns, then whose journal it is of.
#pragma once

#include "app/register/day.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

namespace handbell::store {

/// The columns that seen_in() reads, and no more.
[[nodiscard]] std::string event_columns();

/// Faults: entry_garbled with the number, those of event_of().
[[nodiscard]] Result<reg::SeenEvent> seen_in(SQLite::Statement& row);

}  // namespace handbell::store
