// Why a child comes late or leaves early, as it may be said at the door (D24, D49), and why staff
// take an arrival back: three short lists of plain words, which a school may word as it likes.
//
// A kiosk writes the key alone. Whoever reads a key that is in no list sees the key itself as
// words. A list has 2 to 9 reasons: more do not fit on the screen with a finger's room each.
#pragma once

#include "app/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace handbell::reg {

inline constexpr std::size_t kFewestReasons = 2;
inline constexpr std::size_t kMostReasons = 9;
inline constexpr std::size_t kLongestReasonWords = 24;  ///< characters
inline constexpr std::size_t kLongestReasonKey = 32;    ///< bytes

struct DoorReason {
  std::string key;      ///< "overslept"
  std::string words;    ///< "Overslept"
  std::string picture;  ///< key of the icon list; may be empty
  friend bool operator==(const DoorReason&, const DoorReason&) = default;
};

enum class ReasonList : std::uint8_t { late, out, undo };
inline constexpr ReasonList kReasonLists[] = {ReasonList::late, ReasonList::out, ReasonList::undo};
[[nodiscard]] std::string_view text_of(ReasonList list);  ///< "late", "out", "undo"
/// In any case. Fault: bad_choice.
[[nodiscard]] Result<ReasonList> parse_reason_list(std::string_view text);

struct DoorReasons {
  std::vector<DoorReason> late;
  std::vector<DoorReason> out;
  std::vector<DoorReason> undo;  ///< of staff, who take an arrival back

  [[nodiscard]] const std::vector<DoorReason>& of(ReasonList list) const;
  [[nodiscard]] std::vector<DoorReason>& of(ReasonList list);
  friend bool operator==(const DoorReasons&, const DoorReasons&) = default;
};

/// The lists that Handbell comes with.
[[nodiscard]] const std::vector<DoorReason>& late_reasons();
[[nodiscard]] const std::vector<DoorReason>& out_reasons();
[[nodiscard]] const std::vector<DoorReason>& undo_reasons();
/// A school's own lists; an empty one is Handbell's.
[[nodiscard]] DoorReasons with_built_in(DoorReasons own);

/// Key of small letters and underlines, words of 1 to 24 characters, a picture that is a word or
/// none. Fault: reason_unfit, saying what is wrong.
[[nodiscard]] Status fit_reason(const DoorReason& reason);

/// "Overslept"; "lost shoe" for the unknown key "lost_shoe".
[[nodiscard]] std::string words_of_reason(std::string_view key);

}  // namespace handbell::reg
