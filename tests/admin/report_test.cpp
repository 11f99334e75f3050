// Each report on a small school, against figures that were worked out by hand.
#include "report_school.h"
#include <nlohmann/json.hpp>

namespace handbell::admin {
namespace {

using Report = ReportSchool;

const std::vector<std::string> kMonday{"attendance", "--from", "2026-01-12", "--to", "2026-01-12"};

std::vector<std::string> monday_by(const char* by) {
  auto words = kMonday;
  words.insert(words.end(), {"--by", by});
  return words;
}

// Monday: Amira here all day; Ben late, then here; Cara ill all day; Dan without leave, then after
// the close; Eve not required in the morning, here in the afternoon; Finn here; Gia of the Nursery
// here in the morning, not expected in the afternoon.
class MondayReport : public ReportSchool {
 protected:
  void SetUp() override {
    ReportSchool::SetUp();
    const std::string am = "2026-01-12 am";
    const std::string pm = "2026-01-12 pm";
    const std::vector<std::pair<const char*, const char*>> codes{
        {"/", "\\"}, {"L", "\\"}, {"I", "I"}, {"O", "U"}, {"Y1", "\\"}, {"/", "\\"}, {"/", "X"}};
    for (std::size_t i = 0; i < codes.size(); ++i) {
      mark(static_cast<int>(i) + 1, am, codes[i].first);
      mark(static_cast<int>(i) + 1, pm, codes[i].second);
    }
  }
};

TEST_F(MondayReport, attendance_of_pupils_is_counted_and_the_nursery_stands_apart_D31_D46) {
  EXPECT_EQ(report(monday_by("pupil")),
            "A6,Finn Gray,Foxes,2,2,0,0,0,0,100.0,school\n"
            "A5,Eve Hart,Owls,1,1,0,0,0,0,100.0,school\n"
            "A1,Amira Khan,Owls,2,2,0,0,0,0,100.0,school\n"
            "A3,Cara Lewis,Owls,2,0,2,0,0,0,0.0,school\n"
            "A4,Dan Moss,Owls,2,0,0,2,1,0,0.0,school\n"
            "A2,Ben Ross,Owls,2,2,0,0,1,0,100.0,school\n"
            "A7,Gia Noor,Ducklings,1,1,0,0,0,0,100.0,nursery\n");
}

TEST_F(MondayReport, of_the_year_is_a_line_a_child_class_by_class_P17) {
  EXPECT_EQ(report({"annual", "--on", "2026-01-12"}),
            "Foxes,Finn Gray,2,2,0,0,0,100.0,0,0\n"
            "Owls,Eve Hart,1,1,0,0,0,100.0,0,0\n"
            "Owls,Amira Khan,2,2,0,0,0,100.0,0,0\n"
            "Owls,Cara Lewis,2,0,2,0,0,0.0,0,0\n"
            "Owls,Dan Moss,2,0,0,2,1,0.0,0,0\n"
            "Owls,Ben Ross,2,2,0,0,1,100.0,0,0\n");
}

TEST_F(MondayReport, of_patterns_counts_each_day_of_the_week) {
  const auto lines = report({"patterns", "--from", "2026-01-12", "--to", "2026-01-16"});
  EXPECT_NE(lines.find("By day of the week,Monday,11,63.6,36.4,18.2,18.2,,,,,0,0\n"),
            std::string::npos)
      << lines;
  EXPECT_NE(lines.find("By code,O  "), std::string::npos) << lines;
}

TEST_F(MondayReport, for_governors_names_nobody_and_keeps_small_classes_back_P38) {
  const auto lines = report({"governors"});
  EXPECT_NE(lines.find("By class,Foxes,fewer than 5,"), std::string::npos) << lines;
  EXPECT_NE(lines.find("By class,Owls,not shown,"), std::string::npos) << "the school less Owls";
  for (const char* name : {"Amira", "Khan", "Finn", "Gray", "Moss"}) {
    EXPECT_EQ(lines.find(name), std::string::npos) << name;
  }
}

TEST_F(MondayReport, attendance_of_groups_pools_sessions_and_divides_then_D33) {
  EXPECT_EQ(report(monday_by("class")),
            "Foxes,2,2,0,0,0,0,100.0,school\n"
            "Owls,9,5,2,2,2,0,55.6,school\n"
            "Ducklings,1,1,0,0,0,0,100.0,nursery\n");
  EXPECT_EQ(report(monday_by("year")),
            "R,9,5,2,2,2,0,55.6,school\n"
            "1,2,2,0,0,0,0,100.0,school\n"
            "N2,1,1,0,0,0,0,100.0,nursery\n");
  EXPECT_EQ(report(monday_by("group")), "pupil premium,2,2,0,0,0,0,100.0,school\n");
  EXPECT_EQ(report(monday_by("school")), report(kMonday)) << "what is counted without --by";
  EXPECT_EQ(report(kMonday),
            "Oak Lane,11,7,2,2,2,0,63.6,school\nOak Lane,1,1,0,0,0,0,100.0,nursery\n");
}

TEST_F(MondayReport, json_has_the_columns_of_the_contract_and_per_cent_as_text) {
  auto words = kMonday;
  words.insert(words.begin(), "report");
  words.insert(words.end(), {"--format", "json"});
  const auto lines = nlohmann::json::parse(done(words));
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0], nlohmann::json({{"school", "Oak Lane"},
                                      {"possible", 11},
                                      {"attended", 7},
                                      {"authorised", 2},
                                      {"unauthorised", 2},
                                      {"late", 2},
                                      {"pending", 0},
                                      {"percent", "63.6"},
                                      {"part", "school"},
                                      {"legal_register", "Handbell"}}));
}

