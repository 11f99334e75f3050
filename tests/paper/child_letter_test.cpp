#include "app/paper/child_letter.h"

#include "app/store/memory_register.h"

#include "counted_random.h"
#include "read_pdf.h"
#include "small_school.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace handbell::paper {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

const auto kHead = *reg::Author::from("A Noor", "Headteacher");

class ChildLetter : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(store_.name_school("Oak Lane"));
    auto rows = three_pupils();
    rows[0].forename = *NamePart::parse("زینب");
    ASSERT_TRUE(store_.put_pupils(rows));
    ASSERT_TRUE(store_.put_periods(one_year()));
    ASSERT_TRUE(store_.put_times(reg::policy_times(on("2025-09-01"))));
    ASSERT_TRUE(store_.enrol("Front door", {4, 2}));
  }

  void mark(const char* day, const char* code, std::optional<int> minutes = {}, int pupil = 1) {
    mark_at({on(day), std::string(code) == "\\" ? Half::pm : Half::am}, code, minutes, pupil);
  }
  void mark_at(SessionId session, const char* code, std::optional<int> minutes = {},
               int pupil = 1) {
    const auto entered = store_.enter({{PupilId(pupil),
                                        session,
                                        reg::code_of(code),
                                        minutes,
                                        {},
                                        "seen",
                                        "Class teacher",
                                        kHead}},
                                      now_);
    ASSERT_TRUE(entered) << sentence(entered.error());
  }
  /// Five days, morning and afternoon.
  void mark_week(const char* monday, const char* code) {
    for (int i = 0; i < 5; ++i) {
      for (const Half half : {Half::am, Half::pm}) mark_at({on(monday).plus(i), half}, code);
    }
  }
  void deliver(const journal::Entry& seen) {
    const auto answer = store_.apply(door_.message(seen.seq), now_);
    ASSERT_TRUE(answer) << sentence(answer.error());
    ASSERT_EQ(answer->fault, "");
  }
  LetterSource source(LetterKind kind) {
    auto read = LetterSource::read(store_, kind, now_);
    EXPECT_TRUE(read) << sentence(read.error());
    return std::move(*read);
  }
  LetterValues values(LetterKind kind, int pupil = 1) {
    const auto from = source(kind);
    return values_of(from, *from.school().pupil(PupilId(pupil)), {"A Noor, Headteacher"});
  }
  static std::string words(const LetterValues& values, const char* field) {
    const auto found = values.find(field);
    return found == values.end() ? "missing" : std::get<std::string>(found->second);
  }
  /// As a PDF is read; kept as a picture under its kind's word.
  std::string printed(LetterKind kind, int pupil = 1) {
    const auto from = source(kind);
    const LetterAbout about{"A Noor, Headteacher"};
    const auto sheet = from.wording().filled(
        is_of_child(kind) ? values_of(from, *from.school().pupil(PupilId(pupil)), about)
                          : school_values(from, about));
    const auto bytes = render_pdf({sheet}, from.letterhead("A Noor, Headteacher"));
    EXPECT_TRUE(bytes) << sentence(bytes.error());
    const PdfFile file(*bytes);
    file.picture(std::string(text_of(kind)) + (pupil == 1 ? "" : "-" + std::to_string(pupil)));
    return file.words();
  }

  CountedRandom random_;
  store::MemoryRegister store_{random_};
  const Instant now_ = instant("2026-01-16T09:10:00");
  PaperKiosk door_{1, 0xA1};
};

TEST_F(ChildLetter, counts_as_the_reports_do_and_says_until_when) {
  mark("2026-01-12", "/");
  mark("2026-01-13", "I");
  mark("2026-01-14", "L", 5);
  const auto held = values(LetterKind::meeting);
  EXPECT_EQ(words(held, "rate"), "66.7");
  EXPECT_EQ(words(held, "attended"), "2");
  EXPECT_EQ(words(held, "possible"), "3");
  EXPECT_EQ(words(held, "as_of"), "Friday 16 January 2026");
  EXPECT_EQ(words(held, "target"), "96.5");
  EXPECT_EQ(words(held, "last_year_rate"), "not known");
  EXPECT_EQ(words(held, "full_name"), "زینب Khan");
}

TEST_F(ChildLetter, a_child_without_a_session_has_a_dash_and_no_figure) {
  const auto held = values(LetterKind::meeting, 2);
  EXPECT_EQ(words(held, "rate"), "–");
  EXPECT_EQ(words(held, "possible"), "0");
}

