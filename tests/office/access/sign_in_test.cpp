// Set-up, invitation, password and app: what each page takes and refuses.
#include "door_fixture.h"

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

class SignIn : public DoorTest {
 protected:
  void SetUp() override {
    DoorTest::SetUp();
    put_staff("S1", "R Patel", "Office manager", {reg::Role::office});
    give_account("S1");
  }
  net::Response try_password(Browser& browser, const std::string& password) {
    return form(browser, "/sign-in", "name=R+Patel&password=" + password);
  }
};

using SetUpPage = DoorTest;

TEST_F(SetUpPage, is_where_everybody_goes_while_nobody_can_sign_in) {
  Browser browser;
  for (const char* path : {"/today", "/sign-in", "/"}) {
    EXPECT_EQ(page(browser, path).headers.at("Location"), "/set-up") << path;
  }
  expect_golden("set_up.html", page(browser, "/set-up").body);
}

TEST_F(SetUpPage, refuses_what_is_missing_wrong_or_harmful_and_keeps_what_was_typed) {
  Browser browser;
  const auto refused = form(
      browser, "/set-up", "code=XXXX&name=%3Cscript%3Ealert(1)%3C%2Fscript%3E&position=&role=head");
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("That code does not count"));
  EXPECT_THAT(refused.body, HasSubstr("Enter your position"));
  EXPECT_THAT(refused.body, HasSubstr("value=\"&lt;script&gt;alert(1)&lt;/script&gt;\""));
  EXPECT_THAT(refused.body, Not(HasSubstr("XXXX")));
  for (const std::string body :
       {"", "name=a%01&position=Head&role=head", "name=A&position=B&role=governor", "staff=nobody",
        "name=A&position=B&role=head"}) {
    EXPECT_GE(form(browser, "/set-up", body).status, 422) << body;
  }
  EXPECT_EQ(page(browser, "/join/account").headers.at("Location"), "/join");
}

TEST_F(SetUpPage, makes_the_first_person_and_the_first_account_and_then_closes) {
  Browser browser;
  const auto first = *store::invite_by_code(*accounts_, "", secrets_, real().wall);
  const auto taken =
      form(browser, "/set-up", "code=" + first + "&name=S+Ahmed&position=Headteacher&role=head");
  ASSERT_EQ(taken.status, 303) << taken.body;
  const auto shown = page(browser, "/join/account");
  expect_golden("join_account.html", shown.body);
  const auto letters = between(shown.body, "<code>", "</code>");
  ASSERT_EQ(letters.size(), 39U) << letters;
  for (const std::string wrong :
       {"password=short&again=short&code=000000", "password=ahmed+goats+climb&again=x&code=1",
        "password=brown+goats+climb&again=brown+goats&code=123456"}) {
    const auto refused = form(browser, "/join/account", wrong);
    EXPECT_EQ(refused.status, 422) << wrong;
    EXPECT_THAT(refused.body, Not(HasSubstr("goats")));
    EXPECT_EQ(between(refused.body, "<code>", "</code>"), letters) << "the same secret again";
  }
  const auto step =
      access_->steps.find(browser.cookies.at("__Host-handbell-step"), StepKind::join, real().wall);
  ASSERT_TRUE(step);
  const auto right = totp_code(step->secret, totp_step(real().wall));
  const auto done = form(browser, "/join/account",
                         "password=brown+goats+climb&again=brown+goats+climb&code=" + right);
  EXPECT_EQ(done.status, 200) << done.body;
  EXPECT_THAT(done.body, HasSubstr("Recovery codes"));
  EXPECT_THAT(page(browser, "/today").body, HasSubstr("S Ahmed, Headteacher"));
  EXPECT_EQ(page(browser, "/set-up").headers.at("Location"), "/sign-in");
  Browser other;
  EXPECT_EQ(form(other, "/set-up", "code=" + first + "&name=B&position=C&role=head").status, 303);
  EXPECT_EQ(form(other, "/join", "code=" + first).status, 422) << "it counts once";
  const auto account = *accounts_->of("S1");
  ASSERT_TRUE(account);
  EXPECT_EQ(account->recovery_left, 8);
}

TEST_F(SignIn, asks_for_the_app_after_the_password_and_then_signs_what_is_entered) {
  Browser browser;
  EXPECT_EQ(page(browser, "/today").headers.at("Location"), "/sign-in");
  expect_golden("sign_in.html", page(browser, "/sign-in").body);
  tap(1, "2026-01-12T08:52:10", "L");
  sign_in(browser, "R+Patel");
  EXPECT_THAT(page(browser, "/today").body, HasSubstr("R Patel, Office manager"));
  EXPECT_EQ(form(browser, "/accept", "one=2026-01-12.am.1.L.17").status, 303);
  ASSERT_EQ(marks().size(), 1U);
  EXPECT_EQ(marks().front().what.by.text(), "R Patel, Office manager");
  EXPECT_EQ(form(browser, "/sign-out", "").headers.at("Location"), "/sign-in");
  EXPECT_EQ(page(browser, "/today").status, 303);
}

