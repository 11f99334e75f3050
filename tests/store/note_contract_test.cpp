// What every store promises of notes beside the marks, asked of the twin in memory and of SQLite's
// file.
#include "app/base/hex.h"

#include "either_register.h"
#include "small_school.h"
#include "some_notes.h"
#include <gtest/gtest.h>

namespace handbell::store {
namespace {

class NoteContract : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    store_ = either_register(GetParam(), random_, vfs_);
    ASSERT_TRUE(store_);
    ASSERT_TRUE(store_->put_pupils(three_pupils()));
  }
  static Instant at(const char* time) { return from_local(on("2026-01-12"), at_time(time)); }
  std::vector<std::uint64_t> put(const std::vector<reg::DayNote>& notes) {
    const auto entries = store_->write(notes, at("09:10"));
    EXPECT_TRUE(entries) << (entries ? "" : sentence(entries.error()));
    return entries.value_or(std::vector<std::uint64_t>());
  }
  reg::CallAttempt call(const char* time, int pupil = 1) const {
    return {PupilId(pupil), "", 0, "", at(time), reg::CallResult::no_answer, {}, "", patel_};
  }
  std::vector<reg::DayNoteGiven> notes(const char* from, const char* to) {
    auto found = store_->day_notes(on(from), on(to));
    EXPECT_TRUE(found) << (found ? "" : sentence(found.error()));
    return found.value_or(std::vector<reg::DayNoteGiven>());
  }

  PowerCutVfs vfs_{"notes"};
  CountedRandom random_;
  std::unique_ptr<Register> store_;
  const reg::Author patel_ = *reg::Author::parse("R Patel, Office manager");
};

TEST_P(NoteContract, keeps_each_kind_with_both_times_and_verify_reads_them) {
  const auto all = one_of_each_note();
  const auto entries = put(all);
  ASSERT_EQ(entries.size(), all.size());
  const auto held = notes("2026-01-01", "2026-12-31");
  ASSERT_EQ(held.size(), all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    EXPECT_EQ(held[i].what, all[i]);
    EXPECT_EQ(held[i].entry, entries[i]);
    EXPECT_EQ(held[i].typed, at("09:10"));
    EXPECT_FALSE(held[i].back);
  }
  const auto verified = store_->verify();
  ASSERT_TRUE(verified) << sentence(verified.error());
  EXPECT_EQ(verified->entries, all.size());
}

TEST_P(NoteContract, finds_a_note_on_its_own_day_whenever_it_was_typed) {
  const reg::DayCollector tomorrow{PupilId(1),
                                   on("2026-01-13"),
                                   *NamePart::parse("Ida Brandt"),
                                   "",
                                   "Nadia Khan",
                                   "at the desk",
                                   "",
                                   patel_};
  put({call("09:02"), tomorrow});
  EXPECT_EQ(notes("2026-01-12", "2026-01-12").size(), 1U);
  EXPECT_EQ(notes("2026-01-13", "2026-01-13").size(), 1U);
  EXPECT_EQ(notes("2026-01-12", "2026-01-13").size(), 2U);
  EXPECT_TRUE(notes("2026-01-14", "2026-01-31").empty());
  EXPECT_TRUE(store_->told(on("2026-01-12"))->empty()) << "presence hears of no call";
  EXPECT_TRUE(store_->notices(on("2026-01-12"))->empty());
}

TEST_P(NoteContract, writes_all_of_a_batch_or_nothing) {
  auto garbled = call("09:03");
  garbled.result = reg::CallResult::spoke;
  EXPECT_EQ(store_->write({call("09:02"), garbled}, at("09:10")).error().code,
            FaultCode::entry_incomplete);
  EXPECT_EQ(store_->write({call("09:02"), call("09:02", 99)}, at("09:10")).error().code,
            FaultCode::pupil_unknown);
  EXPECT_TRUE(notes("2026-01-12", "2026-01-12").empty());
  EXPECT_EQ(store_->verify()->entries, 0U);
}

