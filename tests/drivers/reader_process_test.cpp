// The real libnfc in its child, against the emulated chip, through each fault that we know.
#include "drivers/card/reader_process.h"

#include "app/store/site_clock.h"
#include "drivers/pn532/fault_kind.h"

#include "../store/temporary_folder.h"
#include "emulated_reader.h"
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <mutex>

namespace handbell::card {
namespace {

using testing_support::EmulatedReader;
using testing_support::until;

const std::string kAmira = "04A1B2C3D4E580";
const std::string kBen = "11223344";

class ReaderProcessTest : public ::testing::Test {
 protected:
  void start() {
    ASSERT_TRUE(reader_.start([this](const ReaderEvent& event) {
      const std::scoped_lock hold(mutex_);
      events_.push_back(event);
    }));
    ASSERT_TRUE(until([&] { return reader_.state() == ReaderState::ready; }));
  }
  int seen(const std::string& uid) {
    const std::scoped_lock hold(mutex_);
    int count = 0;
    for (const auto& event : events_) {
      const auto* card = std::get_if<CardSeen>(&event);
      if (card != nullptr && card->card.text() == uid) ++count;
    }
    return count;
  }
  int count_seen() {
    const std::scoped_lock hold(mutex_);
    return static_cast<int>(std::count_if(events_.begin(), events_.end(), [](const auto& event) {
      return std::holds_alternative<CardSeen>(event);
    }));
  }
  /// To this reader's child alone.
  void signal_child(const std::string& signal) {
    const std::string command =
        "pkill -" + signal + " -f '^" HANDBELL_BIN "/handbell-reader " + chip_.connection() + "'";
    ASSERT_EQ(std::system(command.c_str()), 0);
  }
  int gone() {
    const std::scoped_lock hold(mutex_);
    return static_cast<int>(std::count_if(events_.begin(), events_.end(), [](const auto& event) {
      return std::holds_alternative<CardGone>(event);
    }));
  }

