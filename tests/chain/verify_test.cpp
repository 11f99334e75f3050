// What `handbell verify` finds with the real programs: beside a kiosk that runs, and where somebody
// had the disk in his hands.
#include "evidence.h"

namespace handbell::chain {
namespace {

class Verify : public testing::Test {
 protected:
  void SetUp() override {
    school_.start_office();
    school_.start_kiosk();
    ASSERT_TRUE(until([&] { return school_.shows("School"); })) << school_.lately();
    school_.card(kReceptionCard);
    ASSERT_TRUE(until([&] { return school_.late("2026-01-12").size() == 1; })) << school_.lately();
  }
  static void change(const std::string& file, const std::string& trigger, const std::string& sql) {
    SQLite::Database raw(file, SQLite::OPEN_READWRITE);
    raw.exec("DROP TRIGGER " + trigger);
    raw.exec(sql);
  }
  void enter_a_mark() {
    school_.handbell("accept --on 2026-01-12 --session am --by 'R Patel, office manager'");
  }

  RunningSchool school_;
};

TEST_F(Verify, reads_the_journal_of_a_kiosk_that_runs_and_asks_how_it_is) {
  const std::string found = school_.handbell("verify");
  EXPECT_NE(found.find("kiosk-1: 2 entries, all as they were written."), std::string::npos)
      << found;
  const std::string status = school_.handbell("status");
  EXPECT_NE(status.find("2 entries, 0 not yet at the office"), std::string::npos) << status;
  school_.card(kReceptionCard);
  EXPECT_TRUE(school_.answers()) << "it goes on";
}

TEST_F(Verify, a_kiosk_forgets_what_the_office_had_for_a_week_and_a_child_still_comes_in_D51) {
  ASSERT_TRUE(until([&] {
    return school_.handbell("status").find("2 entries, 0 not yet") != std::string::npos;
  })) << school_.handbell("status");
  EXPECT_EQ(school_.end_kiosk(), 0);
  school_.set_clock("2026-01-20T08:51:00");
  school_.start_kiosk();
  school_.card(kNurseryCard);
  // Whoever asks the kiosk keeps it from its rest: the office is asked.
  const auto held = [&] {
    const auto kiosks = nlohmann::json::parse(school_.handbell("list kiosks --format json"));
    return kiosks[0].value("held", 0);
  };
  ASSERT_TRUE(until([&] { return held() == 5; })) << held();
  EXPECT_NE(school_.handbell("verify").find("kiosk-1: entries 3 to 5"), std::string::npos);
  EXPECT_EQ(school_.end_kiosk(), 0);
  const std::string found = school_.handbell("verify");
  EXPECT_NE(found.find("0 entries and 5 events of 1 journals"), std::string::npos) << found;
  EXPECT_NE(
      found.find("kiosk-1: entries 3 to 5, all as they were written; those before went a week "
                 "after the office had them."),
      std::string::npos)
      << found;
  EXPECT_EQ(school_.late("2026-01-12").size(), 1U) << "the register has all of it";
  EXPECT_EQ(school_.late("2026-01-20").size(), 1U);
}

TEST_F(Verify, a_journal_cut_short_is_named_by_the_office) {
  EXPECT_EQ(school_.end_kiosk(), 0);
  change(school_.kiosk_folder() + "/journal.db", "entry_is_never_removed",
         "DELETE FROM entry WHERE seq = 2");
  const std::string said = school_.handbell("verify", 1);
  EXPECT_NE(said.find("entry 2 was seen, and entry 1 is the last of kiosk-1"), std::string::npos)
      << said;
}

TEST_F(Verify, a_register_cut_short_is_named_by_the_kiosk) {
  enter_a_mark();
  // With its next message the kiosk hears of the entry, and keeps it when the door is quiet.
  school_.card(kNurseryCard);
  ASSERT_TRUE(until([&] {
    return school_.handbell("list kiosks --format csv").find(",3,") != std::string::npos;
  })) << school_.handbell("list kiosks --format csv");
  EXPECT_EQ(school_.end_kiosk(), 0);
  EXPECT_EQ(school_.end_office(), 0);
  const std::string file = school_.site() + "/office/register.db";
  change(file, "entry_is_never_removed",
         "DELETE FROM year_line; DELETE FROM mark; DELETE FROM entry");
  const std::string said = school_.handbell("verify", 1);
  EXPECT_NE(said.find("saw entry 1 of the register, which ends at 0"), std::string::npos) << said;
}

}  // namespace
}  // namespace handbell::chain
