#include "app/admin/site.h"

#include "app/base/school_time.h"
#include "app/invent/invented_school.h"
#include "app/journal/kiosk_identity.h"
#include "app/store/account_invitation.h"
#include "app/store/atomic_file.h"
#include "app/store/audit_file.h"

#include <sys/stat.h>

#include <filesystem>

namespace handbell::admin {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestConfig = 64 * 1024;

}  // namespace

Status make_folder(const std::string& folder) {
  if (::mkdir(folder.c_str(), 0700) == 0) return {};
  if (errno == EEXIST && fs::is_directory(folder)) {
    ::chmod(folder.c_str(), 0700);
    return {};
  }
  if (errno == ENOENT) return fail(FaultCode::folder_missing, fs::path(folder).parent_path());
  return fail(errno == ENOSPC ? FaultCode::disk_full : FaultCode::disk_failed, folder);
}

Status nothing_in(const std::string& folder) {
  std::error_code ignored;
  const bool taken = fs::exists(folder, ignored) && !fs::is_empty(folder, ignored);
  return taken ? Status(fail(FaultCode::folder_exists, folder)) : Status();
}

Result<Site> Site::open(const std::string& folder) {
  const std::string path = folder + "/handbell.toml";
  if (!fs::exists(path)) return fail(FaultCode::folder_missing, folder);
  const auto text = store::read_file(path, kLongestConfig);
  if (!text) return fail(text.error());
  auto config = parse_site_config(*text);
  if (!config) return fail(config.error());
  return Site(fs::absolute(folder).lexically_normal().string(), std::move(*config));
}

Result<Site> Site::create_empty(const std::string& folder) {
  if (Status empty = nothing_in(folder); !empty) return fail(empty.error());
  Site site(fs::absolute(folder).lexically_normal().string(), SiteConfig());
  for (const char* part : {"", "/office", "/kiosk-1"}) {
    if (Status made = make_folder(site.folder_ + part); !made) return fail(made.error());
  }
  return site;
}

/// Last: a site with this file is whole.
Status Site::take_up() const {
  return store::write_file(folder_ + "/handbell.toml", written(config_));
}

Result<Site> Site::create(const std::string& folder, const NewSite& wanted) {
  auto site = create_empty(folder);
  if (!site) return site;
  site->config_.rehearsal = wanted.rehearsal || wanted.demo;
  if (Status filled = site->fill(wanted); !filled) return fail(filled.error());
  if (Status whole = site->take_up(); !whole) return fail(whole.error());
  return site;
}

Status Site::fill(const NewSite& wanted) const {
  if (config_.rehearsal) {
    const Steady steady = store::steady_now();
    const auto clock = RehearsalClock::started(store::SiteClock().now().wall, steady, 1.0);
    if (!clock) return fail(clock.error());
    if (Status set = store::write_file(clock_path(), clock->text()); !set) return set;
  }
  auto opened = open_register();
  if (!opened) return fail(opened.error());
  if (Status named = opened->file->name_school(wanted.name); !named) return named;
  const auto since = SchoolDay::from_parts(2024, 8, 19);  // the present codes begin
  if (!since) return fail(since.error());
  if (Status timed = opened->file->put_times(reg::policy_times(*since)); !timed) return timed;
  if (wanted.demo) {
    if (Status invented = add_invented_school(*opened->file); !invented) return invented;
  }
  return add_first_kiosk(*opened->own);
}

Status Site::add_invented_school(store::Register& file) {
  const auto school = invent::invent_school({});
  if (!school) return fail(school.error());
  if (const auto put = file.put_pupils(school->pupils); !put) return fail(put.error());
  if (const auto put = file.put_cards(school->cards); !put) return fail(put.error());
  if (const auto put = file.put_periods(school->calendar.periods()); !put) return fail(put.error());
  return {};
}

Status Site::add_first_kiosk(store::RegisterFile& file) const {
  journal::KioskIdentity identity;
  random_->fill(identity.key);
  const auto card_key = file.card_key();
  if (!card_key) return fail(card_key.error());
  identity.card_key = *card_key;
  const auto number = file.enrol("Front door", identity.key);
  if (!number) return fail(number.error());
  identity.number = *number;
  identity.office = kiosks_address();
  return store::write_file(folder_ + "/kiosk-1/kiosk.id", written(identity));
}

std::string Site::kiosks_address() const {
  const std::string prefix = "unix:";
  const std::string& address = config_.kiosks;
  const bool relative = address.starts_with(prefix) && address.substr(prefix.size(), 1) != "/";
  return relative ? prefix + folder_ + "/" + address.substr(prefix.size()) : address;
}

Instant Site::now() const {
  store::SiteClock clock(config_.rehearsal ? clock_path() : "");
  return clock.now().wall;
}

Result<SchoolDay> Site::today() const {
  const auto local = to_local(now());
  if (!local) return fail(local.error());
  return local->day;
}

Site Site::held_by_office(store::Register& held) const {
  Site inside = *this;
  inside.held_ = &held;
  return inside;
}

Site Site::with_accounts(store::Accounts& accounts) const {
  Site inside = *this;
  inside.accounts_ = &accounts;
  return inside;
}

Site Site::with_audit(std::function<void(const reg::Reading&)> note) const {
  Site inside = *this;
  inside.audit_ = std::move(note);
  return inside;
}

Status Site::note_done(reg::ReadKind kind, const std::string& words,
                       std::optional<PupilId> pupil) const {
  const auto by = reg::Author::from("handbell", "a command at the machine");
  if (!by) return fail(by.error());
  const reg::Reading reading{kind, pupil, words, now(), *by};
  if (audit_) {
    audit_(reading);
    return {};
  }
  std::error_code error;
  if (!fs::exists(audit_path(), error)) return {};
  const auto file = store::AuditFile::open(audit_path(), *random_);
  if (!file) return fail(file.error());
  return (*file)->append({reading});
}

Result<OpenAccounts> Site::open_accounts() const {
  if (accounts_ != nullptr) return OpenAccounts{nullptr, accounts_};
  auto file = store::Accounts::open(store::accounts_path(office_folder()));
  if (!file) return fail(file.error());
  OpenAccounts opened{std::move(*file), nullptr};
  opened.file = opened.own.get();
  return opened;
}

Result<OpenRegister> Site::open_register() const {
  if (held_ != nullptr) return OpenRegister{std::nullopt, nullptr, held_};
  auto lock = store::FolderLock::take(office_folder(), "handbell");
  if (!lock) return fail(lock.error());
  auto file = store::RegisterFile::open(register_path(), *random_);
  if (!file) return fail(file.error());
  OpenRegister opened{std::move(*lock), std::move(*file), nullptr};
  opened.file = opened.own.get();
  return opened;
}

Result<OpenRegister> Site::read_register() const {
  if (held_ != nullptr) return OpenRegister{std::nullopt, nullptr, held_};
  auto file = store::RegisterFile::open_for_pages(register_path(), *random_);
  if (!file) return fail(file.error());
  OpenRegister opened{std::nullopt, std::move(*file), nullptr};
  opened.file = opened.own.get();
  return opened;
}

}  // namespace handbell::admin
