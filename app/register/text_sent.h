// That somebody sent what Handbell had ready: the e-mail after a meeting (P18), the note for the
// safeguarding record CPOMS (P30), a letter (P29). Handbell sends nothing itself.
//
// Who ticked it and when is the entry's own; the text is not kept a second time.
#pragma once

#include "app/base/pupil_id.h"
#include "app/register/mark.h"

#include <string>
#include <string_view>

namespace handbell::reg {

/// The numbers are part of the format.
enum class SentKind : std::uint8_t { email = 1, cpoms = 2, letter = 3 };
inline constexpr SentKind kLastSentKind = SentKind::letter;
[[nodiscard]] std::string_view text_of(SentKind kind);                  ///< "cpoms"
[[nodiscard]] std::string_view words_of(SentKind kind);                 ///< "logged in CPOMS"
[[nodiscard]] Result<SentKind> parse_sent_kind(std::string_view text);  ///< bad_choice

struct TextSent {
  PupilId pupil;
  std::uint64_t of = 0;  ///< the entry that began the meeting that it is of; 0: of none
  SentKind kind = SentKind::email;
  std::string title;     ///< "Attendance meeting of Monday 12 January 2026"
  std::string assignee;  ///< in CPOMS, who arranged the meeting; may be empty
  SchoolDay day;
  Author by;
  friend bool operator==(const TextSent&, const TextSent&) = default;
};

/// Faults: entry_incomplete, entry_too_long.
[[nodiscard]] Status complete(const TextSent& sent);

}  // namespace handbell::reg
