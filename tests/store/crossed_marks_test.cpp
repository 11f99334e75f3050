// Two people write of one child at once, a hundred times, through the writer that pages use: both
// entries stand, and exactly one of the two is told of the other's.
#include "app/register/crossed_marks.h"

#include "app/store/owner.h"

#include "counted_random.h"
#include "either_register.h"
#include "small_school.h"
#include <gtest/gtest.h>

#include <barrier>
#include <future>
#include <thread>

namespace handbell::store {
namespace {

constexpr int kRounds = 100;
constexpr const char* kPatel = "R Patel, Office manager";
constexpr const char* kOkoro = "J Okoro, Class teacher";

reg::MarkDraft says(const char* who, const char* code, SessionId session, int pupil = 1) {
  return {PupilId(pupil), session,  reg::code_of(code), std::nullopt,
          std::nullopt,   "Looked", "Office",           *reg::Author::parse(who)};
}

/// What one person has written, and what of the other's that person is told.
struct Told {
  Result<std::vector<reg::Mark>> written;
  Result<std::vector<reg::Mark>> crossed;
};

class CrossedMarks : public testing::TestWithParam<const char*> {
 protected:
  using Writer = Owner<Register>;

  void SetUp() override {
    store_ = either_register(GetParam(), random_, vfs_);
    ASSERT_TRUE(store_);
    ASSERT_TRUE(store_->put_pupils(three_pupils()));
    ASSERT_TRUE(store_->put_periods(one_year()));
    ASSERT_TRUE(store_->put_times(reg::policy_times(on("2025-09-01"))));
  }

  Told write(const std::vector<reg::MarkDraft>& drafts, const std::vector<std::uint64_t>& seen) {
    return write_to(*store_, drafts, seen);
  }
  static Told write_to(Register& held, const std::vector<reg::MarkDraft>& drafts,
                       const std::vector<std::uint64_t>& seen) {
    Told told{held.enter(drafts, instant("2026-01-12T09:30:00")), std::vector<reg::Mark>{}};
    if (told.written) told.crossed = reg::crossed_marks(held, *told.written, seen);
    return told;
  }

  static SessionId session_of(int round) { return {on("2025-09-01").plus(round), Half::am}; }

  Owner<Register>::Together together() {
    auto* file = dynamic_cast<RegisterFile*>(store_.get());
    if (file != nullptr) return [file](const auto& parts) { return file->together(parts); };
    return [](const auto& parts) {
      for (const auto& part : parts) part();
      return std::vector<Status>(parts.size());
    };
  }

  /// Each round at the same moment as the other; nobody has seen a mark.
  std::vector<Told> first_marks(Writer& writer, const char* who, const char* code) {
    std::vector<Told> rounds;
    for (int round = 0; round < kRounds; ++round) {
      Told told;
      std::promise<Status> came;
      at_once_.arrive_and_wait();
      EXPECT_TRUE(writer.leave_shared(
          [&](Register& held) {
            told = write_to(held, {says(who, code, session_of(round))}, {0});
            return told.written.has_value();
          },
          [&came](const Status& status) { came.set_value(status); }));
      EXPECT_TRUE(came.get_future().get());
      rounds.push_back(std::move(told));
    }
    return rounds;
  }

  PowerCutVfs vfs_{"crossed"};
  CountedRandom random_;
  std::unique_ptr<Register> store_;
  std::barrier<> at_once_{2};
  const SessionId session_{on("2026-01-12"), Half::am};
};

TEST_P(CrossedMarks, a_hundred_first_marks_by_two_at_once_are_all_kept_and_each_difference_told) {
  std::vector<Told> patel;
  std::vector<Told> okoro;
  {
    Writer writer(
        *store_, [](Register&) {}, together());
    std::thread other([&] { okoro = first_marks(writer, kOkoro, "/"); });
    patel = first_marks(writer, kPatel, "I");
    other.join();
  }
  for (int i = 0; i < kRounds; ++i) {
    const auto round = static_cast<std::size_t>(i);
    ASSERT_TRUE(patel[round].written && okoro[round].written);
    const bool patel_came_first = patel[round].written->front().replaces == 0;
    const Told& first = patel_came_first ? patel[round] : okoro[round];
    const Told& second = patel_came_first ? okoro[round] : patel[round];
    EXPECT_EQ(*store_->history(PupilId(1), session_of(i)),
              (std::vector{first.written->front(), second.written->front()}));
    EXPECT_TRUE(first.crossed->empty());
    EXPECT_EQ(*second.crossed, *first.written) << "whose mark, which and when";
  }
  EXPECT_TRUE(store_->verify());
}

TEST_P(CrossedMarks, who_saw_what_stood_is_told_nothing) {
  const auto first = write({says(kPatel, "I", session_)}, {0});
  EXPECT_TRUE(first.crossed->empty());
  const auto amended = write({says(kOkoro, "/", session_)}, {first.written->front().entry});
  EXPECT_TRUE(amended.crossed->empty());
}

TEST_P(CrossedMarks, who_looked_long_ago_is_told_of_all_that_came_since_oldest_first) {
  const auto seen = write({says(kPatel, "I", session_)}, {0}).written->front();
  const auto one = write({says(kOkoro, "/", session_)}, {seen.entry}).written->front();
  const auto two = write({says(kOkoro, "L", session_)}, {one.entry}).written->front();
  EXPECT_EQ(*write({says(kPatel, "M", session_)}, {seen.entry}).crossed, (std::vector{one, two}));
}

TEST_P(CrossedMarks, in_a_class_only_the_children_are_listed_of_whom_somebody_else_wrote) {
  const auto others = write({says(kPatel, "I", session_, 2)}, {0}).written->front();
  const auto whole = write({says(kOkoro, "/", session_, 1), says(kOkoro, "/", session_, 2),
                            says(kOkoro, "/", session_, 3)},
                           {0, 0, 0});
  EXPECT_EQ(*whole.crossed, std::vector{others});
}

TEST_P(CrossedMarks, ones_own_in_the_same_call_crosses_nobodys) {
  const auto twice = write({says(kPatel, "I", session_), says(kPatel, "M", session_)}, {0, 0});
  EXPECT_TRUE(twice.crossed->empty());
}

INSTANTIATE_TEST_SUITE_P(Stores, CrossedMarks, testing::Values("memory", "sqlite"),
                         [](const auto& of) { return std::string(of.param); });

}  // namespace
}  // namespace handbell::store
