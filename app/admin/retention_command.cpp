// retention list and retention approve (D39, D51).
#include "app/admin/commands.h"
#include "app/base/school_time.h"

#include <fmt/format.h>

namespace handbell::admin {

Result<std::string> retention_list(const Site& site, Format format) {
  const auto today = site.today();
  if (!today) return fail(today.error());
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto due = opened->file->due(*today);
  if (!due) return fail(due.error());
  Table table{{"history", "texts", "first", "last"}, {}};
  const auto add = [&](const std::string& name, const std::vector<std::uint64_t>& numbers) {
    if (!numbers.empty()) {
      table.rows.push_back({name, numbers.size(), numbers.front(), numbers.back()});
    }
  };
  add("register", due->entries);
  for (const auto& [history, numbers] : due->events) {
    add("journal " + to_hex(std::span(history).first(4)), numbers);
  }
  if (due->plans > 0) table.rows.push_back({"agreed beforehand", due->plans, nullptr, nullptr});
  return rendered(table, format);
}

Result<std::string> retention_approve(const Site& site, const std::string& by) {
  const auto author = reg::Author::parse(by);
  if (!author) return fail(author.error());
  const auto today = site.today();
  if (!today) return fail(today.error());
  auto opened = site.open_register();
  if (!opened) return fail(opened.error());
  const auto erased = opened->file->erase(*today, *author, site.now());
  if (!erased) return fail(erased.error());
  if (*erased == 0) return std::string("Nothing is due: nothing was erased.\n");
  return fmt::format("{} texts erased, approved by {}.\n", *erased, author->text());
}

}  // namespace handbell::admin
