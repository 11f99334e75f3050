// mark_cost handbell|raw MARKS: one mark with its entry through the store, or the same rows by
// prepared statements of SQLite alone. Run under callgrind twice; the difference of two numbers of
// marks is what the marks cost. With `syncs` instead: prints how many syncs a mark made.
#include "app/journal/mark_codec.h"
#include "app/store/power_cut_vfs.h"
#include "app/store/register_file.h"

#include "counted_random.h"
#include "small_school.h"
#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>
#include <iostream>

namespace {

using namespace handbell;

constexpr int kPupils = 30;
/// A year line as long as it is in the middle of the school year.
constexpr int kDaysBefore = 130;

SchoolDay day_of(int number) { return on("2025-09-01").plus(kDaysBefore + number / kPupils); }

/// As a person's request has it by the time that it comes to the store.
reg::MarkDraft mark(int number) {
  static const reg::Author kTeacher = *reg::Author::from("S Day", "class teacher");
  return {PupilId(number % kPupils + 1),
          {day_of(number), Half::am},
          reg::code_of("L"),
          9,
          std::nullopt,
          "Register",
          "Class register",
          kTeacher};
}

class Office {
 public:
  Office(const std::string& path, const std::string& vfs) {
    file_ = store::RegisterFile::open(path, random_, {vfs, store::Durability::extra}).value();
    std::vector<reg::PupilRecord> rows;
    for (int i = 1; i <= kPupils; ++i) rows.push_back(pupil_named("Amira", "Khan", i));
    (void)file_->put_pupils(rows);
  }
  void enter(int number) {
    const auto done = file_->enter({mark(number)}, now_);
    if (done) ++written_;
  }
  [[nodiscard]] int written() const { return written_; }

 private:
  CountedRandom random_{1};
  std::unique_ptr<store::RegisterFile> file_;
  Instant now_ = instant("2026-07-20T09:00:00");
  int written_ = 0;
};

/// The same rows and the same promises, without anything of ours.
class RawOffice {
 public:
  explicit RawOffice(const std::string& path) {
    { Office made(path, ""); }
    sqlite3_open(path.c_str(), &database_);
    for (const char* sql :
         {"PRAGMA synchronous=EXTRA", "PRAGMA journal_mode=WAL", "PRAGMA wal_autocheckpoint=0",
          "PRAGMA foreign_keys=ON", "PRAGMA secure_delete=ON", "PRAGMA recursive_triggers=ON"}) {
      sqlite3_exec(database_, sql, nullptr, nullptr, nullptr);
    }
    begin_ = prepared("BEGIN IMMEDIATE");
    entry_ = prepared("INSERT INTO entry VALUES (1, ?, 100, 1, ?, ?, ?, ?, ?)");
    place_ = prepared("INSERT INTO mark VALUES (1, ?, 0, ?, ?)");
    line_ = prepared(
        "INSERT INTO year_line VALUES (1, 2025, ?, ?) ON CONFLICT (school_id, year, pupil)"
        " DO UPDATE SET cells = excluded.cells");
    commit_ = prepared("COMMIT");
  }
  RawOffice(const RawOffice&) = delete;
  RawOffice& operator=(const RawOffice&) = delete;
  ~RawOffice() {
    for (auto* statement : {begin_, entry_, place_, line_, commit_}) sqlite3_finalize(statement);
    sqlite3_close(database_);
  }

  void enter(int number) {
    static const std::array<char, 2048> kBytes{};
    const int pupil = number % kPupils + 1;
    run(begin_);
    sqlite3_bind_int64(entry_, 1, number + 1);
    sqlite3_bind_int64(entry_, 2, 1'768'207'920'000 + number);
    sqlite3_bind_blob(entry_, 3, kBytes.data(), 32, SQLITE_STATIC);
    sqlite3_bind_blob(entry_, 4, payload_.data(), static_cast<int>(payload_.size()), SQLITE_STATIC);
    sqlite3_bind_blob(entry_, 5, kBytes.data(), 32, SQLITE_STATIC);
    sqlite3_bind_blob(entry_, 6, kBytes.data(), 32, SQLITE_STATIC);
    run(entry_);
    sqlite3_bind_int64(place_, 1, day_of(number).number());
    sqlite3_bind_int64(place_, 2, pupil);
    sqlite3_bind_int64(place_, 3, number + 1);
    run(place_);
    sqlite3_bind_int64(line_, 1, pupil);
    // Two sessions a day, two bytes a session, as long as the year has gone.
    const int length = 4 * (kDaysBefore + number / kPupils) + 2;
    sqlite3_bind_blob(line_, 2, kBytes.data(), length, SQLITE_STATIC);
    run(line_);
    run(commit_);
  }
  [[nodiscard]] int written() const { return written_; }

 private:
  sqlite3_stmt* prepared(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(database_, sql, -1, &statement, nullptr);
    return statement;
  }
  void run(sqlite3_stmt* statement) {
    const int done = sqlite3_step(statement);
    if (done != SQLITE_DONE) std::cerr << "raw SQLite answered " << done << "\n";
    if (done == SQLITE_DONE && statement == commit_) ++written_;
    sqlite3_reset(statement);
  }

  sqlite3* database_ = nullptr;
  sqlite3_stmt* begin_ = nullptr;
  sqlite3_stmt* entry_ = nullptr;
  sqlite3_stmt* place_ = nullptr;
  sqlite3_stmt* line_ = nullptr;
  sqlite3_stmt* commit_ = nullptr;
  int written_ = 0;
  Bytes payload_ = journal::draft_of(mark(0), 0, Instant{}).payload;
};

template <class AnyOffice>
int play(AnyOffice& office, int marks) {
  for (int i = 0; i < marks; ++i) office.enter(i);
  std::cout << office.written() << "\n";
  return office.written() == marks ? 0 : 1;
}

int syncs(int marks) {
  store::PowerCutVfs vfs("bench");
  Office office("register.db", vfs.vfs_name());
  const auto all = [&] {
    return vfs.counts("register.db-wal").syncs + vfs.counts("register.db").syncs;
  };
  office.enter(0);
  const auto before = all();
  for (int i = 1; i <= marks; ++i) office.enter(i);
  std::cout << static_cast<double>(all() - before) / marks << "\n";
  return office.written() == marks + 1 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const std::string mode = argv[1];
  const int marks = std::atoi(argv[2]);
  if (mode == "syncs") return syncs(marks);
  std::string pattern = (std::filesystem::temp_directory_path() / "handbell-mark-XXXXXX").string();
  const std::string folder = ::mkdtemp(pattern.data());
  int status = 1;
  if (mode == "raw") {
    RawOffice office(folder + "/register.db");
    status = play(office, marks);
  } else {
    Office office(folder + "/register.db", "");
    status = play(office, marks);
  }
  std::filesystem::remove_all(folder);
  return status;
}
