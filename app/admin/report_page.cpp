#include "app/admin/report_page.h"

#include "app/base/school_time.h"

#include <fmt/format.h>

namespace handbell::admin {

namespace {

std::string days_in_words(const PageHead& head) {
  const SchoolDay first = head.days.from();
  const SchoolDay last = head.days.to();
  std::string words = first.words();
  if (first != last) words += " to " + last.words();
  return head.time.empty() ? words : words + ", " + head.time;
}

std::string made_on(Instant now) {
  const auto local = to_local(now);
  if (!local) return "Made on " + with_offset(now);
  return fmt::format("Made on {} at {}", local->day.words(), local->time.hh_mm());
}

}  // namespace

Result<std::string> register_page(const Site& site, store::Register& held, const PageHead& head,
                                  Table table, Format format) {
  const auto settings = held.settings();
  if (!settings) return fail(settings.error());
  const auto legal = reg::legal_register(*settings, head.days.from(), head.days.to());
  if (format == Format::table) {
    const auto school = held.school();
    if (!school) return fail(school.error());
    return fmt::format("{}\n{}, {}\nLegal register: {}\n{}\n\n{}", school->name, head.title,
                       days_in_words(head), legal, made_on(site.now()), rendered(table, format));
  }
  table.columns.emplace_back("legal_register");
  for (auto& row : table.rows) row.emplace_back(legal);
  return rendered(table, format);
}

}  // namespace handbell::admin
