// What a person made of something that Handbell suggested about a child: not now, not before a
// day, for somebody to see to, or again after all (P29, P31; D40: every suggestion is a person's).
//
// The suggestion itself is worked out from the marks each time and has a name that stays
// ("stage-3"). An answer hides, puts off or hands over; it changes no mark and no list of others.
#pragma once

#include "app/base/pupil_id.h"
#include "app/register/mark.h"

#include <optional>
#include <string>
#include <string_view>

namespace handbell::reg {

/// The numbers are part of the format.
enum class SuggestionReply : std::uint8_t {
  dismissed = 1,
  snoozed = 2,
  assigned = 3,
  reopened = 4
};
inline constexpr SuggestionReply kLastSuggestionReply = SuggestionReply::reopened;
[[nodiscard]] std::string_view text_of(SuggestionReply reply);   ///< "snoozed"
[[nodiscard]] std::string_view words_of(SuggestionReply reply);  ///< "put off"
[[nodiscard]] Result<SuggestionReply> parse_suggestion_reply(
    std::string_view text);  ///< bad_choice

struct SuggestionAnswer {
  PupilId pupil;
  std::string key;  ///< of the suggestion
  SuggestionReply answer = SuggestionReply::dismissed;
  SchoolDay day;                   ///< on which it was answered
  std::optional<SchoolDay> until;  ///< put off until then, and no answer else
  std::string staff;               ///< for whom: an id of the staff list; empty but with `assigned`
  std::string reason;
  Author by;
  friend bool operator==(const SuggestionAnswer&, const SuggestionAnswer&) = default;
};

/// Faults: entry_incomplete, entry_too_long, dates_crossed where it is put off until a day that is
/// not to come.
[[nodiscard]] Status complete(const SuggestionAnswer& answer);

}  // namespace handbell::reg
