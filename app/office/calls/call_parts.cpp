#include "app/office/calls/call_parts.h"

#include <string>

namespace handbell::office {

Html unseen_words(std::string_view words) {
  return element("span", {attr("class", "govuk-visually-hidden")}, text(words));
}

Html small_button(const Html& words, std::string_view id, std::string_view name,
                  std::string_view value) {
  Attributes all{attr("class", "govuk-button govuk-button--secondary hb-row-button"),
                 attr("type", "submit"), attr("id", id)};
  if (!name.empty()) {
    all.push_back(attr("name", name));
    all.push_back(attr("value", value));
  }
  return element("button", all, words);
}

Html call_section(std::string_view id, std::string_view title, std::size_t count,
                  const Html& inside) {
  const std::string head = std::string(id) + "-heading";
  const auto figure = element("span", {attr("class", "hb-count")}, text(std::to_string(count)));
  return element("section",
                 {attr("id", id), attr("class", "hb-part"), attr("aria-labelledby", head)},
                 element("h2", {attr("class", "govuk-heading-m"), attr("id", head)},
                         join({text(title), text(" "), figure})) +
                     inside);
}

Html child_words(const std::string& pupil, const std::string& name, const std::string& class_name) {
  return link("/pupils/one?pupil=" + pupil, name) + text(" ") +
         element("span", {attr("class", "hb-call__class")}, text(class_name));
}

Html call_note(std::string_view words, std::string_view look) {
  if (words.empty()) return {};
  const std::string looks =
      look.empty() ? "hb-call__note" : "hb-call__note hb-call__note--" + std::string(look);
  return element("p", {attr("class", looks)}, text(words));
}

Html call_line(const Html& who, const Html& known, const Html& actions, bool red) {
  const auto left = element("div", {attr("class", "hb-people__who")}, element("span", who) + known);
  return element("li",
                 {attr("class", red ? "hb-people__item hb-people__item--red" : "hb-people__item")},
                 left + element("div", {attr("class", "hb-call__do")}, actions));
}

Html call_lines(const Html& lines) {
  return element("ul", {attr("class", "hb-people"), attr("role", "list")}, lines);
}

}  // namespace handbell::office
