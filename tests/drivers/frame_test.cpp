#include "drivers/pn532/frame.h"

#include "counted_random.h"
#include <gtest/gtest.h>

namespace handbell::pn532 {
namespace {

std::optional<HostFrame> read(const Bytes& bytes) {
  FrameReader reader;
  std::optional<HostFrame> last;
  for (const auto byte : bytes) {
    if (auto frame = reader.take(byte)) last = frame;
  }
  return last;
}

const Bytes kVersionAsked{0x00, 0x00, 0xFF, 0x02, 0xFE, 0xD4, 0x02, 0x2A, 0x00};

TEST(Frame, a_command_is_read_behind_any_wake_up_bytes) {
  Bytes bytes{0x55, 0x55, 0x00, 0x00, 0x00, 0x00};
  bytes.insert(bytes.end(), kVersionAsked.begin(), kVersionAsked.end());
  const auto frame = read(bytes);
  ASSERT_TRUE(frame);
  EXPECT_EQ(frame->kind, FrameKind::command);
  EXPECT_EQ(frame->data, Bytes{0x02});
}

TEST(Frame, each_wrong_bit_of_a_command_is_noticed) {
  for (std::size_t bit = 3 * 8; bit < (kVersionAsked.size() - 1) * 8; ++bit) {
    Bytes bytes = kVersionAsked;
    bytes[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
    const auto frame = read(bytes);
    EXPECT_TRUE(!frame || frame->kind != FrameKind::command) << bit;
  }
}

TEST(Frame, an_ack_and_a_nack_are_told_apart) {
  EXPECT_EQ(read(ack_frame())->kind, FrameKind::ack);
  EXPECT_EQ(read(nack_frame())->kind, FrameKind::nack);
}

TEST(Frame, an_answer_is_the_one_of_the_manual) {
  EXPECT_EQ(to_hex(answer_frame({0x03, 0x32, 0x01, 0x06, 0x07})), "0000FF06FAD50332010607E800");
}

TEST(Frame, random_bytes_never_stop_the_reader) {
  CountedRandom random(7);
  FrameReader reader;
  for (int i = 0; i < 100'000; ++i) {
    Bytes byte(1);
    random.fill(byte);
    (void)reader.take(byte[0]);
  }
  for (int i = 0; i < 300; ++i) (void)reader.take(0x00);
  std::optional<HostFrame> frame;
  for (const auto byte : kVersionAsked) frame = reader.take(byte) ? HostFrame{} : frame;
  EXPECT_TRUE(frame);
}

}  // namespace
}  // namespace handbell::pn532
