// What is listed: as a table for people, CSV for spreadsheets, JSON for scripts.
#pragma once

#include "app/base/result.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace handbell::admin {

enum class Format { table, csv, json };

struct Table {
  std::vector<std::string> columns;               ///< snake_case
  std::vector<std::vector<nlohmann::json>> rows;  ///< texts, numbers, flags or null
};

/// JSON is an array of flat objects with the columns as keys, in their order.
[[nodiscard]] std::string rendered(const Table& table, Format format);

}  // namespace handbell::admin
