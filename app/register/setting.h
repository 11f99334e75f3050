// Settings that have legal effect: each is an entry of the register with who set it, why, and from
// which day it counts. Nothing is changed afterwards; a later one takes its place from its day on.
#pragma once

#include "app/register/mark.h"
#include "app/register/role.h"

#include <string>
#include <string_view>
#include <vector>

namespace handbell::reg {

/// Which register is the legal one (D50): "Handbell", or the other system's name.
inline constexpr std::string_view kLegalRegister = "register.legal";
/// What the school compares its attendance with (P37): "94.7"; the reason names the source.
inline constexpr std::string_view kNationalFigure = "figures.national";
/// The school's attendance policy: its name, the day it was reviewed, the day it is due again (P01,
/// P45).
inline constexpr std::string_view kPolicyName = "policy.name";
inline constexpr std::string_view kPolicyReviewed = "policy.reviewed";
inline constexpr std::string_view kPolicyDue = "policy.due";
inline constexpr std::string_view kHandbellRegister = "Handbell";

inline constexpr std::size_t kLongestValue = 80;  // characters

struct Setting {
  std::string name;   ///< kLegalRegister
  std::string value;  ///< 1 to 80 characters
  SchoolDay from;
  std::string reason;
  Author by;
  friend bool operator==(const Setting&, const Setting&) = default;
};

/// The headteacher sets what has legal effect, or who acts as one; a national figure the senior
/// attendance champion as well. Faults: setting_unknown,
/// setting_not_theirs, entry_incomplete.
[[nodiscard]] Status may_change(const Setting& setting, const std::vector<Role>& roles);

/// Fault: entry_too_long.
[[nodiscard]] Status fits_entry(const Setting& setting);

/// What counts on that day; `otherwise` before the first. `settings`: oldest entry first.
[[nodiscard]] std::string setting_on(const std::vector<Setting>& settings, std::string_view name,
                                     SchoolDay day, const std::string& otherwise);

/// The same with who set it and why; null before the first.
[[nodiscard]] const Setting* setting_entry_on(const std::vector<Setting>& settings,
                                              std::string_view name, SchoolDay day);

[[nodiscard]] inline std::string legal_register(const std::vector<Setting>& settings,
                                                SchoolDay day) {
  return setting_on(settings, kLegalRegister, day, std::string(kHandbellRegister));
}

/// The same over days, both included, newest first where it changed: "Other MIS from Monday 5
/// January 2026; before that Handbell".
[[nodiscard]] std::string legal_register(const std::vector<Setting>& settings, SchoolDay from,
                                         SchoolDay to);

}  // namespace handbell::reg
