#include "app/office/today/presence_parts.h"

#include "app/office/page/form.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

Html counted_part(std::string_view id, std::string_view title, std::size_t count,
                  const Html& inside) {
  const std::string head = std::string(id) + "-heading";
  const auto number = element("span", {attr("class", "hb-count")}, text(std::to_string(count)));
  return element("section",
                 {attr("id", id), attr("class", "hb-part"), attr("aria-labelledby", head)},
                 element("h2", {attr("id", head), attr("class", "govuk-heading-m")},
                         join({text(title), text(" "), number})) +
                     inside);
}

Html said_for(std::string_view words, std::string_view name) {
  return text(words) + element("span", {attr("class", "govuk-visually-hidden")},
                               text(fmt::format(" for {}", name)));
}

Html row_button(const TodayView& view, const std::string& id, std::string_view field,
                const std::string& value, const Html& words) {
  if (!view.may_act) return {};
  return element("button",
                 {attr("class", "govuk-button govuk-button--secondary hb-row-button"),
                  attr("id", id), attr("form", "seen"), attr("name", field), attr("value", value)},
                 words);
}

Html name_and_class(const std::string& name, const std::string& class_name) {
  return element("strong", {attr("class", "hb-name")}, text(name)) + text(" ") +
         element("span", {attr("class", "hb-people__class")}, text(class_name));
}

Html person(std::string_view look, const Html& who, const Html& what, const Html& button) {
  return element("li", {attr("class", "hb-people__item " + std::string(look))},
                 element("div", {attr("class", "hb-people__who")}, who + what) + button);
}

Html note(std::string_view words, bool urgent) {
  if (words.empty()) return {};
  return element("span", {attr("class", urgent ? "hb-note hb-note--urgent" : "hb-note")},
                 text(words));
}

std::string door_words(const DoorLine& line) {
  if (line.since.empty()) return "Came at a time that is not known: look for the child.";
  const bool long_since = line.red && line.why.empty();
  return fmt::format("Came at {}{}.", line.since,
                     long_since ? ", ten minutes ago or more: look for the child" : "");
}

Html people(const Html& lines) {
  return element("ul", {attr("class", "hb-people"), attr("role", "list")}, lines);
}

}  // namespace

Html at_door_part(const TodayView& view) {
  if (view.at_door.empty()) return {};
  Html lines;
  for (const auto& line : view.at_door) {
    lines += person(
        line.red ? "hb-people__item--red" : "", name_and_class(line.name, line.class_name),
        note(door_words(line), line.red) + note(line.why, true),
        row_button(view, "seen-" + line.pupil, "seen", line.pupil, said_for("Seen", line.name)));
  }
  return counted_part("door", "At the door, not yet seen in class", view.at_door.size(),
                      people(lines));
}

Html out_part(const TodayView& view) {
  if (view.out.empty()) return {};
  Html lines;
  for (const auto& line : view.out) {
    std::string words = line.since.empty() ? "Out." : fmt::format("Out since {}.", line.since);
    if (!line.back_by.empty()) words += fmt::format(" Back by {}.", line.back_by);
    lines += person(
        line.overdue ? "hb-people__item--red" : "", name_and_class(line.name, line.class_name),
        note(words, line.overdue) + note(line.note, false),
        row_button(view, "back-" + line.pupil, "back", line.pupil, said_for("Back", line.name)));
  }
  return counted_part("out", "Out, expected back", view.out.size(), people(lines));
}

Html unknown_part(const TodayView& view) {
  if (view.unknown.empty()) return {};
  Html classes;
  for (const auto& line : view.unknown) {
    const auto title =
        element("summary", {attr("class", "hb-unknown__class")},
                text(line.class_name + " ") + element("span", {attr("class", "hb-count")},
                                                      text(std::to_string(line.names.size()))));
    std::string names;
    for (const auto& name : line.names) names += (names.empty() ? "" : ", ") + name;
    classes +=
        element("details", {attr("class", "hb-unknown"), attr("id", "unknown-" + line.class_name)},
                title + element("p", {attr("class", "hb-unknown__names")}, text(names)));
  }
  return counted_part("unknown", "Nothing known of",
                      static_cast<std::size_t>(view.presence.unknown), classes);
}

Html told_part(const TodayView& view) {
  if (view.told.empty()) return {};
  Html lines;
  for (const auto& line : view.told) {
    lines += person("", name_and_class(line.name, line.class_name),
                    note(line.what + ", by " + line.by + ".", false),
                    row_button(view, "undo-" + line.entry, "undo", line.entry,
                               said_for("Take back", line.name)));
  }
  return counted_part("told", "Typed today", view.told.size(), people(lines));
}

}  // namespace handbell::office
