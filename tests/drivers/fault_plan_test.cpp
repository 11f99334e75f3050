#include "drivers/pn532/fault_plan.h"

#include <gtest/gtest.h>

namespace handbell::pn532 {
namespace {

TEST(FaultKind, each_has_a_name_by_which_it_is_found) {
  for (const FaultKind kind : all_faults()) EXPECT_EQ(fault_named(name_of(kind)), kind);
  EXPECT_EQ(fault_named("unplug"), FaultKind::unplug);
  EXPECT_EQ(fault_named("none"), FaultKind::none);
  EXPECT_FALSE(fault_named("nothing such"));
}

TEST(FaultPlan, is_from_now_on_or_at_a_later_command) {
  for (const FaultKind kind : all_faults()) {
    const std::string name(name_of(kind));
    EXPECT_EQ(parse_fault_plan(name)->kind, kind);
    EXPECT_EQ(parse_fault_plan(name)->at, 0U);
    EXPECT_EQ(parse_fault_plan(name + " at 1")->kind, kind);
    EXPECT_EQ(parse_fault_plan(name + " at 17")->at, 17U);
  }
  for (const char* wrong : {"", "nack at", "nack at 0", "nack at -1", "nack at 3x",
                            "nack at 1000001", "nack 3", "at 3", "nothing such at 3"}) {
    EXPECT_FALSE(parse_fault_plan(wrong)) << wrong;
  }
}

}  // namespace
}  // namespace handbell::pn532
