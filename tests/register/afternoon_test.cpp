#include "app/register/afternoon.h"

#include "app/register/class_register.h"

#include "small_school.h"
#include <gtest/gtest.h>

namespace handbell::reg::afternoon_test {
namespace {

const Author kOffice = *Author::parse("R Patel, Office manager");

class AfternoonOf : public testing::Test {
 protected:
  void SetUp() override {
    school_.pupils = merge_pupils(school_, three_pupils())->rows;
    school_.calendar = *Calendar::from_periods(one_year());
    school_.times = policy_times(on("2025-09-01"));
    facts_.session = {on("2026-01-12"), Half::pm};
    facts_.now = instant("2026-01-12T14:00:00");
  }
  void told(const PresenceEvent& event) {
    facts_.known.people.push_back({{"office", ++seq_}, event});
  }
  void seen(int pupil, const char* at) {
    told(SingleEntry{PupilId(pupil), Direction::in, instant(at), {}, {}, "", kOffice});
  }
  void left(int pupil, const char* at, const char* reason) {
    told(SingleEntry{PupilId(pupil), Direction::out, instant(at), {}, {}, reason, kOffice});
  }
  void plan(int pupil, const char* code, bool in_time = true) {
    school_.plans.push_back({PupilId(pupil), facts_.session, {code_of(code), in_time}});
  }
  void mark(int pupil, const char* code, std::string source = std::string(kClassRegister)) {
    facts_.marks.push_back({1,
                            facts_.now,
                            {PupilId(pupil),
                             facts_.session,
                             code_of(code),
                             {},
                             {},
                             "register",
                             std::move(source),
                             kOffice}});
  }
  std::string proposed() {
    std::string all;
    for (const auto& line : afternoon_lines(facts_, school_)) {
      all += (all.empty() ? "" : " ") + std::to_string(line.pupil.number()) + ":" +
             std::string(line.code.text());
    }
    return all;
  }

