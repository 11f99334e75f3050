#include "app/office/letters/letter_batches.h"

#include "app/store/memory_register.h"

#include "counted_random.h"
#include "small_school.h"
#include <gtest/gtest.h>

#include <atomic>

namespace handbell::office {
namespace {

class Batches : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(store_.name_school("Oak Lane"));
    ASSERT_TRUE(store_.put_pupils(three_pupils()));
    ASSERT_TRUE(store_.put_periods(one_year()));
  }
  LetterJob job(std::vector<PupilId> pupils, const char* owner = "me") {
    auto source = paper::LetterSource::read(store_, paper::LetterKind::lateness,
                                            instant("2026-01-12T09:10:00"));
    EXPECT_TRUE(source);
    return {std::make_shared<const paper::LetterSource>(std::move(*source)),
            std::move(pupils),
            {"A Noor, Headteacher"},
            owner,
            on("2026-01-12")};
  }
  BatchSeen ended(LetterBatches& batches, std::uint64_t number) {
    for (int i = 0; i < 1000; ++i) {
      const auto seen = batches.seen(number, "me");
      if (!seen || seen->state > BatchState::running) return seen.value_or(BatchSeen());
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return {};
  }

  CountedRandom random_;
  store::MemoryRegister store_{random_};
  std::atomic<std::int64_t> now_{0};
  std::function<Steady()> steady_ = [this] { return Steady{now_}; };
};

TEST_F(Batches, are_made_one_after_the_other_and_kept_for_an_hour) {
  LetterBatches batches(steady_);
  const auto first = batches.leave(job({PupilId(1), PupilId(2)}));
  const auto second = batches.leave(job({PupilId(3)}));
  ASSERT_TRUE(first && second);
  EXPECT_EQ(ended(batches, *second).state, BatchState::done);
  const auto seen = ended(batches, *first);
  EXPECT_EQ(seen.made, 2U);
  EXPECT_EQ(seen.of, 2U);
  ASSERT_NE(batches.file(*first, "me"), nullptr);
  EXPECT_TRUE(batches.file(*first, "me")->starts_with("%PDF"));
  EXPECT_EQ(batches.all_of("me").size(), 2U);
  now_ = hours(1).count;
  EXPECT_NE(batches.file(*first, "me"), nullptr);
  now_ = hours(1).count + 1;
  EXPECT_EQ(batches.file(*first, "me"), nullptr);
  EXPECT_TRUE(batches.all_of("me").empty());
}

TEST_F(Batches, are_seen_and_stopped_by_their_maker_alone) {
  LetterBatches batches(steady_);
  const auto number = batches.leave(job({PupilId(1)}));
  EXPECT_FALSE(batches.seen(*number, "another"));
  batches.stop(*number, "another");
  EXPECT_EQ(ended(batches, *number).state, BatchState::done);
  EXPECT_EQ(batches.file(*number, "another"), nullptr);
}

TEST_F(Batches, keep_the_file_and_nothing_that_it_was_written_from) {
  LetterBatches batches(steady_);
  auto left = job({PupilId(1)});
  const std::weak_ptr<const paper::LetterSource> source = left.source;
  const auto number = batches.leave(std::move(left));
  EXPECT_EQ(ended(batches, *number).state, BatchState::done);
  // Its thread lets go of the last of it behind the file.
  for (int i = 0; i < 100 && !source.expired(); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  EXPECT_TRUE(source.expired());
  EXPECT_EQ(batches.seen(*number, "me")->kind, paper::LetterKind::lateness);
}

TEST_F(Batches, that_are_stopped_leave_nothing) {
  LetterBatches batches(steady_);
  const std::vector<PupilId> many(2000, PupilId(1));
  const auto number = batches.leave(job(many));
  batches.stop(*number, "me");
  EXPECT_EQ(ended(batches, *number).state, BatchState::stopped);
  EXPECT_EQ(batches.file(*number, "me"), nullptr);
}

TEST_F(Batches, that_are_on_their_way_end_with_the_office) {
  LetterBatches batches(steady_);
  const std::vector<PupilId> many(2000, PupilId(1));
  ASSERT_TRUE(batches.leave(job(many)));
}

}  // namespace
}  // namespace handbell::office
