#include "app/register/leave_request.h"

#include "app/register/leave_cases.h"

#include "small_school.h"
#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

const Author kLeaveClerk = *Author::parse("R Patel, Office manager");
const Author kLeaveHead = *Author::parse("E Nowak, Headteacher");

class Leave : public testing::Test {
 protected:
  Leave() {
    school_.pupils = three_pupils();
    for (std::size_t i = 0; i < school_.pupils.size(); ++i) {
      school_.pupils[i].id = PupilId(static_cast<std::int64_t>(i) + 1);
    }
    school_.calendar = *Calendar::from_periods(one_year());
    school_.times = policy_times(on("2025-09-01"));
    school_.pupils[2].pattern = *AttendancePattern::parse("1010101010");  // mornings
  }
  static LeaveRequest asked(LeaveKind kind, const char* from, const char* to,
                            const char* received = "2026-01-05T10:00:00") {
    return {{PupilId(1)},       {on(from), Half::am}, {on(to), Half::pm}, kind, {},
            "a wedding abroad", "Nadia Khan, mother", instant(received),  {},   {},
            kLeaveClerk};
  }
  std::size_t stake(const LeaveRequest& request, int pupil = 1) const {
    return sessions_at_stake(request, *school_.pupil(PupilId(pupil)), school_).size();
  }
  School school_;
  Instant now_ = instant("2026-01-06T09:00:00");
};

TEST_F(Leave, each_kind_has_its_code_and_five_days_notice_where_the_policy_asks_for_them) {
  const std::vector<const char*> codes{"C", "R", "T", "C1", "J1", "C2", "M"};
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const auto kind = static_cast<LeaveKind>(i + 1);
    EXPECT_EQ(code_of(kind).text(), codes[i]);
    EXPECT_EQ(parse_leave_kind(text_of(kind)), kind);
    const bool five = kind == LeaveKind::religious || kind == LeaveKind::traveller;
    EXPECT_EQ(notice_days(kind), five ? 5 : 0);
  }
  EXPECT_FALSE(parse_leave_kind("holiday"));
  EXPECT_EQ(code_when_refused().text(), "G");
}

TEST_F(Leave, notice_is_counted_in_days_and_short_notice_refuses_nothing) {
  const auto wide = asked(LeaveKind::religious, "2026-01-12", "2026-01-12", "2026-01-07T23:00:00");
  EXPECT_TRUE(given_in_time(wide, school_));
  EXPECT_EQ(notice_words(wide, school_), "asked 5 days before, in time");
  const auto narrow =
      asked(LeaveKind::religious, "2026-01-12", "2026-01-12", "2026-01-08T00:00:00");
  EXPECT_FALSE(given_in_time(narrow, school_));
  EXPECT_EQ(notice_words(narrow, school_), "asked 4 days before; the policy asks for 5");
  EXPECT_TRUE(may_ask(narrow, school_, instant("2026-01-08T09:00:00")));
}

TEST_F(Leave, other_leave_is_in_time_before_the_register_of_its_first_session) {
  EXPECT_TRUE(given_in_time(
      asked(LeaveKind::exceptional, "2026-01-12", "2026-01-12", "2026-01-12T08:39:00"), school_));
  const auto late =
      asked(LeaveKind::exceptional, "2026-01-12", "2026-01-12", "2026-01-12T08:40:00");
  EXPECT_EQ(notice_words(late, school_), "asked on the day; leave has to be asked for beforehand");
  const auto after =
      asked(LeaveKind::exceptional, "2026-01-12", "2026-01-13", "2026-01-13T08:00:00");
  EXPECT_FALSE(given_in_time(after, school_));
}

