#include "drivers/keyholder/key_line.h"

#include <gtest/gtest.h>

namespace handbell::keys {
namespace {

const CardNumber kUid = CardNumber::parse("04A1B2C3D4E580").value();

TEST(KeyLine, what_is_asked_is_read_again) {
  const PinVerifier verifier{1, 2, 3};
  const std::vector<KeyRequest> all{{1, AskProof{kUid, 7}},
                                    {2, AskEnrol{kUid, 0, 255}},
                                    {3, CardTold{{0x91, 0x00}}},
                                    {4, CardTold{}},
                                    {5, CardLeft{}},
                                    {6, AskPin{kUid, 7, verifier, PinDigits("846205")}},
                                    {7, AskNewest{}},
                                    {0xFFFFFFFFU, AskVerifier{kUid, 1, PinDigits("846205731948")}}};
  for (const auto& each : all) EXPECT_EQ(parse_request(line_of(each)), each);
}

TEST(KeyLine, what_is_answered_is_read_again) {
  const std::vector<KeyReply> all{
      {1, SendCommand{{0x00, 0xA4}}},      {2, KeyEnd::proven},    {3, KeyEnd::left},
      {4, PinAnswer{PinProof::wait, {5}}}, {5, PinVerifier{9, 9}}, {6, NewestKey{255, "A1B2C3"}}};
  for (const auto& each : all) EXPECT_EQ(parse_reply(line_of(each)), each);
}

TEST(KeyLine, what_is_cut_or_garbled_is_refused_and_not_repeated) {
  const std::string line = line_of(KeyRequest{6, AskPin{kUid, 7, {}, PinDigits("846205")}});
  for (std::size_t i = 0; i < line.size(); ++i) EXPECT_FALSE(parse_request(line.substr(0, i))) << i;
  for (const char* wrong :
       {"prove 1 04A1B2C3D4E580 256", "prove 1 04A1B2C3D4E580 -1", "prove 1 04a1b2c3d4e580 1",
        "prove 01 04A1B2C3D4E580 1", "prove 4294967296 04A1B2C3D4E580 1", "left 1 ", "told 1 9",
        "told 1 91 00", "enrol 1 04A1B2C3D4E580 1", "verifier 1 04A1B2C3D4E580 1 84620",
        "verifier 1 04A1B2C3D4E580 1 84620x", "newest 1 1", "newest 1 ", "newest", "", " ",
        "prove  04A1B2C3D4E580 1"}) {
    const auto parsed = parse_request(wrong);
    ASSERT_FALSE(parsed) << wrong;
    EXPECT_EQ(parsed.error().where, "a line of the key process");
  }
  for (const char* wrong : {"done 1 right", "apdu 1 ", "pin 1 right", "pin 1 right 3600001",
                            "pin 1 right -1", "verifier 1 00", "done 1 proven 1", "newest 1 1",
                            "newest 1 0 A1B2C3", "newest 1 256 A1B2C3", "newest 1 1 a1b2c3",
                            "newest 1 1 A1B2", "newest 1 1 A1B2C3D4", "newest 1 1 A1B2C3 1"}) {
    EXPECT_FALSE(parse_reply(wrong)) << wrong;
  }
}

// D49: digits that a line left behind where it grew would be found in the memory later.
TEST(KeyLine, the_longest_question_and_its_end_lie_in_one_piece_of_memory) {
  const auto card = CardNumber::from_wedge("10D", "01234567890123456789").value();
  std::string line =
      line_of(KeyRequest{0xFFFFFFFFU, AskPin{card, 255, {}, PinDigits("846205731948")}});
  const char* const at = line.data();
  EXPECT_LE(line.size(), kLongestKeyLine);
  line += "\n";
  EXPECT_EQ(line.data(), at);
  EXPECT_GE(line.capacity(), kLongestKeyLine);
}

}  // namespace
}  // namespace handbell::keys
