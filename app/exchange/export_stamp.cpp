#include "app/exchange/export_stamp.h"

#include "app/base/text.h"

#include <algorithm>

namespace handbell::exchange {

namespace {

// A file's name has 255 bytes; three registers of the longest name would need more.
constexpr std::size_t kLongestPart = 180;

std::string file_name_part(std::string_view text) {
  std::string out;
  for (const char c : ascii_lower(text)) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (kept) out += c;
    if (!kept && !out.empty() && out.back() != '-') out += '-';
  }
  out.resize(std::min(out.size(), kLongestPart));
  while (out.ends_with('-')) out.pop_back();
  return out;
}

}  // namespace

std::string file_name(const std::string& what, SchoolDay from, SchoolDay to,
                      const ExportStamp& stamp, const std::string& ending) {
  return file_name_part(what) + "_" + from.text() + "_" + to.text() + "_legal-register-" +
         file_name_part(stamp.legal_register) + "." + ending;
}

}  // namespace handbell::exchange