  School school_;
  AfternoonFacts facts_;
  std::uint64_t seq_ = 0;
};

TEST_F(AfternoonOf, follows_the_reason_of_the_sign_out_D18) {
  for (const int pupil : {1, 2, 3}) seen(pupil, "2026-01-12T08:40:00");
  left(1, "2026-01-12T11:20:00", "Sent home ill: temperature");
  left(2, "2026-01-12T11:30:00", "Appointment");
  left(3, "2026-01-12T11:40:00", "Family");
  EXPECT_EQ(proposed(), "1:I 2:N 3:N") << "nobody had told us of the appointment";
  plan(2, "M");
  EXPECT_EQ(proposed(), "1:I 2:M 3:N");
}

TEST_F(AfternoonOf, whom_staff_handed_over_at_the_door_left_as_any_other_child_did_D18_D49) {
  for (const int pupil : {1, 2}) {
    seen(pupil, "2026-01-12T08:40:00");
    DoorHandOver gone;
    gone.pupil = PupilId(pupil);
    gone.why = pupil == 1 ? "unwell" : "appointment";
    gone.at.wall = instant("2026-01-12T11:20:00");
    facts_.known.door.push_back({{"A", static_cast<std::uint64_t>(pupil)}, gone});
  }
  EXPECT_EQ(proposed(), "1:I 2:N");
  plan(2, "M");
  EXPECT_EQ(proposed(), "1:I 2:M");
  seen(1, "2026-01-12T12:40:00");
  EXPECT_EQ(proposed(), "2:M");
}

TEST_F(AfternoonOf, nothing_is_proposed_before_the_register_is_taken_or_of_who_is_back) {
  seen(1, "2026-01-12T08:40:00");
  left(1, "2026-01-12T11:20:00", "unwell");
  facts_.now = instant("2026-01-12T12:59:00");
  EXPECT_EQ(proposed(), "");
  facts_.now = instant("2026-01-12T13:30:00");
  EXPECT_EQ(proposed(), "1:I");
  seen(1, "2026-01-12T12:40:00");
  EXPECT_EQ(proposed(), "") << "back before";
}

TEST_F(AfternoonOf, who_comes_later_in_the_afternoon_is_the_doors_and_the_teachers_to_mark) {
  left(1, "2026-01-12T11:20:00", "unwell");
  seen(1, "2026-01-12T13:40:00");
  EXPECT_EQ(proposed(), "");
}

TEST_F(AfternoonOf, the_next_day_it_still_waits_though_the_close_put_everybody_out) {
  seen(1, "2026-01-12T08:40:00");
  seen(2, "2026-01-12T08:40:00");
  left(1, "2026-01-12T11:20:00", "unwell");
  facts_.now = instant("2026-01-13T09:00:00");
  EXPECT_EQ(proposed(), "1:I");
}

TEST_F(AfternoonOf, a_persons_entry_and_a_notice_stand_and_an_N_may_be_put_right) {
  left(1, "2026-01-12T11:20:00", "unwell");
  left(2, "2026-01-12T11:20:00", "Family");
  mark(1, "N");
  mark(2, "N");
  EXPECT_EQ(proposed(), "1:I") << "and N for N is nothing";
  facts_.marks.clear();
  mark(1, "\\");
  EXPECT_EQ(proposed(), "2:N") << "the teacher saw the child";
  facts_.marks.clear();
  plan(2, "C");
  EXPECT_EQ(proposed(), "1:I") << "what was told says where the other is";
  plan(1, "M", false);
  EXPECT_EQ(proposed(), "1:I") << "told too late";
}

TEST_F(AfternoonOf, an_N_is_proposed_only_where_no_mark_stands) {
  left(1, "2026-01-12T11:20:00", "Family");
  EXPECT_EQ(proposed(), "1:N");
  for (const char* code : {"N", "O", "C"}) {
    for (const char* source : {"Class register", "Import of marks.csv", "Office"}) {
      facts_.marks.clear();
      mark(1, code, source);
      EXPECT_EQ(proposed(), "") << code << " of " << source;
    }
  }
}

TEST_F(AfternoonOf,
       what_a_person_entered_or_amended_stands_and_what_a_list_brought_may_be_put_right) {
  left(1, "2026-01-12T11:20:00", "unwell");
  for (const char* code : {"N", "O"}) {
    for (const char* source : {"Office", "Class teacher", "Front door", "Sign-out"}) {
      facts_.marks.clear();
      mark(1, code, source);
      EXPECT_EQ(proposed(), "") << code << " of " << source;
    }
    for (const char* source : {"Class register", "Import of marks.csv"}) {
      facts_.marks.clear();
      mark(1, code, source);
      EXPECT_EQ(proposed(), "1:I") << code << " of " << source;
    }
  }
}

TEST_F(AfternoonOf, a_group_is_the_registers_matter_and_a_child_who_never_came_left_nothing) {
  seen(1, "2026-01-12T08:40:00");
  told(*GroupMovement::from({GroupKind::lunch,
                             Direction::out,
                             "Lunch at home",
                             instant("2026-01-12T12:05:00"),
                             {PupilId(1)},
                             {PupilId(1)},
                             {},
                             {},
                             kOffice}));
  EXPECT_EQ(proposed(), "");
}

TEST_F(AfternoonOf, a_closed_or_unexpected_afternoon_has_none) {
  left(1, "2026-01-12T11:20:00", "unwell");
  left(2, "2026-01-12T11:20:00", "unwell");
  school_.pupils[0].pattern = *AttendancePattern::parse("1010101010");
  EXPECT_EQ(proposed(), "2:I");
  facts_.session.day = on("2026-02-17");
  EXPECT_EQ(proposed(), "");
}

TEST_F(AfternoonOf, says_since_when_and_why) {
  left(1, "2026-01-12T11:20:00", "unwell");
  const auto lines = afternoon_lines(facts_, school_);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(sentence(lines.front()),
            "Out since 11:20 (Felt unwell), and not back when the afternoon register was taken "
            "(D18).");
}

}  // namespace
}  // namespace handbell::reg::afternoon_test
