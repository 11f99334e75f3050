#include "app/admin/commands.h"
#include "app/base/school_time.h"
#include "app/exchange/calendar_file.h"
#include "app/exchange/card_file.h"
#include "app/exchange/pupil_file.h"

#include <fmt/format.h>

#include <filesystem>

namespace handbell::admin {

namespace {

template <class Row>
std::string listed(const exchange::Parsed<Row>& parsed) {
  std::string text;
  for (const auto& remark : parsed.remarks) text += "Remark: " + remark + "\n";
  for (const auto& refusal : parsed.refused) {
    text += fmt::format("Not taken: line {}, column {}: {}\n", refusal.line, refusal.column,
                        refusal.reason);
  }
  return text;
}

/// Takes what was parsed, or says why not.
template <class Row, class Put>
Result<std::string> take(const exchange::Parsed<Row>& parsed, const ImportOptions& options,
                         const Put& put) {
  const std::string list = listed(parsed);
  if (!parsed.refused.empty() && !options.partial) {
    if (options.dry_run) return list + "Nothing would be taken.\n";
    const auto& first = parsed.refused.front();
    return fail(FaultCode::row_refused,
                fmt::format("{} of {} rows, the first in line {}, column {}: {}",
                            parsed.refused.size(), parsed.refused.size() + parsed.rows.size(),
                            first.line, first.column, first.reason));
  }
  const auto count = put();
  if (!count) return fail(count.error());
  return list + fmt::format("{} {} added, {} changed, {} as they were, {} not taken.\n",
                            options.dry_run ? "Would take:" : "Taken:", count->added,
                            count->changed, count->unchanged, parsed.refused.size());
}

struct Source {
  std::string name;
  std::string bytes;
};

Result<Source> load(const ImportOptions& options) {
  auto bytes = options.bytes ? *options.bytes : exchange::load_file(options.file);
  if (!bytes) return fail(bytes.error());
  return Source{std::filesystem::path(options.file).filename().string(), std::move(*bytes)};
}

Result<SchoolDay> today_of(const Site& site) {
  const auto local = to_local(site.now());
  if (!local) return fail(local.error());
  return local->day;
}

template <class Row>
Result<reg::ImportCount> count_of(const Result<reg::Merged<Row>>& merged) {
  if (!merged) return fail(merged.error());
  return merged->count;
}

}  // namespace

Result<std::string> import_file(const Site& site, const std::string& what,
                                const ImportOptions& options) {
  const auto source = load(options);
  if (!source) return fail(source.error());
  auto opened = options.dry_run ? site.read_register() : site.open_register();
  if (!opened) return fail(opened.error());
  auto& file = *opened->file;
  const auto school = file.school();
  if (!school) return fail(school.error());
  if (what == "pupils") {
    const auto parsed = exchange::parse_pupils(source->name, source->bytes);
    if (!parsed) return fail(parsed.error());
    return take(*parsed, options, [&] {
      return options.dry_run ? count_of(merge_pupils(*school, parsed->rows))
                             : file.put_pupils(parsed->rows);
    });
  }
  if (what == "cards") {
    const auto today = today_of(site);
    if (!today) return fail(today.error());
    const auto parsed = exchange::parse_cards(source->name, source->bytes, *school, *today);
    if (!parsed) return fail(parsed.error());
    return take(*parsed, options, [&] {
      return options.dry_run ? count_of(merge_cards(*school, parsed->rows))
                             : file.put_cards(parsed->rows);
    });
  }
  const auto parsed = exchange::parse_calendar(source->name, source->bytes);
  if (!parsed) return fail(parsed.error());
  return take(*parsed, options, [&] {
    return options.dry_run ? count_of(merge_periods(*school, parsed->rows))
                           : file.put_periods(parsed->rows);
  });
}

}  // namespace handbell::admin
