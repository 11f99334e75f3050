// collector: who may collect a child on one day, as the family told us (D49).
#include "app/admin/commands.h"
#include "app/admin/day_note_cells.h"
#include "app/base/school_time.h"

#include <fmt/format.h>

namespace handbell::admin {

namespace {

Result<reg::DayCollector> collector_from(const Site& site, const CollectorOptions& options,
                                         PupilId pupil) {
  const auto day = options.on.empty() ? site.today() : SchoolDay::parse(options.on);
  if (!day) return fail(day.error());
  const auto adult = NamePart::parse(options.adult);
  if (!adult) return fail(adult.error());
  const auto by = reg::Author::parse(options.by);
  if (!by) return fail(by.error());
  return reg::DayCollector{
      pupil,           *day, *adult, options.relationship, options.told_by, options.told_how,
      options.despite, *by};
}

}  // namespace

Result<std::string> add_collector(const Site& site, const CollectorOptions& options) {
  auto opened = site.open_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  const auto pupil = pupil_named(*school, options.pupil);
  if (!pupil) return fail(pupil.error());
  const auto collector = collector_from(site, options, (*pupil)->id);
  if (!collector) return fail(collector.error());
  const auto contacts = opened->file->contacts();
  if (!contacts) return fail(contacts.error());
  const auto warning = collector_warning(*contacts, *collector);
  if (warning && collector->despite.empty()) {
    return fail(FaultCode::collector_restricted, (*pupil)->full_name() + ": " + *warning);
  }
  const auto entries = opened->file->write({*collector}, site.now());
  if (!entries) return fail(entries.error());
  return fmt::format("{} may collect {} on {}; entry {}.\n", collector->adult.text(),
                     (*pupil)->full_name(), collector->day.text(), entries->front());
}

Result<std::string> collector_list(const Site& site, const DayNoteOptions& options, Format format) {
  const auto read = read_notes(site, options);
  if (!read) return fail(read.error());
  Table table{joined(joined(joined({"entry", "date"}, who_columns()),
                            {"adult", "relationship", "told_by", "told_how", "despite",
                             "recorded_at", "by"}),
                     taken_back_columns()),
              {}};
  for (const auto& given : read->notes) {
    const auto* one = std::get_if<reg::DayCollector>(&given.what);
    const auto* pupil = one == nullptr ? nullptr : read->school.pupil(one->pupil);
    if (pupil == nullptr) continue;
    const Row what{one->adult.text(), one->relationship,        one->told_by,  one->told_how,
                   one->despite,      with_offset(given.typed), one->by.text()};
    table.rows.push_back(joined(joined(joined({given.entry, one->day.text()}, who(*pupil)), what),
                                taken_back_cells(given.back)));
  }
  return rendered(table, format);
}

}  // namespace handbell::admin
