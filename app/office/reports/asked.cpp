#include "app/office/reports/asked.h"

#include <fmt/format.h>

namespace handbell::office {

SchoolDay day_asked(const Visit& visit, const std::string& field, SchoolDay otherwise,
                    FormErrors& errors) {
  const std::string typed = visit.query(field);
  if (typed.empty()) return otherwise;
  const auto day = SchoolDay::parse_any(typed);
  if (day) return *day;
  errors.add(field, sentence(day.error()));
  return otherwise;
}

reports::DateRange days_asked(const Visit& visit, const reports::DateRange& otherwise,
                              FormErrors& errors) {
  const SchoolDay from = day_asked(visit, "from", otherwise.from(), errors);
  const SchoolDay to = day_asked(visit, "to", otherwise.to(), errors);
  const auto days = reports::DateRange::from_days(from, to);
  if (days) return *days;
  if (errors.empty()) errors.add("to", "The last day lies before the first.");
  return otherwise;
}

Field day_field(const Visit& visit, const FormErrors& errors, const std::string& name,
                const std::string& label, const std::string& otherwise) {
  Field field;
  field.name = name;
  field.label = label;
  field.value = visit.query(name).empty() ? otherwise : visit.query(name);
  field.error = errors.of(name);
  field.type = "date";
  field.width = "10";
  return field;
}

Field choice_field(const Visit& visit, const std::string& name, const std::string& label) {
  Field field;
  field.name = name;
  field.label = label;
  field.value = visit.query(name);
  return field;
}

std::string in_address(std::string_view value) {
  std::string out;
  for (const char c : value) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.' || c == '_';
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

}  // namespace handbell::office
