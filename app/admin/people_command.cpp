// staff add and staff acting: who works here, and who acts in another's role on which days (D52).
#include "app/admin/commands.h"
#include "app/exchange/csv.h"
#include "app/exchange/staff_file.h"
#include "app/register/mark_rule.h"

#include <fmt/format.h>

namespace handbell::admin {

namespace {

/// By the rules of the staff file, so that both take and refuse the same.
Result<reg::StaffMember> member_of(const NewStaff& wanted, const reg::School& school) {
  exchange::CsvWriter row({"StaffId", "Name", "Position", "Role", "Classes"});
  row.row({wanted.id, wanted.name, wanted.position, fmt::format("{}", fmt::join(wanted.roles, ";")),
           fmt::format("{}", fmt::join(wanted.classes, ";"))});
  auto parsed = exchange::parse_staff("the command", row.text(), school);
  if (!parsed) return fail(parsed.error());
  if (!parsed->refused.empty()) {
    const auto& refusal = parsed->refused.front();
    return fail(FaultCode::usage, refusal.column + ": " + refusal.reason);
  }
  return std::move(parsed->rows.at(0));
}

struct ActingDays {
  reg::Role role;
  SchoolDay first;
  SchoolDay last;
};

Result<ActingDays> days_of(const ActingOptions& options) {
  const auto role = reg::parse_role(options.role);
  if (!role) return fail(role.error());
  const auto first = SchoolDay::parse(options.from);
  if (!first) return fail(first.error());
  const auto last = SchoolDay::parse(options.to);
  if (!last) return fail(last.error());
  return ActingDays{*role, *first, *last};
}

}  // namespace

Result<std::string> add_staff(const Site& site, const NewStaff& wanted) {
  auto opened = site.open_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  const auto member = member_of(wanted, *school);
  if (!member) return fail(member.error());
  const auto count = opened->file->put_staff({*member});
  if (!count) return fail(count.error());
  const char* what = count->added > 0     ? "is on the staff list"
                     : count->changed > 0 ? "stands on the staff list as given now"
                                          : "stood on the staff list already";
  if (count->added + count->changed > 0) {
    const Status noted =
        site.note_done(reg::ReadKind::account, member->name.text() + ": on the staff list");
    if (!noted) return fail(noted.error());
  }
  return fmt::format("{}, {}, {}.\n", member->name.text(), member->position.text(), what);
}

Result<std::string> name_acting(const Site& site, const ActingOptions& options) {
  const auto days = days_of(options);
  if (!days) return fail(days.error());
  const auto by = reg::Author::parse(options.by);
  if (!by) return fail(by.error());
  const auto today = site.today();
  if (!today) return fail(today.error());
  auto opened = site.open_register();
  if (!opened) return fail(opened.error());
  const auto staff = opened->file->staff();
  if (!staff) return fail(staff.error());
  const auto* deputy = staff->named(options.staff);
  if (deputy == nullptr) return fail(FaultCode::staff_unknown, options.staff);
  if (Status may = may_name(*by, *deputy, *staff, *today); !may) return fail(may.error());
  const auto acting = reg::ActingRole::from(deputy->id, days->role, days->first, days->last, *by);
  if (!acting) return fail(acting.error());
  if (Status put = opened->file->put_acting(*acting, site.now()); !put) return fail(put.error());
  const Status noted =
      site.note_done(reg::ReadKind::account,
                     fmt::format("{}: acting {}", deputy->name.text(), text_of(days->role)));
  if (!noted) return fail(noted.error());
  return fmt::format("{} is acting {} from {} to {}, named by {}.\n", deputy->name.text(),
                     text_of(days->role), days->first.text(), days->last.text(), by->text());
}

}  // namespace handbell::admin
