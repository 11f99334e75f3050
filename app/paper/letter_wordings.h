// Handbell's own wordings, as the build put the files of assets/letters into the program.
#pragma once

#include <string_view>

namespace handbell::paper {

/// Of assets/letters/NAME.txt; empty where there is none.
[[nodiscard]] std::string_view wording_in_assets(std::string_view name);

}  // namespace handbell::paper
