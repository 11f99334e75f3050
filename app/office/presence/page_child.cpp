#include "app/office/presence/page_child.h"

#include "app/office/presence/page_presence.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

Html child_headline(const ChildDayView& view) {
  const std::string one = "/presence/child?pupil=" + view.pupil;
  Html links = link(one + "&on=" + view.previous, "Day before");
  if (!view.next.empty()) links += link(one + "&on=" + view.next, "Day after");
  links += link("/presence", "Presence");
  const std::string about = fmt::format("{}, {}", view.class_name, view.date);
  return element("div", {attr("class", "hb-headline")},
                 element("h1", {attr("class", "govuk-heading-l hb-title")},
                         text(view.name + " ") +
                             element("span", {attr("class", "hb-title__date")}, text(about))) +
                     element("nav", {attr("class", "hb-days"), attr("aria-label", "Days")}, links));
}

Html where_now(const ChildDayView& view) {
  Html inside = element("strong", text(view.where));
  if (!view.doubt.empty()) {
    inside += element("span", {attr("class", "hb-note hb-note--urgent")}, text(view.doubt));
  }
  return element("p",
                 {attr("class", "govuk-body hb-where-now"), attr("id", "where"), flag("data-live")},
                 inside);
}

Field field_of_form(const PageFrame& frame, const std::string& name, const std::string& label,
                    const std::string& value) {
  Field field;
  field.name = name;
  field.label = label;
  field.value = value;
  field.error = frame.errors.of(name);
  return field;
}

Field time_field(const ChildDayView& view, const PageFrame& frame, const std::string& name,
                 const std::string& value) {
  Field time = field_of_form(frame, name, "Time", value);
  time.type = "time";
  if (view.is_today) time.hint = "Empty: now.";
  return time;
}

Html child_form(const ChildDayView& view, const PageFrame& frame, const std::string& way,
                const Html& fields) {
  return post_form("/presence/child", frame.token,
                   join({hidden_field("pupil", view.pupil), hidden_field("day", view.day),
                         hidden_field("as", way), fields}));
}

Html seen_part(const ChildDayView& view, const PageFrame& frame) {
  Field reason = field_of_form(frame, "seen-reason", "Where or why", view.seen.reason);
  reason.hint = "May stay empty.";
  const auto fields = join({input_field(time_field(view, frame, "seen-time", view.seen.time)),
                            input_field(reason), button(view.is_today ? "Seen" : "Was seen")});
  return part("seen", "Seen in school", child_form(view, frame, "seen", fields));
}

/// Who may collect, and the red words where not everybody may.
Html lists_of_child(const ChildDayView& view) {
  if (!view.asks_who) return {};
  return element("div", {attr("class", "hb-release hb-release--known"), attr("id", "collect")},
                 warning_words(view.collect) + collect_list(view.collect));
}

/// What a child needs whom not everybody, or not this adult, may collect.
Html restricted_fields(const ChildDayView& view, const PageFrame& frame) {
  // Also where something else is wrong meanwhile: what was typed stays.
  const bool came_back = !frame.errors.of("left-despite").empty() ||
                         (view.may_answer_it && !view.left.despite.empty());
  if (!view.leaves_alone && !came_back) return {};
  return join(
      {hidden_field("left-warned", view.collect.warning),
       check_field("left-checked", view.left.checked, frame.errors),
       despite_warning_field("left-despite", "Why did the child go in spite of the warning?",
                             view.left.despite, frame.errors)});
}