TEST_F(Leave, at_stake_are_the_sessions_that_the_child_is_expected_in) {
  // Friday before half term to Tuesday after it
  const auto request = asked(LeaveKind::exceptional, "2026-02-13", "2026-02-24");
  EXPECT_EQ(stake(request), 6U) << "no weekend, no holiday";
  EXPECT_EQ(stake(request, 3), 3U) << "mornings alone (D20)";
  auto afternoons = asked(LeaveKind::part_time, "2026-01-12", "2026-01-16");
  afternoons.asked = *AttendancePattern::parse("0101010101");
  EXPECT_EQ(stake(afternoons), 5U);
  auto half = asked(LeaveKind::exceptional, "2026-01-12", "2026-01-13");
  half.from.half = Half::pm;
  half.to.half = Half::am;
  EXPECT_EQ(stake(half), 2U);
}

TEST_F(Leave, an_appointment_misses_those_registers_that_are_taken_meanwhile) {
  auto visit = asked(LeaveKind::appointment, "2026-01-12", "2026-01-12");
  EXPECT_EQ(stake(visit), 2U) << "the whole day";
  visit.back_at = at_time("10:30");
  EXPECT_EQ(stake(visit), 1U) << "comes from there";
  visit.leaves = at_time("09:30");
  EXPECT_EQ(stake(visit), 0U) << "was present when the register was taken (D18)";
  EXPECT_TRUE(may_ask(visit, school_, now_)) << "the door and the class want to know all the same";
  visit.back_at.reset();
  ASSERT_EQ(stake(visit), 1U);
  EXPECT_EQ(sessions_at_stake(visit, *school_.pupil(PupilId(1)), school_).front().half, Half::pm);
  visit.back_at = at_time("09:30");
  EXPECT_EQ(complete(visit).error().code, FaultCode::period_backwards);
}

TEST_F(Leave, a_day_of_observance_is_one_day_and_nothing_is_endless) {
  EXPECT_EQ(complete(asked(LeaveKind::religious, "2026-01-12", "2026-01-13")).error(),
            (Fault{FaultCode::leave_too_long, "one day"}));
  EXPECT_EQ(complete(asked(LeaveKind::traveller, "2026-01-12", "2199-12-31")).error().code,
            FaultCode::leave_too_long);
  EXPECT_EQ(stake(asked(LeaveKind::traveller, "2199-12-31", "2199-12-31")), 0U);
  EXPECT_EQ(complete(asked(LeaveKind::traveller, "2026-01-13", "2026-01-12")).error().code,
            FaultCode::period_backwards);
}

TEST_F(Leave, a_request_says_who_asks_and_why_for_children_who_have_school_then) {
  auto request = asked(LeaveKind::exceptional, "2026-01-12", "2026-01-12");
  EXPECT_TRUE(may_ask(request, school_, now_));
  EXPECT_EQ(may_ask(request, school_, instant("2026-01-05T09:59:00")).error().code,
            FaultCode::told_later);
  EXPECT_EQ(
      may_ask(asked(LeaveKind::exceptional, "2026-02-16", "2026-02-20"), school_, now_).error(),
      (Fault{FaultCode::leave_no_session, "Amira Khan"}));
  request.pupils.push_back(PupilId(9));
  EXPECT_EQ(may_ask(request, school_, now_).error().code, FaultCode::pupil_unknown);
  request.pupils = {PupilId(1), PupilId(1)};
  EXPECT_EQ(complete(request).error().code, FaultCode::entry_incomplete);
  request.pupils = {PupilId(1)};
  request.grounds.clear();
  EXPECT_EQ(complete(request).error(), (Fault{FaultCode::entry_incomplete, "the grounds"}));
  request.grounds = std::string(1001, 'x');
  EXPECT_EQ(complete(request).error().code, FaultCode::entry_too_long);
}

TEST_F(Leave, the_headteacher_decides_and_the_office_about_appointments_alone_D52) {
  for (const Role role : kRoles) {
    EXPECT_EQ(may_decide(LeaveKind::exceptional, {role}).has_value(), role == Role::head);
    EXPECT_EQ(may_decide(LeaveKind::religious, {role}).has_value(), role == Role::head);
  }
  EXPECT_TRUE(may_decide(LeaveKind::appointment, {Role::office}));
  EXPECT_FALSE(may_decide(LeaveKind::appointment, {Role::teacher}));
}

