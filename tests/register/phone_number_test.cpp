#include "app/register/phone_number.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace handbell::reg {
namespace {

TEST(PhoneNumber, is_kept_as_written_and_dialled_without_blanks) {
  const auto phone = PhoneNumber::parse(" +44 (0)7700 900-123 ext. 12");
  ASSERT_TRUE(phone);
  EXPECT_EQ(phone->text(), "+44 (0)7700 900-123 ext. 12");
  EXPECT_EQ(phone->dialled(), "+4407700900123");
}

TEST(PhoneNumber, is_refused_where_nobody_could_ring_it) {
  for (const char* text :
       {"", "07700", "mum", "7.70E+09", "07700 900123 or 900124 ask", "0770+0900123",
        "07700 900123 ext", "07700 900123 x1234567", "12345678901234567"}) {
    const auto phone = PhoneNumber::parse(text);
    ASSERT_FALSE(phone) << text;
    EXPECT_EQ(phone.error().code, FaultCode::bad_phone);
  }
}

TEST(PhoneNumber, says_when_a_spreadsheet_may_have_cut_its_first_0_off) {
  EXPECT_TRUE(PhoneNumber::parse("7700900123")->may_lack_its_zero());
  EXPECT_FALSE(PhoneNumber::parse("07700900123")->may_lack_its_zero());
  EXPECT_FALSE(PhoneNumber::parse("+7700900123")->may_lack_its_zero());
}

TEST(PhoneNumber, that_was_read_is_read_again_as_it_is) {
  EXPECT_TRUE(rc::check([] {
    const auto text =
        *rc::gen::container<std::string>(rc::gen::elementOf(std::string("0123 +-().ex")));
    const auto phone = PhoneNumber::parse(text);
    if (phone) RC_ASSERT(*PhoneNumber::parse(phone->text()) == *phone);
  }));
}

}  // namespace
}  // namespace handbell::reg
