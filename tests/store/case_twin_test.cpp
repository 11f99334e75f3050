// Ten invented years of cases in both stores at once: whatever is written, taken back and erased,
// the register in a file holds what its twin in memory holds, and both verify.
#include "app/base/hex.h"

#include "either_register.h"
#include "small_school.h"
#include "some_case.h"
#include "some_notes.h"
#include <gtest/gtest.h>

#include <random>

namespace handbell::store {
namespace {

class CaseTwins : public testing::Test {
 protected:
  void SetUp() override {
    for (auto* store : stores()) {
      ASSERT_NE(store, nullptr);
      ASSERT_TRUE(store->put_pupils(three_pupils()));
    }
  }
  std::vector<Register*> stores() { return {memory_.get(), file_.get()}; }
  std::size_t below(std::size_t count) { return chance_() % count; }

  void write() {
    std::vector<reg::CaseNote> notes;
    for (std::size_t i = 0; i <= below(3); ++i) {
      const auto all = one_of_each_case_note(static_cast<int>(below(3)) + 1);
      notes.push_back(all.at(below(all.size())));
    }
    const auto in_memory = memory_->write_case(notes, at_);
    const auto in_file = file_->write_case(notes, at_);
    ASSERT_TRUE(in_memory && in_file);
    ASSERT_EQ(*in_memory, *in_file);
    written_.insert(written_.end(), in_file->begin(), in_file->end());
  }
  void write_day_note() {
    for (auto* store : stores()) ASSERT_TRUE(store->write({one_of_each_note().front()}, at_));
  }
  /// Also what was taken back before, and what is erased.
  void take_back() {
    if (written_.empty()) return;
    const auto entry = written_.at(below(written_.size()));
    std::vector<bool> done;
    for (auto* store : stores()) {
      const reg::EventRef ref{to_hex(store->witness()->history), entry};
      const auto by = *reg::Author::from("A Noor", "Headteacher");
      done.push_back(store->tell(reg::TakenBack{ref, at_, "wrong child", by}, at_).has_value());
    }
    ASSERT_EQ(done.front(), done.back()) << entry;
  }
  void erase() {
    const auto by = *reg::Author::from("A Noor", "Headteacher");
    const auto in_memory = memory_->erase(today(), by, at_);
    const auto in_file = file_->erase(today(), by, at_);
    ASSERT_TRUE(in_memory && in_file);
    ASSERT_EQ(*in_memory, *in_file);
    erased_ += *in_file;
  }
  /// Each store has a name of its own, which is no part of what it holds.
  static std::vector<reg::CaseNoteGiven> held(Register& store, std::optional<PupilId> child) {
    auto notes = store.case_notes(child);
    EXPECT_TRUE(notes);
    if (!notes) return {};
    for (auto& note : *notes) {
      if (note.back) note.back->what.journal.clear();
    }
    return *notes;
  }
  SchoolDay today() const { return to_local(at_)->day; }
  void expect_the_same() {
    ASSERT_EQ(held(*memory_, {}), held(*file_, {}));
    const PupilId child(static_cast<int>(below(3)) + 1);
    ASSERT_EQ(held(*memory_, child), held(*file_, child));
    ASSERT_EQ(memory_->due(today())->entries, file_->due(today())->entries);
    for (auto* store : stores()) {
      const auto verified = store->verify();
      ASSERT_TRUE(verified) << sentence(verified.error());
    }
  }

  PowerCutVfs vfs_{"case_twins"};
  CountedRandom memory_random_;
  CountedRandom file_random_;
  std::unique_ptr<Register> memory_ = either_register("memory", memory_random_, vfs_);
  std::unique_ptr<Register> file_ = either_register("sqlite", file_random_, vfs_);
  std::mt19937 chance_{7};
  Instant at_ = kCaseTyped;
  std::vector<std::uint64_t> written_;
  std::uint64_t erased_ = 0;
};

TEST_F(CaseTwins, hold_the_same_whatever_is_written_taken_back_and_erased) {
  for (int step = 0; step < 400; ++step) {
    at_ = at_ + hours(static_cast<int>(below(24 * 20)));
    switch (below(10)) {
      case 0:
        erase();
        break;
      case 1:
        write_day_note();
        break;
      case 2:
      case 3:
        take_back();
        break;
      default:
        write();
    }
    if (HasFatalFailure()) FAIL() << "at step " << step;
    if (step % 20 == 0) expect_the_same();
    if (HasFatalFailure()) FAIL() << "after step " << step;
  }
  expect_the_same();
  EXPECT_GT(erased_, 300U) << "ten years are longer than any note is kept";
}

}  // namespace
}  // namespace handbell::store
