// The disk fails at each operation of a sign-in, one after the other: no tick, "Please go to the
// office", and a clean kiosk within two seconds.
#include "evidence.h"
#include <sys/mman.h>

#include <atomic>

namespace handbell::chain {
namespace {

using Clock = std::chrono::steady_clock;

class FailingDiskTest : public ::testing::Test {
 protected:
  void SetUp() override {
    school_.learn_school();
    children_ = children_of(school_);
    std::ofstream(counter_path()) << std::string(sizeof(int), '\0');
    const int fd = ::open(counter_path().c_str(), O_RDWR | O_CLOEXEC);
    void* place = ::mmap(nullptr, sizeof(int), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    ::close(fd);
    ASSERT_NE(place, MAP_FAILED);
    counter_ = static_cast<std::atomic<int>*>(place);
  }
  void TearDown() override { ::munmap(counter_, sizeof(int)); }
  [[nodiscard]] std::string counter_path() const { return school_.file("counter"); }
  void start() {
    school_.start_kiosk("", "LD_PRELOAD=" HANDBELL_FAILING_DISK
                            " ASAN_OPTIONS=verify_asan_link_order=0"
                            " HANDBELL_FAILING_FILE=/journal.db"
                            " HANDBELL_FAILING_COUNTER=" +
                                counter_path() + " ");
  }
  /// The next child comes; false: sent to the office, or the kiosk ended.
  bool comes_in() {
    const Child& child = children_[next_++];
    (void)school_.card(child.card);
    const bool answered = until([&] {
      return school_.greets(child.shown) || school_.shows_screen("not_recorded") ||
             school_.kiosk().exited();
    });
    EXPECT_TRUE(answered) << school_.lately();
    if (!school_.greets(child.shown)) return false;
    in_.insert(child.pupil);
    return true;
  }
  /// The supervisor's part: it ended, is started again, and the next child is greeted.
  void begin_anew(Clock::time_point failed) {
    EXPECT_FALSE(school_.shows("\"check\"")) << school_.lately();
    ASSERT_TRUE(until([&] { return school_.kiosk().exited(); }));
    EXPECT_EQ(school_.kiosk().wait(), 1);
    start();
    EXPECT_TRUE(school_.shows_screen("not_recorded")) << "whoever reads it reads on";
    const Child& child = children_[next_++];
    (void)school_.card(child.card);
    ASSERT_TRUE(until([&] { return school_.greets(child.shown); })) << school_.lately();
    in_.insert(child.pupil);
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - failed);
    worst_ = std::max<long>(worst_, took.count());
  }

  RunningSchool school_;
  std::vector<Child> children_;
  std::size_t next_ = 0;
  std::set<PupilId> in_;
  std::atomic<int>* counter_ = nullptr;
  long worst_ = 0;  ///< ms
};

TEST_F(FailingDiskTest, at_each_operation_of_a_sign_in_nobody_is_greeted_and_the_next_child_is) {
  constexpr int kMostOperations = 60;
  start();
  ASSERT_TRUE(comes_in());
  int operations = 0;
  for (int failing = 1; failing <= kMostOperations && !HasFatalFailure(); ++failing) {
    *counter_ = failing;
    const auto from = Clock::now();
    const bool in = comes_in();
    const bool reached = *counter_ <= 0;
    *counter_ = 0;
    if (in && !reached) break;  // it needs no more operations than these
    EXPECT_FALSE(in) << "operation " << failing << " failed, and the child was greeted";
    operations = failing;
    begin_anew(from);
  }
  EXPECT_GT(operations, 2);
  EXPECT_LT(operations, kMostOperations);
  EXPECT_LE(worst_, 2000);
  std::cout << operations << " operations failed, clean again after " << worst_
            << " ms at the most\n";
  EXPECT_EQ(school_.end_kiosk(), 0);
  std::set<PupilId> kept;
  for (const auto& tap : taps_in_journal(school_)) kept.insert(tap.pupil);
  EXPECT_TRUE(std::includes(kept.begin(), kept.end(), in_.begin(), in_.end()));
  EXPECT_NE(school_.verified().find("all as they were written"), std::string::npos);
}

}  // namespace
}  // namespace handbell::chain
