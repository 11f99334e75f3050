#include "app/admin/kept_export.h"

#include "app/exchange/export_stamp.h"

#include <algorithm>
#include <filesystem>

namespace handbell::admin {

Result<std::string> path_of(const Site& site, const KeptExport& kept, const std::string& folder) {
  namespace fs = std::filesystem;
  std::error_code ignored;
  if (!fs::is_directory(folder, ignored)) {
    return fail(FaultCode::usage, "There is no folder " + folder + "; make it first.");
  }
  const auto today = site.today();
  if (!today) return fail(today.error());
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  const auto settings = opened->file->settings();
  if (!settings) return fail(settings.error());
  const auto [from, to] = std::pair(kept.days.from(), kept.days.to());
  const auto legal = reg::legal_register(*settings, from, std::max(from, std::min(*today, to)));
  const exchange::ExportStamp stamp{school->name, legal, site.now()};
  const fs::path path = fs::path(folder) / file_name(kept.what, from, to, stamp, kept.ending);
  if (fs::exists(path, ignored)) {
    return fail(FaultCode::usage, path.string() + " is there already; move it away first.");
  }
  return path.string();
}

}  // namespace handbell::admin
