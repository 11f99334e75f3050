// udev's rules as udev reads them, as far as ours need it: what a device gets that is plugged in.
#pragma once

#include "app/base/result.h"

#include <map>
#include <string>
#include <vector>

namespace handbell::deploy {

struct UdevPart {
  std::string key;       ///< "ATTR"
  std::string argument;  ///< "idVendor", or empty
  std::string op;        ///< ==, !=, =, +=
  std::string value;
};
struct UdevRule {
  int line = 0;
  std::vector<UdevPart> parts;
};

/// Fault: usage, naming the line and what is wrong in it: unknown keys, a comparison of what can
/// only be set, GOTO without a label.
[[nodiscard]] Result<std::vector<UdevRule>> parse_udev_rules(const std::string& text);

/// By key, or "ATTR{idVendor}"; parents' attributes under "ATTRS{...}".
using UdevDevice = std::map<std::string, std::string>;

struct UdevOutcome {
  std::vector<std::string> links;
  std::map<std::string, std::string> set;  ///< "GROUP", "ENV{...}", "ATTR{...}"
};
[[nodiscard]] UdevOutcome plugged_in(const std::vector<UdevRule>& rules, UdevDevice device);

}  // namespace handbell::deploy