TEST_F(ChildLetter, lateness_says_how_often_how_long_and_on_which_days) {
  mark("2026-01-12", "L", 16);
  mark("2026-01-13", "U", 49);
  mark("2026-01-14", "/");
  const auto held = values(LetterKind::lateness);
  EXPECT_EQ(words(held, "late_times"), "2 times");
  EXPECT_EQ(words(held, "minutes_lost"), "1 hour 5 minutes");
  EXPECT_THAT(std::get<TableBlock>(held.at("late_sessions")).rows,
              ElementsAre(ElementsAre("Monday 12 January 2026", "morning", "16"),
                          ElementsAre("Tuesday 13 January 2026", "morning", "49")));
}

TEST_F(ChildLetter, minutes_that_nobody_wrote_down_are_not_counted_as_none) {
  mark("2026-01-12", "L");
  EXPECT_EQ(words(values(LetterKind::lateness), "minutes_lost"),
            "some time (how long was not written down)");
  mark("2026-01-13", "L", 12);
  EXPECT_EQ(words(values(LetterKind::lateness), "minutes_lost"), "at least 12 minutes");
  EXPECT_EQ(words(values(LetterKind::lateness, 2), "minutes_lost"), "0 minutes");
}

TEST_F(ChildLetter, a_lateness_letter_lists_each_session_and_says_which_the_door_alone_saw) {
  mark("2026-01-12", "L", 16);
  mark("2026-01-13", "U", 49);
  deliver(door_.tap(PupilId(1), instant("2026-01-16T08:52:10"), reg::code_of("L")));
  const auto words = printed(LetterKind::lateness);
  EXPECT_THAT(words, AllOf(HasSubstr("come late 3 times"), HasSubstr("Monday 12 January 2026"),
                           HasSubstr("Tuesday 13 January 2026"),
                           HasSubstr("Friday 16 January 2026"), Not(HasSubstr("14 January"))));
  const auto held = values(LetterKind::lateness);
  const auto& rows = std::get<TableBlock>(held.at("late_sessions")).rows;
  ASSERT_THAT(rows, SizeIs(3));
  EXPECT_EQ(rows[1][1], "morning");
  EXPECT_EQ(rows[2][1], "morning (as the door saw it, not yet accepted)");
}

TEST_F(ChildLetter, what_was_agreed_stands_on_the_sheet_of_the_meeting) {
  reg::Meeting meeting{PupilId(1),
                       reg::MeetingKind::support,
                       reg::MeetingState::held,
                       0,
                       on("2026-01-14"),
                       {},
                       "Room 2",
                       "Nadia Khan",
                       "- Walk with a neighbour\n\nA call at 8:00",
                       on("2026-02-25"),
                       kHead};
  ASSERT_TRUE(store_.write_case({meeting}, now_));
  const auto held = values(LetterKind::meeting);
  EXPECT_EQ(std::get<ListBlock>(held.at("strategies")).items,
            (std::vector<std::string>{"Walk with a neighbour", "A call at 8:00"}));
  EXPECT_EQ(words(held, "review_day"), "Wednesday 25 February 2026");
}

TEST_F(ChildLetter, what_was_agreed_last_year_is_not_what_is_agreed_now) {
  reg::Meeting meeting{PupilId(1),
                       reg::MeetingKind::support,
                       reg::MeetingState::held,
                       0,
                       on("2025-09-02"),
                       {},
                       "Room 2",
                       "Nadia Khan",
                       "Walk with a neighbour",
                       on("2025-10-01"),
                       kHead};
  ASSERT_TRUE(store_.write_case({meeting}, instant("2025-09-02T12:00:00")));
  EXPECT_EQ(values(LetterKind::meeting).count("strategies"), 1U);
  const auto later =
      LetterSource::read(store_, LetterKind::meeting, instant("2026-09-08T12:00:00"));
  ASSERT_TRUE(later);
  const auto held = values_of(*later, *later->school().pupil(PupilId(1)), {"A Noor, Headteacher"});
  EXPECT_EQ(held.count("strategies"), 0U);
  EXPECT_EQ(held.count("review_day"), 0U);
}

