#include "app/register/case_note.h"

#include "small_school.h"
#include "some_case.h"
#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

class CaseNoteRules : public testing::Test {
 protected:
  static School small_school() {
    School school;
    school.pupils = three_pupils();
    for (std::size_t i = 0; i < school.pupils.size(); ++i) {
      school.pupils[i].id = PupilId(static_cast<std::int64_t>(i + 1));
    }
    return school;
  }
  template <class Note>
  static Note one(std::size_t place) {
    return std::get<Note>(one_of_each_case_note().at(place));
  }
  Fault refusal(const CaseNote& note) const {
    const auto kept = may_keep(note, school_, held_, on("2026-01-12"));
    return kept ? Fault{} : kept.error();
  }
  const School school_ = small_school();
  std::vector<CaseNoteGiven> held_;
};

TEST_F(CaseNoteRules, each_kind_may_be_kept_of_a_child_on_roll) {
  held_ = {{7, kCaseTyped, one<Meeting>(2)}};
  for (const auto& note : one_of_each_case_note()) {
    // They go on with something that stands under the meeting's number here.
    const auto* contract = std::get_if<Contract>(&note);
    const auto* concern = std::get_if<Concern>(&note);
    if (contract != nullptr && contract->of != 0) continue;
    if (concern != nullptr && concern->of != 0) continue;
    const auto kept = may_keep(note, school_, held_, on("2026-01-12"));
    EXPECT_TRUE(kept) << sentence(kept.error());
  }
}

TEST_F(CaseNoteRules, a_meeting_before_the_child_was_on_roll_is_refused_in_a_sentence) {
  auto meeting = one<Meeting>(3);
  meeting.day = on("2025-08-29");
  EXPECT_EQ(refusal(meeting), (Fault{FaultCode::case_before_roll, "Friday 29 August 2025"}));
  EXPECT_EQ(sentence(refusal(meeting)),
            "Friday 29 August 2025 is before the child was on roll here; correct the date, or the "
            "child's first day.");
  auto contact = one<CaseContact>(0);
  contact.day = meeting.day;
  EXPECT_EQ(refusal(contact).code, FaultCode::case_before_roll);
  auto notice = one<NoticeTold>(9);
  notice.issued = meeting.day;
  EXPECT_EQ(refusal(notice), Fault{}) << "another school may have told the authority";
}

TEST_F(CaseNoteRules, what_is_still_to_come_is_not_written_down_as_if_it_had_been) {
  auto notice = one<NoticeTold>(9);
  notice.issued = on("2026-01-13");
  notice.told = notice.issued;
  EXPECT_EQ(refusal(notice),
            (Fault{FaultCode::case_to_come, "The notice on Tuesday 13 January 2026"}));
  auto held = one<Meeting>(3);
  held.day = on("2026-01-13");
  EXPECT_EQ(refusal(held).code, FaultCode::case_to_come);
  held.state = MeetingState::planned;
  EXPECT_EQ(refusal(held), Fault{}) << "a planned one is to come";
  auto contract = one<Contract>(5);
  contract.signed_on = on("2026-01-13");
  EXPECT_EQ(refusal(contract),
            (Fault{FaultCode::case_to_come, "The signature on Tuesday 13 January 2026"}));
}

TEST_F(CaseNoteRules, a_review_comes_after_the_meeting_and_a_notice_before_we_were_told) {
  auto meeting = one<Meeting>(3);
  meeting.review = meeting.day;
  EXPECT_EQ(complete(meeting).error(), (Fault{FaultCode::dates_crossed,
                                              "The review on Friday 9 January 2026 has to be after "
                                              "the meeting on Friday 9 January 2026"}));
  auto contract = one<Contract>(5);
  contract.review = contract.day;
  EXPECT_EQ(complete(contract).error().code, FaultCode::dates_crossed);
  auto notice = one<NoticeTold>(9);
  notice.told = notice.issued.plus(-1);
  EXPECT_EQ(complete(notice).error().code, FaultCode::dates_crossed);
  auto answer = one<SuggestionAnswer>(10);
  answer.until = answer.day;
  EXPECT_EQ(complete(answer).error().code, FaultCode::dates_crossed);
}

TEST_F(CaseNoteRules, empty_fields_are_named) {
  auto contact = one<CaseContact>(0);
  contact.with.clear();
  EXPECT_EQ(complete(contact).error(), (Fault{FaultCode::entry_incomplete, "with whom it was"}));
  auto meeting = one<Meeting>(3);
  meeting.strategies.clear();
  EXPECT_EQ(complete(meeting).error(), (Fault{FaultCode::entry_incomplete, "what was agreed"}));
  auto contract = one<Contract>(5);
  contract.signed_on.reset();
  EXPECT_EQ(complete(contract).error(),
            (Fault{FaultCode::entry_incomplete, "the day on which it was signed"}));
  auto decision = one<CaseDecision>(7);
  decision.considered[1].answer = Considered::unset;
  EXPECT_EQ(complete(decision).error().code, FaultCode::entry_incomplete);
  decision.considered[1].answer = Considered::no;
  decision.reason.clear();
  EXPECT_EQ(complete(decision).error(), (Fault{FaultCode::entry_incomplete, "a reason"}));
  auto notice = one<NoticeTold>(9);
  notice.told_how.clear();
  EXPECT_EQ(complete(notice).error(), (Fault{FaultCode::entry_incomplete, "how we were told"}));
  auto answer = one<SuggestionAnswer>(11);
  answer.staff.clear();
  EXPECT_EQ(complete(answer).error(), (Fault{FaultCode::entry_incomplete, "who sees to it"}));
  auto sent = one<TextSent>(12);
  sent.title.clear();
  EXPECT_EQ(complete(sent).error(), (Fault{FaultCode::entry_incomplete, "what was sent"}));
}

