#include "app/register/staff.h"

#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

SchoolDay day(int number) { return *SchoolDay::from_parts(2026, 3, number); }

StaffMember deputy() {
  return {"JB",
          *NamePart::parse("Jo Barnes"),
          *NamePart::parse("Deputy headteacher"),
          {Role::teacher},
          {"Owls"}};
}

ActingRole acting_head(int first, int last) {
  return *ActingRole::from("JB", Role::head, day(first), day(last),
                           *Author::parse("Ada Cole, Headteacher"));
}

TEST(Staff, a_deputy_has_the_role_on_the_days_named_and_on_no_other_D52) {
  const std::vector<ActingRole> acting{acting_head(2, 6)};
  EXPECT_EQ(roles_on(deputy(), acting, day(1)), std::vector<Role>{Role::teacher});
  const std::vector<Role> both{Role::teacher, Role::head};
  EXPECT_EQ(roles_on(deputy(), acting, day(2)), both);
  EXPECT_EQ(roles_on(deputy(), acting, day(6)), both);
  EXPECT_EQ(roles_on(deputy(), acting, day(7)), std::vector<Role>{Role::teacher});
}

TEST(Staff, a_deputy_signs_the_own_name_as_acting_headteacher_D52) {
  const std::vector<ActingRole> acting{acting_head(2, 6)};
  EXPECT_EQ(signs_as(deputy(), Role::head, acting, day(3))->text(),
            "Jo Barnes, acting headteacher");
  EXPECT_EQ(signs_as(deputy(), Role::teacher, acting, day(3))->text(),
            "Jo Barnes, Deputy headteacher");
  EXPECT_FALSE(signs_as(deputy(), Role::head, acting, day(7)));
  EXPECT_FALSE(signs_as(deputy(), Role::office, acting, day(3)));
}

TEST(Staff, an_acting_role_that_ends_before_it_begins_is_refused) {
  const auto head = *Author::parse("Ada Cole, Headteacher");
  EXPECT_EQ(ActingRole::from("JB", Role::head, day(6), day(2), head).error().code,
            FaultCode::period_backwards);
  EXPECT_EQ(ActingRole::from("", Role::head, day(2), day(6), head).error().code,
            FaultCode::bad_person);
}

TEST(Staff, a_second_import_of_the_same_staff_changes_nothing) {
  EXPECT_EQ(merge_staff({}, {deputy()}).count, (ImportCount{1, 0, 0}));
  EXPECT_EQ(merge_staff({deputy()}, {deputy()}).count, (ImportCount{0, 0, 1}));
  StaffMember moved = deputy();
  moved.classes = {"Foxes"};
  const auto merged = merge_staff({deputy()}, {moved});
  EXPECT_EQ(merged.count, (ImportCount{0, 1, 0}));
  EXPECT_EQ(merged.rows, std::vector<StaffMember>{moved});
}

TEST(Role, has_one_name_that_is_read_again_and_the_names_of_everyday) {
  for (const Role role : kRoles) EXPECT_EQ(*parse_role(text_of(role)), role);
  EXPECT_EQ(*parse_role(" Head "), Role::head);
  EXPECT_EQ(*parse_role("dsl"), Role::dsl);
  const auto none = parse_role("caretaker");
  ASSERT_FALSE(none);
  EXPECT_NE(sentence(none.error()).find("\"caretaker\" is none of: class teacher"),
            std::string::npos);
}

TEST(Role, who_looks_on_sets_no_code) {
  for (const Code code : Code::all()) {
    for (const Role role : {Role::dsl, Role::governor, Role::technician}) {
      EXPECT_FALSE(code.may_be_set_by(role)) << code.text();
    }
  }
}

}  // namespace
}  // namespace handbell::reg
