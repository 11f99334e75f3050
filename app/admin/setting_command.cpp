// setting: what has legal effect, from which day, set by whom and why (D50).
#include "app/admin/commands.h"
#include "app/base/text.h"
#include "app/register/mark_rule.h"
#include "app/register/setting.h"

#include <fmt/format.h>

namespace handbell::admin {

Result<std::string> set_legal_register(const Site& site, const SettingOptions& options) {
  const auto from = SchoolDay::parse(options.from);
  if (!from) return fail(from.error());
  const auto author = reg::Author::parse(options.by);
  if (!author) return fail(author.error());
  const auto today = site.today();
  if (!today) return fail(today.error());
  auto opened = site.open_register();
  if (!opened) return fail(opened.error());
  const auto staff = opened->file->staff();
  if (!staff) return fail(staff.error());
  const reg::Setting setting{std::string(reg::kLegalRegister), trimmed(options.value), *from,
                             options.reason, *author};
  const auto roles = roles_of(*author, staff->members, staff->acting, *today);
  if (Status may = may_change(setting, roles); !may) return fail(may.error());
  if (Status done = opened->file->change(setting, site.now()); !done) return fail(done.error());
  return fmt::format("From {} the legal register is {}.\n", from->text(), setting.value);
}

}  // namespace handbell::admin
