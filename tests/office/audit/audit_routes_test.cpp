// The page "Who read what": every look at a child's record is there, for whoever answers for it.
#include "golden.h"
#include "office_fixture.h"
#include <gmock/gmock.h>

namespace handbell::office {
namespace {

using reg::Role;
using testing::HasSubstr;
using testing::Not;

class AuditPage : public OfficeTest {
 protected:
  void as_head() { gate_.become("A Head", "Headteacher", {Role::head}); }
};

TEST_F(AuditPage, every_look_at_a_record_is_there_with_who_and_when) {
  get("/pupils/one?pupil=1");
  clock_.forward(minutes(1));
  get("/pupils/mark?pupil=2&day=2026-01-12&session=am");
  as_head();
  const auto page = get("/audit");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("R Patel, Office"));
  expect_golden("audit.html", page.body);
  EXPECT_THAT(get("/audit").body, HasSubstr("who read what")) << "looking here is taken down, too";
}

TEST_F(AuditPage, what_was_printed_or_asked_about_leave_is_there_too) {
  get("/today/sheet");
  get("/absence/child?pupil=1");
  get("/presence/child?pupil=2");
  as_head();
  const auto page = get("/audit").body;
  EXPECT_THAT(page, HasSubstr("day sheet of 2026-01-12"));
  EXPECT_THAT(page, HasSubstr("leave requests"));
  EXPECT_THAT(page, HasSubstr("where the child was"));
}

TEST_F(AuditPage, of_one_child_alone) {
  get("/pupils/one?pupil=1");
  get("/pupils/one?pupil=2");
  as_head();
  const auto page = get("/audit?pupil=2");
  EXPECT_THAT(page.body, HasSubstr("Only of"));
  EXPECT_THAT(page.body.substr(page.body.find("<tbody")), Not(HasSubstr("Amira")));
  EXPECT_EQ(get("/audit?pupil=99").status, 404);
}

TEST_F(AuditPage, of_one_person_or_one_kind_alone) {
  get("/pupils/one?pupil=1");
  gate_.become("J Okoro", "Class teacher", {Role::teacher}, {"Owls"});
  get("/pupils/one?pupil=2");
  as_head();
  const auto page = get("/audit").body;
  const std::string option = "\">J Okoro, Class teacher</option>";
  const auto at = page.find(option);
  ASSERT_NE(at, std::string::npos);
  const auto key = page.substr(at - 8, 8);
  const auto hers = get("/audit?who=" + key).body;
  EXPECT_THAT(hers, HasSubstr("Ben Ross"));
  EXPECT_THAT(hers, HasSubstr("<option value=\"" + key + "\" selected>J Okoro"));
  EXPECT_THAT(hers.substr(hers.find("<tbody")), Not(HasSubstr("R Patel")));
  const auto looks = get("/audit?kind=7").body;
  EXPECT_THAT(looks.substr(looks.find("<tbody")), Not(HasSubstr("pupil&#39;s record")));
  EXPECT_THAT(get("/audit?kind=6").body, HasSubstr("Nothing of that kind"));
}

TEST_F(AuditPage, the_adults_on_Calls_and_Out_of_school_are_there_by_child_once_an_hour) {
  enter(2, "N", "not known");
  for (int i = 0; i < 3; ++i) get("/calls");
  as_head();
  const auto page = get("/audit?pupil=2").body;
  EXPECT_THAT(page, HasSubstr(">calls</td>"));
  EXPECT_EQ(page.find(">calls</td>"), page.rfind(">calls</td>"));
}

TEST_F(AuditPage, whom_Out_of_school_shows_is_there_too) {
  tap(1, "2026-01-12T08:52:10", "L");
  reg::Passed passed;
  passed.pupil = PupilId(1);
  passed.at.wall = instant("2026-01-12T09:00:00");
  passed.reason = "appointment";
  deliver(door_.write(passed, passed.at.wall).seq);
  for (int i = 0; i < 3; ++i) get("/out");
  as_head();
  const auto page = get("/audit?pupil=1").body;
  const std::string cell = ">out of school, all</td>";
  EXPECT_THAT(page, HasSubstr(cell));
  EXPECT_EQ(page.find(cell), page.rfind(cell));
}

TEST_F(AuditPage, whoever_was_refused_read_nothing) {
  gate_.become("J Okoro", "Class teacher", {Role::teacher}, {"Owls"});
  EXPECT_EQ(get("/pupils/one?pupil=3").status, 404);
  as_head();
  EXPECT_THAT(get("/audit").body, HasSubstr("Nobody read anything"));
}

TEST_F(AuditPage, days_that_do_not_exist_come_back_as_they_were_typed) {
  as_head();
  const auto page = get("/audit?from=2026-02-30&to=2026-01-12");
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("value=\"2026-02-30\""));
  EXPECT_THAT(page.body, HasSubstr("There is a problem"));
  EXPECT_THAT(get("/audit?from=2026-01-12&to=2026-01-11").body,
              HasSubstr("The last day lies before the first."));
}

TEST_F(AuditPage, is_for_the_head_and_the_DSL_alone) {
  for (const auto role :
       {Role::office, Role::teacher, Role::champion, Role::governor, Role::technician}) {
    gate_.become("S Else", "Somebody", {role});
    EXPECT_EQ(get("/audit").status, 404);
  }
  gate_.become("D Lead", "DSL", {Role::dsl});
  EXPECT_EQ(get("/audit").status, 200);
}

}  // namespace
}  // namespace handbell::office
