#include "app/register/code.h"

#include <gtest/gtest.h>

#include <map>

namespace handbell::reg {
namespace {

TEST(Code, two_characters_are_one_code) {
  EXPECT_EQ(code_of("C1").text(), "C1");
  EXPECT_NE(code_of("C1"), code_of("C"));
}

TEST(Code, U_is_an_unauthorised_absence_and_L_attends) {
  EXPECT_EQ(code_of("U").code_class(), CodeClass::unauthorised_absence);
  EXPECT_TRUE(code_of("l").is_attending());
}

TEST(Code, what_is_no_code_is_refused) {
  for (const char* text : {"", "A", "LL", "1", "\xD0\xA1"}) {
    const auto code = Code::parse(text);
    ASSERT_FALSE(code) << text;
    EXPECT_EQ(code.error().code, FaultCode::bad_code);
  }
}

TEST(Code, each_class_has_the_codes_that_the_DfE_counts_in_it_D31) {
  std::map<CodeClass, std::string> text;
  for (const Code code : Code::all()) {
    if (!code.is_withdrawn()) text[code.code_class()] += std::string(code.text()) + " ";
  }
  EXPECT_EQ(text[CodeClass::attending], "/ \\ L ");
  EXPECT_EQ(text[CodeClass::approved_activity], "K V P W B ");
  EXPECT_EQ(text[CodeClass::authorised_absence], "C1 M J1 S C2 C T R I E ");
  EXPECT_EQ(text[CodeClass::unauthorised_absence], "G N O U ");
  EXPECT_EQ(text[CodeClass::not_possible], "D X Q Y1 Y2 Y3 Y4 Y5 Y6 Y7 ");
  EXPECT_EQ(text[CodeClass::not_collected], "Z # ");
}

TEST(Code, H_J_Y_and_F_ended_with_18_August_2024) {
  const SchoolDay last = *SchoolDay::from_parts(2024, 8, 18);
  for (const char* text : {"H", "J", "Y", "F"}) {
    EXPECT_TRUE(code_of(text).is_valid_on(last)) << text;
    EXPECT_FALSE(code_of(text).is_valid_on(last.plus(1))) << text;
    EXPECT_FALSE(code_of(text).may_be_set_by(Role::head)) << text;
  }
  EXPECT_TRUE(code_of("Y1").is_valid_on(last.plus(1)));
}

TEST(Code, the_present_mark_has_a_sign_for_each_half_of_the_day) {
  EXPECT_TRUE(code_of("/").fits(Half::am));
  EXPECT_FALSE(code_of("/").fits(Half::pm));
  EXPECT_FALSE(code_of("\\").fits(Half::am));
  EXPECT_TRUE(code_of("L").fits(Half::am) && code_of("L").fits(Half::pm));
}

TEST(Code, leave_is_the_heads_to_give_and_a_teacher_sets_what_she_sees) {
  EXPECT_TRUE(code_of("C").may_be_set_by(Role::head));
  EXPECT_FALSE(code_of("C").may_be_set_by(Role::office));
  for (const char* text : {"/", "\\", "L", "N", "V"}) {
    EXPECT_TRUE(code_of(text).may_be_set_by(Role::teacher)) << text;
  }
  for (const char* text : {"I", "M", "U", "O", "X"}) {
    EXPECT_FALSE(code_of(text).may_be_set_by(Role::teacher)) << text;
  }
}

TEST(Code, what_a_code_reveals_is_marked) {
  for (const char* text : {"I", "M", "Y6", "R", "T", "E", "Y5"}) {
    EXPECT_TRUE(code_of(text).is_sensitive()) << text;
  }
  EXPECT_FALSE(code_of("L").is_sensitive());
}

TEST(Code, rows_read_back) {
  for (const Code code : Code::all()) EXPECT_EQ(Code::from_row(code.row()), code);
  EXPECT_FALSE(Code::from_row(38));
}

}  // namespace
}  // namespace handbell::reg
