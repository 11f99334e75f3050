// What the office says reaches a real door: who is handed over, and that the building is to be
// left.
#include "running_school.h"

#include <chrono>

namespace handbell::chain {
namespace {

const std::string kByOffice = " --by 'R Patel, Office manager'";

class OfficeSays : public testing::Test {
 protected:
  void SetUp() override {
    school_.set_clock("2026-01-12T08:30:00");
    const auto cards = text_of(HANDBELL_SOURCE "/assets/demo/cards.csv");
    const auto at = cards.find(std::string(",") + kReceptionCard);
    const auto line = cards.rfind('\n', at) + 1;
    const auto comma = cards.find(',', line) + 1;
    child_ = cards.substr(comma, cards.find(',', comma) - comma);
    std::ofstream(school_.file("contacts.csv")) << "AdmissionNumber,Order,ContactName,MayCollect\n"
                                                << child_ << ",1,Ann Carer,Y\n";
    school_.handbell("import contacts " + school_.file("contacts.csv"));
    school_.start_office();
    school_.start_kiosk();
    ASSERT_TRUE(until([&] { return school_.shows("School"); })) << school_.lately();
  }
  void TearDown() override {
    EXPECT_EQ(school_.end_kiosk(), 0);
    EXPECT_EQ(school_.end_office(), 0);
  }
  void expect_screen(const std::string& name) {
    ASSERT_TRUE(until([&] { return school_.shows_screen(name); })) << name << school_.lately();
  }
  void press(const std::string& button) { (void)told(school_.control(), "press " + button); }
  std::string place() const {
    const auto lines = nlohmann::json::parse(school_.handbell("report presence --format json"));
    return lines.size() == 1 ? lines[0]["place"].get<std::string>() : lines.dump();
  }
  std::string state() const {
    const auto lines = nlohmann::json::parse(school_.handbell("release list --format json"));
    return lines.size() == 1 ? lines[0]["state"].get<std::string>() : lines.dump();
  }

  RunningSchool school_;
  std::string child_;
};

TEST_F(OfficeSays, a_child_who_is_asked_for_may_go_is_handed_over_and_welcomed_back_D49) {
  (void)school_.card(kReceptionCard);
  expect_screen("on_time");
  expect_screen("idle");
  press("going_out");
  expect_screen("out_child");
  (void)school_.card(kReceptionCard);
  expect_screen("out_who");
  press("choice:0");
  expect_screen("out_why");
  press("choice:0");
  expect_screen("out_back");
  press("choice:1");
  expect_screen("someone_comes");
  ASSERT_TRUE(until([&] { return state() == "asked"; })) << state();
  expect_screen("idle");
  EXPECT_EQ(place(), "at_door");

  school_.handbell("release grant " + child_ + " --checked photo_id" + kByOffice);
  expect_screen("someone_comes");
  school_.handbell("clock step 2m");
  school_.handbell("release hand-over " + child_ + " --to 'Ann Carer'" + kByOffice);
  EXPECT_EQ(place(), "out");
  EXPECT_EQ(state(), "handed_over");

  school_.handbell("clock step 40m");
  (void)school_.card(kReceptionCard);
  expect_screen("welcome_back");
  ASSERT_TRUE(until([&] { return state() == "back"; })) << state();
  EXPECT_EQ(place(), "at_door");
  EXPECT_NE(school_.verified().find("all as they were written"), std::string::npos);
}

TEST_F(OfficeSays, an_appointment_reaches_the_door_and_nobody_has_to_say_why_D18) {
  (void)school_.card(kReceptionCard);
  expect_screen("on_time");
  expect_screen("idle");
  school_.handbell("leave ask " + child_ +
                   " --kind appointment --from 2026-01-12 --grounds dentist --asked-by mother"
                   " --received 08:30 --leaves 09:15 --back 10:30" +
                   kByOffice);
  // The door hears of it within a second; until then it would ask.
  ASSERT_TRUE(until([&] {
    press("going_out");
    expect_screen("out_child");
    (void)school_.card(kReceptionCard);
    expect_screen("out_who");
    press("choice:0");
    if (until([&] { return school_.shows_screen("out_back"); }, 1)) {
      return true;
    }
    for (const char* back : {"out_who", "out_child", "idle"}) {
      press("back");
      expect_screen(back);
    }
    return false;
  })) << school_.lately();
  EXPECT_EQ(school_.described().find("dentist"), std::string::npos) << "nothing of it is shown";
  press("choice:0");
  expect_screen("someone_comes");
  ASSERT_TRUE(until([&] { return state() == "asked"; })) << state();
  const auto lines = nlohmann::json::parse(school_.handbell("release list --format json"));
  EXPECT_EQ(lines[0]["reason"], "Appointment");
  EXPECT_EQ(lines[0]["back_today"], true);
}

TEST_F(OfficeSays, leave_the_building_within_a_second_and_a_kiosk_that_starts_meanwhile_says_it) {
  const auto said = std::chrono::steady_clock::now();
  school_.handbell("evacuation on" + kByOffice);
  expect_screen("evacuate");
  const auto took = std::chrono::steady_clock::now() - said;
  EXPECT_LT(took, std::chrono::seconds(1));
  EXPECT_EQ(school_.end_kiosk(), 0);
  school_.end_office();
  school_.start_kiosk();
  expect_screen("evacuate");
  school_.start_office();
  school_.handbell("evacuation off" + kByOffice);
  expect_screen("idle");
}

}  // namespace
}  // namespace handbell::chain
