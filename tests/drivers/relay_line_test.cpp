#include "drivers/card/relay_line.h"

#include "drivers/card/exchange.h"
#include "drivers/card/reader_line.h"

#include <gtest/gtest.h>

namespace handbell::card {
namespace {

const CardNumber kStaffCard = CardNumber::parse("84A1B2C3").value();

TEST(RelayLine, what_is_asked_and_answered_is_read_again) {
  const std::vector<RelayAsk> asks{
      {0, OpenCard{kStaffCard}}, {7, SendApdu{{0x90, 0x60}}}, {0xFFFFFFFFU, CloseCard{}}};
  for (const auto& ask : asks) EXPECT_EQ(parse_relay_ask(line_of(ask)), ask);
  const std::vector<RelayAnswer> answers{
      RelayAnswer::opened(1), RelayAnswer::said(2, Bytes(258, 0xA5)),
      RelayAnswer::failed(3, FaultCode::card_left), RelayAnswer::failed(4, FaultCode::card_mute),
      RelayAnswer::failed(5, FaultCode::reader_faulty)};
  for (const auto& answer : answers) {
    EXPECT_EQ(parse_relay_answer(line_of(answer)), answer);
    EXPECT_EQ(parse_line(line_of(answer)), ReaderLine{answer});
  }
}

TEST(RelayLine, what_is_cut_garbled_or_too_long_is_refused) {
  const std::string line = line_of(RelayAsk{7, OpenCard{kStaffCard}});
  for (std::size_t i = 0; i < line.size(); ++i) EXPECT_FALSE(parse_relay_ask(line.substr(0, i)));
  for (const char* wrong : {"apdu 1 ", "apdu 1 9", "apdu 1 9a", "apdu 01 9A", "apdu -1 9A",
                            "apdu 4294967296 9A", "close 1 2", "open 1", "close", ""}) {
    EXPECT_FALSE(parse_relay_ask(wrong)) << wrong;
  }
  EXPECT_FALSE(parse_relay_ask("apdu 1 " + std::string(514, 'A')));
  EXPECT_FALSE(parse_relay_ask("apdu 1 " + std::string(100'000, 'A')));
  for (const char* wrong : {"failed 1 gone", "failed 1", "answer 1", "opened", "opened x"}) {
    EXPECT_FALSE(parse_relay_answer(wrong)) << wrong;
  }
  EXPECT_FALSE(parse_relay_answer("answer 1 " + std::string(518, 'A')));
}

TEST(Exchanged, is_what_stands_behind_a_good_status_and_of_a_length_that_cards_have) {
  EXPECT_EQ(exchanged(Bytes{0x00, 0x91, 0x00}), (Bytes{0x91, 0x00}));
  EXPECT_EQ(exchanged(Bytes{}).error().code, FaultCode::reader_frame);
  EXPECT_EQ(exchanged(Bytes{0x00}).error().code, FaultCode::reader_frame);
  EXPECT_EQ(exchanged(Bytes{0x00, 0x91}).error().code, FaultCode::reader_frame);
  EXPECT_EQ(exchanged(Bytes{0x01}).error().code, FaultCode::card_left);
  EXPECT_EQ(exchanged(Bytes{0x40, 0x91, 0x00}).error().code, FaultCode::reader_frame);
  EXPECT_EQ(exchanged(Bytes(260)).error().code, FaultCode::reader_frame);
  EXPECT_EQ(exchanged(Bytes(259))->size(), 258U);
}

TEST(Exchanged, whether_a_card_listed_for_commands_is_bit_5_of_its_select_byte) {
  EXPECT_TRUE(listed_for_commands(from_hex("01010344200704A1B2C3D4E580067577810280").value()));
  EXPECT_FALSE(listed_for_commands(from_hex("0101004400"
                                       "0704A1B2C3D4E580")
                                  .value()));
  EXPECT_FALSE(listed_for_commands(Bytes{1, 1, 3, 0x44}));
}

}  // namespace
}  // namespace handbell::card
