// The teacher marked present, the door says otherwise: a person decides once (D09).
#include "report_school.h"

namespace handbell::admin {
namespace {

const std::string kManager = "R Patel, Office manager";

class Settle : public ReportSchool {
 protected:
  std::string waiting() const { return report({"reconcile"}); }
};

TEST_F(Settle, keeping_the_teachers_mark_is_an_entry_with_a_reason_and_ends_the_question) {
  mark(1, "2026-01-16 am", "/");
  tap(1, "2026-01-16T08:52:00");
  EXPECT_NE(waiting().find("Suggest L: card at 08:52, before the register closed at 09:00 (D09)."),
            std::string::npos)
      << waiting();
  const std::vector<std::string> keep{
      "settle", "1001", "2026-01-16", "am", "--reason", "went out and came back", "--by", kManager};
  EXPECT_NE(done(keep).find("/ for Amira Khan"), std::string::npos);
  EXPECT_EQ(waiting(), "");
  EXPECT_NE(done({"history", "1001", "2026-01-16", "am"}).find("went out and came back"),
            std::string::npos);
  EXPECT_EQ(report({"lateness", "--on", "2026-01-16"}), "") << "nor is the child late";
  EXPECT_EQ(ask(keep).status, 1);
}

TEST_F(Settle, who_was_queueing_at_the_close_is_late_and_no_absence_D13) {
  tap(2, "2026-01-16T09:00:20");
  done({"settle", "1002", "2026-01-16", "am", "--code", "L", "--reason",
        "was queueing at the close", "--by", kManager});
  EXPECT_EQ(waiting(), "");
  EXPECT_NE(report({"lateness", "--on", "2026-01-16"}).find("Ben Ross"), std::string::npos);
  const Answer nobody =
      ask({"settle", "1003", "2026-01-16", "am", "--code", "L", "--reason", "x", "--by", kManager});
  EXPECT_NE(nobody.err.find("do not differ"), std::string::npos) << nobody.err;
}

}  // namespace
}  // namespace handbell::admin
