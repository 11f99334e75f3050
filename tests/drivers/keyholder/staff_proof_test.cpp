// A staff card is proven over everything that stands between in a real door: emulated chip and
// card, the real libnfc in its child, the relay, the key process. And whoever tries without is
// refused.
#include "app/store/site_clock.h"
#include "drivers/card/reader_process.h"
#include "drivers/keyholder/key_process.h"

#include "../../store/temporary_folder.h"
#include "counted_random.h"
#include "emulated_reader.h"
#include "other_memory.h"
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <chrono>
#include <mutex>

namespace handbell::keys {
namespace {

using testing_support::EmulatedReader;
using testing_support::pid_of;
using testing_support::until;

const std::string kPatelsUid = "04A1B2C3D4E580";
const CardNumber kPatels = CardNumber::parse(kPatelsUid).value();
const CardNumber kRoss = CardNumber::parse("04A1B2C3D4E581").value();
const std::string kPatelsPin = "846205";

/// Notes what is said, and does something before the n-th command.
class MinutedTalk final : public card::CardTalk {
 public:
  explicit MinutedTalk(card::CardTalk& talk) : talk_(talk) {}
  Status open(const CardNumber& card) override {
    ++opened;
    return talk_.open(card);
  }
  Result<Bytes> exchange(const Bytes& command, Millis wait) override {
    if (before_command && static_cast<int>(answers.size()) == at_command) before_command();
    std::this_thread::sleep_for(pause);
    auto answer = talk_.exchange(command, wait);
    if (answer) answers.push_back(*answer);
    return answer;
  }
  void close() override {
    ++closed;
    talk_.close();
  }

  int opened = 0;
  int closed = 0;
  std::vector<Bytes> answers;
  int at_command = -1;
  std::chrono::milliseconds pause{0};  ///< of a slow card
  std::function<void()> before_command;

 private:
  card::CardTalk& talk_;
};

class StaffProofTest : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(make_site_key(office_folder(), random_));
    ASSERT_TRUE(copy_site_keys(office_folder(), kiosk_folder()));
    ASSERT_TRUE(reader_.start([this](const card::ReaderEvent& event) {
      const std::scoped_lock hold(mutex_);
      if (std::holds_alternative<card::CardSeen>(event)) ++seen_;
      if (std::holds_alternative<card::CardGone>(event)) ++gone_;
    }));
    ASSERT_TRUE(until([&] { return reader_.state() == card::ReaderState::ready; }));
  }
  [[nodiscard]] std::string office_folder() const { return folder_.path() + "/office-keys"; }
  [[nodiscard]] std::string kiosk_folder() const { return folder_.path() + "/kiosk-keys"; }

  /// A card of this kind on the reader, and seen there.
  void lay(const std::string& what) {
    const int before = seen();
    ASSERT_EQ(chip_.say("on " + what), "ok");
    ASSERT_TRUE(until([&] { return seen() > before; }));
  }
  void take_off() {
    const int before = gone();
    chip_.say("off all");
    ASSERT_TRUE(until([&] { return gone() > before; }));
  }
  void enrol() {
    lay(kPatelsUid + " ntag424");
    ASSERT_EQ(office_.enrol(kPatels, 0, 1, talk_), EnrolEnd::enrolled);
    talk_.answers.clear();
  }
  int seen() {
    const std::scoped_lock hold(mutex_);
    return seen_;
  }
  int gone() {
    const std::scoped_lock hold(mutex_);
    return gone_;
  }
  CardProof proved() { return kiosk_.prove(kPatels, 1, talk_); }
  std::vector<std::string> program(const std::string& keys) const {
    return {HANDBELL_BIN "/handbell-keys", "--folder", keys};
  }

  std::mutex mutex_;
  int seen_ = 0;
  int gone_ = 0;
  CountedRandom random_;
  store::TemporaryFolder folder_;
  EmulatedReader chip_{folder_.path()};
  card::ReaderProcess reader_{{HANDBELL_BIN "/handbell-reader", chip_.connection()},
                              store::steady_now};
  MinutedTalk talk_{*reader_.talk()};
  KeyProcess office_{program(office_folder()), store::steady_now};
  KeyProcess kiosk_{program(kiosk_folder()), store::steady_now};
};

