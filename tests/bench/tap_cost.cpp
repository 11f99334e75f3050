// tap_cost handbell|raw TAPS: from a card that was seen to its entry on the disk, or the same rows
// by prepared statements of SQLite alone. Run under callgrind twice; the difference of two numbers
// of taps is what the taps cost. With `syncs` instead: prints how many syncs a tap made.
#include "app/journal/door_book_codec.h"
#include "app/journal/event_codec.h"
#include "app/kiosk/flow/flow.h"
#include "app/store/journal_file.h"
#include "app/store/power_cut_vfs.h"

#include "counted_random.h"
#include "small_school.h"
#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>
#include <iostream>

namespace {

using namespace handbell;

constexpr int kChildren = 280;

Bytes uid_of(int i) {
  return {0x04, static_cast<std::uint8_t>(i >> 8), static_cast<std::uint8_t>(i), 1, 2, 3, 4};
}

/// A school of the usual size, each child with a card.
reg::DoorBook book_of_280(const journal::KioskKey& key) {
  reg::DoorBook book;
  book.version = 1;
  book.school_name = "School";
  for (int i = 1; i <= kChildren; ++i) {
    reg::DoorPupil pupil;
    pupil.id = PupilId(i);
    pupil.shown_name = "Child " + std::to_string(i);
    pupil.class_name = "Owls";
    pupil.start = on("2024-09-02");
    // As in the invented school: a third of the children have somebody here.
    if (i % 3 == 0) pupil.family = "family-" + std::to_string(i / 6);
    book.pupils.push_back(pupil);
    book.cards[journal::hash_of_card(uid_of(i), key)] = pupil.id;
  }
  book.calendar = reg::Calendar::from_periods(one_year()).value();
  book.times = reg::policy_times(on("2024-08-19"));
  return book;
}

class Door {
 public:
  Door(const std::string& path, const std::string& vfs) {
    file_ = store::JournalFile::open(path, random_, {vfs}).value();
    state_.book = std::make_shared<reg::DoorBook>(book_of_280(key_));
    state_.boot = 7;
    state_.evidence.time_service_synced = true;
  }

  /// The whole way of one tap, but for reader and screen.
  void tap(int number) {
    const Steady steady{1'000 * number};
    const Instant wall = begin_ + Millis{100 * number};
    const kiosk::CardTapped tapped{journal::hash_of_card(uid_of(number % kChildren + 1), key_),
                                   wall, steady};
    const Moment now{wall, steady, false};
    auto stepped = kiosk::step(std::move(state_), tapped, now);
    state_ = std::move(stepped.state);
    for (const auto& effect : stepped.effects) {
      const auto* write = std::get_if<kiosk::WriteEvent>(&effect);
      if (write == nullptr) continue;
      const auto entry = file_->append(journal::draft_of(write->event, wall, write->repeated));
      state_ =
          kiosk::step(std::move(state_), kiosk::Written{write->request, entry->seq}, now).state;
      ++written_;
    }
  }
  [[nodiscard]] int written() const { return written_; }

 private:
  CountedRandom random_{1};
  journal::KioskKey key_{3};
  std::unique_ptr<store::JournalFile> file_;
  kiosk::State state_;
  Instant begin_ = instant("2026-01-12T08:41:00");
  int written_ = 0;
};

/// The text of such an entry.
Bytes late_arrival() {
  reg::Arrived arrived;
  arrived.pupil = PupilId(1);
  arrived.outcome = reg::Outcome::late_before_close;
  arrived.proposal = reg::code_of("L");
  return journal::draft_of(arrived, Instant{}).payload;
}

/// The same rows and the same promises, without anything of ours.
class RawDoor {
 public:
  explicit RawDoor(const std::string& path) {
    CountedRandom random(1);
    (void)store::JournalFile::open(path, random, {});  // makes the tables
    sqlite3_open(path.c_str(), &database_);
    for (const char* sql : {"PRAGMA locking_mode=EXCLUSIVE", "PRAGMA synchronous=EXTRA",
                            "PRAGMA journal_mode=WAL", "PRAGMA wal_autocheckpoint=0",
                            "PRAGMA secure_delete=ON", "PRAGMA recursive_triggers=ON"}) {
      sqlite3_exec(database_, sql, nullptr, nullptr, nullptr);
    }
    begin_ = prepared("BEGIN IMMEDIATE");
    insert_ = prepared(
        "INSERT INTO entry (seq, kind, retention, at, salt, payload, commitment, link) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    commit_ = prepared("COMMIT");
  }
  RawDoor(const RawDoor&) = delete;
  RawDoor& operator=(const RawDoor&) = delete;
  ~RawDoor() {
    for (auto* statement : {begin_, insert_, commit_}) sqlite3_finalize(statement);
    sqlite3_close(database_);
  }

  void tap(int number) {
    static const std::array<char, 128> kBytes{};
    run(begin_);
    sqlite3_bind_int64(insert_, 1, number + 1);
    sqlite3_bind_int64(insert_, 2, 2);
    sqlite3_bind_int64(insert_, 3, 1);
    sqlite3_bind_int64(insert_, 4, 1'768'207'920'000 + number);
    sqlite3_bind_blob(insert_, 5, kBytes.data(), 32, SQLITE_STATIC);
    sqlite3_bind_blob(insert_, 6, payload_.data(), static_cast<int>(payload_.size()),
                      SQLITE_STATIC);
    sqlite3_bind_blob(insert_, 7, kBytes.data(), 32, SQLITE_STATIC);
    sqlite3_bind_blob(insert_, 8, kBytes.data(), 32, SQLITE_STATIC);
    run(insert_);
    run(commit_);
    ++written_;
  }
  [[nodiscard]] int written() const { return written_; }

 private:
  sqlite3_stmt* prepared(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(database_, sql, -1, &statement, nullptr);
    return statement;
  }
  static void run(sqlite3_stmt* statement) {
    const int done = sqlite3_step(statement);
    if (done != SQLITE_DONE) std::cerr << "raw SQLite answered " << done << "\n";
    sqlite3_reset(statement);
  }

  sqlite3* database_ = nullptr;
  sqlite3_stmt* begin_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
  sqlite3_stmt* commit_ = nullptr;
  int written_ = 0;
  Bytes payload_ = late_arrival();
};

template <class AnyDoor>
int play(AnyDoor& door, int taps) {
  for (int i = 0; i < taps; ++i) door.tap(i);
  std::cout << door.written() << "\n";
  return door.written() == taps ? 0 : 1;
}

int syncs(int taps) {
  store::PowerCutVfs vfs("bench");
  Door door("journal.db", vfs.vfs_name());
  const auto all = [&] {
    return vfs.counts("journal.db-wal").syncs + vfs.counts("journal.db").syncs;
  };
  // The very first transaction also makes the log's header durable.
  door.tap(0);
  const auto before = all();
  for (int i = 1; i <= taps; ++i) door.tap(i);
  std::cout << static_cast<double>(all() - before) / taps << "\n";
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const std::string mode = argv[1];
  const int taps = std::atoi(argv[2]);
  if (mode == "syncs") return syncs(taps);
  std::string pattern = (std::filesystem::temp_directory_path() / "handbell-cost-XXXXXX").string();
  const std::string folder = ::mkdtemp(pattern.data());
  int status = 1;
  if (mode == "raw") {
    RawDoor door(folder + "/journal.db");
    status = play(door, taps);
  } else {
    Door door(folder + "/journal.db", "");
    status = play(door, taps);
  }
  std::filesystem::remove_all(folder);
  return status;
}
