// What the kiosk takes for a proof, and that nothing else is one.
#include "app/kiosk/shell/staff_check.h"

#include "app/base/card_number.h"
#include "app/kiosk/shell/readers.h"

#include <gtest/gtest.h>

#include <chrono>

namespace handbell::kiosk {
namespace {

const CardNumber kNumber = *CardNumber::parse("04A1B2C3D4E580");
const reg::CardHash kCard{1};
const reg::ReleaseKey kKey{3, {9}};

struct NoTalk : card::CardTalk {
  Status open(const CardNumber&) override { return {}; }
  Result<Bytes> exchange(const Bytes&, Millis) override { return Bytes{}; }
  void close() override {}
};

/// Answers as it is told, and keeps what it was asked.
struct PlayedProof : keys::StaffProof {
  keys::CardProof card = keys::CardProof::proven;
  keys::PinProof pin = keys::PinProof::right;
  std::vector<std::string> asked;

  keys::CardProof prove(const CardNumber& number, std::uint8_t version, card::CardTalk&) override {
    asked.push_back("prove " + number.masked() + " " + std::to_string(version));
    return card;
  }
  keys::PinAnswer try_pin(const CardNumber& number, std::uint8_t version,
                          const keys::PinVerifier& verifier, std::string_view digits) override {
    EXPECT_EQ(verifier, kKey.verifier);
    EXPECT_EQ(digits, "294761");
    asked.push_back("pin " + number.masked() + " " + std::to_string(version));
    return {pin, {}};
  }
};

class StaffCheckTest : public testing::Test {
 protected:
  template <class News>
  News wait_for(Inbox& inbox) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (std::chrono::steady_clock::now() < end) {
      for (const Event& event : inbox.take()) {
        if (const auto* news = std::get_if<News>(&event)) return *news;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    ADD_FAILURE() << "no answer";
    return {};
  }
  CardCheck prove(keys::StaffProof* proof, const FoundCard& found) {
    StaffCheck check(inbox_, proof, [&](const reg::CardHash&) { return found; });
    check.prove({7, kCard, 3});
    const auto news = wait_for<CardProven>(inbox_);
    EXPECT_EQ(news.session, 7U);
    EXPECT_EQ(news.card, kCard);
    return news.check;
  }

  Inbox inbox_;
  NoTalk talk_;
  PlayedProof proof_;
};

TEST_F(StaffCheckTest, a_card_that_lies_on_a_reader_is_asked_and_its_answer_is_told) {
  const FoundCard lies{LyingCard{kNumber, &talk_}};
  EXPECT_EQ(prove(&proof_, lies), CardCheck::proven);
  EXPECT_EQ(proof_.asked, std::vector<std::string>{"prove " + kNumber.masked() + " 3"});
  proof_.card = keys::CardProof::refused;
  EXPECT_EQ(prove(&proof_, lies), CardCheck::not_proven);
  proof_.card = keys::CardProof::left;
  EXPECT_EQ(prove(&proof_, lies), CardCheck::left);
  proof_.card = keys::CardProof::no_key;
  EXPECT_EQ(prove(&proof_, lies), CardCheck::no_key);
}

TEST_F(StaffCheckTest, a_number_alone_is_never_asked_for_a_proof_and_never_one) {
  const auto wedge = *CardNumber::parse("wedge:10D:0012345678");
  EXPECT_EQ(prove(&proof_, {LyingCard{kNumber, nullptr}}), CardCheck::uid_only);
  EXPECT_EQ(prove(&proof_, {LyingCard{wedge, &talk_}}), CardCheck::uid_only);
  EXPECT_EQ(prove(&proof_, {std::nullopt, CardCheck::uid_only}), CardCheck::uid_only);
  EXPECT_EQ(prove(&proof_, {std::nullopt, CardCheck::left}), CardCheck::left);
  EXPECT_TRUE(proof_.asked.empty());
  EXPECT_EQ(prove(nullptr, {LyingCard{kNumber, &talk_}}), CardCheck::no_key)
      << "this machine has no keys";
}

TEST_F(StaffCheckTest, a_pin_is_looked_at_only_behind_a_proof_of_the_same_session_and_card) {
  StaffCheck check(inbox_, &proof_, [&](const reg::CardHash&) {
    return FoundCard{LyingCard{kNumber, &talk_}};
  });
  const auto pin = [&](std::uint64_t session, const reg::CardHash& card) {
    check.try_pin({session, card, kKey, PinDigits("294761")});
    return wait_for<PinTried>(inbox_).check;
  };
  const auto prove_it = [&] {
    check.prove({7, kCard, 3});
    EXPECT_EQ(wait_for<CardProven>(inbox_).check, CardCheck::proven);
  };
  EXPECT_EQ(pin(7, kCard), PinCheck::wrong) << "nothing was proven";
  prove_it();
  EXPECT_EQ(pin(8, kCard), PinCheck::wrong) << "another session";
  prove_it();
  EXPECT_EQ(pin(7, reg::CardHash{2}), PinCheck::wrong) << "another card";
  prove_it();
  EXPECT_EQ(pin(7, kCard), PinCheck::right);
  EXPECT_EQ(pin(7, kCard), PinCheck::wrong) << "once for each proof";
  EXPECT_EQ(proof_.asked.size(), 4U) << "three proofs, one PIN";
  proof_.pin = keys::PinProof::wait;
  prove_it();
  EXPECT_EQ(pin(7, kCard), PinCheck::wait);
}

TEST_F(StaffCheckTest, what_a_rehearsal_plays_is_a_number_alone_D49) {
  Readers readers(inbox_, journal::KioskKey{1}, "");
  readers.card(kNumber, Steady{1});
  const auto tapped = wait_for<CardTapped>(inbox_);
  EXPECT_EQ(readers.find(tapped.card).otherwise, CardCheck::uid_only);
  EXPECT_FALSE(readers.find(tapped.card).card);
  EXPECT_EQ(readers.find(reg::CardHash{9}).otherwise, CardCheck::left) << "it lies nowhere";
}

}  // namespace
}  // namespace handbell::kiosk
