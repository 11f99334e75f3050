// 08:59:59 is L and 09:00:00 is U: through chip, libnfc, kiosk, journal, sync and register, on the
// last day before and the first after each change of the clocks.
#include "running_school.h"

namespace handbell::chain {
namespace {

class LastSecond : public ::testing::TestWithParam<const char*> {};

TEST_P(LastSecond, before_nine_is_L_and_nine_exactly_is_U_for_reception_and_nursery) {
  const std::string day = GetParam();
  for (const auto& [time, code, screen] :
       {std::tuple{"08:59:59", "L", "late"}, std::tuple{"09:00:00", "U", "after_close"}}) {
    RunningSchool school;
    school.set_clock(day + "T" + time);
    EmulatedReader chip(school.folder());
    school.start_office();
    school.start_kiosk(chip.connection());
    ASSERT_TRUE(until([&] { return school.shows("School"); })) << school.lately();
    for (const std::string card : {kReceptionCard, kNurseryCard}) {
      ASSERT_EQ(chip.say("on " + card), "ok");
      const std::string name = card == kReceptionCard ? "Immy A" : "Fatima A";
      ASSERT_TRUE(until([&] { return school.shows(name); })) << school.lately();
      EXPECT_TRUE(school.shows_screen(screen)) << day << " " << time << "\n" << school.lately();
      chip.say("off all");
    }
    ASSERT_TRUE(until([&] { return school.late(day).size() == 2; })) << school.late(day).dump(1);
    for (const auto& line : school.late(day)) {
      EXPECT_EQ(line["code"], code) << day << " " << line.dump();
      EXPECT_EQ(line["arrived"], std::string(time).substr(0, 5));
      EXPECT_EQ(line["state"], "pending");
    }
    EXPECT_EQ(school.end_kiosk(), 0);
    EXPECT_EQ(school.end_office(), 0);
  }
}

INSTANTIATE_TEST_SUITE_P(ClockChanges, LastSecond,
                         ::testing::Values("2026-03-27", "2026-03-30", "2026-10-23", "2026-10-26"),
                         [](const auto& each) {
                           std::string name = each.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace handbell::chain
