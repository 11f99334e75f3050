// The kiosk's journal on its disk: journal.db.
//
// 1. One thread owns it; the file is opened exclusively, so nobody else can write or checkpoint.
// 2. append() is one transaction and one sync; when it answers, a power cut cannot take it back.
// 3. The office's receipt is written along with the next entry, or by rest(): to have forgotten it
//    costs a message that is sent twice, and saves a sync. The write-ahead log is emptied seldom,
//    since the first to write into an empty one pays a second sync for its header.
// 4. prune() removes rows, with the entry that names it in one transaction, and empties the log:
// the
//    texts stand in no page any more.
// 5. After disk_failed nothing here is trusted any more: the program ends and starts clean.
#pragma once

#include "app/base/random.h"
#include "app/journal/history_check.h"
#include "app/journal/journal.h"
#include "app/store/sqlite_file.h"

#include <memory>
#include <optional>
#include <string>

namespace handbell::store {

struct JournalOptions {
  std::string vfs;  ///< empty: the machine's own disk
  Durability durability = Durability::extra;
};

/// What a journal turned out to be.
struct VerifiedJournal {
  journal::Witness own;
  journal::Witness office;  ///< the register, as the kiosk heard of it last
  journal::Head sealed;     ///< the last entry that was removed (D51); number 0: none
};

class JournalFile final : public journal::Journal {
 public:
  /// Makes the file, with a new id, where there is none. Faults: those of SqliteFile::open, and
  /// entry_garbled, link_broken or commitment_broken where its last entry cannot be believed.
  [[nodiscard]] static Result<std::unique_ptr<JournalFile>> open(
      const std::string& path, Random& random, const JournalOptions& options = {});

  /// Reads every entry of a file that no program runs on, and changes nothing. `witnesses`: what
  /// the office remembers. Faults: those of opening, entry_garbled, and HistoryCheck's.
  [[nodiscard]] static Result<VerifiedJournal> verify(
      const std::string& path, const std::vector<journal::Witness>& witnesses = {},
      const JournalOptions& options = {});

  [[nodiscard]] Result<journal::Entry> append(journal::Draft draft) override;
  [[nodiscard]] Result<std::vector<journal::Entry>> read_from(std::uint64_t seq,
                                                              std::size_t most) override;
  [[nodiscard]] const journal::HistoryId& id() const override { return id_; }
  [[nodiscard]] journal::Head head() const override { return head_; }
  [[nodiscard]] journal::Head sealed_head() const override { return sealed_; }
  [[nodiscard]] Status keep_receipt(std::uint64_t received, const journal::Witness& office,
                                    Instant at) override;
  [[nodiscard]] std::uint64_t receipt() const override { return received_; }
  [[nodiscard]] journal::Witness office_witness() const override { return office_; }
  [[nodiscard]] Result<std::uint64_t> prune(const reg::DoorMoment& now) override;

  /// When the door is quiet: writes the receipt, and moves a long write-ahead log into the file.
  [[nodiscard]] Status rest();
  /// As verify(), of the running journal, all in one go.
  [[nodiscard]] Result<journal::Head> verify_all();

 private:
  JournalFile(SqliteFile file, Random& random) : file_(std::move(file)), random_(random) {}

  [[nodiscard]] Status load();
  void load_receipt();
  void insert(const journal::Entry& entry);
  void write_receipt();
  void write_received_on(Instant at);
  [[nodiscard]] Result<std::uint64_t> due_through(Instant now);
  void remove_through(const journal::Head& last);

  SqliteFile file_;
  Random& random_;
  journal::HistoryId id_{};
  journal::Head head_;
  journal::Head sealed_;
  std::uint64_t received_ = 0;
  std::uint64_t least_received_ = 0;    ///< since the receipt was written
  std::optional<Instant> received_at_;  ///< of a receipt that is not written yet
  journal::Witness office_;
  int in_log_ = 0;  ///< entries since the log was emptied
  std::unique_ptr<SQLite::Statement> insert_;
};

}  // namespace handbell::store