TEST_F(SignIn, takes_the_id_in_place_of_the_name) {
  Browser browser;
  EXPECT_EQ(form(browser, "/sign-in", std::string("name=S1&password=") + kPassword).status, 303);
}

TEST_F(SignIn, sets_cookies_that_no_script_and_no_other_site_gets) {
  Browser browser;
  (void)try_password(browser, kPassword);
  net::Request request;
  request.method = "POST";
  request.path = "/sign-in/code";
  request.body = "code=" + code();
  const auto done = ask(browser, request);
  bool session = false;
  for (const auto& cookie : done.cookies) {
    EXPECT_THAT(cookie, testing::StartsWith("__Host-handbell"));
    EXPECT_THAT(cookie, HasSubstr("; Path=/; Secure; HttpOnly; SameSite=Strict"));
    session = session || cookie.starts_with("__Host-handbell=");
  }
  EXPECT_TRUE(session);
}

TEST_F(SignIn, says_the_same_of_an_unknown_person_and_of_a_wrong_password) {
  Browser browser;
  auto wrong = try_password(browser, "white+goats+climb");
  auto unknown = form(browser, "/sign-in", std::string("name=R+Patel2&password=") + kPassword);
  EXPECT_EQ(wrong.status, 422);
  EXPECT_EQ(unknown.status, 422);
  const auto at = unknown.body.find("R Patel2");
  ASSERT_NE(at, std::string::npos);
  EXPECT_EQ(unknown.body.erase(at + 7, 1), wrong.body);
  EXPECT_EQ(form(browser, "/sign-in", "name=&password=").status, 422);
  put_staff("S2", "J Okoro", "Class teacher", {reg::Role::teacher}, {"Owls"});
  EXPECT_EQ(form(browser, "/sign-in", "name=J+Okoro&password=").status, 422);
}

TEST_F(SignIn, takes_each_code_once) {
  Browser browser;
  Browser other;
  sign_in(browser, "R+Patel");
  ASSERT_EQ(try_password(other, kPassword).status, 303);
  const auto again = form(other, "/sign-in/code", "code=" + code());
  EXPECT_EQ(again.status, 422);
  expect_golden("sign_in_code_refused.html", again.body);
  EXPECT_EQ(page(other, "/today").status, 303) << "the password alone opens nothing";
  wait(seconds(30));
  EXPECT_EQ(form(other, "/sign-in/code", "code=" + code()).status, 303);
}

TEST_F(SignIn, takes_a_recovery_code_in_place_of_the_app_once) {
  for (const int expected : {303, 422}) {
    Browser browser;
    ASSERT_EQ(try_password(browser, kPassword).status, 303);
    EXPECT_EQ(form(browser, "/sign-in/code", "code=aaaa+bbbb+cccc+dddd").status, expected);
  }
}

TEST_F(SignIn, ends_the_step_between_after_five_minutes) {
  Browser browser;
  ASSERT_EQ(try_password(browser, kPassword).status, 303);
  wait(minutes(5));
  EXPECT_EQ(form(browser, "/sign-in/code", "code=" + code()).headers.at("Location"), "/sign-in");
}

TEST_F(SignIn, a_locked_person_does_not_get_in_and_is_told_nothing_more) {
  Browser browser;
  sign_in(browser, "R+Patel");
  ASSERT_TRUE(accounts_->lock("S1", true));
  EXPECT_EQ(page(browser, "/today").status, 303);
  Browser other;
  EXPECT_THAT(try_password(other, kPassword).body, HasSubstr("The name or the password is wrong."));
}

TEST_F(SignIn, a_thousand_wrong_passwords_neither_get_through_nor_lock_the_office_out) {
  Browser hers;
  sign_in(hers, "R+Patel");
  (void)form(hers, "/sign-out", "");
  access_->late = {};
  Browser guesser{"192.168.1.66"};
  int told_to_wait = 0;
  int wrong = 0;
  for (int i = 0; i < 1000; ++i) {
    net::Request request;
    request.method = "POST";
    request.path = "/sign-in";
    request.headers["x-secure"] = "yes";
    request.body = "name=R+Patel&password=wrong+guess+number" + std::to_string(i);
    const auto status = ask(guesser, request).status;
    ASSERT_TRUE(status == 422 || status == 429) << status;
    ++(status == 429 ? told_to_wait : wrong);
    wait({100});
  }
  EXPECT_EQ(told_to_wait + wrong, 1000);
  EXPECT_LE(wrong, 15) << "five at once, then ever slower: 100 seconds are no way in";
  EXPECT_EQ(try_password(hers, kPassword).status, 303) << "her own browser is known";
  Browser fresh;
  EXPECT_EQ(try_password(fresh, kPassword).status, 429);
  wait(seconds(30));
  EXPECT_EQ(try_password(fresh, kPassword).status, 303) << "no lock-out for good";
}

