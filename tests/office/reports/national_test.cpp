// The national figure: typed in, dated, with its source, and refused where it can be none.
#include "reports_fixture.h"

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

class National : public ReportsTest {
 protected:
  std::size_t settings() {
    return writer_->ask([](store::Register& held) { return held.settings(); })->size();
  }
};

TEST_F(National, figure_stands_in_the_reports_with_its_source) {
  become(reg::Role::champion);
  EXPECT_EQ(
      post("/reports/national", "value=94.7&from=2025-09-01&source=DfE,+primary,+2025/26+to+date")
          .status,
      303);
  EXPECT_THAT(get("/reports/national").body, HasSubstr("94.7 %"));
  EXPECT_THAT(get("/reports/patterns").body, HasSubstr("DfE, primary, 2025/26 to date"));
  become(reg::Role::governor);
  EXPECT_THAT(get("/reports/governors").body,
              HasSubstr("is below the national 94.7 % (DfE, primary, 2025/26 to date)."));
  become(reg::Role::head);
  expect_golden("national.html", get("/reports/national").body);
}

TEST_F(National, figure_of_947_per_cent_is_refused_in_one_sentence_and_changes_nothing) {
  become(reg::Role::head);
  const auto before = settings();
  const auto page = post("/reports/national", "value=947+%25&from=2025-09-01&source=DfE");
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("947 % is no national attendance; type it as it was published, "
                                   "between 50.0 and 100.0 per cent with one decimal."));
  EXPECT_EQ(settings(), before);
  EXPECT_EQ(post("/reports/national", "value=94.7&from=2025-09-31&source=DfE").status, 422);
  EXPECT_EQ(post("/reports/national", "value=94.7&from=2025-09-01&source=").status, 422);
  EXPECT_EQ(settings(), before);
}

TEST_F(National, figure_is_read_by_the_office_and_typed_in_by_head_and_champion) {
  become(reg::Role::office);
  EXPECT_THAT(get("/reports/national").body, Not(HasSubstr("<textarea")));
  EXPECT_THAT(get("/reports/national").body, Not(HasSubstr("action=\"/reports/national\"")));
  EXPECT_EQ(post("/reports/national", "value=94.7&from=2025-09-01&source=DfE").status, 404);
}

}  // namespace
}  // namespace handbell::office
