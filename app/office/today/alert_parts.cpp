#include "app/office/today/alert_parts.h"

#include "app/office/page/form.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

Html where_to(const AlertLine& alert) {
  if (alert.page.empty()) return {};
  const std::string words = alert.page == "/out"        ? "Out of school"
                            : alert.page == "/presence" ? "Presence"
                                                        : "Roll call";
  return text(" ") + link(alert.page, words);
}

Html seen_to_button(const AlertLine& alert, bool may_act) {
  if (alert.button.empty() || !may_act) return {};
  return element("button",
                 {attr("class", "govuk-button govuk-button--secondary hb-row-button"),
                  attr("id", "seen-to-" + alert.key), attr("form", "alerts"), attr("name", "alert"),
                  attr("value", alert.button)},
                 text("Seen to") + element("span", {attr("class", "govuk-visually-hidden")},
                                           text(fmt::format(": {} {}", alert.who, alert.what))));
}

Html alert_item(const AlertLine& alert, bool may_act) {
  const auto said = element("p", {attr("class", "hb-alerts__said")},
                            join({element("strong", text(alert.who)), text(" " + alert.what)}));
  const auto todo =
      element("p", {attr("class", "hb-alerts__todo")}, text(alert.todo) + where_to(alert));
  return element("li", {attr("class", "hb-alerts__item")},
                 element("div", {attr("class", "hb-alerts__words")}, said + todo) +
                     seen_to_button(alert, may_act));
}

Html alert_count(std::size_t number) {
  return element("span", {attr("class", "hb-count")}, text(std::to_string(number)));
}

Html small_part(std::string_view id, std::string_view title, std::size_t count,
                const Html& inside) {
  const std::string head = std::string(id) + "-heading";
  return element("section",
                 {attr("id", id), attr("class", "hb-part"), attr("aria-labelledby", head)},
                 element("h2", {attr("id", head), attr("class", "govuk-heading-m")},
                         join({text(title), text(" "), alert_count(count)})) +
                     inside);
}

std::string asked_words(const ReleaseLine& line) {
  return fmt::format("Asked for {}: {}{}.",
                     line.since.empty() ? "at a time that is not known" : "at " + line.since,
                     line.asked_by, line.back_today ? ", back today" : "");
}

}  // namespace

Html alerts_part(const TodayView& view) {
  if (view.alerts.empty()) return {};
  Html items;
  for (const auto& alert : view.alerts) items += alert_item(alert, view.may_act);
  return element(
      "section",
      {attr("id", "alerts-now"), attr("class", "hb-alerts"),
       attr("aria-labelledby", "alerts-heading")},
      element("h2", {attr("id", "alerts-heading"), attr("class", "govuk-heading-m")},
              join({text("Do this now"), text(" "), alert_count(view.alerts.size())})) +
          element("ul", {attr("class", "hb-alerts__list"), attr("role", "list")}, items));
}

Html seen_to_part(const TodayView& view) {
  if (view.seen_to.empty()) return {};
  Html lines;
  for (const auto& seen : view.seen_to) {
    const std::string words = seen.words.empty() ? "" : " " + seen.words + ".";
    lines += element("li", {attr("class", "hb-notes__item")},
                     element("span", {attr("class", "hb-notes__when")}, text(seen.at + " ")) +
                         text(fmt::format("{}{} Seen to by {}.", seen.said, words, seen.by)));
  }
  return small_part("seen-to", "Seen to", view.seen_to.size(),
                    element("ul", {attr("class", "hb-notes")}, lines));
}

Html releases_part(const TodayView& view) {
  if (view.releases.empty()) return {};
  Html lines;
  for (const auto& line : view.releases) {
    const auto who = element("strong", {attr("class", "hb-name")}, text(line.name)) + text(" ") +
                     element("span", {attr("class", "hb-people__class")}, text(line.class_name));
    const auto state =
        element("span", {attr("class", line.urgent ? "hb-note hb-note--urgent" : "hb-note")},
                text(line.state));
    const auto asked = element("span", {attr("class", "hb-note")}, text(asked_words(line)));
    lines += element("li", {attr("class", "hb-people__item")},
                     element("div", {attr("class", "hb-people__who")}, join({who, asked, state})));
  }
  return small_part(
      "releases", "Somebody asks for", view.releases.size(),
      element("ul", {attr("class", "hb-people"), attr("role", "list")}, lines) +
          element("p", {attr("class", "govuk-body")}, link("/out", "Answer on Out of school")));
}

}  // namespace handbell::office
