#include "app/office/reports/sheet_file.h"

#include "app/base/school_time.h"
#include "app/exchange/csv.h"
#include "app/exchange/export_stamp.h"
#include "app/office/reports/sheet_paper.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

std::string csv_of(const reports::ReportSheet& sheet, const std::string& legal, Instant now) {
  const auto lines = reports::sheet_lines(sheet, legal, with_offset(now));
  exchange::CsvWriter writer(lines.front());
  for (std::size_t i = 1; i < lines.size(); ++i) writer.row(lines[i]);
  return writer.text();
}

std::string made_words(const std::string& legal, Instant now) {
  const auto local = to_local(now);
  const std::string made =
      local ? fmt::format("{} at {}", local->day.words(), local->time.hh_mm()) : with_offset(now);
  return fmt::format("Made on {}. Legal register: {}.", made, legal);
}

Result<std::string> pdf_of(const Visit& visit, reg::Store& held, const reports::ReportSheet& sheet,
                           const std::string& legal) {
  auto logo = held.logo();
  if (!logo) return fail(logo.error());
  paper::Letterhead head;
  head.school = visit.frame.school;
  head.logo = std::move(*logo);
  head.stamp = made_words(legal, visit.now);
  head.made = visit.now;
  head.rehearsal = visit.frame.rehearsal;
  return sheet_paper(sheet, std::move(head));
}

}  // namespace

bool is_file(const std::string& as) { return as == "csv" || as == "pdf"; }

Result<std::string> legal_over(const Visit& visit, reg::Store& held,
                               const reports::DateRange& days) {
  const auto settings = held.settings();
  if (!settings) return fail(settings.error());
  const SchoolDay last = std::max(days.from(), std::min(visit.today, days.to()));
  return reg::legal_register(*settings, days.from(), last);
}

Answer file_answer(std::string bytes, const std::string& kind, const std::string& name) {
  net::Response file{200, kind, std::move(bytes), {}};
  file.headers["Content-Disposition"] = "attachment; filename=\"" + name + "\"";
  return {std::move(file)};
}

Result<Answer> sheet_file(const Visit& visit, reg::Store& held, const reports::ReportSheet& sheet,
                          const std::string& as) {
  const auto legal = legal_over(visit, held, sheet.days);
  if (!legal) return fail(legal.error());
  const exchange::ExportStamp stamp{visit.frame.school, *legal, visit.now};
  const auto name = exchange::file_name(sheet.id, sheet.days.from(), sheet.days.to(), stamp, as);
  auto bytes = as == "csv" ? Result<std::string>(csv_of(sheet, *legal, visit.now))
                           : pdf_of(visit, held, sheet, *legal);
  if (!bytes) return fail(bytes.error());
  Answer answer = file_answer(std::move(*bytes),
                              as == "csv" ? "text/csv; charset=utf-8" : "application/pdf", name);
  answer.read.push_back({reg::ReadKind::exported, std::nullopt,
                         sheet.id + " report " + sheet.days.text() + ", " + as});
  return answer;
}

}  // namespace handbell::office
