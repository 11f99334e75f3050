// export marks: the register as a list for another program or a person (formats F4, F5).
//
// With --new only what has not left yet, or was refused there, and each is known as exported then.
#include "app/admin/commands.h"
#include "app/admin/kept_export.h"
#include "app/admin/report_options.h"
#include "app/exchange/csv.h"
#include "app/exchange/mark_export.h"
#include "app/exchange/other_ids_file.h"

#include <filesystem>

namespace handbell::admin {

namespace {

struct Leaving {
  reg::MarkHistory history;
  std::vector<reg::Mark> marks;
};

Result<Leaving> leaving(store::Register& file, const reports::DateRange& range,
                        const ExportOptions& options) {
  auto entries = file.entries(range.from(), range.to());
  if (!entries) return fail(entries.error());
  auto history = reg::MarkHistory::from(std::move(*entries));
  if (!history) return fail(history.error());
  const bool all = options.every_entry && options.format == "csv";
  auto marks = all ? history->entries() : history->current();
  if (options.only_new) {
    const auto records = file.exports(range.from(), range.to());
    if (!records) return fail(records.error());
    marks = still_to_export(marks, *records);
  }
  return Leaving{std::move(*history), std::move(marks)};
}

/// The table's text is read already where the office runs the command.
Result<std::string> as_json(const Leaving& leaving, const reg::School& school,
                            const ExportOptions& options) {
  if (options.ids.empty()) {
    return fail(FaultCode::usage,
                "JSON needs the other system's numbers: name their table with --ids.");
  }
  const auto bytes = options.ids_text ? *options.ids_text : exchange::load_file(options.ids);
  if (!bytes) return fail(bytes.error());
  const auto name = std::filesystem::path(options.ids).filename().string();
  const auto other = exchange::parse_other_ids(name, *bytes, school);
  if (!other) return fail(other.error());
  return write_marks_json(leaving.marks, *other);
}

Status note(store::Register& file, const std::vector<reg::Mark>& marks, Instant now) {
  std::vector<reg::ExportRecord> records;
  records.reserve(marks.size());
  for (const auto& mark : marks) records.push_back(reg::ExportRecord::exported(mark.entry, now));
  return file.put_exports(records);
}

}  // namespace

Result<std::string> marks_file(const Site& site, const ExportOptions& options,
                               const std::string& folder) {
  const auto range = range_of({"", "", options.from, options.to, ""});
  if (!range) return fail(range.error());
  return path_of(site, {"marks", *range, options.format}, folder);
}

Result<std::string> export_marks(const Site& site, const ExportOptions& options) {
  const auto range = range_of({"", "", options.from, options.to, ""});
  if (!range) return fail(range.error());
  auto opened = options.only_new ? site.open_register() : site.read_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  const auto going = leaving(*opened->file, *range, options);
  if (!going) return fail(going.error());
  auto text = options.format == "json"
                  ? as_json(*going, *school, options)
                  : exchange::write_marks(going->history, *school, going->marks);
  if (!text || !options.only_new) return text;
  if (Status noted = note(*opened->file, going->marks, site.now()); !noted) {
    return fail(noted.error());
  }
  return text;
}

}  // namespace handbell::admin
