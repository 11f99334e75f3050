// report presence: where the children are, from what the door saw and what people told.
#include "app/admin/report_cells.h"
#include "app/admin/report_commands.h"
#include "app/register/presence.h"
#include "app/reports/report_source.h"

#include <array>
#include <map>

namespace handbell::admin {

namespace {

constexpr std::array<std::string_view, 5> kPlaces{"out", "out_expected", "at_door", "on_site",
                                                  "elsewhere"};

Row row_of(const reg::PupilRecord& pupil, const reg::Whereabouts& where) {
  return joined(joined({cell(kPlaces.at(static_cast<std::size_t>(where.place)))}, who(pupil)),
                {time_cell(where.since), time_cell(where.back_by), where.reason, where.closed});
}

}  // namespace

Result<Table> presence_report(const Site& site, const ReportOptions& options) {
  const auto day = day_of(site, options);
  if (!day) return fail(day.error());
  const auto at = moment_of(site, options, *day);
  if (!at) return fail(at.error());
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  auto events = opened->file->events(*day);
  if (!events) return fail(events.error());
  auto told = opened->file->told(*day);
  if (!told) return fail(told.error());
  const reg::Presence presence({std::move(*events), std::move(*told)}, *day,
                               reg::presence_closes());
  std::map<PupilId, reg::Whereabouts> known;
  for (const auto& child : presence.everybody(*at)) known.emplace(child.pupil, child.where);
  Table table{joined(joined({"place"}, who_columns()), {"since", "back_by", "reason", "closed"}),
              {}};
  for (const auto* pupil : reports::pupils_by_class(*school)) {
    const auto where = known.find(pupil->id);
    const bool came = where != known.end() && where->second != reg::Whereabouts{};
    if (came) table.rows.push_back(row_of(*pupil, where->second));
  }
  return table;
}

}  // namespace handbell::admin
