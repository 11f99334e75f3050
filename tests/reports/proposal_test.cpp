#include "app/reports/proposal.h"

#include "app/register/register_line.h"

#include "small_school.h"
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace handbell::reports {
namespace {

const SchoolDay kDay = *SchoolDay::parse("2026-01-12");

reg::School school() {
  reg::School made;
  made.pupils = three_pupils();
  for (std::size_t i = 0; i < made.pupils.size(); ++i) {
    made.pupils[i].id = PupilId(static_cast<std::int64_t>(i) + 1);
  }
  made.calendar = *reg::Calendar::from_periods(one_year());
  made.times = reg::policy_times(on("2025-09-01"));
  const reg::Window afternoon{at_time("13:00"), at_time("13:05"), at_time("13:25")};
  for (const auto group : {reg::YearGroup::reception, reg::YearGroup::n2}) {
    EXPECT_TRUE(made.times.add({on("2025-09-01"), group, Half::pm, afternoon}));
  }
  return made;
}

using MarksOfPupils = std::map<std::pair<PupilId, SessionId>, reg::Code>;

StandingAt standing_in(const MarksOfPupils& marks) {
  return [&marks](PupilId pupil, SessionId session) -> std::optional<reg::Standing> {
    const auto at = marks.find({pupil, session});
    if (at == marks.end()) return std::nullopt;
    return reg::Standing{at->second, std::nullopt};
  };
}

reg::SeenEvent tap(std::uint64_t seq, PupilId pupil, Instant at) {
  reg::Arrived arrived;
  arrived.pupil = pupil;
  arrived.at.wall = at;
  arrived.first_contact = at;
  return {{"a1", seq}, arrived};
}

std::vector<Proposal> waiting_lines(const std::vector<reg::SeenEvent>& events,
                                    const MarksOfPupils& marks) {
  std::vector<Proposal> proposals;
  for (const Half half : {Half::am, Half::pm}) {
    std::vector<reg::Mark> current;
    for (const auto& [where, code] : marks) {
      if (where.second != SessionId{kDay, half}) continue;
      current.push_back({1,
                         {},
                         {where.first, where.second, code, std::nullopt, std::nullopt, "seen",
                          "Class teacher", *reg::Author::parse("J Okoro, Class teacher")},
                         0});
    }
    for (const auto& line : reg::register_lines(events, school(), current, {kDay, half})) {
      if (line.state != reg::LineState::pending) continue;
      const auto& judgement = line.arrival.judgement;
      proposals.push_back({line.arrival.pupil,
                           line.arrival.session,
                           {*judgement.proposal, judgement.minutes_late}});
    }
  }
  return proposals;
}

TEST(Proposal, the_door_proposes_L_or_U_and_a_teachers_mark_is_left_alone_D09_D22) {
  const auto found = [&](const char* at, const MarksOfPupils& marks) {
    return proposals_of(kDay, {tap(1, PupilId(1), instant(at))}, school(), standing_in(marks));
  };
  const SessionId morning{kDay, Half::am};
  const auto late = [&](const char* code, int minutes) {
    return std::vector<Proposal>{{PupilId(1), morning, {reg::code_of(code), minutes}}};
  };
  EXPECT_EQ(found("2026-01-12T08:35:59", {}), std::vector<Proposal>());
  EXPECT_EQ(found("2026-01-12T08:52:00", {}), late("L", 17));
  const MarksOfPupils missing{{{PupilId(1), morning}, reg::code_of("N")}};
  EXPECT_EQ(found("2026-01-12T09:00:00", missing), late("U", 25));
  const MarksOfPupils present{{{PupilId(1), morning}, reg::code_of("/")}};
  EXPECT_EQ(found("2026-01-12T08:52:00", present), std::vector<Proposal>());
  EXPECT_EQ(found("2026-01-13T08:52:00", {}), std::vector<Proposal>()) << "another day's";
}

TEST(Proposal, figures_count_what_the_office_sees_waiting_and_nothing_else) {
  EXPECT_TRUE(rc::check([] {
    std::vector<reg::SeenEvent> events;
    const int taps = *rc::gen::inRange(0, 8);
    for (int i = 0; i < taps; ++i) {
      const auto after = minutes(*rc::gen::inRange(0, 420));
      events.push_back(tap(static_cast<std::uint64_t>(i) + 1, PupilId(*rc::gen::inRange(1, 5)),
                           instant("2026-01-12T08:00:00") + after));
    }
    MarksOfPupils marks;
    const int entries = *rc::gen::inRange(0, 5);
    for (int i = 0; i < entries; ++i) {
      const SessionId session{kDay, *rc::gen::element(Half::am, Half::pm)};
      const char* code = *rc::gen::element("/", "L", "U", "N", "O", "I", "M", "Y1");
      marks.insert_or_assign({PupilId(*rc::gen::inRange(1, 4)), session}, reg::code_of(code));
    }
    auto found = proposals_of(kDay, events, school(), standing_in(marks));
    auto seen = waiting_lines(events, marks);
    const auto before = [](const Proposal& a, const Proposal& b) {
      return std::tie(a.session, a.pupil) < std::tie(b.session, b.pupil);
    };
    std::sort(found.begin(), found.end(), before);
    std::sort(seen.begin(), seen.end(), before);
    RC_CLASSIFY(!found.empty(), "something waits");
    RC_ASSERT(found == seen);
  }));
}

}  // namespace
}  // namespace handbell::reports
