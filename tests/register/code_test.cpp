#include "app/register/code.h"

#include <gtest/gtest.h>

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
  for (const char* text : {"", "H", "LL", "1", "\xD0\xA1"}) {
    const auto code = Code::parse(text);
    ASSERT_FALSE(code) << text;
    EXPECT_EQ(code.error().code, FaultCode::bad_code);
  }
}

}  // namespace
}  // namespace handbell::reg
