#include "app/office/cases/page_case.h"
#include "app/register/case_note.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

Field step_field(const StepView& view, const PageFrame& frame, const std::string& name,
                 const std::string& label, const std::string& hint = "") {
  Field field;
  field.name = name;
  field.label = label;
  field.hint = hint;
  field.value = view.value(name);
  field.error = frame.errors.of(name);
  return field;
}

Html day_field(const StepView& view, const PageFrame& frame, const std::string& name,
               const std::string& label, const std::string& hint = "") {
  auto field = step_field(view, frame, name, label, hint);
  field.type = "date";
  return input_field(field);
}

Html time_field(const StepView& view, const PageFrame& frame) {
  auto field = step_field(view, frame, "at", "At what time", "May be left empty");
  field.type = "time";
  return input_field(field);
}

Html long_field(Field field, std::size_t longest) {
  field.longest = static_cast<int>(longest);
  return text_area(field, 4);
}

/// One line for more than a name.
Html wide_field(Field field, int longest) {
  field.longest = longest;
  return input_field(field);
}

Html pair_of(const Html& a, const Html& b) {
  return element("div", {attr("class", "hb-pair")}, a + b);
}

std::string capital_first(std::string_view words) {
  std::string text(words);
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  }
  return text;
}

/// Every choice of a list, in its order.
template <class Choice_>
std::vector<Choice> all_choices(Choice_ last) {
  std::vector<Choice> choices;
  for (int i = 1; i <= static_cast<int>(last); ++i) {
    const auto one = static_cast<Choice_>(i);
    choices.push_back({std::string(text_of(one)), capital_first(words_of(one)), ""});
  }
  return choices;
}

Html contact_form(const StepView& view, const PageFrame& frame) {
  return join(
      {radio_field(step_field(view, frame, "how", "How"), all_choices(reg::kLastContactHow)),
       pair_of(day_field(view, frame, "day", "On which day"), time_field(view, frame)),
       input_field(step_field(view, frame, "with", "With whom", "Nadia Khan, mother")),
       long_field(step_field(view, frame, "words", "What was said"), reg::kLongestReason),
       button("Keep the contact")});
}

Html meeting_form(const StepView& view, const PageFrame& frame) {
  const std::vector<Choice> kinds{
      {"support", "Attendance meeting", "Support: stage three of the policy"},
      {"contract", "Contract meeting", "Stage four"},
      {"other", "Another meeting", "A Team Around the Child, early help, a partner"}};
  const std::vector<Choice> states{{"planned", "Planned", ""},
                                   {"held", "Held", ""},
                                   {"cancelled", "Cancelled", "Say why where what was agreed is"}};
  return join(
      {radio_field(step_field(view, frame, "kind", "What kind"), kinds),
       radio_field(step_field(view, frame, "state", "What is it now"), states),
       pair_of(day_field(view, frame, "day", "On which day"), time_field(view, frame)),
       input_field(step_field(view, frame, "place", "Where", "Room 2, or: by telephone")),
       wide_field(step_field(view, frame, "present", "Who is invited, or who was there"), 500),
       long_field(step_field(view, frame, "strategies", "What was agreed",
                             "These words stand in the e-mail to the family."),
                  reg::kLongestStrategies),
       day_field(view, frame, "review", "Looked at again on", "May be left empty"),
       button("Keep the meeting")});
}

Html contract_form(const StepView& view, const PageFrame& frame) {
  return join({select_field(step_field(view, frame, "state", "What is it now"),
                            all_choices(reg::kLastContractState)),
               day_field(view, frame, "day", "On which day"),
               long_field(step_field(view, frame, "parents", "Parents will"), reg::kLongestPromise),
               long_field(step_field(view, frame, "school", "School will"), reg::kLongestPromise),
               pair_of(day_field(view, frame, "signed", "Signed by both, on paper"),
                       day_field(view, frame, "review", "Looked at again on")),
               long_field(step_field(view, frame, "words", "How it went",
                                     "Where it was declined, kept, not kept or ended"),
                          reg::kLongestReason / 2),
               button("Keep the contract")});
}

