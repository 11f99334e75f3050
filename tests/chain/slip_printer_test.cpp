// The real kiosk with a slip printer on the network, which prints, runs out of paper and is
// switched off: what comes out, and that no child waits for it.
#include "app/kiosk/paint/png.h"
#include "drivers/printer/emulated_printer.h"

#include "evidence.h"

#include <filesystem>

namespace handbell::chain {
namespace {

using printer::Bitmap;
using printer::EmulatedPrinter;
using printer::Paper;

/// As a picture that people can open.
void keep_picture(const Bitmap& slip, const std::string& name) {
  const std::string folder = HANDBELL_BIN "/../pictures";
  std::filesystem::create_directories(folder);
  kiosk::Image image{slip.width, slip.height, {}};
  for (int y = 0; y < slip.height; ++y) {
    for (int x = 0; x < slip.width; ++x)
      image.pixels.insert(image.pixels.end(), 4, slip.black(x, y) ? 0 : 255);
  }
  EXPECT_TRUE(kiosk::write_png(image, folder + "/" + name + ".png"));
}

/// Dots from the first black row to the last.
int ink_height(const Bitmap& slip) {
  int first = slip.height;
  int last = 0;
  for (int y = 0; y < slip.height; ++y) {
    for (int x = 0; x < slip.width; ++x) {
      if (!slip.black(x, y)) continue;
      first = std::min(first, y);
      last = y;
    }
  }
  return last - first;
}

class SlipAtTheDoor : public testing::Test {
 protected:
  void SetUp() override {
    auto listening = EmulatedPrinter::listening();
    ASSERT_TRUE(listening) << sentence(listening.error());
    paper_ = std::move(*listening);
    school_.learn_school();
    name_printer("tcp:127.0.0.1:" + std::to_string(paper_->port()));
    school_.set_clock("2026-01-12T08:52:00");
  }
  void name_printer(const std::string& printer) const {
    const std::string path = school_.site() + "/handbell.toml";
    std::string text = text_of(path);
    const std::string none = "slip_printer = \"\"";
    const auto at = text.find(none);
    ASSERT_NE(at, std::string::npos);
    text.replace(at, none.size(), "slip_printer = \"" + printer + "\"");
    std::ofstream(path) << text;
  }
  bool printed(std::size_t count) {
    return until([&] { return paper_->slips().size() == count; });
  }

  RunningSchool school_;
  std::unique_ptr<EmulatedPrinter> paper_;
};

TEST_F(SlipAtTheDoor, comes_out_for_each_child_who_is_late) {
  school_.start_kiosk();
  const auto children = children_of(school_);
  for (std::size_t i = 0; i < 2; ++i) {
    school_.card(children[i].card);
    ASSERT_TRUE(until([&] { return school_.greets(children[i].shown); })) << school_.lately();
    ASSERT_TRUE(printed(i + 1));
  }
  EXPECT_EQ(paper_->strange_bytes(), 0);
  const auto slips = paper_->slips();
  EXPECT_NE(slips[0], slips[1]) << "each has its own name";
  for (const auto& slip : slips) {
    EXPECT_EQ(slip.width, 576);
    EXPECT_GT(ink_height(slip), 8 * 20) << "three lines, large enough to be read";
    EXPECT_LT(ink_height(slip), 8 * 80);
  }
  keep_picture(slips[0], "slip");
  EXPECT_EQ(school_.end_kiosk(), 0);
}

TEST_F(SlipAtTheDoor, without_paper_the_child_is_in_as_fast_and_staff_read_what_to_do) {
  paper_->set_paper(Paper::out);
  school_.start_kiosk();
  const auto children = children_of(school_);
  school_.card(children[0].card);
  ASSERT_TRUE(until([&] { return school_.greets(children[0].shown); })) << school_.lately();
  EXPECT_TRUE(paper_->slips().empty());
  paper_->set_paper(Paper::there);
  EXPECT_TRUE(printed(1)) << "the roll was changed at once";
  EXPECT_EQ(school_.end_kiosk(), 0);
  EXPECT_EQ(taps_in_journal(school_).size(), 1U);
}

TEST_F(SlipAtTheDoor, without_paper_the_office_reads_it_beside_the_reader) {
  const EmulatedReader chip(school_.folder());
  paper_->set_paper(Paper::out);
  school_.start_office();
  school_.start_kiosk(chip.connection());
  const auto said = [&](const char* words) {
    return school_.handbell("list kiosks").find(words) != std::string::npos;
  };
  EXPECT_TRUE(until([&] { return said("slip-printer=faulty no_paper"); }))
      << school_.handbell("list kiosks");
  EXPECT_EQ(school_.end_kiosk(), 0);
  EXPECT_EQ(school_.end_office(), 0);
}

TEST_F(SlipAtTheDoor, one_that_takes_nothing_or_is_not_there_holds_up_no_child) {
  paper_->set_stuck(true);
  school_.start_kiosk();
  const auto children = children_of(school_);
  for (std::size_t i = 0; i < 6; ++i) {
    if (i == 3) paper_.reset();
    school_.card(children[i].card);
    ASSERT_TRUE(until([&] { return school_.greets(children[i].shown); })) << school_.lately();
  }
  EXPECT_EQ(school_.end_kiosk(), 0);
  EXPECT_EQ(taps_in_journal(school_).size(), 6U);
}

TEST_F(SlipAtTheDoor, a_name_that_is_none_is_refused_before_the_door_opens) {
  school_.set_clock("2026-01-12T08:52:00");
  const std::string path = school_.site() + "/handbell.toml";
  std::string text = text_of(path);
  text.replace(text.find("tcp:127"), 4, "lpt:");
  std::ofstream(path) << text;
  school_.begin_kiosk();
  EXPECT_TRUE(until([&] {
    return school_.described().find("slip_printer \"lpt:") != std::string::npos;
  })) << school_.lately();
  EXPECT_EQ(school_.end_kiosk(), 1);
}

}  // namespace
}  // namespace handbell::chain