TEST_F(MondayReport, the_week_is_published_without_nursery_and_without_small_groups_D33_D46) {
  EXPECT_EQ(report({"week", "--on", "2026-01-14"}),
            "class,Foxes,2026-01-12,2026-01-16,,,,,,,,,true\n"
            "class,Owls,2026-01-12,2026-01-16,5,9,5,2,2,2,0,55.6,false\n"
            "school,Oak Lane,2026-01-12,2026-01-16,6,11,7,2,2,2,0,63.6,false\n");
  EXPECT_EQ(report({"week"}), report({"week", "--on", "2026-01-14"})) << "today's";
}

TEST_F(MondayReport, the_term_runs_from_its_first_day_to_the_day_asked) {
  mark(1, "2026-01-05 am", "I");
  mark(1, "2026-01-13 am", "I");
  EXPECT_EQ(report({"term", "--on", "2026-01-12"}),
            "school,Oak Lane,2026-01-05,2026-01-12,6,12,7,3,2,2,0,58.3,false\n"
            "year,R,2026-01-05,2026-01-12,5,10,5,3,2,2,0,50.0,false\n"
            "year,1,2026-01-05,2026-01-12,,,,,,,,,true\n"
            "class,Foxes,2026-01-05,2026-01-12,,,,,,,,,true\n"
            "class,Owls,2026-01-05,2026-01-12,5,10,5,3,2,2,0,50.0,false\n"
            "group,pupil premium,2026-01-05,2026-01-12,,,,,,,,,true\n");
  EXPECT_EQ(report({"term", "--on", "2025-12-24"}).substr(0, 42),
            "school,Oak Lane,2025-09-03,2025-12-19,,,,,")
      << "in the holidays the term that ended last";
  EXPECT_EQ(report({"term", "--on", "2025-08-01"}), "");
}

TEST_F(Report, without_possible_sessions_there_is_a_dash_D32) {
  mark(1, "2026-01-12 am", "Y1");
  EXPECT_EQ(report(monday_by("class")),
            "Foxes,0,0,0,0,0,0,–,school\nOwls,0,0,0,0,0,0,–,school\n"
            "Ducklings,0,0,0,0,0,0,–,nursery\n");
}

TEST_F(Report, what_the_door_proposes_is_counted_and_said_to_be_pending_D22) {
  tap(2, "2026-01-12T08:52:00", "L");
  tap(3, "2026-01-12T09:20:00", "U");
  mark(3, "2026-01-12 am", "N");
  tap(4, "2026-01-12T08:50:00", "L");
  mark(4, "2026-01-12 am", "/");
  EXPECT_EQ(report(monday_by("class")),
            "Foxes,0,0,0,0,0,0,–,school\nOwls,3,2,0,1,2,2,66.7,school\n"
            "Ducklings,0,0,0,0,0,0,–,nursery\n")
      << "Dan's teacher says present: that stands (D09)";
  done({"accept", "--on", "2026-01-12", "--session", "am", "--by", "R Patel, Office"});
  const auto accepted = report(monday_by("class"));
  EXPECT_NE(accepted.find("\nOwls,3,2,0,1,2,0,66.7,school\n"), std::string::npos) << accepted;
}