TEST_F(CaseNoteRules, a_step_follows_the_first_one_of_its_own_child_that_stands) {
  auto held = one<Meeting>(3);
  held.of = 7;
  EXPECT_EQ(refusal(held), (Fault{FaultCode::case_step_unknown, "7"}));
  held_ = {{7, kCaseTyped, one<Meeting>(2)}};
  EXPECT_EQ(refusal(held), Fault{});
  held.pupil = PupilId(2);
  EXPECT_EQ(refusal(held).code, FaultCode::case_step_unknown) << "another child's";
  held.pupil = PupilId(1);
  held_[0].back = TakenBack{{"A1", 7}, kCaseTyped, "wrong child", held.by};
  EXPECT_EQ(refusal(held).code, FaultCode::case_step_unknown) << "taken back";
  auto later = held;
  later.of = 7;
  held_.push_back({8, kCaseTyped, later});
  EXPECT_EQ(refusal(held), Fault{}) << "a later step of it still stands";
  auto news = one<NoticeTold>(9);
  held_ = {{7, kCaseTyped, news}};
  news.of = 7;
  news.state = NoticeState::withdrawn;
  EXPECT_EQ(refusal(news), Fault{});
  news.parent_key = parent_key("Omar Khan");
  EXPECT_EQ(refusal(news).code, FaultCode::case_step_unknown) << "the other parent's";
}

TEST_F(CaseNoteRules, a_notice_that_stands_already_is_not_written_down_a_second_time_D37) {
  auto notice = one<NoticeTold>(9);
  held_ = {{7, kCaseTyped, notice}};
  notice.told_how = "telephone";
  EXPECT_EQ(
      sentence(refusal(notice)),
      "The notice to Nadia Khan, issued on Friday 9 January 2026, is written down already; add "
      "further news to that one, or correct the day on which this one was issued.");
  notice.issued = on("2026-01-08");
  EXPECT_EQ(refusal(notice), Fault{}) << "another notice";
  notice.issued = on("2026-01-09");
  notice.parent_key = parent_key("Omar Khan");
  EXPECT_EQ(refusal(notice), Fault{}) << "to the other parent";
  notice.parent_key = parent_key("Nadia Khan");
  held_[0].back = TakenBack{{"A1", 7}, kCaseTyped, "wrong child", notice.by};
  EXPECT_EQ(refusal(notice), Fault{}) << "the first was an error";
}

TEST_F(CaseNoteRules, the_newest_step_of_a_meeting_is_what_it_is_now) {
  auto planned = one<Meeting>(2);
  auto other = one<Meeting>(3);
  auto held = other;
  held.of = 7;
  held_ = {{7, kCaseTyped, planned}, {8, kCaseTyped, other}, {9, kCaseTyped, held}};
  auto now = newest_steps<Meeting>(held_);
  ASSERT_EQ(now.size(), 2U);
  EXPECT_EQ(now[0].entry, 9U);
  EXPECT_EQ(now[0].what.state, MeetingState::held);
  EXPECT_EQ(began_with(now[0]), 7U);
  EXPECT_EQ(now[1].entry, 8U);
  held_[2].back = TakenBack{{"A1", 9}, kCaseTyped, "not held", held.by};
  EXPECT_EQ(newest_steps<Meeting>(held_)[0].what.state, MeetingState::planned);
}

TEST_F(CaseNoteRules, a_parent_has_one_key_however_the_name_is_typed) {
  EXPECT_EQ(parent_key(" Łucja  Wójcik"), parent_key("Łucja  WÓJCIK "));
  EXPECT_NE(parent_key("Nadia Khan"), parent_key("Omar Khan"));
}

TEST_F(CaseNoteRules, a_notice_is_the_heads_to_decide_and_support_the_champions_too_D52) {
  EXPECT_TRUE(may_decide(DecisionAbout::penalty, {Role::head}));
  EXPECT_EQ(may_decide(DecisionAbout::penalty, {Role::champion, Role::dsl}).error(),
            (Fault{FaultCode::decision_not_theirs, "a penalty notice"}));
  EXPECT_TRUE(may_decide(DecisionAbout::support, {Role::champion}));
  EXPECT_FALSE(may_decide(DecisionAbout::close, {Role::office}));
}

TEST_F(CaseNoteRules, every_choice_has_a_name_that_reads_back_and_what_is_none_is_refused) {
  for (int i = 1; i <= static_cast<int>(kLastContactHow); ++i) {
    const auto how = static_cast<ContactHow>(i);
    EXPECT_EQ(parse_contact_how(text_of(how)), how);
  }
  for (int i = 1; i <= static_cast<int>(kLastContractState); ++i) {
    const auto state = static_cast<ContractState>(i);
    EXPECT_EQ(parse_contract_state(text_of(state)), state);
  }
  for (int i = 1; i <= static_cast<int>(kLastNoticeState); ++i) {
    const auto state = static_cast<NoticeState>(i);
    EXPECT_EQ(parse_notice_state(text_of(state)), state);
  }
  EXPECT_EQ(parse_meeting_kind("party").error(),
            (Fault{FaultCode::bad_choice, "\"party\" is none of: support, contract, other"}));
}

}  // namespace
}  // namespace handbell::reg
