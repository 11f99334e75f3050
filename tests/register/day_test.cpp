#include "app/register/day.h"

#include "app/base/school_time.h"

#include "worked_examples.h"
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace handbell::reg {
namespace {

const SchoolDay kMonday = *SchoolDay::parse("2026-01-12");

Instant moment_on(SchoolDay day, const std::string& time) {
  return from_local(day, example_time(time));
}

SeenEvent arrival(std::uint64_t seq, int pupil, Instant at, const std::string& journal = "A") {
  Arrived event;
  event.pupil = PupilId{pupil};
  event.at.wall = at;
  event.at.boot = 5;
  return {{journal, seq}, event};
}

SeenEvent untrusted_tap(std::uint64_t seq, int pupil, Steady steady) {
  Arrived event;
  event.pupil = PupilId{pupil};
  event.at = {Instant{60'000}, steady, 5, false, false};
  event.outcome = Outcome::clock_unverified;
  return {{"A", seq}, event};
}

/// Reception by the policy; pupils 20 and up are Nursery; 1 to 3 are one family.
std::optional<PupilFacts> school(PupilId pupil, SessionId session) {
  static const SessionTimes kTimes = policy_times(*SchoolDay::parse("2020-01-01"));
  PupilFacts facts;
  facts.group = pupil.number() >= 20 ? YearGroup::n2 : YearGroup::reception;
  facts.family = pupil.number() <= 3 ? "one" : "";
  facts.window = kTimes.window(facts.group, session);
  return facts;
}

std::string codes(const std::vector<SessionArrival>& lines) {
  std::string text;
  for (const auto& line : lines) {
    text += std::to_string(line.pupil.number()) + ":";
    text += line.judgement.proposal ? std::string(line.judgement.proposal->text()) : "-";
    text += " ";
  }
  return text;
}

TEST(Day, one_second_decides_on_every_side_of_a_clock_change_D01_D16) {
  for (const char* day : {"2026-03-27", "2026-03-30", "2026-10-23", "2026-10-26"}) {
    const SchoolDay school_day = *SchoolDay::parse(day);
    const auto lines = judge_events({arrival(1, 10, moment_on(school_day, "08:59:59")),
                                     arrival(2, 11, moment_on(school_day, "09:00:00")),
                                     arrival(3, 20, moment_on(school_day, "08:59:59.999")),
                                     arrival(4, 21, moment_on(school_day, "09:00:00"))},
                                    school);
    EXPECT_EQ(codes(lines), "10:L 20:L 11:U 21:U ") << day;
  }
}

TEST(Day, the_earliest_of_two_kiosks_wins_whichever_is_heard_first_D28) {
  const auto late = arrival(1, 10, moment_on(kMonday, "09:05"), "A");
  const auto early = arrival(9, 10, moment_on(kMonday, "08:50"), "B");
  EXPECT_EQ(codes(judge_events({late, early}, school)), "10:L ");
  EXPECT_EQ(codes(judge_events({early, late}, school)), "10:L ");
}

TEST(Day, siblings_share_the_first_contact_D13) {
  const auto lines = judge_events(
      {arrival(1, 1, moment_on(kMonday, "08:59:50")), arrival(2, 2, moment_on(kMonday, "09:00:05")),
       arrival(3, 10, moment_on(kMonday, "09:00:05"))},
      school);
  EXPECT_EQ(codes(lines), "1:L 2:L 10:U ");
}

TEST(Day, what_was_taken_back_does_not_count_D26) {
  const SeenEvent not_me{{"A", 2}, Withdrawn{1, {}}};
  EXPECT_TRUE(judge_events({arrival(1, 10, moment_on(kMonday, "08:50")), not_me}, school).empty());
  EXPECT_EQ(codes(judge_events({arrival(1, 10, moment_on(kMonday, "08:50")), not_me,
                                arrival(3, 10, moment_on(kMonday, "09:10"))},
                               school)),
            "10:U ");
}

TEST(Day, an_untrusted_arrival_earns_its_code_once_the_clock_is_known_D17) {
  const auto came = untrusted_tap(1, 10, Steady{10'000});
  auto lines = judge_events({came}, school);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].judgement.outcome, Outcome::clock_unverified);
  const SeenEvent known{{"A", 2}, ClockKnown{5, Steady{70'000}, moment_on(kMonday, "08:53:00")}};
  lines = judge_events({known, came}, school);
  EXPECT_EQ(codes(lines), "10:L ");
  EXPECT_TRUE(lines[0].retimed);
  EXPECT_EQ(lines[0].arrived, moment_on(kMonday, "08:52:00"));
  EXPECT_FALSE(lines[0].note.empty());
}

TEST(Day, where_the_kiosk_judged_otherwise_a_note_says_so) {
  auto event = arrival(1, 10, moment_on(kMonday, "09:10"));
  std::get<Arrived>(event.event).outcome = Outcome::late_before_close;
  std::get<Arrived>(event.event).proposal = code_of("L");
  std::get<Arrived>(event.event).book_version = 4;
  const auto lines = judge_events({event}, school);
  EXPECT_EQ(codes(lines), "10:U ");
  EXPECT_NE(lines[0].note.find("judged L with door book 4"), std::string::npos);
  EXPECT_NE(lines[0].note.find("U"), std::string::npos);
}

TEST(Day, the_order_in_which_events_become_known_does_not_matter) {
  for (unsigned seed = 1; seed <= 100; ++seed) {
    std::mt19937 random(seed);
    std::vector<SeenEvent> events;
    for (std::uint64_t seq = 1; seq <= 25; ++seq) {
      const int pupil = 1 + static_cast<int>(random() % 6);
      const Instant at =
          moment_on(kMonday, "08:30") + Millis{static_cast<std::int64_t>(random() % 3'600'000)};
      if (random() % 8 == 0) {
        events.push_back({{"A", seq}, Withdrawn{1 + random() % 25, {}}});
      } else if (random() % 8 == 0) {
        events.push_back(
            untrusted_tap(seq, pupil, Steady{static_cast<std::int64_t>(random() % 90'000)}));
      } else {
        events.push_back(arrival(seq, pupil, at, random() % 2 == 0 ? "A" : "B"));
      }
    }
    events.push_back({{"A", 90}, ClockKnown{5, Steady{50'000}, moment_on(kMonday, "08:53:00")}});
    events.push_back({{"A", 91}, ClockKnown{5, Steady{60'000}, moment_on(kMonday, "08:53:11")}});
    const auto before = judge_events(events, school);
    std::shuffle(events.begin(), events.end(), random);
    const auto after = judge_events(events, school);
    ASSERT_EQ(codes(before), codes(after)) << "seed " << seed;
    for (std::size_t i = 0; i < before.size(); ++i) {
      EXPECT_EQ(before[i].first_contact, after[i].first_contact) << "seed " << seed;
    }
  }
}

TEST(Day, a_reason_of_one_visit_is_said_of_each_child_and_of_no_one_else_D14_D24) {
  const SeenEvent said{{"A", 9}, ReasonGiven{{1, 2}, "traffic", {}}};
  const SeenEvent elsewhere{{"B", 9}, ReasonGiven{{3}, "overslept", {}}};
  const std::vector<SeenEvent> events{said, arrival(1, 1, moment_on(kMonday, "08:50:00")),
                                      arrival(2, 2, moment_on(kMonday, "08:50:20")),
                                      arrival(3, 10, moment_on(kMonday, "08:51:00")), elsewhere};
  const auto lines = judge_events(events, school);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0].reason, "Traffic");
  EXPECT_EQ(lines[1].reason, "Traffic");
  EXPECT_EQ(lines[2].reason, "");
  EXPECT_EQ(with_reason(lines[0]), lines[0].sentence + " Said at the door: Traffic.");
  EXPECT_EQ(with_reason(lines[2]), lines[2].sentence);
}

TEST(Day, of_two_reasons_the_last_counts_in_whatever_order_they_come_D24_D28) {
  std::vector<SeenEvent> events{arrival(1, 1, moment_on(kMonday, "08:50:00")),
                                {{"A", 2}, ReasonGiven{{1}, "traffic", {}}},
                                {{"A", 3}, ReasonGiven{{1}, "lost_shoe", {}}}};
  EXPECT_EQ(judge_events(events, school)[0].reason, "lost shoe");
  std::reverse(events.begin(), events.end());
  EXPECT_EQ(judge_events(events, school)[0].reason, "lost shoe");
}

TEST(Day, a_familys_own_card_is_the_first_contact_of_its_children_and_nobodys_arrival_D13) {
  const auto tapped = [](std::uint64_t seq, Instant at, std::vector<PupilId> children) {
    FamilyTapped event;
    event.at.wall = at;
    event.children = std::move(children);
    return SeenEvent{{"A", seq}, event};
  };
  const auto tap = tapped(1, moment_on(kMonday, "08:59:50"), {PupilId(1), PupilId(2)});
  const auto two = arrival(2, 1, moment_on(kMonday, "09:01:00"));
  const auto stranger = arrival(3, 10, moment_on(kMonday, "09:01:00"));
  EXPECT_EQ(codes(judge_events({tap, two, stranger}, school)), "1:L 10:U ");
  EXPECT_EQ(codes(judge_events({stranger, two, tap}, school)), "1:L 10:U ");
  const auto later = arrival(4, 2, moment_on(kMonday, "09:02:00"));
  EXPECT_EQ(codes(judge_events({tap, later}, school)), "2:U ") << "two minutes are over";
  EXPECT_EQ(codes(judge_events({tap}, school)), "");
}

}  // namespace
}  // namespace handbell::reg
