// The key holder against emulated cards, with clock, chance and files in the test's hands.
#include "drivers/keyholder/key_holder.h"

#include "drivers/keyholder/release_pin.h"

#include "counted_random.h"
#include "talked_card.h"
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <fstream>

namespace handbell::keys {
namespace {

using pn532::Ntag424;

const CardNumber kPatel = CardNumber::parse("04A1B2C3D4E580").value();
const CardNumber kRoss = CardNumber::parse("04A1B2C3D4E581").value();
const std::string kDigits = "846205";

class KeyHolderTest : public ::testing::Test {
 protected:
  KeyHolderTest() { EXPECT_TRUE(keys_.make(random_)); }

  HolderHands hands() {
    return {[this]() -> Result<SiteKeys> { return keys_; },
            [this]() -> Result<std::optional<Bytes>> { return kept_; },
            [this](const Bytes& bytes) -> Status {
              ++writes_;
              if (disk_fails_ || writes_ == write_that_fails_) {
                return fail(FaultCode::disk_full, "pin.attempts");
              }
              kept_ = bytes;
              return {};
            },
            [this] { return now_; }, &random_};
  }
  template <class What>
  decltype(KeyReply::what) ask(What what) {
    return holder_.answer({++seq_, what}).what;
  }
  /// Carries between holder and card until one word comes.
  KeyEnd carry(decltype(KeyReply::what) reply, pn532::Target& card, int most = 100) {
    choose(card);
    for (int i = 0; i < most; ++i) {
      if (const auto* end = std::get_if<KeyEnd>(&reply)) return *end;
      last_ = asked(card, std::get<SendCommand>(reply).command);
      heard_.push_back(last_);
      reply = holder_.answer({seq_, CardTold{last_}}).what;
    }
    return std::get<KeyEnd>(holder_.answer({seq_, CardLeft{}}).what);
  }
  KeyEnd proved(pn532::Target& card, const CardNumber& as, KeyVersion version = 1) {
    return carry(ask(AskProof{as, version}), card);
  }
  KeyEnd enrolled(pn532::Target& card, KeyVersion from = 0, KeyVersion to = 1, int most = 100) {
    return carry(ask(AskEnrol{card.name(), from, to}), card, most);
  }
  PinAnswer tried(const CardNumber& card, const std::string& digits) {
    return std::get<PinAnswer>(ask(AskPin{card, 1, verifier_, PinDigits(digits)}));
  }
  void set_pin() {
    verifier_ = std::get<PinVerifier>(ask(AskVerifier{kPatel, 1, PinDigits(kDigits)}));
  }

