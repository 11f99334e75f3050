// The pages of letters: what, for whom, made beside the page, noted as sent.
#include "letters_fixture.h"

#include <sstream>

namespace handbell::office {
namespace {

using paper::PdfFile;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

using Letters = LettersTest;

TEST_F(Letters, ask_what_and_for_whom) {
  expect_golden("letters.html", get("/letters").body);
  const auto chosen = post("/letters", "kind=annual&class=Owls&numbers=");
  EXPECT_EQ(chosen.status, 200);
  EXPECT_THAT(chosen.body, AllOf(HasSubstr("Amira Khan (Owls)"), HasSubstr("Ben Ross (Owls)"),
                                 Not(HasSubstr("Cara"))));
  expect_golden("children.html", chosen.body);
}

TEST_F(Letters, of_lateness_are_offered_for_whoever_was_late_with_how_often) {
  const auto page = post("/letters", "kind=lateness&class=Owls&numbers=").body;
  EXPECT_THAT(page, AllOf(HasSubstr("Amira Khan (Owls), late 2 times"), Not(HasSubstr("Ben"))));
  const auto named = post("/letters", "kind=lateness&class=&numbers=1002").body;
  EXPECT_THAT(named, HasSubstr("Ben Ross (Owls), never late this school year"));
  const auto none = post("/letters", "kind=lateness&class=Ducklings&numbers=");
  EXPECT_EQ(none.status, 422);
  EXPECT_THAT(none.body, HasSubstr("No child of this class was late this school year."));
}

TEST_F(Letters, children_are_found_by_their_numbers_and_a_wrong_one_is_named) {
  const auto page = post("/letters", "kind=meeting&class=&numbers=1003%0D%0A1001");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("Amira Khan"), HasSubstr("Cara Lewis"), Not(HasSubstr("Ben Ross"))));
  const auto wrong = post("/letters", "kind=meeting&class=&numbers=4711");
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("No child on roll has the number 4711"));
}

TEST_F(Letters, the_first_is_looked_at_before_all_are_made) {
  const auto page = post("/letters/make", "kind=lateness&class=Owls&pupil=1&pupil=2&do=look");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, AllOf(HasSubstr("come late 2 times"), HasSubstr("1 hour 5 minutes"),
                               HasSubstr("Make the PDF of all 2")));
  expect_golden("first.html", page.body);
}

TEST_F(Letters, a_batch_is_made_beside_the_page_and_can_be_taken_again) {
  const auto place = made("kind=lateness&class=Owls&pupil=1&pupil=2");
  EXPECT_THAT(place, Not(HasSubstr("Amira")));
  const auto page = done_page(place);
  EXPECT_THAT(page.body, AllOf(HasSubstr("All 2 made."), HasSubstr("I have sent these")));
  expect_golden("batch.html", page.body);
  const auto file = get("/letters/batch/file?batch=1");
  EXPECT_EQ(file.status, 200);
  EXPECT_EQ(file.headers.at("Content-Disposition"), "attachment; filename=\"lateness.pdf\"");
  const std::string words = PdfFile(file.body).words();
  EXPECT_THAT(words, AllOf(HasSubstr("Amira Khan"), HasSubstr("Ben Ross"),
                           HasSubstr("Legal register: Handbell.")));
  EXPECT_EQ(get("/letters/batch/file?batch=1").body, file.body);
}

TEST_F(Letters, no_letter_of_a_batch_names_another_child) {
  (void)done_page(made("kind=lateness&class=Owls&pupil=1&pupil=2"));
  const PdfFile file(get("/letters/batch/file?batch=1").body);
  EXPECT_THAT(file.said_by("pdftotext -f 1 -l 1", "-"),
              AllOf(HasSubstr("Amira"), Not(HasSubstr("Ben"))));
  EXPECT_THAT(file.said_by("pdftotext -f 2 -l 2", "-"),
              AllOf(HasSubstr("Ben"), Not(HasSubstr("Amira"))));
}

TEST_F(Letters, who_made_letters_for_whom_is_in_the_audit) {
  (void)done_page(made("kind=lateness&class=Owls&pupil=1&pupil=2"));
  const auto all = readings();
  EXPECT_THAT(all, Contains("printed list, 1, Lateness letter"));
  EXPECT_THAT(all, Contains("printed list, 2, Lateness letter"));
}

TEST_F(Letters, a_sheet_that_shows_a_case_is_a_read_of_the_case) {
  (void)get("/letters/page?kind=contract&pupil=2");
  (void)get("/letters/sheet?kind=lateness&pupil=1");
  const auto all = readings();
  EXPECT_THAT(all, Contains("printed list, 2, Attendance contract"));
  EXPECT_THAT(
      all, Contains(std::string(words_of(reg::ReadKind::case_read)) + ", 2, Attendance contract"));
  EXPECT_THAT(
      all, Not(Contains(std::string(words_of(reg::ReadKind::case_read)) + ", 1, Lateness letter")));
}

