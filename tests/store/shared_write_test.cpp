// Many people write at once: one transaction, one sync, and each hears the truth about the own
// part.
#include "app/store/owner.h"
#include "app/store/power_cut_vfs.h"
#include "app/store/register_file.h"

#include "counted_random.h"
#include "counted_statements.h"
#include "small_school.h"
#include <gtest/gtest.h>

#include <future>
#include <map>
#include <set>

namespace handbell::store {
namespace {

constexpr int kPupils = 40;
constexpr const char* kWal = "register.db-wal";

std::vector<reg::PupilRecord> pupils_of_a_school() {
  std::vector<reg::PupilRecord> rows;
  for (int i = 1; i <= kPupils; ++i) {
    rows.push_back(pupil_named("Zofia", ("Nowak" + std::to_string(i)).c_str(), i));
  }
  return rows;
}

class SharedWrite : public testing::Test {
 protected:
  using Writer = Owner<Register>;
  using Written = std::future<Status>;

  void SetUp() override {
    open();
    ASSERT_TRUE(file_->put_pupils(pupils_of_a_school()));
    ASSERT_TRUE(file_->put_periods(one_year()));
    ASSERT_TRUE(file_->put_times(reg::policy_times(on("2025-09-01"))));
  }
  void open() {
    auto file = RegisterFile::open("register.db", random_, {vfs_.vfs_name()});
    ASSERT_TRUE(file) << sentence(file.error());
    file_ = std::move(*file);
    start();
  }
  void start() {
    writer_ = std::make_unique<Writer>(
        *file_, [](Register&) {}, [this](const auto& parts) { return file_->together(parts); });
  }
  void close() {
    writer_.reset();
    file_.reset();
  }

  static reg::MarkDraft present(int pupil) {
    return {PupilId(pupil),    {on("2026-01-12"), Half::am},
            reg::code_of("/"), std::nullopt,
            std::nullopt,      "Seen in class",
            "Office",          *reg::Author::parse("R Patel, Office")};
  }

  Written leave(Writer::SharedJob job) {
    auto promise = std::make_shared<std::promise<Status>>();
    auto answer = promise->get_future();
    EXPECT_TRUE(writer_->leave_shared(
        std::move(job), [promise](const Status& status) { promise->set_value(status); }));
    return answer;
  }
  Written mark(int pupil) {
    return leave([pupil, this](Register& held) {
      return held.enter({present(pupil)}, instant("2026-01-12T09:10:00")).has_value();
    });
  }

  /// All that `leave_them` leaves waits until it has returned, and is then done together.
  template <class LeaveThem>
  auto at_once(LeaveThem leave_them) {
    std::promise<void> go;
    EXPECT_TRUE(writer_->leave([ready = go.get_future().share()](Register&) { ready.wait(); }));
    auto left = leave_them();
    go.set_value();
    return left;
  }
  std::vector<Written> marks_at_once(int from, int to) {
    return at_once([&] {
      std::vector<Written> left;
      for (int pupil = from; pupil <= to; ++pupil) left.push_back(mark(pupil));
      return left;
    });
  }

  std::set<std::int64_t> marked() {
    std::set<std::int64_t> found;
    const auto marks = file_->marks({on("2026-01-12"), Half::am});
    EXPECT_TRUE(marks);
    for (const auto& mark : *marks) found.insert(mark.what.pupil.number());
    return found;
  }
  int syncs() { return vfs_.counts(kWal).syncs; }

