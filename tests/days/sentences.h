// How a line of a day finds what does it: a list of sentences, each a pattern with gaps.
//
// The first pattern that fits the whole line counts, so special sentences stand before general
// ones.
#pragma once

#include "day_file.h"

#include <regex>
#include <string>
#include <vector>

namespace handbell::days {

/// What was found or done, in the words of the file; or what does not read.
using Answer = Reading<std::string>;

/// The texts in a pattern's gaps; [0] is the whole line. Nothing where it does not fit.
[[nodiscard]] std::vector<std::string> gaps(const std::string& line, const std::regex& pattern);

template <class Place>
struct SentenceFor {
  struct Asked {
    std::vector<std::string> parts;
    std::string expected;  ///< for questions about those who are named in it
    [[nodiscard]] const std::string& part(std::size_t i) const { return parts.at(i); }
  };
  SentenceFor(const char* words, Answer (*does)(Place&, const Asked&))
      : pattern(words), says(does) {}

  std::regex pattern;
  Answer (*says)(Place&, const Asked&);
};

template <class Place>
[[nodiscard]] Answer say(const std::vector<SentenceFor<Place>>& sentences, Place& place,
                         const DayLine& line) {
  for (const auto& sentence : sentences) {
    auto parts = gaps(line.says, sentence.pattern);
    if (parts.empty()) continue;
    return sentence.says(place, {std::move(parts), line.expected.value_or("")});
  }
  return unread("no sentence of ours: \"" + line.says + "\"");
}

}  // namespace handbell::days
