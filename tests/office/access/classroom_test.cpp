// Classroom devices, PINs and day passes.
#include "door_fixture.h"

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

class Classroom : public DoorTest {
 protected:
  void SetUp() override {
    DoorTest::SetUp();
    put_staff("S2", "J Okoro", "Class teacher", {reg::Role::teacher}, {"Owls"});
    put_staff("S3", "L Brook", "Class teacher", {reg::Role::teacher}, {"Owls", "Ducklings"});
    put_staff("S4", "K Stone", "Class teacher", {reg::Role::teacher}, {"Ducklings"});
    put_staff("S5", "M Reed", "Deputy head", {reg::Role::teacher, reg::Role::head}, {"Owls"});
    for (const char* id : {"S2", "S4", "S5"}) give_account(id, "482913");
    enrol(device_, {"Owls"});
  }
  net::Response open(const std::string& who, const std::string& pin) {
    return form(device_, "/pin", "who=" + who + "&pin=" + pin);
  }
  std::string who_is_in() {
    return between(page(device_, "/account").body, "Your account: </span>", "<");
  }

  Browser device_;
};

TEST_F(Classroom, shows_the_teachers_of_its_classes_who_have_a_PIN) {
  EXPECT_EQ(page(device_, "/register").headers.at("Location"), "/pin");
  const auto shown = page(device_, "/pin");
  expect_golden("pin.html", shown.body);
  EXPECT_THAT(shown.body, HasSubstr("J Okoro"));
  EXPECT_THAT(shown.body, Not(HasSubstr("K Stone"))) << "another class";
  EXPECT_THAT(shown.body, Not(HasSubstr("L Brook"))) << "no PIN yet";
}

TEST_F(Classroom, opens_by_name_and_PIN_and_changes_the_person_in_two_touches) {
  ASSERT_EQ(open("S2", "482913").status, 303);
  const auto own = page(device_, "/account");
  EXPECT_THAT(own.body, HasSubstr("J Okoro, Class teacher"));
  EXPECT_THAT(own.body, HasSubstr("Change person"));
  EXPECT_EQ(form(device_, "/sign-out", "").headers.at("Location"), "/pin");
  ASSERT_EQ(open("S5", "482913").status, 303);
  EXPECT_EQ(who_is_in(), "M Reed, Deputy head") << "nobody signs with another's name";
}

TEST_F(Classroom, by_PIN_nobody_is_more_than_a_class_teacher) {
  ASSERT_EQ(open("S5", "482913").status, 303);
  EXPECT_EQ(page(device_, "/register?class=Owls").status, 200);
  for (const char* path : {"/today", "/users", "/devices", "/reconcile"}) {
    EXPECT_EQ(page(device_, path).status, 404) << path;
  }
}

TEST_F(Classroom, locks_to_the_PIN_after_a_quarter_of_an_hour) {
  ASSERT_EQ(open("S2", "482913").status, 303);
  wait(minutes(15));
  EXPECT_EQ(page(device_, "/register").headers.at("Location"), "/pin");
}

TEST_F(Classroom, refuses_a_wrong_PIN_and_a_person_who_is_not_offered) {
  expect_golden("pin_wrong.html", open("S2", "482914").body);
  EXPECT_EQ(open("S2", "").status, 422);
  EXPECT_EQ(open("S4", "482913").status, 422) << "not of this device's classes";
  EXPECT_EQ(open("", "482913").status, 422);
  EXPECT_EQ(open("S2%00", "482913").status, 422);
  EXPECT_EQ(page(device_, "/register").status, 303);
}

TEST_F(Classroom, after_ten_wrong_PINs_in_a_row_the_password_is_asked_for_once) {
  for (int i = 0; i < 10; ++i) {
    EXPECT_EQ(open("S2", "000001").status, 422);
    wait(seconds(30));
  }
  EXPECT_THAT(open("S2", "482913").body, HasSubstr("sign in with your password once"));
  const auto done = form(device_, "/sign-in", std::string("name=J+Okoro&password=") + kPassword);
  EXPECT_EQ(done.headers.at("Location"), "/") << "on a classroom device the app is not needed";
  (void)form(device_, "/sign-out", "");
  EXPECT_EQ(open("S2", "482913").status, 303);
}

TEST_F(Classroom, whoever_has_a_wider_role_needs_the_app_there_too) {
  const auto done = form(device_, "/sign-in", std::string("name=M+Reed&password=") + kPassword);
  EXPECT_EQ(done.headers.at("Location"), "/sign-in/code");
}

TEST_F(Classroom, a_code_enrols_one_device_and_no_second) {
  Browser other;
  EXPECT_EQ(form(other, "/device", "code=2222-3333").status, 422);
  EXPECT_EQ(form(other, "/device", "code=").status, 422);
  expect_golden("device.html", page(other, "/device").body);
  EXPECT_EQ(page(other, "/pin").headers.at("Location"), "/device");
  EXPECT_EQ(form(other, "/pin", "who=S2&pin=482913").headers.at("Location"), "/device");
  EXPECT_EQ(page(other, "/day-pass").headers.at("Location"), "/device");
}

TEST_F(Classroom, a_removed_device_opens_nothing_any_more) {
  ASSERT_EQ(open("S2", "482913").status, 303);
  ASSERT_TRUE(accounts_->remove_device(accounts_->devices()->front().id));
  EXPECT_EQ(page(device_, "/register").headers.at("Location"), "/sign-in");
  EXPECT_EQ(page(device_, "/pin").headers.at("Location"), "/device");
}

TEST_F(Classroom, a_day_pass_opens_one_class_in_the_supply_teachers_own_name_until_six) {
  const Instant until = instant("2026-01-12T18:00:00");
  ASSERT_TRUE(accounts_->add_pass(
      {store::hash_of_code("PPPP-QQQQ"), "J Doe", "Owls", until, "R Patel, Office manager"}));
  expect_golden("day_pass.html", page(device_, "/day-pass").body);
  EXPECT_EQ(form(device_, "/day-pass", "code=PPPP-QQQR").status, 422);
  ASSERT_EQ(form(device_, "/day-pass", "code=pppp+qqqq").status, 303);
  const auto taken = page(device_, "/register?class=Owls");
  EXPECT_EQ(taken.status, 200);
  EXPECT_THAT(taken.body, HasSubstr("J Doe, Supply teacher"));
  EXPECT_EQ(page(device_, "/today").status, 404);
  EXPECT_EQ(page(device_, "/account").status, 404) << "she has no account";
  clock_.set("2026-01-12T18:00:00");
  EXPECT_EQ(page(device_, "/register").headers.at("Location"), "/pin");
  EXPECT_EQ(form(device_, "/day-pass", "code=PPPP-QQQQ").status, 422);
}

}  // namespace
}  // namespace handbell::office
