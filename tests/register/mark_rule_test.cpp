// Which marks are refused, and that each says why.
#include "app/register/mark_rule.h"

#include "small_school.h"
#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

class MarkRule : public testing::Test {
 protected:
  MarkRule() {
    school_.pupils = three_pupils();
    for (std::size_t i = 0; i < 3; ++i) {
      school_.pupils[i].id = PupilId(static_cast<std::int64_t>(i) + 1);
    }
    auto periods = one_year();
    periods.push_back({on("2026-01-20"), on("2026-01-20"), PeriodKind::unplanned, "Snow", {}});
    school_.calendar = *Calendar::from_periods(periods);
  }

  MarkDraft mark(const char* code, const char* day = "2026-01-12", Half half = Half::am) const {
    return {
        PupilId(1),   {on(day), half}, code_of(code), std::nullopt,
        std::nullopt, "Rang at 8:20",  "Office",      *Author::parse("R Patel, Office manager")};
  }
  FaultCode refused(const MarkDraft& draft, const std::vector<Role>& roles = {Role::office}) const {
    const Status entered = may_enter(draft, school_, roles, now_);
    return entered ? FaultCode::usage : entered.error().code;
  }

  School school_;
  SessionId now_{on("2026-03-02"), Half::am};
  static constexpr FaultCode kTaken = FaultCode::usage;
};

TEST(ActingRoles, let_a_deputy_set_leave_and_sign_for_it_and_end_with_their_last_day_D52) {
  const auto lund = *Author::parse("S Lund, Deputy headteacher");
  const auto noor = *Author::parse("A Noor, Headteacher");
  Staff staff;
  staff.members = {
      {"AN", *NamePart::parse("A Noor"), *NamePart::parse("Headteacher"), {Role::head}, {}},
      {"SL",
       *NamePart::parse("S Lund"),
       *NamePart::parse("Deputy headteacher"),
       {Role::office},
       {}}};
  EXPECT_EQ(signature(lund, code_of("C"), staff, on("2026-01-12")), lund) << "may_set() refuses";
  EXPECT_FALSE(may_name(lund, staff.members[1], staff, on("2026-01-12")));
  EXPECT_FALSE(may_name(noor, staff.members[0], staff, on("2026-01-12")))
      << "nobody names himself or herself";
  EXPECT_TRUE(may_name(noor, staff.members[1], staff, on("2026-01-12")));
  staff.acting = {*ActingRole::from("SL", Role::head, on("2026-01-12"), on("2026-01-16"), noor)};
  EXPECT_EQ(signature(lund, code_of("C"), staff, on("2026-01-12")).text(),
            "S Lund, acting headteacher");
  EXPECT_EQ(signature(lund, code_of("I"), staff, on("2026-01-12")), lund)
      << "what the own role allows is signed as ever";
  EXPECT_EQ(signature(lund, code_of("C"), staff, on("2026-01-17")), lund);
  EXPECT_TRUE(may_name(lund, staff.members[0], staff, on("2026-01-16")));
  EXPECT_FALSE(may_name(lund, staff.members[1], staff, on("2026-01-16")));
  EXPECT_EQ(staff.named("SL"), &staff.members[1]);
  EXPECT_EQ(staff.named("A Noor"), &staff.members[0]);
  EXPECT_EQ(staff.named("N Obody"), nullptr);
}

TEST_F(MarkRule, the_office_enters_an_illness_and_not_leave_which_is_the_heads) {
  EXPECT_EQ(refused(mark("I")), kTaken);
  EXPECT_EQ(refused(mark("C")), FaultCode::code_not_theirs);
  EXPECT_EQ(refused(mark("C"), {Role::head}), kTaken);
  EXPECT_EQ(refused(mark("I"), {Role::teacher}), FaultCode::code_not_theirs);
  EXPECT_EQ(refused(mark("I"), {Role::teacher, Role::office}), kTaken) << "two roles (D52)";
  EXPECT_EQ(refused(mark("/"), {Role::governor}), FaultCode::code_not_theirs);
}

TEST_F(MarkRule, a_session_that_has_not_begun_has_no_mark) {
  now_ = {on("2026-01-12"), Half::am};
  EXPECT_EQ(refused(mark("I")), kTaken);
  EXPECT_EQ(refused(mark("I", "2026-01-12", Half::pm)), FaultCode::day_to_come);
  EXPECT_EQ(refused(mark("I", "2026-01-13")), FaultCode::day_to_come);
}

