// exported: what became in the other system of the marks that went there with "export marks --new".
#include "app/admin/commands.h"
#include "app/admin/report_cells.h"
#include "app/admin/report_options.h"
#include "app/base/school_time.h"
#include "app/register/export_state.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace handbell::admin {

namespace {

using Newest = std::map<std::uint64_t, reg::ExportRecord>;

/// The newest record of each entry about these days.
Result<Newest> newest_of(store::Register& file, SchoolDay from, SchoolDay to) {
  const auto records = file.exports(from, to);
  if (!records) return fail(records.error());
  Newest newest;
  for (const auto& record : *records) newest.insert_or_assign(record.entry(), record);
  return newest;
}

Row row_of(const reg::Mark& mark, const reg::PupilRecord& pupil, const reg::ExportRecord& record) {
  return joined(who(pupil),
                {mark.what.session.day.text(), std::string(text_of(mark.what.session.half)),
                 cell(std::optional(mark.what.code)), mark.entry,
                 std::string(text_of(record.state())), with_offset(record.at()), record.reason()});
}

Result<const reg::PupilRecord*> pupil_of(const reg::School& school, const std::string& name) {
  const auto* pupil = school.named(name);
  if (pupil == nullptr) return fail(FaultCode::pupil_unknown, name);
  return pupil;
}

/// The last entry of one mark that was handed out.
Result<std::uint64_t> handed_out(store::Register& file, PupilId pupil, SessionId session) {
  const auto newest = newest_of(file, session.day, session.day);
  if (!newest) return fail(newest.error());
  const auto history = file.history(pupil, session);
  if (!history) return fail(history.error());
  const auto last = std::find_if(history->rbegin(), history->rend(), [&](const reg::Mark& mark) {
    return newest->contains(mark.entry);
  });
  if (last != history->rend()) return last->entry;
  return fail(FaultCode::usage, "No mark of " + session.text() +
                                    " was handed out for this pupil; see 'handbell exported "
                                    "list'.");
}

}  // namespace

Result<std::string> exported_list(const Site& site, const ExportOptions& options, Format format) {
  const auto range = range_of({"", "", options.from, options.to, ""});
  if (!range) return fail(range.error());
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  const auto newest = newest_of(*opened->file, range->from(), range->to());
  if (!newest) return fail(newest.error());
  const auto entries = opened->file->entries(range->from(), range->to());
  if (!entries) return fail(entries.error());
  Table table{joined(who_columns(), {"date", "session", "code", "entry", "state", "at", "reason"}),
              {}};
  for (const auto& mark : *entries) {
    const auto record = newest->find(mark.entry);
    const auto* pupil = school->pupil(mark.what.pupil);
    if (record == newest->end() || pupil == nullptr) continue;
    table.rows.push_back(row_of(mark, *pupil, record->second));
  }
  return rendered(table, format);
}

Result<std::string> exported_accepted(const Site& site, const ExportOptions& options) {
  const auto range = range_of({"", "", options.from, options.to, ""});
  if (!range) return fail(range.error());
  auto opened = site.open_register();
  if (!opened) return fail(opened.error());
  const auto newest = newest_of(*opened->file, range->from(), range->to());
  if (!newest) return fail(newest.error());
  std::vector<reg::ExportRecord> records;
  for (const auto& [entry, record] : *newest) {
    if (record.state() != reg::ExportState::exported) continue;
    records.push_back(reg::ExportRecord::accepted(entry, site.now()));
  }
  if (records.empty()) {
    return fail(FaultCode::usage,
                "Nothing of these days waits for the other system's answer; see 'handbell exported "
                "list'.");
  }
  if (Status put = opened->file->put_exports(records); !put) return fail(put.error());
  return fmt::format("{} marks were accepted there.\n", records.size());
}

Result<std::string> exported_rejected(const Site& site, const RejectedMark& rejected) {
  const auto session = session_of(rejected.session);
  if (!session) return fail(session.error());
  auto opened = site.open_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  const auto pupil = pupil_of(*school, rejected.pupil);
  if (!pupil) return fail(pupil.error());
  const auto entry = handed_out(*opened->file, (*pupil)->id, *session);
  if (!entry) return fail(entry.error());
  const auto record = reg::ExportRecord::rejected(*entry, site.now(), rejected.reason);
  if (!record) return fail(record.error());
  if (Status put = opened->file->put_exports({*record}); !put) return fail(put.error());
  return fmt::format("{}'s mark of {} goes out again with the next export.\n",
                     (*pupil)->full_name(), session->text());
}

}  // namespace handbell::admin
