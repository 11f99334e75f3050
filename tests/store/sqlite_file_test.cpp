#include "app/store/sqlite_file.h"

#include "app/store/power_cut_vfs.h"

#include "temporary_folder.h"
#include "toy_migrations.h"
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <fstream>
#include <functional>

namespace handbell::store {
namespace {

constexpr std::int32_t kToy = 0x746F7921;

SqliteOptions toy(std::string vfs = "") {
  return {.application_id = kToy, .migrations = toy_migrations(), .vfs = std::move(vfs)};
}

std::string schema(SqliteFile& file) {
  std::string all;
  SQLite::Statement rows(file.database(), "SELECT sql FROM sqlite_schema ORDER BY name");
  while (rows.executeStep()) all += rows.getColumn(0).getString() + "\n";
  return all;
}

Status tap(SqliteFile& file, const std::string& text) {
  return file.transact([&] {
    SQLite::Statement insert(file.database(), "INSERT INTO taps (text) VALUES (?)");
    insert.bind(1, text);
    insert.exec();
  });
}

TEST(SqliteFile, opens_with_every_pragma_of_the_architecture) {
  const TemporaryFolder folder;
  auto file = SqliteFile::open(folder.file("toy.db"), toy());
  ASSERT_TRUE(file) << sentence(file.error());
  const auto pragma = [&](const std::string& name) {
    return file->database().execAndGet("PRAGMA " + name).getString();
  };
  EXPECT_EQ(pragma("synchronous"), "3");
  EXPECT_EQ(pragma("journal_mode"), "wal");
  EXPECT_EQ(pragma("foreign_keys"), "1");
  EXPECT_EQ(pragma("secure_delete"), "1");
  EXPECT_EQ(pragma("recursive_triggers"), "1");
  EXPECT_EQ(pragma("trusted_schema"), "0");
  EXPECT_EQ(pragma("wal_autocheckpoint"), "0");
  EXPECT_EQ(pragma("application_id"), std::to_string(kToy));
  EXPECT_EQ(file->version(), 3);
  EXPECT_TRUE(file->check_integrity());
}

TEST(SqliteFile, an_exclusive_file_knows_no_other_connection_and_no_shared_memory) {
  const TemporaryFolder folder;
  SqliteOptions options = toy();
  options.exclusive = true;
  options.busy = std::chrono::milliseconds(1);
  auto first = SqliteFile::open(folder.file("toy.db"), options);
  ASSERT_TRUE(first);
  ASSERT_TRUE(tap(*first, "x"));
  EXPECT_FALSE(std::filesystem::exists(folder.file("toy.db-shm")));
  const auto second = SqliteFile::open(folder.file("toy.db"), options);
  EXPECT_EQ(second.error().code, FaultCode::program_running);
}

TEST(SqliteFile, a_reader_sees_what_was_committed_and_cannot_write) {
  const TemporaryFolder folder;
  auto writer = SqliteFile::open(folder.file("toy.db"), toy());
  ASSERT_TRUE(writer);
  auto reader = SqliteFile::open_read_only(folder.file("toy.db"), toy());
  ASSERT_TRUE(reader) << sentence(reader.error());
  ASSERT_TRUE(tap(*writer, "x"));
  EXPECT_EQ(reader->database().execAndGet("SELECT text FROM taps").getString(), "x");
  EXPECT_EQ(tap(*reader, "y").error().code, FaultCode::file_unreadable);
  EXPECT_EQ(writer->checkpoint(), true);
  EXPECT_EQ(std::filesystem::file_size(folder.file("toy.db-wal")), 0U);
}

TEST(SqliteFile, others_files_and_newer_ones_are_refused_and_stay_as_they_are) {
  const TemporaryFolder folder;
  const std::string path = folder.file("toy.db");
  SqliteOptions older = toy();
  older.migrations = older.migrations.first(2);
  ASSERT_TRUE(SqliteFile::open(path, toy()));
  EXPECT_EQ(SqliteFile::open(path, older).error().code, FaultCode::database_newer);
  SqliteOptions other = toy();
  other.application_id = 7;
  EXPECT_EQ(SqliteFile::open(path, other).error().code, FaultCode::database_wrong);
  EXPECT_TRUE(SqliteFile::open(path, toy()));
  std::ofstream(folder.file("text")) << std::string(5000, 'x');
  EXPECT_EQ(SqliteFile::open(folder.file("text"), toy()).error().code, FaultCode::database_wrong);
  EXPECT_EQ(std::filesystem::file_size(folder.file("text")), 5000U);
  EXPECT_EQ(SqliteFile::open(folder.file("no/x"), toy()).error().code, FaultCode::folder_missing);
  EXPECT_EQ(SqliteFile::open_read_only(folder.file("y"), toy()).error().code,
            FaultCode::file_unreadable);
}

TEST(SqliteFile, a_migration_that_fails_leaves_the_step_before_it) {
  const TemporaryFolder folder;
  const std::vector<Migration> steps{{1, "good", "CREATE TABLE a (x) ;", "DROP TABLE a"},
                                     {2, "bad", "CREATE TABLE b (x); NONSENSE;", ""}};
  SqliteOptions options = toy();
  options.migrations = steps;
  EXPECT_EQ(SqliteFile::open(folder.file("t.db"), options).error().code, FaultCode::program_failed);
  options.migrations = options.migrations.first(1);
  auto file = SqliteFile::open(folder.file("t.db"), options);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->version(), 1);
  EXPECT_EQ(schema(*file), "CREATE TABLE a (x)\n");
}

RC_GTEST_PROP(Migrations, each_number_has_one_schema_whichever_way_it_is_reached, ()) {
  PowerCutVfs vfs("migrations");
  auto file = SqliteFile::open("toy.db", toy("migrations"));
  RC_ASSERT(file.has_value());
  std::map<int, std::string> seen;
  const auto walk = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 4));
  for (const int number : walk) {
    RC_ASSERT(file->migrate_to(number).has_value());
    RC_ASSERT(*file->version() == number);
    const auto [at, is_new] = seen.emplace(number, schema(*file));
    RC_ASSERT(at->second == schema(*file));
    RC_ASSERT(is_new || at->first == number);
  }
  RC_ASSERT(file->migrate_to(0).has_value());
  RC_ASSERT(schema(*file).empty());
}

