// The site's keys for staff cards (D49), for whoever keeps the machine. The office's folder holds
// those that write cards; a kiosk is given those that prove them. Keys are never printed: versions
// and check values are.
#pragma once

#include "app/admin/kiosk_folder.h"
#include "app/admin/site.h"
#include "app/admin/table.h"

#include <string>

namespace handbell::admin {

/// Faults: too_many after version 255, those of the disk.
[[nodiscard]] Result<std::string> make_staff_key(const Site& site);
[[nodiscard]] Result<std::string> list_staff_keys(const Site& site, Format format);
/// Fault: site_key_missing.
[[nodiscard]] Result<std::string> retire_staff_key(const Site& site, int version);
/// `folder`: of a kiosk. Faults: folder_missing, site_key_missing, those of the disk.
[[nodiscard]] Result<std::string> give_staff_keys(const Site& site, const std::string& folder);

}  // namespace handbell::admin
