// Takes the names of others out of a text that is handed to one family (formats F10).
//
// Every word of a name counts by itself, without case and accents, since a note may say "Ben" or
// "ben ross": rather one word too many is taken out than another child named. Words of one or
// two letters count as the name is written, or beside a name ("al-Hassan"). What was taken out is
// told to the office, which can say that a word is none of a name ("mark", "may").
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace handbell::exchange {

inline constexpr std::string_view kNameRemoved = "[name removed]";

struct Redacted {
  std::string text;
  std::vector<std::string> words;  ///< that were taken out, as they stood
};

class NameRedactor {
 public:
  /// Takes out the words of `others`, but for those that are of `kept` as well.
  NameRedactor(const std::vector<std::string>& others, const std::vector<std::string>& kept);

  /// Words of one name beside each other become one kNameRemoved.
  [[nodiscard]] Redacted redact(std::string_view text) const;

 private:
  [[nodiscard]] bool is_name(std::string_view word) const;
  [[nodiscard]] bool is_particle(std::string_view word) const;

  std::set<std::string> folded_;     ///< of three letters or more
  std::set<std::string> short_;      ///< of two, as written
  std::set<std::string> particles_;  ///< of one or two, folded: names only beside a name
};

}  // namespace handbell::exchange
