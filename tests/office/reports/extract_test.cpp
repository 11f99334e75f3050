// The extract of the register that an inspector takes along.
#include "reports_fixture.h"

namespace handbell::office {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kExtractWeek = "/reports/extract?from=2026-01-05&to=2026-01-09";

class Extract : public ReportsTest {
 protected:
  void amend(int pupil, const char* code, const char* reason) {
    const auto done = writer_->ask([&](store::Register& held) {
      return held.enter({{PupilId(pupil),
                          {on("2026-01-09"), Half::am},
                          reg::code_of(code),
                          std::nullopt,
                          std::nullopt,
                          reason,
                          "Office",
                          *reg::Author::from("R Patel", "Office")}},
                        instant("2026-01-12T10:30:00"));
    });
    ASSERT_TRUE(done) << sentence(done.error());
  }
};

TEST_F(Extract, shows_what_stands_and_every_amendment_with_its_five_parts) {
  amend(20, "O", "no reason in five days");
  become(reg::Role::head);
  const auto page = get(kExtractWeek);
  EXPECT_EQ(page.status, 200);
  for (const char* words : {"Owls, week from Monday 5 January 2026", "no reason in five days",
                            "2026-01-12 10:30", "R Patel, Office", "Read from register ",
                            "330 marks stand in these days.", "Legal register: Handbell"}) {
    EXPECT_THAT(page.body, HasSubstr(words));
  }
  const auto file = get(std::string(kExtractWeek) + "&as=csv");
  EXPECT_THAT(file.body, HasSubstr("Date,Session,Class,Surname,Forename,UPN,Entry,Replaces,Code"));
  EXPECT_THAT(file.headers.at("Content-Disposition"),
              HasSubstr("register-extract_2026-01-05_2026-01-09_legal-register-handbell.csv"));
  EXPECT_THAT(taken_down(),
              Contains(HasSubstr("extract of the register 2026-01-05 to 2026-01-09")));
}

TEST_F(Extract, of_one_class_is_a_page_to_print) {
  become(reg::Role::head);
  const auto page = get(std::string(kExtractWeek) + "&class=Owls");
  EXPECT_THAT(page.body, Not(HasSubstr("Surname")));
  auto body = page.body;
  const auto link = body.find("Read from register");
  body.erase(link, body.find("</p>", link) - link);
  expect_golden("extract.html", body);
}

TEST_F(Extract, hides_from_the_office_what_it_may_not_set) {
  become(reg::Role::office);
  const auto page = get(kExtractWeek).body;
  EXPECT_THAT(page, Not(HasSubstr(">T</td>")));
  EXPECT_THAT(page, HasSubstr("2 of them are a dot: the headteacher&#39;s extract shows"));
  EXPECT_THAT(get(std::string(kExtractWeek) + "&as=csv").body, Not(HasSubstr(",T,")));
  become(reg::Role::head);
  EXPECT_THAT(get(kExtractWeek).body, HasSubstr(">T</td>"));
}

TEST_F(Extract, changes_nothing_and_is_for_head_and_office) {
  become(reg::Role::head);
  const auto before = register_->witness();
  (void)get(kExtractWeek);
  EXPECT_EQ(register_->witness()->head.seq, before->head.seq);
  for (const auto role :
       {reg::Role::teacher, reg::Role::governor, reg::Role::technician, reg::Role::champion}) {
    become(role);
    EXPECT_EQ(get(kExtractWeek).status, 404);
  }
}

TEST_F(Extract, of_more_than_a_term_is_asked_in_parts) {
  become(reg::Role::head);
  const auto page = get("/reports/extract?from=2025-09-01&to=2026-01-31");
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("These are 153 days; ask for 100 at most at a time."));
}

TEST_F(Extract, of_a_large_school_is_asked_class_by_class) {
  std::vector<reg::PupilRecord> rows;
  for (int i = 34; i < 300; ++i) rows.push_back(child(i));
  ASSERT_TRUE(writer_->ask([&](store::Register& held) { return held.put_pupils(rows); }));
  become(reg::Role::head);
  const auto page = get("/reports/extract?from=2025-10-01&to=2026-01-08");
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("These are 100 days of 299 children; ask for a class, or for "
                                   "fewer days."));
  EXPECT_EQ(get("/reports/extract?from=2025-10-01&to=2026-01-08&class=Owls").status, 200);
}

}  // namespace
}  // namespace handbell::office
