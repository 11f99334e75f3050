// What was decided about a child's attendance: whether a penalty notice is asked for, whether the
// local authority is asked to act, which support is given, that the case is closed (policy 4.2, 5).
//
// Before a penalty notice four things are considered each time (policy 4.2), and each is answered
// with yes or no and a few words: there is no decision about one without them. The headteacher
// decides, or whoever acts as one (D52); the local authority issues, Handbell never does.
#pragma once

#include "app/base/pupil_id.h"
#include "app/register/mark.h"
#include "app/register/role.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace handbell::reg {

/// The numbers are part of the format.
enum class DecisionAbout : std::uint8_t { penalty = 1, authority = 2, support = 3, close = 4 };
inline constexpr DecisionAbout kLastDecisionAbout = DecisionAbout::close;
[[nodiscard]] std::string_view text_of(DecisionAbout about);   ///< "penalty"
[[nodiscard]] std::string_view words_of(DecisionAbout about);  ///< "a penalty notice"
[[nodiscard]] Result<DecisionAbout> parse_decision_about(std::string_view text);  ///< bad_choice

enum class Considered : std::uint8_t { unset = 0, yes = 1, no = 2 };

struct Consideration {
  Considered answer = Considered::unset;
  std::string words;
  friend bool operator==(const Consideration&, const Consideration&) = default;
};
inline constexpr std::size_t kConsiderations = 4;
inline constexpr std::size_t kLongestConsideration = 400;
/// "Is the national threshold met?" and the three others, in their order.
[[nodiscard]] std::string_view question_of(std::size_t consideration);

struct CaseDecision {
  PupilId pupil;
  SchoolDay day;
  DecisionAbout about = DecisionAbout::support;
  std::array<Consideration, kConsiderations> considered;
  std::string decision;  ///< in a few words
  std::string reason;
  Author by;
  friend bool operator==(const CaseDecision&, const CaseDecision&) = default;
};

/// Faults: entry_incomplete, also where one of the four is not considered before a penalty notice;
/// entry_too_long.
[[nodiscard]] Status complete(const CaseDecision& decision);

/// A penalty notice and the local authority are the headteacher's, the others also the champion's
/// and the DSL's. Fault: decision_not_theirs.
[[nodiscard]] Status may_decide(DecisionAbout about, const std::vector<Role>& roles);

}  // namespace handbell::reg
