// Reports on paper: the page's figures in their order, charts among them, every script right.
#include "../../paper/read_pdf.h"
#include "reports_fixture.h"
#include "some_letters.h"

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

class ReportPaper : public ReportsTest {};

TEST_F(ReportPaper, of_the_governors_names_nobody_and_has_its_stamp_on_it_D50) {
  become(reg::Role::governor);
  const auto file = get("/reports/governors?as=pdf");
  EXPECT_EQ(file.status, 200);
  EXPECT_EQ(file.content_type, "application/pdf");
  EXPECT_THAT(file.headers.at("Content-Disposition"), HasSubstr("legal-register-handbell.pdf"));
  const std::string words = paper::PdfFile(file.body).words();
  const auto title = words.find("Attendance report for governors");
  const auto classes = words.find("By class");
  ASSERT_NE(title, std::string::npos);
  EXPECT_LT(title, classes);
  EXPECT_LT(classes, words.find("By code"));
  EXPECT_THAT(words, HasSubstr("Oak Lane"));
  EXPECT_THAT(words, HasSubstr("Legal register: Handbell"));
  EXPECT_THAT(words, HasSubstr("fewer than 5"));
  for (const char* name : {"Amira", "Ross", "Forename", "Surname"}) {
    EXPECT_THAT(words, Not(HasSubstr(name)));
  }
}

TEST_F(ReportPaper, has_the_schools_logo) {
  const std::string ring =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 40'>"
      "<circle cx='20' cy='20' r='16' fill='#1d70b8'/></svg>";
  become(reg::Role::head);
  const auto bare = get("/reports/governors?as=pdf").body.size();
  ASSERT_TRUE(writer_->ask([&](store::Register& held) {
    return held.change_logo(some_logo_change(), ring, clock_.at());
  }));
  EXPECT_NE(get("/reports/governors?as=pdf").body.size(), bare);
}

TEST_F(ReportPaper, of_the_annual_lines_has_names_in_every_script) {
  auto rows = three_pupils();
  rows[0].surname = *NamePart::parse("رضا");
  rows[0].forename = *NamePart::parse("علی");
  rows[1].forename = *NamePart::parse("Phạm Minh");
  rows[1].surname = *NamePart::parse("Żak");
  ASSERT_TRUE(writer_->ask([&](store::Register& held) { return held.put_pupils(rows); }));
  become(reg::Role::head);
  const std::string words = paper::PdfFile(get("/reports/annual?class=Owls&as=pdf").body).words();
  EXPECT_THAT(words, HasSubstr("Phạm Minh Żak"));
  EXPECT_THAT(words, HasSubstr("رضا"));
}

}  // namespace
}  // namespace handbell::office
