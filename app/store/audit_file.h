// Who read what, on the office's disk: audit.db.
//
// 1. A history of its own, so that a page that was read changes nothing in the register, and the
//    register's chain need not be kept for a year's readings.
// 2. append() writes what came meanwhile in one transaction with one sync.
// 3. After a year the beginning is removed under a sealed head that an entry names, as a kiosk's
//    journal is pruned (D51).
#pragma once

#include "app/base/random.h"
#include "app/journal/witness.h"
#include "app/register/reading.h"
#include "app/store/sqlite_file.h"

#include <memory>
#include <string>
#include <vector>

namespace handbell::store {

class AuditFile {
 public:
  /// Makes the file, with a new id, where there is none. Faults: those of SqliteFile::open, and
  /// entry_garbled, link_broken or commitment_broken where its last entry cannot be believed.
  [[nodiscard]] static Result<std::unique_ptr<AuditFile>> open(const std::string& path,
                                                               Random& random);
  /// To be read beside the office; append() and prune() are refused by SQLite then. Faults: those
  /// of SqliteFile::open_read_only.
  [[nodiscard]] static Result<std::unique_ptr<AuditFile>> open_to_read(const std::string& path,
                                                                       Random& random);
  AuditFile(const AuditFile&) = delete;
  AuditFile& operator=(const AuditFile&) = delete;
  ~AuditFile() = default;

  /// All or none. Faults: disk_full, disk_failed.
  [[nodiscard]] Status append(const std::vector<reg::Reading>& readings);
  /// The newest first, `most` at most, of those from `from` on and before `until`.
  [[nodiscard]] Result<std::vector<reg::Reading>> read(Instant from, Instant until,
                                                       std::size_t most);
  /// Removes what was read more than a year before. Answers how many went. Faults: those of
  /// append().
  [[nodiscard]] Result<std::uint64_t> prune(Instant now);
  /// Every entry with its chain; answers how many. Faults: those of journal::HistoryCheck.
  [[nodiscard]] Result<std::uint64_t> verify();
  [[nodiscard]] journal::Head head() const { return head_; }

 private:
  AuditFile(SqliteFile file, Random& random) : file_(std::move(file)), random_(random) {}
  [[nodiscard]] Status name();
  [[nodiscard]] Status load();
  [[nodiscard]] journal::Entry next(const journal::Head& after, journal::Draft draft);
  [[nodiscard]] Result<journal::Head> due(Instant now);

  SqliteFile file_;
  Random& random_;
  journal::HistoryId id_{};
  journal::Head head_;
  journal::Head sealed_;
};

}  // namespace handbell::store