TEST_F(StaffProofTest, an_enrolled_card_is_proven_again_and_again_and_is_one_tap_all_the_while) {
  enrol();
  const int before = seen();
  std::int64_t longest = 0;
  for (int i = 0; i < 10; ++i) {
    const Steady from = store::steady_now();
    ASSERT_EQ(proved(), CardProof::proven) << i;
    longest = std::max(longest, (store::steady_now() - from).count);
  }
  RecordProperty("longest_ms", static_cast<int>(longest));
  EXPECT_EQ(talk_.opened, talk_.closed);
  std::this_thread::sleep_for(std::chrono::milliseconds(500));
  EXPECT_EQ(seen(), before);
  EXPECT_EQ(gone(), 0);
  EXPECT_EQ(reader_.starts(), 1);
  EXPECT_EQ(kiosk_.starts(), 1);
  take_off();
  EXPECT_EQ(proved(), CardProof::left);
}

TEST_F(StaffProofTest, a_copy_of_the_number_alone_is_refused) {
  enrol();
  for (const char* kind : {"ntag213", "ntag215", "desfire"}) {
    take_off();
    lay(kPatelsUid + " " + kind);
    EXPECT_EQ(proved(), CardProof::refused) << kind;
  }
}

TEST_F(StaffProofTest, a_card_from_the_factory_or_with_another_key_is_refused) {
  lay(kPatelsUid + " ntag424");
  EXPECT_EQ(proved(), CardProof::refused);
  take_off();
  lay(kPatelsUid + " ntag424 FFEEDDCCBBAA99887766554433221100");
  EXPECT_EQ(proved(), CardProof::refused);
}

TEST_F(StaffProofTest, a_replayed_proof_is_refused) {
  enrol();
  ASSERT_EQ(proved(), CardProof::proven);
  ASSERT_EQ(talk_.answers.size(), 3U);
  std::string words;
  for (const auto& answer : talk_.answers) words += (words.empty() ? "" : ",") + to_hex(answer);
  take_off();
  lay(kPatelsUid + " replay " + words);
  talk_.answers.clear();
  EXPECT_EQ(proved(), CardProof::refused);
  EXPECT_EQ(talk_.answers.size(), 3U);  // it played all of it
}

TEST_F(StaffProofTest, a_wedge_number_is_refused_before_any_card_is_asked) {
  const auto typed = CardNumber::from_wedge("10D", "0012345678").value();
  EXPECT_EQ(kiosk_.prove(typed, 1, talk_), CardProof::refused);
  EXPECT_EQ(talk_.opened, 0);
}

TEST_F(StaffProofTest, another_enrolled_card_is_not_this_one) {
  enrol();
  EXPECT_EQ(kiosk_.prove(kRoss, 1, talk_), CardProof::left);  // it does not lie there
  EXPECT_EQ(talk_.opened, 2);
  EXPECT_EQ(talk_.closed, 2);  // also what could not be opened: the reader may have begun
  EXPECT_EQ(kiosk_.prove(kPatels, 2, talk_), CardProof::no_key);
}

TEST_F(StaffProofTest, a_card_taken_away_in_the_middle_has_left) {
  enrol();
  talk_.at_command = 1;
  talk_.before_command = [&] { chip_.say("off all"); };
  EXPECT_EQ(proved(), CardProof::left);
  EXPECT_TRUE(until([&] { return gone() == 1; }));
}

TEST_F(StaffProofTest, a_reader_that_dies_in_the_middle_is_a_card_that_left_and_comes_back) {
  enrol();
  talk_.at_command = 1;
  talk_.before_command = [&] { ::kill(pid_of(chip_.connection(), "handbell-reader"), SIGKILL); };
  EXPECT_EQ(proved(), CardProof::left);
  talk_.before_command = nullptr;
  EXPECT_TRUE(until([&] { return reader_.state() == card::ReaderState::ready; }));
  EXPECT_TRUE(until([&] { return proved() == CardProof::proven; }));
}

TEST_F(StaffProofTest, a_reader_that_freezes_in_the_middle_holds_nobody_longer_than_it_may) {
  enrol();
  talk_.at_command = 1;
  talk_.before_command = [&] { ::kill(pid_of(chip_.connection(), "handbell-reader"), SIGSTOP); };
  const Steady from = store::steady_now();
  EXPECT_EQ(proved(), CardProof::left);
  EXPECT_LT(store::steady_now() - from, seconds(3));
}

