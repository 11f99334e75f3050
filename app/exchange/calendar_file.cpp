#include "app/exchange/calendar_file.h"

#include "app/base/text.h"

#include <fmt/format.h>

namespace handbell::exchange {

const std::vector<Column>& calendar_columns() {
  static const std::vector<Column> kColumns{{"From", {"start"}, true},
                                            {"To", {"end"}, true},
                                            {"Kind", {"type"}, true},
                                            {"Name", {"title"}, false},
                                            {"Groups", {}, false}};
  return kColumns;
}

Result<Parsed<reg::Period>> parse_calendar(const std::string& name, std::string_view bytes) {
  const auto sheet = Sheet::parse(name, bytes, calendar_columns());
  if (!sheet) return fail(sheet.error());
  Parsed<reg::Period> parsed;
  for (std::size_t i = 0; i < sheet->size(); ++i) {
    RowReader row(*sheet, i);
    reg::Period period;
    period.from = row.value("From", SchoolDay::parse_any, SchoolDay());
    period.to = row.value("To", SchoolDay::parse_any, SchoolDay());
    period.kind = row.value("Kind", reg::parse_period_kind, reg::PeriodKind::term);
    period.name = row.text("Name");
    if (!row.text("Groups").empty()) period.groups = split(row.text("Groups"), ';');
    if (!row.refused() && period.to < period.from) {
      row.refuse("To", sentence({FaultCode::period_backwards, period.name}));
    }
    if (row.refused()) {
      parsed.refused.push_back(row.refusal());
      continue;
    }
    parsed.rows.push_back(std::move(period));
    parsed.lines.push_back(row.line());
  }
  return parsed;
}

std::string write_calendar(const std::vector<reg::Period>& periods) {
  CsvWriter writer({"From", "To", "Kind", "Name", "Groups"});
  for (const auto& period : periods) {
    writer.row({period.from.text(), period.to.text(), std::string(text_of(period.kind)),
                period.name, fmt::format("{}", fmt::join(period.groups, ";"))});
  }
  return writer.text();
}

}  // namespace handbell::exchange
