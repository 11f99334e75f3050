#include "app/office/attendance/attendance_filter.h"

#include "app/base/text.h"
#include "app/reports/pupil_group.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

namespace handbell::office {
namespace {

std::vector<Choice> choices_of(const std::set<std::string>& names, const char* all) {
  std::vector<Choice> choices{{"", all}};
  for (const auto& name : names) choices.push_back({name, name});
  return choices;
}

std::string one_of(const std::string& value, const std::vector<Choice>& choices) {
  const bool known = std::ranges::find(choices, value, &Choice::value) != choices.end();
  return known ? value : "";
}

auto name_place(const reg::School& school, const reports::PupilSuggestions& of) {
  const auto* pupil = school.pupil(of.pupil);
  return std::tuple(folded(pupil->surname.text()), folded(pupil->called().text()), of.pupil);
}

bool attends_less(const reports::Stages& a, const reports::Stages& b) {
  const std::int64_t left = std::int64_t{a.facts.absent} * b.facts.possible;
  const std::int64_t right = std::int64_t{b.facts.absent} * a.facts.possible;
  return left > right;
}

/// A value of our own list, a class's or a group's name, as an address has it.
std::string in_address(std::string_view value) {
  static constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : value) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '_' || c == '.';
    if (plain) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kHex[byte >> 4U];
    out += kHex[byte & 15U];
  }
  return out;
}

}  // namespace

std::vector<Choice> class_choices_of(const reg::School& school, SchoolDay today) {
  std::set<std::string> names;
  for (const auto& pupil : school.pupils) {
    if (pupil.on_roll(today) && !pupil.class_name.empty()) names.insert(pupil.class_name);
  }
  return choices_of(names, "All classes");
}

std::vector<Choice> group_choices_of(const reg::School& school, SchoolDay today) {
  std::set<std::string> names;
  for (const auto& pupil : school.pupils) {
    if (!pupil.on_roll(today)) continue;
    for (const auto& group : reports::groups_of(pupil)) names.insert(group);
  }
  return choices_of(names, "Everybody");
}

AttendanceAsked attendance_asked(const Visit& visit, const reg::School& school) {
  AttendanceAsked asked;
  const std::string of = visit.query("of");
  const bool known = of == "new" || of == "mine" || reports::parse_suggestion_key(of);
  if (known) asked.of = of;
  asked.class_name = one_of(visit.query("class"), class_choices_of(school, visit.today));
  asked.group = one_of(visit.query("group"), group_choices_of(school, visit.today));
  const std::string sort = visit.query("sort");
  asked.sort = sort == "rate" || sort == "name" || sort == "class" ? sort : "missed";
  return asked;
}

bool is_within(const AttendanceAsked& asked, const reg::PupilRecord& pupil) {
  if (!asked.class_name.empty() && pupil.class_name != asked.class_name) return false;
  return asked.group.empty() || reports::is_in_group(pupil, asked.group);
}

std::string address_of(const AttendanceAsked& asked, const std::string& of) {
  std::string address = "/attendance";
  const auto add = [&](std::string_view name, std::string_view value) {
    if (value.empty()) return;
    address += address.find('?') == std::string::npos ? "?" : "&";
    address += fmt::format("{}={}", name, in_address(value));
  };
  add("of", of);
  add("class", asked.class_name);
  add("group", asked.group);
  if (asked.sort != "missed") add("sort", asked.sort);
  return address;
}

void sort_as_asked(const AttendanceAsked& asked, const reg::School& school,
                   std::vector<reports::PupilSuggestions>& all) {
  if (asked.sort == "rate") {
    std::ranges::stable_sort(
        all, [](const auto& a, const auto& b) { return attends_less(a.stages, b.stages); });
  } else if (asked.sort == "name") {
    std::ranges::stable_sort(all, {}, [&](const auto& of) { return name_place(school, of); });
  } else if (asked.sort == "class") {
    std::ranges::stable_sort(all, {}, [&](const auto& of) {
      return std::pair(school.pupil(of.pupil)->class_name, name_place(school, of));
    });
  }
}

}  // namespace handbell::office
