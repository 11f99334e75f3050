#include "attendance_kit.h"

#include "app/base/check.h"
#include "app/base/text.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <map>

namespace handbell::reports {

namespace {

reg::Calendar read_calendar() {
  using reg::PeriodKind;
  std::ifstream file(HANDBELL_TEST_DATA "/worked_examples.json");
  check(file.good());
  const auto json = nlohmann::json::parse(file).at("calendar_CAL_1");
  std::vector<reg::Period> periods;
  for (const auto& term : json.at("terms")) {
    periods.push_back({day(term.at(0).get<std::string>()),
                       day(term.at(1).get<std::string>()),
                       PeriodKind::term,
                       "term",
                       {}});
  }
  const auto close = [&](const char* key, PeriodKind kind) {
    for (const auto& one : json.at(key)) {
      const SchoolDay closed = day(one.get<std::string>());
      periods.push_back({closed, closed, kind, key, {}});
    }
  };
  close("inset_days", PeriodKind::training);
  close("bank_holidays", PeriodKind::holiday);
  const auto calendar = reg::Calendar::from_periods(periods);
  check(calendar.has_value());
  return *calendar;
}

}  // namespace

SchoolDay day(std::string_view text) {
  const auto parsed = SchoolDay::parse(text);
  check(parsed.has_value());
  return *parsed;
}

SessionId session(std::string_view text) {
  const auto parts = split(text, ' ');
  check(parts.size() == 2);
  const auto half = parse_half(parts[1]);
  check(half.has_value());
  return {day(parts[0]), *half};
}

reg::Standing standing(std::string_view code) { return {reg::code_of(code), std::nullopt}; }

PupilYears years_with(const std::vector<std::string>& marks, const std::vector<Proposal>& pending) {
  std::map<int, reg::YearLine> lines;
  for (const std::string& mark : marks) {
    const auto parts = split(mark, ' ');
    check(parts.size() == 3);
    const SessionId at = session(parts[0] + " " + parts[1]);
    const int year = reg::school_year_of(at.day);
    lines.try_emplace(year, kPupil, year).first->second.set(at, standing(parts[2]));
  }
  std::vector<reg::YearLine> all;
  for (auto& [year, line] : lines) all.push_back(std::move(line));
  return PupilYears(kPupil, std::move(all), pending);
}

std::vector<std::string> whole_days(std::string_view from, std::string_view to,
                                    std::string_view code) {
  std::vector<std::string> marks;
  for (const SchoolDay each : example_days().days()) {
    if (each < day(from) || day(to) < each) continue;
    for (const char* half : {" AM ", " PM "}) {
      marks.push_back(each.text() + half + std::string(code));
    }
  }
  return marks;
}

const reg::Calendar& example_calendar() {
  static const reg::Calendar calendar = read_calendar();
  return calendar;
}

const reg::SchoolDays& example_days() {
  static const reg::SchoolDays days = reg::SchoolDays::of(example_calendar());
  return days;
}

}  // namespace handbell::reports
