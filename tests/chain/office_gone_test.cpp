// The office is away, dies, comes back older, or the kiosk is set up anew: nothing is lost.
#include "running_school.h"

#include <filesystem>

namespace handbell::chain {
namespace {

namespace fs = std::filesystem;

class OfficeGone : public ::testing::Test {
 protected:
  void SetUp() override { school_.learn_school(); }
  /// Taps the next cards, each until the kiosk confirmed it.
  void tap(int count) {
    for (int i = 0; i < count; ++i) {
      const std::string before = school_.described();
      (void)school_.card(cards_[next_++]);
      ASSERT_TRUE(until([&] { return school_.described() != before; })) << before;
    }
  }
  bool register_holds(std::size_t events, std::size_t journals) {
    const std::string all =
        std::to_string(events) + " events of " + std::to_string(journals) + " journals";
    return until([&] { return school_.verified().find(all) != std::string::npos; });
  }

  RunningSchool school_;
  std::vector<std::string> cards_ = demo_cards();
  std::size_t next_ = 30;
};

// learn_school() started the kiosk once: one event before each of these begins.

TEST_F(OfficeGone, taps_without_an_office_arrive_once_when_it_is_there) {
  school_.start_kiosk();
  tap(20);
  school_.start_office();
  EXPECT_TRUE(register_holds(22, 1)) << school_.verified();
}

TEST_F(OfficeGone, an_office_that_is_killed_again_and_again_has_each_once) {
  school_.start_kiosk();
  for (int i = 0; i < 10; ++i) {
    school_.start_office();
    tap(3);
    school_.end_office(SIGKILL);
  }
  school_.start_office();
  EXPECT_TRUE(register_holds(32, 1)) << school_.verified();
}

TEST_F(OfficeGone, an_office_restored_from_an_older_copy_gets_everything_again) {
  school_.start_office();
  school_.start_kiosk();
  tap(5);
  EXPECT_TRUE(register_holds(7, 1)) << school_.verified();
  school_.end_office();
  fs::copy(school_.site() + "/office", school_.file("older"), fs::copy_options::recursive);
  school_.start_office();
  tap(5);
  EXPECT_TRUE(register_holds(12, 1)) << school_.verified();
  school_.end_office();
  fs::remove_all(school_.site() + "/office");
  fs::rename(school_.file("older"), school_.site() + "/office");
  school_.start_office();
  EXPECT_TRUE(register_holds(12, 1)) << school_.verified();
}

TEST_F(OfficeGone, a_kiosk_set_up_anew_loses_nothing_of_either_life) {
  school_.start_office();
  school_.start_kiosk();
  tap(5);
  EXPECT_TRUE(register_holds(7, 1)) << school_.verified();
  school_.end_kiosk();
  for (const char* file : {"journal.db", "journal.db-wal", "journal.db-shm"}) {
    fs::remove(school_.kiosk_folder() + "/" + file);
  }
  school_.start_kiosk();
  tap(5);
  EXPECT_TRUE(register_holds(13, 2)) << school_.verified();
  EXPECT_EQ(school_.end_kiosk(), 0);
  EXPECT_EQ(school_.end_office(), 0);
}

}  // namespace
}  // namespace handbell::chain
