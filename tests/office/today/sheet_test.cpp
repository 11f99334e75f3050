// The day on paper.
#include "golden.h"
#include "office_fixture.h"
#include <gmock/gmock.h>

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

class DaySheet : public OfficeTest {
 protected:
  net::Response sheet(const std::string& day) {
    return get("/today/sheet" + (day.empty() ? "" : "?on=" + day));
  }
};

TEST_F(DaySheet, has_each_class_with_its_children_and_says_as_of_which_entry_D50) {
  tap(1, "2026-01-12T08:52:10", "L");
  enter(2, "N", "not in class");
  enter(2, "L", "was queueing at the close");
  const auto page = sheet("");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("Legal register: Handbell."));
  EXPECT_THAT(page.body, HasSubstr("entry 2, link "));
  EXPECT_THAT(page.body,
              HasSubstr("Printed on Monday 12 January 2026 at 09:10 by R Patel, Office"));
  EXPECT_THAT(page.body, HasSubstr("N became L, by J Okoro, Class teacher: was queueing"));
  EXPECT_THAT(page.body, HasSubstr("L proposed, not yet accepted"));
  EXPECT_THAT(page.body, HasSubstr("1 proposal of this day still waits"));
  EXPECT_LT(page.body.find("Cara Lewis"), page.body.find("Amira Khan")) << "Ducklings before Owls";
  EXPECT_LT(page.body.find("Amira Khan"), page.body.find("Ben Ross"));
}

TEST_F(DaySheet, of_a_day_without_anything_is_whole_and_one_to_come_is_none) {
  EXPECT_THAT(sheet("2026-01-09").body, HasSubstr("Nothing was amended."));
  EXPECT_EQ(sheet("2026-01-13").status, 404);
  EXPECT_EQ(sheet("2026-02-30").status, 404);
  EXPECT_EQ(sheet("%3Cscript%3E").status, 404);
}

TEST_F(DaySheet, shows_a_code_of_health_to_those_alone_who_may_set_it) {
  enter(1, "I", "fever");
  gate_.become("D Lead", "DSL", {reg::Role::dsl});
  EXPECT_THAT(sheet("").body, HasSubstr("•"));
  EXPECT_THAT(sheet("").body, Not(HasSubstr("fever")));
  gate_.become("J Okoro", "Class teacher", {reg::Role::teacher}, {"Owls"});
  EXPECT_EQ(sheet("").status, 404);
}

}  // namespace
}  // namespace handbell::office
