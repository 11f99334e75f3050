// The page of differences: what the other register says otherwise stands until both agree (D50).
#include "app/exchange/mark_import.h"

#include "golden.h"
#include "office_fixture.h"
#include <gmock/gmock.h>

#include <regex>

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

class Differences : public OfficeTest {
 protected:
  /// As the page Import does it; answers how much was written.
  std::size_t import(const std::string& rows) {
    const std::string file = "AdmissionNumber,Date,Session,Code,MinutesLate,Comment\r\n" + rows;
    return writer_->ask([&](store::Register& held) -> std::size_t {
      const auto parsed =
          exchange::parse_marks("sims.csv", file, **held.shared_school(), on("2026-01-12"));
      EXPECT_TRUE(parsed && parsed->refused.empty());
      const auto by = *reg::Author::from("R Patel", "Office");
      const auto plan = exchange::plan_marks(held, *parsed, "sims.csv", by, clock_.at());
      EXPECT_TRUE(plan && exchange::take(held, *plan, clock_.at()));
      return plan->found.fresh.size() + plan->elsewhere.size();
    });
  }
  void other_is_legal() {
    ASSERT_TRUE(writer_->ask([&](store::Register& held) {
      return held.change({std::string(reg::kLegalRegister), "SIMS", on("2026-01-01"),
                          "the trust's decision", *reg::Author::from("A Noor", "Headteacher")},
                         clock_.at());
    }));
  }
  /// The form of the first line.
  std::string form() {
    const std::string body = get("/reconcile/differences").body;
    const std::regex field("name=\"(entry|pupil|day|session|seen)\" value=\"([^\"]*)\"");
    std::string all;
    int fields = 0;
    for (std::sregex_iterator at(body.begin(), body.end(), field), end; at != end && fields < 5;
         ++at, ++fields) {
      all += (all.empty() ? "" : "&") + (*at)[1].str() + "=" + (*at)[2].str();
    }
    return all;
  }
};

TEST_F(Differences, are_none_where_both_say_the_same) {
  enter(1, "/", "seen in class");
  EXPECT_EQ(import("1001,2026-01-12,AM,/,,\r\n"), 0U);
  const auto page = get("/reconcile/differences");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("Both registers say the same"));
  expect_golden("differences-empty.html", page.body);
}

TEST_F(Differences, stay_on_the_page_after_the_import_and_a_second_import_adds_nothing_D50) {
  other_is_legal();
  enter(1, "/", "seen in class");
  EXPECT_EQ(import("1001,2026-01-12,AM,L,12,\r\n1002,2026-01-12,AM,/,,\r\n"), 2U);
  EXPECT_EQ(import("1001,2026-01-12,AM,L,12,\r\n1002,2026-01-12,AM,/,,\r\n"), 0U);
  const auto page = get("/reconcile/differences").body;
  expect_golden("differences.html", page);
  EXPECT_THAT(page, HasSubstr("L (12 minutes)"));
  EXPECT_THAT(page, HasSubstr("SIMS, which is the legal register"));
  EXPECT_THAT(page, Not(HasSubstr("Ben Ross"))) << "what was new became an entry";
  EXPECT_THAT(get("/reconcile").body, HasSubstr("1 session of this day is told otherwise by SIMS"));
  EXPECT_EQ(marks().front().what.code, reg::code_of("/")) << "nobody's mark is overwritten";
}

TEST_F(Differences, end_when_a_person_enters_what_the_other_says_and_where_it_is_from) {
  enter(1, "/", "seen in class");
  import("1001,2026-01-12,AM,L,12,\r\n");
  EXPECT_EQ(post("/reconcile/differences", form()).status, 303);
  EXPECT_THAT(get("/reconcile/differences").body, HasSubstr("Entered: L for Amira Khan"));
  const auto history = *writer_->ask([&](store::Register& held) {
    return held.history(PupilId(1), {on("2026-01-12"), Half::am});
  });
  ASSERT_EQ(history.size(), 2U) << "the teacher's mark is kept";
  EXPECT_EQ(history.back().what.minutes_late, 12);
  EXPECT_EQ(history.back().what.reason, "as in the other register: sims.csv");
  EXPECT_EQ(history.back().what.by.text(), "R Patel, Office");
  EXPECT_THAT(get("/reconcile/differences").body, HasSubstr("Both registers say the same"));
}

TEST_F(Differences, end_when_the_other_register_is_put_right_and_imported_again) {
  enter(1, "/", "seen in class");
  import("1001,2026-01-12,AM,L,12,\r\n");
  EXPECT_EQ(import("1001,2026-01-12,AM,/,,\r\n"), 1U) << "that it agrees now is kept too";
  EXPECT_THAT(get("/reconcile/differences").body, HasSubstr("Both registers say the same"));
  EXPECT_EQ(marks().front().replaces, 0U);
}

TEST_F(Differences, enter_nothing_where_either_side_changed_since_the_page_was_shown) {
  enter(1, "/", "seen in class");
  import("1001,2026-01-12,AM,L,12,\r\n");
  const std::string shown = form();
  enter(1, "N", "not seen after all");
  const auto refused = post("/reconcile/differences", shown);
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("Amira Khan has another mark meanwhile, here or there."));
  EXPECT_EQ(marks().front().what.code, reg::code_of("N"));
  EXPECT_EQ(post("/reconcile/differences", "entry=1&pupil=99&day=2026-01-12&session=am").status,
            404);
  EXPECT_EQ(post("/reconcile/differences", "entry=1&pupil=1&day=2026-02-30&session=am").status,
            404);
}

TEST_F(Differences, replace_no_mark_that_this_person_may_not_see) {
  enter(1, "E", "suspended");
  import("1001,2026-01-12,AM,/,,\r\n");
  const auto page = get("/reconcile/differences").body;
  EXPECT_THAT(page, HasSubstr("\u2022"));
  EXPECT_THAT(page, Not(HasSubstr("suspended")));
  EXPECT_THAT(page, Not(HasSubstr("action=\"/reconcile/differences\"")));
  const auto mark = std::to_string(marks().front().entry);
  const auto theirs = std::to_string(marks().front().entry + 1);
  EXPECT_EQ(post("/reconcile/differences",
                 "pupil=1&day=2026-01-12&session=am&seen=" + mark + "&entry=" + theirs)
                .status,
            404);
  EXPECT_EQ(marks().front().what.code, reg::code_of("E"));
}

TEST_F(Differences, of_another_year_are_asked_for_by_its_number) {
  EXPECT_THAT(get("/reconcile/differences?year=2024").body, HasSubstr("school year 2024/25"));
  for (const char* year : {"2099", "x", "-1", "1999"}) {
    EXPECT_EQ(get(std::string("/reconcile/differences?year=") + year).status, 404) << year;
  }
}

}  // namespace
}  // namespace handbell::office
