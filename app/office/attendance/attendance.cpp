#include "app/office/attendance/attendance.h"

#include "app/office/attendance/attendance_filter.h"
#include "app/office/attendance/figures_of_child.h"
#include "app/office/attendance/reasons.h"
#include "app/office/page/child_name.h"
#include "app/office/web/code_choice.h"
#include "app/paper/letter_kind.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

using reports::PupilSuggestions;

/// Everything that the rows are made of.
struct Read {
  const Visit& visit;
  const reports::ReportSource& source;
  const reports::SuggestionAnswers& answers;
  const reg::Staff& staff;
  const std::optional<reports::NationalFigure>& national;
};

/// A child's suggestions parted into what stands and what somebody set aside.
struct Parted {
  std::vector<SuggestionLine> standing;
  std::vector<SuggestionLine> aside;
  bool mine = false;
  bool quiet = false;  ///< what stands is by small numbers alone (D41)
};

/// A sheet is offered to those alone who may make it.
std::string sheet_for(const Visitor& who, const std::string& sheet) {
  const auto kind = paper::parse_letter_kind(sheet);
  return kind && paper::may_make(*kind, who.roles) ? sheet : "";
}

Parted parted(const Read& read, const PupilSuggestions& of) {
  Parted found;
  found.quiet = of.stages.small_numbers;
  for (const auto& each : of.suggestions) {
    const auto state = state_in(read.answers, of.pupil, each, read.visit.today);
    auto line = suggestion_line(each, state, read.staff);
    if (state.set_aside) {
      found.aside.push_back(std::move(line));
      continue;
    }
    const bool own = !state.assigned_to.empty() && state.assigned_to == read.visit.who.staff;
    found.mine = found.mine || own;
    found.quiet = found.quiet && each.by_rate;
    line.sheet = sheet_for(read.visit.who, line.sheet);
    for (auto& words : line.sentences) words = beside_figures(words);
    found.standing.push_back(std::move(line));
  }
  return found;
}

AttendanceRow row_of(const Read& read, const PupilSuggestions& of, Parted found) {
  const auto& pupil = *read.source.school().pupil(of.pupil);
  const auto figures = figures_of_child(read.source, pupil, read.visit.today, read.national);
  AttendanceRow row;
  row.pupil = std::to_string(pupil.id.number());
  row.name = child_name(pupil);
  row.class_name = pupil.class_name;
  row.reasons = std::move(found.standing);
  row.rate = figures.rate;
  row.missed = figures.missed;
  row.last_year = figures.last_year;
  for (const auto& month : figures.months) row.course.push_back(month.percent);
  row.course_words = figures.course_words;
  return row;
}

bool is_asked(const AttendanceAsked& asked, const Parted& found) {
  if (asked.of.empty()) return true;
  if (asked.of == "mine") return found.mine;
  return std::ranges::any_of(found.standing, [&](const SuggestionLine& line) {
    return asked.of == "new" ? line.is_new : line.key == asked.of;
  });
}

void count_filters(const Parted& found, std::vector<FilterLink>& filters) {
  const auto count = [&](const std::string& value) {
    const auto filter = std::ranges::find(filters, value, &FilterLink::value);
    if (filter != filters.end()) ++filter->count;
  };
  count("");
  if (found.mine) count("mine");
  const bool fresh = std::ranges::any_of(found.standing, &SuggestionLine::is_new);
  if (fresh) count("new");
  for (const auto& line : found.standing) count(line.key);
}

std::vector<FilterLink> filters_of(bool sees_illness) {
  std::vector<FilterLink> filters{{"", "All"}, {"new", "New"}, {"mine", "Mine"}};
  for (const auto key : reports::kSuggestionKeys) {
    if (tells_of_health(key) && !sees_illness) continue;
    filters.push_back({std::string(text_of(key)), std::string(words_of(key))});
  }
  return filters;
}

/// Those that count nothing say nothing, but for the one that is asked for.
void drop_empty(std::vector<FilterLink>& filters, const std::string& asked) {
  std::erase_if(filters, [&](const FilterLink& filter) {
    return filter.count == 0 && !filter.value.empty() && filter.value != asked;
  });
}

void place(const Read& read, const PupilSuggestions& of, Parted found, AttendanceView& view) {
  const auto& pupil = *read.source.school().pupil(of.pupil);
  for (auto& line : found.aside) {
    view.aside.push_back(
        {std::to_string(of.pupil.number()), child_name(pupil), pupil.class_name, std::move(line)});
  }
  found.aside.clear();
  if (found.standing.empty() || !is_asked(view.asked, found)) return;
  const bool fresh = std::ranges::any_of(found.standing, &SuggestionLine::is_new);
  const bool quiet = found.quiet;
  auto row = row_of(read, of, std::move(found));
  (quiet ? view.quiet : fresh ? view.fresh : view.rest).push_back(std::move(row));
}

}  // namespace

Result<AttendanceView> attendance_view(const Visit& visit, reg::Store& held) {
  const auto source = reports::ReportSource::read_back(held, visit.today);
  if (!source) return fail(source.error());
  const auto notes = held.case_notes(std::nullopt);
  if (!notes) return fail(notes.error());
  const auto answers = reports::standing_answers(*notes);
  const auto staff = held.shared_staff();
  if (!staff) return fail(staff.error());
  const auto settings = held.settings();
  if (!settings) return fail(settings.error());
  const auto national = reports::national_on(*settings, visit.today);
  const auto& school = source->school();
  const bool sees_illness = sees_code(visit.who, reg::code_of("I"));
  AttendanceView view;
  view.day = visit.today.words();
  if (national) {
    view.national =
        fmt::format("The national figure is {} ({}).", national->text(), national->source);
  }
  view.asked = attendance_asked(visit, school);
  view.classes = class_choices_of(school, visit.today);
  view.groups = group_choices_of(school, visit.today);
  view.filters = filters_of(sees_illness);
  auto all = reports::suggestions(*source, visit.today);
  sort_as_asked(view.asked, school, all);
  const Read read{visit, *source, answers, **staff, national};
  for (auto& each : all) {
    if (!sees_illness) {
      std::erase_if(each.suggestions, [](const auto& one) { return tells_of_health(one.key); });
    }
    auto found = parted(read, each);
    if (!found.standing.empty()) ++view.children;
    if (!is_within(view.asked, *school.pupil(each.pupil))) continue;
    if (!found.standing.empty()) count_filters(found, view.filters);
    place(read, each, std::move(found), view);
  }
  drop_empty(view.filters, view.asked.of);
  return view;
}

}  // namespace handbell::office
