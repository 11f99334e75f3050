#include "app/store/atomic_file.h"

#include "temporary_folder.h"
#include <gtest/gtest.h>

namespace handbell::store {
namespace {

TEST(AtomicFile, what_was_written_reads_back_and_leaves_nothing_beside_it) {
  const TemporaryFolder folder;
  const std::string path = folder.file("door-book");
  ASSERT_TRUE(write_file(path, "first, and longer"));
  const std::string bytes("sec\0nd", 6);
  ASSERT_TRUE(write_file(path, bytes));
  EXPECT_EQ(read_file(path, 100), bytes);
  const std::filesystem::directory_iterator all(folder.path());
  EXPECT_EQ(std::distance(begin(all), end(all)), 1);
}

TEST(AtomicFile, a_limit_is_the_largest_that_is_read) {
  const TemporaryFolder folder;
  ASSERT_TRUE(write_file(folder.file("x"), "12345"));
  EXPECT_EQ(read_file(folder.file("x"), 5), "12345");
  EXPECT_EQ(read_file(folder.file("x"), 4).error().code, FaultCode::file_too_large);
}

TEST(AtomicFile, a_missing_file_and_a_missing_folder_are_named) {
  const TemporaryFolder folder;
  EXPECT_EQ(read_file(folder.file("x"), 5).error().code, FaultCode::file_unreadable);
  EXPECT_EQ(read_file(folder.path(), 5).error().code, FaultCode::file_unreadable);
  EXPECT_EQ(write_file(folder.file("no/x"), "").error().code, FaultCode::folder_missing);
}

}  // namespace
}  // namespace handbell::store