TEST_P(NoteContract, what_was_an_error_is_taken_back_and_both_stay) {
  const auto entries = put({call("09:02"), call("09:04")});
  const auto own = store_->witness()->history;
  ASSERT_TRUE(store_->tell(
      reg::TakenBack{
          {to_hex(own), entries[0]}, instant("2026-01-13T10:00:00"), "wrong child", patel_},
      instant("2026-01-13T10:00:00")));
  const auto held = notes("2026-01-12", "2026-01-12");
  ASSERT_EQ(held.size(), 2U);
  ASSERT_TRUE(held[0].back);
  EXPECT_EQ(held[0].back->reason, "wrong child");
  EXPECT_EQ(reg::standing<reg::CallAttempt>(held).size(), 1U);
  EXPECT_TRUE(store_->verify());
}

TEST_P(NoteContract, calls_go_with_the_school_year_after_and_who_took_them_back_with_them_D51) {
  const auto entries = put({call("09:02")});
  const auto own = store_->witness()->history;
  ASSERT_TRUE(store_->tell(
      reg::TakenBack{{to_hex(own), entries[0]}, at("09:12"), "wrong child", patel_}, at("09:12")));
  EXPECT_EQ(store_->due(on("2027-08-31"))->entries.size(), 0U);
  EXPECT_EQ(store_->due(on("2027-09-01"))->entries.size(), 2U);
  ASSERT_TRUE(store_->erase(on("2027-09-01"), patel_, instant("2027-09-01T09:00:00")));
  EXPECT_TRUE(notes("2026-01-12", "2026-01-12").empty());
  const auto verified = store_->verify();
  EXPECT_TRUE(verified) << sentence(verified.error());
}

TEST_P(NoteContract, leave_that_is_granted_makes_a_notice_for_each_session_in_one_step) {
  const auto all = one_of_each_note();
  const auto one = std::ranges::find_if(
      all, [](const auto& note) { return std::holds_alternative<reg::LeaveDecision>(note); });
  const auto decision = std::get<reg::LeaveDecision>(*one);
  const auto notice = [&](int pupil, const char* day, Half half) {
    return reg::Notice{PupilId(pupil), {on(day), half}, reg::code_of("C"), kNoted, "leave", patel_};
  };
  const std::vector<reg::Notice> notices{notice(1, "2026-01-12", Half::pm),
                                         notice(1, "2026-01-13", Half::am)};
  const auto entry = store_->decide_leave(decision, notices, at("09:10"));
  ASSERT_TRUE(entry) << sentence(entry.error());
  const auto held = reg::standing<reg::LeaveDecision>(notes("2026-01-12", "2026-01-12"));
  ASSERT_EQ(held.size(), 1U);
  EXPECT_EQ(held.front().entry, *entry);
  EXPECT_EQ(held.front().what.notices, 2);
  ASSERT_EQ(store_->notices(on("2026-01-13"))->size(), 1U);
  EXPECT_EQ(store_->notices(on("2026-01-13"))->front().entry, *entry + 2);
  ASSERT_EQ(store_->school()->plans.size(), 2U) << "the doors judge by it";
  EXPECT_TRUE(store_->verify());
  EXPECT_EQ(store_->decide_leave(decision, {notice(99, "2026-01-12", Half::am)}, at("09:11"))
                .error()
                .code,
            FaultCode::pupil_unknown);
  EXPECT_EQ(store_->verify()->entries, 3U) << "all of it or nothing";
}

TEST_P(NoteContract,
       an_appointment_between_two_registers_makes_another_door_book_and_so_does_its_end) {
  const reg::LeaveDecision decision{1,
                                    {PupilId(1)},
                                    on("2026-01-12"),
                                    reg::LeaveAnswer::granted,
                                    {on("2026-01-12"), Half::am},
                                    {on("2026-01-12"), Half::pm},
                                    reg::code_of("M"),
                                    0,
                                    "noted beforehand",
                                    patel_};
  const auto before = store_->school()->version;
  const auto entry = store_->decide_leave(decision, {}, at("09:10"));
  ASSERT_TRUE(entry) << sentence(entry.error());
  const auto noted = store_->school()->version;
  EXPECT_GT(noted, before);
  const reg::TakenBack back{{to_hex(store_->witness()->history), *entry}, at("09:12"), "", patel_};
  ASSERT_TRUE(store_->tell(back, at("09:12")));
  EXPECT_GT(store_->school()->version, noted);
}

INSTANTIATE_TEST_SUITE_P(Stores, NoteContract, testing::Values("memory", "sqlite"),
                         [](const auto& of) { return std::string(of.param); });

}  // namespace
}  // namespace handbell::store
