#include "app/office/settings/settings_page.h"

#include <algorithm>

namespace handbell::office {

Answer settings_page(const Visit& visit, const std::string& title, const Html& inside,
                     const FormErrors& errors) {
  PageFrame frame = visit.frame;
  frame.title = title;
  frame.path = "/settings";
  frame.errors = errors;
  const auto up = element("p", {attr("class", "hb-up")}, link("/settings", "All settings"));
  const auto head =
      element("h1", {attr("class", "govuk-heading-l hb-title hb-title--alone")}, text(title));
  return page_answer(page(frame, join({up, head, inside})), errors.empty() ? 200 : 422);
}

Field typed_field(const Visit& visit, const FormErrors& errors, const std::string& name,
                  const std::string& label, const std::string& otherwise) {
  const bool sent =
      std::ranges::any_of(visit.form, [&](const auto& each) { return each.first == name; });
  Field field;
  field.name = name;
  field.label = label;
  field.value = sent ? visit.typed(name) : otherwise;
  field.error = errors.of(name);
  return field;
}

Html to_mind(const std::vector<std::string>& sentences) {
  Html lines;
  for (const auto& each : sentences) lines += element("li", text(each));
  return lines.empty() ? lines : element("ul", {attr("class", "hb-mind")}, lines);
}

std::string date_words(SchoolDay day) {
  const std::string words = day.words();
  return words.substr(words.find(' ') + 1);
}

std::optional<SchoolDay> typed_day(const Visit& visit, const std::string& field,
                                   FormErrors& errors) {
  const std::string typed = visit.typed(field);
  const auto day = SchoolDay::parse_any(typed);
  if (day) return *day;
  errors.add(field, typed.empty() ? "Give the date." : sentence(day.error()));
  return std::nullopt;
}

}  // namespace handbell::office
