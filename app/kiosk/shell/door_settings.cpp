#include "app/kiosk/shell/door_settings.h"

#include "app/journal/door_book_codec.h"

#include <algorithm>

namespace handbell::kiosk {

namespace {

LookUpUse look_up_of(const std::string& word) {
  if (word == "off") return LookUpUse::off;
  return word == "always" ? LookUpUse::always : LookUpUse::window;
}

std::vector<OwnLanguage> languages_of(const SiteConfig& config, const Words& words) {
  std::vector<std::string> codes = config.languages;
  for (const auto& [code, language] : words.all()) {
    if (std::ranges::find(codes, code) == codes.end()) codes.push_back(code);
  }
  std::vector<OwnLanguage> offered{{"en", "English"}};
  for (const auto& code : codes) {
    const auto known = words.all().find(code);
    if (known == words.all().end() || known->second.own_name().empty()) continue;
    offered.push_back({code, known->second.own_name()});
  }
  // English alone is no choice.
  return offered.size() > 1 ? offered : std::vector<OwnLanguage>();
}

}  // namespace

DoorSettings door_settings_of(const SiteConfig& config, const LookFiles& look,
                              const journal::KioskKey& card_key) {
  DoorSettings settings;
  settings.look_up = look_up_of(config.look_up);
  settings.going_out = config.going_out;
  settings.read_aloud = config.read_aloud;
  settings.prints_slips = !config.slip_printer.empty();
  settings.patience = config.patience;
  settings.languages = languages_of(config, look.words);
  for (const Fault& fault : look.faults) settings.faults.push_back(sentence(fault));
  settings.hash_of_pin = [card_key](const reg::CardHash& card, const std::string& digits) {
    return journal::hash_of_pin(card, digits, card_key);
  };
  return settings;
}

}  // namespace handbell::kiosk
