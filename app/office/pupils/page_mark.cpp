#include "app/office/pupils/page_pupils.h"

namespace handbell::office {
namespace {

Html history_table(const MarkView& view) {
  if (view.hidden) return calm("Absent, known. Why is for those to see who may enter it.");
  if (view.history.empty()) return calm("Nobody has entered a mark for this session.");
  Table list{
      "Every entry of this mark, oldest first", {"When", "Was", "Is", "Why", "Who", "Source"}, {}};
  for (const auto& line : view.history) {
    list.rows.push_back({text(line.when), text(line.was), text(line.is), text(line.why),
                         text(line.who), text(line.source)});
  }
  return table(list);
}

Html door(const MarkView& view) {
  if (view.door.empty()) return {};
  Html lines;
  for (const auto& sentence : view.door) lines += element("li", text(sentence));
  return part("door", "What the door saw",
              element("ul", {attr("class", "govuk-list govuk-list--bullet")}, lines));
}

Html amend_form(const MarkView& view, const PageFrame& frame) {
  if (view.codes.empty()) return {};
  Field code;
  code.name = "code";
  code.label = "Mark";
  code.value = view.code;
  code.error = frame.errors.of("code");
  Field reason;
  reason.name = "reason";
  reason.label = view.seen == "0" ? "Why this mark" : "Why it is changed";
  reason.hint = "It stands in the register with your name for six years.";
  reason.value = view.reason;
  reason.error = frame.errors.of("reason");
  reason.longest = 1000;
  const auto inside = join({hidden_field("pupil", view.pupil), hidden_field("day", view.day),
                            hidden_field("session", view.half), hidden_field("seen", view.seen),
                            select_field(code, view.codes), text_area(reason),
                            button(view.seen == "0" ? "Enter" : "Amend")});
  return part("amend", view.seen == "0" ? "Enter a mark" : "Amend it",
              post_form("/pupils/mark", frame.token, inside));
}

}  // namespace

Html mark_page(const MarkView& view, PageFrame frame) {
  frame.title = "Mark of " + view.name;
  frame.path = "/pupils";
  const auto title =
      element("h1", {attr("class", "govuk-heading-l hb-title hb-title--alone")},
              text(view.name + " ") +
                  element("span", {attr("class", "hb-title__date")}, text(view.session)));
  return page(frame, join({pupil_link(view.pupil, "All marks of " + view.name), title,
                           part("history", "History", history_table(view)), door(view),
                           amend_form(view, frame)}));
}

}  // namespace handbell::office
