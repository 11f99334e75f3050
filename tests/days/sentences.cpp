#include "sentences.h"

namespace handbell::days {

std::vector<std::string> gaps(const std::string& line, const std::regex& pattern) {
  std::smatch found;
  if (!std::regex_match(line, found, pattern)) return {};
  std::vector<std::string> parts;
  for (const auto& part : found) parts.push_back(part.str());
  return parts;
}

}  // namespace handbell::days
