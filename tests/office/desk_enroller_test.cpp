// A staff card is written on the office's own reader: emulated card, libnfc's child, the office's
// key process; and proved afterwards as a kiosk would.
#include "app/office/desk_enroller.h"

#include "app/store/site_clock.h"
#include "drivers/keyholder/site_keys.h"

#include "../store/temporary_folder.h"
#include "counted_random.h"
#include "emulated_reader.h"
#include "other_memory.h"
#include <gtest/gtest.h>

#include <csignal>
#include <thread>

namespace handbell::office {
namespace {

using testing_support::until;

const std::string kUid = "04A1B2C3D4E590";
const std::string kPin = "730284";

class DeskEnrollerTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto opened = DeskReaders::open(HANDBELL_BIN "/handbell-reader", {chip_.connection()},
                                    folder_.path() + "/desk.sock", desk_, store::steady_now);
    ASSERT_TRUE(opened);
    readers_ = std::move(*opened);
    enroller_ = std::make_unique<DeskEnroller>(HANDBELL_BIN "/handbell-keys", office_keys(),
                                               *readers_, random_, store::steady_now);
  }
  [[nodiscard]] std::string office_keys() const { return folder_.path() + "/office-keys"; }
  [[nodiscard]] std::string kiosk_keys() const { return folder_.path() + "/kiosk-keys"; }
  void lay(const std::string& what) {
    ASSERT_EQ(chip_.say("on " + what), "ok");
    ASSERT_TRUE(until([&] { return readers_->talk_to(card_) != nullptr; }));
  }
  /// As a kiosk with the keys that it was given.
  keys::CardProof proved(std::uint8_t version) {
    if (!keys::copy_site_keys(office_keys(), kiosk_keys())) return keys::CardProof::no_key;
    keys::KeyProcess kiosk({HANDBELL_BIN "/handbell-keys", "--folder", kiosk_keys()},
                           store::steady_now);
    return kiosk.prove(card_, version, *readers_->talk_to(card_));
  }

  store::TemporaryFolder folder_;
  CountedRandom random_;
  CardNumber card_ = *CardNumber::parse(kUid);
  testing_support::EmulatedReader chip_{folder_.path()};
  CardDesk desk_{store::steady_now, [] {}};
  std::unique_ptr<DeskReaders> readers_;
  std::unique_ptr<DeskEnroller> enroller_;
};

TEST_F(DeskEnrollerTest, writes_a_card_that_then_proves_itself_and_a_pin_that_is_its_own) {
  ASSERT_TRUE(keys::make_site_key(office_keys(), random_));
  lay(kUid + " ntag424");
  const auto key = enroller_->enrol(card_, 0, kPin);
  ASSERT_TRUE(key) << sentence(key.error());
  EXPECT_EQ(key->version, 1);
  EXPECT_EQ(proved(1), keys::CardProof::proven);
  keys::KeyProcess kiosk({HANDBELL_BIN "/handbell-keys", "--folder", kiosk_keys()},
                         store::steady_now);
  EXPECT_EQ(kiosk.try_pin(card_, 1, key->verifier, kPin).proof, keys::PinProof::right);
  EXPECT_EQ(kiosk.try_pin(card_, 1, key->verifier, "730285").proof, keys::PinProof::wrong);
}

TEST_F(DeskEnrollerTest, writes_a_card_anew_with_the_next_key) {
  ASSERT_TRUE(keys::make_site_key(office_keys(), random_));
  lay(kUid + " ntag424");
  ASSERT_TRUE(enroller_->enrol(card_, 0, kPin));
  ASSERT_TRUE(keys::make_site_key(office_keys(), random_));
  ASSERT_EQ(enroller_->newest().value()->version, 2);
  const auto key = enroller_->enrol(card_, 1, kPin);
  ASSERT_TRUE(key) << sentence(key.error());
  EXPECT_EQ(key->version, 2);
  EXPECT_EQ(proved(2), keys::CardProof::proven);
  EXPECT_EQ(proved(1), keys::CardProof::refused);
}

TEST_F(DeskEnrollerTest, writes_a_card_that_was_written_and_not_given_with_a_newer_key) {
  ASSERT_TRUE(keys::make_site_key(office_keys(), random_));
  lay(kUid + " ntag424");
  ASSERT_TRUE(enroller_->enrol(card_, 0, kPin));
  ASSERT_TRUE(keys::make_site_key(office_keys(), random_));
  const auto key = enroller_->enrol(card_, 0, kPin);
  ASSERT_TRUE(key) << sentence(key.error());
  EXPECT_EQ(key->version, 2);
  EXPECT_EQ(proved(2), keys::CardProof::proven);
}

TEST_F(DeskEnrollerTest, shows_the_newest_key_and_says_where_there_is_none) {
  EXPECT_EQ(enroller_->newest().value(), std::nullopt);
  ASSERT_TRUE(keys::make_site_key(office_keys(), random_));
  const auto newest = enroller_->newest();
  ASSERT_TRUE(newest && *newest);
  EXPECT_EQ((*newest)->version, 1);
  EXPECT_EQ((*newest)->check_value, keys::shown_site_keys(office_keys())->back().check_value);
}

// Two threads read the register for all pages of the office.
TEST_F(DeskEnrollerTest, holds_nobody_up_where_the_key_process_hangs) {
  ASSERT_TRUE(keys::make_site_key(office_keys(), random_));
  lay(kUid + " ntag424");
  ASSERT_TRUE(enroller_->newest());
  ASSERT_EQ(::kill(testing_support::pid_of("handbell-keys", office_keys()), SIGSTOP), 0);
  const Steady from = store::steady_now();
  std::thread writes(
      [&] { EXPECT_EQ(enroller_->enrol(card_, 0, kPin).error().code, FaultCode::program_silent); });
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  const auto meanwhile = enroller_->newest();
  EXPECT_LT(store::steady_now() - from, seconds(2));
  writes.join();
  EXPECT_LT(store::steady_now() - from, seconds(6));
  ASSERT_TRUE(meanwhile && *meanwhile);
  EXPECT_EQ((*meanwhile)->version, 1);
  const auto key = enroller_->enrol(card_, 0, kPin);  // with a process of its own again
  EXPECT_TRUE(key) << sentence(key.error());
}

TEST_F(DeskEnrollerTest, says_what_stands_in_the_way) {
  lay(kUid + " ntag424");
  EXPECT_EQ(enroller_->enrol(card_, 0, kPin).error().code, FaultCode::site_key_missing);
  ASSERT_TRUE(keys::make_site_key(office_keys(), random_));
  chip_.say("off all");
  ASSERT_TRUE(until([&] { return readers_->talk_to(card_) == nullptr; }));
  EXPECT_EQ(enroller_->enrol(card_, 0, kPin).error().code, FaultCode::card_left);
  lay(kUid + " ntag213");
  EXPECT_EQ(enroller_->enrol(card_, 0, kPin).error().code, FaultCode::card_mute);
  EXPECT_EQ(enroller_->enrol(card_, 0, kPin).error().where, card_.masked());
}

}  // namespace
}  // namespace handbell::office
