// What every store promises of the school's letters, asked of the twin in memory and of SQLite's
// file.
#include "app/journal/letter_codec.h"

#include "either_register.h"
#include "small_school.h"
#include "some_letters.h"
#include <gtest/gtest.h>

namespace handbell::store {
namespace {

class LetterContract : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    store_ = either_register(GetParam(), random_, vfs_);
    ASSERT_TRUE(store_);
  }

  PowerCutVfs vfs_{"letters"};
  CountedRandom random_;
  std::unique_ptr<Register> store_;
};

TEST_P(LetterContract, keeps_each_wording_oldest_first_and_verify_reads_them) {
  ASSERT_TRUE(store_->change_letter(some_letter_change("one"), {5}));
  ASSERT_TRUE(store_->change_letter(some_letter_change("two"), {6}));
  const auto found = store_->letter_changes();
  ASSERT_TRUE(found) << sentence(found.error());
  ASSERT_EQ(found->size(), 2U);
  EXPECT_EQ((*found)[0], (reg::LetterChangeGiven{1, {5}, some_letter_change("one")}));
  EXPECT_EQ((*found)[1].what.is, "two");
  const auto verified = store_->verify();
  ASSERT_TRUE(verified) << sentence(verified.error());
  EXPECT_EQ(verified->entries, 2U);
}

TEST_P(LetterContract, holds_the_newest_logo_or_none) {
  EXPECT_EQ(*store_->logo(), "");
  const std::string bytes("\x89PNG\0\r\n", 7);
  ASSERT_TRUE(store_->change_logo(some_logo_change(), bytes, {5}));
  EXPECT_EQ(*store_->logo(), bytes);
  ASSERT_TRUE(store_->change_logo(some_logo_change(), "<svg/>", {6}));
  EXPECT_EQ(*store_->logo(), "<svg/>");
  ASSERT_TRUE(store_->change_logo({"", "", "None", some_logo_change().by}, "", {7}));
  EXPECT_EQ(*store_->logo(), "");
  const auto changes = store_->letter_changes();
  ASSERT_TRUE(changes) << sentence(changes.error());
  ASSERT_EQ(changes->size(), 3U);
  EXPECT_EQ((*changes)[0],
            (reg::LetterChangeGiven{1, {5}, journal::as_letter_change(some_logo_change())}));
  EXPECT_EQ((*changes)[2].what.is, "");
  EXPECT_EQ(reg::wording_of(*changes, "meeting"), "");
  const auto verified = store_->verify();
  ASSERT_TRUE(verified) << sentence(verified.error());
  EXPECT_EQ(verified->entries, 3U);
}

TEST_P(LetterContract, what_says_no_reason_or_is_too_large_changes_nothing) {
  auto unsaid = some_letter_change();
  unsaid.reason.clear();
  EXPECT_EQ(store_->change_letter(unsaid, {5}).error().code, FaultCode::entry_incomplete);
  const std::string large(reg::kLargestLogo + 1, 'x');
  EXPECT_EQ(store_->change_logo(some_logo_change(), large, {5}).error().code,
            FaultCode::logo_unfit);
  EXPECT_EQ(store_->verify()->entries, 0U);
}

TEST_P(LetterContract, letters_outlive_the_times_of_what_is_erased) {
  ASSERT_TRUE(store_->change_letter(some_letter_change(), instant("2026-01-12T09:00:00")));
  EXPECT_EQ(store_->due(on("2040-01-12"))->count(), 0U);
}

INSTANTIATE_TEST_SUITE_P(Stores, LetterContract, testing::Values("memory", "sqlite"),
                         [](const auto& of) { return std::string(of.param); });

TEST(LetterList, a_wording_that_the_list_does_not_lead_to_is_named) {
  PowerCutVfs vfs("letters");
  CountedRandom random;
  auto file = RegisterFile::open("register.db", random, {vfs.vfs_name()});
  ASSERT_TRUE(file);
  ASSERT_TRUE((*file)->change_letter(some_letter_change(), {5}));
  (*file).reset();
  {
    SQLite::Database database(std::string("register.db"), SQLite::OPEN_READWRITE, 0,
                              vfs.vfs_name());
    database.exec("DELETE FROM letter");
  }
  file = RegisterFile::open("register.db", random, {vfs.vfs_name()});
  ASSERT_TRUE(file);
  EXPECT_EQ((*file)->verify().error(), (Fault{FaultCode::entry_missing, "1 of the register"}));
}

}  // namespace
}  // namespace handbell::store
