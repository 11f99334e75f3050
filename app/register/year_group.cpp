#include "app/register/year_group.h"

#include "app/base/text.h"

#include <string>

namespace handbell::reg {

Result<YearGroup> parse_year_group(std::string_view text) {
  struct Word {
    std::string_view word;
    YearGroup group;
  };
  using enum YearGroup;
  constexpr std::array kWords{
      Word{"n1", n1},      Word{"n2", n2},         Word{"n", n2},
      Word{"nursery", n2}, Word{"r", reception},   Word{"reception", reception},
      Word{"1", year_1},   Word{"year 1", year_1}, Word{"y1", year_1},
      Word{"2", year_2},   Word{"year 2", year_2}, Word{"y2", year_2}};
  const std::string lower = ascii_lower(trimmed(text));
  for (const Word& word : kWords) {
    if (word.word == lower) return word.group;
  }
  return fail(FaultCode::bad_year_group, std::string(text));
}

std::string_view text_of(YearGroup group) {
  constexpr std::array<std::string_view, 5> kTexts{"N1", "N2", "R", "1", "2"};
  return kTexts.at(static_cast<std::size_t>(group));
}

}  // namespace handbell::reg
