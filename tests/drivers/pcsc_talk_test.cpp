// Commands to a card in the real pcscd's virtual reader, as a staff card gets them.
#include "drivers/card/pcsc_talk.h"

#include "drivers/vcard/card_slot.h"

#include "pcsc_service.h"
#include <gtest/gtest.h>

namespace handbell::card {
namespace {

using testing_support::PcscService;
using testing_support::until;
using vcard::VirtualCard;

const CardNumber kStaff = CardNumber::parse("04A1B2C3D4E580").value();
constexpr Millis kWait{500};

class PcscTalkTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (const auto why = service_.refusal(); !why.empty()) GTEST_SKIP() << why;
    ASSERT_TRUE(service_.start());
    auto port = PcscPort::open();
    ASSERT_TRUE(port);
    port_.emplace(std::move(*port));
    reader_ = service_.reader_name() + " 00 00";
  }
  void TearDown() override { slot_.clear(); }
  void lay(VirtualCard card) {
    slot_.lay(std::move(card));
    ASSERT_TRUE(until([&] { return port_->look(reader_, kWait)->card; }));
  }
  FaultCode refused(const CardNumber& card) {
    const Status opened = talk_.open(card);
    return opened ? FaultCode{} : opened.error().code;
  }
  std::string answer(std::string_view command) {
    const auto got = talk_.exchange(from_hex(command).value(), kWait);
    return got ? to_hex(*got) : "fault " + name_of(got.error().code);
  }

  PcscService service_;
  vcard::CardSlot slot_{service_.port()};
  std::optional<PcscPort> port_;
  std::string reader_;
  PcscTalk talk_{port_, reader_};
};

TEST_F(PcscTalkTest, a_staff_card_is_powered_anew_and_answers_commands) {
  lay(VirtualCard::iso_dep(kStaff));
  const int before = slot_.resets();
  ASSERT_TRUE(talk_.open(kStaff));
  EXPECT_GT(slot_.resets(), before);
  EXPECT_EQ(answer("00A40400 07 D2760000850101 00"), "9000");
  EXPECT_EQ(answer("9060000000"), "0401011200160591AF");
  EXPECT_EQ(answer("90AF000000"), "0401011200160591AF");
  EXPECT_EQ(answer("90AF000000"), "040101120016059100");
  talk_.close();
  EXPECT_EQ(answer("9060000000"), "fault card_left");
}

TEST_F(PcscTalkTest, an_answer_in_pieces_and_one_of_another_length_come_whole) {
  lay(VirtualCard::iso_dep(kStaff));
  ASSERT_TRUE(talk_.open(kStaff));
  EXPECT_EQ(answer("0084000004"), "C1C2C3C49000");
  EXPECT_EQ(answer("00B0000000").size(), 2U * 42U);
}

TEST_F(PcscTalkTest, an_answer_in_pieces_without_end_is_a_fault) {
  lay(VirtualCard::iso_dep(kStaff, [](const Bytes& command) -> std::optional<Bytes> {
    if (command.empty() || command.front() != 0x00) return std::nullopt;
    return Bytes{0x61, 0x01};
  }));
  ASSERT_TRUE(talk_.open(kStaff));
  EXPECT_EQ(answer("0084000004"), "fault reader_faulty");
}

TEST_F(PcscTalkTest, another_card_none_or_a_wedges_number_is_not_opened) {
  EXPECT_EQ(refused(kStaff), FaultCode::card_left);
  lay(VirtualCard::iso_dep(CardNumber::parse("04FFEEDDCCBB80").value()));
  EXPECT_EQ(refused(kStaff), FaultCode::card_left);
  EXPECT_EQ(refused(CardNumber::from_wedge("10D", "0012345678").value()), FaultCode::card_left);
}

TEST_F(PcscTalkTest, a_card_that_only_stores_is_mute) {
  lay(VirtualCard::storage(kStaff));
  EXPECT_EQ(refused(kStaff), FaultCode::card_mute);
}

TEST_F(PcscTalkTest, a_card_that_leaves_in_between_is_told) {
  lay(VirtualCard::iso_dep(kStaff));
  ASSERT_TRUE(talk_.open(kStaff));
  slot_.clear();
  const std::string said = answer("9060000000");
  EXPECT_TRUE(said == "fault card_left" || said == "fault reader_faulty") << said;
  EXPECT_EQ(answer("9060000000").substr(0, 5), "fault");
}

TEST_F(PcscTalkTest, a_reset_is_no_new_card_for_who_watches) {
  lay(VirtualCard::iso_dep(kStaff));
  const auto before = port_->look(reader_, Millis{0});
  ASSERT_TRUE(talk_.open(kStaff));
  talk_.close();
  const auto after = port_->look(reader_, kWait);
  ASSERT_TRUE(before && after);
  EXPECT_TRUE(after->card);
  EXPECT_EQ(after->changes, before->changes);
}

}  // namespace
}  // namespace handbell::card
