// A site: one folder with handbell.toml, the office's folder and the kiosks'.
#pragma once

#include "app/base/site_config.h"
#include "app/register/reading.h"
#include "app/store/accounts.h"
#include "app/store/folder_lock.h"
#include "app/store/register_file.h"
#include "app/store/site_clock.h"
#include "app/store/site_random.h"

#include <functional>
#include <memory>
#include <string>

namespace handbell::admin {

struct NewSite {
  std::string name = "The school";
  bool rehearsal = false;
  bool demo = false;  ///< with the invented school; a rehearsal then
};

/// Mode 0700, also one that is there. Faults: folder_missing, disk_full, disk_failed.
[[nodiscard]] Status make_folder(const std::string& folder);
/// Fault: folder_exists where something stands in it.
[[nodiscard]] Status nothing_in(const std::string& folder);

/// The register: opened here, with the folder's lock where it is to be written, or the office's.
struct OpenRegister {
  std::optional<store::FolderLock> lock;
  std::unique_ptr<store::RegisterFile> own;  ///< null in the office
  store::Register* file = nullptr;
};

/// The accounts: opened here, behind the lock of an OpenRegister, or the office's.
struct OpenAccounts {
  std::unique_ptr<store::Accounts> own;  ///< null in the office
  store::Accounts* file = nullptr;
};

class Site {
 public:
  /// Faults: folder_missing, bad_config.
  [[nodiscard]] static Result<Site> open(const std::string& folder);
  /// Makes SITE/handbell.toml, SITE/office and SITE/kiosk-1, each folder mode 0700, with the
  /// policy's session times. Faults: folder_exists, disk_full, disk_failed.
  [[nodiscard]] static Result<Site> create(const std::string& folder, const NewSite& wanted);

  /// The folders alone, for a register that is put there; take_up() makes a site of it. Fault:
  /// folder_exists.
  [[nodiscard]] static Result<Site> create_empty(const std::string& folder);
  [[nodiscard]] Status take_up() const;

  [[nodiscard]] const std::string& folder() const { return folder_; }
  [[nodiscard]] const SiteConfig& config() const { return config_; }
  [[nodiscard]] std::string office_folder() const { return folder_ + "/office"; }
  [[nodiscard]] std::string register_path() const { return office_folder() + "/register.db"; }
  [[nodiscard]] std::string audit_path() const { return office_folder() + "/audit.db"; }
  [[nodiscard]] std::string clock_path() const { return folder_ + "/clock"; }
  /// Where kiosks reach the office: what handbell.toml says, a socket with its whole path.
  [[nodiscard]] std::string kiosks_address() const;
  [[nodiscard]] Instant now() const;
  /// The day in school time. Fault: bad_date, with a clock that is far off.
  [[nodiscard]] Result<SchoolDay> today() const;
  [[nodiscard]] Random& random() const { return *random_; }

  /// The same site inside the office: what is opened is the register that it holds.
  [[nodiscard]] Site held_by_office(store::Register& held) const;

  /// Commands about accounts, run in the office, use those that it holds.
  [[nodiscard]] Site with_accounts(store::Accounts& accounts) const;
  /// Commands that change who may come in, run in the office, are noted where it notes.
  [[nodiscard]] Site with_audit(std::function<void(const reg::Reading&)> note) const;
  /// Stands in the history of who read what, where an office ever ran here. Whoever notes has the
  /// register open for changing. Faults: those of AuditFile.
  [[nodiscard]] Status note_done(reg::ReadKind kind, const std::string& words,
                                 std::optional<PupilId> pupil = {}) const;

  /// Faults: those of Accounts::open. Whoever asks has the register open for changing.
  [[nodiscard]] Result<OpenAccounts> open_accounts() const;

  /// For changing. Faults: folder_owned while the office runs, and those of RegisterFile::open.
  [[nodiscard]] Result<OpenRegister> open_register() const;
  /// For reading, beside a running office too.
  [[nodiscard]] Result<OpenRegister> read_register() const;

 private:
  Site(std::string folder, SiteConfig config)
      : folder_(std::move(folder)), config_(std::move(config)) {}

  [[nodiscard]] Status fill(const NewSite& wanted) const;
  [[nodiscard]] static Status add_invented_school(store::Register& file);
  [[nodiscard]] Status add_first_kiosk(store::RegisterFile& file) const;

  std::string folder_;
  SiteConfig config_;
  store::Register* held_ = nullptr;  ///< by the office, where this runs in it
  store::Accounts* accounts_ = nullptr;
  std::function<void(const reg::Reading&)> audit_{};  ///< the office's
  std::shared_ptr<store::SiteRandom> random_ = std::make_shared<store::SiteRandom>();
};

}  // namespace handbell::admin
