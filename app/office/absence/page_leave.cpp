#include "app/office/absence/page_absence.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

Html fact(std::string_view name, const Html& value) {
  return element("div", {attr("class", "govuk-summary-list__row")},
                 element("dt", {attr("class", "govuk-summary-list__key")}, text(name)) +
                     element("dd", {attr("class", "govuk-summary-list__value")}, value));
}

Html facts(const LeaveView& view) {
  const auto& line = view.line;
  Html rows = fact("Days", text(line.days));
  if (view.sessions != "every session") rows += fact("Which sessions", text(view.sessions));
  rows += fact("What for", text(line.kind));
  if (line.grounds.empty()) {
    rows += fact("Grounds", text("Kept from this page: your role may not set the code."));
  } else {
    rows += fact("Grounds", text(line.grounds));
  }
  rows += fact("Asked by", text(line.asked));
  if (!line.notice.empty()) {
    rows += fact("Notice", line.in_time ? text(line.notice) : element("strong", text(line.notice)));
  }
  rows += fact("State", tag(line.state, line.look) + small_words(line.decided));
  rows += fact("Written down by", text(view.typed_in));
  return element("dl", {attr("class", "govuk-summary-list")}, rows);
}

Html children_part(const LeaveView& view) {
  Table list{"Children", {"Child", "At stake", "This school year so far"}, {}, false};
  for (const auto& child : view.children) {
    list.rows.push_back(
        {link("/pupils/one?pupil=" + child.pupil, child.name) + small_words(child.class_name),
         text(child.at_stake), text(child.attendance)});
  }
  return part("children", "Children", wide_table(list));
}

Html earlier_part(const LeaveView& view) {
  if (view.earlier.empty()) {
    return part("earlier", "Other requests", calm("No other request in this school year."));
  }
  Table list{"Other requests", {"Days", "Children", "What for", "State"}, {}, false};
  for (const auto& line : view.earlier) {
    list.rows.push_back({link("/absence/leave?request=" + line.entry, line.days), text(line.pupils),
                         text(line.kind) + small_words(line.grounds),
                         tag(line.state, line.look) + small_words(line.decided)});
  }
  return part("earlier", "Other requests", wide_table(list));
}

Html decide_form(const LeaveView& view, const PageFrame& frame) {
  Field answer;
  answer.name = "answer";
  answer.label = "What is decided";
  answer.value = view.of("answer");
  answer.error = frame.errors.of("answer");
  Field reason;
  reason.name = "reason";
  reason.label = "Why";
  reason.hint = "The family is told so, and the register keeps it.";
  reason.value = view.of("reason");
  reason.error = frame.errors.of("reason");
  reason.longest = 1000;
  const auto from =
      session_fields("from", "Granted from", view.of("from"), view.of("from_half"), frame.errors);
  const auto until = session_fields("until", "Granted until, this session included",
                                    view.of("until"), view.of("until_half"), frame.errors);
  const auto span = element(
      "fieldset", {attr("class", "govuk-fieldset")},
      join({element("legend", {attr("class", "govuk-fieldset__legend govuk-fieldset__legend--s")},
                    text("Where a part is granted")),
            from, until}));
  return post_form(
      "/absence/leave", frame.token,
      join({hidden_field("request", view.line.entry),
            radio_field(answer,
                        {{"granted", "Granted", "Each session at stake is noted for the door"},
                         {"partly", "Granted in part", "From when to when stands below"},
                         {"refused", "Refused", "Nothing is noted; if away all the same: G"}}),
            span, text_area(reason), button("Decide")}),
      {attr("class", "hb-told")});
}

Html actions(const LeaveView& view, const PageFrame& frame) {
  Html inside;
  if (view.line.may_decide) {
    inside += part("decide", "Decide", decide_form(view, frame));
  }
  if (view.line.may_undo) {
    inside += post_form("/absence/leave/undo", frame.token,
                        join({hidden_field("request", view.line.entry),
                              hidden_field("decision", view.line.decision),
                              button("Take the decision back", "secondary")}));
  }
  if (view.line.may_withdraw) {
    inside += post_form(
        "/absence/withdraw", frame.token,
        hidden_field("request", view.line.entry) + button("Take the request back", "secondary"));
  }
  return inside;
}

}  // namespace

Html leave_page(const LeaveView& view, PageFrame frame) {
  frame.title = "Leave request";
  frame.path = "/absence";
  const auto head =
      element("div", {attr("class", "hb-headline")},
              element("h1", {attr("class", "govuk-heading-l hb-title")},
                      text("Leave request ") + element("span", {attr("class", "hb-title__date")},
                                                       text(view.line.pupils))) +
                  element("nav", {attr("class", "hb-days"), attr("aria-label", "Back")},
                          link("/absence", "Absence and leave")));
  return page(frame, join({head, part("request", "The request", facts(view)), children_part(view),
                           earlier_part(view), actions(view, frame)}));
}

}  // namespace handbell::office
