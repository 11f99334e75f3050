// Who came in, who was refused and who changed an account stands in the history of who read what.
#include "door_fixture.h"

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class Trail : public DoorTest {
 protected:
  void SetUp() override {
    DoorTest::SetUp();
    put_staff("S1", "R Patel", "Office manager", {reg::Role::office});
    put_staff("S2", "A Noor", "Headteacher", {reg::Role::head});
    put_staff("S3", "J Okoro", "Class teacher", {reg::Role::teacher}, {"Owls"});
    for (const char* id : {"S1", "S2"}) give_account(id);
    give_account("S3", "482913");
  }
  /// "R Patel: signed in, password and code, from 127.0.0.1", oldest first.
  std::vector<std::string> told() {
    auto all = *audit_->read(clock_.at() - hours(24), clock_.at() + hours(24), 1000);
    std::vector<std::string> lines;
    for (const auto& each : all) {
      lines.push_back(each.by.name() + ": " + std::string(reg::words_of(each.kind)) + ", " +
                      each.words);
    }
    std::ranges::reverse(lines);
    return lines;
  }
};

TEST_F(Trail, says_who_signed_in_how_and_who_left) {
  Browser browser;
  sign_in(browser, "R+Patel");
  EXPECT_EQ(form(browser, "/sign-out", "").status, 303);
  EXPECT_THAT(told(), testing::ElementsAre("R Patel: signed in, password and code, from 127.0.0.1",
                                           "R Patel: signed out, from 127.0.0.1"));
}

TEST_F(Trail, of_a_flood_of_wrong_passwords_there_is_one_line_with_their_number) {
  Browser browser;
  for (int i = 0; i < 30; ++i) {
    (void)form(browser, "/sign-in", "name=R+Patel&password=wrong+wrong+wrong");
  }
  EXPECT_THAT(told(), testing::ElementsAre(
                          "R Patel: refused sign-in, wrong password, from 127.0.0.1, 5 times",
                          "R Patel: refused sign-in, too many tries, from 127.0.0.1, 25 times"));
}

TEST_F(Trail, a_name_that_is_nobodys_may_be_a_password_and_is_not_kept) {
  Browser browser;
  (void)form(browser, "/sign-in", "name=brown+goats+climb&password=R+Patel");
  const auto lines = told();
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_THAT(lines[0], HasSubstr("Somebody unknown: refused sign-in, wrong password"));
  EXPECT_THAT(lines[0], Not(HasSubstr("goats")));
}

TEST_F(Trail, a_device_is_enrolled_and_a_teacher_opens_it) {
  Browser browser;
  enrol(browser, {"Owls"});
  (void)form(browser, "/pin", "who=S3&pin=111111");
  EXPECT_EQ(form(browser, "/pin", "who=S3&pin=482913").status, 303);
  EXPECT_THAT(told(), testing::UnorderedElementsAre(
                          "R Patel: device or day pass, Owls' tablet is enrolled, from 127.0.0.1",
                          "J Okoro: refused sign-in, wrong PIN, on Owls' tablet",
                          "J Okoro: signed in, PIN, on Owls' tablet"));
}

TEST_F(Trail, what_the_head_does_to_accounts_and_devices_stands_under_the_heads_name) {
  Browser browser;
  sign_in(browser, "A+Noor");
  put_staff("S4", "M Lind", "Class teacher", {reg::Role::teacher}, {"Owls"});
  EXPECT_EQ(form(browser, "/users/invite", "id=S4").status, 200);
  EXPECT_EQ(form(browser, "/users/lock", "id=S3").status, 303);
  EXPECT_EQ(form(browser, "/users/unlock", "id=S3").status, 303);
  EXPECT_EQ(form(browser, "/users/sign-out", "id=S1").status, 303);
  EXPECT_EQ(
      form(browser, "/users/acting", "id=S1&role=headteacher&from=2026-01-12&to=2026-01-13").status,
      303);
  EXPECT_EQ(form(browser, "/devices/add", "device=Tablet&classes=Owls").status, 200);
  EXPECT_EQ(form(browser, "/devices/pass", "supply=M+Day&class=Owls").status, 200);
  EXPECT_EQ(form(browser, "/account/sign-out", "").status, 303);
  auto lines = told();
  lines.erase(lines.begin());
  EXPECT_THAT(lines, testing::ElementsAre("A Noor: account changed, M Lind: invited",
                                          "A Noor: account changed, J Okoro: locked",
                                          "A Noor: account changed, J Okoro: unlocked",
                                          "A Noor: account changed, R Patel: signed out everywhere",
                                          "A Noor: account changed, R Patel: acting headteacher",
                                          "A Noor: device or day pass, Tablet: code made",
                                          "A Noor: device or day pass, M Day: day pass made",
                                          "A Noor: signed out, everywhere"));
}

TEST_F(Trail, what_was_refused_changed_nothing_and_says_nothing) {
  Browser browser;
  sign_in(browser, "A+Noor");
  EXPECT_EQ(form(browser, "/users/lock", "id=S2").status, 422) << "the own account";
  EXPECT_EQ(form(browser, "/devices/add", "device=").status, 422);
  EXPECT_EQ(told().size(), 1U);
}

}  // namespace
}  // namespace handbell::office
