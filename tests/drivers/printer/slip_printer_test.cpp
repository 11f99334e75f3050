// The slip printer at the door, against one that listens in the network as a real one does.
#include "drivers/printer/slip_printer.h"

#include "app/store/site_clock.h"
#include "drivers/printer/emulated_printer.h"

#include <gtest/gtest.h>

#include <chrono>
#include <set>

namespace handbell::printer {
namespace {

Bitmap slip_of(std::uint8_t pattern) {
  return {576, 40, std::vector<std::uint8_t>(std::size_t{72} * 40, pattern)};
}

class SlipPrinterTest : public testing::Test {
 protected:
  void SetUp() override {
    auto emulated = EmulatedPrinter::listening();
    ASSERT_TRUE(emulated) << sentence(emulated.error());
    paper_ = std::move(*emulated);
    name_ = {Way::network, "127.0.0.1", paper_->port(), 80};
    start();
  }
  void start() {
    SlipWaits waits;
    waits.send = Millis{300};
    waits.answer = Millis{200};
    waits.again = Millis{50};
    waits.look = Millis{100};
    waits.slip_lives = Millis{slip_lives_};
    printer_ = std::make_unique<SlipPrinter>([this] { return open_port(name_, Millis{300}); },
                                             store::steady_now,
                                             [this](PrinterState state) {
                                               const std::lock_guard lock(mutex_);
                                               told_.push_back(state);
                                             },
                                             waits);
  }
  template <class Fact>
  bool comes_true(Fact&& fact) {
    for (int i = 0; i < 500; ++i) {
      if (fact()) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return false;
  }
  bool becomes(PrinterState state) {
    return comes_true([&] { return printer_->state() == state; });
  }
  std::set<int> patterns() {
    std::set<int> found;
    for (const auto& slip : paper_->slips()) found.insert(slip.bits.front());
    return found;
  }

  int slip_lives_ = 60'000;
  std::unique_ptr<EmulatedPrinter> paper_;
  PrinterName name_;
  std::mutex mutex_;
  std::vector<PrinterState> told_;
  std::unique_ptr<SlipPrinter> printer_;
};

TEST_F(SlipPrinterTest, slips_come_out_in_their_order_and_whole) {
  for (std::uint8_t i = 1; i <= 3; ++i) printer_->print(slip_of(i));
  ASSERT_TRUE(comes_true([&] { return paper_->slips().size() == 3; }));
  EXPECT_EQ(paper_->slips()[0].bits.front(), 1);
  EXPECT_EQ(paper_->slips()[2].bits.front(), 3);
  EXPECT_EQ(paper_->strange_bytes(), 0);
  EXPECT_EQ(printer_->thrown_away(), 0U);
}

TEST_F(SlipPrinterTest, without_paper_nothing_is_sent_and_the_slip_comes_with_the_new_roll) {
  paper_->set_paper(Paper::out);
  ASSERT_TRUE(becomes(PrinterState::no_paper));
  printer_->print(slip_of(7));
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  EXPECT_TRUE(paper_->slips().empty());
  paper_->set_paper(Paper::there);
  ASSERT_TRUE(comes_true([&] { return paper_->slips().size() == 1; }));
  EXPECT_TRUE(becomes(PrinterState::ready));
}

TEST_F(SlipPrinterTest, paper_that_ends_soon_is_told_and_printed_on) {
  paper_->set_paper(Paper::low);
  ASSERT_TRUE(becomes(PrinterState::low));
  printer_->print(slip_of(9));
  EXPECT_TRUE(comes_true([&] { return paper_->slips().size() == 1; }));
}

TEST_F(SlipPrinterTest, one_that_answers_nothing_prints_all_the_same) {
  paper_->set_mute(true);
  printer_->print(slip_of(5));
  EXPECT_TRUE(comes_true([&] { return paper_->slips().size() == 1; }));
}

TEST_F(SlipPrinterTest, one_that_is_switched_off_is_missing_and_taken_up_again) {
  const int port = paper_->port();
  ASSERT_TRUE(becomes(PrinterState::ready));
  paper_.reset();
  ASSERT_TRUE(becomes(PrinterState::missing));
  printer_->print(slip_of(3));
  auto again = EmulatedPrinter::listening(port);
  ASSERT_TRUE(again) << sentence(again.error());
  paper_ = std::move(*again);
  EXPECT_TRUE(comes_true([&] { return paper_->slips().size() == 1; }));
  EXPECT_TRUE(becomes(PrinterState::ready));
}

TEST_F(SlipPrinterTest, one_that_takes_nothing_holds_up_nobody_who_prints) {
  ASSERT_TRUE(becomes(PrinterState::ready));
  paper_->set_stuck(true);
  Bitmap large{576, 4000, {}};
  large.bits.resize(large.row_bytes() * 4000, 1);
  for (int i = 0; i < 40; ++i) printer_->print(large);  // returns at once, each time
  EXPECT_TRUE(becomes(PrinterState::stuck));
  EXPECT_GE(printer_->thrown_away(), 40 - kMostSlips - 1);
  paper_->set_stuck(false);
  EXPECT_TRUE(becomes(PrinterState::ready));
}

TEST_F(SlipPrinterTest, a_slip_whose_child_has_long_gone_is_thrown_away) {
  printer_.reset();
  slip_lives_ = 150;
  paper_->set_paper(Paper::out);
  start();
  ASSERT_TRUE(becomes(PrinterState::no_paper));
  printer_->print(slip_of(1));
  ASSERT_TRUE(comes_true([&] { return printer_->thrown_away() == 1; }));
  paper_->set_paper(Paper::there);
  ASSERT_TRUE(becomes(PrinterState::ready));
  printer_->print(slip_of(2));
  ASSERT_TRUE(comes_true([&] { return !paper_->slips().empty(); }));
  EXPECT_EQ(patterns(), std::set<int>{2});
}

TEST_F(SlipPrinterTest, each_change_is_told_once_and_has_words_that_say_what_to_do) {
  ASSERT_TRUE(becomes(PrinterState::ready));
  paper_->set_paper(Paper::out);
  ASSERT_TRUE(becomes(PrinterState::no_paper));
  std::this_thread::sleep_for(std::chrono::milliseconds(400));
  const std::lock_guard lock(mutex_);
  EXPECT_EQ(told_, (std::vector{PrinterState::ready, PrinterState::no_paper}));
  for (const auto state :
       {PrinterState::low, PrinterState::no_paper, PrinterState::missing, PrinterState::stuck}) {
    EXPECT_NE(words_of(state), "");
    EXPECT_NE(remedy_of(state), "");
  }
  EXPECT_EQ(remedy_of(PrinterState::ready), "");
}

}  // namespace
}  // namespace handbell::printer
