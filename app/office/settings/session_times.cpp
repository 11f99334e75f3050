#include "app/office/settings/session_times.h"

#include "app/office/settings/settings_page.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

using reg::Role;
using reg::YearGroup;

std::string group_words(YearGroup group) {
  if (group == YearGroup::reception) return "Reception";
  if (reg::is_nursery(group)) return "Nursery " + std::string(text_of(group));
  return "Year " + std::string(text_of(group));
}

std::string half_name(Half half) { return half == Half::am ? "Morning" : "Afternoon"; }

std::vector<Choice> group_choices() {
  std::vector<Choice> choices{{"", "Choose"}, {"all", "The whole school"}};
  for (const YearGroup group : reg::kYearGroups) {
    choices.push_back({std::string(text_of(group)), group_words(group)});
  }
  return choices;
}

std::vector<Html> cells_of(const std::optional<reg::Window>& window) {
  if (!window) return {text("not entered"), {}, {}};
  return {text(window->arrive_by.hh_mm()), text(window->taken_by.hh_mm()),
          text(window->closes.hh_mm())};
}

Html times_now(const reg::School& school, SchoolDay day) {
  Table list{"Times that hold today",
             {"Year group", "Session", "In school by", "Register taken by", "Register closes"},
             {}};
  for (const YearGroup group : reg::kYearGroups) {
    for (const Half half : {Half::am, Half::pm}) {
      std::vector<Html> row{text(group_words(group)), text(half_name(half))};
      for (auto& cell : cells_of(school.times.window(group, {day, half}))) row.push_back(cell);
      list.rows.push_back(std::move(row));
    }
  }
  return table(list);
}

Html times_to_come(const reg::School& school, SchoolDay day) {
  Table list{
      "Times to come",
      {"From", "Year group", "Session", "In school by", "Register taken by", "Register closes"},
      {}};
  for (const auto& row : school.times.rows()) {
    if (row.from <= day) continue;
    std::vector<Html> line{text(date_words(row.from)), text(group_words(row.group)),
                           text(half_name(row.half))};
    for (auto& cell : cells_of(row.window)) line.push_back(cell);
    list.rows.push_back(std::move(line));
  }
  return list.rows.empty() ? calm("No change is entered for a day to come.") : table(list);
}

Html time_field(const Visit& visit, const FormErrors& errors, const std::string& name,
                const std::string& label) {
  Field field = typed_field(visit, errors, name, label);
  field.type = "time";
  field.width = "10";
  return input_field(field);
}

Html times_form(const Visit& visit, const FormErrors& errors) {
  Field from = typed_field(visit, errors, "from", "From which day", visit.today.text());
  from.type = "date";
  from.hint = "What was judged before that day stays as it is.";
  Field session = typed_field(visit, errors, "session", "Session", "pm");
  const auto inside =
      join({select_field(typed_field(visit, errors, "group", "For whom"), group_choices()),
            radio_field(session, {{"am", "Morning"}, {"pm", "Afternoon"}}, true),
            time_field(visit, errors, "arrive", "In school by"),
            time_field(visit, errors, "taken", "Register taken by"),
            time_field(visit, errors, "closes", "Register closes"), input_field(from),
            button("Enter these times")});
  return post_form("/settings/times", visit.who.form_token, inside);
}

Result<Answer> show_times(const Visit& visit, store::Register& held,
                          const FormErrors& errors = {}) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto inside =
      join({to_mind(missing_times(**school, visit.today)),
            part("now", "Now", times_now(**school, visit.today)),
            part("to-come", "From a day to come", times_to_come(**school, visit.today)),
            part("enter", "Enter or change", times_form(visit, errors))});
  return settings_page(visit, "Session times", inside, errors);
}

std::optional<TimeOfDay> typed_time(const Visit& visit, const std::string& field,
                                    FormErrors& errors) {
  const std::string typed = visit.typed(field);
  const auto time = TimeOfDay::parse(typed);
  if (time) return *time;
  errors.add(field, typed.empty() ? "Give the time." : sentence(time.error()));
  return std::nullopt;
}

