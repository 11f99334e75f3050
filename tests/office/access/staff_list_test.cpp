// The headteacher changes who works here: new, another name, other roles, left.
#include "door_fixture.h"

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

class StaffList : public DoorTest {
 protected:
  void SetUp() override {
    DoorTest::SetUp();
    put_staff("S1", "R Patel", "Office manager", {reg::Role::office});
    put_staff("S2", "J Okoro", "Class teacher", {reg::Role::teacher}, {"Owls"});
    put_staff("S3", "S Ahmed", "Headteacher", {reg::Role::head});
    give_account("S1");
    give_account("S2", "482913");
    give_account("S3");
    sign_in(browser_, "S+Ahmed");
  }
  reg::StaffMember member(const std::string& id) {
    const auto staff = *writer_->ask([](store::Register& held) { return held.staff(); });
    const auto found = std::ranges::find(staff.members, id, &reg::StaffMember::id);
    EXPECT_NE(found, staff.members.end());
    return *found;
  }
  std::string audited() {
    const auto all = *audit_->read(clock_.at() - hours(1), clock_.at() + hours(1), 1);
    return all.empty() ? "" : all.front().by.name() + " | " + all.front().words;
  }

  Browser browser_;
};

TEST_F(StaffList, a_person_is_added_without_an_account_and_is_invited_after_that) {
  const auto done = form(browser_, "/users/add",
                         "name=M+Lind&position=Class+teacher&roles=class+teacher&classes=Owls");
  ASSERT_EQ(done.status, 303) << done.body;
  EXPECT_EQ(done.headers.at("Location"), "/users/person?id=S4");
  EXPECT_EQ(member("S4").classes, std::vector<std::string>{"Owls"});
  const auto shown = page(browser_, "/users/person?id=S4").body;
  EXPECT_THAT(shown, HasSubstr("without an account yet"));
  EXPECT_THAT(shown, HasSubstr("No account"));
  EXPECT_THAT(shown, HasSubstr("action=\"/users/invite\""));
  EXPECT_EQ(audited(), "S Ahmed | M Lind: put on the staff list");
}

TEST_F(StaffList, what_is_missing_or_taken_comes_back_with_what_was_typed) {
  const auto refused = form(browser_, "/users/add", "name=R+Patel&position=&classes=Owls");
  EXPECT_EQ(refused.status, 422);
  for (const char* words :
       {"Somebody of that name is on the staff list", "Enter the position",
        "Choose what the person may do", "value=\"R Patel\"", "There is a problem"}) {
    EXPECT_THAT(refused.body, HasSubstr(words));
  }
  const auto person = form(browser_, "/users/change", "id=S2&name=&position=X&roles=office");
  EXPECT_EQ(person.status, 422);
  EXPECT_THAT(person.body, HasSubstr("Enter the name"));
  EXPECT_THAT(person.body, HasSubstr("value=\"X\""));
  EXPECT_EQ(form(browser_, "/users/change", "id=nobody&name=A&position=B&roles=office").status,
            404);
  EXPECT_EQ(form(browser_, "/users/add", "name=A&position=B&roles=king").status, 422);
}

TEST_F(StaffList, another_name_signs_from_now_on_and_what_was_signed_keeps_the_old_one) {
  Browser tablet;
  enter(1, "L", "overslept");
  ASSERT_EQ(form(browser_, "/users/change",
                 "id=S2&name=J+Adeyemi&position=Class+teacher&roles=class+teacher&classes=Owls")
                .status,
            303);
  EXPECT_EQ(member("S2").name.text(), "J Adeyemi");
  EXPECT_EQ(marks().front().what.by.name(), "J Okoro");
  EXPECT_EQ(audited(), "S Ahmed | J Okoro is now J Adeyemi");
  EXPECT_EQ(form(tablet, "/sign-in", std::string("name=J+Okoro&password=") + kPassword).status,
            422);
  const auto own = form(tablet, "/sign-in", std::string("name=J+Adeyemi&password=") + kPassword);
  EXPECT_EQ(own.status, 303) << "with the same password";
}