TEST_F(Leave, granted_leave_tells_the_door_of_each_session_and_nothing_of_the_grounds) {
  const auto request = asked(LeaveKind::exceptional, "2026-01-12", "2026-01-13");
  const auto decision = decision_on(5, request, {LeaveAnswer::granted, {}, {}, "one wedding"},
                                    {Role::head}, kLeaveHead);
  ASSERT_TRUE(decision) << sentence(decision.error());
  const auto notices = notices_of(*decision, request, school_);
  ASSERT_EQ(notices.size(), 4U);
  EXPECT_EQ(notices.front().code.text(), "C");
  EXPECT_EQ(notices.front().told, request.received);
  EXPECT_EQ(notices.front().words, "leave granted, request 5");
  EXPECT_EQ(notices.front().by, kLeaveHead);
}

TEST_F(Leave, a_part_of_it_may_be_granted_and_no_more_than_was_asked_for) {
  const auto request = asked(LeaveKind::exceptional, "2026-01-12", "2026-01-16");
  const SessionId first{on("2026-01-12"), Half::am};
  const SessionId last{on("2026-01-13"), Half::am};
  const auto partly = decision_on(5, request, {LeaveAnswer::partly, first, last, "two days"},
                                  {Role::head}, kLeaveHead);
  ASSERT_TRUE(partly);
  EXPECT_EQ(notices_of(*partly, request, school_).size(), 3U);
  const auto code = [&](const LeaveChoice& choice) {
    return decision_on(5, request, choice, {Role::head}, kLeaveHead).error().code;
  };
  const SessionId beyond{on("2026-01-19"), Half::am};
  EXPECT_EQ(code({LeaveAnswer::partly, first, beyond, "more"}), FaultCode::leave_outside);
  EXPECT_EQ(code({LeaveAnswer::partly, request.from, request.to, "all"}), FaultCode::leave_outside);
  EXPECT_EQ(code({LeaveAnswer::partly, {}, {}, "?"}), FaultCode::entry_incomplete);
  EXPECT_EQ(code({LeaveAnswer::granted, {}, {}, ""}), FaultCode::entry_incomplete);
}

TEST_F(Leave, refused_leave_makes_no_mark_and_says_G_where_a_person_has_to_enter_one) {
  const auto request = asked(LeaveKind::exceptional, "2026-01-12", "2026-01-16");
  const auto refused = decision_on(5, request, {LeaveAnswer::refused, {}, {}, "a holiday"},
                                   {Role::head}, kLeaveHead);
  ASSERT_TRUE(refused);
  EXPECT_TRUE(notices_of(*refused, request, school_).empty());
  const SessionId session{on("2026-01-12"), Half::am};
  const std::vector<DayNoteGiven> notes{{5, now_, request, {}}, {6, now_, *refused, {}}};
  EXPECT_EQ(code_decided(leave_cases(notes), PupilId(1), session), code_of("G"));
  EXPECT_FALSE(code_decided(leave_cases(notes), PupilId(2), session));
  EXPECT_FALSE(code_decided(leave_cases({notes.front()}), PupilId(1), session)) << "it waits";
}

TEST_F(Leave, a_decision_that_was_taken_back_leaves_the_request_waiting) {
  const auto request = asked(LeaveKind::exceptional, "2026-01-12", "2026-01-16");
  const auto granted =
      *decision_on(5, request, {LeaveAnswer::granted, {}, {}, "yes"}, {Role::head}, kLeaveHead);
  std::vector<DayNoteGiven> notes{{5, now_, request, {}}, {6, now_, granted, {}}};
  ASSERT_EQ(leave_cases(notes).size(), 1U);
  EXPECT_TRUE(leave_cases(notes).front().is_granted());
  notes[1].back = TakenBack{{"", 6}, now_, "wrong child", kLeaveHead};
  EXPECT_FALSE(leave_cases(notes).front().decision);
  notes[0].back = notes[1].back;
  EXPECT_TRUE(leave_cases(notes).empty());
}

}  // namespace
}  // namespace handbell::reg
