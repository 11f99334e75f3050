#include "app/exchange/cell_values.h"

#include "app/base/text.h"

namespace handbell::exchange {

Result<bool> parse_yes(const std::string& text) {
  if (text == "Y" || text == "y") return true;
  if (text.empty() || text == "N" || text == "n") return false;
  return fail(bad_choice(text, "Y, N or nothing"));
}

Result<std::optional<SchoolDay>> parse_day_or_none(const std::string& text) {
  if (text.empty()) return std::optional<SchoolDay>();
  const auto day = SchoolDay::parse_any(text);
  if (!day) return fail(day.error());
  return std::optional<SchoolDay>(*day);
}

Result<std::optional<NamePart>> parse_name_or_none(const std::string& text) {
  if (text.empty()) return std::optional<NamePart>();
  const auto name = NamePart::parse(text);
  if (!name) return fail(name.error());
  return std::optional<NamePart>(*name);
}

Result<std::string> parse_note(const std::string& text) {
  const auto size = code_points(text);
  if (size > kLongestNote) return fail(FaultCode::text_too_long, std::to_string(size));
  return text;
}

Fault bad_choice(const std::string& text, const std::string& choices) {
  return {FaultCode::bad_choice, "\"" + text + "\" is none of: " + choices};
}

}  // namespace handbell::exchange
