#include "app/register/release.h"

#include "small_school.h"
#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

DayCollector neighbour(const char* adult = "Łucja Wójcik") {
  return {PupilId(1),
          on("2026-01-12"),
          *NamePart::parse(adult),
          "neighbour",
          "Nadia Khan",
          "by telephone, on the number that we hold",
          "",
          *Author::parse("R Patel, Office manager")};
}

Contact listed(const char* name, bool may_collect, const char* order = "") {
  return {PupilId(1), 1, *NamePart::parse(name), "", true, {}, {}, may_collect, order};
}

TEST(DayCollector, names_who_of_the_family_told_us_and_how) {
  EXPECT_TRUE(complete(neighbour()));
  auto untold = neighbour();
  untold.told_by.clear();
  EXPECT_EQ(complete(untold).error(),
            (Fault{FaultCode::entry_incomplete, "who of the family told us"}));
  auto unknown = neighbour();
  unknown.told_how.clear();
  EXPECT_FALSE(complete(unknown));
  auto long_winded = neighbour();
  long_winded.told_how = std::string(201, 'x');
  EXPECT_EQ(complete(long_winded).error().code, FaultCode::entry_too_long);
}

TEST(DayCollector, is_somebody_who_may_collect_where_nobody_else_is_named_D49) {
  const auto adult = neighbour().adult;
  EXPECT_TRUE(collect_warning({}, PupilId(1), adult));
  EXPECT_FALSE(collect_warning({}, PupilId(1), adult, {neighbour()}));
  EXPECT_TRUE(collect_warning({}, PupilId(2), adult, {neighbour()})) << "another child's";
}

TEST(DayCollector, is_on_the_list_of_that_day_alone) {
  const std::vector<Contact> contacts{listed("Nadia Khan", true)};
  const auto adult = neighbour().adult;
  EXPECT_FALSE(collect_warning(contacts, PupilId(1), adult, {neighbour()}));
  EXPECT_EQ(collect_warning(contacts, PupilId(1), adult),
            "Łucja Wójcik is not on the list of who may collect");
  EXPECT_FALSE(collector_warning(contacts, neighbour())) << "whom it is written down for";
}

TEST(DayCollector, lifts_no_court_order_and_no_ban) {
  const std::vector<Contact> contacts{listed("Nadia Khan", true),
                                      listed("Sam Hill", false, "Order of 2025")};
  EXPECT_TRUE(collect_warning(contacts, PupilId(1), neighbour().adult, {neighbour()}));
  const std::vector<Contact> banned{listed("Nadia Khan", true), listed("Sam Hill", false)};
  EXPECT_FALSE(collector_warning(banned, neighbour()));
  EXPECT_EQ(collector_warning(banned, neighbour("sam hill")), "Sam Hill may not collect");
}

}  // namespace
}  // namespace handbell::reg
