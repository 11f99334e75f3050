// verify and status: whether all stands as it was written, and how the programs are.
#include "app/admin/commands.h"
#include "app/admin/kiosk_folder.h"
#include "app/admin/office_tls.h"
#include "app/base/school_time.h"
#include "app/base/version.h"
#include "app/store/account_invitation.h"
#include "app/store/audit_file.h"
#include "app/store/site_random.h"

#include <fmt/format.h>

#include <filesystem>

namespace handbell::admin {

namespace {

/// The journal against what the office remembers of it, and the register against what the kiosk
/// remembers of that.
Result<std::string> verify_kiosk(const KioskFolder& folder, store::Register& office) {
  const auto remembered = office.journals();
  if (!remembered) return fail(remembered.error());
  const auto found = folder.verify(*remembered);
  if (!found) return fail(found.error());
  if (!*found) return std::string();
  if (Status stands = office.stands((*found)->office); !stands) return fail(stands.error());
  const auto newest = (*found)->own.head.seq;
  const auto removed = (*found)->sealed.seq;
  if (removed == 0) {
    return fmt::format("{}: {} entries, all as they were written.\n", folder.name(), newest);
  }
  return fmt::format(
      "{}: entries {} to {}, all as they were written; those before went a week after "
      "the office had them.\n",
      folder.name(), removed + 1, newest);
}

/// Nothing where no office ever ran here.
Result<std::string> verify_accounts(const Site& site) {
  const std::string path = store::accounts_path(site.office_folder());
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return std::string();
  const auto file = store::Accounts::open_to_read(path);
  if (!file) return fail(file.error());
  if (Status whole = (*file)->check(); !whole) return fail(whole.error());
  return std::string("Who signs in: the file is whole.\n");
}

/// Nothing where no office ever ran here.
Result<std::string> verify_audit(const Site& site) {
  std::error_code error;
  if (!std::filesystem::exists(site.audit_path(), error)) return std::string();
  store::SiteRandom random;
  const auto file = store::AuditFile::open_to_read(site.audit_path(), random);
  if (!file) return fail(file.error());
  const auto count = (*file)->verify();
  if (!count) return fail(count.error());
  return fmt::format("Who read what: {} readings, all as they were written.\n", *count);
}

}  // namespace

Result<std::string> verify(const Site& site) {
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto count = opened->file->verify();
  if (!count) return fail(count.error());
  std::string text = fmt::format("The register: {}.\n", count->text());
  for (const auto& folder : kiosk_folders(site.folder())) {
    const auto line = verify_kiosk(folder, *opened->file);
    if (!line) return fail(line.error());
    text += *line;
  }
  const auto accounts = verify_accounts(site);
  if (!accounts) return fail(accounts.error());
  const auto audit = verify_audit(site);
  if (!audit) return fail(audit.error());
  return text + *accounts + *audit;
}

Result<std::string> status(const Site& site, Format format) {
  Table table{{"what", "state"}, {}};
  const auto owner = [](const std::optional<std::string>& words) {
    return words.value_or("nobody");
  };
  table.rows.push_back({"site", site.folder()});
  table.rows.push_back({"version", kVersion});
  table.rows.push_back(
      {"clock", with_offset(site.now()) + (site.config().rehearsal ? " (rehearsal)" : "")});
  table.rows.push_back(
      {"office is used by", owner(store::FolderLock::owner(site.office_folder()))});
  if (const auto facts = certificate_facts(site)) {
    const auto warning = certificate_warning(site);
    table.rows.push_back({"certificate", warning.value_or("good " + days_left(*facts))});
  }
  for (const auto& folder : kiosk_folders(site.folder())) {
    table.rows.push_back({folder.name() + " is used by", owner(folder.owner())});
    if (const auto said = folder.says()) table.rows.push_back({folder.name() + " says", *said});
  }
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto seen = opened->file->kiosks();
  if (!seen) return fail(seen.error());
  for (const auto& kiosk : *seen) {
    const std::string last =
        kiosk.last_contact ? "last heard " + with_offset(*kiosk.last_contact) : "never heard";
    table.rows.push_back(
        {"kiosk " + std::to_string(kiosk.number),
         fmt::format("{}, {} entries waiting, reader {}{}", last, kiosk.health.waiting,
                     kiosk.health.reader.empty() ? "unknown" : kiosk.health.reader,
                     kiosk.fault.empty() ? "" : ". " + kiosk.fault)});
  }
  return rendered(table, format);
}

}  // namespace handbell::admin
