#include "app/base/card_number.h"
#include "app/base/fault.h"
#include "app/base/person_name.h"
#include "app/base/rehearsal_clock.h"
#include "app/base/school_time.h"
#include "app/base/session_id.h"
#include "app/base/text.h"
#include "app/base/upn.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck/gtest.h>

#include <fstream>
#include <set>

namespace handbell {
namespace {

TEST(Fault, every_code_has_one_sentence_that_says_what_to_do) {
  std::set<std::string> names;
  for (const FaultCode code : all_fault_codes()) {
    const std::string text = sentence({code, "here"});
    EXPECT_TRUE(names.insert(name_of(code)).second) << name_of(code);
    if (code == FaultCode::usage) continue;
    EXPECT_GT(text.size(), 30U) << name_of(code);
    EXPECT_EQ(text.back(), '.') << text;
    EXPECT_EQ(text.find("{}"), std::string::npos) << text;
  }
}

TEST(Upn, the_worked_examples_hold_D38) {
  std::ifstream file(HANDBELL_TEST_DATA "/worked_examples.json");
  const auto all = nlohmann::json::parse(file);
  int seen = 0;
  for (const auto& example : all.at("examples")) {
    if (example.at("category") != "upn") continue;
    ++seen;
    const auto& input = example.at("input");
    if (input.contains("upn")) {
      EXPECT_EQ(Upn::parse(std::string(input["upn"])).has_value(), example["expected"]["valid"]);
      continue;
    }
    const std::string rest = input.at("upn_without_check_letter");
    EXPECT_EQ(std::string(1, *Upn::check_letter(rest)), example["expected"]["check_letter"]);
    EXPECT_TRUE(Upn::parse(std::string(example["expected"]["upn"]))->is_temporary());
  }
  EXPECT_EQ(seen, 5);
}

TEST(Upn, one_wrong_digit_is_found) {
  EXPECT_TRUE(Upn::parse(" b801200005001 "));
  EXPECT_FALSE(Upn::parse("B801200005011"));
  EXPECT_FALSE(Upn::parse(""));
}

TEST(CardNumber, has_4_7_or_10_bytes) {
  EXPECT_TRUE(CardNumber::parse("04:A2:3F:11"));
  EXPECT_TRUE(CardNumber::parse("04a23f11223344"));
  EXPECT_FALSE(CardNumber::parse("04A23F1122"));
  EXPECT_FALSE(CardNumber::parse("04A23F1"));
  EXPECT_EQ(CardNumber::parse("04a23f11223344")->masked(), "...3344");
}

TEST(CardNumber, of_a_wedge_reader_stay_in_a_name_space_of_their_own) {
  const auto typed = CardNumber::from_wedge("10D", "0012345678");
  ASSERT_TRUE(typed);
  EXPECT_EQ(typed->text(), "wedge:10D:0012345678");
  EXPECT_EQ(CardNumber::parse(typed->text()), typed);
  EXPECT_NE(CardNumber::from_wedge("8H", "11223344")->bytes(),
            CardNumber::parse("11223344")->bytes());
  EXPECT_EQ(typed->masked(), "...5678");
  EXPECT_TRUE(typed->is_short());
  EXPECT_TRUE(typed->fit_as_identity());
  EXPECT_FALSE(CardNumber::from_wedge("10D", "0000000000")->fit_as_identity());
  for (const char* wrong :
       {"wedge:", "wedge:10D", "wedge:10D:", "wedge:10D:12", "wedge:10D:12x45678",
        "wedge::0012345678", "wedge:10d:0012345678", "wedge:10D:001234567800123456780"}) {
    EXPECT_FALSE(CardNumber::parse(wrong)) << wrong;
  }
}

TEST(CardNumber, numbers_of_phones_and_of_copies_are_nobodys) {
  for (const char* text :
       {"08112233", "01020304", "00000000", "FFFFFFFF", "AA55C396", "00000000000000"}) {
    EXPECT_FALSE(CardNumber::parse(text)->fit_as_identity()) << text;
  }
  EXPECT_TRUE(CardNumber::parse("08112233445566")->fit_as_identity());
}

TEST(NamePart, keeps_every_script_and_refuses_what_is_no_name) {
  EXPECT_EQ(NamePart::parse("  Zoe\xCC\x88 ")->text(), "Zo\xC3\xAB");
  EXPECT_TRUE(NamePart::parse("\xD8\xB2\xD9\x88\xDB\x8C\xD8\xA7"));
  EXPECT_FALSE(NamePart::parse("   "));
  EXPECT_FALSE(NamePart::parse("a\nb"));
  EXPECT_FALSE(NamePart::parse(std::string(81, 'a')));
  EXPECT_FALSE(NamePart::parse("\xE9t\xE9"));
}

TEST(NamePart, a_public_screen_shows_one_letter_of_the_surname) {
  EXPECT_EQ(shown_as(*NamePart::parse("Zoya"), *NamePart::parse("Khan")), "Zoya K");
  EXPECT_EQ(shown_as(*NamePart::parse("Ana"), *NamePart::parse("E\xCC\x81mile")), "Ana \xC3\x89");
}

TEST(SchoolDay, exists_or_is_refused) {
  EXPECT_TRUE(SchoolDay::parse("2024-02-29"));
  EXPECT_FALSE(SchoolDay::parse("2025-02-29"));
  EXPECT_FALSE(SchoolDay::parse("2025-2-9"));
  EXPECT_FALSE(SchoolDay::parse_any("31/02/2021"));
  EXPECT_EQ(SchoolDay::parse_any("12/01/2026")->text(), "2026-01-12");
  EXPECT_EQ(SchoolDay::parse("2026-01-12")->words(), "Monday 12 January 2026");
}

RC_GTEST_PROP(SchoolDay, text_reads_back, ()) {
  const auto day = SchoolDay::from_number(*rc::gen::inRange(-20'000, 80'000));
  RC_ASSERT(day.has_value());
  RC_ASSERT((SchoolDay::parse(day->text()) == *day));
}

TEST(TimeOfDay, the_displayed_minute_is_cut_D01) {
  EXPECT_EQ(TimeOfDay::parse("08:59:59.999")->shown(), "8:59");
  EXPECT_FALSE(TimeOfDay::parse("24:00"));
  EXPECT_FALSE(TimeOfDay::parse("8:59"));
}

TEST(SchoolTime, the_same_local_time_before_and_after_the_clocks_change_D16) {
  for (const char* day : {"2026-03-27", "2026-03-30", "2026-10-23", "2026-10-26"}) {
    const auto local = SchoolDay::parse(day);
    const auto nine = TimeOfDay::parse("09:00");
    const auto back = to_local(from_local(*local, *nine));
    ASSERT_TRUE(back);
    EXPECT_EQ(back->day.text(), day);
    EXPECT_EQ(back->time, *nine);
  }
  EXPECT_EQ(with_offset(from_local(*SchoolDay::parse("2026-03-30"), *TimeOfDay::parse("08:52:07"))),
            "2026-03-30T08:52:07+01:00");
}

TEST(SchoolTime, a_clock_far_off_is_an_answer_not_a_crash) {
  EXPECT_FALSE(to_local(Instant{INT64_MAX}));
  EXPECT_FALSE(to_local(Instant{INT64_MIN}));
}

RC_GTEST_PROP(SchoolTime, every_moment_reads_back_but_in_the_hour_that_comes_twice, ()) {
  const Instant at{*rc::gen::inRange<std::int64_t>(0, 4'000'000'000'000)};
  const auto local = to_local(at);
  RC_ASSERT(local.has_value());
  const auto apart = (at - from_local(local->day, local->time)).count;
  RC_ASSERT(apart == 0 || apart == 3'600'000);
}

TEST(RehearsalClock, runs_at_its_rate_from_its_base) {
  const auto clock = RehearsalClock::started(Instant{1'000'000}, Steady{500}, 60.0);
  ASSERT_TRUE(clock);
  EXPECT_EQ(clock->wall_at(Steady{1500}), Instant{1'060'000});
  EXPECT_EQ(clock->held_at(Steady{1500}).wall_at(Steady{9000}), Instant{1'060'000});
  EXPECT_EQ(clock->stepped(Steady{1500}, seconds(10)).wall_at(Steady{1500}), Instant{1'070'000});
  EXPECT_EQ(clock->wall_at(Steady{0}), Instant{1'000'000});
  EXPECT_FALSE(RehearsalClock::started(Instant{0}, Steady{0}, 0.0));
}

TEST(RehearsalClock, its_file_reads_back_and_a_cut_one_is_refused) {
  const auto clock = RehearsalClock::started(Instant{1'000'000}, Steady{500}, 2.5);
  const std::string text = clock->text();
  EXPECT_EQ(RehearsalClock::parse(text), clock);
  for (std::size_t length = 0; length + 1 < text.size(); ++length) {
    EXPECT_FALSE(RehearsalClock::parse(text.substr(0, length)));
  }
}

TEST(SessionId, reads_am_and_pm) {
  EXPECT_EQ(parse_half("PM"), Half::pm);
  EXPECT_FALSE(parse_half("noon"));
}

TEST(Text, folding_finds_a_name_typed_without_accents) {
  EXPECT_EQ(folded("Zo\xC3\xAB"), folded("ZOE"));
  EXPECT_EQ(split("a,,b", ',').size(), 3U);
  EXPECT_EQ(whole_number("12x"), std::nullopt);
}

}  // namespace
}  // namespace handbell
