// Cards that are nobody's and cards that lie together, on the emulated chip, through the real
// libnfc, to the kiosk's screen and its journal.
#include "evidence.h"

namespace handbell::chain {
namespace {

using namespace std::chrono_literals;

/// How many entries of this kind the journal of the stopped kiosk holds.
std::ptrdiff_t entries_of(const RunningSchool& school, journal::EntryKind kind) {
  CountedRandom random;
  const auto file = store::JournalFile::open(school.kiosk_folder() + "/journal.db", random);
  if (!file) {
    ADD_FAILURE() << sentence(file.error());
    return -1;
  }
  const auto entries = (*file)->read_from(1, 1'000'000);
  return std::count_if(entries->begin(), entries->end(),
                       [&](const auto& entry) { return entry.kind == kind; });
}

class OddCards : public ::testing::Test {
 protected:
  OddCards() {
    school_.learn_school();
    school_.set_clock("2026-01-12T08:30:00");
    school_.start_kiosk(chip_.connection());
    EXPECT_TRUE(until([&] { return school_.shows("Tap your card"); })) << school_.lately();
  }

  RunningSchool school_;
  EmulatedReader chip_{school_.folder()};
};

TEST_F(OddCards, a_phone_a_bank_card_and_a_shared_number_are_sent_to_the_office_once_each) {
  const auto child = children_of(school_).front();
  for (const std::string card : {"08000001 phone", "08000002 bank", "01020304 copy", "AA55C396"}) {
    chip_.say("on " + card);
    ASSERT_TRUE(until([&] { return school_.shows("Please go to the office"); }))
        << school_.lately();
    // It lies there for some ten looks: phones have another number in each.
    std::this_thread::sleep_for(1s);
    chip_.say("off all");
    // And a child in between, so that the next screen is a new one.
    chip_.say("on " + child.card);
    ASSERT_TRUE(until([&] { return school_.greets(child.shown); })) << school_.lately();
    chip_.say("off all");
  }
  EXPECT_EQ(school_.end_kiosk(), 0);
  EXPECT_EQ(entries_of(school_, journal::EntryKind::refused_card), 4);
  EXPECT_EQ(taps_in_journal(school_).size(), 1U);
}

TEST_F(OddCards, two_cards_at_once_are_one_at_a_time_and_then_two_arrivals) {
  const auto children = children_of(school_);
  chip_.say("on " + children[0].card);
  ASSERT_TRUE(until([&] { return school_.greets(children[0].shown); })) << school_.lately();
  chip_.say("on " + children[1].card);
  ASSERT_TRUE(until([&] { return school_.shows_screen("one_card"); })) << school_.lately();
  chip_.say("off " + children[0].card);
  ASSERT_TRUE(until([&] { return school_.greets(children[1].shown); })) << school_.lately();
  EXPECT_EQ(school_.end_kiosk(), 0);
  EXPECT_EQ(taps_in_journal(school_).size(), 2U);
}

TEST_F(OddCards, three_siblings_within_a_second_and_a_half_are_three_arrivals) {
  const auto children = children_of(school_);
  for (std::size_t i = 0; i < 3; ++i) {
    chip_.say("on " + children[i].card);
    std::this_thread::sleep_for(450ms);
    chip_.say("off all");
    std::this_thread::sleep_for(50ms);
  }
  ASSERT_TRUE(until([&] { return school_.greets(children[2].shown); })) << school_.lately();
  EXPECT_EQ(school_.end_kiosk(), 0);
  EXPECT_EQ(taps_in_journal(school_).size(), 3U);
}

}  // namespace
}  // namespace handbell::chain
