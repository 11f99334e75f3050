// The one way in which Handbell opens a database file.
//
// 1. What was acknowledged is on the disk: WAL with synchronous=EXTRA, one sync a transaction.
// 2. One connection writes. An exclusive file (the kiosk's journal) knows no other connection at
//    all; beside the others there may be read-only ones. Only the writer checkpoints, when told.
// 3. A file of another program, a damaged one and one of a newer Handbell are refused, unchanged.
//    An older one is brought up by the numbered migrations, each in its own transaction.
// 4. SQLite's exceptions end here: guarded() and transact() turn them into faults.
// 5. Parts of several people are written together: one transaction, one sync, each part whole or
//    not at all, and nobody is told "done" before the sync (together()).
// 6. After a failed sync nobody knows what is on the disk: from then on every write is refused with
//    disk_failed, none is tried again, until the file is opened anew.
#pragma once

#include "app/base/result.h"
#include "app/store/migration.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace handbell::store {

/// `normal` loses what was acknowledged at a power cut: it is there to prove that tests see it.
enum class Durability { extra, full, normal };

struct SqliteOptions {
  std::int32_t application_id = 0;  ///< not 0: says whose file it is
  std::span<const Migration> migrations;
  bool exclusive = false;
  std::chrono::milliseconds busy{2000};
  std::string vfs;  ///< empty: the machine's own
  Durability durability = Durability::extra;
};

/// BEGIN IMMEDIATE; rolls back unless committed. Throws SQLite::Exception: use inside guarded().
class Immediate {
 public:
  /// Prepared once for a connection.
  struct Steps {
    explicit Steps(SQLite::Database& database)
        : begin(database, "BEGIN IMMEDIATE"), commit(database, "COMMIT") {}
    SQLite::Statement begin;
    SQLite::Statement commit;
  };

  Immediate(SQLite::Database& database, Steps& steps);
  Immediate(const Immediate&) = delete;
  Immediate& operator=(const Immediate&) = delete;
  ~Immediate();

  void commit();

 private:
  SQLite::Database& database_;
  Steps& steps_;
};

/// What one of several people wants written; false: nothing of it is to stay.
using Part = std::function<bool()>;

class SqliteFile {
 public:
  /// Makes the file if there is none, checks whose it is, and migrates it to the last number.
  /// Faults: folder_missing, file_unreadable, program_running, database_wrong, database_newer,
  /// disk_full, disk_failed.
  [[nodiscard]] static Result<SqliteFile> open(const std::string& path,
                                               const SqliteOptions& options);

  /// For pages: the file must be there and at the last migration.
  [[nodiscard]] static Result<SqliteFile> open_read_only(const std::string& path,
                                                         const SqliteOptions& options);

  /// For statements inside guarded() and transact(): its calls throw. Never moves in memory.
  [[nodiscard]] SQLite::Database& database() { return *database_; }
  [[nodiscard]] const std::string& path() const { return path_; }

  /// Runs work(), which may return nothing, a T or a Result<T>, and answers Result<T>.
  template <class Work>
  auto guarded(Work&& work);

  /// guarded() in BEGIN IMMEDIATE; commits when work() did not answer with a fault, else rolls
  /// back.
  template <class Work>
  auto transact(Work&& work);

  [[nodiscard]] Result<int> version();
  /// All parts in one transaction; answers for each. A part that answers false, or in which a
  /// transact() failed, leaves nothing behind, and the others stand; where the disk or the commit
  /// fails nothing of any is left. A transact() within a part takes part in it. `undone` runs after
  /// anything was taken back. A single part costs no more than a transact() of its own.
  [[nodiscard]] std::vector<Status> together(const std::vector<Part>& parts,
                                             const std::function<void()>& undone);
  /// Up or down, one number at a time; stops at the first fault, whole steps done stay done.
  [[nodiscard]] Status migrate_to(int number);