TEST_F(ChildLetter, an_invitation_names_the_planned_meeting_or_what_was_typed) {
  reg::Meeting meeting{PupilId(1),
                       reg::MeetingKind::support,
                       reg::MeetingState::planned,
                       0,
                       on("2026-01-20"),
                       at_time("15:30"),
                       "Room 2",
                       "",
                       "",
                       {},
                       kHead};
  ASSERT_TRUE(store_.write_case({meeting}, now_));
  EXPECT_EQ(words(values(LetterKind::invitation), "meeting_time"), "15:30");
  const auto from = source(LetterKind::invitation);
  const auto typed = values_of(from, *from.school().pupil(PupilId(1)),
                               {"A Noor, Headteacher", "", "", "by telephone"});
  EXPECT_EQ(words(typed, "meeting_place"), "by telephone");
  EXPECT_EQ(words(typed, "meeting_day"), "Tuesday 20 January 2026");
}

TEST_F(ChildLetter, a_contract_that_still_runs_fills_both_promises) {
  reg::Contract contract{PupilId(1),
                         0,
                         reg::ContractState::agreed,
                         on("2026-01-14"),
                         "Be at the door by 8:30.",
                         "Meet at the gate.",
                         on("2026-01-14"),
                         on("2026-02-25"),
                         "",
                         kHead};
  ASSERT_TRUE(store_.write_case({contract}, now_));
  const auto held = values(LetterKind::contract);
  EXPECT_EQ(std::get<ListBlock>(held.at("parents_will")).items,
            (std::vector<std::string>{"Be at the door by 8:30."}));
  EXPECT_EQ(values(LetterKind::contract, 2).count("parents_will"), 0U);
}

TEST_F(ChildLetter, the_penalty_sheet_says_which_sessions_meet_the_threshold) {
  EXPECT_THAT(words(values(LetterKind::penalty), "window"), HasSubstr("not met"));
  mark_week("2025-12-01", "G");
  EXPECT_THAT(words(values(LetterKind::penalty), "window"), Not(HasSubstr("not met")));
  const auto held = values(LetterKind::penalty);
  const auto& rows = std::get<TableBlock>(held.at("counted_sessions")).rows;
  ASSERT_THAT(rows, SizeIs(10));
  EXPECT_THAT(rows.front(), ElementsAre("Monday 1 December 2025", "morning", "G",
                                        std::string(reg::code_of("G").name())));
  EXPECT_EQ(rows.back()[0], "Friday 5 December 2025");
  const auto said = printed(LetterKind::penalty);
  EXPECT_THAT(said, AllOf(HasSubstr("10 sessions without leave (10 G) within 1 school week"),
                          HasSubstr("Wednesday 3 December 2025"), HasSubstr("Equality Act 2010"),
                          HasSubstr("None is known to the school.")));
}

TEST_F(ChildLetter, a_tenth_session_that_the_door_alone_saw_is_said_to_be_so) {
  mark_week("2025-12-01", "G");
  mark_at({on("2025-12-05"), Half::pm}, "\\");
  deliver(door_.tap(PupilId(1), instant("2026-01-15T09:20:00"), reg::code_of("U")));
  const auto held = values(LetterKind::penalty);
  const auto& rows = std::get<TableBlock>(held.at("counted_sessions")).rows;
  ASSERT_THAT(rows, SizeIs(10));
  EXPECT_THAT(rows.back()[3], HasSubstr("(as the door saw it, not yet accepted)"));
}

TEST_F(ChildLetter, the_penalty_sheet_lists_the_notices_of_this_child_and_what_stands_next) {
  const auto told = [&](int pupil, const char* parent) {
    const reg::NoticeTold notice{PupilId(pupil),   reg::parent_key(parent),         parent,
                                 on("2025-12-15"), reg::NoticeState::issued,        0,
                                 on("2025-12-17"), "letter of the local authority", kHead};
    ASSERT_TRUE(store_.write_case({notice}, now_));
  };
  told(1, "Nadia Khan");
  told(2, "Rose Ross");
  const auto said = printed(LetterKind::penalty);
  EXPECT_THAT(said, AllOf(HasSubstr("Nadia Khan: issued on Monday 15 December 2025"),
                          HasSubstr("160"), Not(HasSubstr("Rose Ross"))));
}

TEST_F(ChildLetter, the_late_slip_says_when_the_child_came) {
  EXPECT_EQ(values(LetterKind::late_slip).count("arrived"), 0U);
  const auto printed_words = printed(LetterKind::late_slip);
  EXPECT_THAT(printed_words, HasSubstr("Owls"));
  EXPECT_THAT(printed_words, Not(HasSubstr("Khan")));
}

