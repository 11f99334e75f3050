#include "app/admin/account_command.h"

#include "app/admin/line.h"
#include "app/store/account_invitation.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::admin {
namespace {

/// Accounts behind the register's lock, and who works here.
struct Held {
  OpenRegister lock;
  OpenAccounts accounts;
  reg::Staff staff;
};

Result<Held> held_of(const Site& site) {
  auto opened = site.open_register();
  if (!opened) return fail(opened.error());
  auto accounts = site.open_accounts();
  if (!accounts) return fail(accounts.error());
  auto staff = opened->file->staff();
  if (!staff) return fail(staff.error());
  return Held{std::move(*opened), std::move(*accounts), std::move(*staff)};
}

/// Accounts go by the machine's own clock, in a rehearsal too.
Instant real_now() { return store::SiteClock().now().wall; }

const char* state_of(const store::Account& account) {
  if (account.locked) return "locked";
  if (!account.password.empty()) return "active";
  if (account.invited_until > real_now()) return "invited";
  return account.invited_until.ms != 0 ? "invitation ended" : "none";
}

Result<const reg::StaffMember*> member_in(const Held& held, const std::string& staff) {
  const auto* member = held.staff.named(staff);
  if (member == nullptr) return fail(FaultCode::staff_unknown, staff);
  return member;
}

}  // namespace

Result<std::string> account_list(const Site& site, Format format) {
  const auto held = held_of(site);
  if (!held) return fail(held.error());
  const auto accounts = held->accounts.file->all();
  if (!accounts) return fail(accounts.error());
  Table table{{"staff_id", "name", "position", "account", "recovery_codes"}, {}};
  for (const auto& member : held->staff.members) {
    const auto found = std::ranges::find(*accounts, member.id, &store::Account::staff);
    const store::Account account = found == accounts->end() ? store::Account() : *found;
    table.rows.push_back({member.id, member.name.text(), member.position.text(), state_of(account),
                          account.recovery_left});
  }
  return rendered(table, format);
}

Result<std::string> account_invite(const Site& site, const std::string& staff, bool anew) {
  const auto held = held_of(site);
  if (!held) return fail(held.error());
  const auto member = member_in(*held, staff);
  if (!member) return fail(member.error());
  const std::string id = (*member)->id;
  const std::string name = (*member)->name.text();
  auto& accounts = *held->accounts.file;
  const auto account = accounts.of(id);
  if (!account) return fail(account.error());
  if (!anew && *account && !(*account)->password.empty()) {
    return fail(FaultCode::usage, name + " has an account: 'account reset' makes it anew");
  }
  if (anew) {
    if (Status reset = accounts.reset(id); !reset) return fail(reset.error());
  }
  const auto code = store::invite_by_code(accounts, id, site.random(), real_now());
  if (!code) return fail(code.error());
  const Status noted =
      site.note_done(reg::ReadKind::account, name + (anew ? ": made anew, invited" : ": invited"));
  if (!noted) return fail(noted.error());
  return fmt::format("Invitation code for {}: {}\nIt counts for seven days and once, at /join.\n",
                     name, *code);
}

Result<std::string> account_lock(const Site& site, const std::string& staff, bool locked) {
  const auto held = held_of(site);
  if (!held) return fail(held.error());
  const auto member = member_in(*held, staff);
  if (!member) return fail(member.error());
  if (Status done = held->accounts.file->lock((*member)->id, locked); !done) {
    return fail(done.error());
  }
  const Status noted = site.note_done(
      reg::ReadKind::account, (*member)->name.text() + (locked ? ": locked" : ": unlocked"));
  if (!noted) return fail(noted.error());
  return fmt::format("{} {}.\n", (*member)->name.text(),
                     locked ? "is locked and signed out" : "may sign in again");
}

Result<std::string> account_first_run(const Site& site) {
  const auto held = held_of(site);
  if (!held) return fail(held.error());
  const auto any = held->accounts.file->any_active();
  if (!any) return fail(any.error());
  if (*any) {
    return fail(FaultCode::usage, "Somebody can sign in already: use 'account invite'");
  }
  const auto code = store::invite_by_code(*held->accounts.file, "", site.random(), real_now());
  if (!code) return fail(code.error());
  if (Status noted = site.note_done(reg::ReadKind::account, "first-run code made"); !noted) {
    return fail(noted.error());
  }
  return fmt::format("First-run code: {}\nOpen /set-up at the office's address and type it.\n",
                     *code);
}

void add_accounts(CLI::App& app, Line& line) {
  auto* account = app.add_subcommand("account", "who may sign in at the office's pages");
  account->require_subcommand(1);
  add_format(command(*account, line, "list", "everybody on the staff list, and the account",
                     [&](const Site& site) { return account_list(site, line.format); }),
             line);
  const auto about = [&](const char* name, const char* help, Action action) {
    command(*account, line, name, help, std::move(action))
        ->add_option("staff", line.name, "id or name")
        ->required();
  };
  about("invite", "make a code for a person who has no account",
        [&](const Site& site) { return account_invite(site, line.name, false); });
  about("reset", "forget password, PIN and app, and make a new code",
        [&](const Site& site) { return account_invite(site, line.name, true); });
  about("lock", "nobody signs in as this person",
        [&](const Site& site) { return account_lock(site, line.name, true); });
  about("unlock", "the person may sign in again",
        [&](const Site& site) { return account_lock(site, line.name, false); });
  command(*account, line, "first-run", "make the code for the very first account",
          [](const Site& site) { return account_first_run(site); });
}

}  // namespace handbell::admin