TEST_F(Report, half_missed_is_severe_and_persistent_and_small_numbers_say_so_D43_D41) {
  mark_days(1, "2026-01-12", "2026-01-13", "/");
  mark_days(1, "2026-01-14", "2026-01-15", "I");
  mark_days(2, "2026-01-05", "2026-01-09", "/");
  mark(2, "2026-01-12 am", "O");
  mark_days(7, "2026-01-12", "2026-01-12", "I");
  EXPECT_EQ(report({"persistent"}),
            "severe,A1,Amira Khan,Owls,4,8,50.0,4,0,0,true,school\n"
            "persistent,A1,Amira Khan,Owls,4,8,50.0,4,0,0,true,school\n"
            "at_risk,A2,Ben Ross,Owls,1,11,9.1,0,1,0,true,school\n"
            "severe,A7,Gia Noor,Ducklings,2,2,100.0,2,0,0,true,nursery\n"
            "persistent,A7,Gia Noor,Ducklings,2,2,100.0,2,0,0,true,nursery\n");
  EXPECT_EQ(report({"persistent", "--on", "2026-01-13"}),
            "at_risk,A2,Ben Ross,Owls,1,11,9.1,0,1,0,true,school\n"
            "severe,A7,Gia Noor,Ducklings,2,2,100.0,2,0,0,true,nursery\n"
            "persistent,A7,Gia Noor,Ducklings,2,2,100.0,2,0,0,true,nursery\n");
}

TEST_F(Report, stages_keep_all_reasons_and_most_absent_sessions_come_first_D40_D41) {
  mark_days(1, "2026-01-05", "2026-01-14", "/");
  mark(1, "2026-01-15 am", "/");
  mark(1, "2026-01-15 pm", "\\");
  mark(1, "2026-01-16 am", "N");
  mark_days(2, "2026-01-14", "2026-01-15", "I");
  mark(2, "2026-01-16 am", "I");
  mark_days(3, "2026-01-12", "2026-01-16", "/");
  EXPECT_EQ(
      report({"stages"}),
      "4,A2,Ben Ross,Owls,S2_day_three_optional S3_below_96_5 S4_below_95,3,5,5,0.0,0,true,"
      "\"Day 3 of an absence, the reason is known: support may be offered. 5 of 5 sessions missed "
      "this school year: below 96.5 %, by small numbers. 5 of 5 sessions missed this school year: "
      "below 95.0 %, by small numbers.\",school\n"
      "4,A1,Amira Khan,Owls,S1_call S3_below_96_5 S4_below_95,1,1,19,94.7,0,true,"
      "\"Day 1 of an absence without a reason: ring all contacts. 1 of 19 sessions missed this "
      "school year: below 96.5 %, by small numbers. 1 of 19 sessions missed this school year: "
      "below 95.0 %, by small numbers.\",school\n");
  tap(1, "2026-01-16T10:00:00", "U");
  const auto seen = report({"stages"});
  EXPECT_EQ(seen.find("S1_call"), std::string::npos) << "U was seen (D42)";
  EXPECT_NE(seen.find("S3_below_96_5 S4_below_95,0,1,19,94.7,1,true"), std::string::npos) << seen;
}

TEST_F(Report, suggestions_are_one_row_each_and_say_what_is_new_since_last_week) {
  mark_days(1, "2026-01-05", "2026-01-15", "/");
  mark(1, "2026-01-16 am", "N");
  mark_days(2, "2026-01-05", "2026-01-06", "I");
  mark_days(2, "2026-01-07", "2026-01-16", "/");
  EXPECT_EQ(
      report({"suggestions"}),
      "stage-4,A2,Ben Ross,Owls,4,20,2025-09-01,false,true,4,20,80.0,0,,,"
      "\"4 of 20 sessions missed this school year: below 95.0 %, by small numbers.\",school\n"
      "persistent,A2,Ben Ross,Owls,4,20,2025-09-01,false,true,4,20,80.0,0,,,"
      "\"4 of 20 sessions missed this school year: 10.0 % or more, persistently absent.\","
      "school\n"
      "stage-1,A1,Amira Khan,Owls,1,0,2026-01-16,true,false,1,19,94.7,0,,,"
      "Day 1 of an absence without a reason: ring all contacts.,school\n"
      "stage-4,A1,Amira Khan,Owls,1,19,2025-09-01,true,false,1,19,94.7,0,,,"
      "\"1 of 19 sessions missed this school year: below 95.0 %, by small numbers.\",school\n"
      "unresolved,A1,Amira Khan,Owls,1,0,2026-01-16,true,false,1,19,94.7,0,,,"
      "\"N on Friday 16 January 2026, morning: the reason is due by the end of Friday 23 January "
      "2026.\",school\n");
}

