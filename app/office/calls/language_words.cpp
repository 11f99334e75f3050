#include "app/office/calls/language_words.h"

#include "app/base/text.h"

#include <map>

namespace handbell::office {

std::string language_words(const std::string& code) {
  static const std::map<std::string, std::string> kNames{
      {"ar", "Arabic"},    {"bg", "Bulgarian"},  {"bn", "Bengali"},    {"cs", "Czech"},
      {"cy", "Welsh"},     {"de", "German"},     {"el", "Greek"},      {"es", "Spanish"},
      {"fa", "Persian"},   {"fr", "French"},     {"gu", "Gujarati"},   {"hi", "Hindi"},
      {"hu", "Hungarian"}, {"it", "Italian"},    {"ku", "Kurdish"},    {"lt", "Lithuanian"},
      {"lv", "Latvian"},   {"ml", "Malayalam"},  {"ne", "Nepali"},     {"pa", "Panjabi"},
      {"pl", "Polish"},    {"ps", "Pashto"},     {"pt", "Portuguese"}, {"ro", "Romanian"},
      {"ru", "Russian"},   {"sk", "Slovak"},     {"so", "Somali"},     {"sq", "Albanian"},
      {"ta", "Tamil"},     {"te", "Telugu"},     {"tr", "Turkish"},    {"uk", "Ukrainian"},
      {"ur", "Urdu"},      {"vi", "Vietnamese"}, {"yo", "Yoruba"},     {"zh", "Chinese"}};
  const std::string lower = ascii_lower(code);
  if (lower.empty() || lower == "en" || lower == "eng") return "";
  const auto found = kNames.find(lower.substr(0, lower.find('-')));
  return found == kNames.end() ? code : found->second;
}

}  // namespace handbell::office
