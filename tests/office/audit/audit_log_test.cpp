// What is noted, what is noted once, and what is counted.
#include "app/office/web/audit_log.h"

#include "counted_random.h"
#include "small_school.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace handbell::office {
namespace {

const Instant kNine = instant("2026-01-12T09:00:00");

class AuditLogTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (std::filesystem::temp_directory_path() / "handbell-log-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    file_ = std::move(*store::AuditFile::open(folder_ + "/audit.db", random_));
    log_ = std::make_unique<AuditLog>(*file_, [](const std::string&) {});
  }
  void TearDown() override {
    log_.reset();
    file_.reset();
    std::filesystem::remove_all(folder_);
  }
  static reg::Reading a_reading(reg::ReadKind kind, const std::string& words, Instant at = kNine,
                                const char* who = "R Patel") {
    return {kind, PupilId(1), words, at, *reg::Author::from(who, "Office")};
  }
  std::vector<std::string> words() {
    std::vector<std::string> all;
    const auto read = log_->read(kNine - hours(24 * 800), kNine + hours(24), 10'000);
    for (const auto& each : *read) all.push_back(each.words);
    std::ranges::reverse(all);
    return all;
  }

  CountedRandom random_;
  std::string folder_;
  std::unique_ptr<store::AuditFile> file_;
  std::unique_ptr<AuditLog> log_;
};

TEST_F(AuditLogTest, a_flood_of_refusals_is_as_many_entries_as_there_are_kinds_of_it) {
  for (int i = 0; i < 5000; ++i) {
    log_->count(a_reading(reg::ReadKind::refused_sign_in, i % 2 == 0 ? "a" : "b"));
  }
  EXPECT_THAT(words(), testing::ElementsAre("a, 2500 times", "b, 2500 times"));
}

TEST_F(AuditLogTest, from_ten_thousand_addresses_at_once_it_stays_small) {
  for (int i = 0; i < 10'000; ++i) {
    log_->count(a_reading(reg::ReadKind::refused_sign_in, std::to_string(i)));
  }
  EXPECT_LE(words().size(), 257U * 3) << "256 at once, however often they are written meanwhile";
}

TEST_F(AuditLogTest, in_a_flood_nobodys_line_counts_what_was_tried_on_another_account) {
  for (int i = 0; i < 1'000; ++i) {
    log_->count(a_reading(reg::ReadKind::refused_sign_in, std::to_string(i)));
  }
  for (int i = 0; i < 3; ++i) {
    log_->count(a_reading(reg::ReadKind::refused_sign_in, std::to_string(i), kNine, "A Noor"));
  }
  EXPECT_THAT(words(), testing::Contains("from many places, 3 times"));
}

TEST_F(AuditLogTest, what_shows_itself_anew_is_noted_once_an_hour_for_each_person) {
  for (int minute = 0; minute < 90; ++minute) {
    log_->note_once_an_hour(a_reading(reg::ReadKind::contacts, "calls", kNine + minutes(minute)));
  }
  log_->note_once_an_hour(
      a_reading(reg::ReadKind::contacts, "calls", kNine + minutes(89), "A Noor"));
  EXPECT_EQ(words().size(), 3U);
}

TEST_F(AuditLogTest, what_was_counted_is_written_when_the_office_ends) {
  log_->count(a_reading(reg::ReadKind::refused_sign_in, "a"));
  log_.reset();
  EXPECT_EQ(file_->read(kNine, kNine + hours(1), 10)->size(), 1U);
}

TEST_F(AuditLogTest, a_day_that_begins_ends_what_is_older_than_a_year_D51) {
  log_->note(a_reading(reg::ReadKind::contacts, "old", kNine - hours(24 * 400)));
  log_->note(a_reading(reg::ReadKind::contacts, "new"));
  EXPECT_EQ(words().size(), 2U);
  EXPECT_EQ(*log_->prune(kNine), 1U);
  EXPECT_THAT(words(), testing::ElementsAre("new"));
  EXPECT_EQ(*log_->prune(kNine), 0U);
}

}  // namespace
}  // namespace handbell::office
