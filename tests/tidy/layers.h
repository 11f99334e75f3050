// Which folder may include which (the order of the architecture), and which folders are pure.
#pragma once

#include <map>
#include <set>
#include <string>

namespace handbell::tidy {

/// Folder -> folders that it may include besides itself. A folder that stands nowhere here may not
/// exist.
[[nodiscard]] const std::map<std::string, std::set<std::string>>& layers();

/// Folders that know no clock, randomness, file, socket, environment or thread.
[[nodiscard]] const std::set<std::string>& pure_folders();

/// "app/kiosk/flow" for "app/kiosk/flow/screen.h"; "app" for the mains.
[[nodiscard]] std::string folder_of(const std::string& path);

}  // namespace handbell::tidy
