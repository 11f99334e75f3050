#include "app/register/settlement.h"

#include "small_school.h"
#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

const Author kSettler = *Author::parse("R Patel, Office manager");
const Author kTeacher = *Author::parse("J Okoro, Class teacher");

Instant moment(const char* time) { return from_local(on("2026-01-12"), at_time(time)); }
SessionId morning() { return {on("2026-01-12"), Half::am}; }

School school() {
  School made;
  made.pupils = three_pupils();
  for (int i = 0; i < 3; ++i) made.pupils[static_cast<std::size_t>(i)].id = PupilId(i + 1);
  made.calendar = *Calendar::from_periods(one_year());
  made.times = policy_times(on("2025-09-01"));
  return made;
}

SeenEvent tap(const char* time, std::uint64_t seq = 1) {
  Arrived arrived;
  arrived.pupil = PupilId(1);
  arrived.at.wall = moment(time);
  arrived.first_contact = moment(time);
  return {{"A", seq}, arrived};
}

Mark by_teacher(const char* code) {
  return {1,
          moment("08:45"),
          {PupilId(1), morning(), code_of(code), {}, {}, "in class", "Class teacher", kTeacher}};
}

Mark entered(const MarkDraft& draft) { return {2, moment("09:30"), draft, 1}; }

RegisterLine line_with(const std::vector<SeenEvent>& events, const std::vector<Mark>& marks) {
  const auto lines = register_lines(events, school(), marks, morning());
  EXPECT_EQ(lines.size(), 1U);
  return lines.at(0);
}

std::string suggested(const RegisterLine& line) {
  const auto found = suggestion_for(line, school());
  return found ? found->sentence : "";
}

TEST(Settlement, suggests_in_words_with_the_decision_D09) {
  EXPECT_EQ(suggested(line_with({tap("08:52")}, {by_teacher("/")})),
            "Suggest L: card at 08:52, before the register closed at 09:00 (D09).");
  EXPECT_EQ(suggested(line_with({tap("09:00")}, {by_teacher("/")})),
            "Suggest U: card at 09:00, after the register closed at 09:00 (D09).");
  EXPECT_EQ(suggested(line_with({tap("08:52")}, {})),
            "Suggest L: card at 08:52, before the register closed at 09:00 (D01).");
  EXPECT_EQ(suggested(line_with({tap("08:36")}, {by_teacher("/")})), "") << "D03";
}

TEST(Settlement, a_mark_that_is_kept_with_a_reason_is_asked_about_no_more_D09) {
  const auto conflict = line_with({tap("08:52")}, {by_teacher("/")});
  ASSERT_EQ(conflict.state, LineState::conflict);
  const auto kept =
      settlement(conflict, code_of("/"), "was in class; the card came later", kSettler);
  ASSERT_TRUE(kept);
  const auto settled = line_with({tap("08:52")}, {entered(*kept)});
  EXPECT_EQ(settled.state, LineState::accepted);
  EXPECT_FALSE(settled.arrival.judgement.office_task);
  EXPECT_FALSE(late_code(settled)) << "and stands on no list of the late";
  EXPECT_EQ(settled.arrival.sentence,
            "Settled: / stands, by R Patel, Office manager: was in class; the card came later.");
  EXPECT_FALSE(suggestion_for(settled, school()));
  EXPECT_EQ(settlement(settled, code_of("L"), "again", kSettler).error().code,
            FaultCode::nothing_to_settle);
}

TEST(Settlement, the_same_code_without_the_arrival_in_view_settles_nothing) {
  auto again = by_teacher("/");
  again.what.reason = "sent a second time";
  EXPECT_EQ(line_with({tap("08:52")}, {again}).state, LineState::conflict);
  const auto accepted =
      acceptance({line_with({tap("09:00")}, {})}, {}, kSettler, {}, morning().day);
  ASSERT_TRUE(accepted);
  EXPECT_FALSE(settles(entered(accepted->at(0)), line_with({tap("09:00")}, {}).arrival))
      << "accepting looks at one side alone";
}

TEST(Settlement, a_card_that_comes_to_light_later_asks_again_D28) {
  const auto conflict = line_with({tap("09:02")}, {by_teacher("/")});
  const auto late = settlement(conflict, code_of("L"), "was queueing at the close", kSettler);
  ASSERT_TRUE(late);
  EXPECT_FALSE(late->minutes_late) << "27 minutes are of the U that was suggested";
  EXPECT_EQ(line_with({tap("09:02")}, {entered(*late)}).state, LineState::accepted);
  EXPECT_EQ(*late_code(line_with({tap("09:02")}, {entered(*late)})), code_of("L"));
  EXPECT_EQ(line_with({tap("09:02"), tap("09:01", 2)}, {entered(*late)}).state,
            LineState::conflict);
}

TEST(Settlement, has_reasons_ready_of_which_each_is_for_one_code_D13) {
  const auto after = line_with({tap("09:02")}, {by_teacher("/")});
  std::map<std::string, std::string> ready;
  for (const auto& [code, words] : ready_reasons(after)) {
    ready.emplace(words, code.text());
    EXPECT_TRUE(settlement(after, code, std::string(words), kSettler));
  }
  EXPECT_EQ(ready.at("was queueing at the close"), "L");
  EXPECT_EQ(ready.at("another child used the card"), "/");
  EXPECT_EQ(ready.at("another child was marked by mistake"), "U");
  const auto before = line_with({tap("08:52")}, {by_teacher("/")});
  for (const auto& [code, words] : ready_reasons(before)) EXPECT_NE(code, code_of("U")) << words;
  EXPECT_TRUE(ready_reasons(line_with({tap("08:30")}, {by_teacher("/")})).empty());
  EXPECT_FALSE(settlement(after, code_of("N"), "another child's card", kSettler)) << "N gives way";
  EXPECT_EQ(settlement(after, code_of("L"), "", kSettler).error().code,
            FaultCode::entry_incomplete);
}

}  // namespace
}  // namespace handbell::reg
