#include "app/office/roll/page_roll.h"

#include "app/office/roll/roll_state_part.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

Html small(std::string_view look, std::string_view words) {
  if (words.empty()) return {};
  return element("span", {attr("class", "hb-roll__" + std::string(look))}, text(words));
}

Html with_field(const RollRow& row) {
  const std::string id = "with-" + row.id;
  Attributes all{attr("class", "govuk-input"),
                 attr("type", "text"),
                 attr("id", id),
                 attr("name", id),
                 attr("value", row.with),
                 attr("maxlength", "80"),
                 attr("autocomplete", "off")};
  if (!row.error.empty()) all.push_back(attr("aria-describedby", id + "-error"));
  Html error;
  if (!row.error.empty()) {
    error = element("p", {attr("class", "govuk-error-message"), attr("id", id + "-error")},
                    text(row.error));
  }
  const auto label = element("label", {attr("class", "govuk-label"), attr("for", id)},
                             text("With which adult is " + row.name + "?"));
  const auto inside = join({label, error, lone("input", all)});
  Attributes open{attr("class", "hb-roll__with"), attr("id", "adult-" + row.id)};
  if (!row.error.empty()) open.push_back(flag("open"));
  return element("details", open,
                 element("summary", text("With adult") +
                                        element("span", {attr("class", "govuk-visually-hidden")},
                                                text(": " + row.name))) +
                     inside);
}

Html roll_row(const RollRow& row) {
  Attributes box{attr("class", "hb-roll__box"), attr("type", "checkbox"),
                 attr("id", "here-" + row.id), attr("name", "here"), attr("value", row.id)};
  if (row.ticked) box.push_back(flag("checked"));
  const auto label =
      element("label", {attr("class", "hb-roll__name"), attr("for", "here-" + row.id)},
              element("span", {attr("class", "hb-roll__who")}, text(row.name)) +
                  small("note", row.note) + small("said", row.said) +
                  small("conflict", row.conflict.empty() ? "" : "But: " + row.conflict));
  return element("li",
                 {attr("class", "hb-roll__row"), attr("data-wanted", row.wanted ? "1" : "0"),
                  attr("data-pupil", row.id)},
                 lone("input", box) + label + with_field(row));
}

Html roll_list(const std::vector<RollRow>& rows) {
  Html all;
  for (const auto& row : rows) all += roll_row(row);
  return element("ul", {attr("class", "hb-roll__list"), attr("role", "list")}, all);
}

Html folded_list(std::string_view words, const std::vector<RollRow>& rows, bool open) {
  if (rows.empty()) return {};
  Attributes all{attr("class", "hb-roll__others")};
  if (open) all.push_back(flag("open"));
  return element(
      "details", all,
      element("summary", text(fmt::format("{}: {}", words, rows.size()))) + roll_list(rows));
}

bool some_wrong(const std::vector<RollRow>& rows) {
  for (const auto& row : rows) {
    if (!row.error.empty()) return true;
  }
  return false;
}

/// Whom the page knows as seen: who is ticked there still was not touched.
std::string ticked_ids(const RollClassView& one) {
  std::string ids;
  for (const auto* rows : {&one.in, &one.elsewhere, &one.out}) {
    for (const auto& row : *rows) {
      if (row.known) ids += (ids.empty() ? "" : ",") + row.id;
    }
  }
  return ids;
}

Html class_form(const RollView& view, const RollClassView& one, const PageFrame& frame,
                int number) {
  const std::string id = fmt::format("class-{}", number);
  const auto count =
      element("span", {attr("class", "hb-roll__of")},
              text(view.call == 0 ? fmt::format("{} in", one.in.size())
                                  : fmt::format("{} of {} seen", one.seen, one.in.size())));
  const auto title =
      element("h2", {attr("class", "govuk-heading-m hb-roll__class"), attr("id", id)},
              text((one.name.empty() ? "In no class" : one.name) + " ") + count);
  Html inside = join({hidden_field("class", one.name), hidden_field("was", ticked_ids(one)),
                      hidden_field("call", std::to_string(view.call)), title});
  inside += one.in.empty() ? calm("Nobody of this class is in.") : roll_list(one.in);
  inside += folded_list("With an adult elsewhere", one.elsewhere, true);
  inside += folded_list("Out", one.out, some_wrong(one.out));
  inside +=
      element("div", {attr("class", "hb-roll__send")}, button("Keep these ticks", "secondary"));
  return post_form("/roll-call/class", frame.token, inside,
                   {attr("class", "hb-part hb-roll__form"), attr("aria-labelledby", id)});
}

Html roll_head(const RollView& view) {
  const auto title = element(
      "h1", {attr("class", "govuk-heading-l hb-title")},
      text("Roll call ") + element("span", {attr("class", "hb-title__date")}, text(view.date)));
  const auto time = element(
      "p", {attr("class", "hb-roll__time"), attr("id", "roll-time"), attr("data-live", "1")},
      text("as of ") + element("strong", text(view.as_of)));
  const auto banner = element(
      "p", {attr("class", "hb-roll__only")},
      element("strong", text("PUPILS ONLY")) + text(" Staff and visitors are not on this list."));
  return element("div", {attr("class", "hb-roll__head")}, join({title, time, banner}));
}

Html roll_links(const RollView& view) {
  Html all;
  if (!view.sent.empty()) {
    all += element("p",
                   {attr("class", "hb-roll__offer"), attr("id", "roll-offer"),
                    attr("data-sent", std::to_string(view.sent_ms)), attr("data-live", "1")},
                   text(view.sent + ": ") + link("/roll-call/sheet", "print the sheet"));
  }
  all += element("p", {attr("class", "govuk-body hb-roll__links")},
                 link("/roll-call/sheet", "Sheet for paper") + text(" ") +
                     link("/roll-call/past", "Roll calls of this school year"));
  return all;
}

/// Filled by the script where ticks wait.
Html kept_line() {
  return element("div",
                 {attr("id", "roll-kept"), attr("class", "hb-offline"), attr("role", "status"),
                  flag("hidden")},
                 {});
}

}  // namespace

Html roll_page(const RollView& view, PageFrame frame) {
  frame.title = "Roll call";
  frame.path = "/roll-call";
  Html classes;
  int number = 0;
  for (const auto& one : view.classes) classes += class_form(view, one, frame, ++number);
  if (view.classes.empty()) classes = calm("No pupil is on roll today.");
  const auto all = element("div", {attr("id", "roll-classes"), attr("data-live", "1")}, classes);
  const auto roll =
      element("div",
              {attr("id", "roll"), attr("class", "hb-roll"), attr("data-day", view.day),
               attr("data-who", frame.who), attr("data-token", frame.token)},
              join({roll_head(view), live_page(), kept_line(), roll_state(view, frame),
                    roll_missing(view), all, roll_links(view)}));
  return page(frame, roll);
}

}  // namespace handbell::office
