#include "app/register/visit.h"

#include "app/register/lateness.h"
#include "app/register/repeat.h"
#include "app/register/sign_out.h"

#include "worked_examples.h"
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace handbell::reg {
namespace {

/// "08:59:50 child A (Year 2)" as a tap; the letter is the pupil.
FamilyTap tap_of(const std::string& text, bool siblings) {
  const std::string letter = text.substr(text.find("child ") + 6, 1);
  const std::string family = siblings ? "one" : letter;
  return {PupilId{letter.front()}, family, Instant{example_time(text.substr(0, 8)).ms()}};
}

std::string code_at(Instant first_contact, const Window& window) {
  const auto late = lateness(TimeOfDay::from_ms(first_contact.ms), window);
  if (late == Lateness::on_time) return "";
  return late == Lateness::before_close ? "L" : "U";
}

TEST(Visit, every_worked_example_is_judged_as_agreed_D13) {
  const auto examples = worked_examples("visit");
  ASSERT_EQ(examples.size(), 2U);
  for (const auto& example : examples) {
    SCOPED_TRACE(std::string(example.at("id")));
    std::vector<FamilyTap> taps;
    std::vector<Window> windows;
    for (const std::string text : example.at("input").at("taps")) {
      taps.push_back(tap_of(text, example.at("input").at("siblings")));
      const bool nursery = text.find("Nursery") != std::string::npos;
      windows.push_back(example_window(nursery ? "Nursery" : "Reception/1/2", "AM"));
    }
    const auto contacts = first_contacts(taps);
    for (std::size_t i = 0; i < taps.size(); ++i) {
      const std::string letter(1, static_cast<char>(taps[i].pupil.number()));
      EXPECT_EQ(code_at(contacts[i], windows[i]), example["expected"]["codes"].at(letter));
    }
  }
}

TEST(Visit, a_sibling_after_121_seconds_or_a_seventh_child_begins_a_new_visit) {
  std::vector<FamilyTap> taps;
  for (int i = 0; i < 7; ++i) taps.push_back({PupilId{i + 1}, "one", Instant{i * 1000}});
  taps.push_back({PupilId{9}, "one", Instant{6000 + 120'001}});
  const auto contacts = first_contacts(taps);
  EXPECT_EQ(contacts[5], Instant{0});
  EXPECT_EQ(contacts[6], Instant{6000});
  EXPECT_EQ(contacts[7], Instant{126'001});
}

RC_GTEST_PROP(Visit, the_order_in_which_taps_become_known_does_not_matter, ()) {
  std::vector<FamilyTap> taps;
  const auto count = *rc::gen::inRange(1, 12);
  for (int i = 0; i < count; ++i) {
    taps.push_back({PupilId{i + 1}, std::to_string(*rc::gen::inRange(0, 3)),
                    Instant{*rc::gen::inRange<std::int64_t>(0, 400'000)}});
  }
  const auto before = first_contacts(taps);
  auto turned = taps;
  std::reverse(turned.begin(), turned.end());
  auto after = first_contacts(turned);
  std::reverse(after.begin(), after.end());
  RC_ASSERT(before == after);
  for (std::size_t i = 0; i < taps.size(); ++i) {
    RC_ASSERT(before[i] <= taps[i].at);
    RC_ASSERT((taps[i].at - before[i]) <= kVisitLongest);
  }
}

TEST(Repeat, every_worked_example_is_judged_as_agreed_D07) {
  const auto examples = worked_examples("duplicate");
  ASSERT_EQ(examples.size(), 2U);
  for (const auto& example : examples) {
    SCOPED_TRACE(std::string(example.at("id")));
    std::optional<Instant> last;
    std::optional<Instant> arrival;
    int stored = 0;
    for (const std::string text : example.at("input").at("taps")) {
      const Instant at{example_time(text.substr(0, 8)).ms()};
      const auto repeat = repeat_of(last, at);
      if (repeat == Repeat::first) arrival = at;
      if (repeat != Repeat::ignored) ++stored;
      last = at;
    }
    EXPECT_EQ(stored, example["expected"]["events_stored"]);
    EXPECT_EQ(TimeOfDay::from_ms(arrival->ms).hh_mm_ss(), example["expected"]["arrival"]);
    EXPECT_EQ(code_at(*arrival, example_window("Reception/1/2", "AM")),
              example["expected"]["code"]);
  }
}

TEST(Repeat, sixty_seconds_is_no_longer_within) {
  EXPECT_EQ(repeat_of(Instant{0}, Instant{59'999}), Repeat::ignored);
  EXPECT_EQ(repeat_of(Instant{0}, Instant{60'000}), Repeat::second_event);
}

TEST(SignOut, every_worked_example_is_judged_as_agreed_D18_D19) {
  const auto examples = worked_examples("sign_out");
  ASSERT_EQ(examples.size(), 3U);
  for (const auto& example : examples) {
    SCOPED_TRACE(std::string(example.at("id")));
    const auto& input = example.at("input");
    SignOut sign_out;
    sign_out.out = example_time(input.at("sign_out"));
    if (input.contains("sign_in")) sign_out.back = example_time(input.at("sign_in"));
    if (input.value("reason", "") == "appointment") sign_out.reason = OutReason::appointment;
    sign_out.appointment_known = input.value("appointment_covers_pm", false);
    const auto proposal = afternoon_proposal(sign_out, example_time("13:00"));
    const auto expected = example.at("expected");
    if (expected.contains("pm_proposal")) {
      ASSERT_TRUE(proposal);
      EXPECT_EQ(std::string(proposal->text()), expected["pm_proposal"]);
    } else {
      EXPECT_EQ(proposal, std::nullopt);
    }
    EXPECT_EQ(expected.at("am_mark"), input.at("am_mark"));
  }
}

TEST(SignOut, sent_home_ill_is_I_and_no_reason_is_N_D18) {
  const auto one = example_time("13:00");
  EXPECT_EQ(afternoon_proposal({example_time("11:00"), {}, OutReason::sent_home_ill, false}, one),
            code_of("I"));
  EXPECT_EQ(afternoon_proposal({example_time("11:00"), {}, OutReason::appointment, false}, one),
            code_of("N"));
}

}  // namespace
}  // namespace handbell::reg