TEST_F(Report, ten_sessions_without_leave_within_ten_school_weeks_meet_the_threshold_D34) {
  mark_days(6, "2025-12-17", "2025-12-19", "O");
  mark_days(6, "2026-01-05", "2026-01-06", "U");
  mark_days(1, "2026-01-05", "2026-01-08", "O");
  mark(1, "2026-01-09 am", "O");
  EXPECT_EQ(report({"penalty"}),
            "A6,Finn Gray,Foxes,10,2025-12-15,2026-01-05,2,2026-01-06 pm,2026-01-06 pm,10,0,0,"
            "\"10 sessions without leave (6 O, 4 U) within 2 school weeks, from Wednesday 17 "
            "December 2025 to Tuesday 6 January 2026: the head considers whether a penalty notice "
            "is the right way.\",0,first_notice,\n");
  tap(1, "2026-01-16T09:30:00", "U");
  EXPECT_EQ(report({"penalty"}).substr(0, 3), "A1,") << "the newest first";
  EXPECT_NE(report({"penalty"})
                .find("A1,Amira Khan,Owls,10,2026-01-05,2026-01-12,2,2026-01-16 am,"
                      "2026-01-16 am,10,1,0,"),
            std::string::npos)
      << "with one that nobody has accepted yet (D22)";
  EXPECT_EQ(report({"penalty", "--on", "2026-01-06"}).find("Amira"), std::string::npos);
}

TEST_F(Report, sessions_before_compulsory_school_age_never_count_D36) {
  mark_days(7, "2026-01-05", "2026-01-16", "O");
  EXPECT_EQ(report({"penalty"}), "");
  EXPECT_EQ(report({"la-returns"}), "");
}

TEST_F(Report, an_N_has_five_school_days_and_stands_until_a_person_amends_it_D35) {
  mark(1, "2026-01-16 am", "N");
  mark(2, "2026-01-08 am", "N");
  mark(3, "2026-01-09 pm", "N");
  mark(4, "2026-01-09 am", "N");
  mark(4, "2026-01-09 am", "I");
  tap(1, "2026-01-16T09:40:00", "U");
  EXPECT_EQ(report({"unresolved"}),
            "A2,Ben Ross,Owls,2026-01-08,am,2026-01-15,overdue,,\"N on Thursday 8 January 2026, "
            "morning: the reason was due by the end of Thursday 15 January 2026: O is offered.\"\n"
            "A3,Cara Lewis,Owls,2026-01-09,pm,2026-01-16,red,,\"N on Friday 9 January 2026, "
            "afternoon: the reason is due by the end of Friday 16 January 2026, today.\"\n"
            "A1,Amira Khan,Owls,2026-01-16,am,2026-01-23,amber,U,\"N on Friday 16 January 2026, "
            "morning: the reason is due by the end of Friday 23 January 2026.\"\n");
}

TEST_F(Report, calls_ring_a_silent_class_once_and_a_child_at_the_door_moves_D45_D23_D10) {
  mark_days(3, "2026-01-14", "2026-01-15", "N");
  mark_days(5, "2026-01-15", "2026-01-15", "N");
  mark(1, "2026-01-16 am", "/");
  mark(3, "2026-01-16 am", "N");
  mark(4, "2026-01-16 am", "I");
  tap(2, "2026-01-16T08:52:00", "L");
  tap(5, "2026-01-16T09:01:00", "U");
  const auto calls = [&](const char* at) { return report({"calls", "--at", at}); };
  const std::string silent =
      "ring_class,,,Ducklings,,0,false,Ring Ducklings: the register has not been sent.\n"
      "ring_class,,,Foxes,,0,false,Ring Foxes: the register has not been sent.\n";
  const std::string cara =
      "ring_family,A3,Cara Lewis,Owls,,3,false,\"No mark, no arrival, no reason, day 3: ring all "
      "contacts.\"\n";
  EXPECT_EQ(calls("08:59"), "");
  EXPECT_EQ(
      calls("09:00"),
      silent + cara +
          "ring_family,A5,Eve Hart,Owls,,2,true,\"No mark, no arrival, no reason, day 2: ring all "
          "contacts.\"\n"
          "at_the_door,A2,Ben Ross,Owls,08:52,0,false,\"At the door since 8:52, not yet seen "
          "in class.\"\n");
  EXPECT_EQ(calls("09:02"),
            silent +
                "unseen,A2,Ben Ross,Owls,08:52,0,false,At the door since 8:52 and seen in class by "
                "nobody: look for the child.\n" +
                cara +
                "at_the_door,A5,Eve Hart,Owls,09:01,0,false,\"At the door since 9:01, not yet seen "
                "in class.\"\n");
}

