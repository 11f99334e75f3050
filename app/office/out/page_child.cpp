#include "app/office/out/page_child.h"

#include "app/office/out/out_parts.h"

namespace handbell::office {
namespace {

Html named_button(std::string_view value, std::string_view words, std::string_view look) {
  const std::string all = look.empty() ? "govuk-button" : "govuk-button " + std::string(look);
  return element("button",
                 {attr("class", all), attr("type", "submit"), attr("name", "do"),
                  attr("value", value), attr("id", "do-" + std::string(value))},
                 text(words));
}

Html despite_field(const std::string& name, const std::string& value, bool shown,
                   const FormErrors& errors) {
  if (!shown && value.empty() && errors.of(name).empty()) return {};
  return despite_warning_field(name, "Why in spite of the warning?", value, errors);
}

Html why_field(const OutChildView& view, const FormErrors& errors) {
  Field why;
  why.name = "why";
  why.label = "Why does the child go?";
  why.value = view.why;
  why.error = errors.of("why");
  return radio_field(why, view.reasons, true);
}

Html go_part(const OutChildView& view, const PageFrame& frame) {
  if (!view.open.empty()) {
    const auto words = element(
        "p", {attr("class", "govuk-body")},
        link("/out#request-" + view.open, "The child is asked for already: answer that request."));
    return part("go", "Let the child go", words);
  }
  const auto& errors = frame.errors;
  auto adult = line_field("adult", "Who collects? Full name", view.typed.adult, errors);
  adult.width = "20";
  adult.longest = 80;
  auto words = line_field("reason", "More about it (optional)", view.typed.reason, errors);
  words.longest = 500;
  auto back_by =
      line_field("back_by", "Back by, if the child returns today", view.typed.back_by, errors);
  back_by.type = "time";
  back_by.width = "5";
  const auto buttons =
      element("div", {attr("class", "govuk-button-group")},
              named_button("hand", "Handed over now", "") +
                  named_button("grant", "May go, not handed over yet", "govuk-button--secondary"));
  return part(
      "go", "Let the child go",
      post_form(
          "/out/child", frame.token,
          join({hidden_field("pupil", view.child.pupil), hidden_field("warned", view.child.warning),
                input_field(adult), check_field("checked", view.typed.checked, errors),
                why_field(view, errors), input_field(words), input_field(back_by),
                despite_field("despite", view.typed.despite, !view.child.warning.empty(), errors),
                buttons})));
}

Html collector_part(const OutChildView& view, const PageFrame& frame) {
  const auto& errors = frame.errors;
  auto adult = line_field("collector", "Who may collect? Full name", view.collector, errors);
  adult.width = "20";
  adult.longest = 80;
  auto day = line_field("day", "On which day", view.day, errors);
  day.type = "date";
  day.width = "10";
  auto relationship =
      line_field("relationship", "Who that is to the child (optional)", view.relationship, errors);
  relationship.hint = "Neighbour, aunt, friend's mother";
  relationship.longest = 100;
  auto by = line_field("told_by", "Who of the family told us", view.told_by, errors);
  auto how = line_field("told_how", "How we were told", view.told_how, errors);
  how.hint = "By telephone, on the number that we hold; in person; by letter";
  const auto held =
      view.collectors.empty() ? Html() : collectors_table(view.collectors, true, frame, false);
  return part("collector-part", "May collect for one day",
              join({held, post_form("/out/collector", frame.token,
                                    join({hidden_field("pupil", view.child.pupil),
                                          input_field(adult), input_field(relationship),
                                          input_field(day), input_field(by), input_field(how),
                                          despite_field("collector_despite", view.collector_despite,
                                                        false, errors),
                                          button("Write down", "secondary")}))}));
}

}  // namespace

Html out_child_page(const OutChildView& view, bool may_write, PageFrame frame) {
  frame.title = "Out of school: one child";
  frame.path = "/out";
  const auto head =
      element("h1", {attr("class", "govuk-heading-l hb-title")},
              text(view.child.name + " ") +
                  element("span", {attr("class", "hb-title__date")}, text(view.child.class_name)));
  const auto back = element("p", {attr("class", "govuk-body")}, link("/out", "Out of school"));
  const auto known =
      element("div", {attr("class", "hb-release hb-release--known")},
              join({element("p", {attr("class", "hb-release__words")}, text(view.where)),
                    warning_words(view.child), collect_list(view.child)}));
  const auto forms = may_write ? go_part(view, frame) + collector_part(view, frame) : Html();
  return page(frame, join({back, head, known, forms}));
}

}  // namespace handbell::office
