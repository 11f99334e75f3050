#include "app/office/reports/national.h"

#include "app/office/page/typed_text.h"
#include "app/reports/national_figure.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

using reg::Role;

constexpr std::size_t kLongestSource = 200;

Field national_field(const Visit& visit, const FormErrors& errors, const std::string& name,
                     const std::string& label) {
  Field field;
  field.name = name;
  field.label = label;
  field.value = visit.typed(name);
  field.error = errors.of(name);
  return field;
}

Html national_form(const Visit& visit, const FormErrors& errors) {
  Field value = national_field(visit, errors, "value", "National attendance in per cent");
  value.hint = "As it was published, with one decimal: 94.7";
  value.inputmode = "decimal";
  value.width = "5";
  value.longest = 20;
  Field from = national_field(visit, errors, "from", "Counts from which day on");
  from.type = "date";
  if (visit.request.method != "POST") from.value = visit.today.text();
  Field source = national_field(visit, errors, "source", "Where it was published");
  source.hint =
      "Whose figure it is, of which schools and which weeks. It stands beside the figure.";
  source.longest = static_cast<int>(kLongestSource);
  return post_form(
      "/reports/national", visit.who.form_token,
      join({input_field(value), input_field(from), input_field(source), button("Save")}));
}

Html national_history(const std::vector<reg::Setting>& settings) {
  Table list{"Typed in so far", {"From", "Figure", "Source", "By"}, {}};
  for (auto each = settings.rbegin(); each != settings.rend(); ++each) {
    if (each->name != reg::kNationalFigure) continue;
    list.rows.push_back({text(each->from.words()), text(each->value + " %"), text(each->reason),
                         text(each->by.text())});
  }
  return list.rows.empty() ? calm("None yet: reports compare with nothing.") : table(list);
}

Result<Answer> show_national(const Visit& visit, store::Register& held,
                             const FormErrors& errors = {}) {
  const auto settings = held.settings();
  if (!settings) return fail(settings.error());
  PageFrame frame = visit.frame;
  frame.title = "National figure";
  frame.path = "/reports";
  frame.errors = errors;
  const auto up = element("p", {attr("class", "hb-up")}, link("/reports", "All reports"));
  const auto head =
      element("h1", {attr("class", "govuk-heading-l hb-title hb-title--alone")}, text(frame.title));
  const auto about = paragraph(
      "Reports compare the school with this figure. Handbell fetches nothing from the internet, so "
      "a person types it in.");
  Html form = paragraph("The headteacher or the senior attendance champion types it in.");
  if (visit.who.has_one_of({Role::head, Role::champion})) form = national_form(visit, errors);
  return page_answer(
      page(frame, join({up, head, about, part("history", "So far", national_history(*settings)),
                        part("set", "Type in another", form)})),
      errors.empty() ? 200 : 422);
}

Result<Answer> save_national(const Visit& visit, store::Register& held) {
  FormErrors errors;
  const auto value = reports::parse_national(visit.typed("value"));
  if (!value) {
    errors.add("value",
               visit.typed("value").empty() ? "Type the figure: 94.7" : sentence(value.error()));
  }
  const auto from = SchoolDay::parse_any(visit.typed("from"));
  if (!from) {
    errors.add("from", visit.typed("from").empty() ? "Give the date." : sentence(from.error()));
  }
  const std::string source =
      checked_text(visit.typed("source"), "source",
                   {"Say where it was published: reports name it.", kLongestSource}, errors);
  if (!errors.empty()) return show_national(visit, held, errors);
  const reports::NationalFigure figure{*value, source, *from};
  const std::string text = figure.text().substr(0, figure.text().find(' '));
  const reg::Setting setting{std::string(reg::kNationalFigure), text, *from, source,
                             visit.who.author};
  if (const Status may = may_change(setting, visit.who.roles); !may) {
    errors.add("value", sentence(may.error()));
    return show_national(visit, held, errors);
  }
  if (const Status done = held.change(setting, visit.now); !done) return fail(done.error());
  return go_to("/reports/national",
               fmt::format("From {} reports compare with {}.", from->words(), figure.text()));
}

}  // namespace

Routes national_routes() {
  return {
      {"GET",
       "/reports/national",
       {Role::office, Role::champion, Role::head},
       Runs::reading,
       [](const Visit& visit, store::Register& held) { return show_national(visit, held); }},
      {"POST", "/reports/national", {Role::champion, Role::head}, Runs::writing, save_national}};
}

}  // namespace handbell::office
