// Two people and a kiosk write of the same child and session in the same moment, a thousand times,
// while an inspector reads: nothing is lost, nothing is answered with a fault, and where door and
// register differ the office sees it.
#include "app/store/owner.h"
#include "app/store/power_cut_vfs.h"
#include "app/store/register_file.h"

#include "counted_random.h"
#include "small_school.h"
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <barrier>
#include <cstdlib>
#include <future>
#include <thread>

namespace handbell::store {
namespace {

constexpr int kPupilsTogether = 40;

int rounds_together() {
  const char* asked = std::getenv("HANDBELL_TOGETHER");
  return asked == nullptr ? 1000 : std::atoi(asked);
}

/// The first mark of one child in one session, for which all of them are too late or too early.
struct Round {
  PupilId pupil;
  SessionId session;
};

std::vector<Round> all_rounds() {
  std::vector<Round> rounds;
  SchoolDay day = on("2025-09-01");
  for (int i = 0; i < rounds_together(); ++i) {
    if (i > 0 && i % kPupilsTogether == 0) {
      do day = day.plus(1);
      while (day.is_weekend());
    }
    rounds.push_back({PupilId(i % kPupilsTogether + 1), {day, Half::am}});
  }
  return rounds;
}

std::vector<reg::PupilRecord> forty_pupils() {
  std::vector<reg::PupilRecord> rows;
  for (int i = 1; i <= kPupilsTogether; ++i) {
    rows.push_back(pupil_named(
        "Amira", ("Khan" + std::string(1, static_cast<char>('a' + i % 26))).c_str(), i));
  }
  return rows;
}

class Together : public testing::Test {
 protected:
  using Writer = Owner<Register>;
  using Entered = std::vector<Result<std::vector<reg::Mark>>>;

  void SetUp() override {
    file_ = std::move(*RegisterFile::open("register.db", random_, {vfs_.vfs_name()}));
    ASSERT_TRUE(file_->put_pupils(forty_pupils()));
    const SchoolDay last = rounds_.back().session.day;
    ASSERT_TRUE(file_->put_periods(
        {{on("2025-09-01"), last, reg::PeriodKind::term, "As long as it takes", {}}}));
    ASSERT_TRUE(file_->put_times(reg::policy_times(on("2025-09-01"))));
    ASSERT_EQ(*file_->enrol("Front door", {1}), 1U);
  }

  static Instant at(SessionId session, const char* time) {
    return from_local(session.day, at_time(time));
  }

  /// As pages do: whoever waits beside us shares the transaction, and done is said after it.
  static Result<std::vector<reg::Mark>> enter_shared(Writer& writer, const reg::MarkDraft& draft,
                                                     Instant when) {
    Result<std::vector<reg::Mark>> entered;
    std::promise<Status> came;
    while (!writer.leave_shared(
        [&](Register& held) {
          entered = held.enter({draft}, when);
          return entered.has_value();
        },
        [&came](const Status& status) { came.set_value(status); })) {
    }
    const Status status = came.get_future().get();
    return status ? entered : fail(status.error());
  }

  /// In every other round this person says "/" and the other N.
  Entered enters(Writer& writer, const char* person, std::size_t present) {
    Entered entered;
    const auto by = *reg::Author::parse(person);
    for (std::size_t i = 0; i < rounds_.size(); ++i) {
      const auto& [pupil, session] = rounds_[i];
      const reg::MarkDraft draft{pupil,
                                 session,
                                 reg::code_of(i % 2 == present ? "/" : "N"),
                                 std::nullopt,
                                 std::nullopt,
                                 "Looked",
                                 "Office",
                                 by};
      at_once_.arrive_and_wait();
      entered.push_back(enter_shared(writer, draft, at(session, "09:30")));
    }
    return entered;
  }

  std::vector<Result<journal::SyncAnswer>> taps(Writer& writer) {
    std::vector<Result<journal::SyncAnswer>> answers;
    for (const auto& [pupil, session] : rounds_) {
      door_.tap(pupil, at(session, "08:52"), reg::code_of("L"));
      const auto message = door_.message(door_.entries().size());
      at_once_.arrive_and_wait();
      answers.push_back(writer.ask([&message, when = at(session, "09:30")](Register& held) {
        return held.apply(message, when);
      }));
      if (answers.back()) door_.remember(answers.back()->office);
    }
    return answers;
  }