Html left_part(const ChildDayView& view, const PageFrame& frame) {
  if (view.leaves_alone && !view.may_answer_it) {
    return part("left", "Left school",
                paragraph("This child leaves through the office alone. Ask the office."));
  }
  Field with = field_of_form(frame, "left-with", "With whom", view.left.with);
  if (view.asks_who) with.label = "Who collected? Full name";
  if (!view.leaves_alone) {
    with.hint = view.asks_who ? "Where nobody did, say why the child left." : "May stay empty.";
  }
  with.longest = 80;
  Field back = field_of_form(frame, "left-back", "Back by", view.left.back_by);
  back.hint = "Empty: not expected back.";
  back.type = "time";
  Field reason = field_of_form(frame, "left-reason", "Why", view.left.reason);
  reason.hint = "May stay empty.";
  const auto times = element(
      "div", {attr("class", "hb-filter")},
      input_field(time_field(view, frame, "left-time", view.left.time)) + input_field(back));
  const auto fields = join({times, input_field(with), restricted_fields(view, frame),
                            input_field(reason), button("Left")});
  return part("left", "Left school",
              lists_of_child(view) + child_form(view, frame, "left", fields));
}

Html take_back_form(const ChildDayView& view, const ChildFact& fact, const PageFrame& frame,
                    int number) {
  if (!fact.may_undo) return {};
  Field why;
  why.name = "reason";
  why.label = "Why it is no fact";
  why.value = fact.ready_reason;
  const std::string id = "take-back-" + std::to_string(number);
  const std::string wrong = frame.errors.of(id + "-why");
  Html refusal;
  if (!wrong.empty()) refusal = element("p", {attr("class", "govuk-error-message")}, text(wrong));
  // The one field of the page that stands in each line: its id is the line's own.
  const auto field = element(
      "div", {attr("class", "govuk-form-group")},
      element("label", {attr("class", "govuk-label"), attr("for", id + "-why")}, text(why.label)) +
          refusal +
          lone("input",
               {attr("class", "govuk-input"), attr("id", id + "-why"), attr("name", why.name),
                attr("value", why.value), attr("maxlength", "200"), attr("autocomplete", "off")}));
  const auto form =
      post_form("/presence/undo", frame.token,
                join({hidden_field("day", view.day), hidden_field("pupil", view.pupil),
                      hidden_field("entry", fact.entry), hidden_field("journal", fact.journal),
                      field, button("Take it back", "secondary")}));
  const auto summary = element("summary", {attr("class", "govuk-details__summary")},
                               element("span", {attr("class", "govuk-details__summary-text")},
                                       text("Take back") + spoken_only(": " + fact.what)));
  Attributes all{attr("class", "govuk-details"), attr("id", id)};
  if (!wrong.empty()) all.push_back(flag("open"));
  return element("details", all,
                 summary + element("div", {attr("class", "govuk-details__text")}, form));
}

Html fact_item(const ChildDayView& view, const ChildFact& fact, const PageFrame& frame,
               int number) {
  Html what = fact.address.empty() ? text(fact.what) : link(fact.address, fact.what);
  if (!fact.back.empty()) {
    what = element("s", what) + element("span", {attr("class", "hb-note")}, text(fact.back + "."));
  }
  const auto when =
      element("div", {attr("class", "hb-where__who")},
              element("strong", text(fact.time.empty() ? "Time not known" : fact.time)) +
                  text(" " + fact.by));
  return element("li", {attr("class", "hb-where__item")},
                 join({when, element("div", {attr("class", "hb-where__place")}, what),
                       take_back_form(view, fact, frame, number)}));
}

Html history_part(const ChildDayView& view, const PageFrame& frame) {
  if (view.facts.empty()) {
    return live_part("history", "What is known of this day", 0,
                     calm("Nobody and no door has said anything of this child."));
  }
  Html items;
  int number = 0;
  for (const auto& fact : view.facts) items += fact_item(view, fact, frame, ++number);
  return live_part("history", "What is known of this day", view.facts.size(),
                   element("ul", {attr("class", "hb-where"), attr("role", "list")}, items));
}

}  // namespace

Html child_day_page(const ChildDayView& view, PageFrame frame) {
  frame.title = "A child's day";
  frame.path = "/presence";
  Html forms;
  if (view.may_tell) {
    forms = element("div", {attr("class", "hb-way-columns")},
                    seen_part(view, frame) + left_part(view, frame));
  }
  const Html live = view.is_today ? live_page() : Html();
  return page(
      frame, join({child_headline(view), live, where_now(view), history_part(view, frame), forms}));
}

}  // namespace handbell::office
