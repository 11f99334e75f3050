// The pages Users, Devices and Account.
#include "door_fixture.h"

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

class AccessPages : public DoorTest {
 protected:
  void SetUp() override {
    DoorTest::SetUp();
    put_staff("S1", "R Patel", "Office manager", {reg::Role::office});
    put_staff("S2", "J Okoro", "Class teacher", {reg::Role::teacher}, {"Owls"});
    put_staff("S3", "S Ahmed", "Headteacher", {reg::Role::head});
    put_staff("S4", "T Byte", "Technician", {reg::Role::technician});
    put_staff("S5", "<b>O'Neill</b>", "Governor", {reg::Role::governor});
  }
  void become(const std::string& id, const std::string& name) {
    give_account(id, id == "S2" ? "482913" : "");
    sign_in(browser_, name);
  }

  Browser browser_;
};

TEST_F(AccessPages, are_for_those_alone_whose_they_are) {
  const std::vector<std::tuple<std::string, std::string, int, int>> known{
      {"S1", "R+Patel", 404, 200},
      {"S2", "J+Okoro", 404, 404},
      {"S3", "S+Ahmed", 200, 200},
      {"S4", "T+Byte", 200, 200}};
  for (const auto& [id, name, users, devices] : known) {
    browser_ = {};
    become(id, name);
    EXPECT_EQ(page(browser_, "/users").status, users) << name;
    EXPECT_EQ(page(browser_, "/users/person?id=S1").status, users) << name;
    EXPECT_EQ(page(browser_, "/devices").status, devices) << name;
    EXPECT_EQ(page(browser_, "/account").status, 200) << name;
    EXPECT_EQ(form(browser_, "/users/reset", "id=S5").status, id == "S3" ? 200 : 404) << name;
    EXPECT_EQ(form(browser_, "/users/acting", "id=S1").status, id == "S3" ? 422 : 404) << name;
    EXPECT_EQ(form(browser_, "/devices/pass", "").status, id == "S1" || id == "S3" ? 422 : 404);
  }
  browser_ = {};
  for (const char* path : {"/users", "/devices", "/account", "/users/person"}) {
    EXPECT_EQ(page(browser_, path).headers.at("Location"), "/sign-in") << path;
  }
}

TEST_F(AccessPages, show_a_technician_no_child) {
  become("S4", "T+Byte");
  EXPECT_THAT(page(browser_, "/users/person?id=S1").body, Not(HasSubstr("/users/invite")));
  EXPECT_EQ(form(browser_, "/users/invite", "id=S1").status, 404) << "the code would be the way in";
  for (const char* path : {"/today", "/pupils", "/register", "/reconcile"}) {
    EXPECT_EQ(page(browser_, path).status, 404) << path;
  }
}

TEST_F(AccessPages, list_everybody_with_the_state_of_the_account) {
  become("S3", "S+Ahmed");
  give_account("S1");
  ASSERT_TRUE(accounts_->lock("S1", true));
  ASSERT_TRUE(accounts_->invite({"S2", "h", real().wall + hours(1)}));
  expect_golden("users.html", page(browser_, "/users").body);
  expect_golden("users_person.html", page(browser_, "/users/person?id=S1").body);
  EXPECT_EQ(page(browser_, "/users/person?id=S9").status, 404);
}

TEST_F(AccessPages, an_invitation_is_shown_once_and_leads_to_an_account) {
  become("S3", "S+Ahmed");
  const auto shown = form(browser_, "/users/invite", "id=S1");
  ASSERT_EQ(shown.status, 200) << shown.body;
  const auto code = between(shown.body, "<code>", "</code>");
  EXPECT_THAT(page(browser_, "/users").body, Not(HasSubstr(code)));
  Browser hers;
  EXPECT_EQ(form(hers, "/join", "code=" + code).headers.at("Location"), "/join/account");
}

TEST_F(AccessPages, a_reset_ends_what_was_there) {
  give_account("S1");
  Browser hers;
  sign_in(hers, "R+Patel");
  become("S3", "S+Ahmed");
  EXPECT_EQ(form(browser_, "/users/invite", "id=S1").status, 422) << "she has an account";
  EXPECT_EQ(form(browser_, "/users/reset", "id=S1").status, 200);
  EXPECT_EQ(page(hers, "/today").status, 303);
  Browser again;
  EXPECT_EQ(form(again, "/sign-in", std::string("name=R+Patel&password=") + kPassword).status, 422);
}

