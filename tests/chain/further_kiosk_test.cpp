// A second kiosk, enrolled by its code, with the real programs.
#include "running_school.h"

namespace handbell::chain {
namespace {

class FurtherKiosk : public testing::Test {
 protected:
  void SetUp() override { school_.start_office(); }

  std::string code_for(const std::string& name) {
    const std::string said = school_.handbell("kiosks add '" + name + "'");
    const std::string before = "--code ";
    return said.substr(said.find(before) + before.size(), 19);
  }
  std::string init(const std::string& folder, const std::string& code, int status = 0) {
    return school_.handbell("init-kiosk " + school_.file(folder) + " --office unix:" +
                                school_.site() + "/office/kiosks.sock --code " + code,
                            status);
  }
  nlohmann::json kiosks() {
    return nlohmann::json::parse(school_.handbell("list kiosks --format json"));
  }

  RunningSchool school_;
};

TEST_F(FurtherKiosk, is_enrolled_once_and_its_taps_reach_the_register) {
  const std::string code = code_for("Side door");
  EXPECT_NE(init("side", code).find("Kiosk 2 is ready"), std::string::npos);
  EXPECT_NE(init("again", code, 1).find("is not valid or was used"), std::string::npos);
  school_.start_kiosk("", "", school_.file("side"));
  ASSERT_TRUE(until([&] { return school_.shows("School"); }))
      << "with the door book: " << school_.lately();
  school_.card(kReceptionCard);
  ASSERT_TRUE(until([&] { return school_.late("2026-01-12").size() == 1; })) << school_.lately();
  const auto seen = kiosks();
  ASSERT_EQ(seen.size(), 2U);
  EXPECT_EQ(seen[1]["name"], "Side door");
  EXPECT_EQ(seen[0]["held"], 0);
  EXPECT_GE(seen[1]["held"], 2) << "that it began, and the tap";
  EXPECT_EQ(school_.end_kiosk(), 0);
}

TEST_F(FurtherKiosk, a_kiosk_set_up_anew_takes_its_place_and_shuts_the_lost_one_out) {
  EXPECT_NE(init("anew", code_for("Front door")).find("Kiosk 1 is ready"), std::string::npos);
  school_.start_kiosk();
  ASSERT_TRUE(until([&] {
    return school_.described().find("A message was refused") != std::string::npos;
  })) << school_.lately();
  EXPECT_EQ(kiosks()[0]["held"], 0) << "nothing of the lost one is taken";
  EXPECT_EQ(school_.end_kiosk(), 0);
  school_.start_kiosk("", "", school_.file("anew"));
  EXPECT_TRUE(until([&] { return kiosks()[0]["held"] >= 1; })) << school_.lately();
  EXPECT_EQ(school_.end_kiosk(), 0);
}

}  // namespace
}  // namespace handbell::chain
