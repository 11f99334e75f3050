#include "app/exchange/csv.h"

#include "app/base/text.h"

#include <csv.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace handbell::exchange {

namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";

std::string with_plain_line_ends(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] != '\r') {
      text += bytes[i];
    } else if (i + 1 == bytes.size() || bytes[i + 1] != '\n') {
      text += '\n';
    }
  }
  return text;
}

/// What libcsv calls back into.
struct CsvRows {
  const std::function<void(CsvRow&&)>& take;
  bool any = false;
  CsvRow row{1, {}};
  int line = 1;

  void cell(std::string_view text) {
    line += static_cast<int>(std::count(text.begin(), text.end(), '\n'));
    row.cells.emplace_back(trimmed(text));
  }
  void end() {
    const bool blank = std::all_of(row.cells.begin(), row.cells.end(),
                                   [](const std::string& cell) { return cell.empty(); });
    if (!blank) {
      any = true;
      take(std::move(row));
    }
    row = CsvRow{++line, {}};
  }
};

void on_cell(void* text, std::size_t length, void* sheet) {
  const auto* from = static_cast<const char*>(text);
  static_cast<CsvRows*>(sheet)->cell(from == nullptr ? "" : std::string_view(from, length));
}

void on_row(int, void* sheet) { static_cast<CsvRows*>(sheet)->end(); }

class Parser {
 public:
  Parser() { csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() { csv_free(&parser_); }

  bool parse(const std::string& text, CsvRows& sheet) {
    return csv_parse(&parser_, text.data(), text.size(), on_cell, on_row, &sheet) == text.size() &&
           csv_fini(&parser_, on_cell, on_row, &sheet) == 0;
  }

 private:
  csv_parser parser_{};
};

Status is_text(const std::string& name, std::string_view bytes) {
  int line = 1;
  std::size_t from = 0;
  while (from < bytes.size()) {
    const auto end = std::min(bytes.find('\n', from), bytes.size());
    const auto part = bytes.substr(from, end - from);
    if (!is_utf8(part) || part.find('\0') != std::string_view::npos) {
      return fail(FaultCode::file_not_utf8, fmt::format("{}, line {},", name, line));
    }
    from = end + 1;
    ++line;
  }
  return {};
}

}  // namespace

Status each_csv_row(const std::string& name, std::string_view bytes,
                    const std::function<void(CsvRow&&)>& take) {
  if (bytes.size() > kLargestFile) return fail(FaultCode::file_too_large, name);
  if (bytes.substr(0, kMark.size()) == kMark) bytes.remove_prefix(kMark.size());
  if (trimmed(bytes).empty()) return fail(FaultCode::file_empty, name);
  if (Status text = is_text(name, bytes); !text) return fail(text.error());
  CsvRows sheet{take};
  Parser parser;
  if (!parser.parse(with_plain_line_ends(bytes), sheet)) {
    return fail(FaultCode::file_bad_csv, fmt::format("{}, line {},", name, sheet.row.line));
  }
  // Commas and quotes alone are no rows.
  return sheet.any ? Status() : fail(FaultCode::file_empty, name);
}

Result<std::vector<CsvRow>> parse_csv(const std::string& name, std::string_view bytes) {
  std::vector<CsvRow> rows;
  const Status read =
      each_csv_row(name, bytes, [&](CsvRow&& row) { rows.push_back(std::move(row)); });
  if (!read) return fail(read.error());
  return rows;
}

Result<std::string> load_file(const std::string& path) {
  std::error_code failed;
  const auto size = std::filesystem::file_size(path, failed);
  if (failed) return fail(FaultCode::file_unreadable, path);
  if (size == 0) return fail(FaultCode::file_empty, path);
  if (size > kLargestFile) return fail(FaultCode::file_too_large, path);
  std::ifstream file(path, std::ios::binary);
  std::string bytes(size, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(size));
  if (!file) return fail(FaultCode::file_unreadable, path);
  return bytes;
}

CsvWriter::CsvWriter(const std::vector<std::string>& header) : text_(kMark) { row(header); }

void CsvWriter::row(const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    std::string cell = cells[i];
    if (!cell.empty() && std::string_view("=+-@").find(cell[0]) != std::string_view::npos) {
      cell.insert(0, 1, '\'');
    }
    const bool quoted = cell.find_first_of(",\"\r\n") != std::string::npos;
    std::string doubled;
    for (const char c : cell) doubled += c == '"' ? std::string("\"\"") : std::string(1, c);
    if (i > 0) text_ += ',';
    text_ += quoted ? '"' + doubled + '"' : cell;
  }
  text_ += "\r\n";
}

}  // namespace handbell::exchange
