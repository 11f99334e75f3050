// Two people enter the first mark of the same child and session in the same moment, each in a
// browser of the own, a hundred times: nothing is lost, nothing is overwritten unseen. Who comes
// second hears whose mark stands there, keeps what was typed, and both entries are kept.
#include "app/net/message.h"
#include "app/store/register_file.h"

#include "../bench/kept_connection.h"
#include "counted_random.h"
#include "local_person.h"
#include "running_school.h"

#include <barrier>

namespace handbell::chain {
namespace {

using bench::Answered;
using bench::KeptConnection;

constexpr std::size_t kRounds = 100;
constexpr const char* kOkorosCookie = "__Host-handbell=of-J-Okoro-for-tests";

struct Person {
  const char* name;
  const char* cookie;
  const char* code;
};
constexpr Person kPatel{"R Patel, Office", testing_support::kPatelsCookie, "/"};
constexpr Person kOkoro{"J Okoro, Manager", kOkorosCookie, "N"};

class CrossedPeople : public testing::Test {
 protected:
  void SetUp() override {
    school_.handbell(testing_support::kAddPatel);
    school_.handbell("staff add JO --name 'J Okoro' --position Manager --role office");
    testing_support::sign_patel_in(school_.site());
    testing_support::sign_in_before(school_.site(), "JO", kOkorosCookie);
    school_.start_office();
    const std::string log = text_of(school_.file("office.log"));
    const std::string before = "http://127.0.0.1:";
    port_ = static_cast<std::uint16_t>(std::stoi(log.substr(log.find(before) + before.size())));
    const auto held = file()->school();
    ASSERT_TRUE(held);
    for (const auto& pupil : held->pupils) {
      const bool fits = pupil.on_roll(session_.day) && !reg::is_nursery(pupil.group);
      if (fits && children_.size() < kRounds) children_.push_back(pupil.id);
    }
    ASSERT_EQ(children_.size(), kRounds);
  }

  std::unique_ptr<store::RegisterFile> file() {
    auto opened =
        store::RegisterFile::open_for_pages(school_.site() + "/office/register.db", random_);
    EXPECT_TRUE(opened);
    return std::move(*opened);
  }

  /// `seen`: the entry that the person's page shows; 0: none.
  [[nodiscard]] std::string form(std::size_t round, const Person& who,
                                 const std::string& seen) const {
    return "pupil=" + std::to_string(children_[round].number()) + "&day=" + session_.day.text() +
           "&session=am&code=" + net::encoded(who.code) + "&reason=Typed+in+round+" +
           std::to_string(round) + "&seen=" + seen;
  }
  /// Every round at the same moment as the other person.
  std::vector<Answered> enters(const Person& who) {
    KeptConnection browser(port_, who.cookie);
    std::vector<Answered> answers;
    for (std::size_t round = 0; round < kRounds; ++round) {
      at_once_.arrive_and_wait();
      answers.push_back(browser.post("/pupils/mark", form(round, who, "0")));
    }
    return answers;
  }
  /// The page came back: it names the other's mark, holds what was typed, and is sent once more.
  void decide_again(std::size_t round, const Person& second, const Person& first,
                    const Answered& refused) {
    EXPECT_EQ(refused.status, 422);
    EXPECT_NE(refused.body.find(std::string(first.name) + " has entered " + first.code),
              std::string::npos);
    EXPECT_NE(refused.body.find("Typed in round " + std::to_string(round)), std::string::npos);
    const std::string before = "name=\"seen\" value=\"";
    const auto begin = refused.body.find(before) + before.size();
    const auto seen = refused.body.substr(begin, refused.body.find('"', begin) - begin);
    KeptConnection browser(port_, second.cookie);
    EXPECT_EQ(browser.post("/pupils/mark", form(round, second, seen)).status, 303);
  }
  static std::string signed_code(const reg::Mark& mark) {
    return mark.what.by.text() + ": " + std::string(mark.what.code.text());
  }

  const SessionId session_{*SchoolDay::parse("2026-01-12"), Half::am};
  RunningSchool school_;
  CountedRandom random_{1};
  std::uint16_t port_ = 0;
  std::vector<PupilId> children_;
  std::barrier<> at_once_{2};
};

TEST_F(CrossedPeople, a_hundred_first_marks_by_two_at_once_are_all_kept_and_each_second_is_asked) {
  std::vector<Answered> okoros;
  std::thread other([&] { okoros = enters(kOkoro); });
  const auto patels = enters(kPatel);
  other.join();
  int first_was_patel = 0;
  for (std::size_t round = 0; round < kRounds; ++round) {
    const bool patel_first = patels[round].status == 303;
    const Person& first = patel_first ? kPatel : kOkoro;
    const Person& second = patel_first ? kOkoro : kPatel;
    EXPECT_EQ((patel_first ? patels : okoros)[round].status, 303) << round;
    decide_again(round, second, first, (patel_first ? okoros : patels)[round]);
    first_was_patel += patel_first ? 1 : 0;
    const auto history = file()->history(children_[round], session_);
    ASSERT_TRUE(history);
    ASSERT_EQ(history->size(), 2U) << "nothing is lost, round " << round;
    EXPECT_EQ(signed_code(history->front()), std::string(first.name) + ": " + first.code);
    EXPECT_EQ(signed_code(history->back()), std::string(second.name) + ": " + second.code);
    EXPECT_EQ(history->front().replaces, 0U);
    EXPECT_EQ(history->back().replaces, history->front().entry);
  }
  std::printf("100 first marks by two at once: 200 entries, 100 told; R Patel first %d times\n",
              first_was_patel);
  EXPECT_EQ(school_.end_office(), 0);
  EXPECT_NE(school_.verified(), "");
}

}  // namespace
}  // namespace handbell::chain
