// staff-keys: the site's keys for cards that release children, by version. A key is never printed.
#include "app/admin/site_key_commands.h"
#include "app/store/site_random.h"
#include "drivers/keyholder/site_keys.h"

#include <fmt/format.h>

#include <filesystem>

namespace handbell::admin {

namespace {

std::string office_keys(const Site& site) { return site.office_folder() + "/keys"; }

}  // namespace

Result<std::string> make_staff_key(const Site& site) {
  store::SiteRandom random;
  const auto made = keys::make_site_key(office_keys(site), random);
  if (!made) return fail(made.error());
  return fmt::format(
      "Site key {} is made, check value {}. Give it to each kiosk with 'handbell staff-keys give', "
      "then write the staff cards on the office's page.\n",
      made->version, made->check_value);
}

Result<std::string> list_staff_keys(const Site& site, Format format) {
  Table table{{"where", "version", "check_value", "writes_cards"}, {}};
  const auto add = [&](const std::string& where, const std::string& folder) -> Status {
    const auto shown = keys::shown_site_keys(folder);
    if (!shown) return fail(shown.error());
    for (const auto& key : *shown) {
      table.rows.push_back({where, key.version, key.check_value, key.administration});
    }
    return {};
  };
  if (Status office = add("office", office_keys(site)); !office) return fail(office.error());
  for (const auto& kiosk : kiosk_folders(site.folder())) {
    if (Status each = add(kiosk.name(), kiosk.path() + "/keys"); !each) return fail(each.error());
  }
  return rendered(table, format);
}

Result<std::string> retire_staff_key(const Site& site, int version) {
  const auto number = static_cast<keys::KeyVersion>(version);
  if (Status done = keys::retire_site_key(office_keys(site), number); !done) {
    return fail(done.error());
  }
  return fmt::format(
      "Site key {} is gone: cards that were written with it release nobody once the kiosks have "
      "been given the keys again.\n",
      version);
}

Result<std::string> give_staff_keys(const Site& site, const std::string& folder) {
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error)) {
    return fail(FaultCode::folder_missing, folder);
  }
  if (Status given = keys::copy_site_keys(office_keys(site), folder + "/keys"); !given) {
    return fail(given.error());
  }
  return fmt::format("{} has the keys that prove staff cards, and none that writes them.\n",
                     folder);
}

}  // namespace handbell::admin
