#include "app/register/day_note.h"

#include "small_school.h"
#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

const Author kRings = *Author::parse("Ngozi Obi, Office assistant");

Instant at(const char* time) { return from_local(on("2026-01-12"), at_time(time)); }

CallAttempt to_family(CallResult result) {
  return {PupilId(1), "", 1, "Nadia Khan", at("09:02"), result, {}, "", kRings};
}

CallAttempt to_class(const char* name, const char* time) {
  return {{}, name, 0, "", at(time), CallResult::class_answered, {}, "28 here, 2 missing", kRings};
}

TEST(CallAttempt, is_about_a_pupil_or_a_class_and_never_both_or_neither) {
  auto call = to_family(CallResult::no_answer);
  EXPECT_TRUE(complete(call));
  call.class_name = "Owls";
  EXPECT_EQ(complete(call).error().code, FaultCode::entry_incomplete);
  EXPECT_TRUE(complete(to_class("Owls", "09:01")));
  EXPECT_FALSE(complete(to_class("", "09:01")));
}

TEST(CallAttempt, has_what_belongs_to_its_result) {
  EXPECT_EQ(complete(to_family(CallResult::spoke)).error(),
            (Fault{FaultCode::entry_incomplete, "what was said"}));
  auto coming = to_family(CallResult::coming);
  EXPECT_FALSE(complete(coming));
  coming.expected = at("10:30");
  EXPECT_TRUE(complete(coming));
  coming.result = CallResult::no_answer;
  EXPECT_FALSE(complete(coming)) << "nobody said when";
  EXPECT_FALSE(complete(to_family(CallResult::class_answered))) << "a family is no class";
  auto to_the_class = to_class("Owls", "09:01");
  to_the_class.contact = 1;
  EXPECT_FALSE(complete(to_the_class)) << "a class has no list of contacts";
  auto far = to_family(CallResult::no_answer);
  far.contact = 21;
  EXPECT_FALSE(complete(far));
}

TEST(CallAttempt, is_no_longer_than_an_entry_holds) {
  auto call = to_family(CallResult::spoke);
  call.words = std::string(kLongestReason + 1, 'x');
  EXPECT_EQ(complete(call).error().code, FaultCode::entry_too_long);
  call.words.pop_back();
  EXPECT_TRUE(complete(call));
}

TEST(CallAttempt, each_result_has_a_name_that_reads_back) {
  for (std::uint8_t number = 1; number <= 6; ++number) {
    const auto result = static_cast<CallResult>(number);
    EXPECT_EQ(*parse_call_result(text_of(result)), result);
    EXPECT_FALSE(words_of(result).empty());
  }
  EXPECT_EQ(parse_call_result("perhaps").error().code, FaultCode::bad_choice);
}

TEST(CallAttempt, a_class_that_answered_by_telephone_is_as_good_as_sent_D23) {
  auto silent = to_class("Foxes", "09:03");
  silent.result = CallResult::no_answer;
  DayNoteGiven error{4, at("09:05"), to_class("Hares", "09:04")};
  error.back = TakenBack{{"R", 4}, at("09:06"), "the wrong class", kRings};
  const std::vector<DayNoteGiven> notes{{1, at("09:02"), to_class("Owls", "09:01")},
                                        {2, at("09:03"), silent},
                                        {3, at("09:02"), to_family(CallResult::no_answer)},
                                        error,
                                        {5, at("13:20"), to_class("Newts", "13:20")}};
  EXPECT_EQ(classes_confirmed(notes, at("00:00"), at("12:00")), (std::set<std::string>{"Owls"}));
  EXPECT_TRUE(classes_confirmed(notes, at("00:00"), at("09:00")).empty()) << "not rung yet";
}

}  // namespace
}  // namespace handbell::reg
