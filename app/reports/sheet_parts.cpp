#include "app/reports/sheet_parts.h"

#include "app/reports/small_numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace handbell::reports {

namespace {

constexpr const char* kDash = "–";

/// All alike: of two that are known to be few, and of what they have together, both could be known.
SheetCell kept_back() { return {"not shown", {}}; }

SheetRow without_figures(const GroupLine& line) {
  const auto pupils = line.pupils() == 0 ? std::string("none yet") : words_kept_back(line.pupils());
  SheetRow row{line.name, {{pupils, {}}}};
  row.cells.resize(line_columns().size(), {kDash, {}});
  return row;
}

/// The classes of code that a report tells apart, and what is not told apart within one.
struct ClassOfCodes {
  reg::CodeClass code_class;
  std::string_view others;
};
constexpr std::array<ClassOfCodes, 4> kClasses{
    {{reg::CodeClass::authorised_absence, "Authorised absence, not told apart"},
     {reg::CodeClass::unauthorised_absence, "Unauthorised absence, not told apart"},
     {reg::CodeClass::approved_activity, "Approved activity, not told apart"},
     {reg::CodeClass::not_possible, "Not a possible session, not told apart"}}};

struct CodeLine {
  std::string name;
  reg::CodeClass code_class;
  ColumnNumber sessions;
};

void add_code_lines(std::vector<CodeLine>& lines, const AttendanceCount& count,
                    const ClassOfCodes& of, const SeesCode& sees) {
  int others = 0;
  for (const reg::Code code : reg::Code::all()) {
    const int sessions = count.of(code);
    if (code.code_class() != of.code_class || sessions == 0) continue;
    if (!sees(code)) {
      others += sessions;
      continue;
    }
    lines.push_back(
        {fmt::format("{}  {}", code.text(), code.name()), of.code_class, {sessions, true, false}});
  }
  if (others > 0) {
    lines.push_back({std::string(of.others), of.code_class, {others, true, false}});
  }
}

std::vector<CodeLine> code_lines(const AttendanceCount& count, const SeesCode& sees) {
  std::vector<CodeLine> lines;
  for (const auto& of : kClasses) add_code_lines(lines, count, of, sees);
  return lines;
}

/// Of the lines that make up one total.
void keep_codes_back(std::vector<CodeLine>& lines, const std::vector<reg::CodeClass>& of) {
  std::vector<ColumnNumber> column;
  std::vector<CodeLine*> own;
  for (auto& line : lines) {
    if (std::ranges::find(of, line.code_class) == of.end()) continue;
    line.sessions.hidden = is_small(line.sessions.value);
    column.push_back(line.sessions);
    own.push_back(&line);
  }
  hide_one_more(column);
  for (std::size_t i = 0; i < own.size(); ++i) own[i]->sessions = column[i];
}

SheetRow row_of_code(const CodeLine& line, int possible) {
  const int sessions = line.sessions.value;
  if (line.sessions.hidden) return {line.name, {kept_back(), {kDash, {}}}};
  const bool counts = line.code_class < reg::CodeClass::not_possible;
  return {line.name,
          {count_cell(sessions), counts ? share_cell(sessions, possible) : SheetCell{kDash, {}}}};
}

SheetTable table_of_codes(const std::vector<CodeLine>& lines, int possible) {
  SheetTable table{"codes", "By code", "Code", {"Sessions", "Share"}, {}, {1}};
  for (const auto& line : lines) table.rows.push_back(row_of_code(line, possible));
  return table;
}

}  // namespace

SheetCell share_cell(int part, int whole) {
  const std::string words = Fraction::of(part, whole).text();
  if (whole == 0) return {words, {}};
  // It is drawn as it is written: a picture tells no more than the table.
  const std::int64_t tenths = (std::int64_t{part} * 2000 + whole) / (std::int64_t{whole} * 2);
  return {words + " %", static_cast<double>(tenths) / 10};
}

SheetCell count_cell(int count) { return {std::to_string(count), count}; }

std::vector<std::string> line_columns() {
  return {"Pupils", "Attendance", "Absent", "Authorised", "Unauthorised", "Late"};
}

SheetRow row_of(const GroupLine& line) {
  if (line.withheld || line.pupils() == 0) return without_figures(line);
  const auto& count = line.count;
  const auto share = [&](int part, bool hidden) {
    return hidden ? kept_back() : share_cell(part, count.possible());
  };
  const bool split = line.hides_rest || line.hides_split;
  return {line.name,
          {count_cell(line.pupils()), share(count.attended(), line.hides_rest),
           share(count.absent(), line.hides_rest), share(count.authorised(), split),
           share(count.unauthorised(), split), share(count.late(), line.hides_late)}};
}

SheetTable lines_table(const SheetTable& head, const std::vector<GroupLine>& lines,
                       const GroupLine* total) {
  SheetTable table = head;
  table.columns = line_columns();
  for (const auto& line : lines) table.rows.push_back(row_of(line));
  if (total != nullptr) table.rows.push_back(row_of(*total));
  return table;
}

SheetTable code_table(const AttendanceCount& count, const SeesCode& sees) {
  return table_of_codes(code_lines(count, sees), count.possible());
}

SheetTable open_code_table(const GroupLine& total) {
  using enum reg::CodeClass;
  auto lines = code_lines(total.count, [](reg::Code code) { return !code.is_sensitive(); });
  keep_codes_back(lines, {approved_activity});
  keep_codes_back(lines, {not_possible});
  if (total.hides_split) {
    // Whoever had all of one would have the other: absence as a whole is shown.
    keep_codes_back(lines, {authorised_absence, unauthorised_absence});
  } else {
    keep_codes_back(lines, {authorised_absence});
    keep_codes_back(lines, {unauthorised_absence});
  }
  return table_of_codes(lines, total.count.possible());
}

}  // namespace handbell::reports
