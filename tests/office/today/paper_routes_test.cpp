// A paper list after an outage: looked at first, then written in one go.
#include "app/office/today/paper.h"

#include "golden.h"
#include "office_fixture.h"
#include <gmock/gmock.h>

#include <regex>

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

class Paper : public OfficeTest {
 protected:
  std::vector<reg::PresenceFact> told() {
    return *writer_->ask([](store::Register& held) { return held.told(on("2026-01-12")); });
  }
  /// What a page says was looked at in a row.
  static std::string seen(const std::string& page, int row) {
    const std::regex field("name=\"seen-" + std::to_string(row) + "\" value=\"([^\"]*)\"");
    std::smatch found;
    return std::regex_search(page, found, field) ? found[1].str() : "";
  }
};

TEST(PaperRow, reads_a_line_as_people_write_it) {
  const auto read = [](const char* line) {
    const auto row = paper_row_of(line);
    return row.at + "|" + row.child + "|" + row.why;
  };
  EXPECT_EQ(read("08:52 Amira Khan"), "08:52|Amira Khan|");
  EXPECT_EQ(read("  Amira  Khan\t8.52 , overslept "), "8.52|Amira Khan|overslept");
  EXPECT_EQ(read("1002 08:52; bus"), "08:52|1002|bus") << "a number is no time beside one";
  EXPECT_EQ(read("0852 1002"), "0852|1002|");
  EXPECT_EQ(read("Amira Khan"), "|Amira Khan|");
  EXPECT_EQ(read(""), "||");
}

TEST_F(Paper, of_a_school_day_before_is_written_for_that_day) {
  clock_.set("2026-01-13T09:10:00");
  const std::string row = "day=2026-01-12&child-1=1001&at-1=08%3A52";
  const auto look = post("/today/paper", "do=look&" + row).body;
  EXPECT_THAT(look, HasSubstr("name=\"day\" type=\"date\" value=\"2026-01-12\""));
  const auto written =
      post("/today/paper", "do=write&" + row + "&mark-1=suggested&seen-1=" + seen(look, 1));
  EXPECT_EQ(written.status, 303);
  EXPECT_THAT(get("/today").body,
              HasSubstr("1 child of the paper list of Monday 12 January 2026 was written down."));
  ASSERT_EQ(marks().size(), 1U);
  EXPECT_EQ(marks().front().what.code, reg::code_of("L"));
  EXPECT_EQ(told().size(), 1U) << "presence of that day, not of today";
}

TEST_F(Paper, of_no_school_day_keeps_what_was_typed) {
  for (const char* day : {"2026-01-13", "2026-02-30", "x", "2026-01-11"}) {
    const auto page =
        post("/today/paper", std::string("do=look&child-1=1001&at-1=08%3A52&day=") + day);
    EXPECT_EQ(page.status, 422) << day;
    EXPECT_THAT(page.body, HasSubstr("href=\"#day\""));
    EXPECT_THAT(page.body, HasSubstr("value=\"08:52\""));
    EXPECT_THAT(page.body, HasSubstr("value=\"" + std::string(day) + "\""));
  }
}

TEST_F(Paper, is_a_grid_of_twenty_empty_rows) {
  const auto page = get("/today/paper");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("id=\"child-20\""));
  EXPECT_THAT(page.body, Not(HasSubstr("id=\"child-21\"")));
  const auto empty = post("/today/paper", "do=look");
  EXPECT_EQ(empty.status, 422);
  EXPECT_THAT(empty.body, HasSubstr("Type at least one child and a time."));
}

TEST_F(Paper, says_what_each_row_becomes_before_anything_is_written) {
  const auto look = post("/today/paper",
                         "do=write&child-1=amera+khan&at-1=8.52&why-1=overslept"
                         "&lines=09%3A04+1002%0d%0a08%3A20+Cara+Lewis%0d%0a");
  EXPECT_EQ(look.status, 200);
  expect_golden("paper-looked.html", look.body);
  EXPECT_THAT(look.body, HasSubstr("Not written yet"));
  EXPECT_THAT(look.body, HasSubstr("L after 17 minutes"));
  EXPECT_THAT(look.body, HasSubstr("U after 29 minutes"));
  EXPECT_THAT(look.body, HasSubstr("Write all 3 down"));
  EXPECT_TRUE(marks().empty());
  EXPECT_TRUE(told().empty());
}

