#include "app/register/staff_card_holders.h"

#include "small_school.h"
#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

const CardNumber kUid = *CardNumber::parse("04A1B2C3");

StaffMember staff_named(const char* id, const char* name) {
  return {id, *NamePart::parse(name), *NamePart::parse("Teacher"), {}, {}};
}

StaffCardHolders holders(const std::vector<StaffCardRecord>& cards) {
  School school;
  school.staff_cards = cards;
  return {school,
          {staff_named("rp", "R Patel"), staff_named("jo", "J Okoro")},
          [](const CardNumber& uid) { return uid == kUid ? CardHash{7} : CardHash{8}; }};
}

std::optional<Instant> at(const char* day) { return from_local(on(day), at_time("15:02")); }

TEST(StaffCardHolders, a_card_is_of_whoever_held_it_on_that_day) {
  const auto of = holders({{kUid, "rp", {}, on("2025-09-01"), on("2026-01-12")},
                           {kUid, "jo", {}, on("2026-01-13"), {}}});
  EXPECT_EQ(of.whose(CardHash{7}, at("2026-01-11")), "R Patel");
  EXPECT_EQ(of.whose(CardHash{7}, at("2026-01-12")), kUnknownStaffCard) << "revoked on this day";
  EXPECT_EQ(of.whose(CardHash{7}, at("2026-01-13")), "J Okoro");
  EXPECT_EQ(of.whose(CardHash{7}, std::nullopt), "J Okoro") << "who has it now";
  EXPECT_EQ(of.whose(CardHash{7}, at("2025-08-31")), kUnknownStaffCard);
}

TEST(StaffCardHolders, nobodys_card_and_a_card_of_somebody_who_left_are_not_known) {
  const auto of = holders({{kUid, "gone", {}, on("2025-09-01"), {}}});
  EXPECT_EQ(of.whose(CardHash{7}, at("2026-01-12")), kUnknownStaffCard);
  EXPECT_EQ(of.whose(CardHash{9}, at("2026-01-12")), kUnknownStaffCard);
  EXPECT_EQ(StaffCardHolders().whose(CardHash{7}, at("2026-01-12")), kUnknownStaffCard);
}

}  // namespace
}  // namespace handbell::reg
