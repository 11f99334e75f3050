// backup and restore.
#include "app/admin/commands.h"
#include "app/store/register_backup.h"

#include <fmt/format.h>

#include <filesystem>

namespace handbell::admin {

Result<std::string> back_up(const Site& site, const std::string& to) {
  const auto count = store::back_up_register(site.register_path(), to, site.random());
  if (!count) return fail(count.error());
  return fmt::format("{} holds {}.\n", to, count->text());
}

Result<std::string> restore(const std::string& copy, const std::string& folder) {
  const auto site = Site::create_empty(folder);
  if (!site) return fail(site.error());
  const auto count = store::restore_register(copy, site->register_path(), site->random());
  if (!count) {
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);  // it was new or empty
    return fail(count.error());
  }
  if (Status whole = site->take_up(); !whole) return fail(whole.error());
  return fmt::format(
      "The site {} holds {}.\nKiosks go on with it when the office runs there; set up those that "
      "are new with 'handbell kiosks add'.\n",
      site->folder(), count->text());
}

}  // namespace handbell::admin
