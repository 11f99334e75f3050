#include "app/reports/case_due.h"

#include "app/reports/penalty_notice.h"

#include "small_school.h"
#include "some_case.h"
#include <gtest/gtest.h>

namespace handbell::reports {
namespace {

using reg::CaseNote;
using Notes = std::vector<reg::CaseNoteGiven>;

class CaseDueTest : public testing::Test {
 protected:
  void add(const CaseNote& note) { notes_.push_back({++entry_, kCaseTyped, note}); }
  template <class Note>
  static Note one(std::size_t place) {
    return std::get<Note>(one_of_each_case_note().at(place));
  }
  std::vector<std::string> due(const char* today = "2026-01-12") const {
    std::vector<std::string> lines;
    for (const auto& each : case_due(notes_, on(today))) {
      lines.push_back(each.day.text() + " " + std::string(text_of(each.kind)));
    }
    return lines;
  }
  using Lines = std::vector<std::string>;
  Notes notes_;
  std::uint64_t entry_ = 0;
};

TEST_F(CaseDueTest, nothing_is_due_where_nothing_was_noted) {
  EXPECT_TRUE(due().empty());
  EXPECT_FALSE(is_open_case(notes_));
}

TEST_F(CaseDueTest, a_planned_meeting_is_to_be_recorded_and_then_its_texts_sent_P18_P30) {
  auto meeting = one<reg::Meeting>(2);
  add(meeting);
  EXPECT_EQ(due(), Lines{"2026-01-14 meeting"});
  meeting.state = reg::MeetingState::held;
  meeting.of = 1;
  meeting.strategies = "Breakfast club.";
  add(meeting);
  EXPECT_EQ(due(), (Lines{"2026-01-14 email", "2026-01-14 cpoms"}));
  add(reg::TextSent{PupilId(1), 1, reg::SentKind::cpoms, "Meeting", "", on("2026-01-15"),
                    meeting.by});
  EXPECT_EQ(due(), Lines{"2026-01-14 email"});
  EXPECT_TRUE(due("2027-01-20").empty()) << "a tick of last year is not kept for ever (D51)";
  notes_.back().back = reg::TakenBack{{"A1", 3}, kCaseTyped, "not logged", meeting.by};
  EXPECT_EQ(due(), (Lines{"2026-01-14 email", "2026-01-14 cpoms"}));
  EXPECT_EQ(sentence(case_due(notes_, on("2026-01-12")).front(), notes_),
            "Send the family the e-mail after the attendance meeting of Wednesday 14 January "
            "2026.");
}

TEST_F(CaseDueTest, a_cancelled_meeting_leaves_nothing_to_do) {
  add(one<reg::Meeting>(2));
  auto cancelled = one<reg::Meeting>(4);
  cancelled.of = 1;
  add(cancelled);
  EXPECT_TRUE(due().empty());
}

TEST_F(CaseDueTest, a_review_stands_until_somebody_looked_again) {
  auto meeting = one<reg::Meeting>(3);
  add(meeting);
  EXPECT_EQ(due().back(), "2026-02-06 meeting_review");
  meeting.day = on("2026-02-09");
  meeting.review.reset();
  add(meeting);
  for (const auto& line : due("2026-02-10")) EXPECT_EQ(line.find("review"), std::string::npos);
}

TEST_F(CaseDueTest, a_contract_is_reviewed_and_where_it_failed_the_head_decides_P32) {
  auto contract = one<reg::Contract>(5);
  add(contract);
  EXPECT_EQ(due(), Lines{"2026-02-20 contract_review"});
  contract.of = 1;
  contract.state = reg::ContractState::failed;
  contract.words = "Four more days were missed.";
  add(contract);
  EXPECT_EQ(due(), Lines{"2026-01-09 contract_failed"});
  add(one<reg::CaseDecision>(7));
  EXPECT_TRUE(due().empty());
}

TEST_F(CaseDueTest, the_end_of_a_case_ends_what_is_due_and_a_later_note_opens_it_again) {
  add(one<reg::Meeting>(3));
  EXPECT_TRUE(is_open_case(notes_));
  add(one<reg::CaseDecision>(8));
  EXPECT_TRUE(due().empty());
  EXPECT_FALSE(is_open_case(notes_));
  add(one<reg::SuggestionAnswer>(10));
  EXPECT_FALSE(is_open_case(notes_)) << "an answer to a suggestion opens none";
  add(one<reg::CaseContact>(0));
  EXPECT_TRUE(is_open_case(notes_));
}

TEST_F(CaseDueTest, notices_count_for_each_parent_once_and_withdrawn_ones_not_at_all_D37) {
  auto notice = one<reg::NoticeTold>(9);
  add(notice);
  notice.of = 1;
  notice.state = reg::NoticeState::unpaid;
  add(notice);
  const auto told = notices_told(notes_);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(next_step(told, notice.parent_key, PupilId(1), on("2026-01-12")).step,
            NextStep::second_notice);
  EXPECT_EQ(next_step(told, "omar khan", PupilId(1), on("2026-01-12")).step,
            NextStep::first_notice);
  EXPECT_EQ(next_step(told, notice.parent_key, PupilId(1), on("2029-01-09")).step,
            NextStep::first_notice);
  notice.state = reg::NoticeState::withdrawn;
  add(notice);
  EXPECT_EQ(next_step(notices_told(notes_), notice.parent_key, PupilId(1), on("2026-01-12")).step,
            NextStep::first_notice);
}

}  // namespace
}  // namespace handbell::reports