  /// Moves the WAL into the file and empties it. False: a reader held it, try again later.
  [[nodiscard]] Result<bool> checkpoint();

  /// SQLite's own check of every page. Fault: database_wrong.
  [[nodiscard]] Status check_pages();
  /// Whether every row that another one names is there. Fault: database_wrong, naming the table.
  [[nodiscard]] Status check_references();
  /// Both of them.
  [[nodiscard]] Status check_integrity();

 private:
  SqliteFile(std::string path, const SqliteOptions& options, int flags);

  template <class Out>
  Out noted(Out out) {
    if (!out && out.error().code == FaultCode::disk_failed) failed_ = true;
    return out;
  }
  template <class Work>
  static auto caught(Work&& work, SQLite::Database* database, const std::string& path);
  static Fault fault_of(const SQLite::Exception& error, SQLite::Database* database,
                        const std::string& path);

  template <class Work>
  auto joined(Work&& work);
  /// What came of a part, and whether it is to be committed.
  struct PartDone {
    Status status;
    bool kept = false;
  };
  /// After some errors SQLite has rolled everything back by itself.
  [[nodiscard]] bool has_ended() const;
  [[nodiscard]] PartDone run_part(const Part& part, bool alone);
  [[nodiscard]] Status run_parts(const std::vector<Part>& parts, std::vector<Status>& each,
                                 const std::function<void()>& undone);
  [[nodiscard]] Status prepare(const SqliteOptions& options);
  Status step_to(int number);
  [[nodiscard]] Status is_ours();
  [[nodiscard]] int last() const;

  std::string path_;
  std::int32_t application_id_ = 0;
  std::span<const Migration> migrations_;
  std::unique_ptr<SQLite::Database> database_;
  std::unique_ptr<Immediate::Steps> steps_;  ///< once a transaction was begun
  bool failed_ = false;                      ///< a write was refused by the disk
  bool together_ = false;                    ///< within together()
  std::optional<Fault> spoiled_;             ///< what failed in the part that runs
};

namespace detail {
template <class T>
struct ResultOf {
  using type = Result<T>;
};
template <class T>
struct ResultOf<Result<T>> {
  using type = Result<T>;
};
}  // namespace detail

template <class Work>
auto SqliteFile::caught(Work&& work, SQLite::Database* database, const std::string& path) {
  using Answer = std::invoke_result_t<Work>;
  using Out = typename detail::ResultOf<Answer>::type;
  try {
    if constexpr (std::is_void_v<Answer>) {
      work();
      return Out();
    } else {
      return Out(work());
    }
  } catch (const SQLite::Exception& error) {
    return Out(fail(fault_of(error, database, path)));
  }
}

template <class Work>
auto SqliteFile::guarded(Work&& work) {
  return caught(std::forward<Work>(work), database_.get(), path_);
}

template <class Work>
auto SqliteFile::transact(Work&& work) {
  using Answer = std::invoke_result_t<Work>;
  using Out = typename detail::ResultOf<Answer>::type;
  if (failed_) return Out(fail(FaultCode::disk_failed, path_));
  if (together_) return joined(std::forward<Work>(work));
  return noted(guarded([&]() -> Out {
    if (!steps_) steps_ = std::make_unique<Immediate::Steps>(*database_);
    Immediate transaction(*database_, *steps_);
    Out out = caught(std::forward<Work>(work), database_.get(), path_);
    if (out) transaction.commit();
    return out;
  }));
}

template <class Work>
auto SqliteFile::joined(Work&& work) {
  using Answer = std::invoke_result_t<Work>;
  using Out = typename detail::ResultOf<Answer>::type;
  // What is written now would be committed line by line.
  Out out = has_ended() ? Out(fail(FaultCode::disk_failed, path_))
                        : noted(guarded(std::forward<Work>(work)));
  if (!out && !spoiled_) spoiled_ = out.error();
  return out;
}

}  // namespace handbell::store
