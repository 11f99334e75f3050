// What every store promises of a child's case, asked of the twin in memory and of SQLite's file.
#include "app/base/hex.h"

#include "either_register.h"
#include "small_school.h"
#include "some_case.h"
#include "some_notes.h"
#include <gtest/gtest.h>

namespace handbell::store {
namespace {

class CaseContract : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    store_ = either_register(GetParam(), random_, vfs_);
    ASSERT_TRUE(store_);
    ASSERT_TRUE(store_->put_pupils(three_pupils()));
  }
  std::vector<std::uint64_t> put(const std::vector<reg::CaseNote>& notes) {
    const auto entries = store_->write_case(notes, kCaseTyped);
    EXPECT_TRUE(entries) << (entries ? "" : sentence(entries.error()));
    return entries.value_or(std::vector<std::uint64_t>());
  }
  std::vector<reg::CaseNoteGiven> held(std::optional<PupilId> pupil) {
    auto found = store_->case_notes(pupil);
    EXPECT_TRUE(found) << (found ? "" : sentence(found.error()));
    return found.value_or(std::vector<reg::CaseNoteGiven>());
  }
  void take_back(std::uint64_t entry, const char* when) {
    const reg::EventRef ref{to_hex(store_->witness()->history), entry};
    ASSERT_TRUE(
        store_->tell(reg::TakenBack{ref, instant(when), "wrong child", by_}, instant(when)));
  }

  PowerCutVfs vfs_{"cases"};
  CountedRandom random_;
  std::unique_ptr<Register> store_;
  const reg::Author by_ = *reg::Author::parse("Łucja Wójcik, champion");
};

TEST_P(CaseContract, keeps_each_kind_oldest_first_and_verify_reads_them) {
  const auto all = one_of_each_case_note();
  const auto entries = put(all);
  ASSERT_EQ(entries.size(), all.size());
  const auto found = held(PupilId(1));
  ASSERT_EQ(found.size(), all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    EXPECT_EQ(found[i].what, all[i]);
    EXPECT_EQ(found[i].entry, entries[i]);
    EXPECT_EQ(found[i].typed, kCaseTyped);
    EXPECT_FALSE(found[i].back);
  }
  const auto verified = store_->verify();
  ASSERT_TRUE(verified) << sentence(verified.error());
  EXPECT_EQ(verified->entries, all.size());
}

TEST_P(CaseContract, a_case_is_its_childs_and_everybodys_are_asked_for_together) {
  put(one_of_each_case_note(1));
  put({one_of_each_case_note(2).front()});
  EXPECT_EQ(held(PupilId(1)).size(), one_of_each_case_note().size());
  EXPECT_EQ(held(PupilId(2)).size(), 1U);
  EXPECT_TRUE(held(PupilId(3)).empty());
  EXPECT_EQ(held({}).size(), one_of_each_case_note().size() + 1);
}

TEST_P(CaseContract, is_no_note_of_a_day_and_presence_hears_nothing) {
  const auto entries = put(one_of_each_case_note());
  take_back(entries.front(), "2026-01-12T10:00:00");
  EXPECT_TRUE(store_->day_notes(on("2025-01-01"), on("2027-01-01"))->empty());
  EXPECT_TRUE(store_->told(on("2026-01-12"))->empty());
}

TEST_P(CaseContract, writes_all_of_a_batch_or_nothing) {
  auto all = one_of_each_case_note();
  std::get<reg::TextSent>(all.at(12)).title.clear();
  EXPECT_EQ(store_->write_case(all, kCaseTyped).error().code, FaultCode::entry_incomplete);
  EXPECT_EQ(store_->write_case(one_of_each_case_note(99), kCaseTyped).error().code,
            FaultCode::pupil_unknown);
  EXPECT_TRUE(held({}).empty());
  EXPECT_EQ(store_->verify()->entries, 0U);
}