TEST_F(StaffProofTest, a_talk_that_nobody_closes_holds_up_the_taps_for_a_second_and_a_half) {
  enrol();
  ASSERT_TRUE(reader_.talk()->open(kPatels));
  chip_.say("off all");
  EXPECT_TRUE(until([&] { return gone() == 1; }, 10));
  EXPECT_EQ(reader_.starts(), 1);
}

TEST_F(StaffProofTest, a_card_taken_away_while_it_is_enrolled_can_be_enrolled_again) {
  lay(kPatelsUid + " ntag424");
  talk_.at_command = 9;
  talk_.before_command = [&] { chip_.say("off all"); };
  EXPECT_EQ(office_.enrol(kPatels, 0, 1, talk_), EnrolEnd::left);
  talk_.before_command = nullptr;
  ASSERT_TRUE(until([&] { return gone() == 1; }));
  lay(kPatelsUid);
  EXPECT_EQ(office_.enrol(kPatels, 0, 1, talk_), EnrolEnd::enrolled);
  EXPECT_EQ(proved(), CardProof::proven);
}

TEST_F(StaffProofTest, a_card_too_slow_for_one_talk_is_enrolled_in_several) {
  lay(kPatelsUid + " ntag424");
  talk_.pause = std::chrono::milliseconds(110);
  EXPECT_EQ(office_.enrol(kPatels, 0, 1, talk_), EnrolEnd::enrolled);
  EXPECT_GT(talk_.opened, 1);
  EXPECT_EQ(talk_.opened, talk_.closed);
  talk_.pause = {};
  EXPECT_EQ(proved(), CardProof::proven);
}

TEST_F(StaffProofTest, a_kiosk_enrols_nothing_and_a_retired_version_proves_nothing) {
  enrol();
  EXPECT_EQ(kiosk_.enrol(kPatels, 1, 1, talk_), EnrolEnd::no_key);
  ASSERT_TRUE(make_site_key(office_folder(), random_));
  ASSERT_EQ(office_.enrol(kPatels, 1, 2, talk_), EnrolEnd::enrolled);
  EXPECT_EQ(kiosk_.prove(kPatels, 2, talk_), CardProof::no_key);  // not given to it yet
  ASSERT_TRUE(copy_site_keys(office_folder(), kiosk_folder()));
  EXPECT_EQ(kiosk_.prove(kPatels, 2, talk_), CardProof::proven);
  EXPECT_EQ(kiosk_.prove(kPatels, 1, talk_), CardProof::refused);
  ASSERT_TRUE(retire_site_key(office_folder(), 1));
  ASSERT_TRUE(copy_site_keys(office_folder(), kiosk_folder()));
  EXPECT_EQ(kiosk_.prove(kPatels, 1, talk_), CardProof::no_key);
}

TEST_F(StaffProofTest, the_right_pin_is_right_and_a_wrong_one_and_anothers_are_not) {
  const auto verifier = office_.make_verifier(kPatels, 1, kPatelsPin);
  const auto others = office_.make_verifier(kRoss, 1, "731948");
  ASSERT_TRUE(verifier && others);
  EXPECT_EQ(kiosk_.try_pin(kPatels, 1, *verifier, kPatelsPin).proof, PinProof::right);
  EXPECT_EQ(kiosk_.try_pin(kPatels, 1, *verifier, "846206").proof, PinProof::wrong);
  EXPECT_EQ(kiosk_.try_pin(kPatels, 1, *verifier, "731948").proof, PinProof::wrong);
  EXPECT_EQ(kiosk_.try_pin(kRoss, 1, *others, "731948").proof, PinProof::right);
  EXPECT_EQ(kiosk_.try_pin(kRoss, 1, *verifier, kPatelsPin).proof, PinProof::wrong);
  EXPECT_EQ(kiosk_.try_pin(kPatels, 9, *verifier, kPatelsPin).proof, PinProof::no_key);
  EXPECT_FALSE(office_.make_verifier(kPatels, 1, "1234"));
}