TEST_F(Paper, then_writes_all_in_one_go) {
  const std::string rows =
      "child-1=Amira+Khan&at-1=08%3A52&why-1=overslept&child-2=1002&at-2=09%3A04";
  const auto look = post("/today/paper", "do=look&" + rows).body;
  const auto done =
      post("/today/paper", "do=write&" + rows + "&mark-1=suggested&seen-1=" + seen(look, 1) +
                               "&mark-2=suggested&seen-2=" + seen(look, 2));
  ASSERT_EQ(done.status, 303) << done.body.substr(0, 300);
  ASSERT_EQ(marks().size(), 2U);
  EXPECT_EQ(marks()[0].what.code, reg::code_of("L"));
  EXPECT_THAT(marks()[0].what.reason, HasSubstr("overslept."));
  EXPECT_EQ(marks()[1].what.code, reg::code_of("U"));
  EXPECT_EQ(told().size(), 2U);
  EXPECT_THAT(get("/today").body, HasSubstr("2 children of the paper list were written down."));
}

TEST_F(Paper, one_wrong_row_holds_back_all_and_comes_back_as_typed) {
  const auto page = post("/today/paper",
                         "do=write&child-1=Amira+Khan&at-1=08%3A52&child-2=%3Cscript%3E&at-2=99"
                         "&child-3=Amira+Khan&at-3=08%3A53&child-4=Ben&at-4=23%3A59"
                         "&child-5=Ross&at-5=08%3A50&why-5=%ff");
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("Row 2: Nobody on roll was found"));
  EXPECT_THAT(page.body, HasSubstr("Row 2: Type the time as the clock showed it"));
  EXPECT_THAT(page.body, HasSubstr("Row 3: Amira Khan stands in the list already."));
  EXPECT_THAT(page.body, HasSubstr("Row 4: That time is still to come."));
  EXPECT_THAT(page.body, HasSubstr("Row 5: The reason is too long"));
  EXPECT_THAT(page.body, HasSubstr("value=\"&lt;script&gt;\""));
  EXPECT_THAT(page.body, Not(HasSubstr("<script>")));
  EXPECT_TRUE(marks().empty());
  EXPECT_TRUE(told().empty());
}

TEST_F(Paper, several_of_one_name_are_asked_apart_by_number) {
  auto rows = three_pupils();
  rows[1].forename = *NamePart::parse("Amira");
  ASSERT_TRUE(writer_->ask([&](store::Register& held) { return held.put_pupils(rows); }));
  const auto page = post("/today/paper", "do=look&child-1=Amira&at-1=08%3A52");
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("Several may be meant: type the admission number."));
  EXPECT_THAT(page.body, HasSubstr("Amira Ross (Owls) is 1002"));
}

TEST_F(Paper, a_teachers_mark_stands_unless_the_row_says_why_D09) {
  enter(1, "/", "seen in class");
  const std::string row = "child-1=1001&at-1=08%3A52";
  const auto look = post("/today/paper", "do=look&" + row).body;
  EXPECT_THAT(look, HasSubstr("The register has / by J Okoro"));
  const auto bare = post("/today/paper", "do=write&" + row + "&mark-1=L&seen-1=" + seen(look, 1));
  EXPECT_EQ(bare.status, 422);
  EXPECT_THAT(bare.body, HasSubstr("Row 1: Say why the mark is another one."));
  const auto kept =
      post("/today/paper", "do=write&" + row + "&mark-1=none&seen-1=" + seen(look, 1));
  EXPECT_EQ(kept.status, 303);
  EXPECT_EQ(marks()[0].what.code, reg::code_of("/"));
}

TEST_F(Paper, a_changed_row_is_looked_at_again) {
  const auto look = post("/today/paper", "do=look&child-1=1001&at-1=08%3A52").body;
  const auto again = post("/today/paper",
                          "do=write&child-1=1002&at-1=08%3A52&mark-1=suggested"
                          "&seen-1=" +
                              seen(look, 1));
  EXPECT_EQ(again.status, 200);
  EXPECT_THAT(again.body, HasSubstr("Not written yet"));
  EXPECT_TRUE(marks().empty());
}

TEST_F(Paper, is_the_offices_and_the_heads_alone) {
  gate_.become("J Okoro", "Class teacher", {reg::Role::teacher}, {"Owls"});
  EXPECT_EQ(get("/today/paper").status, 404);
  EXPECT_EQ(post("/today/paper", "do=look&child-1=1001&at-1=08%3A52").status, 404);
}

}  // namespace
}  // namespace handbell::office
