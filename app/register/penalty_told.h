// A penalty notice as the local authority told the school of it: to which parent, when it was
// issued, what became of it (policy 4.2; P26).
//
// The local authority issues, takes the money, withdraws and prosecutes; the school writes down
// what it hears, and how. Each news is an entry that names the first one of its notice. Notices are
// counted for each parent and child over three years (D37), so a parent has a key that stays the
// same where the list of contacts is put into another order.
#pragma once

#include "app/base/pupil_id.h"
#include "app/register/mark.h"

#include <string>
#include <string_view>

namespace handbell::reg {

/// The numbers are part of the format.
enum class NoticeState : std::uint8_t {
  issued = 1,
  paid_early = 2,  ///< the lower amount, within 21 days
  paid = 3,
  unpaid = 4,
  withdrawn = 5,
  prosecuted = 6,
};
inline constexpr NoticeState kLastNoticeState = NoticeState::prosecuted;
[[nodiscard]] std::string_view text_of(NoticeState state);   ///< "paid_early"
[[nodiscard]] std::string_view words_of(NoticeState state);  ///< "paid within 21 days"
[[nodiscard]] Result<NoticeState> parse_notice_state(std::string_view text);  ///< bad_choice

struct NoticeTold {
  PupilId pupil;
  std::string parent_key;  ///< parent_key() of the name when the first news came
  std::string parent;      ///< "Nadia Khan"
  SchoolDay issued;
  NoticeState state = NoticeState::issued;
  std::uint64_t of = 0;  ///< the entry of the first news of this notice; 0: this one is it
  SchoolDay told;        ///< when we heard
  std::string told_how;  ///< "letter of the local authority"
  Author by;
  friend bool operator==(const NoticeTold&, const NoticeTold&) = default;
};

/// The same for one name however it is typed: case, accents and blanks at the ends make no
/// difference.
[[nodiscard]] std::string parent_key(std::string_view name);

/// Faults: entry_incomplete, entry_too_long, dates_crossed where it was told before it was issued.
[[nodiscard]] Status complete(const NoticeTold& notice);

}  // namespace handbell::reg