TEST_F(StaffProofTest, a_plug_that_is_pulled_forgets_no_wrong_pin) {
  const auto verifier = office_.make_verifier(kPatels, 1, kPatelsPin);
  ASSERT_TRUE(verifier);
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(kiosk_.try_pin(kPatels, 1, *verifier, "000000").proof, PinProof::wrong);
    ::kill(kiosk_.pid(), SIGKILL);
  }
  const PinAnswer answer = kiosk_.try_pin(kPatels, 1, *verifier, kPatelsPin);
  EXPECT_EQ(answer.proof, PinProof::wait);
  EXPECT_GT(answer.wait, Millis{0});
  EXPECT_LE(answer.wait, seconds(30));
  EXPECT_EQ(kiosk_.starts(), 4);
}

TEST_F(StaffProofTest, a_key_process_that_died_is_started_for_the_next_question) {
  enrol();
  ASSERT_EQ(proved(), CardProof::proven);
  ::kill(kiosk_.pid(), SIGKILL);
  EXPECT_EQ(proved(), CardProof::proven);
  EXPECT_EQ(kiosk_.starts(), 2);
}

TEST_F(StaffProofTest, a_key_process_that_dies_or_freezes_in_the_middle_proves_nothing) {
  enrol();
  for (const int signal : {SIGKILL, SIGSTOP}) {
    talk_.answers.clear();
    talk_.at_command = 1;
    talk_.before_command = [&] { ::kill(kiosk_.pid(), signal); };
    EXPECT_EQ(proved(), CardProof::no_key);
    talk_.before_command = nullptr;
    EXPECT_EQ(proved(), CardProof::proven);
  }
}

// The office would be told of a forged card where a machine lacks its keys (D49).
TEST_F(StaffProofTest, no_key_program_and_no_key_folder_are_no_proof_and_no_forgery) {
  enrol();
  KeyProcess none({"/nowhere/handbell-keys"}, store::steady_now);
  EXPECT_EQ(none.prove(kPatels, 1, talk_), CardProof::no_key);
  EXPECT_EQ(none.try_pin(kPatels, 1, {}, kPatelsPin).proof, PinProof::no_key);
  EXPECT_EQ(none.enrol(kPatels, 0, 1, talk_), EnrolEnd::silent);
  EXPECT_EQ(none.newest().error().code, FaultCode::program_silent);
  KeyProcess nowhere(program(folder_.path() + "/nowhere"), store::steady_now);
  EXPECT_EQ(nowhere.prove(kPatels, 1, talk_), CardProof::no_key);
  EXPECT_EQ(nowhere.try_pin(kPatels, 1, {}, kPatelsPin).proof, PinProof::no_key);
}

TEST_F(StaffProofTest, a_key_process_that_starts_slowly_proves_a_card_all_the_same) {
  enrol();
  KeyProcess slow({"/bin/sh", "-c", "sleep 1.7; exec \"$0\" --folder \"$1\"",
                   HANDBELL_BIN "/handbell-keys", office_folder() + "-slow"},
                  store::steady_now);
  ASSERT_TRUE(copy_site_keys(office_folder(), office_folder() + "-slow"));
  EXPECT_EQ(slow.prove(kPatels, 1, talk_), CardProof::proven);
  KeyProcess warmed(program(folder_.path() + "/warm"), store::steady_now);
  ASSERT_TRUE(copy_site_keys(office_folder(), folder_.path() + "/warm"));
  warmed.warm();
  EXPECT_GT(warmed.pid(), 0);
  EXPECT_EQ(warmed.prove(kPatels, 1, talk_), CardProof::proven);
  EXPECT_EQ(warmed.starts(), 1);
}

TEST_F(StaffProofTest, a_card_that_answers_slowly_is_no_silent_key_process) {
  enrol();
  ASSERT_EQ(proved(), CardProof::proven);
  talk_.answers.clear();
  talk_.at_command = 1;
  talk_.before_command = [] { std::this_thread::sleep_for(std::chrono::milliseconds(1600)); };
  EXPECT_EQ(proved(), CardProof::left);
  EXPECT_EQ(kiosk_.starts(), 1);  // it was not ended for it
}

TEST_F(StaffProofTest, the_newest_key_is_told_by_the_process_that_has_it) {
  ASSERT_TRUE(make_site_key(office_folder(), random_));
  const auto newest = office_.newest();
  ASSERT_TRUE(newest && *newest);
  EXPECT_EQ((*newest)->version, 2);
  EXPECT_EQ((*newest)->check_value, shown_site_keys(office_folder())->back().check_value);
  EXPECT_EQ(kiosk_.newest().value(), std::nullopt);  // it can write no card
  ASSERT_EQ(::truncate((office_folder() + "/site.key").c_str(), 20), 0);
  EXPECT_EQ(office_.newest().error().code, FaultCode::site_key_garbled);
}

