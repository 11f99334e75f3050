// What an arrival at the door means for the register, with all that is known about the child.
//
// The kiosk and the office ask this same question: the kiosk with its door book, the office with
// everything. The answer is evidence and a proposal, never an entry: a person decides (D22).
#pragma once

#include "app/base/instant.h"
#include "app/register/calendar.h"
#include "app/register/code.h"
#include "app/register/session_times.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbell::reg {

/// A code that was agreed or told for this session beforehand (D04).
struct PlannedCode {
  Code code;
  bool told_before_close = true;  ///< when the parent told us, whenever it was typed in

  friend bool operator==(const PlannedCode&, const PlannedCode&) = default;
};

struct ArrivalFacts {
  SessionId session;
  TimeOfDay first_contact;
  std::optional<Window> window;  ///< none: the school has not entered this session's times (D08)
  DayState day = DayState::open;
  bool on_roll = true;
  bool clock_trusted = true;
  bool expected = true;          ///< by the agreed pattern (D20)
  bool of_school_age = false;    ///< compulsory: outside the pattern it is C2, never X (D20, D36)
  std::optional<Code> existing;  ///< the last entry by a person
  std::optional<PlannedCode> planned;
};

enum class Outcome : std::uint8_t {
  on_time,
  late_before_close,
  late_after_close,
  teacher_mark_stands,    ///< D03, and where entry and door agree
  conflict_present_mark,  ///< D09: both stand until a person decides
  reason_code_stands,     ///< D04, D06, D11
  school_closed,          ///< D11
  not_on_roll,            ///< D12
  clock_unverified,       ///< D17
  times_unknown,          ///< D08
};

[[nodiscard]] std::string_view text_of(Outcome outcome);  ///< "late_before_close"
[[nodiscard]] std::optional<Outcome> parse_outcome(std::string_view text);

struct Judgement {
  Outcome outcome = Outcome::on_time;
  std::optional<Code> proposal;   ///< what a person is asked to accept
  std::optional<Code> effective;  ///< what lists and figures count meanwhile (D22)
  bool office_task = false;       ///< somebody has to look at it
  bool urgent = false;            ///< not expected on site: the office is told at once (D06)
  std::optional<int> minutes_late;
  std::vector<std::string> decisions;  ///< "D01", ...

  friend bool operator==(const Judgement&, const Judgement&) = default;
};

[[nodiscard]] Judgement judge_arrival(const ArrivalFacts& facts);

/// The judgement in a sentence for the office.
[[nodiscard]] std::string sentence(const Judgement& judgement, const ArrivalFacts& facts);

}  // namespace handbell::reg