TEST_F(Report, nobody_is_rung_who_told_us_before_D45) {
  mark_days(2, "2026-01-15", "2026-01-15", "N");
  mark(1, "2026-01-16 am", "/");
  EXPECT_NE(report({"calls"}).find("Ben Ross"), std::string::npos);
  EXPECT_NE(report({"stages"}).find("A2,Ben Ross,Owls,S1_call "), std::string::npos);
  told(2, "2026-01-16", "M");
  EXPECT_EQ(report({"calls"}).find("Ben Ross"), std::string::npos);
  EXPECT_EQ(report({"stages"}).find("S1_call"), std::string::npos);
}

TEST_F(Report, a_proposal_that_the_office_accepted_is_no_class_register_D23) {
  tap(2, "2026-01-16T08:52:00", "L");
  done({"accept", "--on", "2026-01-16", "--session", "am", "--by", "R Patel, Office"});
  const auto calls = report({"calls", "--on", "2026-01-16", "--at", "09:00"});
  EXPECT_NE(calls.find("ring_class,,,Owls"), std::string::npos) << calls;
  EXPECT_EQ(calls.find("ring_family"), std::string::npos) << calls;
}

TEST_F(Report, calls_of_another_day_are_those_of_nine_o_clock) {
  mark(1, "2026-01-12 am", "/");
  tap(2, "2026-01-12T08:52:00", "L");
  EXPECT_EQ(report({"calls", "--on", "2026-01-12"}),
            report({"calls", "--on", "2026-01-12", "--at", "09:00"}));
  EXPECT_NE(report({"calls", "--on", "2026-01-12"}).find("at_the_door,A2"), std::string::npos);
  EXPECT_EQ(report({"calls", "--on", "2026-01-11"}), "") << "a Sunday: nobody is expected";
  EXPECT_EQ(report({"calls", "--on", "2026-02-16"}), "") << "half term";
}

TEST_F(Report, the_authority_is_told_of_ten_days_without_leave_and_fifteen_of_illness_P54_P57) {
  mark_days(6, "2026-01-05", "2026-01-16", "O");
  mark_days(1, "2026-01-05", "2026-01-15", "O");
  mark_days(2, "2025-12-01", "2025-12-19", "I");
  EXPECT_EQ(report({"la-returns"}),
            "without_leave,A6,Finn Gray,Foxes,2026-01-05 am,2026-01-16 pm,20,1,20,2026-01-16 pm,"
            "true,0,\"20 sessions in a row without leave from Monday 5 January 2026 to Friday 16 "
            "January 2026, and it goes on: the authority's return lists it.\"\n");
  EXPECT_EQ(report({"la-returns", "--on", "2026-01-15"}), "");
}

TEST_F(Report, fifteen_days_of_illness_are_told_once_they_are_of_school_age_D36) {
  mark_days(6, "2025-12-01", "2025-12-19", "I");
  EXPECT_EQ(report({"la-returns"}),
            "illness,A6,Finn Gray,Foxes,2025-12-01 am,2025-12-19 pm,30,1,30,2025-12-19 pm,true,0,"
            "\"30 sessions of illness this school year in 1 absence; the authority is told at 30, "
            "or when they are expected.\"\n");
}

TEST_F(Report, who_left_stands_in_no_list_of_those_on_roll_and_an_N_of_that_time_stands_D43) {
  mark_days(8, "2025-12-05", "2025-12-18", "O");
  mark(8, "2025-12-19 am", "N");
  for (const char* name : {"persistent", "stages", "penalty", "la-returns"}) {
    EXPECT_EQ(report({name}), "") << name;
    EXPECT_NE(report({name, "--on", "2025-12-19"}).find("A8,Hal Ives"), std::string::npos) << name;
  }
  EXPECT_NE(report({"unresolved"}).find("A8,Hal Ives,Foxes,2025-12-19,am,2026-01-09,overdue"),
            std::string::npos);
}

TEST_F(Report, an_absence_that_ended_is_told_in_the_month_in_which_it_came_to_ten_days_P57) {
  mark_days(6, "2025-12-05", "2025-12-18", "O");
  mark(6, "2025-12-19 am", "/");
  EXPECT_NE(report({"la-returns", "--on", "2025-12-31"}).find("2025-12-18 pm,false"),
            std::string::npos);
  EXPECT_EQ(report({"la-returns"}), "") << "January's";
}

