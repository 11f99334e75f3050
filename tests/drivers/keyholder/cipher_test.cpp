// The published examples: FIPS 197, SP 800-38A and 38B (NIST), AN10922 and AN12196 (NXP).
#include "drivers/cipher/ev2.h"

#include "counted_random.h"
#include <gtest/gtest.h>

namespace handbell::cipher {
namespace {

Bytes bytes(const char* hex) { return from_hex(hex).value(); }

Block block(const char* hex) {
  Block answer{};
  const Bytes all = bytes(hex);
  std::copy(all.begin(), all.end(), answer.begin());
  return answer;
}

Key128 key(const char* hex) { return Key128(block(hex)); }

const char* const kNistKey = "2B7E151628AED2A6ABF7158809CF4F3C";
const char* const kNistText =
    "6BC1BEE22E409F96E93D7E117393172AAE2D8A571E03AC9C9EB76FAC45AF8E51"
    "30C81C46A35CE411E5FBC1191A0A52EFF69F2445DF4F9B17AD2B417BE66C3710";

/// Gives what the example drew.
class GivenRandom final : public Random {
 public:
  explicit GivenRandom(Bytes given) : given_(std::move(given)) {}
  void fill(std::span<std::uint8_t> to) override {
    std::copy_n(given_.begin(), to.size(), to.begin());
  }