TEST_F(Letters, whom_the_register_suggests_is_a_read_of_cases_in_the_audit) {
  for (const char* day : {"2026-01-05", "2026-01-06"}) mark(day, "N", {});
  const std::string read =
      std::string(words_of(reg::ReadKind::case_read)) + ", -, list of suggestions";
  (void)post("/letters", "kind=contract&class=Owls&numbers=");
  EXPECT_THAT(readings(), Not(Contains(read)));
  (void)get("/letters?kind=contract&class=*");
  EXPECT_THAT(readings(), Contains(read));
}

TEST_F(Letters, sent_is_noted_for_each_child_once) {
  (void)done_page(made("kind=lateness&class=Owls&pupil=1&pupil=2"));
  const auto answer = post("/letters/sent", "batch=1");
  EXPECT_EQ(answer.status, 303);
  ASSERT_THAT(sent_to(1), SizeIs(1));
  EXPECT_EQ(sent_to(1)[0].title, "Lateness letter of Monday 12 January 2026");
  EXPECT_EQ(sent_to(1)[0].kind, reg::SentKind::letter);
  EXPECT_EQ(sent_to(1)[0].by.name(), "Łucja Wójcik");
  EXPECT_THAT(get("/letters").body, HasSubstr("Noted as sent: Lateness letter, 2 children."));
  EXPECT_EQ(post("/letters/sent", "batch=1").status, 303);
  EXPECT_THAT(sent_to(1), SizeIs(1));
  EXPECT_THAT(sent_to(2), SizeIs(1));
}

TEST_F(Letters, a_batch_is_its_makers_alone) {
  (void)done_page(made("kind=lateness&class=Owls&pupil=1"));
  gate_.visitor->form_token = "another";
  EXPECT_EQ(get("/letters/batch?batch=1").status, 404);
  EXPECT_EQ(get("/letters/batch/file?batch=1").status, 404);
  EXPECT_THAT(get("/letters").body, Not(HasSubstr("batch=1")));
}

TEST_F(Letters, the_office_makes_slips_and_lateness_letters_alone) {
  become_office();
  const auto page = get("/letters");
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("value=\"lateness\""), HasSubstr("value=\"late-slip\""),
                    Not(HasSubstr("value=\"penalty\"")), Not(HasSubstr("/letters/templates"))));
  EXPECT_EQ(get("/letters/sheet?kind=penalty&pupil=1").status, 404);
  EXPECT_EQ(get("/letters/sheet?kind=meeting&pupil=1").status, 404);
  EXPECT_EQ(get("/letters/sheet?kind=late-slip&pupil=1").status, 200);
  EXPECT_EQ(post("/letters/make", "kind=penalty&class=Owls&pupil=1&do=make").status, 422);
}

TEST_F(Letters, one_sheet_is_a_file_and_a_page_to_print) {
  const auto file = get("/letters/sheet?kind=meeting&pupil=1");
  ASSERT_EQ(file.status, 200);
  EXPECT_EQ(file.content_type, "application/pdf");
  EXPECT_THAT(PdfFile(file.body).words(), HasSubstr("Amira Khan"));
  expect_golden("meeting.html", get("/letters/page?kind=meeting&pupil=1").body);
  expect_golden("penalty.html", get("/letters/page?kind=penalty&pupil=1").body);
  for (const char* wrong : {"kind=meeting&pupil=99", "kind=meeting&pupil=x", "kind=meeting",
                            "kind=nonsense&pupil=1", "pupil=1"}) {
    EXPECT_EQ(get(std::string("/letters/sheet?") + wrong).status, 404) << wrong;
    EXPECT_EQ(get(std::string("/letters/page?") + wrong).status, 404) << wrong;
  }
}

TEST_F(Letters, the_boards_sheet_is_of_no_child) {
  const auto page = post("/letters", "kind=governor&class=&numbers=");
  EXPECT_EQ(page.status, 200);
  const auto file = get("/letters/sheet?kind=governor");
  EXPECT_THAT(PdfFile(file.body).words(),
              AllOf(HasSubstr("governing board"), Not(HasSubstr("Khan"))));
  const auto done = done_page(made("kind=governor&class="));
  EXPECT_THAT(done.body, AllOf(HasSubstr("Made."), Not(HasSubstr("I have sent these"))));
  EXPECT_THAT(page.body, HasSubstr("href=\"/reports/governors\""));
}

/// The lines below each other, each with single blanks.
std::vector<std::string> lines_of_pdf(const PdfFile& file) {
  std::vector<std::string> lines;
  std::istringstream said(file.said_by("pdftotext -layout", "-"));
  for (std::string line; std::getline(said, line);) {
    std::istringstream words(line);
    std::string all;
    for (std::string word; words >> word;) all += (all.empty() ? "" : " ") + word;
    lines.push_back(all);
  }
  return lines;
}

