#include "app/office/roll/page_roll_paper.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

Html sheet_row(const RollRow& row) {
  const auto box =
      element("span", {attr("class", "hb-sheet__box"), attr("aria-hidden", "true")}, {});
  Html inside = box + element("span", {attr("class", "hb-sheet__name")}, text(row.name));
  if (!row.note.empty()) {
    inside += element("span", {attr("class", "hb-sheet__note")}, text(row.note));
  }
  return element("li", inside);
}

Html sheet_list(const std::vector<RollRow>& rows) {
  Html all;
  for (const auto& row : rows) all += sheet_row(row);
  return element("ul", {attr("class", "hb-sheet__list"), attr("role", "list")}, all);
}

Html sheet_out(const std::vector<RollRow>& rows) {
  if (rows.empty()) return {};
  std::string names;
  for (const auto& row : rows) names += (names.empty() ? "" : ", ") + row.name;
  return element("p", {attr("class", "hb-sheet__out")},
                 element("strong", text(fmt::format("Out ({}): ", rows.size()))) + text(names));
}

Html sheet_class(const RollClassView& one) {
  const std::string name = one.name.empty() ? "In no class" : one.name;
  Html inside = heading(fmt::format("{}: {} in", name, one.in.size()), 2);
  inside += one.in.empty() ? calm("Nobody of this class is in.") : sheet_list(one.in);
  if (!one.elsewhere.empty()) {
    inside += heading("With an adult elsewhere", 3) + sheet_list(one.elsewhere);
  }
  inside += sheet_out(one.out);
  inside += element("p", {attr("class", "hb-sheet__sign")},
                    text("Counted: ______   Time: ______   Name: ____________________"));
  return element("section", {attr("class", "hb-part hb-sheet__class"), attr("aria-label", name)},
                 inside);
}

/// The button works with scripts alone, which show it.
Html print_button() {
  return element(
      "p", {attr("class", "hb-sheet__print"), attr("id", "roll-print"), flag("hidden")},
      element("button", {attr("class", "govuk-button"), attr("type", "button")}, text("Print")));
}

}  // namespace

Html roll_sheet_page(const RollView& view, PageFrame frame) {
  frame.title = "Roll call sheet";
  frame.path = "/roll-call";
  const auto title = element(
      "h1", {attr("class", "govuk-heading-l hb-title")},
      text("Roll call ") + element("span", {attr("class", "hb-title__date")}, text(view.date)));
  const auto time =
      element("p", {attr("class", "hb-roll__time")},
              text("as of ") + element("strong", text(view.as_of)) +
                  text(fmt::format(" – {} have to stand at the assembly point", view.wanted)));
  const auto only = element(
      "p", {attr("class", "hb-roll__only")},
      element("strong", text("PUPILS ONLY")) + text(" Staff and visitors are not on this list."));
  Html classes;
  for (const auto& one : view.classes) classes += sheet_class(one);
  const auto sheet = element("div",
                             {attr("class", "hb-sheet"), attr("id", "roll-sheet"),
                              attr("data-sent", std::to_string(view.sent_ms))},
                             classes);
  const auto back = element("p", {attr("class", "govuk-body hb-roll__links")},
                            link("/roll-call", "Back to the roll call"));
  return page(frame, join({back, title, time, only, print_button(), sheet}));
}

Html past_rolls_page(const std::vector<PastRoll>& past, PageFrame frame) {
  frame.title = "Roll calls of this school year";
  frame.path = "/roll-call";
  Table list{"Roll calls",
             {"Date", "Kind", "Begun", "Ended", "Minutes", "Begun by", "In", "Seen", "Not seen",
              "Missing, then found"},
             {}};
  for (const auto& one : past) {
    const auto number = [](int figure) { return text(std::to_string(figure)); };
    list.rows.push_back({text(one.date), text(one.kind), text(one.begun),
                         text(one.ended.empty() ? "not ended" : one.ended), text(one.minutes),
                         text(one.by), number(one.in), number(one.seen), number(one.not_seen),
                         number(one.found)});
  }
  const auto back = element("p", {attr("class", "govuk-body hb-roll__links")},
                            link("/roll-call", "Back to the roll call"));
  const auto title = element("h1", {attr("class", "govuk-heading-l")}, text(frame.title));
  const auto inside = past.empty()
                          ? calm("None was held yet.")
                          : element("div",
                                    {attr("class", "hb-scroll"), attr("tabindex", "0"),
                                     attr("role", "region"), attr("aria-label", "Roll calls")},
                                    table(list));
  return page(frame, join({back, title, print_button(), inside}));
}

}  // namespace handbell::office