  const CountedStatements statements_;
  PowerCutVfs vfs_{"shared"};
  CountedRandom random_;
  std::unique_ptr<RegisterFile> file_;
  std::unique_ptr<Writer> writer_;
};

TEST_F(SharedWrite, all_who_wait_share_one_sync) {
  const int before = syncs();
  for (auto& each : marks_at_once(1, kPupils)) EXPECT_TRUE(each.get());
  EXPECT_EQ(syncs() - before, 1);
  EXPECT_EQ(marked().size(), static_cast<std::size_t>(kPupils));
  EXPECT_TRUE(file_->verify());
}

TEST_F(SharedWrite, nobody_waits_for_others_to_come) {
  const int before = syncs();
  EXPECT_TRUE(mark(1).get());
  EXPECT_TRUE(mark(2).get());
  EXPECT_EQ(syncs() - before, 2);
}

TEST_F(SharedWrite, who_is_refused_is_told_why_and_leaves_nothing_and_the_others_stand) {
  auto left = at_once([&] {
    std::vector<Written> three;
    three.push_back(mark(1));
    three.push_back(leave([](Register& held) {
      // The second of the two is nobody's: the first does not stand either.
      return held.enter({present(2), present(99)}, instant("2026-01-12T09:10:00")).has_value();
    }));
    three.push_back(mark(3));
    return three;
  });
  EXPECT_TRUE(left[0].get());
  EXPECT_EQ(left[1].get().error().code, FaultCode::pupil_unknown);
  EXPECT_TRUE(left[2].get());
  EXPECT_EQ(marked(), (std::set<std::int64_t>{1, 3}));
  EXPECT_TRUE(file_->verify());
}

TEST_F(SharedWrite, a_part_that_failed_once_is_not_kept_even_if_it_says_so) {
  const auto status = leave([](Register& held) {
                        (void)held.enter({present(1)}, instant("2026-01-12T09:10:00"));
                        (void)held.enter({present(99)}, instant("2026-01-12T09:10:00"));
                        return true;
                      }).get();
  EXPECT_EQ(status.error().code, FaultCode::pupil_unknown);
  EXPECT_TRUE(marked().empty());
}

TEST_F(SharedWrite, who_changes_the_mind_leaves_nothing_alone_or_among_others) {
  const auto undecided = [this] {
    return leave([](Register& held) {
      (void)held.name_school("Another");
      (void)held.enter({present(1)}, instant("2026-01-12T09:10:00"));
      return false;
    });
  };
  EXPECT_TRUE(undecided().get()) << "what was wanted, nothing, is done";
  EXPECT_TRUE(marked().empty());
  auto left = at_once([&] {
    std::vector<Written> two;
    two.push_back(undecided());
    two.push_back(mark(2));
    return two;
  });
  for (auto& each : left) EXPECT_TRUE(each.get());
  EXPECT_EQ(marked(), std::set<std::int64_t>{2});
  EXPECT_EQ(file_->school()->name, "") << "nor does anybody remember the name";
  EXPECT_TRUE(mark(3).get());
  EXPECT_TRUE(file_->verify()) << "the chain goes on where it stands";
}

TEST_F(SharedWrite, what_one_changed_of_the_school_the_next_sees_and_a_name_taken_back_nobody) {
  std::string seen;
  auto left = at_once([&] {
    std::vector<Written> three;
    three.push_back(leave([](Register& held) { return held.name_school("Oak Lane").has_value(); }));
    three.push_back(leave([&seen](Register& held) {
      seen = held.school()->name;
      return true;
    }));
    three.push_back(leave([](Register& held) {
      (void)held.name_school("Wrong");
      (void)held.school();
      return false;
    }));
    return three;
  });
  for (auto& each : left) EXPECT_TRUE(each.get());
  EXPECT_EQ(seen, "Oak Lane");
  EXPECT_EQ(file_->school()->name, "Oak Lane");
}

TEST_F(SharedWrite, on_a_full_disk_all_are_told_nothing_stands_and_the_next_works) {
  vfs_.fill_after_writes(0);
  for (auto& each : marks_at_once(1, 10)) {
    EXPECT_EQ(each.get().error().code, FaultCode::disk_full);
  }
  vfs_.make_room();
  EXPECT_TRUE(marked().empty());
  EXPECT_TRUE(mark(1).get());
  EXPECT_EQ(marked(), std::set<std::int64_t>{1});
  EXPECT_TRUE(file_->verify());
}

TEST_F(SharedWrite, after_a_failed_sync_nobody_is_told_done_and_nothing_is_tried_again) {
  vfs_.fail_sync(1);
  for (auto& each : marks_at_once(1, 10)) {
    EXPECT_EQ(each.get().error().code, FaultCode::disk_failed);
  }
  EXPECT_EQ(mark(11).get().error().code, FaultCode::disk_failed);
  EXPECT_EQ(leave([](Register&) { return true; }).get().error().code, FaultCode::disk_failed);
}

TEST_F(SharedWrite, a_disk_that_once_does_not_read_leaves_no_half_and_everybody_hears_the_truth) {
  std::map<int, std::size_t> told;
  for (int nth = 1; nth <= 30; ++nth) {
    close();
    open();  // nothing is known by heart
    auto left = at_once([&] {
      std::vector<Written> three;
      three.push_back(mark(1));
      three.push_back(leave([&, nth](Register& held) {
        vfs_.fail_read(nth);
        // A page that goes on without what it could not read.
        (void)held.history(PupilId(3), {on("2026-01-12"), Half::am});
        (void)held.school();
        return held.enter({present(2)}, instant("2026-01-12T09:10:00")).has_value();
      }));
      three.push_back(mark(3));
      return three;
    });
    for (int i = 0; i < 3; ++i) {
      if (left[static_cast<std::size_t>(i)].get()) ++told[i + 1];
    }
    vfs_.fail_read(-1);
    close();
    open();
    ASSERT_TRUE(file_->verify()) << nth;
    for (int pupil = 1; pupil <= 3; ++pupil) {
      const auto history = file_->history(PupilId(pupil), {on("2026-01-12"), Half::am});
      ASSERT_EQ(history->size(), told[pupil]) << pupil << ", read " << nth;
    }
  }
  EXPECT_LT(told[2], 30U) << "some of these reads were met";
  EXPECT_GT(told[2], 0U);
}

TEST_F(SharedWrite, whoever_was_told_done_is_there_after_a_power_cut) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    vfs_.lose_power_after(static_cast<int>(seed % 30));
    std::set<std::int64_t> told;
    for (int from = 1; from <= kPupils; from += 10) {
      auto left = marks_at_once(from, from + 9);
      for (int i = 0; i < 10; ++i) {
        if (left[static_cast<std::size_t>(i)].get()) told.insert(from + i);
      }
    }
    close();
    vfs_.cut(seed);
    open();
    const auto held = marked();
    for (const auto pupil : told) EXPECT_TRUE(held.contains(pupil)) << pupil << ", seed " << seed;
    EXPECT_EQ(held.size() % 10, 0U) << "those who shared are there together, or none of them";
    ASSERT_TRUE(file_->verify()) << seed;
  }
}

