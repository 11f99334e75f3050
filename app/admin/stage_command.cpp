// report stages: the four stages of the attendance policy, as suggestions.
#include "app/admin/report_cells.h"
#include "app/admin/report_commands.h"
#include "app/reports/report_source.h"
#include "app/reports/stage.h"

#include <algorithm>

namespace handbell::admin {

namespace {

struct Staged {
  const reg::PupilRecord* pupil;
  reports::Stages stages;
  int pending = 0;
};

/// Told of this day beforehand: a reason that is no mark yet.
bool told_of(const reg::School& school, PupilId pupil, SchoolDay day) {
  return std::any_of(school.plans.begin(), school.plans.end(), [&](const reg::PupilPlan& plan) {
    return plan.pupil == pupil && plan.session == SessionId{day, Half::am};
  });
}

int pending_in_year(const reports::PupilYears& years, SchoolDay day) {
  int pending = 0;
  years.each(reg::first_day_of(reg::school_year_of(day)), day,
             [&](SessionId session, const reg::Standing&) {
               if (years.is_pending(session)) ++pending;
             });
  return pending;
}

Staged staged(const reports::ReportSource& source, const reg::PupilRecord& pupil, SchoolDay day) {
  const auto years = source.years_of(pupil.id);
  const bool told = told_of(source.school(), pupil.id, day);
  const auto facts = reports::stage_facts(years, source.days(), pupil.start, day, told);
  return {&pupil, reports::stages(facts), pending_in_year(years, day)};
}

Row row_of(const Staged& line) {
  const auto& facts = line.stages.facts;
  std::string reasons;
  std::string sentences;
  for (const auto reason : line.stages.reasons) {
    const std::string gap = reasons.empty() ? "" : " ";
    reasons += gap + std::string(text_of(reason));
    sentences += gap + sentence(reason, facts);
  }
  const auto attended = reports::Fraction::of(facts.possible - facts.absent, facts.possible);
  return joined(joined({line.stages.highest()}, who(*line.pupil)),
                {reasons, facts.absence_day, facts.absent, facts.possible, attended.text(),
                 line.pending, line.stages.small_numbers, sentences, part_of(*line.pupil)});
}

}  // namespace

Result<Table> stage_report(const Site& site, const ReportOptions& options) {
  const auto day = day_of(site, options);
  if (!day) return fail(day.error());
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto source = reports::ReportSource::read_back(*opened->file, *day);
  if (!source) return fail(source.error());
  std::vector<Staged> lines;
  for (const auto* pupil : reports::pupils_by_class(source->school())) {
    if (!pupil->on_roll(*day)) continue;
    Staged line = staged(*source, *pupil, *day);
    if (line.stages.highest() > 0) lines.push_back(std::move(line));
  }
  std::stable_sort(lines.begin(), lines.end(), [](const Staged& a, const Staged& b) {
    return stands_above(a.stages, b.stages);
  });
  Table table{joined(joined({"stage"}, who_columns()),
                     {"reasons", "absence_day", "absent", "possible", "percent", "pending",
                      "small_numbers", "sentence", "part"}),
              {}};
  for (const auto& line : lines) table.rows.push_back(row_of(line));
  return table;
}

}  // namespace handbell::admin