TEST_F(MarkRule, there_is_no_mark_without_a_session_D11) {
  EXPECT_EQ(refused(mark("I", "2026-01-11")), FaultCode::session_closed) << "Sunday";
  EXPECT_EQ(refused(mark("/", "2026-02-17")), FaultCode::session_closed) << "half term";
  EXPECT_EQ(refused(mark("#", "2026-02-17")), kTaken);
  EXPECT_EQ(refused(mark("#")), FaultCode::code_not_theirs) << "school is open";
  EXPECT_EQ(refused(mark("Y4", "2026-01-20"), {Role::head}), kTaken);
  EXPECT_EQ(refused(mark("/", "2026-01-20")), FaultCode::session_closed) << "snow";
}

TEST_F(MarkRule, withdrawn_codes_and_the_other_halfs_sign_are_refused) {
  EXPECT_EQ(refused(mark("H"), {Role::head}), FaultCode::withdrawn_code);
  EXPECT_EQ(refused(mark("\\")), FaultCode::other_half);
  EXPECT_EQ(refused(mark("\\", "2026-01-12", Half::pm)), kTaken);
}

TEST_F(MarkRule, a_child_has_marks_while_on_roll_and_Z_before) {
  school_.pupils[0].start = on("2026-01-12");
  EXPECT_EQ(refused(mark("/")), kTaken);
  EXPECT_EQ(refused(mark("/", "2026-01-09")), FaultCode::not_on_roll);
  EXPECT_EQ(refused(mark("Z", "2026-01-09")), kTaken);
  EXPECT_EQ(refused(mark("Z")), FaultCode::not_on_roll);
  school_.pupils[0].leaving = on("2026-01-12");
  EXPECT_EQ(refused(mark("/", "2026-01-13")), FaultCode::not_on_roll);
}

TEST_F(MarkRule, X_is_for_children_below_school_age_outside_their_pattern_D20_D36) {
  school_.pupils[0].date_of_birth = on("2020-10-10");  // of school age from 31 December 2025
  school_.pupils[0].pattern = *AttendancePattern::parse("1010101010");
  EXPECT_EQ(refused(mark("X", "2025-12-10", Half::pm)), kTaken);
  EXPECT_EQ(refused(mark("X", "2025-12-10", Half::am)), FaultCode::code_not_for_session);
  EXPECT_EQ(refused(mark("X", "2026-01-12", Half::pm)), FaultCode::code_not_for_age);
  EXPECT_EQ(refused(mark("C2", "2026-01-12", Half::pm), {Role::head}), kTaken);
}

TEST_F(MarkRule, an_entry_without_a_reason_is_none) {
  auto draft = mark("I");
  draft.reason.clear();
  EXPECT_EQ(refused(draft), FaultCode::entry_incomplete);
}

TEST(RoleOf, reads_the_position_and_the_staff_list_before_it) {
  const auto role = [](const char* position) { return role_of(*Author::from("A Noor", position)); };
  EXPECT_EQ(role("Headteacher"), Role::head);
  EXPECT_EQ(role("acting headteacher"), Role::head);
  EXPECT_EQ(role("Deputy headteacher"), Role::office);
  EXPECT_EQ(role("Reception teacher"), Role::teacher);
  EXPECT_EQ(role("Senior attendance champion"), Role::champion);
  EXPECT_EQ(role("Office manager"), Role::office);
  const std::vector<StaffMember> staff{
      {"7", *NamePart::parse("A Noor"), *NamePart::parse("Deputy head"), {Role::teacher}, {}}};
  const auto noor = *Author::from("A Noor", "Headteacher");
  EXPECT_EQ(roles_of(noor, staff, {}, on("2026-01-12")), (std::vector{Role::teacher}));
  const auto acting = *ActingRole::from("7", Role::head, on("2026-01-12"), on("2026-01-16"),
                                        *Author::parse("B Head, Headteacher"));
  EXPECT_EQ(roles_of(noor, staff, {acting}, on("2026-01-12")),
            (std::vector{Role::teacher, Role::head}));
}

}  // namespace
}  // namespace handbell::reg
