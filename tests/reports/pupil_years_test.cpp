#include "app/reports/pupil_years.h"

#include "attendance_kit.h"
#include <gtest/gtest.h>

namespace handbell::reports {
namespace {

Proposal proposal(const char* at, const char* code) {
  return {kPupil, session(at), standing(code)};
}

TEST(PupilYears, lines_in_any_order_are_walked_by_date) {
  reg::YearLine later(kPupil, 2026);
  reg::YearLine earlier(kPupil, 2025);
  later.set(session("2026-09-07 AM"), standing("I"));
  earlier.set(session("2026-07-20 PM"), standing("N"));
  const PupilYears years(kPupil, {later, earlier});
  std::vector<SessionId> seen;
  years.each_until(day("2026-12-31"), [&](SessionId at, const auto&) { seen.push_back(at); });
  EXPECT_EQ(seen, (std::vector{session("2026-07-20 PM"), session("2026-09-07 AM")}));
  EXPECT_FALSE(years.at(session("2027-09-07 AM")));
}

TEST(PupilYears, a_proposal_counts_in_place_of_nothing_or_of_N_and_O_D22) {
  const auto years = years_with({"2025-10-06 AM N", "2025-10-07 AM O"},
                                {proposal("2025-10-06 AM", "U"), proposal("2025-10-07 AM", "L"),
                                 proposal("2025-10-08 AM", "U")});
  EXPECT_EQ(years.at(session("2025-10-06 AM")), standing("U"));
  EXPECT_EQ(years.at(session("2025-10-07 AM")), standing("L"));
  EXPECT_EQ(years.at(session("2025-10-08 AM")), standing("U"));
  EXPECT_TRUE(years.is_pending(session("2025-10-08 AM")));
}

TEST(PupilYears, what_a_person_wrote_stands_against_the_kiosk_D09) {
  const auto years = years_with({"2025-10-06 AM /"}, {proposal("2025-10-06 AM", "U")});
  EXPECT_EQ(years.at(session("2025-10-06 AM")), standing("/"));
  EXPECT_FALSE(years.is_pending(session("2025-10-06 AM")));
}

TEST(PupilYears, a_pupil_without_any_mark_may_have_a_proposal) {
  const PupilYears years(kPupil, {}, {proposal("2025-10-06 AM", "L")});
  EXPECT_EQ(years.at(session("2025-10-06 AM")), standing("L"));
}

}  // namespace
}  // namespace handbell::reports
