#include "app/register/setting.h"

#include "app/base/text.h"
#include "app/register/reply_to.h"

#include <algorithm>
#include <set>

namespace handbell::reg {

namespace {

bool is_setting(const std::string& name) {
  return name == kLegalRegister || name == kNationalFigure || name == kPolicyName ||
         name == kPolicyReviewed || name == kPolicyDue || name == kReplyTo;
}

bool is_theirs(const std::string& name, const std::vector<Role>& roles) {
  const auto has = [&](Role role) {
    return std::find(roles.begin(), roles.end(), role) != roles.end();
  };
  const bool champions = name == kNationalFigure || name == kReplyTo;
  return has(Role::head) || (champions && has(Role::champion));
}

}  // namespace

Status may_change(const Setting& setting, const std::vector<Role>& roles) {
  if (!is_setting(setting.name)) return fail(FaultCode::setting_unknown, setting.name);
  if (!is_theirs(setting.name, roles))
    return fail(FaultCode::setting_not_theirs, setting.by.text());
  const std::string value = trimmed(setting.value);
  if (value.empty() || code_points(value) > kLongestValue) {
    return fail(FaultCode::entry_incomplete, "the value, of 1 to 80 characters");
  }
  if (trimmed(setting.reason).empty()) return fail(FaultCode::entry_incomplete, "a reason");
  return {};
}

Status fits_entry(const Setting& setting) {
  if (Status fits = text_fits(setting.name, "a name", kLongestValue); !fits) return fits;
  if (Status fits = text_fits(setting.value, "a value", kLongestValue); !fits) return fits;
  return text_fits(setting.reason, "a reason");
}

const Setting* setting_entry_on(const std::vector<Setting>& settings, std::string_view name,
                                SchoolDay day) {
  const Setting* newest = nullptr;
  for (const Setting& setting : settings) {
    if (setting.name != name || day < setting.from) continue;
    // Of two from the same day the later entry counts.
    if (newest == nullptr || newest->from <= setting.from) newest = &setting;
  }
  return newest;
}

std::string setting_on(const std::vector<Setting>& settings, std::string_view name, SchoolDay day,
                       const std::string& otherwise) {
  const Setting* newest = setting_entry_on(settings, name, day);
  return newest == nullptr ? otherwise : newest->value;
}

std::string legal_register(const std::vector<Setting>& settings, SchoolDay from, SchoolDay to) {
  std::set<SchoolDay> days;
  for (const Setting& setting : settings) {
    if (from < setting.from && setting.from <= to) days.insert(setting.from);
  }
  std::string value = legal_register(settings, from);
  std::string words = value;
  for (const SchoolDay day : days) {
    const std::string next = legal_register(settings, day);
    if (next == value) continue;
    words.insert(0, next + " from " + day.words() + "; before that ");
    value = next;
  }
  return words;
}

}  // namespace handbell::reg
