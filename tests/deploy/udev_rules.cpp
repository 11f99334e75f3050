#include "udev_rules.h"

#include <fnmatch.h>

#include <algorithm>
#include <regex>
#include <set>
#include <sstream>

namespace handbell::deploy {

namespace {

const std::set<std::string> kCompared{"ACTION", "SUBSYSTEM", "SUBSYSTEMS", "KERNEL", "DRIVER",
                                      "ATTRS",  "ATTR",      "ENV",        "TEST"};
const std::set<std::string> kSet{"GROUP", "MODE", "SYMLINK", "ENV", "ATTR", "GOTO", "LABEL"};

bool compares(const UdevPart& part) { return part.op == "==" || part.op == "!="; }

std::string named(const UdevPart& part) {
  return part.argument.empty() ? part.key : part.key + "{" + part.argument + "}";
}

std::string wrong_in(const UdevPart& part) {
  const auto& known = compares(part) ? kCompared : kSet;
  if (!known.contains(part.key)) return part.key + part.op + " means nothing";
  const bool wants = part.key == "ENV" || part.key == "ATTR" || part.key == "ATTRS";
  if (wants == part.argument.empty()) return part.key + " has its name in braces, or none";
  if (part.value.empty()) return part.key + " has no value";
  return "";
}

Result<UdevRule> parse_udev_line(const std::string& text, int number) {
  static const std::regex kPart(R"re(^\s*([A-Z]+)(\{([^}]+)\})?(==|!=|\+=|=)"([^"]*)"\s*(,|$))re");
  UdevRule rule{number, {}};
  std::string rest = text;
  while (!rest.empty()) {
    std::smatch found;
    const auto failed = [&](const std::string& what) {
      return fail(FaultCode::usage, "line " + std::to_string(number) + ": " + what);
    };
    if (!std::regex_search(rest, found, kPart)) return failed(rest);
    rule.parts.push_back({found[1], found[3], found[4], found[5]});
    if (const auto wrong = wrong_in(rule.parts.back()); !wrong.empty()) return failed(wrong);
    rest = found.suffix();
  }
  return rule;
}

bool alike(const std::string& value, const std::string& patterns) {
  std::stringstream each(patterns);
  std::string pattern;
  while (std::getline(each, pattern, '|')) {
    if (::fnmatch(pattern.c_str(), value.c_str(), 0) == 0) return true;
  }
  return false;
}

bool fits(const UdevRule& rule, const UdevDevice& device) {
  return std::ranges::all_of(rule.parts, [&](const UdevPart& part) {
    if (!compares(part)) return true;
    const auto key = part.key == "TEST" ? "ATTR{" + part.value + "}" : named(part);
    const auto found = device.find(key);
    const bool there = found != device.end();
    if (part.key == "TEST") return there == (part.op == "==");
    return (there && alike(found->second, part.value)) == (part.op == "==");
  });
}

std::string filled(std::string value, const UdevDevice& device) {
  static const std::regex kEnv(R"(\$env\{([^}]+)\})");
  std::smatch found;
  while (std::regex_search(value, found, kEnv)) {
    const auto known = device.find("ENV{" + found[1].str() + "}");
    value =
        found.prefix().str() + (known == device.end() ? "" : known->second) + found.suffix().str();
  }
  return value;
}

}  // namespace

Result<std::vector<UdevRule>> parse_udev_rules(const std::string& text) {
  std::vector<UdevRule> rules;
  std::stringstream lines(text);
  std::string line;
  std::set<std::string> wanted;
  std::set<std::string> labels;
  for (int number = 1; std::getline(lines, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    auto rule = parse_udev_line(line, number);
    if (!rule) return fail(rule.error());
    for (const auto& part : rule->parts) {
      if (part.key == "GOTO") wanted.insert(part.value);
      if (part.key == "LABEL") labels.insert(part.value);
    }
    rules.push_back(std::move(*rule));
  }
  if (wanted != labels) return fail(FaultCode::usage, "GOTO and LABEL do not belong together");
  return rules;
}

UdevOutcome plugged_in(const std::vector<UdevRule>& rules, UdevDevice device) {
  UdevOutcome outcome;
  std::string target;
  const auto apply = [&](const UdevPart& part) {
    if (compares(part) || part.key == "LABEL") return;
    if (part.key == "GOTO") return void(target = part.value);
    if (part.key == "SYMLINK") return outcome.links.push_back(filled(part.value, device));
    outcome.set[named(part)] = filled(part.value, device);
    device[named(part)] = outcome.set[named(part)];
  };
  for (const UdevRule& rule : rules) {
    const auto is_target = [&](const UdevPart& part) {
      return part.key == "LABEL" && part.value == target;
    };
    if (!target.empty() && std::ranges::none_of(rule.parts, is_target)) continue;
    target.clear();
    if (fits(rule, device)) std::ranges::for_each(rule.parts, apply);
  }
  return outcome;
}

}  // namespace handbell::deploy
