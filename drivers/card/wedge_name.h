// How a keyboard-wedge reader is named in handbell.toml: its device, and how it writes numbers.
#pragma once

#include "drivers/card/wedge_format.h"

#include <string>
#include <string_view>
#include <vector>

namespace handbell::card {

struct WedgeName {
  std::string path;
  WedgeFormat format;
};
/// "wedge:/dev/input/by-id/NAME#10D"; without a format 10D, which most readers write as they come.
/// Fault: bad_config.
[[nodiscard]] Result<WedgeName> parse_wedge_name(std::string_view connection);

/// Before readers are started: a name that no reader can have would be waited for, for ever. Fault:
/// bad_config, with the name and what is wrong in it.
[[nodiscard]] Status check_reader_names(const std::vector<std::string>& connections);

}  // namespace handbell::card
