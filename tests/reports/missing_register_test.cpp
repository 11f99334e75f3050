#include "app/reports/missing_register.h"

#include "small_school.h"
#include <gtest/gtest.h>

namespace handbell::reports {
namespace {

class MissingRegisters : public testing::Test {
 protected:
  MissingRegisters() {
    school_.pupils = three_pupils();  // two Owls in Reception, one of the Ducklings in Nursery
    school_.calendar = *reg::Calendar::from_periods(one_year());
    school_.times = reg::policy_times(on("2025-09-01"));
  }
  [[nodiscard]] std::vector<MissingRegister> at(const char* time,
                                                const std::set<std::string>& sent = {},
                                                const char* day = "2026-01-12") const {
    const SessionId morning{on(day), Half::am};
    return missing_registers(school_, morning, sent, from_local(on(day), at_time(time)));
  }

  reg::School school_;
};

TEST_F(MissingRegisters, are_amber_at_0840_and_red_at_0850_D23) {
  EXPECT_EQ(at("08:39:59").size(), 0U);
  const Instant amber = instant("2026-01-12T08:40:00");
  const auto first = at("08:40");
  ASSERT_FALSE(first.empty());
  EXPECT_EQ(first.back(), (MissingRegister{"Owls", amber, false}));
  EXPECT_EQ(at("08:49:59").back(), (MissingRegister{"Owls", amber, false}));
  EXPECT_EQ(at("08:50").back(), (MissingRegister{"Owls", amber, true}));
}

TEST_F(MissingRegisters, of_a_class_are_none_before_its_register_is_to_be_taken) {
  const auto window = school_.times.window(reg::YearGroup::n2, {on("2026-01-12"), Half::am});
  ASSERT_TRUE(window);
  ASSERT_LT(at_time("08:40"), window->taken_by);
  EXPECT_EQ(at("08:40").size(), 1U);
  EXPECT_EQ(at("08:50").size(), 2U);
  EXPECT_EQ(at("08:50").front().class_name, "Ducklings");
}

TEST_F(MissingRegisters, are_those_of_the_classes_that_did_not_send_theirs) {
  EXPECT_EQ(at("08:55", {"Ducklings"}).size(), 1U);
  EXPECT_TRUE(at("08:55", {"Ducklings", "Owls"}).empty());
}

TEST_F(MissingRegisters, are_none_on_a_day_without_school_or_where_nobody_is_expected) {
  EXPECT_TRUE(at("08:55", {}, "2026-01-11").empty());
  EXPECT_TRUE(at("08:55", {}, "2026-02-17").empty());
  for (auto& pupil : school_.pupils) pupil.leaving = on("2025-12-19");
  EXPECT_TRUE(at("08:55").empty());
}

}  // namespace
}  // namespace handbell::reports
