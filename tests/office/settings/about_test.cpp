// About: the policy's name and dates, and what of the settings was taken from it.
#include "golden.h"
#include "office_fixture.h"
#include <gmock/gmock.h>

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

class AboutPage : public OfficeTest {
 protected:
  void SetUp() override {
    OfficeTest::SetUp();
    gate_.become("A Noor", "Headteacher", {reg::Role::head});
  }
  net::Response entered(const char* reviewed, const char* due) {
    return post("/settings/about",
                std::string("name=Attendance+Policy&reviewed=") + reviewed + "&due=" + due);
  }
};

TEST_F(AboutPage, shows_the_policys_name_and_dates_P01) {
  EXPECT_THAT(get("/settings/about").body, HasSubstr("not entered yet"));
  EXPECT_EQ(entered("2025-11-10", "2026-11-10").status, 303);
  const auto page = get("/settings/about").body;
  EXPECT_THAT(page, HasSubstr("Attendance Policy</dd>"));
  EXPECT_THAT(page, HasSubstr("10 November 2025</dd>"));
  EXPECT_THAT(page, HasSubstr("Regulations 2024"));
  auto golden = page;
  const std::string version = HANDBELL_VERSION;
  golden.replace(golden.find(version), version.size(), "VERSION");
  expect_golden("about.html", golden);
}

TEST_F(AboutPage, reminds_of_the_review_and_lists_what_was_taken_from_the_policy_P45) {
  EXPECT_EQ(entered("2025-11-10", "2026-11-10").status, 303);
  EXPECT_THAT(get("/settings").body, Not(HasSubstr("due for review")));
  clock_.set("2026-10-12T09:00:00");
  EXPECT_THAT(get("/settings").body,
              HasSubstr("The attendance policy is due for review by 10 November 2026."));
  clock_.set("2026-12-01T09:00:00");
  const auto page = get("/settings/about").body;
  EXPECT_THAT(page, HasSubstr("The review of the attendance policy was due by 10 November 2026."));
  for (const char* words :
       {"96.5 %", "95.0 %", "more than 20", "from 10 sessions in 10 school weeks"}) {
    EXPECT_THAT(page, HasSubstr(words));
  }
}

TEST_F(AboutPage, takes_no_dates_that_cannot_be) {
  EXPECT_EQ(entered("2026-11-10", "2027-11-10").status, 422) << "still to come";
  EXPECT_EQ(entered("2025-11-10", "2025-11-10").status, 422);
  EXPECT_EQ(entered("2025-11-31", "2026-11-10").status, 422);
  EXPECT_THAT(get("/settings/about").body, HasSubstr("not entered yet"));
}

TEST_F(AboutPage, is_read_by_office_and_technician_and_written_by_the_head) {
  for (const auto role : {reg::Role::office, reg::Role::technician}) {
    gate_.become("R Patel", "Somebody", {role});
    EXPECT_EQ(get("/settings/about").status, 200);
    EXPECT_EQ(entered("2025-11-10", "2026-11-10").status, 404);
  }
}

}  // namespace
}  // namespace handbell::office
