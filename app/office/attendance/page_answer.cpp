#include "app/office/attendance/page_answer.h"

#include "app/office/attendance/page_attendance.h"
#include "app/office/page/chart.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

Html answer_fact(const std::string& name, const std::string& value) {
  return element("div", {attr("class", "govuk-summary-list__row")},
                 element("dt", {attr("class", "govuk-summary-list__key")}, text(name)) +
                     element("dd", {attr("class", "govuk-summary-list__value")}, text(value)));
}

Html figures_part(const AnswerView& view) {
  const auto facts =
      element("dl", {attr("class", "govuk-summary-list hb-facts")},
              join({answer_fact("This school year", fmt::format("{}, {}", view.rate, view.missed)),
                    answer_fact("Last school year", view.last_year)}));
  if (view.months.empty()) return part("figures", "Figures", facts);
  Chart chart;
  chart.title = "Attendance by month";
  chart.says = "Sessions attended of those that were possible, this school year.";
  chart.of = "Month";
  chart.series.push_back({"This year", {}});
  for (std::size_t i = 0; i < view.months.size(); ++i) {
    chart.names.push_back(view.months[i].first);
    chart.series.front().values.push_back({view.months[i].second, view.month_words[i]});
  }
  return part("figures", "Figures", facts + with_figures(line_chart(chart), chart));
}

Html reason_item(const SuggestionLine& line) {
  Html inside = reason_words(line);
  if (!line.aside.empty()) {
    inside += element("p", {attr("class", "hb-beside")},
                      text(fmt::format("Now {}. {}", line.aside, line.why)));
  }
  inside += element("p", {attr("class", "hb-beside")},
                    text(fmt::format("Once dismissed it comes back when {}.", line.worse)));
  return element("li", inside);
}

Html reasons_part(const AnswerView& view) {
  if (view.reasons.empty()) {
    return part("reasons", "What the figures suggest", calm("Nothing today."));
  }
  Html lines;
  for (const auto& line : view.reasons) lines += reason_item(line);
  return part("reasons", "What the figures suggest",
              element("ul", {attr("class", "govuk-list hb-reasons")}, lines));
}

Html about_field(const AnswerView& view, const PageFrame& frame) {
  std::vector<Choice> choices;
  for (const auto& line : view.reasons) choices.push_back({line.key, line.words});
  Field about{"key", "What is it about?"};
  about.error = frame.errors.of("key");
  return checkbox_field(about, choices, view.chosen);
}

Html answer_form(const AnswerView& view, const PageFrame& frame) {
  if (view.reasons.empty()) return {};
  Field answer{"answer", "What is to be done?"};
  answer.value = view.answer;
  answer.error = frame.errors.of("answer");
  const std::vector<Choice> answers{
      {"dismissed", "Dismiss it until it gets worse"},
      {"snoozed", "Put it off until a day", "Until it gets worse, if that comes first"},
      {"assigned", "Give it to somebody", "It stays in the list; tell the person yourself"},
      {"reopened", "Open it again", "What was dismissed or put off"}};
  Field until{"until", "Until which day, if it is put off"};
  until.type = "date";
  until.value = view.until;
  until.error = frame.errors.of("until");
  Field staff{"staff", "To whom, if it is given to somebody"};
  staff.value = view.given_to;
  staff.error = frame.errors.of("staff");
  Field reason{"reason", "Why"};
  reason.hint = "Kept with your name. Needed where it is dismissed";
  reason.value = view.reason;
  reason.error = frame.errors.of("reason");
  reason.longest = 1000;
  const auto inside = join({hidden_field("pupil", view.pupil), about_field(view, frame),
                            radio_field(answer, answers),
                            element("div", {attr("class", "hb-pair")},
                                    input_field(until) + select_field(staff, view.staff)),
                            text_area(reason), button("Keep this answer")});
  return part("answer-part", "Answer", post_form("/attendance/answer", frame.token, inside));
}

}  // namespace

Html answer_page(const AnswerView& view, PageFrame frame) {
  frame.title = "Attendance of " + view.name;
  frame.path = "/attendance/answer";
  const auto title =
      element("h1", {attr("class", "govuk-heading-l hb-title")},
              join({text(view.name), text(" "),
                    element("span", {attr("class", "hb-title__date")}, text(view.class_name))}));
  const auto ways =
      element("ul", {attr("class", "govuk-list hb-inline")},
              join({element("li", link("/attendance", "All suggestions")),
                    element("li", link("/attendance/case?pupil=" + view.pupil, "Case")),
                    element("li", link("/pupils/one?pupil=" + view.pupil, "All marks"))}));
  const auto head = element("div", {attr("class", "hb-headline")}, title);
  return page(frame,
              join({ways, head, reasons_part(view), answer_form(view, frame), figures_part(view)}));
}

}  // namespace handbell::office
