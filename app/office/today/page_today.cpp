#include "app/office/today/page_today.h"

#include "app/office/today/today_parts.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

Html tile(std::string_view label, int figure, std::string_view target, std::string_view look) {
  const auto inside =
      join({element("span", {attr("class", "hb-tile__figure")}, text(std::to_string(figure))),
            element("span", {attr("class", "hb-tile__label")}, text(label))});
  const bool calm = figure == 0;
  const std::string look_class = calm ? "hb-tile--none" : fmt::format("hb-tile--{}", look);
  return element(
      "li", {attr("class", "hb-tiles__item")},
      element("a", {attr("class", "hb-tile " + look_class), url("href", target)}, inside));
}

std::string summary_of(const TodayView& view) {
  return fmt::format("{} waiting to be accepted, {} to settle, {} sent to the office.",
                     view.tiles.waiting, view.tiles.conflicts, view.tiles.sent);
}

Html tiles(const TodayView& view) {
  const auto& figures = view.tiles;
  const auto list =
      element("ul", {attr("class", "hb-tiles"), attr("role", "list")},
              join({tile("Waiting to be accepted", figures.waiting, "#waiting", "blue"),
                    tile("Register and door differ", figures.conflicts,
                         figures.conflicts > 0 ? "#differ" : "#waiting", "red"),
                    tile("Late before close (L)", figures.before_close, "#waiting", "plain"),
                    tile("Late after close (U)", figures.after_close, "#waiting", "plain"),
                    tile("Sent to the office", figures.sent, "#look", "yellow")}));
  return element("div", {attr("id", "tiles"), attr("data-live", summary_of(view))},
                 join({faults_part(view), left_over_part(view), list}));
}

Html lists(const TodayView& view) {
  const auto left = element("div", {attr("class", "hb-columns__wide")},
                            join({conflicts_part(view), waiting_part(view), accepted_part(view)}));
  const auto right = element(
      "aside", {attr("class", "hb-columns__narrow"), attr("aria-label", "Notes and kiosks")},
      join({notes_part(view), kiosks_part(view)}));
  return element("div", {attr("id", "lists"), attr("class", "hb-columns"), attr("data-live", "")},
                 left + right);
}

Html day_link(const std::string& day, std::string_view words) {
  if (day.empty()) return {};
  return element(
      "a",
      {attr("class", "govuk-link govuk-link--no-visited-state"), url("href", "/today?on=" + day)},
      text(words));
}

Html headline(const TodayView& view) {
  const auto title =
      element("h1", {attr("class", "govuk-heading-l hb-title")},
              join({text(view.is_today ? "Today " : "Late list "),
                    element("span", {attr("class", "hb-title__date")}, text(view.date))}));
  Html links = day_link(view.previous, "Day before");
  if (!view.is_today) {
    links += day_link(view.next, "Day after");
    links += element(
        "a", {attr("class", "govuk-link govuk-link--no-visited-state"), url("href", "/today")},
        text("Today"));
  }
  const auto nav = element("nav", {attr("class", "hb-days"), attr("aria-label", "Days")}, links);
  const auto closes = element("p", {attr("class", "govuk-body hb-closes")}, text(view.closes));
  return element("div", {attr("class", "hb-headline")}, join({title, closes, nav}));
}

Html message(const TodayVisit& visit) {
  if (!visit.problem.empty()) {
    const auto link = element("a", {url("href", "#by-name")}, text(visit.problem));
    const auto inside =
        join({element("h2", {attr("class", "govuk-error-summary__title"), attr("id", "problem")},
                      text("Nothing was accepted")),
              element("div", {attr("class", "govuk-error-summary__body")}, link)});
    return element("div",
                   {attr("class", "govuk-error-summary"), attr("role", "alert"),
                    attr("aria-labelledby", "problem")},
                   inside);
  }
  if (visit.done.empty()) return {};
  return element("p", {attr("class", "hb-done"), attr("role", "status")}, text(visit.done));
}

Html messages(const TodayVisit& visit) {
  return element("div", {attr("id", "messages")}, message(visit));
}

Html field(std::string_view id, std::string_view label, std::string_view value) {
  const std::string name(id);
  return element(
      "div", {attr("class", "hb-by__field")},
      join({element("label", {attr("class", "govuk-label"), attr("for", id)}, text(label)),
            lone("input", {attr("class", "govuk-input"), attr("id", id), attr("name", id),
                           attr("value", value), attr("maxlength", "80"),
                           attr("autocomplete", "off"), attr("spellcheck", "false")})}));
}

Html by_form(const TodayView& view, const TodayVisit& visit) {
  // The first button is the one that Enter presses: it keeps the name and accepts nothing.
  const auto keep = element("button",
                            {attr("class", "govuk-button govuk-button--secondary"),
                             attr("name", "keep"), attr("value", "yes")},
                            text("Remember"));
  const auto hint =
      element("p", {attr("class", "hb-by__hint")}, text("Who accepts is written into each entry."));
  const auto inside =
      join({lone("input", {attr("type", "hidden"), attr("name", "day"), attr("value", view.day)}),
            field("by-name", "Your name", visit.name),
            field("by-position", "Your position", visit.position), keep, hint});
  return element("form",
                 {attr("id", "accept"), attr("class", "hb-by"), attr("method", "post"),
                  url("action", "/accept"), attr("aria-label", "Who accepts")},
                 inside);
}

Html live_marks(const TodayView& view) {
  if (!view.is_today) return {};
  return join({element("p", {attr("id", "offline"), attr("class", "hb-offline"), flag("hidden")},
                       text("The office's program does not answer: this page may be out of date. "
                            "It connects again by itself.")),
               element("p",
                       {attr("id", "announce"), attr("class", "govuk-visually-hidden"),
                        attr("role", "status"), attr("data-live-from", "/today/live")},
                       {})});
}

}  // namespace

TodayParts today_parts(const TodayView& view) { return {tiles(view), lists(view)}; }

Html today_fragment(const TodayParts& parts) { return parts.tiles + parts.lists; }

Html today_page(const TodayView& view, const TodayParts& parts, const TodayVisit& visit,
                PageFrame frame) {
  frame.title = view.is_today ? "Today" : "Late list of " + view.date;
  frame.school = view.school;
  frame.rehearsal = view.rehearsal;
  frame.legal_register = view.legal_register;
  return page(frame, join({messages(visit), live_marks(view), headline(view), parts.tiles,
                           by_form(view, visit), parts.lists}));
}

}  // namespace handbell::office
