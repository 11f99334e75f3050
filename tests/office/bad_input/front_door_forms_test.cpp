// The forms before anybody is signed in: set-up, invitation, password, code, device, PIN, day pass.
#include "form_walk.h"

namespace handbell::office {
namespace {

/// A browser that nobody is signed in with.
class FrontDoorForm : public BadInput {
 protected:
  net::Response open(const std::string& target) override { return page(browser_, target); }
  net::Response send_body(const std::string& path, const net::Fields& fields) override {
    net::Request request;
    request.method = "POST";
    request.path = path;
    request.body = as_body(fields);
    return ask(browser_, request);
  }
  /// What was done counts no more: the next form begins anew.
  void forget() { browser_ = {}; }

  Browser browser_;
};

class FirstForm : public FrontDoorForm {
 protected:
  FirstForm() { has_account_ = false; }
};

TEST_F(FirstForm, of_set_up_comes_back) {
  const auto code = *store::invite_by_code(*accounts_, "", secrets_, real().wall + hours(20));
  try_form({"/set-up",
            "/set-up",
            {},
            {{"code", code}, {"role", "head"}, {"staff", ""}},
            {"code", "name", "position", "role"},
            "",
            "",
            {"staff"},
            {"code"}});
}

TEST_F(FrontDoorForm, of_an_invitation_comes_back) {
  const auto code = *store::invite_by_code(*accounts_, "S2", secrets_, real().wall + hours(20));
  try_form({"/join", "/join", {}, {{"code", code}}, {"code"}, "", "", {}, {"code"}});
}

TEST_F(FrontDoorForm, of_a_new_account_comes_back) {
  const auto code = *store::invite_by_code(*accounts_, "S2", secrets_, real().wall + hours(20));
  ASSERT_EQ(form(browser_, "/join", "code=" + code).status, 303);
  hold_the_clock();
  try_form({"/join/account",
            "/join/account",
            {},
            {{"password", "green sheep swim far"},
             {"again", "green sheep swim far"},
             {"pin", "739182"},
             {"code", ""}},
            {"password", "again", "pin"},
            "",
            "",
            {},
            {"code"}});
}

TEST_F(FrontDoorForm, of_the_password_comes_back) {
  try_form({"/sign-in",
            "/sign-in",
            {},
            {{"name", "A Noor"}, {"password", "brown goats climb"}},
            {"name", "password"}});
}

TEST_F(FrontDoorForm, of_the_code_comes_back) {
  ASSERT_EQ(form(browser_, "/sign-in", "name=A+Noor&password=brown+goats+climb").status, 303);
  hold_the_clock();
  try_form(
      {"/sign-in/code", "/sign-in/code", {}, {{"code", code()}}, {"code"}, "", "", {}, {"code"}});
}

TEST_F(FrontDoorForm, of_a_classroom_device_comes_back) {
  ASSERT_TRUE(accounts_->add_device({"Tablet",
                                     {"Owls"},
                                     "R Patel, Office manager",
                                     store::hash_of_code("2222-3333"),
                                     real().wall + hours(20)}));
  try_form({"/device", "/device", {}, {{"code", "2222-3333"}}, {"code"}, "", "", {}, {"code"}});
}

TEST_F(FrontDoorForm, of_the_PIN_and_of_a_day_pass_comes_back) {
  give_account("S2", "482913");
  enrol(browser_, {"Owls"});
  try_form({"/pin", "/pin", {}, {{"who", "S2"}, {"pin", "482913"}}, {"who", "pin"}});
  ASSERT_TRUE(accounts_->add_pass({store::hash_of_code("4444-5555"), "Ann", "Owls",
                                   clock_.at() + hours(8), "R Patel, Office manager"}));
  try_form({"/day-pass", "/day-pass", {}, {{"code", "4444-5555"}}, {"code"}, "", "", {}, {"code"}});
}

}  // namespace
}  // namespace handbell::office