TEST_F(Letters, the_boards_sheet_counts_what_the_report_for_governors_counts) {
  gate_.become("A Noor", "Headteacher", {reg::Role::head});
  const PdfFile sheet(get("/letters/sheet?kind=governor").body);
  const PdfFile report(get("/reports/governors?as=pdf").body);
  const auto said = lines_of_pdf(report);
  std::size_t figures = 0;
  for (const auto& line : lines_of_pdf(sheet)) {
    if (line.find(" %") == std::string::npos && line.find("fewer than") == std::string::npos) {
      continue;
    }
    ++figures;
    EXPECT_THAT(said, Contains(line));
  }
  EXPECT_GT(figures, 0U);
}

class LettersOfARehearsal : public Letters {
 protected:
  LettersOfARehearsal() { rehearsal_ = true; }
};

constexpr const char* kEveryPaper[] = {"/letters/sheet?kind=governor",
                                       "/letters/sheet?kind=lateness&pupil=1",
                                       "/reports/governors?as=pdf", "/attendance/pack?pupil=1"};

TEST_F(LettersOfARehearsal, say_so_on_each_page) {
  gate_.become("A Noor", "Headteacher", {reg::Role::head});
  for (const char* paper : kEveryPaper) {
    EXPECT_THAT(PdfFile(get(paper).body).words(),
                HasSubstr("Rehearsal: nothing on this paper is real."))
        << paper;
  }
}

TEST_F(Letters, of_a_real_school_say_nothing_of_a_rehearsal) {
  gate_.become("A Noor", "Headteacher", {reg::Role::head});
  for (const char* paper : kEveryPaper) {
    EXPECT_THAT(PdfFile(get(paper).body).words(), Not(HasSubstr("Rehearsal"))) << paper;
  }
}

TEST_F(Letters, whom_the_register_suggests_stands_in_a_list_and_nobody_is_ticked) {
  for (const char* day : {"2026-01-05", "2026-01-06"}) mark(day, "N", {});
  const auto page = post("/letters", "kind=contract&class=*&numbers=");
  EXPECT_EQ(page.status, 200) << page.body;
  EXPECT_THAT(page.body, AllOf(HasSubstr("Amira Khan"), Not(HasSubstr("Ben Ross")),
                               Not(HasSubstr("type=\"checkbox\" value=\"1\" checked"))));
  const auto none = post("/letters", "kind=penalty&class=*&numbers=");
  EXPECT_EQ(none.status, 422);
  EXPECT_THAT(none.body, HasSubstr("Nobody is suggested for such a letter today."));
  become_office();
  EXPECT_EQ(post("/letters", "kind=lateness&class=*&numbers=").status, 422);
}

TEST_F(Letters, an_invitation_takes_the_day_that_was_typed_and_none_that_is_over) {
  const auto page = post("/letters/make",
                         "kind=invitation&class=Owls&pupil=1&meeting_day=2026-01-20&meeting_time="
                         "15:30&meeting_place=by+telephone&do=look");
  EXPECT_THAT(page.body, AllOf(HasSubstr("Day: Tuesday 20 January 2026"), HasSubstr("Time: 15:30"),
                               HasSubstr("Where: by telephone")));
  const auto over =
      post("/letters/make", "kind=invitation&class=Owls&pupil=1&meeting_day=2026-01-09&do=look");
  EXPECT_EQ(over.status, 422);
  EXPECT_THAT(over.body, HasSubstr("That day is over"));
}

TEST_F(Letters, for_a_nursery_child_there_is_no_line_of_the_yearly_report_D46) {
  const auto page = post("/letters", "kind=annual&class=Ducklings&numbers=");
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("No child of this class gets such a letter."));
  EXPECT_EQ(get("/letters/sheet?kind=annual&pupil=3").status, 404);
  EXPECT_EQ(get("/letters/sheet?kind=annual&pupil=1").status, 200);
  const auto made = post("/letters/make", "kind=annual&class=Owls&pupil=1&pupil=3&do=make");
  EXPECT_EQ(made.status, 422);
  EXPECT_THAT(made.body, HasSubstr("Choose from the children that the list offers."));
}

TEST_F(Letters, a_teacher_a_governor_and_the_technician_have_no_such_page) {
  for (const auto role : {reg::Role::teacher, reg::Role::governor, reg::Role::technician}) {
    gate_.become("J Okoro", "Class teacher", {role}, {"Owls"});
    for (const char* path : {"/letters", "/letters/sheet?kind=late-slip&pupil=1",
                             "/letters/templates", "/letters/logo/picture"}) {
      EXPECT_EQ(get(path).status, 404) << path;
    }
  }
}

TEST_F(Letters, the_late_slip_says_first_name_class_and_when) {
  tap(1, "2026-01-12T08:52:10", "L");
  const auto words = PdfFile(get("/letters/sheet?kind=late-slip&pupil=1").body).words();
  EXPECT_THAT(words, AllOf(HasSubstr("Amira"), HasSubstr("Owls"), HasSubstr("Arrived at 08:52"),
                           Not(HasSubstr("Khan"))));
}

}  // namespace
}  // namespace handbell::office