std::vector<YearGroup> typed_groups(const Visit& visit, FormErrors& errors) {
  const std::string typed = visit.typed("group");
  if (typed == "all") return {reg::kYearGroups.begin(), reg::kYearGroups.end()};
  const auto group = reg::parse_year_group(typed);
  if (group) return {*group};
  errors.add("group", "Choose for whom the times are.");
  return {};
}

/// What doors and teachers went by on days that are over is not changed behind them.
void leave_the_past(const reg::SessionTimes& times, const std::vector<reg::SessionTime>& rows,
                    SchoolDay today, FormErrors& errors) {
  const bool past = std::ranges::any_of(rows, [&](const auto& row) {
    return row.from < today && times.window(row.group, {today.plus(-1), row.half});
  });
  if (past) {
    errors.add("from", fmt::format("Times were entered for the days before today. Choose today, {},"
                                   " or a day to come.",
                                   today.text()));
  }
}

std::vector<reg::SessionTime> typed_rows(const Visit& visit, FormErrors& errors) {
  const auto groups = typed_groups(visit, errors);
  const auto half = parse_half(visit.typed("session"));
  if (!half) errors.add("session", "Choose morning or afternoon.");
  const auto arrive = typed_time(visit, "arrive", errors);
  const auto taken = typed_time(visit, "taken", errors);
  const auto closes = typed_time(visit, "closes", errors);
  const auto from = typed_day(visit, "from", errors);
  if (!errors.empty()) return {};
  if (reg::half_of(*arrive) != *half || reg::half_of(*closes) != *half) {
    errors.add("arrive", *half == Half::am ? "The morning is before 12:00."
                                           : "The afternoon begins at 12:00.");
  }
  if (*arrive > *taken) errors.add("taken", "The register is taken after children must be in.");
  if (*taken >= *closes) errors.add("closes", "The register closes after it is taken.");
  std::vector<reg::SessionTime> rows;
  for (const YearGroup group : groups)
    rows.push_back({*from, group, *half, {*arrive, *taken, *closes}});
  return rows;
}

Result<Answer> enter_times(const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  FormErrors errors;
  const auto rows = typed_rows(visit, errors);
  if (errors.empty()) leave_the_past((*school)->times, rows, visit.today, errors);
  reg::SessionTimes times;
  for (const auto& row : rows) {
    const Status added = times.add(row);
    if (!added && errors.of("closes").empty()) errors.add("closes", sentence(added.error()));
  }
  if (!errors.empty()) return show_times(visit, held, errors);
  if (const Status put = held.put_times(times); !put) return fail(put.error());
  const auto& first = rows.front();
  return go_to("/settings/times",
               fmt::format("From {}: {}, {}, register open from {} to {}.", date_words(first.from),
                           rows.size() > 1 ? "the whole school" : group_words(first.group),
                           first.half == Half::am ? "morning" : "afternoon",
                           first.window.arrive_by.hh_mm(), first.window.closes.hh_mm()));
}

}  // namespace

std::vector<std::string> missing_times(const reg::School& school, SchoolDay day) {
  std::vector<std::string> missing;
  for (const Half half : {Half::am, Half::pm}) {
    std::string groups;
    for (const YearGroup group : reg::kYearGroups) {
      if (school.times.window(group, {day, half})) continue;
      groups += (groups.empty() ? "" : ", ") + group_words(group);
    }
    if (groups.empty()) continue;
    missing.push_back(
        fmt::format("No {} times for {}: the door notes who comes then, and proposes no mark.",
                    half == Half::am ? "morning" : "afternoon", groups));
  }
  for (auto& warning : school.times.warnings(day)) missing.push_back(std::move(warning));
  return missing;
}

Routes session_time_routes() {
  const std::vector<Role> who{Role::head, Role::technician};
  return {{"GET", "/settings/times", who, Runs::reading,
           [](const Visit& visit, store::Register& held) { return show_times(visit, held); }},
          {"POST", "/settings/times", who, Runs::writing, enter_times}};
}

}  // namespace handbell::office
