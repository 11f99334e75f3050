#include "app/office/today/today_parts.h"

#include <fmt/format.h>

#include <optional>

namespace handbell::office {
namespace {

Html part(std::string_view id, std::string_view title, std::optional<std::size_t> count,
          const Html& inside) {
  Html words = text(title);
  if (count) {
    words += text(" ");
    words += element("span", {attr("class", "hb-count")}, text(std::to_string(*count)));
  }
  const std::string heading = std::string(id) + "-heading";
  return element(
      "section", {attr("id", id), attr("class", "hb-part"), attr("aria-labelledby", heading)},
      element("h2", {attr("id", heading), attr("class", "govuk-heading-m")}, words) + inside);
}

Html hint(std::string_view words) {
  return element("p", {attr("class", "govuk-body hb-hint")}, text(words));
}

Html hidden_words(std::string_view words) {
  return element("span", {attr("class", "govuk-visually-hidden")}, text(words));
}

Html mark_of(const LateLine& line) {
  const std::string_view look = line.code == "L"   ? "govuk-tag--yellow"
                                : line.code == "U" ? "govuk-tag--red"
                                                   : "govuk-tag--grey";
  return element("strong", {attr("class", "govuk-tag hb-mark " + std::string(look))},
                 text(line.code) + hidden_words(", " + line.code_name));
}

Html cell(std::string_view label, std::string_view look, const Html& inside) {
  return element(
      "td", {attr("class", "govuk-table__cell " + std::string(look)), attr("data-label", label)},
      inside);
}

Html child(const LateLine& line) {
  Html inside = element("span", {attr("class", "hb-name")}, text(line.name));
  if (line.urgent) {
    inside += element("span", {attr("class", "hb-note hb-note--urgent")},
                      text("Not expected on site: ring home now."));
  }
  if (!line.note.empty()) inside += element("span", {attr("class", "hb-note")}, text(line.note));
  return element("th", {attr("scope", "row"), attr("class", "govuk-table__header hb-child")},
                 inside);
}

std::string arrived_words(const LateLine& line) {
  if (!line.arrived.empty()) return line.arrived;
  return line.half == "Morning" ? "am" : "pm";
}

Html late_cell(const LateLine& line) {
  const std::string late =
      line.minutes_late ? fmt::format("{} min", *line.minutes_late) : std::string("–");
  return element("td",
                 {attr("class", "govuk-table__cell hb-figure"), attr("data-label", "Late by"),
                  attr("data-sort-value", std::to_string(line.minutes_late.value_or(0)))},
                 text(late));
}

Html common_cells(const LateLine& line) {
  return join({child(line), cell("Class", "", text(line.class_name)),
               cell("Arrived", "hb-figure", text(arrived_words(line))), late_cell(line),
               cell("Mark", "hb-code", mark_of(line))});
}

Html column(std::string_view name, std::string_view look) {
  const std::string looks = "govuk-table__header " + std::string(look);
  return element("th", {attr("scope", "col"), attr("class", looks)}, text(name));
}

Html table(std::string_view caption, std::string_view last, const Html& rows) {
  const auto head =
      element("thead", {attr("class", "govuk-table__head")},
              element("tr", {attr("class", "govuk-table__row")},
                      join({column("Child", "hb-child"), column("Class", "hb-class"),
                            column("Arrived", "hb-figure"), column("Late by", "hb-figure"),
                            column("Mark", "hb-code"), column(last, "hb-last")})));
  return element("table", {attr("class", "govuk-table hb-table")},
                 join({element("caption", {attr("class", "govuk-visually-hidden")}, text(caption)),
                       head, element("tbody", {attr("class", "govuk-table__body")}, rows)}));
}

Html row(std::string_view key, const Html& cells) {
  return element("tr", {attr("class", "govuk-table__row"), attr("id", key)}, cells);
}

Html accept_button(const LateLine& line) {
  const auto button =
      element("button",
              {attr("class", "govuk-button govuk-button--secondary hb-row-button"),
               attr("id", "accept-" + line.key), attr("form", "accept"), attr("name", "one"),
               attr("value", line.token)},
              text("Accept") + hidden_words(fmt::format(" {} for {}", line.code, line.name)));
  const auto seen = lone("input", {attr("type", "hidden"), attr("form", "accept"),
                                   attr("name", "seen"), attr("value", line.token)});
  return button + seen;
}

std::string entered_words(const LateLine& line) {
  return fmt::format("{} by {}", line.entered, line.entered_by);
}

Html kiosk_state(const KioskLine& kiosk) {
  struct Look {
    std::string_view colour;
    std::string_view words;
  };
  const auto look = [&]() -> Look {
    switch (kiosk.state) {
      case KioskState::working:
        return {"govuk-tag--green", "Working"};
      case KioskState::silent:
        return {"govuk-tag--red", "Not heard"};
      case KioskState::never_heard:
        return {"govuk-tag--grey", "Never heard"};
      case KioskState::fault:
        return {"govuk-tag--red", "Fault"};
    }
    return {};
  }();
  return element("strong", {attr("class", "govuk-tag " + std::string(look.colour))},
                 text(look.words));
}

Html fact(std::string_view name, std::string_view value, bool wrong) {
  const auto looks = wrong ? "hb-facts__value hb-facts__value--wrong" : "hb-facts__value";
  return element("div", {attr("class", "hb-facts__row")},
                 element("dt", {attr("class", "hb-facts__name")}, text(name)) +
                     element("dd", {attr("class", looks)}, text(value)));
}

Html kiosk_part(const KioskLine& kiosk) {
  const auto name = element("h3", {attr("class", "govuk-heading-s hb-kiosk__name")},
                            text(kiosk.name) + text(" ") + kiosk_state(kiosk));
  if (kiosk.state == KioskState::never_heard) {
    return element("div", {attr("class", "hb-kiosk")},
                   name + hint("Start it in the entrance; it shows up here by itself."));
  }
  const std::string book = kiosk.door_book == 0 ? "none yet"
                           : kiosk.door_book_is_newest
                               ? fmt::format("{}, the newest", kiosk.door_book)
                               : fmt::format("{}, a newer one is on its way", kiosk.door_book);
  const auto facts = element(
      "dl", {attr("class", "hb-facts")},
      join({fact("Last heard", kiosk.last_contact, kiosk.state == KioskState::silent),
            fact("Card reader", kiosk.reader, kiosk.reader_troubled),
            fact("Waiting to be sent", std::to_string(kiosk.waiting), false),
            fact("Clock", kiosk.clock_trusted ? "right" : "not trusted", !kiosk.clock_trusted),
            fact("Door book", book, kiosk.door_book == 0)}));
  return element("div", {attr("class", "hb-kiosk")}, name + facts);
}

}  // namespace

Html faults_part(const TodayView& view) {
  if (view.faults.empty()) return {};
  Html list;
  for (const auto& fault : view.faults) {
    const auto since = fault.since.empty() ? std::string() : " (since " + fault.since + ")";
    list +=
        element("li", element("strong", text(fault.where + since + ": ")) + text(fault.sentence));
  }
  return element("section", {attr("class", "hb-faults"), attr("aria-label", "Faults")},
                 element("ul", {attr("class", "hb-faults__list")}, list));
}

Html left_over_part(const TodayView& view) {
  if (!view.left_over) return {};
  const auto& left = *view.left_over;
  const int open = left.waiting + left.conflicts;
  const std::string words = open == 1
                                ? "1 child of " + left.date + " still waits. "
                                : fmt::format("{} children of {} still wait. ", open, left.date);
  const auto link = element("a",
                            {attr("class", "govuk-link govuk-link--no-visited-state"),
                             url("href", "/today?on=" + left.day)},
                            text("Look at that day"));
  return element("p", {attr("class", "hb-left-over")}, text(words) + link);
}

Html conflicts_part(const TodayView& view) {
  if (view.conflicts.empty()) return {};
  Html rows;
  for (const auto& line : view.conflicts) {
    rows += row(line.key,
                common_cells(line) + cell("Register says", "hb-last", text(entered_words(line))));
  }
  const auto settle =
      element("a",
              {attr("class", "govuk-link govuk-link--no-visited-state"),
               url("href", view.is_today ? "/reconcile" : "/reconcile?on=" + view.day)},
              text("settle them"));
  return part(
      "differ", "Register and door differ", view.conflicts.size(),
      element("p", {attr("class", "govuk-body hb-hint")},
              view.may_act ? text("Both stand until a person decides: ") + settle + text(".")
                           : text("Both stand until the office decides.")) +
          table("Children whose register and door differ", "Register says", rows));
}

Html waiting_part(const TodayView& view) {
  if (view.waiting.empty()) {
    return part(
        "waiting", "Waiting to be accepted", 0,
        hint(view.accepted.empty() ? "Nobody has come late so far." : "Everything was accepted."));
  }
  Html rows;
  for (const auto& line : view.waiting) {
    const auto last = view.may_act ? accept_button(line) : text("Waits for the office");
    rows += row(line.key, common_cells(line) + cell("", "hb-last", last));
  }
  if (!view.may_act) {
    return part("waiting", "Waiting to be accepted", view.waiting.size(),
                table("Marks that the door proposes", "State", rows));
  }
  const std::string words = view.waiting.size() == 1
                                ? std::string("Accept this one")
                                : fmt::format("Accept all {}", view.waiting.size());
  const auto all = element("button",
                           {attr("class", "govuk-button hb-all"), attr("id", "accept-all"),
                            attr("form", "accept"), attr("name", "all"), attr("value", "yes")},
                           text(words));
  return part("waiting", "Waiting to be accepted", view.waiting.size(),
              all + table("Marks that the door proposes", "Accept", rows));
}

Html accepted_part(const TodayView& view) {
  if (view.accepted.empty()) return {};
  Html rows;
  for (const auto& line : view.accepted) {
    rows +=
        row(line.key, common_cells(line) + cell("Accepted by", "hb-last", text(line.entered_by)));
  }
  return part("accepted", "Accepted", view.accepted.size(),
              table("Late marks that stand in the register", "Accepted by", rows));
}

Html notes_part(const TodayView& view) {
  if (view.notes.empty()) return part("look", "To look at", 0, hint("Nothing."));
  Html list;
  for (const auto& note : view.notes) {
    const auto looks = note.urgent ? "hb-notes__item hb-notes__item--urgent" : "hb-notes__item";
    const std::string when = note.when.empty() ? "" : note.when + " ";
    list += element("li", {attr("class", looks)},
                    element("span", {attr("class", "hb-notes__when")}, text(when)) +
                        element("strong", text(note.who)) + text(" ") +
                        element("span", {attr("class", "hb-notes__words")}, text(note.sentence)));
  }
  return part("look", "To look at", view.notes.size(),
              element("ul", {attr("class", "hb-notes")}, list));
}

Html kiosks_part(const TodayView& view) {
  Html list;
  for (const auto& kiosk : view.kiosks) list += kiosk_part(kiosk);
  if (view.kiosks.empty()) list = hint("No kiosk is enrolled.");
  return part("kiosks", "Kiosks", std::nullopt, list);
}

}  // namespace handbell::office
