// One entry of a history that nobody can change unseen.
//
// 1. Entries are numbered from 1 without a gap; each is bound to the one before it by its link.
// 2. The link covers everything but the text itself; the text is covered by a salted commitment.
//    So a text whose time has come can be erased (D51), and the chain still stands.
// 3. The kiosk's journal and the office's register are both such histories, known by an id of 128
//    random bits. assets/docs/formats.md has every byte.
#pragma once

#include "app/base/instant.h"
#include "app/base/result.h"
#include "app/journal/digest.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace handbell::journal {

/// A history's own name: 128 random bits, made with its file.
using HistoryId = std::array<std::uint8_t, 16>;
/// 256 random bits a text, so that an erased text cannot be guessed from its commitment.
using Salt = std::array<std::uint8_t, 32>;

enum class EntryKind : std::uint16_t {
  // the kiosk's journal
  kiosk_started = 1,
  arrival = 2,
  repeat_tap = 3,    ///< the same card later than 60 s (D07)
  refused_card = 4,  ///< unknown, leaver: the card's hash alone (D12)
  withdrawn = 5,     ///< "Not me" (D26)
  went_out = 6,
  came_back = 7,
  clock_known = 8,      ///< at this steady moment it was this wall time (D17)
  pruned = 9,           ///< the beginning was removed, this head seals it (D51)
  reason_given = 10,    ///< why late, of one or several arrivals (D24)
  release_asked = 11,   ///< an adult asks to take a child out (D49)
  look_up_ended = 12,   ///< names were shown, none was chosen (D25)
  family_tapped = 13,   ///< a family's own card: the first contact of its children (D13)
  pin_refused = 14,     ///< of a staff card, three times
  door_hand_over = 15,  ///< a child went with an adult, by a staff card's proof and PIN (D49)
  staff_refused = 16,   ///< a staff card that releases children released none, and why
  // the office's register
  mark = 100,               ///< an entry or an amendment by a person (D21)
  erasure = 101,            ///< names the ids that were blanked (D51)
  class_seen = 102,         ///< a class register that was sent (D48)
  group_moved = 103,        ///< D47
  one_child = 104,          ///< seen, or gone home, as the office typed it
  taken_back = 105,         ///< one of these, or a card at the door, was an error
  notice = 106,             ///< what a family told us beforehand (D04)
  setting = 107,            ///< of legal effect (D50)
  release_answer = 108,     ///< to who asked at a door to take a child out (D49)
  call_attempt = 109,       ///< to a family or a class (D45, D23)
  day_collector = 110,      ///< who may collect a child on one day (D49)
  seen_to = 111,            ///< an urgent alert, by whom (D06, D29)
  leave_request = 112,      ///< a family asks for a child to be away (policy 4.1)
  leave_decision = 113,     ///< what the headteacher made of it
  roll_step = 115,          ///< a roll call begins or ends
  roll_ticks = 116,         ///< whom one phone saw at the assembly point
  other_mark = 117,         ///< of the other register, where ours said something else (D50)
  record_change = 118,      ///< what is entered about a child is other, and why
  case_contact = 119,       ///< a talk or a message about a child's attendance (policy 5)
  meeting = 120,            ///< planned, held or cancelled (policy 5; Appendix 1)
  contract = 121,           ///< offered, agreed, and how it went (Appendix 2)
  case_decision = 122,      ///< with what was considered (policy 4.2)
  notice_told = 123,        ///< a penalty notice, as the local authority told of it (D37)
  suggestion_answer = 124,  ///< what a person made of a suggestion (D40)
  text_sent = 125,          ///< somebody sent what Handbell had ready (P18, P30)
  letter_changed = 126,     ///< the school's own wording of a letter
  logo_changed = 127,
  concern = 128,            ///< somebody at school worries about a child's attendance (policy 8)
  // the office's audit
  reading = 200,  ///< who read or took away what is held about a child (D51)
};

/// How long the text is kept (D51); the numbers are part of the format.
enum class Retention : std::uint8_t {
  register_6_years = 1,  ///< an entry of the register, and the evidence under it
  year_and_1 = 2,        ///< door events that support no entry
  days_90 = 3,           ///< look-ups
  machine = 4,           ///< starts, clocks, prunings: current school year + 1, no personal data
  year_1 = 5,            ///< who read what
};

/// What is to be written; the history adds number, salt and link.
struct Draft {
  EntryKind kind = EntryKind::arrival;
  Retention retention = Retention::register_6_years;
  Instant at;  ///< as the writer's clock said
  Bytes payload;
};

struct Entry {
  HistoryId history{};
  std::uint64_t seq = 0;  ///< 1 and up
  EntryKind kind = EntryKind::arrival;
  Retention retention = Retention::register_6_years;
  Instant at;
  std::optional<Salt> salt;  ///< none: erased
  Bytes payload;             ///< empty when erased
  Digest commitment{};
  Digest link{};

  friend bool operator==(const Entry&, const Entry&) = default;
};

inline constexpr std::size_t kLongestPayload = 16 * 1024;

/// Where a history stands: its newest number and link. Number 0 has the link of zeros.
struct Head {
  std::uint64_t seq = 0;
  Digest link{};

  friend bool operator==(const Head&, const Head&) = default;
};

/// BLAKE2b(payload, key = salt).
[[nodiscard]] Digest commitment_of(std::span<const std::uint8_t> payload, const Salt& salt);

/// The link of an entry that follows `before`.
[[nodiscard]] Digest link_of(const Entry& entry, const Digest& before);

/// The entry that follows `head`. Invariant: the payload is at most kLongestPayload.
[[nodiscard]] Entry sealed(const HistoryId& history, const Head& head, Draft draft,
                           const Salt& salt);

/// Whether `entry` follows `head` and its text is what was written. Faults: entry_missing,
/// link_broken, commitment_broken; `where` names the entry's number.
[[nodiscard]] Status follows(const Head& head, const Entry& entry);

[[nodiscard]] inline Head head_of(const Entry& entry) { return {entry.seq, entry.link}; }

}  // namespace handbell::journal
