// Comma-separated files as school offices have them (rules/formats.json).
//
// In: UTF-8 with or without a byte order mark, quoted as RFC 4180 has it, any line ends. Out: with
// the mark and CRLF, as spreadsheet programs want it, and nothing that one would run as a formula.
#pragma once

#include "app/base/result.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace handbell::exchange {

inline constexpr std::size_t kLargestFile = 8 * 1024 * 1024;

struct CsvRow {
  int line = 0;  ///< of the file, from 1
  std::vector<std::string> cells;
};

/// `name` is the file's, for the faults: file_empty, file_too_large, file_not_utf8 (naming line
/// and byte), file_bad_csv (naming the line). Empty lines are passed over.
[[nodiscard]] Result<std::vector<CsvRow>> parse_csv(const std::string& name,
                                                    std::string_view bytes);
/// The same row by row: what is not kept takes no memory. Where it ends with a fault, what came
/// before counts for nothing.
[[nodiscard]] Status each_csv_row(const std::string& name, std::string_view bytes,
                                  const std::function<void(CsvRow&&)>& take);

/// Faults: file_unreadable, file_empty, file_too_large (before it is read).
[[nodiscard]] Result<std::string> load_file(const std::string& path);

class CsvWriter {
 public:
  explicit CsvWriter(const std::vector<std::string>& header);
  void row(const std::vector<std::string>& cells);
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

}  // namespace handbell::exchange
