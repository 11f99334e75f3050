// A staff card at a PC/SC reader: enrolled and proven over the real pcscd, the reader's child, the
// relay and the key process; and what is no such card.
#include "drivers/keyholder/key_process.h"
#include "drivers/pn532/ntag424.h"
#include "drivers/vcard/card_slot.h"

#include "../store/temporary_folder.h"
#include "counted_random.h"
#include "heard_reader.h"
#include "pcsc_service.h"
#include <gtest/gtest.h>

#include <atomic>
#include <memory>

namespace handbell::keys {
namespace {

using testing_support::HeardReader;
using testing_support::PcscService;
using testing_support::until;
using vcard::VirtualCard;

const CardNumber kPatels = CardNumber::parse("04A1B2C3D4E580").value();

/// The emulated staff card, as it lies in a virtual PC/SC reader.
VirtualCard staff_card(const std::shared_ptr<pn532::Target>& card) {
  return VirtualCard::iso_dep(kPatels, [card](const Bytes& command) -> std::optional<Bytes> {
    if (command.empty()) {
      card->field_lost();
      return std::nullopt;
    }
    const auto said = card->exchange(command);
    return said ? said->data : Bytes{0x6F, 0x00};
  });
}

class PcscProofTest : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(service_.refusal(), "");
    ASSERT_TRUE(service_.start());
    ASSERT_TRUE(make_site_key(folder_.path() + "/office", random_));
    ASSERT_TRUE(copy_site_keys(folder_.path() + "/office", folder_.path() + "/kiosk"));
    ASSERT_TRUE(until([&] { return reader_.is(card::ReaderState::ready); }));
  }
  void TearDown() override { slot_.clear(); }
  void lay(VirtualCard card) {
    const int before = reader_.seen();
    slot_.lay(std::move(card));
    ASSERT_TRUE(until([&] { return reader_.seen() > before; }));
  }
  void take_off() {
    slot_.clear();
    ASSERT_TRUE(until([&] { return reader_.gone() == reader_.seen(); }));
  }
  std::vector<std::string> program(const std::string& keys) const {
    return {HANDBELL_BIN "/handbell-keys", "--folder", folder_.path() + "/" + keys};
  }

  std::atomic<bool> ending_ = false;
  CountedRandom random_;
  store::TemporaryFolder folder_;
  PcscService service_;
  vcard::CardSlot slot_{service_.port()};
  HeardReader reader_{{HANDBELL_BIN "/handbell-reader", "pcsc:"}};
  KeyProcess office_{program("office"), store::steady_now};
  KeyProcess kiosk_{program("kiosk"), store::steady_now};
};

TEST_F(PcscProofTest, an_enrolled_card_is_proven_and_is_one_tap_all_the_while) {
  const std::shared_ptr<pn532::Target> card = pn532::Ntag424::made(kPatels, "");
  lay(staff_card(card));
  EXPECT_EQ(kiosk_.prove(kPatels, 1, reader_.talk()), CardProof::refused);
  ASSERT_EQ(office_.enrol(kPatels, 0, 1, reader_.talk()), EnrolEnd::enrolled);
  for (int i = 0; i < 5; ++i) {
    const Steady from = store::steady_now();
    EXPECT_EQ(kiosk_.prove(kPatels, 1, reader_.talk()), CardProof::proven);
    std::cout << "proven after " << (store::steady_now() - from).count << " ms\n";
  }
  EXPECT_EQ(reader_.seen(), 1);
  EXPECT_EQ(reader_.gone(), 0);
  EXPECT_EQ(reader_.starts(), 1);
  take_off();
  EXPECT_EQ(kiosk_.prove(kPatels, 1, reader_.talk()), CardProof::left);
}

TEST_F(PcscProofTest, a_copy_of_the_number_alone_is_refused) {
  lay(VirtualCard::iso_dep(kPatels));
  EXPECT_EQ(kiosk_.prove(kPatels, 1, reader_.talk()), CardProof::refused);
  take_off();
  lay(VirtualCard::storage(kPatels));
  EXPECT_EQ(kiosk_.prove(kPatels, 1, reader_.talk()), CardProof::refused);
}

TEST_F(PcscProofTest, a_card_with_another_key_of_the_same_version_is_refused) {
  lay(staff_card(std::make_shared<pn532::Ntag424>(kPatels, cipher::Key128(cipher::Block{7}),
                                                  std::uint8_t{1})));
  EXPECT_EQ(kiosk_.prove(kPatels, 1, reader_.talk()), CardProof::refused);
}

TEST_F(PcscProofTest,
       a_card_that_falls_mute_in_the_middle_is_not_proven_and_the_reader_comes_back) {
  lay(VirtualCard::iso_dep(kPatels, [this](const Bytes& command) -> std::optional<Bytes> {
    // Its first answer takes longer than anybody waits.
    if (!command.empty() && !ending_) std::this_thread::sleep_for(std::chrono::seconds(4));
    return std::nullopt;
  }));
  EXPECT_NE(kiosk_.prove(kPatels, 1, reader_.talk()), CardProof::proven);
  ending_ = true;
  EXPECT_TRUE(until([&] { return reader_.starts() > 1; }));
  take_off();
  lay(VirtualCard::storage(CardNumber::parse("11223344").value()));
}

}  // namespace
}  // namespace handbell::keys
