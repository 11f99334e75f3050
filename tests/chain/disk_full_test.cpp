// The kiosk's disk is full: no tick, and it goes on by itself when there is room.
#include "running_school.h"
#include <sys/mount.h>

#include <filesystem>

namespace handbell::chain {
namespace {

namespace fs = std::filesystem;

/// A disk of 2 MB in place of the kiosk's folder, with what that held.
class SmallDisk {
 public:
  explicit SmallDisk(std::string folder) : folder_(std::move(folder)) {
    const std::string kept = folder_ + ".kept";
    fs::rename(folder_, kept);
    fs::create_directory(folder_);
    mounted_ = ::mount("none", folder_.c_str(), "tmpfs", 0, "size=2m,mode=0700") == 0;
    if (mounted_) fs::copy(kept, folder_, fs::copy_options::recursive);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  ~SmallDisk() {
    if (mounted_) ::umount2(folder_.c_str(), MNT_DETACH);
  }
  [[nodiscard]] bool mounted() const { return mounted_; }
  void fill() const {
    std::ofstream file(folder_ + "/filler", std::ios::binary);
    const std::string block(4096, 'x');
    while (file << block << std::flush) continue;
  }
  void make_room() const { fs::remove(folder_ + "/filler"); }

 private:
  std::string folder_;
  bool mounted_ = false;
};

TEST(DiskFull, nothing_is_confirmed_and_the_kiosk_goes_on_by_itself_when_there_is_room) {
  RunningSchool school;
  school.learn_school();
  const SmallDisk disk(school.kiosk_folder());
  if (!disk.mounted()) GTEST_SKIP() << "only root may mount a small disk";
  school.start_kiosk();
  const auto cards = demo_cards();
  (void)school.card(kReceptionCard);
  ASSERT_TRUE(until([&] { return school.shows("Immy A"); })) << school.described();
  disk.fill();
  // The write-ahead log may have room left for a few more; then the disk is really full.
  std::size_t i = 20;
  const bool refused = until([&] {
    (void)school.card(cards[i++]);
    return until([&] { return school.shows_screen("not_recorded"); }, 1) || i > 60;
  });
  ASSERT_TRUE(refused);
  EXPECT_TRUE(school.shows_screen("not_recorded")) << school.described();
  EXPECT_TRUE(school.shows("Please go to the office"));
  EXPECT_FALSE(school.shows("You are in"));
  EXPECT_FALSE(school.kiosk().ended());
  disk.make_room();
  (void)school.card(kNurseryCard);
  EXPECT_TRUE(until([&] { return school.shows("Fatima A"); })) << school.described();
  EXPECT_FALSE(school.kiosk().ended());
  EXPECT_EQ(school.end_kiosk(), 0);
  EXPECT_NE(school.verified().find("all as they were written"), std::string::npos);
}

}  // namespace
}  // namespace handbell::chain