TEST(SqliteFile, one_transaction_is_one_sync) {
  PowerCutVfs vfs("syncs");
  SqliteOptions options = toy("syncs");
  options.exclusive = true;
  auto file = SqliteFile::open("toy.db", options);
  ASSERT_TRUE(file) << sentence(file.error());
  for (int count = 0; count < 5; ++count) {
    const int before = vfs.counts("toy.db-wal").syncs;
    ASSERT_TRUE(tap(*file, "x"));
    EXPECT_EQ(vfs.counts("toy.db-wal").syncs, before + 1);
  }
}

TEST(SqliteFile, a_full_disk_is_told_from_a_failed_one_and_the_next_write_works) {
  PowerCutVfs vfs("faults");
  auto file = SqliteFile::open("toy.db", toy("faults"));
  ASSERT_TRUE(file) << sentence(file.error());
  vfs.fill_after_writes(0);
  EXPECT_EQ(tap(*file, "full").error().code, FaultCode::disk_full);
  vfs.make_room();
  EXPECT_TRUE(tap(*file, "after"));
  vfs.fill_at(10);
  EXPECT_EQ(tap(*file, std::string(9000, 'x')).error().code, FaultCode::disk_full);
  vfs.make_room();
  EXPECT_TRUE(tap(*file, "last"));
  EXPECT_EQ(file->database().execAndGet("SELECT group_concat(text) FROM taps").getString(),
            "after,last");
}

TEST(SqliteFile, after_a_sync_or_write_that_failed_nothing_is_tried_again_until_it_is_opened_anew) {
  PowerCutVfs vfs("failed");
  const std::vector<std::function<void()>> faults{
      [&] { vfs.fail_sync(1, ENOSPC); }, [&] { vfs.fail_sync(1); }, [&] { vfs.fail_write(1); }};
  for (const auto& let_fail : faults) {
    auto file = SqliteFile::open("toy.db", toy("failed"));
    ASSERT_TRUE(file) << sentence(file.error());
    let_fail();
    EXPECT_EQ(tap(*file, "lost").error().code, FaultCode::disk_failed);
    const auto syncs = vfs.counts("toy.db-wal").syncs;
    EXPECT_EQ(tap(*file, "again").error().code, FaultCode::disk_failed);
    EXPECT_EQ(file->checkpoint().error().code, FaultCode::disk_failed);
    EXPECT_EQ(vfs.counts("toy.db-wal").syncs, syncs);
  }
  auto file = SqliteFile::open("toy.db", toy("failed"));
  EXPECT_TRUE(tap(*file, "anew"));
}

TEST(SqliteFile, a_fault_inside_a_transaction_rolls_it_back) {
  PowerCutVfs vfs("rollback");
  auto file = SqliteFile::open("toy.db", toy("rollback"));
  ASSERT_TRUE(file);
  const Status refused = file->transact([&]() -> Status {
    file->database().exec("INSERT INTO taps (text) VALUES ('x')");
    return fail(FaultCode::bad_card, "x");
  });
  EXPECT_EQ(refused.error().code, FaultCode::bad_card);
  EXPECT_EQ(file->guarded(
                [&] { return file->database().execAndGet("SELECT count(*) FROM taps").getInt(); }),
            0);
  ASSERT_TRUE(tap(*file, "x"));
  EXPECT_EQ(file->transact([&] { file->database().exec("DELETE FROM taps"); }).error().code,
            FaultCode::program_failed);
}

}  // namespace
}  // namespace handbell::store
