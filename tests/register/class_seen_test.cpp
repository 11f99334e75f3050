#include "app/register/class_seen.h"

#include "presence_day.h"
#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

TEST(ClassSeen, a_headcount_that_differs_from_those_present_or_late_is_not_sent_D48) {
  for (const int count : {-1, 1, 3}) {
    const auto refused =
        ClassSeen::from({"Owls", at("08:45"), {kAmira, kBen}, {kCara}, count, office()});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, FaultCode::headcount_differs);
  }
  EXPECT_TRUE(ClassSeen::from({"Owls", at("08:45"), {kAmira, kBen}, {kCara}, 2, office()}));
}

TEST(ClassSeen, whoever_stands_twice_is_one_child_and_seen) {
  const auto seen =
      ClassSeen::from({"Owls", at("08:45"), {kBen, kAmira, kBen}, {kAmira, kCara}, 2, office()});
  ASSERT_TRUE(seen);
  EXPECT_EQ(seen->what().seen, (Children{kAmira, kBen}));
  EXPECT_EQ(seen->what().not_seen, (Children{kCara}));
}

}  // namespace
}  // namespace handbell::reg
