#include "drivers/pn532/ntag424.h"

#include "drivers/pn532/target_kind.h"

#include "counted_random.h"
#include "talked_card.h"
#include <gtest/gtest.h>

namespace handbell::pn532 {
namespace {

using keys::asked;
using keys::choose;

const CardNumber kUid = CardNumber::parse("04A1B2C3D4E580").value();
const Bytes kSelect = from_hex("00A4040007D276000085010100").value();

Bytes bytes(const char* hex) { return from_hex(hex).value(); }

Bytes body(const Bytes& answer) { return {answer.begin(), answer.end() - 2}; }

class Ntag424Test : public ::testing::Test {
 protected:
  void SetUp() override {
    choose(card_);
    ASSERT_EQ(to_hex(asked(card_, kSelect)), "9000");
  }
  std::string said(const char* hex) { return to_hex(asked(card_, bytes(hex))); }
  std::optional<cipher::Ev2Session> login(const cipher::Key128& key, std::uint8_t number) {
    cipher::Ev2Login login(key, number, random_);
    const auto second = login.second(body(asked(card_, login.first())));
    if (!second) return std::nullopt;
    return login.finish(body(asked(card_, *second)));
  }

  CountedRandom random_;
  Ntag424 card_{kUid, cipher::Key128(), 0};
};

TEST_F(Ntag424Test, the_version_comes_in_three_parts_and_ends_with_the_number) {
  EXPECT_EQ(said("9060000000"), "0404023000110591AF");
  EXPECT_EQ(said("90AF000000"), "0404020102110591AF");
  EXPECT_EQ(said("90AF000000"), "04A1B2C3D4E580CF39D4498034209100");
  EXPECT_EQ(said("90AF000000"), "911C");
}

TEST_F(Ntag424Test, whoever_knows_the_key_is_let_in_and_proves_it_back) {
  EXPECT_TRUE(login(cipher::Key128(), 0));
  EXPECT_TRUE(login(cipher::Key128(), 4));
  EXPECT_EQ(card_.wrong_in_a_row(), 0);
}

TEST_F(Ntag424Test, a_wrong_key_is_refused_and_counted) {
  cipher::Block other{1};
  EXPECT_FALSE(login(cipher::Key128(other), 0));
  EXPECT_FALSE(login(cipher::Key128(other), 0));
  EXPECT_EQ(card_.wrong_in_a_row(), 2);
  for (int i = 0; i < 48; ++i) EXPECT_FALSE(login(cipher::Key128(other), 0));
  EXPECT_EQ(said("9071000002000000"), "91AD");  // not now
}

TEST_F(Ntag424Test, what_is_wrong_is_named) {
  EXPECT_EQ(said("9071000002050000"), "9140");  // no such key
  EXPECT_EQ(said("90710000010000"), "917E");    // length
  EXPECT_EQ(said("90FF000000"), "911C");        // no such command
  EXPECT_EQ(said("9060000100"), "919E");        // parameters
  EXPECT_EQ(said("9077000001000000"), "917E");
  EXPECT_EQ(said("90770000010000"), "919D");  // nobody has logged in first
  EXPECT_EQ(said("9064000001010000"), "917E");
  EXPECT_EQ(said("90640000010100"), "009100");
  EXPECT_EQ(said("00A4040007D276000085010200"), "6A82");
  EXPECT_EQ(said("9060000000"), "919D");  // not selected any more
  EXPECT_EQ(said("B060000000"), "6E00");
}

TEST_F(Ntag424Test, a_key_is_changed_in_a_session_of_key_0_alone) {
  cipher::Block block{7, 7};
  const cipher::Key128 fresh(block);
  const cipher::Key128 zeros;
  for (const std::uint8_t by : {std::uint8_t{2}, std::uint8_t{0}}) {
    const auto session = login(zeros, by);
    ASSERT_TRUE(session);
    Bytes data{3};
    const Bytes inside = cipher::sealed(*session, cipher::key_change(fresh, 9, &zeros));
    data.insert(data.end(), inside.begin(), inside.end());
    const auto mac = cipher::command_mac(*session, 0xC4, data);
    data.insert(data.end(), mac.begin(), mac.end());
    const Bytes answer = asked(card_, cipher::wrapped(0xC4, data));
    EXPECT_EQ(to_hex(answer).substr(to_hex(answer).size() - 4), by == 0 ? "9100" : "91AE");
  }
  EXPECT_TRUE(login(fresh, 3));
  EXPECT_FALSE(login(zeros, 3));
}

TEST_F(Ntag424Test, a_change_with_a_bit_turned_on_the_way_changes_nothing) {
  cipher::Block block{7, 7};
  const cipher::Key128 zeros;
  for (std::size_t at = 0; at < 41; ++at) {
    const auto session = login(zeros, 0);
    ASSERT_TRUE(session);
    Bytes data{3};
    const Bytes inside =
        cipher::sealed(*session, cipher::key_change(cipher::Key128(block), 9, &zeros));
    data.insert(data.end(), inside.begin(), inside.end());
    const auto mac = cipher::command_mac(*session, 0xC4, data);
    data.insert(data.end(), mac.begin(), mac.end());
    ASSERT_EQ(data.size(), 41U);
    data[at] ^= 0x10;
    EXPECT_EQ(to_hex(asked(card_, cipher::wrapped(0xC4, data))), "911E") << at;
  }
  EXPECT_TRUE(login(zeros, 3));
}

TEST_F(Ntag424Test, a_session_ends_when_the_card_is_chosen_anew) {
  ASSERT_TRUE(login(cipher::Key128(), 0));
  EXPECT_EQ(said("90640000010100"), "917E");  // in a session it wants a MAC
  ASSERT_EQ(to_hex(asked(card_, kSelect)), "9000");
  EXPECT_EQ(said("90640000010100"), "009100");
  choose(card_);
  EXPECT_EQ(said("90640000010100"), "919D");
}

TEST(StaffCardKinds, are_made_from_words_of_the_control_socket) {
  EXPECT_NE(make_target(kUid, "ntag424"), nullptr);
  EXPECT_NE(make_target(kUid, "ntag424", "00112233445566778899AABBCCDDEEFF"), nullptr);
  EXPECT_EQ(make_target(kUid, "ntag424", "0011"), nullptr);
  EXPECT_EQ(make_target(CardNumber::parse("11223344").value(), "ntag424"), nullptr);
  const auto replay = make_target(kUid, "replay", "9000,AABB91AF");
  ASSERT_NE(replay, nullptr);
  choose(*replay);
  EXPECT_EQ(to_hex(asked(*replay, kSelect)), "9000");
  EXPECT_EQ(to_hex(asked(*replay, kSelect)), "AABB91AF");
  EXPECT_EQ(to_hex(asked(*replay, kSelect)), "6F00");
  EXPECT_EQ(make_target(kUid, "replay", "90zz"), nullptr);
}

}  // namespace
}  // namespace handbell::pn532
