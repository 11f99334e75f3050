#include "app/journal/enrolment.h"

#include "counted_random.h"
#include <gtest/gtest.h>

namespace handbell::journal {
namespace {

TEST(EnrolCode, reads_back_however_it_is_typed) {
  CountedRandom random;
  for (int i = 0; i < 100; ++i) {
    const auto code = EnrolCode::made(random);
    const std::string text = code.text();
    ASSERT_EQ(text.size(), 19U) << text;
    EXPECT_EQ(*EnrolCode::parse(text), code);
    std::string careless;
    for (const char c : text) {
      if (c == '-') continue;
      careless += c == '0' ? 'o' : c == '1' ? 'l' : static_cast<char>(std::tolower(c));
      careless += ' ';
    }
    EXPECT_EQ(*EnrolCode::parse(careless), code) << careless;
  }
}

TEST(EnrolCode, is_refused_where_it_cannot_be_one) {
  for (const char* wrong : {"", "7K3M", "7K3M-0PXR-W2QH-ZD95-1", "7K3M-0PXR-W2QH-ZD9U", "Zoë"}) {
    const auto code = EnrolCode::parse(wrong);
    ASSERT_FALSE(code) << wrong;
    EXPECT_EQ(code.error().code, FaultCode::enrol_code_wrong);
  }
  EXPECT_NE(EnrolCode::parse("7K3M-0PXR-W2QH-ZD95")->key(),
            EnrolCode::parse("7K3M-0PXR-W2QH-ZD96")->key());
}

class Enrolment : public testing::Test {
 protected:
  CountedRandom random_;
  const KioskKey code_key_ = EnrolCode::made(random_).key();
  const EnrolRequest request_ = EnrolRequest::made(random_);
  const EnrolAnswer answer_{7, {1, 2, 3}};
};

TEST_F(Enrolment, request_and_answer_read_back) {
  EXPECT_EQ(*decode_enrol_request(encode(request_, code_key_), code_key_), request_);
  EXPECT_EQ(*decode_enrol_answer(encode(answer_, request_), request_), answer_);
}

TEST_F(Enrolment, an_answer_may_carry_whom_to_trust) {
  const EnrolAnswer answer{7, {1, 2, 3}, "-----BEGIN CERTIFICATE-----\n"};
  EXPECT_EQ(*decode_enrol_answer(encode(answer, request_), request_), answer);
}

TEST_F(Enrolment, no_key_is_seen_on_its_way) {
  const Bytes sent = encode(request_, code_key_);
  const Bytes got = encode(answer_, request_);
  EXPECT_EQ(to_hex(sent).find(to_hex(request_.key)), std::string::npos);
  EXPECT_EQ(to_hex(got).find(to_hex(answer_.card_key)), std::string::npos);
}

TEST_F(Enrolment, each_flipped_bit_and_each_cut_is_refused) {
  const Bytes sent = encode(request_, code_key_);
  const Bytes got = encode(answer_, request_);
  for (std::size_t bit = 0; bit < sent.size() * 8; ++bit) {
    Bytes changed = sent;
    changed[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
    EXPECT_FALSE(decode_enrol_request(changed, code_key_)) << bit;
  }
  for (std::size_t bit = 0; bit < got.size() * 8; ++bit) {
    Bytes changed = got;
    changed[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
    EXPECT_FALSE(decode_enrol_answer(changed, request_)) << bit;
  }
  for (std::size_t length = 0; length < sent.size(); ++length) {
    EXPECT_FALSE(decode_enrol_request(std::span(sent).first(length), code_key_)) << length;
  }
  for (std::size_t length = 0; length < got.size(); ++length) {
    EXPECT_FALSE(decode_enrol_answer(std::span(got).first(length), request_)) << length;
  }
  EXPECT_FALSE(decode_enrol_answer(got, EnrolRequest::made(random_))) << "to another's question";
}

}  // namespace
}  // namespace handbell::journal
