// A staff card on a CCID reader: the real pcscd, its virtual reader, and the same emulated chip
// card.
#include "app/store/site_clock.h"
#include "drivers/card/reader_process.h"
#include "drivers/keyholder/key_process.h"
#include "drivers/pn532/ntag424.h"
#include "drivers/vcard/card_slot.h"

#include "../../store/temporary_folder.h"
#include "counted_random.h"
#include "pcsc_service.h"
#include <gtest/gtest.h>

namespace handbell::keys {
namespace {

using testing_support::until;

const CardNumber kOkoros = CardNumber::parse("04A1B2C3D4E580").value();

class StaffProofPcscTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (const auto why = service_.refusal(); !why.empty()) GTEST_SKIP() << why;
    ASSERT_TRUE(service_.start());
    ASSERT_TRUE(make_site_key(folder_.path() + "/keys", random_));
    ASSERT_TRUE(reader_.start([this](const card::ReaderEvent& event) {
      if (std::holds_alternative<card::CardSeen>(event)) ++seen_;
      if (std::holds_alternative<card::CardGone>(event)) ++gone_;
    }));
    ASSERT_TRUE(until([&] { return reader_.state() == card::ReaderState::ready; }));
  }
  void TearDown() override { slot_.clear(); }

  void lay(vcard::VirtualCard card) {
    const int before = seen_;
    slot_.lay(std::move(card));
    ASSERT_TRUE(until([&] { return seen_ > before; }));
  }
  void take_off() {
    const int before = gone_;
    slot_.clear();
    ASSERT_TRUE(until([&] { return gone_ > before; }));
  }
  /// The chip of an emulated card, in the reader's terms.
  static vcard::VirtualCard staff_card(const std::shared_ptr<pn532::Target>& chip) {
    (void)chip->request();
    return vcard::VirtualCard::iso_dep(chip->name(), [chip](const Bytes& command) {
      const auto said = chip->exchange(command);
      return said ? std::optional(said->data) : std::nullopt;
    });
  }
  CardProof proved() { return keys_.prove(kOkoros, 1, *reader_.talk()); }

  std::atomic<int> seen_ = 0;
  std::atomic<int> gone_ = 0;
  CountedRandom random_;
  store::TemporaryFolder folder_;
  testing_support::PcscService service_;
  vcard::CardSlot slot_{service_.port()};
  card::ReaderProcess reader_{{HANDBELL_BIN "/handbell-reader", "pcsc:Handbell"},
                              store::steady_now};
  KeyProcess keys_{{HANDBELL_BIN "/handbell-keys", "--folder", folder_.path() + "/keys"},
                   store::steady_now};
};

TEST_F(StaffProofPcscTest, a_card_is_enrolled_and_proven_and_is_one_tap_all_the_while) {
  lay(staff_card(std::make_shared<pn532::Ntag424>(kOkoros, cipher::Key128(), std::uint8_t{0})));
  EXPECT_EQ(proved(), CardProof::refused);
  ASSERT_EQ(keys_.enrol(kOkoros, 0, 1, *reader_.talk()), EnrolEnd::enrolled);
  std::int64_t longest = 0;
  for (int i = 0; i < 5; ++i) {
    const Steady from = store::steady_now();
    EXPECT_EQ(proved(), CardProof::proven) << i;
    longest = std::max(longest, (store::steady_now() - from).count);
  }
  RecordProperty("longest_ms", static_cast<int>(longest));
  EXPECT_EQ(seen_, 1);
  EXPECT_EQ(gone_, 0);
  EXPECT_EQ(reader_.starts(), 1);
  take_off();
  EXPECT_EQ(proved(), CardProof::left);
}

TEST_F(StaffProofPcscTest, copies_of_the_number_and_another_key_are_refused) {
  lay(vcard::VirtualCard::storage(kOkoros));
  EXPECT_EQ(proved(), CardProof::refused);
  take_off();
  lay(vcard::VirtualCard::iso_dep(kOkoros));
  EXPECT_EQ(proved(), CardProof::refused);
  take_off();
  const cipher::Key128 other(cipher::Block{7});
  lay(staff_card(std::make_shared<pn532::Ntag424>(kOkoros, other, std::uint8_t{1})));
  EXPECT_EQ(proved(), CardProof::refused);
}

}  // namespace
}  // namespace handbell::keys