  /// Reads the whole register again and again, as `handbell verify` does beside the office.
  std::vector<Fault> inspects() {
    std::vector<Fault> found;
    CountedRandom random;
    const auto pages = RegisterFile::open_for_pages("register.db", random, {vfs_.vfs_name()});
    if (!pages) return {pages.error()};
    while (!ended_) {
      const auto count = (*pages)->verify();
      if (!count) found.push_back(count.error());
      ++inspected_;
    }
    return found;
  }

  void all_at_once() {
    Writer writer(
        *file_, [](Register&) {}, [this](const auto& parts) { return file_->together(parts); });
    std::vector<Fault> faults;
    std::thread inspector([&] { faults = inspects(); });
    std::thread patel([&] { patels_ = enters(writer, "R Patel, Office manager", 0); });
    std::thread okoro([&] { okoros_ = enters(writer, "J Okoro, Class teacher", 1); });
    answers_ = taps(writer);
    patel.join();
    okoro.join();
    ended_ = true;
    inspector.join();
    for (const auto& fault : faults) ADD_FAILURE() << "the inspector: " << sentence(fault);
  }

  /// Both entries are there, in the order of their numbers, the second naming the first.
  void expect_both_entries(std::size_t round) {
    const auto& patels = patels_.at(round);
    const auto& okoros = okoros_.at(round);
    ASSERT_TRUE(patels && okoros && answers_.at(round));
    std::vector<reg::Mark> entered{patels->at(0), okoros->at(0)};
    std::sort(entered.begin(), entered.end(),
              [](const auto& a, const auto& b) { return a.entry < b.entry; });
    const auto history = file_->history(rounds_[round].pupil, rounds_[round].session);
    ASSERT_TRUE(history);
    EXPECT_EQ(*history, entered);
    EXPECT_EQ(entered[0].replaces, 0U);
    EXPECT_EQ(entered[1].replaces, entered[0].entry);
  }

  /// What the office's page lists of this round.
  void expect_line(const reg::RegisterLine& line, SessionId session) {
    const auto newest = file_->history(line.arrival.pupil, session)->back();
    ASSERT_TRUE(line.mark);
    EXPECT_EQ(*line.mark, newest) << "the last entry by a person is the current mark";
    const bool present = newest.what.code == reg::code_of("/");
    EXPECT_EQ(text_of(line.state),
              text_of(present ? reg::LineState::conflict : reg::LineState::pending))
        << "/ and a late arrival are for a person to settle (D09), N gives way (D10)";
    EXPECT_EQ(line.arrival.judgement.proposal, reg::code_of("L"));
    EXPECT_EQ(line.arrival.judgement.minutes_late, 17);
  }

  const std::vector<Round> rounds_ = all_rounds();
  PowerCutVfs vfs_{"together"};
  CountedRandom random_;
  std::unique_ptr<RegisterFile> file_;
  PaperKiosk door_{1, 0xA1};
  std::barrier<> at_once_{3};
  std::atomic<bool> ended_ = false;
  std::atomic<int> inspected_ = 0;
  Entered patels_;
  Entered okoros_;
  std::vector<Result<journal::SyncAnswer>> answers_;
};

TEST_F(Together, two_people_and_a_kiosk_at_once_lose_nothing_and_the_office_sees_it_D09_D10_D28) {
  all_at_once();
  for (std::size_t i = 0; i < rounds_.size(); ++i) expect_both_entries(i);
  std::size_t listed = 0;
  for (std::size_t i = 0; i < rounds_.size(); i += kPupilsTogether) {
    const auto lines = reg::lines_of(*file_, rounds_[i].session);
    ASSERT_TRUE(lines);
    for (const auto& line : *lines) expect_line(line, rounds_[i].session);
    listed += lines->size();
  }
  EXPECT_EQ(listed, rounds_.size());
  EXPECT_EQ(*file_->verify(), (VerifiedCount{2 * rounds_.size(), rounds_.size(), 1}));
  EXPECT_EQ(file_->kiosks()->at(0).fault, "") << "the kiosk saw the register grow all the while";
  EXPECT_GT(inspected_, 0);
}

}  // namespace
}  // namespace handbell::store
