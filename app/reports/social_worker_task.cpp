#include "app/reports/social_worker_task.h"

#include <fmt/format.h>

namespace handbell::reports {

std::string_view text_of(TellCause cause) {
  return cause == TellCause::left_the_roll ? "left_the_roll" : "unexplained_absence";
}

std::vector<SocialWorkerTask> social_worker_tasks(const reg::PupilRecord& pupil,
                                                  const PupilYears& years, SchoolDay from,
                                                  SessionId closed) {
  static const reg::Code kN = reg::code_of("N");
  std::vector<SocialWorkerTask> tasks;
  if (!pupil.social_worker) return tasks;
  years.each(from, closed.day, [&](SessionId session, const reg::Standing& standing) {
    if (standing.code != kN || closed < session || !pupil.on_roll(session.day)) return;
    if (!tasks.empty() && tasks.back().day == session.day) return;
    tasks.push_back({pupil.id, TellCause::unexplained_absence, session.day});
  });
  const bool left = pupil.leaving && *pupil.leaving < closed.day && from <= pupil.leaving->plus(1);
  if (left) tasks.push_back({pupil.id, TellCause::left_the_roll, pupil.leaving->plus(1)});
  return tasks;
}

std::string sentence(const SocialWorkerTask& task) {
  if (task.cause == TellCause::left_the_roll) {
    return fmt::format("Off the roll from {}: tell the social worker.", task.day.words());
  }
  return fmt::format("Absent without a known reason on {}: tell the social worker today.",
                     task.day.words());
}

}  // namespace handbell::reports