  std::mutex mutex_;
  std::vector<ReaderEvent> events_;
  store::TemporaryFolder folder_;
  EmulatedReader chip_{folder_.path()};
  ReaderProcess reader_{{HANDBELL_BIN "/handbell-reader", chip_.connection()}, store::steady_now};
};

TEST_F(ReaderProcessTest, a_tap_is_one_seen_and_one_gone) {
  start();
  for (int i = 1; i <= 10; ++i) {
    chip_.say("on " + kAmira);
    ASSERT_TRUE(until([&] { return seen(kAmira) == i; }));
    chip_.say("off all");
    ASSERT_TRUE(until([&] { return gone() == i; }));
  }
  EXPECT_EQ(seen(kAmira), 10);
}

TEST_F(ReaderProcessTest, two_cards_are_one_at_a_time) {
  start();
  chip_.say("on " + kAmira);
  chip_.say("on " + kBen);
  ASSERT_TRUE(until([&] { return seen(kAmira) == 1; }));
  std::this_thread::sleep_for(std::chrono::milliseconds(400));
  EXPECT_EQ(seen(kBen), 0);
  chip_.say("off " + kAmira);
  EXPECT_TRUE(until([&] { return seen(kBen) == 1; }));
  EXPECT_EQ(seen(kAmira), 1);
}

TEST_F(ReaderProcessTest, three_siblings_within_a_second_and_a_half_are_three_arrivals) {
  start();
  const std::vector<std::string> cards{kAmira, kBen, "04A1B2C3D4E581"};
  for (const auto& card : cards) {
    chip_.say("on " + card);
    std::this_thread::sleep_for(std::chrono::milliseconds(450));
    chip_.say("off all");
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  for (const auto& card : cards) EXPECT_TRUE(until([&] { return seen(card) == 1; }));
  EXPECT_TRUE(until([&] { return gone() == 3; }));
}

TEST_F(ReaderProcessTest, a_phone_is_one_tap_however_often_its_number_changes) {
  start();
  chip_.say("on 08000001 phone");
  ASSERT_TRUE(until([&] { return count_seen() == 1; }));
  std::this_thread::sleep_for(std::chrono::milliseconds(1500));  // some fifteen fields
  chip_.say("off all");
  ASSERT_TRUE(until([&] { return gone() == 1; }));
  chip_.say("on 08000002 bank");
  EXPECT_TRUE(until([&] { return count_seen() == 2; }));
  EXPECT_EQ(gone(), 1);
}

TEST_F(ReaderProcessTest, a_card_that_lies_there_while_the_child_dies_is_one_tap) {
  start();
  chip_.say("on " + kAmira);
  ASSERT_TRUE(until([&] { return seen(kAmira) == 1; }));
  for (int i = 0; i < 3; ++i) {
    const int before = reader_.starts();
    signal_child("KILL");
    ASSERT_TRUE(until([&] { return reader_.starts() > before; }));
    ASSERT_TRUE(until([&] { return reader_.state() == ReaderState::ready; }));
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
  }
  EXPECT_EQ(seen(kAmira), 1);
  EXPECT_EQ(gone(), 0);
  chip_.say("off all");
  EXPECT_TRUE(until([&] { return gone() == 1; }));
}

TEST_F(ReaderProcessTest, another_card_after_the_plug_was_pulled_is_read) {
  start();
  chip_.say("on " + kAmira);
  ASSERT_TRUE(until([&] { return seen(kAmira) == 1; }));
  chip_.say("unplug");
  chip_.say("off all");
  ASSERT_TRUE(until([&] { return reader_.state() == ReaderState::missing; }));
  chip_.say("replug");
  chip_.say("on " + kBen);
  EXPECT_TRUE(until([&] { return seen(kBen) == 1; }));
  EXPECT_EQ(gone(), 1);
}

TEST_F(ReaderProcessTest, a_fault_at_a_later_command_lasts_for_that_one) {
  start();
  chip_.say("fault nack at 3");
  EXPECT_NE(chip_.say("state").find("none, 0 came, a fault is planned"), std::string::npos);
  // It lasts for some milliseconds: whoever looks for it there may look too late.
  ASSERT_TRUE(until([&] { return chip_.say("state").find("none, 1 came") != std::string::npos; }));
  EXPECT_EQ(chip_.say("state").find("planned"), std::string::npos);
  chip_.say("on " + kAmira);
  EXPECT_TRUE(until([&] { return seen(kAmira) == 1; }));
}

TEST_F(ReaderProcessTest, a_port_that_this_user_may_not_open_is_said_to_be_so) {
  // Whoever is root may open any: the child gives that up.
  const std::vector<std::string> nobody{"/usr/bin/setpriv", "--reuid=65534", "--regid=65534",
                                        "--clear-groups"};
  std::vector<std::string> command{HANDBELL_BIN "/handbell-reader", chip_.connection()};
  if (::geteuid() == 0) command.insert(command.begin(), nobody.begin(), nobody.end());
  const std::string port = chip_.connection().substr(chip_.connection().find('/'));
  std::filesystem::permissions(port, std::filesystem::perms::none);
  ReaderProcess refused(command, store::steady_now);
  ASSERT_TRUE(refused.start([](const ReaderEvent&) {}));
  ASSERT_TRUE(until([&] { return refused.trouble() != ReaderTrouble::none; }));
  EXPECT_EQ(refused.trouble(), ReaderTrouble::permission);
  EXPECT_EQ(refused.state(), ReaderState::faulty);
}

TEST_F(ReaderProcessTest, a_chip_that_is_silent_for_ten_seconds_is_faulty_and_then_works_again) {
  start();
  chip_.say("fault ignore_command");
  ASSERT_TRUE(until([&] { return reader_.state() == ReaderState::faulty; }));
  EXPECT_EQ(reader_.trouble(), ReaderTrouble::silent);
  chip_.say("fault none");
  chip_.say("on " + kAmira);
  EXPECT_TRUE(until([&] { return seen(kAmira) == 1; }));
  EXPECT_EQ(reader_.state(), ReaderState::ready);
  EXPECT_EQ(reader_.trouble(), ReaderTrouble::none);
}

TEST_F(ReaderProcessTest, a_chip_that_fails_at_cards_alone_for_ten_seconds_is_faulty_too) {
  start();
  chip_.say("fault uid_length_zero");
  chip_.say("on " + kAmira);
  std::this_thread::sleep_for(std::chrono::seconds(12));
  EXPECT_EQ(reader_.state(), ReaderState::faulty);
  EXPECT_EQ(reader_.trouble(), ReaderTrouble::silent);
  // It knows its name each time it is opened: that makes it no reader that works.
  for (int i = 0; i < 20; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    EXPECT_EQ(reader_.state(), ReaderState::faulty);
  }
  EXPECT_EQ(count_seen(), 0);
  chip_.say("off all");
  chip_.say("fault none");
  chip_.say("on " + kBen);
  EXPECT_TRUE(until([&] { return seen(kBen) == 1; }));
  EXPECT_EQ(reader_.state(), ReaderState::ready);
}

TEST_F(ReaderProcessTest, a_faulty_reader_is_ready_once_a_whole_wait_was_quiet) {
  start();
  chip_.say("fault uid_length_zero");
  chip_.say("on " + kAmira);
  ASSERT_TRUE(until([&] { return reader_.state() == ReaderState::faulty; }));
  chip_.say("fault none");
  chip_.say("off all");
  EXPECT_TRUE(until([&] { return reader_.state() == ReaderState::ready; }));
}

TEST_F(ReaderProcessTest, a_staff_card_whose_listing_was_lost_is_read_where_it_lies) {
  start();
  // Too short for three wrong answers, after which the reader is opened anew; whether the fault
  // ends before the chip is asked again depends on the moment.
  int taps = 0;
  for (const int lasts : {5, 10, 30, 60, 10, 60}) {
    chip_.say("fault uid_length_zero");
    chip_.say("on " + kAmira + " desfire");
    std::this_thread::sleep_for(std::chrono::milliseconds(lasts));
    chip_.say("fault none");
    ASSERT_TRUE(until([&] { return seen(kAmira) > taps; }, 5)) << lasts << " ms";
    ++taps;
    chip_.say("off all");
    ASSERT_TRUE(until([&] { return gone() == taps; })) << lasts << " ms";
    // Into a wait of the chip's.
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
  }
  EXPECT_EQ(reader_.starts(), 1);
}

TEST_F(ReaderProcessTest, a_reader_that_is_not_there_is_taken_when_it_appears) {
  chip_.say("unplug");
  ASSERT_TRUE(reader_.start([](const ReaderEvent&) {}));
  ASSERT_TRUE(until([&] { return reader_.state() == ReaderState::missing; }));
  chip_.say("replug");
  EXPECT_TRUE(until([&] { return reader_.state() == ReaderState::ready; }));
}

TEST_F(ReaderProcessTest, a_reader_that_another_program_has_is_busy) {
  start();
  ReaderProcess second({HANDBELL_BIN "/handbell-reader", chip_.connection()}, store::steady_now);
  ASSERT_TRUE(second.start([](const ReaderEvent&) {}));
  EXPECT_TRUE(until([&] { return second.state() == ReaderState::busy; }));
  EXPECT_EQ(second.trouble(), ReaderTrouble::other_program);
}

TEST_F(ReaderProcessTest, a_child_that_dies_or_freezes_is_started_again) {
  start();
  const int before = reader_.starts();
  signal_child("KILL");
  ASSERT_TRUE(until([&] { return reader_.starts() > before; }));
  ASSERT_TRUE(until([&] { return reader_.state() == ReaderState::ready; }));
  const int between = reader_.starts();
  signal_child("STOP");
  ASSERT_TRUE(until([&] { return reader_.starts() > between; }));
  chip_.say("on " + kAmira);
  EXPECT_TRUE(until([&] { return seen(kAmira) == 1; }));
}

TEST_F(ReaderProcessTest, a_program_that_is_not_there_is_no_disaster) {
  ReaderProcess none({"/nowhere/handbell-reader", "x"}, store::steady_now);
  ASSERT_TRUE(none.start([](const ReaderEvent&) {}));
  EXPECT_TRUE(until([&] { return none.starts() > 2; }));
}

class FaultTest : public ReaderProcessTest,
                  public ::testing::WithParamInterface<pn532::FaultKind> {};

TEST_P(FaultTest, the_next_card_after_it_is_read_right) {
  start();
  chip_.say("fault " + std::string(pn532::name_of(GetParam())));
  chip_.say("on " + kAmira);
  std::this_thread::sleep_for(std::chrono::milliseconds(1500));
  chip_.say("off all");
  chip_.say("fault none");
  const auto from = std::chrono::steady_clock::now();
  chip_.say("on " + kBen);
  ASSERT_TRUE(until([&] { return seen(kBen) == 1; }, 10));
  const auto took = std::chrono::steady_clock::now() - from;
  RecordProperty(
      "ms", static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(took).count()));
  // A number that is none of the cards' was never told.
  const std::scoped_lock hold(mutex_);
  for (const auto& event : events_) {
    if (const auto* card = std::get_if<CardSeen>(&event)) {
      EXPECT_TRUE(card->card.text() == kAmira || card->card.text() == kBen) << card->card.masked();
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Each, FaultTest, ::testing::ValuesIn(pn532::all_faults()),
                         [](const auto& each) { return std::string(name_of(each.param)); });

TEST_F(ReaderProcessTest, a_brown_out_is_got_over) {
  start();
  chip_.say("brown_out");
  chip_.say("on " + kAmira);
  EXPECT_TRUE(until([&] { return seen(kAmira) == 1; }));
}

}  // namespace
}  // namespace handbell::card