TEST_F(AccessPages, lock_unlock_and_sign_out_somebody_else_but_never_oneself) {
  give_account("S1");
  Browser hers;
  sign_in(hers, "R+Patel");
  become("S3", "S+Ahmed");
  EXPECT_EQ(form(browser_, "/users/sign-out", "id=S1").status, 303);
  EXPECT_EQ(page(hers, "/today").status, 303);
  EXPECT_EQ(form(browser_, "/users/lock", "id=S1").status, 303);
  EXPECT_THAT(page(browser_, "/users/person?id=S1").body, HasSubstr("nobody signs in"));
  EXPECT_FALSE((*accounts_->of("S1"))->active());
  EXPECT_EQ(form(browser_, "/users/unlock", "id=S1").status, 303);
  EXPECT_TRUE((*accounts_->of("S1"))->active());
  for (const char* path : {"/users/lock", "/users/reset", "/users/invite", "/users/sign-out"}) {
    EXPECT_EQ(form(browser_, path, "id=S3").status, 422) << path;
    EXPECT_EQ(form(browser_, path, "id=S9").status, 404) << path;
    EXPECT_EQ(form(browser_, path, "").status, 404) << path;
  }
  browser_.token = "another";
  EXPECT_EQ(form(browser_, "/users/lock", "id=S1").status, 403);
  EXPECT_TRUE((*accounts_->of("S1"))->active());
}

TEST_F(AccessPages, the_head_names_who_acts_in_a_role_for_some_days) {
  become("S3", "S+Ahmed");
  for (const std::string wrong :
       {"role=head&from=2026-01-12&to=2026-01-11", "role=&from=2026-01-12&to=2026-01-13",
        "role=headteacher&from=2026-02-30&to=2026-03-01",
        "role=headteacher&from=&to=", "role=headteacher&from=2026-01-01&to=2026-01-02"}) {
    EXPECT_EQ(form(browser_, "/users/acting", "id=S1&" + wrong).status, 422) << wrong;
  }
  EXPECT_EQ(form(browser_, "/users/acting", "id=S3&role=dsl&from=2026-01-12&to=2026-01-16").status,
            422)
      << "nobody names himself or herself";
  const auto done =
      form(browser_, "/users/acting", "id=S1&role=headteacher&from=2026-01-12&to=2026-01-16");
  EXPECT_EQ(done.status, 303) << done.body;
  EXPECT_THAT(page(browser_, "/users/person?id=S1").body,
              HasSubstr("Acting headteacher from 2026-01-12 to 2026-01-16"));
  give_account("S1");
  Browser hers;
  sign_in(hers, "R+Patel");
  EXPECT_EQ(page(hers, "/users").status, 200) << "she acts as headteacher today (D52)";
}

TEST_F(AccessPages, a_device_is_enrolled_by_a_code_and_removed) {
  become("S1", "R+Patel");
  expect_golden("devices.html", page(browser_, "/devices").body);
  for (const std::string wrong : {"", "device=&classes=Owls", "device=x", "device=x&classes=Nobody",
                                  "device=a%01&classes=Owls"}) {
    EXPECT_EQ(form(browser_, "/devices/add", wrong).status, 422) << wrong;
  }
  const auto shown = form(browser_, "/devices/add", "device=Owls'+tablet&classes=Owls");
  ASSERT_EQ(shown.status, 200);
  const auto code = between(shown.body, "<code>", "</code>");
  Browser tablet;
  EXPECT_EQ(form(tablet, "/device", "code=" + code).headers.at("Location"), "/pin");
  EXPECT_THAT(page(browser_, "/devices").body, HasSubstr("Remove Owls&#39; tablet"));
  EXPECT_EQ(form(browser_, "/devices/remove", "id=x").status, 404);
  EXPECT_EQ(form(browser_, "/devices/remove", "id=1").status, 303);
  EXPECT_EQ(page(tablet, "/pin").headers.at("Location"), "/device");
}

