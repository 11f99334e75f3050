#include "app/office/settings/calendar.h"

#include "app/base/text.h"
#include "app/office/settings/settings_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace handbell::office {
namespace {

using reg::Period;
using reg::PeriodKind;
using reg::Role;

constexpr std::size_t kLongestPeriodName = 80;
constexpr int kWarnDays = 28;

std::string kind_words(PeriodKind kind) {
  constexpr std::array kWords{"Term", "Holiday", "Closed", "Training day (INSET)",
                              "Closed, unplanned"};
  return kWords.at(static_cast<std::size_t>(kind));
}

std::vector<Choice> kind_choices() {
  std::vector<Choice> choices{{"", "Choose"}};
  for (const auto kind : {PeriodKind::term, PeriodKind::holiday, PeriodKind::closure,
                          PeriodKind::training, PeriodKind::unplanned}) {
    choices.push_back({std::string(text_of(kind)), kind_words(kind)});
  }
  return choices;
}

/// What a form saw of a period: another person may have changed it meanwhile.
std::string seen_of(const Period& period) {
  return fmt::format("{} {} {} {} ({})", period.from.text(), period.to.text(), text_of(period.kind),
                     period.name, fmt::join(period.groups, ";"));
}

std::string days_of(const Period& period) {
  if (period.from == period.to) return period.from.words();
  return fmt::format("{} to {}", period.from.words(), period.to.words());
}

bool may_write(const Visit& visit) { return visit.who.has_one_of({Role::head, Role::technician}); }

Html change_link(const Visit& visit, const Period& period, std::size_t number) {
  if (!may_write(visit)) return {};
  const auto of = element("span", {attr("class", "govuk-visually-hidden")},
                          text(fmt::format(" {} {}", period.name, days_of(period))));
  return element("a",
                 {attr("class", "govuk-link"),
                  url("href", fmt::format("/settings/calendar/period?number={}", number))},
                 text("Change") + of);
}

Html years(const Visit& visit, const std::vector<Period>& periods) {
  std::map<int, Table, std::greater<>> by_year;
  for (std::size_t i = 0; i < periods.size(); ++i) {
    const auto& period = periods[i];
    const int year = reg::school_year_of(period.from);
    Table& list = by_year[year];
    list.caption = fmt::format("School year {}/{:02}", year, (year + 1) % 100);
    list.columns = {"What", "Name", "Days", "Only for"};
    if (may_write(visit)) list.columns.emplace_back("Change");
    list.rows.push_back({text(kind_words(period.kind)), text(period.name), text(days_of(period)),
                         text(fmt::format("{}", fmt::join(period.groups, ", ")))});
    if (may_write(visit)) list.rows.back().push_back(change_link(visit, period, i));
  }
  Html all;
  for (const auto& [year, list] : by_year) {
    all += part(fmt::format("year-{}", year), list.caption, table(list));
  }
  return all.empty() ? calm("No term is entered yet. Enter the terms, or import a calendar.") : all;
}

Html period_fields(const Visit& visit, const FormErrors& errors, const Period* period) {
  const auto held = [&](const std::string& value) { return period == nullptr ? "" : value; };
  auto day_field = [&](const char* name, const char* label, std::string value) {
    Field field = typed_field(visit, errors, name, label, value);
    field.type = "date";
    return input_field(field);
  };
  Field name = typed_field(visit, errors, "name", "Name", held(period ? period->name : ""));
  name.hint = "For example Autumn term, Half term, INSET.";
  Field groups =
      typed_field(visit, errors, "groups", "Only for these year groups or classes",
                  period == nullptr ? "" : fmt::format("{}", fmt::join(period->groups, "; ")));
  groups.hint = "Leave empty for the whole school. Else for example: N2; Owls.";
  Field kind = typed_field(visit, errors, "kind", "What it is",
                           period == nullptr ? "" : std::string(text_of(period->kind)));
  Field to = typed_field(visit, errors, "to", "Last day", period ? period->to.text() : "");
  to.type = "date";
  to.hint = "The same as the first for one day.";
  return join({select_field(kind, kind_choices()), input_field(name),
               day_field("from", "First day", period ? period->from.text() : ""), input_field(to),
               input_field(groups)});
}

Html new_form(const Visit& visit, const FormErrors& errors) {
  if (!may_write(visit)) return {};
  return part("new", "Add a period",
              post_form("/settings/calendar", visit.who.form_token,
                        period_fields(visit, errors, nullptr) + button("Add to the calendar")));
}

Result<Answer> show_calendar(const Visit& visit, store::Register& held,
                             const FormErrors& errors = {}) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  return settings_page(visit, "Calendar",
                       join({to_mind(missing_days(**school, visit.today)),
                             years(visit, (*school)->calendar.periods()), new_form(visit, errors)}),
                       errors);
}

/// Null where nothing stands there.
const Period* period_numbered(const std::vector<Period>& periods, const std::string& text) {
  const auto number = whole_number(text);
  if (!number || *number < 0 || *number >= static_cast<long long>(periods.size())) return nullptr;
  return &periods[static_cast<std::size_t>(*number)];
}

Answer change_page(const Visit& visit, const std::string& number, const Period& period,
                   const FormErrors& errors = {}) {
  const auto inside =
      join({hidden_field("number", number), hidden_field("seen", seen_of(period)),
            period_fields(visit, errors, &period), button("Save", "", "as", "save"), text(" "),
            button("Remove from the calendar", "warning", "as", "remove")});
  return settings_page(visit, "Change " + (period.name.empty() ? "a period" : period.name),
                       paragraph("Marks that were written stay. What is missing or closed is told "
                                 "anew by the calendar as it is then.") +
                           post_form("/settings/calendar", visit.who.form_token, inside),
                       errors);
}

