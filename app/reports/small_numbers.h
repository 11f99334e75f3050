// What is kept back from people who see no names, so that no figure leads to one child.
//
// A number from one to four is not shown. Where one alone would be left out of a column that adds
// up to a total, the next smallest is left out with it: nobody finds it by taking the others from
// the total. Zero is no secret.
#pragma once

#include <string>
#include <vector>

namespace handbell::reports {

inline constexpr int kFewestShown = 5;

[[nodiscard]] inline bool is_small(int count) { return count > 0 && count < kFewestShown; }

/// "fewer than 5" where it is so, else "not shown": it could be worked out.
[[nodiscard]] std::string words_kept_back(int count);
/// "none", "fewer than 5", "12".
[[nodiscard]] std::string count_words(int count);

/// One number of a column that adds up to a total.
struct ColumnNumber {
  int value = 0;
  bool counts = false;  ///< the line has figures
  bool hidden = false;
};
/// Where one alone is hidden, the next smallest is hidden with it: none that is nothing, since what
/// the two have together would be the first one's.
void hide_one_more(std::vector<ColumnNumber>& column);

/// Of two numbers that are each other's rest the one that decides about both: the smaller, unless
/// it is nothing.
[[nodiscard]] int smaller_part(int one, int other);

}  // namespace handbell::reports
