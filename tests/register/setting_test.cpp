#include "app/register/setting.h"

#include "dates.h"
#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

Setting legal(const char* value, const char* from) {
  return {std::string(kLegalRegister), value, day(from), "governors' decision",
          *Author::parse("A Noor, Headteacher")};
}

TEST(Setting, counts_from_its_day_until_a_later_one_does_D50) {
  const std::vector<Setting> settings{legal("Other MIS", "2026-01-05"),
                                      legal("Handbell", "2026-09-01")};
  EXPECT_EQ(legal_register({}, day("2026-01-05")), "Handbell");
  EXPECT_EQ(legal_register(settings, day("2026-01-04")), "Handbell");
  EXPECT_EQ(legal_register(settings, day("2026-01-05")), "Other MIS");
  EXPECT_EQ(legal_register(settings, day("2026-08-31")), "Other MIS");
  EXPECT_EQ(legal_register(settings, day("2026-09-01")), "Handbell");
}

TEST(Setting, one_that_was_put_right_from_the_same_day_counts_as_it_was_put_right) {
  const std::vector<Setting> settings{legal("Ohter MIS", "2026-01-05"),
                                      legal("Other MIS", "2026-01-05")};
  EXPECT_EQ(legal_register(settings, day("2026-02-01")), "Other MIS");
  const std::vector<Setting> entered_late{legal("Handbell", "2026-09-01"),
                                          legal("Other MIS", "2026-01-05")};
  EXPECT_EQ(legal_register(entered_late, day("2026-09-02")), "Handbell");
}

TEST(Setting, names_over_some_days_each_legal_register_with_the_day_of_its_change_D50) {
  const std::vector<Setting> settings{
      legal("Handbell", "2025-11-03"), legal("Other MIS", "2026-01-05"),
      legal("Other MIS", "2026-02-02"), legal("Handbell", "2026-09-01")};
  const auto named = [&](const char* from, const char* to) {
    return legal_register(settings, day(from), day(to));
  };
  EXPECT_EQ(named("2025-09-01", "2026-01-04"), "Handbell");
  EXPECT_EQ(named("2026-01-05", "2026-08-31"), "Other MIS") << "set again is no change";
  EXPECT_EQ(named("2026-01-04", "2026-01-05"),
            "Other MIS from Monday 5 January 2026; before that Handbell");
  EXPECT_EQ(named("2025-09-01", "2026-09-01"),
            "Handbell from Tuesday 1 September 2026; before that Other MIS from Monday 5 January "
            "2026; before that Handbell");
}

TEST(Setting, is_the_headteachers_and_needs_a_value_and_a_reason) {
  EXPECT_TRUE(may_change(legal("Other MIS", "2026-01-05"), {Role::head}));
  EXPECT_EQ(may_change(legal("Other MIS", "2026-01-05"), {Role::office}).error().code,
            FaultCode::setting_not_theirs);
  EXPECT_EQ(may_change(legal(" ", "2026-01-05"), {Role::head}).error().code,
            FaultCode::entry_incomplete);
  Setting silent = legal("Other MIS", "2026-01-05");
  silent.reason = "";
  EXPECT_EQ(may_change(silent, {Role::head}).error().code, FaultCode::entry_incomplete);
  Setting strange = legal("yes", "2026-01-05");
  strange.name = "register.free";
  EXPECT_EQ(may_change(strange, {Role::head}).error().code, FaultCode::setting_unknown);
}

TEST(Setting, a_national_figure_is_the_champions_too_and_the_policys_dates_are_the_heads) {
  Setting national = legal("94.7", "2025-09-01");
  national.name = kNationalFigure;
  EXPECT_TRUE(may_change(national, {Role::champion}));
  EXPECT_TRUE(may_change(national, {Role::head}));
  EXPECT_EQ(may_change(national, {Role::office}).error().code, FaultCode::setting_not_theirs);
  Setting due = legal("2026-11-10", "2025-11-10");
  due.name = kPolicyDue;
  EXPECT_TRUE(may_change(due, {Role::head}));
  EXPECT_EQ(may_change(due, {Role::champion}).error().code, FaultCode::setting_not_theirs);
  const std::vector<Setting> settings{national, due};
  EXPECT_EQ(setting_entry_on(settings, kNationalFigure, day("2025-08-31")), nullptr);
  EXPECT_EQ(setting_entry_on(settings, kPolicyDue, day("2026-01-12"))->value, "2026-11-10");
}

}  // namespace
}  // namespace handbell::reg