TEST_F(ChildLetter, the_leavers_slip_says_when_the_child_went) {
  EXPECT_EQ(values(LetterKind::leaver_slip).count("left"), 0U);
  EXPECT_THAT(printed(LetterKind::leaver_slip), HasSubstr("Left at ____"));
  reg::Passed passed;
  passed.pupil = PupilId(1);
  passed.at.wall = instant("2026-01-16T08:55:00");
  passed.reason = "dentist";
  deliver(door_.write(passed, passed.at.wall));
  EXPECT_EQ(words(values(LetterKind::leaver_slip), "left"), "08:55");
  const auto said = printed(LetterKind::leaver_slip);
  EXPECT_THAT(said,
              AllOf(HasSubstr("زینب"), HasSubstr("goes home"), HasSubstr("Owls"),
                    HasSubstr("Left at 08:55"), Not(HasSubstr("Khan")), Not(HasSubstr("dentist"))));
}

TEST_F(ChildLetter, of_the_yearly_line_the_nursery_has_none_D46) {
  const auto from = source(LetterKind::annual);
  EXPECT_TRUE(has_letter(LetterKind::annual, *from.school().pupil(PupilId(1))));
  EXPECT_FALSE(has_letter(LetterKind::annual, *from.school().pupil(PupilId(3))));
  EXPECT_TRUE(has_letter(LetterKind::meeting, *from.school().pupil(PupilId(3))));
}

TEST_F(ChildLetter, no_letter_that_goes_home_says_another_child_or_a_code) {
  mark("2026-01-12", "I");
  mark("2026-01-13", "T", {}, 2);
  mark("2026-01-14", "R");
  for (const LetterKind kind : all_letter_kinds()) {
    if (!goes_home(kind)) continue;
    const std::string said = printed(kind);
    EXPECT_THAT(said, HasSubstr("زینب")) << text_of(kind);
    EXPECT_THAT(said, Not(HasSubstr("Ben"))) << text_of(kind);
    EXPECT_THAT(said, Not(HasSubstr("Illness"))) << text_of(kind);
    EXPECT_THAT(said, Not(HasSubstr("Religious"))) << text_of(kind);
    EXPECT_THAT(said, HasSubstr("Legal register: Handbell.")) << text_of(kind);
  }
}

/// One family each whose name is Arabic, Urdu, Vietnamese and Polish.
std::vector<reg::PupilRecord> four_languages() {
  std::vector<reg::PupilRecord> rows{
      pupil_named("إسماعيل", "خان", 1), pupil_named("زینب", "چوہدری", 2),
      pupil_named("Thị Ánh Tuyết", "Nguyễn", 3), pupil_named("Łucja", "Wiśniewska-Żółć", 4)};
  for (auto& row : rows) row.group = reg::YearGroup::year_1;
  return rows;
}

/// As a program reads it that takes letters from left to right: what a wrong PDF says.
std::string turned_round(const std::string& words) {
  std::string turned;
  for (std::size_t end = words.size(); end > 0;) {
    std::size_t begin = end - 1;
    while (begin > 0 && (static_cast<unsigned char>(words[begin]) & 0xC0U) == 0x80U) --begin;
    turned += words.substr(begin, end - begin);
    end = begin;
  }
  return turned;
}

/// A name is broken over two lines where it has to be, and poppler moves the blank beside one that
/// runs from right to left.
std::string without_blanks(std::string words) {
  std::erase_if(words, [](char c) { return c == ' ' || c == '\n'; });
  return words;
}

void expect_order(const std::string& words, const std::vector<std::string>& parts) {
  std::size_t before = 0;
  for (const auto& part : parts) {
    const auto at = words.find(part, before);
    ASSERT_NE(at, std::string::npos) << part << " does not follow in\n" << words;
    before = at;
  }
}

TEST_F(ChildLetter, of_every_kind_are_read_in_order_with_arabic_urdu_vietnamese_and_polish_names) {
  ASSERT_EQ(turned_round("Łóź"), "źóŁ");
  ASSERT_TRUE(store_.put_pupils(four_languages()));
  for (const LetterKind kind : all_letter_kinds()) {
    if (!is_of_child(kind)) continue;
    const auto from = source(kind);
    const bool slip = size_of(kind) == PaperSize::slip;
    for (const auto& pupil : from.school().pupils) {
      const std::string name = without_blanks(slip ? pupil.called().text() : pupil.full_name());
      const auto sheet = from.wording().filled(values_of(from, pupil, {"A Noor, Headteacher"}));
      const PdfFile file(*render_pdf({sheet}, from.letterhead("A Noor, Headteacher")));
      const std::string said = without_blanks(file.words());
      EXPECT_THAT(said, HasSubstr(name)) << text_of(kind);
      EXPECT_THAT(said, Not(HasSubstr(turned_round(name)))) << text_of(kind);
      // The school's head, the sheet's heading with the name, the stamp at the foot.
      expect_order(said, {"OakLane", name, "Madeon"});
      expect_order(file.in_order(), {"\"Oak Lane\"", "H1", "Made on"});
    }
  }
}

