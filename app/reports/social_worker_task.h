// A child with a social worker: who is told of an unexplained absence, and of a removal from the
// roll (P55; policy, Appendix 4). The same holds for a youth justice worker.
//
// The school's flag on the pupil is all that is kept. The task is for the same day; it stands
// until somebody ticks that the worker was told, and falls away where the N gets its reason.
#pragma once

#include "app/register/school.h"
#include "app/reports/pupil_years.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace handbell::reports {

enum class TellCause : std::uint8_t { unexplained_absence, left_the_roll };

[[nodiscard]] std::string_view text_of(TellCause cause);

/// One a day at most: pupil, cause and day name it for whoever keeps the ticks.
struct SocialWorkerTask {
  PupilId pupil;
  TellCause cause = TellCause::unexplained_absence;
  SchoolDay day;  ///< of the absence, or the first day off the roll
  friend bool operator==(const SocialWorkerTask&, const SocialWorkerTask&) = default;
};

/// From the day `from` to `closed`, the newest session whose register has closed: an N counts from
/// the close on. Oldest first; empty for a pupil without the flag.
[[nodiscard]] std::vector<SocialWorkerTask> social_worker_tasks(const reg::PupilRecord& pupil,
                                                                const PupilYears& years,
                                                                SchoolDay from, SessionId closed);

[[nodiscard]] std::string sentence(const SocialWorkerTask& task);

}  // namespace handbell::reports