TEST_F(SignIn, whoever_has_to_wait_hears_so_late) {
  access_->late = std::chrono::milliseconds(300);
  Browser guesser;
  const auto took = [&] {
    const auto begun = std::chrono::steady_clock::now();
    const auto status = try_password(guesser, "wrong+goats+climb").status;
    return std::pair{status, std::chrono::steady_clock::now() - begun};
  };
  for (int i = 0; i < 5; ++i) EXPECT_EQ(took().first, 422);
  const auto [status, time] = took();
  EXPECT_EQ(status, 429);
  EXPECT_GE(time, std::chrono::milliseconds(290));
}

TEST_F(SignIn, six_figures_are_not_guessed_either) {
  Browser browser;
  ASSERT_EQ(try_password(browser, kPassword).status, 303);
  int status = 0;
  for (int i = 0; i < 6; ++i) status = form(browser, "/sign-in/code", "code=000000").status;
  EXPECT_EQ(status, 429);
}

TEST_F(SignIn, from_another_machine_is_over_TLS_alone) {
  Browser browser;
  sign_in(browser, "R+Patel");
  for (const char* peer : {"192.168.1.7", "::ffff:192.168.1.7", "2001:db8::7"}) {
    browser.peer = peer;
    for (const char* path : {"/today", "/sign-in", "/set-up", "/pin"}) {
      EXPECT_EQ(page(browser, path).status, 403) << peer << path;
    }
    net::Request request;
    request.path = "/today";
    request.headers["x-secure"] = "yes";
    EXPECT_EQ(ask(browser, request).status, 200) << peer;
  }
}

TEST_F(SignIn, ends_after_a_quarter_of_an_hour_without_a_page) {
  Browser browser;
  sign_in(browser, "R+Patel");
  wait(minutes(14));
  EXPECT_EQ(page(browser, "/today").status, 200);
  wait(minutes(15));
  EXPECT_EQ(page(browser, "/today").headers.at("Location"), "/sign-in");
}

TEST_F(SignIn, an_invitation_makes_an_account_with_PIN_for_a_teacher) {
  put_staff("S2", "J Okoro", "Class teacher", {reg::Role::teacher}, {"Owls"});
  Browser browser;
  expect_golden("join.html", page(browser, "/join").body);
  EXPECT_EQ(form(browser, "/join", "code=nonsense").status, 422);
  const auto invited = *store::invite_by_code(*accounts_, "S2", secrets_, real().wall);
  ASSERT_EQ(form(browser, "/join", "code=" + invited).status, 303);
  expect_golden("join_account_teacher.html", page(browser, "/join/account").body);
  EXPECT_EQ(form(browser, "/join/account",
                 "password=brown+goats+climb&again=brown+goats+climb&pin=123456&code=")
                .status,
            422);
  const auto done = form(browser, "/join/account",
                         "password=brown+goats+climb&again=brown+goats+climb&pin=482913&code=");
  EXPECT_EQ(done.status, 200) << "a teacher may leave the app out";
  EXPECT_THAT(done.body, Not(HasSubstr("Recovery codes")));
  EXPECT_THAT(page(browser, "/account").body, HasSubstr("J Okoro, Class teacher"));
  Browser other;
  EXPECT_THAT(form(other, "/sign-in", std::string("name=J+Okoro&password=") + kPassword).body,
              HasSubstr("Sign in on a classroom device"));
}

TEST_F(SignIn, a_page_that_is_left_open_and_follows_what_happens_keeps_nobody_signed_in) {
  give_account("S1");
  Browser browser;
  sign_in(browser, "R+Patel");
  net::Request by_itself;
  by_itself.path = "/calls";
  by_itself.headers["x-handbell-live"] = "1";
  for (int minute = 0; minute < 14; ++minute) {
    wait(minutes(1));
    ASSERT_EQ(ask(browser, by_itself).status, 200) << minute;
  }
  wait(minutes(1));
  EXPECT_EQ(ask(browser, by_itself).status, 303);
  EXPECT_EQ(page(browser, "/calls").status, 303);
}

}  // namespace
}  // namespace handbell::office
