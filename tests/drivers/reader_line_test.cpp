#include "drivers/card/reader_line.h"

#include <gtest/gtest.h>

namespace handbell::card {
namespace {

const CardNumber kCard = CardNumber::parse("04A1B2C3D4E580").value();

TEST(ReaderLine, what_is_written_is_read_again) {
  const std::vector<ReaderLine> lines{ReaderEvent{CardSeen{kCard, {123456}}},
                                      ReaderEvent{CardGone{kCard, {0}}}, ReaderEvent{ManyCards{}},
                                      ReaderEvent{ReaderNews{ReaderState::faulty}}, Beat{}};
  for (const auto& line : lines) EXPECT_EQ(parse_line(line_of(line)), line) << line_of(line);
}

TEST(ReaderLine, what_is_cut_or_garbled_is_refused) {
  const std::string line = line_of(ReaderEvent{CardSeen{kCard, {5}}});
  for (std::size_t i = 0; i < line.size(); ++i) EXPECT_FALSE(parse_line(line.substr(0, i))) << i;
  for (const char* wrong : {"seen 04A1 5", "seen 04A1B2C3D4E580 -5", "seen 04A1B2C3D4E580 5x",
                            "state asleep", "beat ", "BEAT", "many 2"}) {
    EXPECT_FALSE(parse_line(wrong)) << wrong;
  }
}

}  // namespace
}  // namespace handbell::card