Result<Answer> show_period(const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const std::string number = visit.query("number");
  const auto* period = period_numbered((*school)->calendar.periods(), number);
  if (period == nullptr) return not_found(visit);
  return change_page(visit, number, *period);
}

std::vector<std::string> typed_groups_of(const Visit& visit, const reg::School& school,
                                         FormErrors& errors) {
  std::vector<std::string> groups;
  for (const auto& each : split(visit.typed("groups"), ';')) {
    const std::string name = trimmed(each);
    if (name.empty()) continue;
    const auto group = reg::parse_year_group(name);
    const bool known = std::ranges::any_of(
        school.pupils, [&](const auto& pupil) { return pupil.class_name == name; });
    if (!group && !known) {
      errors.add("groups", fmt::format("\"{}\" is neither a year group nor a class.", name));
    }
    groups.push_back(known || !group ? name : std::string(text_of(*group)));
  }
  return groups;
}

std::optional<Period> typed_period(const Visit& visit, const reg::School& school,
                                   FormErrors& errors) {
  const auto kind = reg::parse_period_kind(visit.typed("kind"));
  if (!kind) errors.add("kind", "Choose what it is.");
  const auto name = composed(visit.typed("name"));
  const bool plain = name && std::ranges::none_of(*name, [](char c) { return c >= 0 && c < ' '; });
  if (!plain || name->empty()) errors.add("name", "Give it a name.");
  if (name && code_points(*name) > kLongestPeriodName) {
    errors.add("name", "The name may have 80 characters.");
  }
  const auto from = typed_day(visit, "from", errors);
  const auto to = typed_day(visit, "to", errors);
  auto groups = typed_groups_of(visit, school, errors);
  if (from && to && *to < *from) errors.add("to", "The last day is before the first.");
  if (!errors.empty()) return std::nullopt;
  return Period{*from, *to, *kind, *name, std::move(groups)};
}

struct Wanted {
  std::vector<Period> periods;
  std::string done;
};

std::optional<Wanted> wanted_calendar(const Visit& visit, const reg::School& school,
                                      const Period* old, FormErrors& errors) {
  Wanted wanted{school.calendar.periods(), ""};
  if (old != nullptr) {
    std::erase(wanted.periods, *old);
    if (visit.typed("as") == "remove") {
      wanted.done = fmt::format("{} ({}) is removed from the calendar.", old->name, days_of(*old));
      return wanted;
    }
  }
  auto period = typed_period(visit, school, errors);
  if (!period) return std::nullopt;
  if (std::ranges::find(wanted.periods, *period) != wanted.periods.end()) {
    errors.add("name", "That stands in the calendar already.");
  }
  wanted.done = fmt::format("{}: {}.", period->name, days_of(*period));
  wanted.periods.push_back(std::move(*period));
  return wanted;
}

Result<Answer> refused(const Visit& visit, store::Register& held, const Period* old,
                       const FormErrors& errors) {
  if (old == nullptr) return show_calendar(visit, held, errors);
  return change_page(visit, visit.typed("number"), *old, errors);
}

Result<Answer> save(const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto& periods = (*school)->calendar.periods();
  const bool fresh = visit.typed("number").empty();
  const auto* old = fresh ? nullptr : period_numbered(periods, visit.typed("number"));
  FormErrors errors;
  if (!fresh && (old == nullptr || seen_of(*old) != visit.typed("seen"))) {
    errors.add("name", "Somebody has changed the calendar meanwhile. Look at the list again.");
    return show_calendar(visit, held, errors);
  }
  const auto wanted = wanted_calendar(visit, **school, old, errors);
  if (!wanted || !errors.empty()) return refused(visit, held, old, errors);
  const auto calendar = reg::Calendar::from_periods(wanted->periods);
  if (!calendar) {
    errors.add("from", sentence(calendar.error()));
    return refused(visit, held, old, errors);
  }
  if (const Status put = held.replace_calendar(*calendar); !put) return fail(put.error());
  return go_to("/settings/calendar", wanted->done);
}

}  // namespace

std::vector<std::string> missing_days(const reg::School& school, SchoolDay today) {
  const auto& periods = school.calendar.periods();
  const auto is_term = [](const Period& period) { return period.kind == PeriodKind::term; };
  const auto last = std::ranges::max_element(
      periods, {}, [&](const Period& period) { return is_term(period) ? period.to.number() : 0; });
  if (last == periods.end() || !is_term(*last)) {
    return {"No term is entered: without a calendar no day is a school day."};
  }
  if (last->to < today) return {"The last term entered is over. Enter the next one."};
  if (last->to < today.plus(kWarnDays)) {
    return {
        fmt::format("The last term entered ends on {}. Enter the next one.", date_words(last->to))};
  }
  return {};
}

Routes calendar_routes() {
  const std::vector<Role> readers{Role::head, Role::technician, Role::office};
  const std::vector<Role> writers{Role::head, Role::technician};
  return {{"GET", "/settings/calendar", readers, Runs::reading,
           [](const Visit& visit, store::Register& held) { return show_calendar(visit, held); }},
          {"GET", "/settings/calendar/period", writers, Runs::reading, show_period},
          {"POST", "/settings/calendar", writers, Runs::writing, save}};
}

}  // namespace handbell::office
