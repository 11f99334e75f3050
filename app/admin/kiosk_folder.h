// A kiosk's folder as seen from the shell: asked through its socket where the kiosk runs, read
// where it does not.
#pragma once

#include "app/base/result.h"
#include "app/store/journal_file.h"

#include <optional>
#include <string>
#include <vector>

namespace handbell::admin {

class KioskFolder {
 public:
  explicit KioskFolder(std::string path) : path_(std::move(path)) {}

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string name() const;  ///< "kiosk-1"
  /// "in use by ..." in the lock's words, while a program has it.
  [[nodiscard]] std::optional<std::string> owner() const;
  /// Nothing where no kiosk was ever started on it. Faults: program_failed where it runs and does
  /// not answer, and those of JournalFile::verify().
  [[nodiscard]] Result<std::optional<store::VerifiedJournal>> verify(
      const std::vector<journal::Witness>& witnesses) const;
  /// What the running kiosk says of itself; nothing where it does not run or answer.
  [[nodiscard]] std::optional<std::string> says() const;

 private:
  std::string path_;
};

/// Those beside the office: SITE/kiosk-*, in their order.
[[nodiscard]] std::vector<KioskFolder> kiosk_folders(const std::string& site);

}  // namespace handbell::admin