TEST_F(ChildLetter, the_boards_sheet_names_no_child_and_hides_groups_under_five) {
  mark("2026-01-12", "/");
  const auto from = source(LetterKind::governor);
  const auto sheet = from.wording().filled(school_values(from, {"A Noor, Headteacher"}));
  const PdfFile file(*render_pdf({sheet}, from.letterhead("A Noor, Headteacher")));
  file.picture("governor");
  const auto said = file.words();
  EXPECT_THAT(said, HasSubstr("fewer than 5"));
  EXPECT_THAT(said, HasSubstr("Reception and Key Stage 1."));
  EXPECT_THAT(said, Not(HasSubstr("Khan")));
}

TEST_F(ChildLetter, a_schools_own_wording_is_used_and_handbells_comes_back) {
  ASSERT_TRUE(
      store_.change_letter({"meeting", "", "Hello {{first_name}}", "shorter", kHead}, now_));
  EXPECT_THAT(printed(LetterKind::meeting), HasSubstr("Hello"));
  ASSERT_TRUE(store_.change_letter({"meeting", "Hello", "", "back", kHead}, now_));
  EXPECT_THAT(printed(LetterKind::meeting), Not(HasSubstr("Hello")));
}

// What assets/docs/pages.md shows, of a child with an Urdu name.
TEST_F(ChildLetter, sheets_of_a_year_are_kept_as_pictures_for_the_docs) {
  ASSERT_TRUE(store_.put_pupils({pupil_named("زینب", "چوہدری", 1)}));
  for (const char* monday : {"2025-11-03", "2025-11-10", "2025-11-17", "2026-01-05"}) {
    mark_week(monday, "/");
  }
  mark_week("2025-12-01", "G");
  mark("2025-11-04", "L", 12);
  mark("2025-11-11", "L", 21);
  mark("2025-11-19", "U", 47);
  mark("2026-01-06", "L", 9);
  deliver(door_.tap(PupilId(1), instant("2026-01-16T08:52:10"), reg::code_of("L")));
  reg::Meeting meeting{PupilId(1),
                       reg::MeetingKind::support,
                       reg::MeetingState::held,
                       0,
                       on("2026-01-14"),
                       {},
                       "Room 2",
                       "Nadia Khan",
                       "Breakfast club on Mondays\nA call at 8:00 when the bus is late",
                       on("2026-02-25"),
                       kHead};
  ASSERT_TRUE(store_.write_case({meeting}, now_));
  for (const LetterKind kind : {LetterKind::meeting, LetterKind::lateness, LetterKind::penalty}) {
    const auto from = source(kind);
    const auto sheet = from.wording().filled(
        values_of(from, *from.school().pupil(PupilId(1)), {"A Noor, Headteacher"}));
    auto head = from.letterhead("A Noor, Headteacher");
    head.logo =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 40'><path fill='#1d5a3c' "
        "d='M20 3 36 37H4Z'/><rect x='17' y='30' width='6' height='9' fill='#6b4a2b'/></svg>";
    const auto bytes = render_pdf({sheet}, head);
    ASSERT_TRUE(bytes) << sentence(bytes.error());
    const PdfFile file(*bytes);
    file.picture_for_docs(HANDBELL_DOCS, "sheet-" + std::string(text_of(kind)));
    EXPECT_THAT(file.words(), HasSubstr("زینب چوہدری")) << text_of(kind);
    EXPECT_THAT(
        file.said_by("pdfinfo"),
        HasSubstr(kind == LetterKind::penalty ? "Pages:           2" : "Pages:           1"));
  }
}

TEST(Words, minutes_and_times_are_said_as_people_say_them) {
  EXPECT_EQ(minutes_words(1), "1 minute");
  EXPECT_EQ(minutes_words(59), "59 minutes");
  EXPECT_EQ(minutes_words(60), "1 hour");
  EXPECT_EQ(minutes_words(121), "2 hours 1 minute");
  EXPECT_EQ(times_words(0), "on no day");
  EXPECT_EQ(times_words(1), "once");
}

}  // namespace
}  // namespace handbell::paper
