// How a database came to the shape that it has: numbered steps, each with a way back.
//
// The SQL stands in assets/sql/<database>/0001_name.up.sql and .down.sql; the build turns a list of
// them into a library (handbell_sql in app/store/CMakeLists.txt) with one function,
// `std::span<const Migration> <database>_migrations();`, which the store's own header declares.
#pragma once

#include <string_view>

namespace handbell::store {

struct Migration {
  int number;  ///< 1, 2, 3 ... without a gap; becomes the database's user_version
  std::string_view name;
  std::string_view up;
  std::string_view down;
};

}  // namespace handbell::store
