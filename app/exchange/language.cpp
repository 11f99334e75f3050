#include "app/exchange/language.h"

#include "app/base/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace handbell::exchange {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 30> kLanguages{
    {{"ar", "arabic"},    {"bg", "bulgarian"},  {"bn", "bengali"},    {"cs", "czech"},
     {"de", "german"},    {"el", "greek"},      {"es", "spanish"},    {"fa", "persian"},
     {"fr", "french"},    {"gu", "gujarati"},   {"hi", "hindi"},      {"hu", "hungarian"},
     {"it", "italian"},   {"ku", "kurdish"},    {"lt", "lithuanian"}, {"lv", "latvian"},
     {"ml", "malayalam"}, {"ne", "nepali"},     {"pa", "panjabi"},    {"pl", "polish"},
     {"ps", "pashto"},    {"pt", "portuguese"}, {"ro", "romanian"},   {"ru", "russian"},
     {"sk", "slovak"},    {"so", "somali"},     {"sq", "albanian"},   {"ta", "tamil"},
     {"tr", "turkish"},   {"uk", "ukrainian"}}};
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kMoreNames{
    {{"ur", "urdu"},
     {"ur", "ur"},
     {"vi", "vietnamese"},
     {"vi", "vi"},
     {"zh", "chinese"},
     {"zh", "zh"},
     {"pa", "punjabi"}}};

}  // namespace

Result<std::string> parse_language(std::string_view text) {
  const std::string asked = ascii_lower(trimmed(text));
  if (asked.empty() || asked == "en" || asked == "english") return std::string();
  for (const auto& [code, name] : kLanguages) {
    if (asked == code || asked == name) return std::string(code);
  }
  for (const auto& [code, name] : kMoreNames) {
    if (asked == name) return std::string(code);
  }
  return fail(FaultCode::bad_language, "\"" + std::string(text) + "\"");
}

}  // namespace handbell::exchange
