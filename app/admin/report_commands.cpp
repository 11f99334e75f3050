#include "app/admin/report_commands.h"

namespace handbell::admin {

const std::vector<ReportCommand>& report_commands() {
  static const std::vector<ReportCommand> kCommands{
      {"attendance", "sessions and per cent over any days", Asked::days, attendance_report},
      {"week", "the week's class figures, as they may be published", Asked::day, week_report},
      {"term", "the term's figures so far, as they may be published", Asked::day, term_report},
      {"persistent", "who misses the most this school year", Asked::day, persistent_report},
      {"stages", "the policy's four stages, with every reason", Asked::day, stage_report},
      {"penalty", "who met the threshold of a penalty notice", Asked::day, penalty_report},
      {"unresolved", "every N that stands, with its last day", Asked::day, unresolved_report},
      {"calls", "whom to ring about the morning", Asked::day_and_time, call_report},
      {"la-returns", "what the local authority is told of", Asked::day, return_report},
      {"presence", "where the children are", Asked::day_and_time, presence_report},
      {"reconcile", "what waits, and where door and teacher differ", Asked::day, reconcile_report},
  };
  return kCommands;
}

}  // namespace handbell::admin
