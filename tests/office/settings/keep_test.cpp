// What leaves, what is copied, and what goes.
#include "golden.h"
#include "office_fixture.h"
#include <gmock/gmock.h>

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

class Keep : public OfficeTest {};

TEST_F(Keep, marks_leave_as_a_file_whose_name_says_the_legal_register_D50) {
  expect_golden("export.html", get("/settings/export").body);
  enter(1, "L", "overslept");
  const std::string days = "as=csv&from=2026-01-12&to=2026-01-12&which=";
  const auto file = post("/settings/export", days + "current");
  EXPECT_EQ(file.status, 200);
  EXPECT_EQ(file.headers.at("Content-Disposition"),
            "attachment; filename=\"marks_2026-01-12_2026-01-12_legal-register-handbell.csv\"");
  EXPECT_THAT(file.body, HasSubstr("Khan"));
  EXPECT_EQ(post("/settings/export", days + "new").status, 200);
  const auto again = post("/settings/export", days + "new");
  EXPECT_EQ(again.status, 422);
  EXPECT_THAT(again.body, HasSubstr("Everything of these days has left already."));
}

TEST_F(Keep, marks_leave_as_json_too_and_both_are_noted) {
  enter(1, "L", "overslept");
  const std::string days = "from=2026-01-12&to=2026-01-12&which=current&as=";
  const auto file = post("/settings/export", days + "json");
  EXPECT_EQ(file.status, 200);
  EXPECT_EQ(file.headers.at("Content-Disposition"),
            "attachment; filename=\"marks_2026-01-12_2026-01-12_legal-register-handbell.json\"");
  EXPECT_THAT(file.body, HasSubstr("\"surname\": \"Khan\""));
  EXPECT_THAT(file.body, HasSubstr("\"minutes_late\": null"));
  const auto refused = post("/settings/export", days + "xml");
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("Choose what the file is to be."));
  gate_.become("A Noor", "Headteacher", {reg::Role::head});
  EXPECT_THAT(get("/audit").body, HasSubstr("marks 2026-01-12 to 2026-01-12, JSON"));
}

TEST_F(Keep, a_mark_that_the_office_may_not_see_leaves_with_the_headteacher) {
  enter(1, "T", "travelling with the fair");
  enter(1, "I", "ill after all");
  const std::string days = "from=2026-01-12&to=2026-01-12&as=csv&which=";
  for (const char* which : {"current", "every", "new"}) {
    const auto refused = post("/settings/export", days + which);
    EXPECT_EQ(refused.status, 422) << which << ": an amendment names what was there before";
    EXPECT_THAT(refused.body, HasSubstr("a code that you may not see: the headteacher can make"));
    EXPECT_THAT(refused.body, Not(HasSubstr("fair")));
  }
  gate_.become("A Noor", "Headteacher", {reg::Role::head});
  EXPECT_EQ(post("/settings/export", days + "new").status, 200) << "none was noted as exported";
}

TEST_F(Keep, days_that_cannot_be_leave_as_nothing) {
  for (const auto& [typed, words] : std::vector<std::pair<std::string, std::string>>{
           {"from=&to=2026-01-12&which=current", "Give the date."},
           {"from=2026-01-13&to=2026-01-12&which=current", "before the first"},
           {"from=2026-02-30&to=2026-03-01&which=current", "2026-02-30"},
           {"from=2026-01-12&to=2026-01-12&which=all", "Choose which marks."},
           {"from=2026-01-12&to=2026-01-12&which=current", "There is no mark"}}) {
    const auto refused = post("/settings/export", typed + "&as=csv");
    EXPECT_EQ(refused.status, 422) << typed;
    EXPECT_THAT(refused.body, HasSubstr(words)) << typed;
  }
  gate_.become("T Lee", "IT technician", {reg::Role::technician});
  EXPECT_EQ(get("/settings/export").status, 404) << "no pupil data for the technician";
}

TEST_F(Keep, the_technician_makes_a_copy_that_was_read_through) {
  gate_.become("T Lee", "IT technician", {reg::Role::technician});
  expect_golden("keep.html", get("/settings/keep").body);
  EXPECT_EQ(post("/settings/keep/copy", "").status, 303);
  const auto page = get("/settings/keep").body;
  EXPECT_THAT(page, HasSubstr("register-2026-01-12-0910.db"));
  EXPECT_THAT(page, HasSubstr("all as they were written"));
  EXPECT_THAT(page, HasSubstr(">Holds<"));
  EXPECT_TRUE(std::filesystem::exists(folder_ + "/backups/register-2026-01-12-0910.db"));
  const auto twice = post("/settings/keep/copy", "");
  EXPECT_EQ(twice.status, 422);
  EXPECT_THAT(twice.body, HasSubstr("A copy was made in this minute already"));
}

TEST_F(Keep, the_head_approves_by_name_what_is_erased_D39_D51) {
  enter(1, "L", "overslept");
  gate_.become("A Noor", "Headteacher", {reg::Role::head});
  clock_.set("2032-12-01T10:00:00");
  const auto page = get("/settings/keep").body;
  EXPECT_THAT(page, HasSubstr("Entries of the register"));
  expect_golden("keep-due.html", page);
  EXPECT_EQ(post("/settings/keep/erase", "count=1").status, 422);
  EXPECT_EQ(post("/settings/keep/erase", "count=2&sure=yes").status, 422);
  EXPECT_EQ(post("/settings/keep/erase", "count=1&sure=yes").status, 303);
  EXPECT_THAT(get("/settings/keep").body, HasSubstr("approved by A Noor, Headteacher"));
  gate_.become("T Lee", "IT technician", {reg::Role::technician});
  EXPECT_EQ(post("/settings/keep/erase", "count=1&sure=yes").status, 404);
}

}  // namespace
}  // namespace handbell::office
