// report penalty: who met the threshold at which the head considers a penalty notice.
#include "app/admin/report_cells.h"
#include "app/admin/report_commands.h"
#include "app/register/school_age.h"
#include "app/reports/penalty_notice.h"
#include "app/reports/penalty_window.h"
#include "app/reports/report_source.h"

#include <algorithm>
#include <set>

namespace handbell::admin {

namespace {

struct Met {
  const reg::PupilRecord* pupil;
  reports::PenaltyWindow window;
  reports::Escalation next;  ///< for the parent with most notices that count
  std::string by_parent;     ///< "Nadia Khan: second_notice"; of parents with a notice
};

/// What comes next for each parent for whom the local authority told of a notice (D37).
void add_next(const std::vector<reg::CaseNoteGiven>& notes, SchoolDay day, Met& met) {
  const auto notices = reports::notices_told(notes);
  std::set<std::string> parents;
  for (const auto& [entry, typed, what] : reg::newest_steps<reg::NoticeTold>(notes)) {
    if (what.pupil != met.pupil->id || !parents.insert(what.parent_key).second) continue;
    auto next = reports::next_step(notices, what.parent_key, met.pupil->id, day);
    met.by_parent +=
        (met.by_parent.empty() ? "" : "; ") + what.parent + ": " + std::string(text_of(next.step));
    if (met.next.counted.size() < next.counted.size()) met.next = std::move(next);
  }
}

Row row_of(const Met& met) {
  const auto& latest = *met.window.latest;
  const auto pending = std::count_if(latest.sessions.begin(), latest.sessions.end(),
                                     [](const auto& counted) { return counted.pending; });
  return joined(who(*met.pupil),
                {latest.sessions.size(), latest.first_monday.text(), latest.last_monday.text(),
                 latest.school_weeks, met.window.first->met_at.text(), latest.met_at.text(),
                 met.window.now, pending, met.window.on_closed_days.size(), sentence(latest),
                 met.next.counted.size(), cell(text_of(met.next.step)), met.by_parent});
}

}  // namespace

Result<Table> penalty_report(const Site& site, const ReportOptions& options) {
  const auto day = day_of(site, options);
  if (!day) return fail(day.error());
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto source = reports::ReportSource::read_back(*opened->file, *day);
  if (!source) return fail(source.error());
  const auto notes = opened->file->case_notes({});
  if (!notes) return fail(notes.error());
  std::vector<Met> lines;
  for (const auto* pupil : reports::pupils_by_class(source->school())) {
    if (!pupil->on_roll(*day)) continue;
    auto window = reports::penalty_window(source->years_of(pupil->id), source->days(),
                                          reg::school_age_from(pupil->date_of_birth), *day);
    if (!window.latest) continue;
    lines.push_back({pupil, std::move(window), {}, ""});
    add_next(*notes, *day, lines.back());
  }
  std::stable_sort(lines.begin(), lines.end(), [](const Met& a, const Met& b) {
    return b.window.latest->met_at < a.window.latest->met_at;
  });
  Table table{joined(who_columns(), {"sessions", "first_monday", "last_monday", "school_weeks",
                                     "first_met_at", "met_at", "now", "pending", "on_closed_days",
                                     "sentence", "notices", "next_step", "next_by_parent"}),
              {}};
  for (const auto& line : lines) table.rows.push_back(row_of(line));
  return table;
}

}  // namespace handbell::admin
