#include "app/admin/commands.h"
#include "app/base/school_time.h"
#include "app/exchange/calendar_file.h"
#include "app/exchange/card_file.h"
#include "app/exchange/contact_file.h"
#include "app/exchange/mark_import.h"
#include "app/exchange/pupil_file.h"
#include "app/exchange/reason_file.h"
#include "app/exchange/staff_file.h"

#include <fmt/format.h>

#include <filesystem>
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

/// A sentence within another.
std::string as_clause(std::string sentence) {
  if (sentence.ends_with('.')) sentence.pop_back();
  return sentence;
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
                            first.line, first.column, as_clause(first.reason)));
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

Result<std::string> import_marks(const Site& site, const Source& source,
                                 const ImportOptions& options, store::Register& file,
                                 const reg::School& school) {
  const auto by = reg::Author::parse(options.by);
  if (!by) return fail(by.error());
  const auto today = site.today();
  if (!today) return fail(today.error());
  const auto parsed = exchange::parse_marks(source.name, source.bytes, school, *today);
  if (!parsed) return fail(parsed.error());
  const auto plan = exchange::plan_marks(file, *parsed, source.name, *by, site.now());
  if (!plan) return fail(plan.error());
  const auto& found = plan->found;
  std::string left;
  for (const auto& one : found.contradictions)
    left += "Left: " + contradiction_words(one, school) + "\n";
  auto taken = take(*parsed, options, [&]() -> Result<reg::ImportCount> {
    if (!options.dry_run) {
      if (Status done = exchange::take(file, *plan, site.now()); !done) return fail(done.error());
    }
    return reg::ImportCount{static_cast<int>(found.fresh.size()), 0,
                            static_cast<int>(found.agreeing)};
  });
  if (!taken) return taken;
  return left + *taken;
}

/// Takes the rows, or counts what they would change.
template <class Row, class Merge, class Put>
Result<std::string> merge(const Result<exchange::Parsed<Row>>& parsed, const ImportOptions& options,
                          const Merge& merged, const Put& put) {
  if (!parsed) return fail(parsed.error());
  return take(*parsed, options, [&] {
    return options.dry_run ? count_of<Row>(merged(parsed->rows)) : put(parsed->rows);
  });
}

Result<std::string> import_cards(const Site& site, const Source& source,
                                 const ImportOptions& options, store::Register& file,
                                 const reg::School& school) {
  const auto today = site.today();
  if (!today) return fail(today.error());
  return merge(
      exchange::parse_cards(source.name, source.bytes, school, *today), options,
      [&](const auto& rows) { return merge_cards(school, rows); },
      [&](const auto& rows) { return file.put_cards(rows); });
}

Result<std::string> import_contacts(const Site& /*site*/, const Source& source,
                                    const ImportOptions& options, store::Register& file,
                                    const reg::School& school) {
  const auto held = file.contacts();
  if (!held) return fail(held.error());
  return merge(
      exchange::parse_contacts(source.name, source.bytes, school), options,
      [&](const auto& rows) {
        return Result<reg::Merged<reg::Contact>>(merge_contacts(*held, rows));
      },
      [&](const auto& rows) { return file.put_contacts(rows); });
}

Result<std::string> import_staff(const Site& /*site*/, const Source& source,
                                 const ImportOptions& options, store::Register& file,
                                 const reg::School& school) {
  const auto held = file.staff();
  if (!held) return fail(held.error());
  return merge(
      exchange::parse_staff(source.name, source.bytes, school), options,
      [&](const auto& rows) {
        return Result<reg::Merged<reg::StaffMember>>(merge_staff(held->members, rows));
      },
      [&](const auto& rows) { return file.put_staff(rows); });
}

Result<std::string> import_pupils(const Site& /*site*/, const Source& source,
                                  const ImportOptions& options, store::Register& file,
                                  const reg::School& school) {
  return merge(
      exchange::parse_pupils(source.name, source.bytes, school), options,
      [&](const auto& rows) { return merge_pupils(school, rows); },
      [&](const auto& rows) { return file.put_pupils(rows); });
}

Result<std::string> import_calendar(const Site& /*site*/, const Source& source,
                                    const ImportOptions& options, store::Register& file,
                                    const reg::School& school) {
  return merge(
      exchange::parse_calendar(source.name, source.bytes), options,
      [&](const auto& rows) { return merge_periods(school, rows); },
      [&](const auto& rows) { return file.put_periods(rows); });
}

Result<std::string> import_reasons(const Site& /*site*/, const Source& source,
                                   const ImportOptions& options, store::Register& file,
                                   const reg::School& school) {
  return merge(
      exchange::parse_reasons(source.name, source.bytes), options,
      [&](const auto& rows) { return merge_reasons(school, rows); },
      [&](const auto& rows) { return file.put_reasons(rows); });
}

using Import = Result<std::string> (*)(const Site&, const Source&, const ImportOptions&,
                                       store::Register&, const reg::School&);

/// The calendar where it is none of the others: the command line takes no other word.
Import import_of(const std::string& what) {
  static const std::map<std::string, Import> kImports{
      {"pupils", import_pupils}, {"contacts", import_contacts}, {"cards", import_cards},
      {"staff", import_staff},   {"reasons", import_reasons},   {"marks", import_marks}};
  const auto at = kImports.find(what);
  return at == kImports.end() ? import_calendar : at->second;
}

}  // namespace

Result<std::string> import_file(const Site& site, const std::string& what,
                                const ImportOptions& options) {
  const auto source = load(options);
  if (!source) return fail(source.error());
  auto opened = options.dry_run ? site.read_register() : site.open_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  return import_of(what)(site, *source, options, *opened->file, *school);
}

}  // namespace handbell::admin
