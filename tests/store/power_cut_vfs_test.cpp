#include "app/store/power_cut_vfs.h"

#include <gtest/gtest.h>

#include <array>

namespace handbell::store {
namespace {

std::vector<std::uint8_t> bytes(std::size_t size, std::uint8_t value) {
  return std::vector<std::uint8_t>(size, value);
}

TEST(PowerCutDisk, what_was_synced_stays_whatever_happens) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    PowerCutDisk disk;
    const DiskFilePtr file = disk.create("a");
    disk.write(*file, 0, bytes(2000, 1));
    disk.sync(*file);
    disk.sync_folder();
    disk.write(*file, 1000, bytes(100, 2));
    disk.cut(seed, CutMode::by_chance);
    const auto& after = disk.find("a")->bytes();
    ASSERT_EQ(after.size(), 2000U);
    for (std::size_t at = 0; at < after.size(); ++at) {
      const bool written = at >= 1000 && at < 1100;
      if (!written) {
        EXPECT_EQ(after[at], 1) << seed << " " << at;
      }
    }
  }
}

TEST(PowerCutDisk, each_fate_of_a_sector_happens) {
  bool kept = false;
  bool dropped = false;
  bool torn = false;
  bool garbled = false;
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    PowerCutDisk disk;
    const DiskFilePtr file = disk.create("a");
    disk.write(*file, 0, bytes(512, 1));
    disk.sync(*file);
    disk.sync_folder();
    disk.write(*file, 0, bytes(512, 2));
    disk.cut(seed, CutMode::by_chance);
    const auto& after = disk.find("a")->bytes();
    const auto ones = std::count(after.begin(), after.end(), 1);
    const auto twos = std::count(after.begin(), after.end(), 2);
    kept = kept || twos == 512;
    dropped = dropped || ones == 512;
    torn = torn || (ones > 0 && twos > 0 && ones + twos == 512);
    garbled = garbled || ones + twos < 100;
  }
  EXPECT_TRUE(kept && dropped && torn && garbled);
}

TEST(PowerCutDisk, names_and_lengths_are_lost_until_their_sync) {
  PowerCutDisk disk;
  const DiskFilePtr kept = disk.create("kept");
  disk.write(*kept, 0, bytes(600, 1));
  disk.sync(*kept);
  disk.sync_folder();
  (void)disk.create("new");
  disk.resize(*kept, 0);
  disk.remove("kept");
  disk.cut(1, CutMode::drop_all);
  EXPECT_EQ(disk.files(), std::vector<std::string>{"kept"});
  EXPECT_EQ(disk.find("kept")->bytes().size(), 600U);
}

TEST(PowerCutDisk, without_power_everything_fails_until_it_is_back) {
  PowerCutDisk disk;
  const DiskFilePtr file = disk.create("a");
  disk.lose_power_after(1);
  EXPECT_EQ(disk.write(*file, 0, bytes(1, 1)), DiskAnswer::done);
  EXPECT_EQ(disk.sync(*file), DiskAnswer::failed);
  EXPECT_EQ(disk.write(*file, 0, bytes(1, 1)), DiskAnswer::failed);
  EXPECT_FALSE(disk.has_power());
  disk.cut(1, CutMode::keep_all);
  EXPECT_TRUE(disk.has_power());
}

}  // namespace
}  // namespace handbell::store
