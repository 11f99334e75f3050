#include "app/kiosk/shell/failure_note.h"

#include "../../store/temporary_folder.h"
#include <gtest/gtest.h>

namespace handbell::kiosk {
namespace {

constexpr Steady kNow{1'000'000};

TEST(FailureNote, is_read_once_by_the_kiosk_that_is_started_next) {
  const store::TemporaryFolder folder;
  FailureNote(folder.path(), 5).leave(kNow + seconds(7));
  const FailureNote next(folder.path(), 5);
  EXPECT_EQ(next.take(kNow + seconds(1)).until, kNow + seconds(7));
  EXPECT_EQ(next.take(kNow + seconds(1)).until, std::nullopt);
}

TEST(FailureNote, keeps_what_is_to_be_taken_back_longer_than_its_screen_D49) {
  const store::TemporaryFolder folder;
  const FailureNote note(folder.path(), 5);
  note.leave(kNow + seconds(7), {12, 15});
  const auto left = note.take(kNow + minutes(9));
  EXPECT_EQ(left.until, std::nullopt);
  EXPECT_EQ(left.owed, (std::vector<std::uint64_t>{12, 15}));
  EXPECT_TRUE(note.take(kNow).owed.empty()) << "once";
  note.leave(kNow + seconds(7), {12});
  EXPECT_TRUE(FailureNote(folder.path(), 6).take(kNow).owed.empty()) << "another start";
}

TEST(FailureNote, is_nobodys_elses_and_not_for_ever) {
  const store::TemporaryFolder folder;
  const store::TemporaryFolder other;
  const FailureNote note(folder.path(), 5);
  note.leave(kNow + seconds(7));
  EXPECT_EQ(FailureNote(other.path(), 5).take(kNow).until, std::nullopt)
      << "another kiosk's folder";
  EXPECT_EQ(FailureNote(folder.path(), 6).take(kNow).until, std::nullopt)
      << "the machine was started anew";
  note.leave(kNow + seconds(7));
  EXPECT_EQ(note.take(kNow + seconds(7)).until, std::nullopt) << "it is over";
  note.leave(kNow + minutes(60));
  EXPECT_EQ(note.take(kNow).until, std::nullopt) << "nothing of ours says so long a time";
}

}  // namespace
}  // namespace handbell::kiosk