TEST_F(AccessPages, a_day_pass_is_made_for_one_class_and_ended) {
  become("S1", "R+Patel");
  for (const std::string wrong :
       {"supply=&class=Owls", "supply=J+Doe&class=Nobody", "supply=J+Okoro&class=Owls"}) {
    EXPECT_EQ(form(browser_, "/devices/pass", wrong).status, 422) << wrong;
  }
  const auto shown = form(browser_, "/devices/pass", "supply=J+Doe&class=Owls");
  ASSERT_EQ(shown.status, 200) << shown.body;
  EXPECT_THAT(page(browser_, "/devices").body, HasSubstr("J Doe: Owls, until 18:00"));
  const auto hash = accounts_->passes(clock_.at())->front().hash;
  EXPECT_EQ(hash, store::hash_of_code(between(shown.body, "<code>", "</code>")));
  EXPECT_EQ(form(browser_, "/devices/end-pass", "id=" + hash).status, 303);
  EXPECT_TRUE(accounts_->passes(clock_.at())->empty());
  clock_.set("2026-01-12T18:00:00");
  EXPECT_EQ(form(browser_, "/devices/pass", "supply=J+Doe&class=Owls").status, 422);
}

TEST_F(AccessPages, everybody_changes_the_own_password_with_the_present_one) {
  become("S2", "J+Okoro");
  expect_golden("account.html", page(browser_, "/account").body);
  const std::string fresh = "&password=white+goats+climb&again=white+goats+climb";
  EXPECT_EQ(form(browser_, "/account/password", "current=wrong" + fresh).status, 422);
  EXPECT_EQ(form(browser_, "/account/password",
                 std::string("current=") + kPassword + "&password=short&again=short")
                .status,
            422);
  const auto done =
      form(browser_, "/account/password", std::string("current=") + kPassword + fresh);
  EXPECT_EQ(done.headers.at("Location"), "/sign-in");
  EXPECT_EQ(page(browser_, "/account").status, 303) << "every session has ended";
  Browser again;
  EXPECT_EQ(form(again, "/sign-in", "name=J+Okoro&password=white+goats+climb").status, 303);
}

TEST_F(AccessPages, a_teacher_changes_the_own_PIN) {
  become("S2", "J+Okoro");
  const std::string password = std::string("pin-password=") + kPassword;
  EXPECT_EQ(form(browser_, "/account/pin", password + "&pin=111111").status, 422);
  EXPECT_EQ(form(browser_, "/account/pin", "pin-password=x&pin=739182").status, 422);
  EXPECT_EQ(form(browser_, "/account/pin", password + "&pin=739182").status, 303);
  Browser tablet;
  enrol(tablet, {"Owls"});
  EXPECT_EQ(form(tablet, "/pin", "who=S2&pin=482913").status, 422);
  EXPECT_EQ(form(tablet, "/pin", "who=S2&pin=739182").status, 303);
}

TEST_F(AccessPages, the_app_is_set_up_anew_with_new_recovery_codes) {
  become("S1", "R+Patel");
  EXPECT_EQ(form(browser_, "/account/app", "app-password=x").status, 422);
  ASSERT_EQ(form(browser_, "/account/app", std::string("app-password=") + kPassword).status, 303);
  EXPECT_EQ(page(browser_, "/account/app").status, 200);
  EXPECT_EQ(form(browser_, "/account/app/code", "code=000000").status, 422);
  const auto step =
      access_->steps.find(browser_.cookies.at("__Host-handbell-step"), StepKind::app, real().wall);
  ASSERT_TRUE(step);
  const auto done = form(browser_, "/account/app/code",
                         "code=" + totp_code(step->secret, totp_step(real().wall)));
  EXPECT_EQ(done.status, 200);
  const auto account = *accounts_->of("S1");
  EXPECT_EQ(account->totp, step->secret);
  EXPECT_EQ(account->recovery_left, 8);
  EXPECT_EQ(form(browser_, "/account/sign-out", "").headers.at("Location"), "/sign-in");
  EXPECT_EQ(page(browser_, "/today").status, 303);
}

}  // namespace
}  // namespace handbell::office
