// The choices of a list as files and forms name them, and as people read them.
//
// A list of words is numbered from 1 in its own order, which is part of the format: new choices are
// added at the end. What is none of them is refused with all that there are.
#pragma once

#include "app/base/result.h"
#include "app/base/text.h"

#include <array>
#include <string>
#include <string_view>

namespace handbell::reg {

struct ChoiceWords {
  std::string_view key;    ///< "in_person", in files and forms
  std::string_view words;  ///< "in person"
};

template <std::size_t N>
using ChoiceList = std::array<ChoiceWords, N>;

/// Invariant: the choice is one of the list's.
template <class Choice, std::size_t N>
[[nodiscard]] const ChoiceWords& entry_of(const ChoiceList<N>& list, Choice choice) {
  return list.at(static_cast<std::size_t>(choice) - 1);
}

/// Fault: bad_choice, naming all.
template <class Choice, std::size_t N>
[[nodiscard]] Result<Choice> parse_choice(const ChoiceList<N>& list, std::string_view text) {
  const std::string wanted = ascii_lower(text);
  std::string all;
  for (std::size_t i = 0; i < N; ++i) {
    if (list[i].key == wanted) return static_cast<Choice>(i + 1);
    all += (all.empty() ? "" : ", ") + std::string(list[i].key);
  }
  return fail(FaultCode::bad_choice, "\"" + std::string(text) + "\" is none of: " + all);
}

}  // namespace handbell::reg