TEST_P(CaseContract, what_was_an_error_is_taken_back_and_both_stay) {
  const auto entries = put(one_of_each_case_note());
  take_back(entries[3], "2026-01-13T10:00:00");
  const auto found = held(PupilId(1));
  ASSERT_EQ(found.size(), entries.size());
  ASSERT_TRUE(found[3].back);
  EXPECT_EQ(found[3].back->reason, "wrong child");
  EXPECT_EQ(found[3].back->by, by_);
  EXPECT_EQ(reg::standing<reg::Meeting>(found).size(), 2U);
  const auto verified = store_->verify();
  EXPECT_TRUE(verified) << sentence(verified.error());
}

TEST_P(CaseContract, a_note_of_a_day_beside_it_is_taken_back_on_its_day_as_before) {
  put(one_of_each_case_note());
  const auto notes = store_->write({one_of_each_note().front()}, kNoted);
  ASSERT_TRUE(notes);
  take_back(notes->front(), "2026-01-13T10:00:00");
  EXPECT_TRUE(store_->day_notes(on("2026-01-12"), on("2026-01-12"))->front().back);
  EXPECT_TRUE(store_->verify());
}

TEST_P(CaseContract, ticks_go_with_the_school_year_after_and_the_rest_after_six_years_D51) {
  const auto entries = put(one_of_each_case_note());
  take_back(entries[10], "2026-01-13T10:00:00");
  take_back(entries[3], "2026-10-13T10:00:00");
  EXPECT_EQ(store_->due(on("2027-08-31"))->entries.size(), 0U);
  EXPECT_EQ(store_->due(on("2027-09-01"))->entries.size(), 6U)
      << "three ticks, two concerns, one taken back";
  ASSERT_TRUE(store_->erase(on("2027-09-01"), by_, instant("2027-09-01T09:00:00")));
  EXPECT_EQ(held(PupilId(1)).size(), 10U);
  auto verified = store_->verify();
  EXPECT_TRUE(verified) << sentence(verified.error());
  ASSERT_TRUE(store_->erase(on("2032-01-13"), by_, instant("2032-01-13T09:00:00")));
  EXPECT_TRUE(held(PupilId(1)).empty());
  verified = store_->verify();
  EXPECT_TRUE(verified) << "who took one back is younger: " << sentence(verified.error());
}

TEST_P(CaseContract, what_is_erased_is_not_taken_back_any_more) {
  const auto entries = put(one_of_each_case_note());
  ASSERT_TRUE(store_->erase(on("2032-01-13"), by_, instant("2032-01-13T09:00:00")));
  const reg::EventRef ref{to_hex(store_->witness()->history), entries.front()};
  const auto late = instant("2032-01-14T09:00:00");
  EXPECT_EQ(store_->tell(reg::TakenBack{ref, late, "wrong child", by_}, late).error(),
            (Fault{FaultCode::note_unknown, std::to_string(entries.front())}));
  const auto verified = store_->verify();
  EXPECT_TRUE(verified) << sentence(verified.error());
}

INSTANTIATE_TEST_SUITE_P(Stores, CaseContract, testing::Values("memory", "sqlite"),
                         [](const auto& of) { return std::string(of.param); });

TEST(CaseList, a_case_that_the_list_does_not_lead_to_is_named) {
  PowerCutVfs vfs("cases");
  CountedRandom random;
  auto file = RegisterFile::open("register.db", random, {vfs.vfs_name()});
  ASSERT_TRUE(file);
  ASSERT_TRUE((*file)->put_pupils(three_pupils()));
  ASSERT_TRUE((*file)->write_case(one_of_each_case_note(), kCaseTyped));
  (*file).reset();
  {
    SQLite::Database database(std::string("register.db"), SQLite::OPEN_READWRITE, 0,
                              vfs.vfs_name());
    database.exec("DELETE FROM case_note WHERE seq = 4");
  }
  file = RegisterFile::open("register.db", random, {vfs.vfs_name()});
  ASSERT_TRUE(file);
  EXPECT_EQ((*file)->verify().error(), (Fault{FaultCode::entry_missing, "4 of the register"}));
}

}  // namespace
}  // namespace handbell::store
