#include "source_tree.h"

#include "app/base/check.h"

#include <algorithm>
#include <fstream>

namespace handbell::tidy {

namespace {

namespace fs = std::filesystem;

SourceFile read(const fs::path& root, const fs::path& file) {
  SourceFile source{fs::relative(file, root).string(), {}};
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) source.lines.push_back(line);
  return source;
}

}  // namespace

std::vector<SourceFile> sources_under(const std::vector<std::string>& folders) {
  const fs::path root(HANDBELL_SOURCE);
  std::vector<SourceFile> sources;
  for (const auto& folder : folders) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const auto kind = entry.path().extension();
      if (kind == ".h" || kind == ".cpp") sources.push_back(read(root, entry.path()));
    }
  }
  check(!sources.empty());
  std::sort(sources.begin(), sources.end(),
            [](const auto& a, const auto& b) { return a.path < b.path; });
  return sources;
}

}  // namespace handbell::tidy
