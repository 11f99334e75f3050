#include "app/exchange/outside_code.h"

#include "small_school.h"
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace handbell::exchange {
namespace {

const SessionId kMorning{on("2026-01-12"), Half::am};

std::string read(std::string_view text, SessionId session = kMorning) {
  const auto code = read_outside_code(text, session);
  return code ? std::string(code->text()) : name_of(code.error().code);
}

TEST(OutsideCode, Cyrillic_letters_of_the_policys_appendix_are_Latin_ones_D44) {
  EXPECT_EQ(read("Р"), "P");
  EXPECT_EQ(read("В"), "B");
  EXPECT_EQ(read("С"), "C");
  EXPECT_EQ(read(" т "), "T");
  EXPECT_EQ(read("С1"), "C1");
  EXPECT_EQ(read("Ј1"), "J1");
  EXPECT_EQ(read("У4"), "Y4");
  EXPECT_EQ(read("Ж"), "bad_code");
}

TEST(OutsideCode, digits_for_letters_and_sub_codes_are_what_they_mean_D44) {
  EXPECT_EQ(read("0"), "O");
  EXPECT_EQ(read("1"), "I");
  for (const char* ill : {"I01", "I02", "i01", "101", "102", "IO1", "І02"}) {
    EXPECT_EQ(read(ill), "I") << ill;
  }
  EXPECT_EQ(read("X01"), "X");
  EXPECT_EQ(read("х01"), "X");
}

TEST(OutsideCode, a_digit_behind_a_letter_stays_one) {
  EXPECT_EQ(read("C1"), "C1");
  EXPECT_EQ(read("y7"), "Y7");
}

TEST(OutsideCode, nothing_else_is_guessed) {
  for (const char* text : {"", "-", "I03", "X02", "PRESENT", "//", "C0", "Y8", "01", "A", "<"}) {
    EXPECT_EQ(read(text), "bad_code") << text;
  }
}

TEST(OutsideCode, withdrawn_codes_are_history_before_19_August_2024_and_refused_from_then_D44) {
  for (const char* text : {"H", "J", "Y", "F", "h", "Н", "у"}) {
    EXPECT_EQ(read(text), "withdrawn_code") << text;
    EXPECT_EQ(read(text, {on("2024-08-19"), Half::am}), "withdrawn_code") << text;
    EXPECT_EQ(read(text, {on("2024-08-18"), Half::am}).size(), 1U) << text;
  }
}

TEST(OutsideCode, a_mornings_sign_in_the_afternoon_is_refused) {
  EXPECT_EQ(read("/"), "/");
  EXPECT_EQ(read("\\"), "other_half");
  EXPECT_EQ(read("/", {on("2026-01-12"), Half::pm}), "other_half");
  EXPECT_EQ(read("\\", {on("2026-01-12"), Half::pm}), "\\");
}

TEST(OutsideCode, every_code_of_ours_is_read_as_itself) {
  for (const auto code : reg::Code::all()) {
    const Half half = code.fits(Half::am) ? Half::am : Half::pm;
    EXPECT_EQ(read(code.text(), {on("2024-01-12"), half}), code.text());
  }
}

TEST(OutsideCode, any_bytes_are_a_code_that_may_stand_or_a_sentence) {
  EXPECT_TRUE(rc::check([](const std::string& bytes) {
    const auto code = read_outside_code(bytes, kMorning);
    if (code) RC_ASSERT(code->is_valid_on(kMorning.day) && code->fits(kMorning.half));
    if (!code) RC_ASSERT(!sentence(code.error()).empty());
  }));
}

}  // namespace
}  // namespace handbell::exchange