TEST_F(Report, presence_follows_the_door_and_everybody_is_out_after_the_close_D29) {
  tap(1, "2026-01-16T08:30:00");
  tap(6, "2026-01-16T09:10:00", "U");
  go_out(1, "2026-01-16T10:00:00", "appointment");
  const auto at = [&](const char* time) { return report({"presence", "--at", time}); };
  EXPECT_EQ(at("08:29"), "");
  EXPECT_EQ(at("08:30"), "at_door,A1,Amira Khan,Owls,08:30,,,false\n");
  EXPECT_EQ(at("10:00"),
            "at_door,A6,Finn Gray,Foxes,09:10,,,false\n"
            "out_expected,A1,Amira Khan,Owls,10:00,,appointment,false\n");
  EXPECT_EQ(report({"presence"}), at("15:30")) << "now";
  EXPECT_EQ(at("18:00"),
            "out,A6,Finn Gray,Foxes,18:00,,,true\nout,A1,Amira Khan,Owls,10:00,,,false\n");
  EXPECT_EQ(report({"presence", "--on", "2026-01-15"}), "");
}

TEST_F(Report, door_and_teacher_stand_side_by_side_until_a_person_decides_D09_D10) {
  mark(1, "2026-01-16 am", "/");
  mark(2, "2026-01-16 am", "N");
  mark(4, "2026-01-16 am", "/");
  tap(4, "2026-01-16T08:30:00");
  tap(3, "2026-01-16T08:45:00", "L");
  tap(1, "2026-01-16T08:52:00", "L");
  tap(2, "2026-01-16T10:00:00", "U");
  const auto lines = nlohmann::json::parse(done({"report", "reconcile", "--format", "json"}));
  ASSERT_EQ(lines.size(), 3U);
  const auto facts = [&](std::size_t i) {
    const auto& line = lines[i];
    return nlohmann::json::array({line["name"], line["session"], line["state"], line["teacher"],
                                  line["kiosk"], line["minutes_late"], line["suggestion"],
                                  line["decisions"]});
  };
  using nlohmann::json;
  EXPECT_EQ(facts(0),
            json::array({"Cara Lewis", "am", "pending", nullptr, "08:45", 10, "L", "D01"}));
  EXPECT_EQ(facts(1), json::array({"Amira Khan", "am", "conflict", "/", "08:52", 17, "L", "D09"}));
  EXPECT_EQ(facts(2), json::array({"Ben Ross", "am", "pending", "N", "10:00", 85, "U", "D10 D01"}));
  EXPECT_EQ(lines[1]["teacher_by"], "A Reid, Headteacher");
  EXPECT_EQ(report({"reconcile", "--on", "2026-01-15"}), "");
}

TEST_F(Report, wrong_days_and_times_are_refused_with_a_sentence) {
  const auto status = [&](std::vector<std::string> words) {
    words.insert(words.begin(), "report");
    return ask(words).status;
  };
  EXPECT_EQ(status({"attendance", "--from", "2026-01-12"}), 2);
  EXPECT_EQ(status({"attendance", "--from", "2026-01-12", "--to", "2026-01-12", "--by", "sex"}), 2);
  EXPECT_EQ(status({"attendance", "--from", "2026-01-12", "--to", "2026-01-11"}), 1);
  EXPECT_EQ(status({"stages", "--on", "2026-02-30"}), 1);
  EXPECT_EQ(status({"calls", "--at", "25:00"}), 1);
  EXPECT_EQ(status({"patterns", "--from", "2026-01-12", "--to", "2026-01-11"}), 1);
  EXPECT_EQ(status({"patterns", "--from", "2026-01-12", "--to", "2026-01-12", "--by", "class"}), 2);
  EXPECT_EQ(status({"patterns", "--from", "1901-01-01", "--to", "2199-12-31"}), 0);
  for (const char* name :
       {"week", "term", "governors", "annual", "persistent", "stages", "suggestions", "penalty",
        "unresolved", "calls", "la-returns", "presence", "reconcile"}) {
    EXPECT_EQ(status({name, "--on", "1900-01-01"}), 1) << name;
    EXPECT_EQ(status({name, "--on", "1901-01-01"}), 0) << name;
    EXPECT_EQ(status({name, "--on", "2199-12-31"}), 0) << name;
  }
}

}  // namespace
}  // namespace handbell::admin
