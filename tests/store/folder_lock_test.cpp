#include "app/store/folder_lock.h"

#include "temporary_folder.h"
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

namespace handbell::store {
namespace {

TEST(FolderLock, a_second_owner_is_told_who_the_first_is) {
  const TemporaryFolder folder;
  const auto first = FolderLock::take(folder.path(), "handbell-office");
  ASSERT_TRUE(first);
  const auto second = FolderLock::take(folder.path(), "handbell");
  ASSERT_FALSE(second);
  const std::string owner = fmt::format("handbell-office (process {})", getpid());
  EXPECT_EQ(second.error(),
            (Fault{FaultCode::folder_owned, folder.path() + " is in use by " + owner}));
  EXPECT_EQ(FolderLock::owner(folder.path()), owner);
}

TEST(FolderLock, is_free_when_its_owner_is_gone) {
  const TemporaryFolder folder;
  { ASSERT_TRUE(FolderLock::take(folder.path(), "a-long-name-that-is-overwritten")); }
  EXPECT_EQ(FolderLock::owner(folder.path()), std::nullopt);
  auto again = FolderLock::take(folder.path(), "b");
  ASSERT_TRUE(again);
  EXPECT_EQ(FolderLock::owner(folder.path()), fmt::format("b (process {})", getpid()));
  const FolderLock moved = std::move(*again);
  EXPECT_FALSE(FolderLock::take(folder.path(), "c"));
}

TEST(FolderLock, needs_the_folder) {
  EXPECT_EQ(FolderLock::take("/nowhere/at/all", "x").error().code, FaultCode::folder_missing);
}

}  // namespace
}  // namespace handbell::store
