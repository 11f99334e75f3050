// The worked examples that the rules were agreed on, read from tests/data.
#pragma once

#include "app/register/arrival.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace handbell::reg {

/// The examples of one category.
[[nodiscard]] std::vector<nlohmann::json> worked_examples(const std::string& category);

/// The times of "arrival_config" for the example's year group and session.
[[nodiscard]] Window example_window(const std::string& year_group, const std::string& session);

/// "08:59:50" or "08:40". The example fails where it is not a time.
[[nodiscard]] TimeOfDay example_time(const std::string& text);

}  // namespace handbell::reg