TEST_F(SharedWrite, a_mark_is_at_most_six_statements_first_and_amended_alone_and_among_others) {
  EXPECT_TRUE(mark(1).get());  // what is prepared once, or read once, is not counted
  for (const char* which : {"first", "amended"}) {
    CountedStatements::begin();
    EXPECT_TRUE(mark(2).get());
    EXPECT_LE(CountedStatements::count(), 6) << which;
    EXPECT_GE(CountedStatements::count(), 4) << "the count counts";
  }
  auto together = at_once([this] {
    CountedStatements::begin();
    std::vector<Written> left;
    for (int pupil = 3; pupil <= 32; ++pupil) left.push_back(mark(pupil));
    return left;
  });
  for (auto& each : together) EXPECT_TRUE(each.get());
  EXPECT_LE(CountedStatements::count(), 30 * 6 + 2);
}

TEST_F(SharedWrite, a_class_of_thirty_is_one_sync_and_four_statements_a_child) {
  EXPECT_TRUE(mark(1).get());
  std::vector<reg::MarkDraft> all;
  for (int pupil = 2; pupil <= 31; ++pupil) all.push_back(present(pupil));
  const int before = syncs();
  CountedStatements::begin();
  EXPECT_TRUE(leave([&all](Register& held) {
                return held.enter(all, instant("2026-01-12T09:10:00")).has_value();
              }).get());
  EXPECT_EQ(syncs() - before, 1);
  EXPECT_LE(CountedStatements::count(), 30 * 4 + 2);
}

}  // namespace
}  // namespace handbell::store