 private:
  Bytes given_;
};

TEST(Aes, fips_197_appendices_b_and_c1) {
  EXPECT_EQ(encrypted(key(kNistKey), block("3243F6A8885A308D313198A2E0370734")),
            block("3925841D02DC09FBDC118597196A0B32"));
  EXPECT_EQ(
      encrypted(key("000102030405060708090A0B0C0D0E0F"), block("00112233445566778899AABBCCDDEEFF")),
      block("69C4E0D86A7B0430D8CDB78070B4C55A"));
}

TEST(Aes, sp_800_38a_f11_each_block_alone) {
  EXPECT_EQ(encrypted(key(kNistKey), block("6BC1BEE22E409F96E93D7E117393172A")),
            block("3AD77BB40D7A3660A89ECAF32466EF97"));
  EXPECT_EQ(encrypted(key(kNistKey), block("F69F2445DF4F9B17AD2B417BE66C3710")),
            block("7B0C785E27E8AD3F8223207104725DD4"));
}

TEST(Aes, sp_800_38a_f21_and_f22_chained) {
  const Block start = block("000102030405060708090A0B0C0D0E0F");
  const Bytes sealed_text = bytes(
      "7649ABAC8119B246CEE98E9B12E9197D5086CB9B507219EE95DB113A917678B2"
      "73BED6B8E3C1743B7116E69E222295163FF1CAA1681FAC09120ECA307586E1A7");
  EXPECT_EQ(cbc_encrypted(key(kNistKey), start, bytes(kNistText)), sealed_text);
  EXPECT_EQ(cbc_decrypted(key(kNistKey), start, sealed_text), bytes(kNistText));
}

TEST(Cmac, sp_800_38b_d1_examples_1_to_4) {
  const Bytes text = bytes(kNistText);
  const auto of = [&](std::size_t length) {
    return cmac(key(kNistKey), std::span(text).first(length));
  };
  EXPECT_EQ(of(0), block("BB1D6929E95937287FA37D129B756746"));
  EXPECT_EQ(of(16), block("070A16B46B4D4144F79BDD9DD04A287C"));
  EXPECT_EQ(of(40), block("DFA66747DE9AE63030CA32611497C827"));
  EXPECT_EQ(of(64), block("51F0BEBF7E3B9D92FC49741779363CFE"));
}

TEST(Diversified, an10922_section_221) {
  const Key128 made = diversified(key("00112233445566778899AABBCCDDEEFF"),
                                  bytes("04782E21801D803042F54E585020416275"));
  EXPECT_EQ(made.bytes(), block("A8DD63A3B89D54B37CA802473FDA9175"));
}

TEST(Ev2, an12196_login_with_key_0) {
  GivenRandom chance(bytes("13C5DB8A5930439FC3DEF9A4C675360F"));
  Ev2Login login(Key128(), 0, chance);
  EXPECT_EQ(login.first(), bytes("9071000002000000"));
  EXPECT_EQ(login.second(bytes("A04C124213C186F22399D33AC2A30215")),
            bytes("90AF00002035C3E05A752E0144BAC0DE51C1F22C56B34408A23D8AEA266CAB947EA8E0118D00"));
  const auto session =
      login.finish(bytes("3FA64DB5446D1F34CD6EA311167F5E4985B89690C04A05F17FA7AB2F08120663"));
  ASSERT_TRUE(session);
  EXPECT_EQ(to_hex(session->transaction), "9D00C4DF");
  EXPECT_EQ(session->seal.bytes(), block("1309C877509E5A215007FF0ED19CA564"));
  EXPECT_EQ(session->mac.bytes(), block("4C6626F5E72EA694202139295C7A7FC7"));
}

TEST(Ev2, an_answer_with_any_bit_turned_proves_nothing) {
  const Bytes right = bytes("3FA64DB5446D1F34CD6EA311167F5E4985B89690C04A05F17FA7AB2F08120663");
  for (std::size_t bit = 0; bit < right.size() * 8; ++bit) {
    GivenRandom chance(bytes("13C5DB8A5930439FC3DEF9A4C675360F"));
    Ev2Login login(Key128(), 0, chance);
    ASSERT_TRUE(login.second(bytes("A04C124213C186F22399D33AC2A30215")));
    Bytes wrong = right;
    wrong[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
    EXPECT_FALSE(login.finish(wrong)) << bit;
  }
}

Ev2Session example_session(std::uint16_t count) {
  return {key("4CF3CB41A22583A61E89B158D252FC53"),
          key("5529860B2FC5FB6154B7F28361D30BF9"),
          {0x76, 0x14, 0x28, 0x1A},
          count};
}

/// As a dialog puts it together.
Bytes change_command(const Ev2Session& session, std::uint8_t number, const Bytes& plain) {
  Bytes data{number};
  const Bytes inside = sealed(session, plain);
  data.insert(data.end(), inside.begin(), inside.end());
  const auto mac = command_mac(session, 0xC4, data);
  data.insert(data.end(), mac.begin(), mac.end());
  return wrapped(0xC4, data);
}

TEST(Ev2, an12196_change_of_another_key) {
  const Key128 fresh = key("F3847D627727ED3BC9C4CC050489B966");
  EXPECT_EQ(to_hex(crc32(fresh.bytes())), "789DFADC");
  const Key128 old;
  EXPECT_EQ(change_command(example_session(2), 2, key_change(fresh, 1, &old)),
            bytes("90C4000029022CF362B7BF4311FF3BE1DAA295E8C68DE09050560D19B9E16C2393AE9CD1FAC7"
                  "5D0CE20BCD1D06E600"));
  EXPECT_EQ(to_hex(answer_mac(example_session(3), 0, {})), "203BB55D1089D587");
}

TEST(Ev2, an12196_change_of_the_key_that_was_proven) {
  const Key128 fresh = key("5004BF991F408672B1EF00F08F9E8647");
  EXPECT_EQ(change_command(example_session(3), 0, key_change(fresh, 1, nullptr)),
            bytes("90C400002900C0EB4DEEFEDDF0B513A03A95A75491818580503190D4D05053FF75668A01D6FD"
                  "A6610234BDED643200"));
}

TEST(Ev2, an12196_mac_of_a_plain_command) {
  const Ev2Session session{
      Key128(), key("8248134A386E86EB7FAF54A52E536CB6"), {0x7A, 0x21, 0x08, 0x5E}, 0};
  EXPECT_EQ(to_hex(command_mac(session, 0xF5, {0x02})), "6597A457C8CD442C");
}

TEST(Ev2, what_is_sealed_is_opened_again_and_only_at_its_count) {
  const Bytes plain = bytes("0011223344556677889900112233445566");
  const auto seal = sealed(example_session(7), plain);
  EXPECT_EQ(opened(example_session(7), seal), plain);
  EXPECT_NE(opened(example_session(8), seal), plain);
  EXPECT_FALSE(opened(example_session(7), Bytes(15)));
  EXPECT_FALSE(opened(example_session(7), {}));
}

TEST(Ev2, turned_back_is_the_other_way) {
  const Block any = block("00112233445566778899AABBCCDDEEFF");
  EXPECT_EQ(turned_back(turned(any)), any);
  EXPECT_EQ(turned(any), block("112233445566778899AABBCCDDEEFF00"));
}

}  // namespace
}  // namespace handbell::cipher
