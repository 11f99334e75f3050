// roll-call list: the drills and real roll calls that were held, with how long each took.
#include "app/admin/day_note_commands.h"
#include "app/admin/report_cells.h"
#include "app/base/school_time.h"
#include "app/register/presence.h"
#include "app/register/roll_call.h"
#include "app/register/roll_record.h"
#include "app/register/year_line.h"

#include <algorithm>
#include <set>

namespace handbell::admin {

namespace {

struct ListedDays {
  SchoolDay from;
  SchoolDay to;
};

/// Of the days asked for, else of this school year.
Result<ListedDays> roll_days(const Site& site, const DayNoteOptions& options) {
  const auto today = site.today();
  if (!today) return fail(today.error());
  const auto year = SchoolDay::from_parts(reg::school_year_of(*today), 9, 1);
  const auto from = options.on.empty() ? year : SchoolDay::parse(options.on);
  if (!from) return fail(from.error());
  const auto same = options.on.empty() ? today : from;
  const auto to = options.to.empty() ? same : SchoolDay::parse(options.to);
  if (!to) return fail(to.error());
  if (*to < *from) return fail(FaultCode::period_backwards, from->text() + " to " + to->text());
  return ListedDays{*from, *to};
}

/// Who had to stand there when it began.
Result<std::vector<PupilId>> expected_there(store::Register& file, const reg::School& school,
                                            SchoolDay day, Instant at) {
  auto events = file.events(day);
  if (!events) return fail(events.error());
  auto told = file.told(day);
  if (!told) return fail(told.error());
  const reg::Presence presence({std::move(*events), std::move(*told)}, day, reg::presence_closes());
  std::vector<reg::RollPupil> roll;
  for (const auto& pupil : school.pupils) {
    if (pupil.on_roll(day)) roll.push_back({pupil.id, pupil.class_name});
  }
  std::vector<PupilId> expected;
  for (const auto& of_class : reg::roll_call(presence, roll, at)) {
    for (const auto& child : of_class.in) expected.push_back(child.pupil);
  }
  return expected;
}

std::size_t phones_of(const reg::HeldRollCall& call) {
  std::set<std::string> phones;
  for (const auto& given : call.ticks) phones.insert(given.by.text() + "\n" + given.device);
  return phones.size();
}

Result<Row> roll_row(store::Register& file, const reg::School& school,
                     const reg::HeldRollCall& call) {
  constexpr std::int64_t kMinute = 60'000;
  const auto begun = to_local(call.begun.at);
  if (!begun) return fail(begun.error());
  const auto expected = expected_there(file, school, begun->day, call.begun.at);
  if (!expected) return fail(expected.error());
  const auto seen = reg::merged(call.ticks);
  const auto is_seen = [&](PupilId pupil) {
    const auto found = seen.find(pupil);
    return found != seen.end() && reg::is_safe(found->second.decides.tick.said);
  };
  const auto here = static_cast<std::size_t>(std::ranges::count_if(*expected, is_seen));
  Row row{call.entry, cell(call.begun.kind == reg::RollKind::real ? "real" : "drill"),
          with_offset(call.begun.at)};
  row.push_back(call.ended ? nlohmann::json(with_offset(call.ended->at)) : nlohmann::json());
  row.push_back(call.ended ? nlohmann::json((call.ended->at - call.begun.at).count / kMinute)
                           : nlohmann::json());
  return joined(std::move(row),
                {expected->size(), here, expected->size() - here, reg::missing_then_found(call),
                 phones_of(call), call.begun.by.text()});
}

}  // namespace

Result<std::string> roll_call_list(const Site& site, const DayNoteOptions& options, Format format) {
  const auto days = roll_days(site, options);
  if (!days) return fail(days.error());
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  const auto notes = opened->file->day_notes(days->from, days->to);
  if (!notes) return fail(notes.error());
  Table table{{"entry", "kind", "begun", "ended", "minutes", "expected", "seen", "not_seen",
               "found_later", "phones", "by"},
              {}};
  for (const auto& call : reg::held_roll_calls(*notes)) {
    auto row = roll_row(*opened->file, *school, call);
    if (!row) return fail(row.error());
    table.rows.push_back(std::move(*row));
  }
  std::ranges::reverse(table.rows);
  return rendered(table, format);
}

}  // namespace handbell::admin
