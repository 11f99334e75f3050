// What is sent to a slip printer, and what an emulated one makes of it.
#include "drivers/printer/escpos.h"

#include "drivers/printer/printed_page.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace handbell::printer {
namespace {

Bitmap checked(int width, int height) {
  Bitmap picture{width, height, {}};
  picture.bits.resize(picture.row_bytes() * static_cast<std::size_t>(height));
  for (std::size_t i = 0; i < picture.bits.size(); ++i) {
    picture.bits[i] = static_cast<std::uint8_t>(i * 37 + 11);
  }
  return picture;
}

/// Without the white rows that were fed before the cut.
Bitmap picture_of(const Bitmap& slip, int height) {
  Bitmap cut = slip;
  cut.height = height;
  cut.bits.resize(cut.row_bytes() * static_cast<std::size_t>(height));
  return cut;
}

TEST(EscPos, a_slip_comes_out_as_it_was_painted_dot_for_dot) {
  for (const int height : {1, kBandRows, kBandRows + 1, 700}) {
    const Bitmap picture = checked(576, height);
    PrintedPage page;
    EXPECT_EQ(page.take(slip_bytes(picture)), 0);
    ASSERT_EQ(page.slips().size(), 1U);
    EXPECT_EQ(picture_of(page.slips().front(), height), picture);
    EXPECT_GT(page.slips().front().height, height) << "it is fed out from under the cutter";
    EXPECT_EQ(page.strange_bytes(), 0);
  }
}

RC_GTEST_PROP(EscPos, bytes_that_come_in_pieces_make_the_same_slip, ()) {
  const Bitmap picture = checked(*rc::gen::element(384, 576), *rc::gen::inRange(1, 600));
  const std::string bytes = slip_bytes(picture) + paper_request() + slip_bytes(picture);
  PrintedPage page;
  int asked = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto length = *rc::gen::inRange<std::size_t>(1, 4000);
    asked += page.take(std::string_view(bytes).substr(at, length));
    at += length;
  }
  RC_ASSERT(asked == 1);
  RC_ASSERT(page.slips().size() == 2U);
  RC_ASSERT(page.slips().front() == page.slips().back());
  RC_ASSERT(page.strange_bytes() == 0);
}

TEST(EscPos, letters_in_between_are_seen) {
  PrintedPage page;
  (void)page.take("Zoya");
  EXPECT_EQ(page.strange_bytes(), 4);
}

TEST(EscPos, the_papers_state_is_read_from_one_byte_and_nothing_else_is_taken_for_it) {
  for (const Paper paper : {Paper::there, Paper::low, Paper::out}) {
    EXPECT_EQ(paper_of(answer_of(paper)), paper);
  }
  EXPECT_EQ(paper_of(0x12), Paper::there);
  EXPECT_EQ(paper_of(0x1E), Paper::low);
  EXPECT_EQ(paper_of(0x72), Paper::out);
  EXPECT_EQ(paper_of(0x00), std::nullopt);
  EXPECT_EQ(paper_of(0xFF), std::nullopt);
}

}  // namespace
}  // namespace handbell::printer
