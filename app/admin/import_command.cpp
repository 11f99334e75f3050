#include "app/admin/commands.h"
#include "app/base/school_time.h"
#include "app/exchange/calendar_file.h"
#include "app/exchange/card_file.h"
#include "app/exchange/mark_comparison.h"
#include "app/exchange/pupil_file.h"

#include <fmt/format.h>

#include <filesystem>
#include <limits>
#include <map>

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

template <class Row>
Result<reg::ImportCount> count_of(const Result<reg::Merged<Row>>& merged) {
  if (!merged) return fail(merged.error());
  return merged->count;
}

/// What stands now in every year that the rows are about.
Result<exchange::MarkComparison> compared(store::Register& file,
                                          const exchange::Parsed<exchange::OutsideMark>& parsed) {
  int first = std::numeric_limits<int>::max();
  int last = 0;
  for (const auto& row : parsed.rows) {
    const int year = reg::school_year_of(row.session.day);
    first = std::min(first, year);
    last = std::max(last, year);
  }
  const auto lines = file.years(first, last);
  if (!lines) return fail(lines.error());
  std::map<std::pair<int, PupilId>, const reg::YearLine*> by_pupil;
  for (const auto& line : *lines) by_pupil[{line.school_year(), line.pupil()}] = &line;
  return compare_marks(parsed, [&](PupilId pupil, SessionId session) {
    const auto line = by_pupil.find({reg::school_year_of(session.day), pupil});
    return line == by_pupil.end() ? std::optional<reg::Standing>() : line->second->at(session);
  });
}

Result<std::string> import_marks(const Site& site, const Source& source,
                                 const ImportOptions& options, store::Register& file,
                                 const reg::School& school) {
  const auto by = reg::Author::parse(options.by);
  if (!by) return fail(by.error());
  const auto today = site.today();
  if (!today) return fail(today.error());
  const auto parsed = exchange::parse_marks(source.name, source.bytes, school, *today);
  if (!parsed) return fail(parsed.error());
  const auto found = compared(file, *parsed);
  if (!found) return fail(found.error());
  std::string left;
  for (const auto& one : found->contradictions) left += "Left: " + sentence(one, school) + "\n";
  const auto taken = take(*parsed, options, [&]() -> Result<reg::ImportCount> {
    const reg::ImportCount count{static_cast<int>(found->fresh.size()), 0,
                                 static_cast<int>(found->agreeing)};
    if (options.dry_run || found->fresh.empty()) return count;
    std::vector<reg::MarkDraft> drafts;
    for (const auto& mark : found->fresh) drafts.push_back(draft_of(mark, source.name, *by));
    const auto entered = file.enter(drafts, site.now());
    if (!entered) return fail(entered.error());
    return count;
  });
  if (!taken) return taken;
  return left + *taken;
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
    const auto today = site.today();
    if (!today) return fail(today.error());
    const auto parsed = exchange::parse_cards(source->name, source->bytes, *school, *today);
    if (!parsed) return fail(parsed.error());
    return take(*parsed, options, [&] {
      return options.dry_run ? count_of(merge_cards(*school, parsed->rows))
                             : file.put_cards(parsed->rows);
    });
  }
  if (what == "marks") return import_marks(site, *source, options, file, *school);
  const auto parsed = exchange::parse_calendar(source->name, source->bytes);
  if (!parsed) return fail(parsed.error());
  return take(*parsed, options, [&] {
    return options.dry_run ? count_of(merge_periods(*school, parsed->rows))
                           : file.put_periods(parsed->rows);
  });
}

}  // namespace handbell::admin