Html consideration_fields(const StepView& view, const PageFrame& frame) {
  Html fields;
  for (std::size_t i = 0; i < reg::kConsiderations; ++i) {
    const auto number = std::to_string(i + 1);
    auto words = step_field(view, frame, "words" + number, "In a few words");
    words.longest = 400;
    fields += radio_field(
        step_field(view, frame, "considered" + number, std::string(reg::question_of(i))),
        {{"yes", "Yes", ""}, {"no", "No", ""}}, true);
    fields += input_field(words);
  }
  const auto legend =
      element("legend", {attr("class", "govuk-fieldset__legend govuk-fieldset__legend--m")},
              text("Considered before a penalty notice"));
  return element("fieldset", {attr("class", "govuk-fieldset")}, legend + fields);
}

Html decision_form(const StepView& view, const PageFrame& frame) {
  return join({radio_field(step_field(view, frame, "about", "What it is about"), view.abouts),
               day_field(view, frame, "day", "On which day"), consideration_fields(view, frame),
               input_field(step_field(view, frame, "decision", "What is decided")),
               long_field(step_field(view, frame, "reason", "Why"), reg::kLongestReason),
               button("Keep the decision")});
}

Html whom_fields(const StepView& view, const PageFrame& frame) {
  if (view.of != "0") {
    return hidden_field("parent", view.value("parent")) +
           hidden_field("issued", view.value("issued"));
  }
  return join({radio_field(step_field(view, frame, "parent", "To which parent"), view.parents),
               input_field(step_field(view, frame, "parent_name", "Name of somebody else")),
               day_field(view, frame, "issued", "Issued on")});
}

Html notice_form(const StepView& view, const PageFrame& frame) {
  return join({whom_fields(view, frame),
               select_field(step_field(view, frame, "state", "What the local authority says"),
                            all_choices(reg::kLastNoticeState)),
               day_field(view, frame, "told", "We were told on"),
               wide_field(step_field(view, frame, "told_how", "How we were told",
                                     "Letter of the local authority"),
                          500),
               button("Keep the notice")});
}

Html form_fields(const StepView& view, const PageFrame& frame) {
  if (view.doing == "meeting") return meeting_form(view, frame);
  if (view.doing == "contract") return contract_form(view, frame);
  if (view.doing == "decision") return decision_form(view, frame);
  if (view.doing == "notice") return notice_form(view, frame);
  return contact_form(view, frame);
}

std::string step_title(const StepView& view) {
  if (view.doing == "notice") return "Penalty notice";
  return capital_first(view.doing);
}

Html known_part(const StepView& view) {
  if (view.facts.empty()) return {};
  Html items;
  for (const auto& words : view.facts) items += element("li", text(words));
  return part("known", "What the register says",
              element("ul", {attr("class", "govuk-list govuk-list--bullet")}, items));
}

}  // namespace

Html step_page(const StepView& view, PageFrame frame) {
  frame.title = step_title(view) + ": " + view.name;
  frame.path = "/attendance";
  const auto form =
      post_form("/attendance/case/step", frame.token,
                join({hidden_field("pupil", view.pupil), hidden_field("do", view.doing),
                      hidden_field("of", view.of), form_fields(view, frame)}),
                {attr("class", "hb-told")});
  Html inside = view.about.empty() ? form : paragraph(view.about) + form;
  const std::string current = "/attendance/case/step?pupil=" + view.pupil + "&do=" + view.doing;
  return page(frame,
              join({case_head(view.name, view.class_name, {case_address(view.pupil), "The case"}),
                    case_ways("Write down", view.steps, current), known_part(view),
                    part("form", step_title(view), inside)}));
}

}  // namespace handbell::office
