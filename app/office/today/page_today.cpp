#include "app/office/today/page_today.h"

#include "app/office/today/alert_parts.h"
#include "app/office/today/missing_part.h"
#include "app/office/today/presence_parts.h"
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
  const auto urgent =
      view.alerts.empty() ? std::string() : fmt::format("{} urgent. ", view.alerts.size());
  return urgent + fmt::format("{} waiting to be accepted, {} to settle, {} sent to the office.",
                              view.tiles.waiting, view.tiles.conflicts, view.tiles.sent);
}

Html presence_tiles(const TodayView& view) {
  if (!view.is_today) return {};
  const auto& where = view.presence;
  return join(
      {tile("On site", where.on_site, view.at_door.empty() ? "#lists" : "#door", "blue"),
       tile("Nothing known of", where.unknown, where.unknown > 0 ? "#unknown" : "#lists", "yellow"),
       tile("Out, expected back", where.out, where.out > 0 ? "#out" : "#lists", "plain")});
}

Html tiles(const TodayView& view) {
  const auto& figures = view.tiles;
  const auto list =
      element("ul", {attr("class", "hb-tiles"), attr("role", "list")},
              join({presence_tiles(view),
                    tile("Late before close (L)", figures.before_close, "#waiting", "plain"),
                    tile("Late after close (U)", figures.after_close, "#waiting", "plain"),
                    tile("Waiting to be accepted", figures.waiting, "#waiting", "blue"),
                    tile("Register and door differ", figures.conflicts,
                         figures.conflicts > 0 ? "#differ" : "#waiting", "red"),
                    tile("Sent to the office", figures.sent, "#look", "yellow")}));
  return element("div", {attr("id", "tiles"), attr("data-live", summary_of(view))},
                 join({alerts_part(view), faults_part(view), left_over_part(view), list}));
}

Html lists(const TodayView& view) {
  const auto left = element(
      "div", {attr("class", "hb-columns__wide")},
      join({at_door_part(view), conflicts_part(view), waiting_part(view), accepted_part(view)}));
  const auto right = element(
      "aside", {attr("class", "hb-columns__narrow"), attr("aria-label", "Notes and kiosks")},
      join({releases_part(view), missing_part(view), notes_part(view), out_part(view),
            unknown_part(view), told_part(view), seen_to_part(view), kiosks_part(view)}));
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

Html desk_link(std::string_view to, std::string_view words) {
  return element(
      "a",
      {attr("class", "govuk-button govuk-button--secondary hb-desk-links__one"), url("href", to)},
      text(words));
}

Html headline(const TodayView& view) {
  const auto title =
      element("h1", {attr("class", "govuk-heading-l hb-title")},
              join({text(view.is_today ? "Today " : "Late list "),
                    element("span", {attr("class", "hb-title__date")}, text(view.date))}));
  Html links = element("a",
                       {attr("class", "govuk-link govuk-link--no-visited-state"),
                        url("href", "/today/sheet?on=" + view.day)},
                       text("Day sheet"));
  links += day_link(view.previous, "Day before");
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

/// What the office types itself, on today alone.
Html desk_links(const TodayView& view) {
  if (!view.is_today || !view.may_act) return {};
  return element("nav", {attr("class", "hb-desk-links"), attr("aria-label", "Type it yourself")},
                 desk_link("/today/arrived", "Arrived") + desk_link("/today/going", "Going out") +
                     desk_link("/today/paper", "Paper list"));
}

/// Every button of the lists belongs to this form.
Html accept_form(const TodayView& view, std::string_view token) {
  if (!view.may_act) return {};
  const auto day = hidden_field("day", view.day);
  return post_form("/accept", token, day, {attr("id", "accept")});
}

/// Every button of the parts about presence belongs to this form.
Html seen_form(const TodayView& view, std::string_view token) {
  if (!view.is_today || !view.may_act) return {};
  return post_form("/today/seen", token, {}, {attr("id", "seen")});
}

/// Every button of what cannot wait belongs to this form.
Html alerts_form(const TodayView& view, std::string_view token) {
  if (!view.is_today || !view.may_act) return {};
  return post_form("/today/seen-to", token, {}, {attr("id", "alerts")});
}

Html live_marks(const TodayView& view) { return view.is_today ? live_page("/today/live") : Html(); }

}  // namespace

TodayParts today_parts(const TodayView& view) { return {tiles(view), lists(view)}; }

Html today_fragment(const TodayParts& parts) { return parts.tiles + parts.lists; }

Html today_page(const TodayView& view, const TodayParts& parts, std::string_view token,
                PageFrame frame) {
  frame.title = view.is_today ? "Today" : "Late list of " + view.date;
  frame.school = view.school;
  frame.rehearsal = view.rehearsal;
  frame.legal_register = view.legal_register;
  return page(frame, join({live_marks(view), headline(view), desk_links(view), parts.tiles,
                           accept_form(view, token), seen_form(view, token),
                           alerts_form(view, token), parts.lists}));
}

}  // namespace handbell::office