TEST_F(StaffProofTest, no_digit_of_a_pin_stays_in_the_key_process) {
  if (::geteuid() != 0) GTEST_SKIP() << "it lets nobody but root look";
  const auto verifier = office_.make_verifier(kPatels, 1, kPatelsPin);
  ASSERT_TRUE(verifier);
  ASSERT_EQ(kiosk_.try_pin(kPatels, 1, *verifier, kPatelsPin).proof, PinProof::right);
  ASSERT_EQ(kiosk_.try_pin(kPatels, 1, *verifier, "519376").proof, PinProof::wrong);
  const auto holds = [](int pid, const std::string& text) {
    return testing_support::memory_holds(pid, Bytes(text.begin(), text.end()));
  };
  EXPECT_TRUE(holds(kiosk_.pid(), kiosk_folder()));  // the finder finds
  EXPECT_FALSE(holds(office_.pid(), kPatelsPin));
  EXPECT_FALSE(holds(kiosk_.pid(), kPatelsPin));
  EXPECT_FALSE(holds(kiosk_.pid(), "519376"));
}

TEST_F(StaffProofTest, the_process_that_hosts_libnfc_never_has_a_key) {
  enrol();
  for (int i = 0; i < 3; ++i) ASSERT_EQ(proved(), CardProof::proven);
  const int reader = pid_of(chip_.connection(), "handbell-reader");
  ASSERT_GT(reader, 0);
  // The finder finds: the number of the card is there.
  EXPECT_TRUE(testing_support::memory_holds(reader, kPatels.bytes()));
  const auto keys = site_keys_in(office_folder()).value();
  const SiteKey& site = *keys.of(1);
  std::vector<cipher::Key128> secrets{site.release, *site.administration};
  for (std::uint8_t number = 0; number < kCardKeys; ++number) {
    secrets.push_back(*card_key(site, kPatels, number));
  }
  for (const auto& secret : secrets) {
    const Bytes bytes(secret.bytes().begin(), secret.bytes().end());
    EXPECT_FALSE(testing_support::memory_holds(reader, bytes));
  }
}

TEST_F(StaffProofTest, the_key_process_hosts_no_reader_and_leaves_no_core) {
  enrol();
  ASSERT_EQ(proved(), CardProof::proven);
  std::string linked = testing_support::output_of("ldd " HANDBELL_BIN "/handbell-keys");
  // Which files it has mapped its own user may not even see: it lets nobody look.
  if (::geteuid() == 0) linked += testing_support::proc_text(kiosk_.pid(), "maps");
  ASSERT_NE(linked.find("libcrypto"), std::string::npos);
  for (const char* other : {"libnfc", "libpcsclite", "libevdev", "libSDL2", "libusb"}) {
    EXPECT_EQ(linked.find(other), std::string::npos) << other;
  }
  const std::string limits = testing_support::proc_text(kiosk_.pid(), "limits");
  const auto core = limits.find("Max core file size");
  ASSERT_NE(core, std::string::npos);
  EXPECT_EQ(limits.substr(core, 33), "Max core file size        0      ");
  const std::string status = testing_support::proc_text(kiosk_.pid(), "status");
  rlimit may_lock{};
  ASSERT_EQ(::getrlimit(RLIMIT_MEMLOCK, &may_lock), 0);
  if (may_lock.rlim_cur >= 2'000'000) {
    const auto locked = status.find("VmLck:");
    ASSERT_NE(locked, std::string::npos);
    EXPECT_GE(std::atoi(status.c_str() + locked + 6), 256);  // kB
  }
  // Two of one folder would forget each other's counts.
  KeyProcess second(program(kiosk_folder()), store::steady_now);
  EXPECT_EQ(second.prove(kPatels, 1, talk_), CardProof::no_key);
}

TEST_F(StaffProofTest, the_key_process_ends_with_who_started_it) {
  int pid = 0;
  {
    KeyProcess passing(program(office_folder()), store::steady_now);
    (void)passing.make_verifier(kPatels, 1, kPatelsPin);
    pid = passing.pid();
    ASSERT_GT(pid, 0);
  }
  EXPECT_NE(::kill(pid, 0), 0);
}

}  // namespace
}  // namespace handbell::keys
