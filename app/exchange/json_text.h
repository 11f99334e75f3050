// JSON as it leaves the school: indented for people, one line end at the end.
#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace handbell::exchange {

/// Bytes that are not UTF-8 become the replacement character; nothing is thrown for them.
[[nodiscard]] inline std::string json_text(const nlohmann::ordered_json& json) {
  return json.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace handbell::exchange
