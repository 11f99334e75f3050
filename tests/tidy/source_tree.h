// The project's own source files, for the tests that keep its order.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace handbell::tidy {

struct SourceFile {
  std::string path;  ///< from the project's root, "app/base/upn.h"
  std::vector<std::string> lines;
};

/// Every .h and .cpp under `folders`. Ends the test program where there is none.
[[nodiscard]] std::vector<SourceFile> sources_under(const std::vector<std::string>& folders);

}  // namespace handbell::tidy
