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
                                    {6, AskPin{kUid, 7, verifier, "846205"}},
                                    {0xFFFFFFFFU, AskVerifier{kUid, 1, "846205731948"}}};
  for (const auto& each : all) EXPECT_EQ(parse_request(line_of(each)), each);
}

TEST(KeyLine, what_is_answered_is_read_again) {
  const std::vector<KeyReply> all{{1, SendCommand{{0x00, 0xA4}}},
                                  {2, KeyEnd::proven},
                                  {3, KeyEnd::left},
                                  {4, PinAnswer{PinProof::wait, {5}}},
                                  {5, PinVerifier{9, 9}}};
  for (const auto& each : all) EXPECT_EQ(parse_reply(line_of(each)), each);
}

TEST(KeyLine, what_is_cut_or_garbled_is_refused_and_not_repeated) {
  const std::string line = line_of(KeyRequest{6, AskPin{kUid, 7, {}, "846205"}});
  for (std::size_t i = 0; i < line.size(); ++i) EXPECT_FALSE(parse_request(line.substr(0, i))) << i;
  for (const char* wrong :
       {"prove 1 04A1B2C3D4E580 256", "prove 1 04A1B2C3D4E580 -1", "prove 1 04a1b2c3d4e580 1",
        "prove 01 04A1B2C3D4E580 1", "prove 4294967296 04A1B2C3D4E580 1", "left 1 ", "told 1 9",
        "told 1 91 00", "enrol 1 04A1B2C3D4E580 1", "verifier 1 04A1B2C3D4E580 1 84620",
        "verifier 1 04A1B2C3D4E580 1 84620x", "", " ", "prove  04A1B2C3D4E580 1"}) {
    const auto parsed = parse_request(wrong);
    ASSERT_FALSE(parsed) << wrong;
    EXPECT_EQ(parsed.error().where, "a line of the key process");
  }
  for (const char* wrong : {"done 1 right", "apdu 1 ", "pin 1 right", "pin 1 right 3600001",
                            "pin 1 right -1", "verifier 1 00", "done 1 proven 1"}) {
    EXPECT_FALSE(parse_reply(wrong)) << wrong;
  }
}

}  // namespace
}  // namespace handbell::keys
