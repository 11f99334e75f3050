#include "app/store/office_backup.h"

#include "app/store/accounts.h"
#include "app/store/atomic_file.h"
#include "app/store/audit_file.h"
#include "app/store/copied_file.h"
#include "app/store/enclosed_file.h"
#include "app/store/register_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace handbell::store {

namespace {

namespace fs = std::filesystem;

constexpr const char* kRegister = "register.db";
constexpr const char* kAccounts = "accounts.db";
constexpr const char* kAudit = "audit.db";

Result<VerifiedCount> verified(const std::string& path, Random& random) {
  const auto file = RegisterFile::open(path, random);
  if (!file) return fail(file.error());
  const auto count = (*file)->verify();
  if (!count) return fail(count.error());
  if (Status rested = (*file)->rest(); !rested) return fail(rested.error());
  return count;
}

/// Whole, and nothing that was handed out counts any more.
Result<std::size_t> settled_accounts(const std::string& path) {
  const auto file = Accounts::open(path);
  if (!file) return fail(file.error());
  if (Status whole = (*file)->check(); !whole) return fail(whole.error());
  if (Status gone = (*file)->end_all(); !gone) return fail(gone.error());
  const auto all = (*file)->all();
  if (!all) return fail(all.error());
  return static_cast<std::size_t>(
      std::ranges::count_if(*all, [](const Account& each) { return !each.password.empty(); }));
}

Result<std::uint64_t> verified_audit(const std::string& path, Random& random) {
  const auto file = AuditFile::open(path, random);
  if (!file) return fail(file.error());
  return (*file)->verify();
}

/// The two files beside a register, until they get their names.
struct Beside {
  explicit Beside(const std::string& stem)
      : accounts(stem + "accounts.part"), audit(stem + "audit.part") {}
  Unfinished accounts;
  Unfinished audit;

  [[nodiscard]] std::vector<Enclosure> of(const OfficeCopy& copy) const {
    std::vector<Enclosure> files;
    if (copy.accounts) files.push_back({kAccounts, accounts.path()});
    if (copy.readings) files.push_back({kAudit, audit.path()});
    return files;
  }
};

/// Reads through what stands in the parts, each where `there`.
Status read_through(const Beside& beside, bool accounts, bool audit, OfficeCopy& copy,
                    Random& random) {
  if (accounts) {
    const auto count = settled_accounts(beside.accounts.path());
    if (!count) return fail(count.error());
    copy.accounts = *count;
  }
  if (audit) {
    const auto count = verified_audit(beside.audit.path(), random);
    if (!count) return fail(count.error());
    copy.readings = *count;
  }
  for (const auto& file : beside.of(copy)) {
    if (Status alone = without_log(file.path); !alone) return alone;
  }
  return {};
}

Result<bool> copied_where_there(const std::string& from, const std::string& to) {
  std::error_code error;
  if (!fs::exists(from, error)) return false;
  if (Status copied = copy_database(from, to); !copied) return fail(copied.error());
  return true;
}

Status copy_beside(const std::string& folder, const Beside& beside, OfficeCopy& copy,
                   Random& random) {
  const auto accounts = copied_where_there(folder + "/" + kAccounts, beside.accounts.path());
  if (!accounts) return fail(accounts.error());
  const auto audit = copied_where_there(folder + "/" + kAudit, beside.audit.path());
  if (!audit) return fail(audit.error());
  return read_through(beside, *accounts, *audit, copy, random);
}

Status take_beside(const std::string& from, const Beside& beside, OfficeCopy& copy,
                   Random& random) {
  const auto accounts = take_out(from, {kAccounts, beside.accounts.path()});
  if (!accounts) return fail(accounts.error());
  const auto audit = take_out(from, {kAudit, beside.audit.path()});
  if (!audit) return fail(audit.error());
  return read_through(beside, *accounts, *audit, copy, random);
}

Status nothing_there(const std::string& folder) {
  for (const char* name : {kRegister, kAccounts, kAudit}) {
    if (Status free = nothing_bears(folder + "/" + name); !free) return free;
  }
  return {};
}

/// The register last: a folder that has one has the others.
Status name_all(const Beside& beside, const OfficeCopy& copy, const std::string& part,
                const std::string& folder) {
  auto files = beside.of(copy);
  files.push_back({kRegister, part});
  Status named;
  std::vector<std::string> done;
  for (const auto& file : files) {
    const std::string name = folder + "/" + file.name;
    named = name_file(file.path, name);
    done.push_back(name);
    if (!named) break;
  }
  std::error_code ignored;
  if (!named) {
    for (const auto& name : done) fs::remove(name, ignored);
  }
  return named;
}

}  // namespace

std::string OfficeCopy::text() const {
  std::string words = held.text();
  if (accounts) words += fmt::format("; {} accounts", *accounts);
  if (readings) words += fmt::format("; {} readings of who read what", *readings);
  return words;
}

Result<OfficeCopy> back_up_office(const std::string& office_folder, const std::string& to,
                                  Random& random) {
  if (Status free = nothing_bears(to); !free) return fail(free.error());
  const Unfinished part(to + ".part");
  const Beside beside(to + ".");
  OfficeCopy made;
  const auto from = office_folder + "/" + kRegister;
  if (Status copied = copy_database(from, part.path()); !copied) return fail(copied.error());
  const auto count = verified(part.path(), random);
  if (!count) return fail(count.error());
  made.held = *count;
  Status done = copy_beside(office_folder, beside, made, random);
  if (done) done = without_log(part.path());
  if (done) done = enclose(part.path(), beside.of(made));
  if (done) done = name_file(part.path(), to);
  if (!done) return fail(done.error());
  return made;
}

Result<OfficeCopy> restore_office(const std::string& copy, const std::string& office_folder,
                                  Random& random) {
  if (Status free = nothing_there(office_folder); !free) return fail(free.error());
  const Unfinished part(office_folder + "/" + kRegister + ".part");
  const Beside beside(office_folder + "/");
  OfficeCopy made;
  if (Status copied = copy_database(copy, part.path()); !copied) return fail(copied.error());
  const auto count = verified(part.path(), random);
  if (!count) return fail(count.error());
  made.held = *count;
  Status done = take_beside(part.path(), beside, made, random);
  if (done) done = forget_enclosed(part.path());
  if (done) done = without_log(part.path());
  if (done) done = name_all(beside, made, part.path(), office_folder);
  if (!done) return fail(done.error());
  return made;
}

std::string words_of_copy(const std::string& copy) {
  const auto names = enclosed_in(copy);
  if (!names) return "";
  std::string words = "register";
  if (std::ranges::find(*names, kAccounts) != names->end()) words += ", accounts";
  if (std::ranges::find(*names, kAudit) != names->end()) words += ", who read what";
  return words;
}

}  // namespace handbell::store
