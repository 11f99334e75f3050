// That somebody read what is held about a child, or took it away: who, what, when (UK GDPR, D51);
// and how somebody came to be able to: signing in, accounts, devices.
//
// Kept for one year in a history of its own, which delays no page. It says what was looked at and
// never what stood there.
#pragma once

#include "app/base/instant.h"
#include "app/base/pupil_id.h"
#include "app/register/mark.h"

#include <optional>
#include <string>
#include <string_view>

namespace handbell::reg {

enum class ReadKind : std::uint8_t {
  pupil_record = 1,  ///< the page of one pupil: year, contacts, cards
  mark_history = 2,  ///< the entries of one mark
  contacts = 3,      ///< whom to ring, who may collect
  leave = 4,         ///< requests for leave, with their grounds
  printed_list = 5,  ///< a day sheet, a roll call's sheet
  exported = 6,      ///< a file that left Handbell
  audit = 7,         ///< this history itself
  sign_in = 8,
  refused_sign_in = 9,  ///< of the person that was named; the words say how often
  sign_out = 10,
  account = 11,    ///< invited, made, locked, reset, acting roles: whose stands in the words
  device = 12,     ///< classroom devices and day passes
  case_read = 13,  ///< a child's case: meetings, contracts, decisions, notices
};
inline constexpr ReadKind kLastReadKind = ReadKind::case_read;
[[nodiscard]] std::string_view words_of(ReadKind kind);  ///< "pupil's record"

struct Reading {
  ReadKind kind = ReadKind::pupil_record;
  std::optional<PupilId> pupil;  ///< none: of several
  std::string words;             ///< which part, "2026-01-12 am"; may be empty, 80 characters
  Instant at;
  Author by;
  friend bool operator==(const Reading&, const Reading&) = default;
};

}  // namespace handbell::reg
