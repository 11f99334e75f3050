// The four stages of the school's attendance policy, as suggestions with every reason (D40).
//
//   1  day one or two without a reason: ring all contacts
//   2  day three: teacher, year lead, DSL or champion speak with the family
//   3  week two, below 96.5 %, or close to it: a meeting
//   4  below 95 %, or more than ten days in the year: a contract may be offered
//
// Nothing is suppressed early in the year: one cold in week two is 80 %, so the reasons say n of
// m sessions and small numbers are tagged (D41). All absences count, authorised ones too. A
// person decides.
#pragma once

#include "app/reports/absence_day.h"
#include "app/reports/thresholds.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace handbell::reports {

enum class StageReason : std::uint8_t {
  call,                ///< S1_call
  day_three,           ///< S2_day_three
  day_three_optional,  ///< S2_day_three_optional: the reason is known
  close_to_target,     ///< S3_close_to_96_5
  below_target,        ///< S3_below_96_5
  week_two,            ///< S3_week_two
  below_contract,      ///< S4_below_95
  more_than_ten_days,  ///< S4_more_than_10_days
};

[[nodiscard]] std::string_view text_of(StageReason reason);  ///< "S1_call"
[[nodiscard]] int stage_of(StageReason reason);              ///< 1 to 4

struct StageFacts {
  int absence_day = 0;  ///< of the current absence; 0: in school
  int absent = 0;       ///< sessions in the school year to date
  int possible = 0;     ///< sessions in the school year to date
  bool reason_known = false;
  friend bool operator==(const StageFacts&, const StageFacts&) = default;
};

struct Stages {
  StageFacts facts;
  std::vector<StageReason> reasons;  ///< by stage, rising; empty: none
  bool small_numbers = false;        ///< fewer than 60 possible sessions

  [[nodiscard]] int highest() const { return reasons.empty() ? 0 : stage_of(reasons.back()); }
  friend bool operator==(const Stages&, const Stages&) = default;
};

/// From 1 September, or the pupil's start where later (D43), to today. `told`: a reason was
/// entered for today that is no mark yet.
[[nodiscard]] StageFacts stage_facts(const PupilYears& years, const reg::SchoolDays& days,
                                     SchoolDay start, SchoolDay today, bool told);

[[nodiscard]] Stages stages(const StageFacts& facts, const Thresholds& thresholds = {});

/// Whether `a` stands above `b` in a list: most absent sessions first, then the smaller number of
/// possible ones (D41).
[[nodiscard]] bool stands_above(const Stages& a, const Stages& b);

/// One reason in words, with its n of m.
[[nodiscard]] std::string sentence(StageReason reason, const StageFacts& facts,
                                   const Thresholds& thresholds = {});

}  // namespace handbell::reports
