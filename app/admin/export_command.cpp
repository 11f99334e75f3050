// export marks: the register as a list for another program or a person (formats F4).
#include "app/admin/commands.h"
#include "app/admin/report_options.h"
#include "app/exchange/mark_export.h"

namespace handbell::admin {

Result<std::string> export_marks(const Site& site, const ExportOptions& options) {
  const auto range = range_of({"", "", options.from, options.to, ""});
  if (!range) return fail(range.error());
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  auto entries = opened->file->entries(range->from(), range->to());
  if (!entries) return fail(entries.error());
  const auto history = reg::MarkHistory::from(std::move(*entries));
  if (!history) return fail(history.error());
  return write_marks(
      *history, *school,
      options.every_entry ? exchange::MarkLines::every_entry : exchange::MarkLines::current_mark);
}

}  // namespace handbell::admin
