// What comes next for a parent once the threshold is met: a first notice, a second, or no notice.
//
// Counted per parent and per child, over three years: notices that were withdrawn do not count,
// unpaid ones do, and on its third anniversary a notice counts no more (D37; policy 4.2). The
// local authority issues notices; here stands what it told us, and what its code of conduct has
// as the next step.
#pragma once

#include "app/base/pupil_id.h"
#include "app/base/school_day.h"
#include "app/register/case_note.h"
#include "app/reports/thresholds.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbell::reports {

struct PenaltyNotice {
  PupilId pupil;
  std::string parent;  ///< the contact's key; equal for the same parent
  SchoolDay issued;
  bool withdrawn = false;
  friend bool operator==(const PenaltyNotice&, const PenaltyNotice&) = default;
};

/// What the local authority told us, each notice once with its newest news. `notes`: of one child
/// or of several.
[[nodiscard]] std::vector<PenaltyNotice> notices_told(const std::vector<reg::CaseNoteGiven>& notes);

enum class NextStep : std::uint8_t { first_notice, second_notice, alternative_action };

[[nodiscard]] std::string_view text_of(NextStep step);  ///< "first_notice"

/// An amount in pounds, if paid within so many days.
struct Amount {
  int pounds;
  int within_days;
  friend bool operator==(const Amount&, const Amount&) = default;
};

struct Escalation {
  NextStep step = NextStep::first_notice;
  std::vector<SchoolDay> counted;  ///< days of issue of the notices that count, rising
  std::optional<Amount> early;
  std::optional<Amount> late;
  friend bool operator==(const Escalation&, const Escalation&) = default;
};

/// The day three (`years`) years on; 28 February for a notice of 29 February.
[[nodiscard]] SchoolDay anniversary(SchoolDay issued, int years);

/// What stands next on `day` for this parent and this child, by all notices on record.
[[nodiscard]] Escalation next_step(const std::vector<PenaltyNotice>& notices,
                                   std::string_view parent, PupilId pupil, SchoolDay day,
                                   const Thresholds& thresholds = {});

[[nodiscard]] std::string sentence(const Escalation& escalation);

}  // namespace handbell::reports