TEST_F(StaffList, roles_change_at_once_but_nobody_gives_or_takes_the_own) {
  Browser office;
  sign_in(office, "R+Patel");
  EXPECT_EQ(page(office, "/today").status, 200);
  ASSERT_EQ(
      form(browser_, "/users/change", "id=S1&name=R+Patel&position=Governor&roles=governor").status,
      303);
  EXPECT_EQ(page(office, "/today").status, 404);
  ASSERT_EQ(
      form(browser_, "/users/change", "id=S3&name=S+Ahmed-Day&position=Headteacher&roles=governor")
          .status,
      303);
  EXPECT_EQ(member("S3").roles, std::vector<reg::Role>{reg::Role::head});
  EXPECT_EQ(member("S3").name.text(), "S Ahmed-Day");
  EXPECT_EQ(page(browser_, "/users").status, 200);
}

TEST_F(StaffList, whoever_left_comes_in_no_more_and_stands_in_what_was_signed) {
  Browser office;
  sign_in(office, "R+Patel");
  enter(1, "L", "overslept");
  const auto uid = *CardNumber::parse("04A1B2C3");
  ASSERT_TRUE(writer_->ask([&](store::Register& held) {
    return held.put_staff_cards({{uid, "S1", {}, on("2025-09-01"), {}}});
  }));
  EXPECT_EQ(form(browser_, "/users/leave", "id=S1").status, 422) << "it is asked for twice";
  EXPECT_EQ(form(browser_, "/users/leave", "id=S3&sure=yes").status, 422) << "oneself";
  ASSERT_EQ(form(browser_, "/users/leave", "id=S1&sure=yes").status, 303);
  EXPECT_EQ(audited(), "S Ahmed | R Patel: left, account closed");
  EXPECT_NE(page(office, "/today").status, 200);
  EXPECT_EQ(form(office, "/sign-in", std::string("name=R+Patel&password=") + kPassword).status,
            422);
  EXPECT_TRUE(member("S1").roles.empty());
  const auto school = *writer_->ask([](store::Register& held) { return held.school(); });
  EXPECT_EQ(school.staff_cards.front().revoked, on("2026-01-12"));
  const auto list = page(browser_, "/users").body;
  EXPECT_THAT(list, HasSubstr("R Patel"));
  EXPECT_THAT(list, HasSubstr("Left"));
  const auto person = page(browser_, "/users/person?id=S1").body;
  EXPECT_THAT(person, Not(HasSubstr("/users/invite")));
  EXPECT_THAT(person, Not(HasSubstr("/users/leave")));
  EXPECT_EQ(form(browser_, "/users/invite", "id=S1").status, 422);
  ASSERT_EQ(
      form(browser_, "/users/change", "id=S1&name=R+Patel&position=Clerk&roles=office").status, 303)
      << "comes back";
  EXPECT_THAT(page(browser_, "/users/person?id=S1").body, HasSubstr("/users/unlock"));
}

TEST_F(StaffList, a_deputy_who_left_acts_no_more) {
  ASSERT_EQ(form(browser_, "/users/acting", "id=S1&role=headteacher&from=2026-01-12&to=2026-01-30")
                .status,
            303);
  ASSERT_EQ(form(browser_, "/users/leave", "id=S1&sure=yes").status, 303);
  const auto staff = *writer_->ask([](store::Register& held) { return held.staff(); });
  EXPECT_TRUE(reg::roles_on(member("S1"), staff.acting, on("2026-01-13")).empty());
  EXPECT_FALSE(reg::signs_as(member("S1"), reg::Role::head, staff.acting, on("2026-01-13")));
}

TEST_F(StaffList, is_the_headteachers_alone) {
  for (const char* id : {"S1", "S2"}) {
    Browser other;
    sign_in(other, std::string(id) == "S1" ? "R+Patel" : "J+Okoro");
    for (const char* path : {"/users/add", "/users/change", "/users/leave"}) {
      EXPECT_EQ(form(other, path, "id=S3&sure=yes").status, 404) << path;
    }
  }
}

}  // namespace
}  // namespace handbell::office
