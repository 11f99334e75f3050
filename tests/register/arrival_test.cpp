#include "app/register/arrival.h"

#include "app/base/school_time.h"

#include "worked_examples.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace handbell::reg {
namespace {

const SchoolDay kArrivalDay = *SchoolDay::parse("2026-01-12");

ArrivalFacts facts_of(const nlohmann::json& input) {
  ArrivalFacts facts;
  const std::string session = input.at("session");
  facts.session = {kArrivalDay, session == "AM" ? Half::am : Half::pm};
  facts.first_contact = example_time(input.at("first_contact_local"));
  facts.window = example_window(input.at("year_group"), session);
  if (input.contains("existing_mark"))
    facts.existing = code_of(std::string(input["existing_mark"]));
  if (input.contains("planned_code")) {
    facts.planned = PlannedCode{code_of(std::string(input["planned_code"])), true};
  }
  if (input.contains("school")) facts.day = DayState::planned_closure;
  facts.on_roll = input.value("on_roll", true);
  facts.clock_trusted = input.value("clock_ok", true);
  return facts;
}

nlohmann::json text_or_null(const std::optional<Code>& code) {
  if (!code) return nullptr;
  return std::string(code->text());
}

TEST(Arrival, every_worked_example_is_judged_as_agreed) {
  const auto examples = worked_examples("arrival");
  ASSERT_EQ(examples.size(), 21U);
  for (const auto& example : examples) {
    SCOPED_TRACE(std::string(example.at("id")) + " " + std::string(example.at("title")));
    const auto facts = facts_of(example.at("input"));
    const auto judgement = judge_arrival(facts);
    const auto& expected = example.at("expected");
    EXPECT_EQ(text_or_null(judgement.proposal), expected.at("proposal"));
    EXPECT_EQ(text_or_null(judgement.effective), expected.at("effective"));
    EXPECT_EQ(std::string(text_of(judgement.outcome)), expected.at("outcome"));
    EXPECT_EQ(judgement.office_task, expected.at("office_task"));
    EXPECT_FALSE(sentence(judgement, facts).empty());
  }
}

TEST(Arrival, clock_changes_do_not_move_the_close_D16) {
  const auto examples = worked_examples("daylight_saving");
  ASSERT_EQ(examples.size(), 2U);
  for (const auto& example : examples) {
    SCOPED_TRACE(std::string(example.at("id")));
    const std::string utc = example.at("input").at("event_utc");
    const auto day = SchoolDay::parse(utc.substr(0, 10));
    const auto time = TimeOfDay::parse(utc.substr(11, 8));
    ASSERT_TRUE(day && time);
    const Instant facts_at{day->number() * 86'400'000LL + time->ms()};
    const auto local = to_local(facts_at);
    ASSERT_TRUE(local);
    const auto& expected = example.at("expected");
    EXPECT_EQ(local->day.text() + " " + local->time.hh_mm_ss(), expected.at("local"));
    EXPECT_EQ(local->offset_minutes, expected.at("utc_offset_minutes"));
    ArrivalFacts facts;
    facts.session = {local->day, Half::am};
    facts.first_contact = local->time;
    facts.window = example_window("Reception/1/2", "AM");
    EXPECT_EQ(text_or_null(judge_arrival(facts).proposal), expected.at("proposal"));
  }
}

ArrivalFacts facts_at(const char* time) {
  ArrivalFacts facts;
  facts.session = {kArrivalDay, Half::am};
  facts.first_contact = example_time(time);
  facts.window = example_window("Reception/1/2", "AM");
  return facts;
}

TEST(Arrival, a_notice_after_the_close_is_U_and_a_task_D04) {
  auto facts = facts_at("10:10:00");
  facts.planned = PlannedCode{code_of("M"), false};
  const auto judgement = judge_arrival(facts);
  EXPECT_EQ(judgement.proposal, code_of("U"));
  EXPECT_TRUE(judgement.office_task);
}

TEST(Arrival, a_child_on_a_trip_who_turns_up_after_the_close_is_urgent_D06) {
  for (const char* code : {"E", "X", "V", "P", "W", "B", "K", "D"}) {
    auto facts = facts_at("10:10:00");
    facts.existing = code_of(code);
    const auto judgement = judge_arrival(facts);
    EXPECT_TRUE(judgement.urgent) << code;
    EXPECT_EQ(judgement.effective, code_of(code));
    EXPECT_EQ(judgement.proposal, std::nullopt);
  }
}

TEST(Arrival, illness_and_leave_are_welcomed_with_an_ordinary_task_D06) {
  for (const char* code : {"I", "Y1", "Y2", "Y3", "Y6", "Y7", "Q", "C", "R", "T"}) {
    auto facts = facts_at("10:10:00");
    facts.existing = code_of(code);
    const auto judgement = judge_arrival(facts);
    EXPECT_FALSE(judgement.urgent) << code;
    EXPECT_TRUE(judgement.office_task) << code;
    EXPECT_EQ(judgement.effective, code_of(code));
  }
}

TEST(Arrival, a_nursery_child_on_another_day_is_not_expected_on_site_D20) {
  for (const char* time : {"08:30:00", "08:50:00", "09:30:00"}) {
    auto facts = facts_at(time);
    facts.expected = false;
    EXPECT_TRUE(judge_arrival(facts).urgent) << time;
  }
}

TEST(Arrival, without_afternoon_times_no_mark_is_proposed_D08) {
  auto facts = facts_at("13:30:00");
  facts.window.reset();
  const auto judgement = judge_arrival(facts);
  EXPECT_EQ(judgement.outcome, Outcome::times_unknown);
  EXPECT_EQ(judgement.proposal, std::nullopt);
}

TEST(Arrival, a_present_mark_and_the_door_at_0841_is_a_conflict_and_at_0840_is_none_D03) {
  auto facts = facts_at("08:40:59");
  facts.existing = code_of("/");
  EXPECT_EQ(judge_arrival(facts).outcome, Outcome::teacher_mark_stands);
  facts.first_contact = example_time("08:41:00");
  EXPECT_EQ(judge_arrival(facts).outcome, Outcome::conflict_present_mark);
}

ArrivalFacts any_facts() {
  static const std::vector<std::string> kCodes{"/", "L", "U",  "N",  "O", "M", "I", "V",
                                               "X", "E", "Y2", "Y4", "#", "Z", "G", "C2"};
  auto facts = facts_at("08:00:00");
  facts.first_contact = TimeOfDay::from_ms(*rc::gen::inRange<std::int64_t>(0, 86'400'000));
  facts.on_roll = *rc::gen::inRange(0, 10) != 0;
  facts.clock_trusted = *rc::gen::inRange(0, 10) != 0;
  facts.expected = *rc::gen::inRange(0, 5) != 0;
  if (*rc::gen::inRange(0, 2) == 0) facts.existing = code_of(*rc::gen::elementOf(kCodes));
  if (*rc::gen::inRange(0, 3) == 0) {
    facts.planned = PlannedCode{code_of(*rc::gen::elementOf(kCodes)), *rc::gen::inRange(0, 2) == 0};
  }
  return facts;
}

RC_GTEST_PROP(Arrival, U_is_never_proposed_before_the_close_nor_L_after_it, ()) {
  const auto facts = any_facts();
  const auto judgement = judge_arrival(facts);
  if (judgement.proposal == code_of("U")) RC_ASSERT(facts.first_contact >= facts.window->closes);
  const bool own_l = facts.planned && facts.planned->code == code_of("L");
  if (judgement.proposal == code_of("L") && !own_l) {
    RC_ASSERT(facts.first_contact < facts.window->closes);
  }
}

RC_GTEST_PROP(Arrival, an_entry_by_a_person_is_replaced_by_nothing_but_N_and_O_giving_way, ()) {
  auto facts = any_facts();
  if (!facts.existing) facts.existing = code_of("/");
  const auto judgement = judge_arrival(facts);
  const bool before_close = facts.first_contact < facts.window->closes;
  if (judgement.effective && *judgement.effective != *facts.existing) {
    RC_ASSERT(facts.existing->gives_way() || (before_close && judgement.proposal));
  }
}

RC_GTEST_PROP(Arrival, an_untrusted_clock_or_a_child_not_on_roll_earns_no_code, ()) {
  auto facts = any_facts();
  facts.clock_trusted = false;
  RC_ASSERT(!judge_arrival(facts).proposal);
  facts.clock_trusted = true;
  facts.on_roll = false;
  RC_ASSERT(!judge_arrival(facts).proposal);
}

RC_GTEST_PROP(Arrival, every_judgement_has_a_sentence_and_a_decision, ()) {
  const auto facts = any_facts();
  const auto judgement = judge_arrival(facts);
  RC_ASSERT(!sentence(judgement, facts).empty());
  RC_ASSERT(!judgement.decisions.empty());
}

}  // namespace
}  // namespace handbell::reg
