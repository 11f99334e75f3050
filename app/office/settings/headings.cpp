#include "app/office/settings/headings.h"

namespace handbell::office {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";

/// Where the first line that says something begins.
std::size_t first_line(std::string_view bytes) {
  std::size_t at = bytes.starts_with(kMark) ? kMark.size() : 0;
  while (at < bytes.size() && (bytes[at] == '\r' || bytes[at] == '\n')) ++at;
  return at;
}

/// Where the line that begins there ends; a line end within quotes is none.
std::size_t end_of_line(std::string_view bytes, std::size_t at) {
  bool quoted = false;
  for (; at < bytes.size(); ++at) {
    if (bytes[at] == '"') quoted = !quoted;
    if (!quoted && (bytes[at] == '\r' || bytes[at] == '\n')) break;
  }
  return at;
}

std::string quoted(const std::string& cell) {
  std::string out = "\"";
  for (const char c : cell) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

}  // namespace

Result<std::vector<Heading>> headings_of(const std::string& name, std::string_view bytes,
                                         const std::vector<exchange::Column>& columns) {
  constexpr std::size_t kLongest = 200;
  std::vector<std::string> first;
  const Status read = exchange::each_csv_row(name, bytes, [&](exchange::CsvRow&& row) {
    if (first.empty()) first = std::move(row.cells);
  });
  if (!read) return fail(read.error());
  std::vector<Heading> headings;
  for (const auto& words : first) {
    // The rest of the file in one heading: a quotation mark was left open.
    if (words.size() > kLongest) return fail(FaultCode::file_bad_csv, name + ", line 1,");
    const auto* column = exchange::column_of(columns, words);
    headings.push_back({words, column == nullptr ? "" : column->name});
  }
  return headings;
}

std::string with_headings(std::string_view bytes, const std::vector<Heading>& headings,
                          const std::map<std::size_t, std::string>& assigned) {
  if (assigned.empty()) return std::string(bytes);
  std::string line;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const auto other = assigned.find(i);
    line +=
        (i > 0 ? "," : "") + quoted(other == assigned.end() ? headings[i].words : other->second);
  }
  const auto from = first_line(bytes);
  const auto to = end_of_line(bytes, from);
  return std::string(bytes.substr(0, from)) + line + std::string(bytes.substr(to));
}

}  // namespace handbell::office
