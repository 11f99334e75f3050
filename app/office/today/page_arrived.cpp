#include "app/office/today/page_arrived.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

Html tick_of(const DeskChild& child, const std::string& id) {
  Attributes box{attr("class", "govuk-checkboxes__input"),
                 attr("id", id),
                 attr("name", "child"),
                 attr("type", "checkbox"),
                 attr("value", child.pupil),
                 attr("aria-describedby", "where-" + child.pupil)};
  if (child.ticked) box.push_back(flag("checked"));
  const auto label =
      element("label", {attr("class", "govuk-label govuk-checkboxes__label"), attr("for", id)},
              join({element("strong", text(child.name)), text(" "),
                    element("span", {attr("class", "hb-people__class")}, text(child.class_name))}));
  const auto where =
      element("p", {attr("class", "hb-desk__where"), attr("id", "where-" + child.pupil)},
              text(child.where + "."));
  return element("div", {attr("class", "govuk-checkboxes govuk-checkboxes--small")},
                 element("div", {attr("class", "govuk-checkboxes__item")},
                         lone("input", box) + label)) +
         where;
}

Html desk_note(std::string_view words, bool urgent) {
  if (words.empty()) return {};
  return element("p", {attr("class", urgent ? "hb-note hb-note--urgent" : "hb-note")}, text(words));
}

Html desk_field(const PageFrame& frame, Field field) {
  field.error = frame.errors.of(field.name);
  return input_field(field);
}

Html time_input(const PageFrame& frame, const std::string& name, const std::string& label,
                const std::string& value) {
  Field field;
  field.name = name;
  field.label = label;
  field.value = value;
  field.type = "time";
  field.width = "5";
  return desk_field(frame, field);
}

Html reason_select(const PageFrame& frame, const std::string& name, const std::string& value,
                   const std::vector<Choice>& reasons) {
  Field field;
  field.name = name;
  field.label = "Reason";
  field.value = value;
  field.error = frame.errors.of(name);
  return select_field(field, reasons);
}

Html child_error(const PageFrame& frame) {
  const std::string wrong = frame.errors.of("child");
  if (wrong.empty()) return {};
  return element(
      "p", {attr("class", "govuk-error-message")},
      element("span", {attr("class", "govuk-visually-hidden")}, text("Error: ")) + text(wrong));
}

/// The first tick has the field's own id: the error summary leads there.
std::string tick_id(std::size_t number) {
  return number == 0 ? "child" : fmt::format("child-{}", number + 1);
}

Html arrived_item(const ArrivedChild& child, const PageFrame& frame, std::size_t number) {
  Field mark;
  mark.name = "mark-" + child.who.pupil;
  mark.label = "Mark for " + child.who.name;
  mark.value = child.mark;
  mark.error = frame.errors.of(mark.name);
  const std::string standing =
      child.standing.empty() ? "" : "The register has " + child.standing + ".";
  return element(
      "li", {attr("class", "hb-desk__child")},
      join({tick_of(child.who, tick_id(number)),
            desk_note(child.urgent ? "Not expected on site: ring home now." : "", true),
            desk_note(child.words, false), desk_note(standing, false),
            select_field(mark, child.marks), hidden_field("seen-" + child.who.pupil, child.seen)}));
}

Html desk_list(std::string_view legend, const Html& items, const PageFrame& frame) {
  return element(
      "fieldset", {attr("class", "govuk-fieldset hb-desk__who")},
      join({element("legend", {attr("class", "govuk-fieldset__legend govuk-fieldset__legend--m")},
                    text(legend)),
            child_error(frame),
            element("ul", {attr("class", "hb-desk__children"), attr("role", "list")}, items)}));
}

Html other_child(std::string_view page) {
  return element("p", {attr("class", "govuk-body")}, link(page, "Another child"));
}

}  // namespace

Html arrived_page(const ArrivedView& view, bool look_again, PageFrame frame) {
  frame.title = "Arrived";
  if (look_again) {
    frame.done = "Not written yet: the marks below have changed. Look at them, then write it down.";
  }
  Html items;
  for (std::size_t i = 0; i < view.children.size(); ++i) {
    items += arrived_item(view.children[i], frame, i);
  }
  Field why;
  why.name = "why";
  why.label = "Why another mark";
  why.hint = "Only where you change a mark or choose another than the suggested one.";
  why.value = view.why;
  why.longest = 1000;
  const auto when = element("div", {attr("class", "hb-inline")},
                            time_input(frame, "at", "Came at", view.at) +
                                reason_select(frame, "said", view.said, view.reasons));
  const auto inside =
      join({hidden_field("first", view.first), when,
            desk_list(view.children.size() > 1 ? "Who came" : "The child", items, frame),
            desk_field(frame, why), button("Write it down")});
  return page(
      frame,
      join({heading("Arrived", 1),
            post_form("/today/arrived", frame.token, inside, {attr("class", "hb-part hb-desk")}),
            other_child("/today/arrived")}));
}

Html going_page(const GoingView& view, PageFrame frame) {
  frame.title = "Going out";
  Html items;
  for (std::size_t i = 0; i < view.children.size(); ++i) {
    items +=
        element("li", {attr("class", "hb-desk__child")}, tick_of(view.children[i], tick_id(i)));
  }
  Html warnings;
  for (const auto& child : view.elsewhere) {
    warnings += element("p", {attr("class", "hb-note hb-note--urgent")},
                        text(child.words + " ") + link(child.address, child.link));
  }
  Field with;
  with.name = "with";
  with.label = view.asks_who ? "Who collects? Full name"
                             : "With whom (leave empty where the child goes alone)";
  with.value = view.with;
  with.width = "20";
  const auto when = element("div", {attr("class", "hb-inline")},
                            join({time_input(frame, "at", "Went at", view.at),
                                  reason_select(frame, "reason", view.reason, view.reasons),
                                  time_input(frame, "back", "Back by, if today", view.back)}));
  const auto inside =
      join({warnings, hidden_field("first", view.first), when,
            desk_list(view.children.size() > 1 ? "Who goes" : "The child", items, frame),
            desk_field(frame, with), paragraph("The morning's mark stays as it is."),
            button("Write it down")});
  return page(
      frame,
      join({heading("Going out", 1),
            post_form("/today/going", frame.token, inside, {attr("class", "hb-part hb-desk")}),
            other_child("/today/going")}));
}

}  // namespace handbell::office