  CountedRandom random_;
  SiteKeys keys_;
  std::optional<Bytes> kept_;
  int writes_ = 0;
  int write_that_fails_ = 0;
  bool disk_fails_ = false;
  MachineTime now_{{1}, {1'000'000}};
  KeyHolder holder_{hands()};
  std::uint32_t seq_ = 0;
  Bytes last_;
  std::vector<Bytes> heard_;
  PinVerifier verifier_{};
};

TEST_F(KeyHolderTest, an_enrolled_card_is_proven_and_each_time_by_other_words) {
  Ntag424 card(kPatel, {}, 0);
  ASSERT_EQ(enrolled(card), KeyEnd::enrolled);
  heard_.clear();
  EXPECT_EQ(proved(card, kPatel), KeyEnd::proven);
  const auto first = heard_;
  heard_.clear();
  EXPECT_EQ(proved(card, kPatel), KeyEnd::proven);
  EXPECT_NE(heard_, first);
  EXPECT_EQ(heard_.size(), 3U);
}

TEST_F(KeyHolderTest, a_card_from_the_factory_or_with_another_key_is_refused) {
  Ntag424 fresh(kPatel, {}, 0);
  EXPECT_EQ(proved(fresh, kPatel), KeyEnd::refused);
  Ntag424 other(kPatel, cipher::Key128(cipher::Block{9}), 1);
  EXPECT_EQ(proved(other, kPatel), KeyEnd::refused);
  EXPECT_EQ(other.wrong_in_a_row(), 1);
}

TEST_F(KeyHolderTest, a_card_that_says_another_enrolled_cards_number_is_refused) {
  Ntag424 card(kRoss, {}, 0);
  ASSERT_EQ(enrolled(card), KeyEnd::enrolled);
  EXPECT_EQ(proved(card, kPatel), KeyEnd::refused);
}

TEST_F(KeyHolderTest, a_recorded_proof_is_worth_nothing_the_second_time) {
  Ntag424 card(kPatel, {}, 0);
  ASSERT_EQ(enrolled(card), KeyEnd::enrolled);
  heard_.clear();
  ASSERT_EQ(proved(card, kPatel), KeyEnd::proven);
  pn532::ReplayCard replay(kPatel, heard_);
  EXPECT_EQ(proved(replay, kPatel), KeyEnd::refused);
}

TEST_F(KeyHolderTest, a_version_that_is_not_here_is_no_key_and_a_wedge_number_is_refused) {
  EXPECT_EQ(std::get<KeyEnd>(ask(AskProof{kPatel, 2})), KeyEnd::no_key);
  EXPECT_EQ(std::get<KeyEnd>(ask(AskProof{kPatel, 0})), KeyEnd::no_key);
  const auto wedge = CardNumber::from_wedge("10D", "0012345678").value();
  EXPECT_EQ(std::get<KeyEnd>(ask(AskProof{wedge, 1})), KeyEnd::refused);
  EXPECT_EQ(std::get<KeyEnd>(ask(AskEnrol{wedge, 0, 1})), KeyEnd::refused);
  EXPECT_EQ(std::get<KeyEnd>(ask(AskVerifier{wedge, 1, PinDigits(kDigits)})), KeyEnd::refused);
  EXPECT_EQ(std::get<PinAnswer>(ask(AskPin{wedge, 1, {}, PinDigits(kDigits)})).proof,
            PinProof::no_key);
}

TEST_F(KeyHolderTest, an_answer_that_was_not_asked_for_or_comes_late_proves_nothing) {
  Ntag424 card(kPatel, {}, 0);
  ASSERT_EQ(enrolled(card), KeyEnd::enrolled);
  EXPECT_EQ(std::get<KeyEnd>(holder_.answer({seq_, CardTold{{0x91, 0x00}}}).what), KeyEnd::refused);
  auto reply = ask(AskProof{kPatel, 1});
  EXPECT_EQ(std::get<KeyEnd>(holder_.answer({seq_ + 1, CardTold{{0x90, 0x00}}}).what),
            KeyEnd::refused);
  EXPECT_EQ(carry(reply, card), KeyEnd::refused);  // that question is gone with it
  reply = ask(AskProof{kPatel, 1});
  now_.at = now_.at + seconds(11);
  EXPECT_EQ(carry(reply, card), KeyEnd::refused);
}

TEST_F(KeyHolderTest, all_five_keys_are_changed) {
  Ntag424 card(kPatel, {}, 0);
  ASSERT_EQ(enrolled(card), KeyEnd::enrolled);
  EXPECT_EQ(enrolled(card), KeyEnd::enrolled);  // again: nothing is left to change
  choose(card);
  for (std::uint8_t number = 0; number < kCardKeys; ++number) {
    (void)asked(card, from_hex("00A4040007D276000085010100").value());
    EXPECT_EQ(to_hex(asked(card, cipher::wrapped(0x64, {number}))), "019100") << int{number};
  }
}

TEST_F(KeyHolderTest, a_card_taken_away_after_any_command_can_be_enrolled_again) {
  for (int after = 0; after <= 18; ++after) {
    Ntag424 card(kPatel, {}, 0);
    const KeyEnd end = enrolled(card, 0, 1, after);
    EXPECT_EQ(end == KeyEnd::enrolled, after == 18) << after;
    EXPECT_EQ(enrolled(card), KeyEnd::enrolled) << after;
    EXPECT_EQ(proved(card, kPatel), KeyEnd::proven) << after;
  }
}

TEST_F(KeyHolderTest, versions_turn_over_card_by_card) {
  Ntag424 patel(kPatel, {}, 0);
  Ntag424 ross(kRoss, {}, 0);
  ASSERT_EQ(enrolled(patel), KeyEnd::enrolled);
  ASSERT_EQ(enrolled(ross), KeyEnd::enrolled);
  ASSERT_TRUE(keys_.make(random_));
  EXPECT_EQ(enrolled(patel, 1, 2), KeyEnd::enrolled);
  EXPECT_EQ(proved(patel, kPatel, 2), KeyEnd::proven);
  EXPECT_EQ(proved(patel, kPatel, 1), KeyEnd::refused);
  EXPECT_EQ(proved(ross, kRoss, 1), KeyEnd::proven);
  ASSERT_TRUE(keys_.retire(1));
  EXPECT_EQ(proved(ross, kRoss, 1), KeyEnd::no_key);
  EXPECT_EQ(proved(patel, kPatel, 2), KeyEnd::proven);
}

TEST_F(KeyHolderTest, a_card_that_was_written_and_not_given_can_be_written_with_a_newer_key) {
  ASSERT_TRUE(keys_.make(random_));
  ASSERT_TRUE(keys_.make(random_));
  Ntag424 never_given(kPatel, {}, 0);
  ASSERT_EQ(enrolled(never_given, 0, 1), KeyEnd::enrolled);
  EXPECT_EQ(enrolled(never_given, 0, 3), KeyEnd::enrolled);
  EXPECT_EQ(proved(never_given, kPatel, 3), KeyEnd::proven);
  Ntag424 given_once(kRoss, {}, 0);
  ASSERT_EQ(enrolled(given_once, 0, 1), KeyEnd::enrolled);
  ASSERT_EQ(enrolled(given_once, 1, 2), KeyEnd::enrolled);
  ASSERT_TRUE(keys_.retire(1));
  EXPECT_EQ(enrolled(given_once, 1, 3), KeyEnd::enrolled);
  EXPECT_EQ(proved(given_once, kRoss, 3), KeyEnd::proven);
}

TEST_F(KeyHolderTest, a_card_taken_away_between_two_versions_can_be_written_with_a_third) {
  ASSERT_TRUE(keys_.make(random_));
  ASSERT_TRUE(keys_.make(random_));
  for (int after = 0; after <= 18; ++after) {
    Ntag424 card(kPatel, {}, 0);
    ASSERT_EQ(enrolled(card, 0, 1), KeyEnd::enrolled);
    (void)enrolled(card, 1, 2, after);
    EXPECT_EQ(enrolled(card, 1, 3), KeyEnd::enrolled) << after;
    EXPECT_EQ(proved(card, kPatel, 3), KeyEnd::proven) << after;
  }
}

TEST_F(KeyHolderTest, a_card_of_another_site_is_refused_after_a_few_keys) {
  for (int i = 2; i <= 40; ++i) ASSERT_TRUE(keys_.make(random_));
  Ntag424 other(kPatel, cipher::Key128(cipher::Block{9}), 1);
  EXPECT_EQ(enrolled(other, 0, 40), KeyEnd::refused);
  EXPECT_EQ(other.wrong_in_a_row(), 8);
}

TEST_F(KeyHolderTest, the_newest_key_is_named_by_its_check_value_where_cards_can_be_written) {
  ASSERT_TRUE(keys_.make(random_));
  const auto newest = std::get<NewestKey>(ask(AskNewest{}));
  EXPECT_EQ(newest.version, 2);
  EXPECT_EQ(newest.check_value, shown_key(2, *keys_.of(2)).check_value);
  keys_ = keys_.for_kiosk();
  EXPECT_EQ(std::get<KeyEnd>(ask(AskNewest{})), KeyEnd::no_key);
  keys_ = SiteKeys();
  EXPECT_EQ(std::get<KeyEnd>(ask(AskNewest{})), KeyEnd::no_key);
}

TEST_F(KeyHolderTest, a_kiosks_keys_prove_a_card_and_enrol_none) {
  Ntag424 card(kPatel, {}, 0);
  ASSERT_EQ(enrolled(card), KeyEnd::enrolled);
  keys_ = keys_.for_kiosk();
  EXPECT_EQ(proved(card, kPatel), KeyEnd::proven);
  EXPECT_EQ(std::get<KeyEnd>(ask(AskEnrol{kPatel, 0, 1})), KeyEnd::no_key);
}

TEST_F(KeyHolderTest, the_right_pin_is_right_and_any_other_is_not) {
  set_pin();
  EXPECT_EQ(tried(kPatel, kDigits).proof, PinProof::right);
  EXPECT_EQ(tried(kPatel, "846204").proof, PinProof::wrong);
  EXPECT_EQ(tried(kPatel, kDigits).proof, PinProof::right);
  EXPECT_EQ(writes_, 5);  // each try before it is looked at, each right one again after it
}

TEST_F(KeyHolderTest, the_same_digits_with_anothers_verifier_are_wrong) {
  set_pin();
  EXPECT_EQ(tried(kRoss, kDigits).proof, PinProof::wrong);
  ASSERT_TRUE(keys_.make(random_));
  EXPECT_EQ(std::get<PinAnswer>(ask(AskPin{kPatel, 2, verifier_, PinDigits(kDigits)})).proof,
            PinProof::wrong);
}

TEST_F(KeyHolderTest, two_verifiers_of_one_pin_have_nothing_in_common) {
  set_pin();
  const auto first = verifier_;
  set_pin();
  EXPECT_NE(first, verifier_);
  EXPECT_EQ(tried(kPatel, kDigits).proof, PinProof::right);
}

TEST_F(KeyHolderTest, wrong_pins_wait_longer_and_longer_and_even_the_right_one_is_not_looked_at) {
  set_pin();
  const std::string wrong = "111111";
  EXPECT_EQ(tried(kPatel, wrong), (PinAnswer{PinProof::wrong, {0}}));
  EXPECT_EQ(tried(kPatel, wrong), (PinAnswer{PinProof::wrong, {0}}));
  EXPECT_EQ(tried(kPatel, wrong), (PinAnswer{PinProof::wrong, seconds(30)}));
  const int before = writes_;
  EXPECT_EQ(tried(kPatel, kDigits), (PinAnswer{PinProof::wait, seconds(30)}));
  EXPECT_EQ(writes_, before);
  now_.at = now_.at + seconds(30);
  EXPECT_EQ(tried(kPatel, wrong), (PinAnswer{PinProof::wrong, minutes(1)}));
  now_.at = now_.at + minutes(1);
  EXPECT_EQ(tried(kPatel, kDigits).proof, PinProof::right);
  EXPECT_EQ(tried(kPatel, wrong), (PinAnswer{PinProof::wrong, {0}}));
}

TEST_F(KeyHolderTest, the_count_outlives_the_process_and_the_machines_restart) {
  set_pin();
  for (int i = 0; i < 3; ++i) EXPECT_EQ(tried(kPatel, "111111").proof, PinProof::wrong);
  KeyHolder next(hands());
  const KeyRequest ask{1, AskPin{kPatel, 1, verifier_, PinDigits(kDigits)}};
  EXPECT_EQ(std::get<PinAnswer>(next.answer(ask).what).proof, PinProof::wait);
  now_ = {{2}, {10'000}};
  EXPECT_EQ(std::get<PinAnswer>(next.answer(ask).what), (PinAnswer{PinProof::wait, seconds(20)}));
}

TEST_F(KeyHolderTest, where_nothing_can_be_written_no_pin_is_right) {
  set_pin();
  disk_fails_ = true;
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(tried(kPatel, kDigits), (PinAnswer{PinProof::wait, seconds(30)}));
  }
  disk_fails_ = false;
  EXPECT_EQ(tried(kPatel, kDigits).proof, PinProof::right);
}

TEST_F(KeyHolderTest, a_right_pin_that_cannot_be_struck_out_is_not_told_as_right) {
  set_pin();
  write_that_fails_ = 2;
  EXPECT_EQ(tried(kPatel, kDigits).proof, PinProof::wait);
  EXPECT_EQ(Attempts::parse(*kept_)->wrong(kPatel), 1U);
}

TEST_F(KeyHolderTest, a_count_that_cannot_be_read_lets_nobody_in) {
  set_pin();
  kept_ = Bytes{1, 2, 3};
  EXPECT_EQ(tried(kPatel, kDigits).proof, PinProof::wait);
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
/// Less than Argon2id's 64 MiB is to be had, for as long as this lives.
class LittleMemory {
 public:
  LittleMemory() {
    constexpr rlim_t kLeft = 32ULL * 1024 * 1024;
    ::getrlimit(RLIMIT_AS, &before_);
    rlim_t pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    const rlimit little{pages * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE)) + kLeft,
                        before_.rlim_max};
    ::setrlimit(RLIMIT_AS, &little);
  }
  LittleMemory(const LittleMemory&) = delete;
  LittleMemory& operator=(const LittleMemory&) = delete;
  ~LittleMemory() { ::setrlimit(RLIMIT_AS, &before_); }

 private:
  rlimit before_{};
};

TEST_F(KeyHolderTest, a_pin_for_which_there_is_no_memory_is_neither_wrong_nor_counted) {
  set_pin();
  ASSERT_EQ(tried(kPatel, "111111").proof, PinProof::wrong);
  {
    const LittleMemory little;
    for (int i = 0; i < 5; ++i) {
      EXPECT_EQ(tried(kPatel, kDigits), (PinAnswer{PinProof::wait, seconds(30)}));
    }
    EXPECT_EQ(std::get<KeyEnd>(ask(AskVerifier{kPatel, 1, PinDigits(kDigits)})), KeyEnd::no_key);
  }
  EXPECT_EQ(Attempts::parse(*kept_)->wrong(kPatel), 1U);  // the one before
  EXPECT_EQ(tried(kPatel, kDigits).proof, PinProof::right);
}
#endif

}  // namespace
}  // namespace handbell::keys
