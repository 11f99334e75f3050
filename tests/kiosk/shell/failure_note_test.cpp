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
  EXPECT_EQ(next.take(kNow + seconds(1)), kNow + seconds(7));
  EXPECT_EQ(next.take(kNow + seconds(1)), std::nullopt);
}

TEST(FailureNote, is_nobodys_elses_and_not_for_ever) {
  const store::TemporaryFolder folder;
  const store::TemporaryFolder other;
  const FailureNote note(folder.path(), 5);
  note.leave(kNow + seconds(7));
  EXPECT_EQ(FailureNote(other.path(), 5).take(kNow), std::nullopt) << "another kiosk's folder";
  EXPECT_EQ(FailureNote(folder.path(), 6).take(kNow), std::nullopt)
      << "the machine was started anew";
  note.leave(kNow + seconds(7));
  EXPECT_EQ(note.take(kNow + seconds(7)), std::nullopt) << "it is over";
  note.leave(kNow + minutes(60));
  EXPECT_EQ(note.take(kNow), std::nullopt) << "nothing of ours says so long a time";
}

}  // namespace
}  // namespace handbell::kiosk
