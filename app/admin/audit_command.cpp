// audit list: who read or took away what is held about children, newest first.
#include "app/admin/commands.h"
#include "app/admin/report_cells.h"
#include "app/admin/report_options.h"
#include "app/base/school_time.h"
#include "app/store/audit_file.h"
#include "app/store/site_random.h"

#include <filesystem>

namespace handbell::admin {

namespace {

constexpr std::size_t kMostListed = 1'000'000;

/// Nothing was read where no office ever ran.
Result<std::vector<reg::Reading>> readings(const Site& site, SchoolDay from, SchoolDay to) {
  std::error_code error;
  if (!std::filesystem::exists(site.audit_path(), error)) return std::vector<reg::Reading>();
  store::SiteRandom random;
  const auto file = store::AuditFile::open_to_read(site.audit_path(), random);
  if (!file) return fail(file.error());
  const auto begin = TimeOfDay::from_ms(0);
  return (*file)->read(from_local(from, begin), from_local(to.plus(1), begin), kMostListed);
}

}  // namespace

Result<std::string> audit_list(const Site& site, const ExportOptions& options, Format format) {
  const auto range = range_of({"", "", options.from, options.to, ""});
  if (!range) return fail(range.error());
  const auto read = readings(site, range->from(), range->to());
  if (!read) return fail(read.error());
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  Table table{joined({"at", "by", "position", "what", "which"}, who_columns()), {}};
  for (const auto& each : *read) {
    const auto* pupil = each.pupil ? school->pupil(*each.pupil) : nullptr;
    const Row whose = pupil != nullptr ? who(*pupil) : Row(who_columns().size(), nullptr);
    table.rows.push_back(joined({with_offset(each.at), each.by.name(), each.by.position(),
                                 std::string(reg::words_of(each.kind)), each.words},
                                whose));
  }
  return rendered(table, format);
}

}  // namespace handbell::admin
