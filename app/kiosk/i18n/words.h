// The kiosk's words in the family's language, with English under them.
//
// Read from .po files by ourselves: a school edits one and starts the kiosk again. What a language
// lacks is said in English alone. Inserted names and times are set apart (U+2068 .. U+2069), so
// that a Latin name or 8:52 reads right inside an Urdu sentence.
#pragma once

#include "app/base/result.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace handbell::kiosk {

using Insertions = std::map<std::string, std::string>;  ///< "class" to "Owls"

/// English to another language.
class Language {
 public:
  /// The text of a .po file. Fault: words_garbled, naming the line.
  [[nodiscard]] static Result<Language> parse(std::string_view po);

  /// Empty where the language has no words for it.
  [[nodiscard]] std::string of(const std::string& english) const;
  [[nodiscard]] const std::map<std::string, std::string>& all() const { return words_; }
  /// What it calls itself, "Polski": X-Own-Name in the head of the file; empty where it says none.
  [[nodiscard]] const std::string& own_name() const { return own_name_; }

 private:
  std::string own_name_;
  std::map<std::string, std::string> words_;
};

class Words {
 public:
  void add(const std::string& code, Language language) { languages_[code] = std::move(language); }
  [[nodiscard]] const std::map<std::string, Language>& all() const { return languages_; }
  [[nodiscard]] bool knows(const std::string& code) const { return languages_.contains(code); }

  /// `{class}` in `english` becomes what stands in `insert` for "class".
  [[nodiscard]] static std::string english(const std::string& english, const Insertions& insert);
  /// Empty where this language is not known, or lacks these words.
  [[nodiscard]] std::string other(const std::string& code, const std::string& english,
                                  const Insertions& insert) const;

 private:
  std::map<std::string, Language> languages_;
};

/// Whether it is written from right to left.
[[nodiscard]] bool right_to_left(std::string_view code);

}  // namespace handbell::kiosk
