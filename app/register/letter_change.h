// What a school makes of Handbell's letters: its own wording of a kind of letter, and its logo.
//
// Each change is an entry of the register with what was, what is, why and who; nothing is changed
// afterwards. Empty words are Handbell's own again, and an empty logo is none.
#pragma once

#include "app/base/instant.h"
#include "app/register/mark.h"

#include <cstdint>
#include <string>
#include <vector>

namespace handbell::reg {

/// Bytes of a school's wording of one letter: some three pages.
inline constexpr std::size_t kLongestLetter = 5000;
inline constexpr std::size_t kLongestLetterReason = 400;  ///< characters
inline constexpr std::size_t kLargestLogo = std::size_t{512} * 1024;

struct LetterChange {
  std::string kind;  ///< "meeting"
  std::string was;   ///< empty: Handbell's wording
  std::string is;    ///< empty: Handbell's wording again
  std::string reason;
  Author by;
  friend bool operator==(const LetterChange&, const LetterChange&) = default;
};

struct LetterChangeGiven {
  std::uint64_t entry = 0;
  Instant typed;
  LetterChange what;
  friend bool operator==(const LetterChangeGiven&, const LetterChangeGiven&) = default;
};

/// The picture itself is kept beside the entries; these name it.
struct LogoChange {
  std::string is;      ///< "a PNG of 12 kB"; empty: none any more
  std::string digest;  ///< of its bytes, in hexadecimal; empty with none
  std::string reason;
  Author by;
  friend bool operator==(const LogoChange&, const LogoChange&) = default;
};

/// Faults: entry_incomplete, entry_too_long.
[[nodiscard]] Status complete(const LetterChange& change);
[[nodiscard]] Status complete(const LogoChange& change);

/// The school's wording of a kind, or empty: Handbell's. `changes`: oldest first.
[[nodiscard]] std::string wording_of(const std::vector<LetterChangeGiven>& changes,
                                     const std::string& kind);

}  // namespace handbell::reg
