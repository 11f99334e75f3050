// The page Attendance: who the figures ask the school to look at, what is new, and what was made of
// it; for champion, head and DSL alone.
#include "app/register/case_note.h"
#include "app/register/mark_rule.h"
#include "app/register/school_days.h"

#include "golden.h"
#include "office_fixture.h"
#include <gmock/gmock.h>

#include <regex>

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

class Attendance : public OfficeTest {
 protected:
  void SetUp() override {
    OfficeTest::SetUp();
    auto pupils = three_pupils();
    pupils.push_back(pupil_named("Dan", "Moss", 4));
    pupils.push_back(pupil_named("Ismail", "Khan", 5));
    pupils.push_back(pupil_named("Anh", "Nguyễn", 6));
    for (std::size_t i = 3; i < pupils.size(); ++i) {
      pupils[i].class_name = "Foxes";
      pupils[i].group = reg::YearGroup::year_1;
      pupils[i].date_of_birth = on("2019-11-04");
      pupils[i].start = on("2024-09-02");
    }
    pupils[4].preferred = *NamePart::parse("اسماعيل");
    pupils[3].groups = "pupil_premium; choir";
    pupils[3].language = "pl";
    pupils[4].social_worker = true;
    put(pupils);
    const auto staff = [](const char* id, const char* name, const char* position, reg::Role role) {
      return reg::StaffMember{id, *NamePart::parse(name), *NamePart::parse(position), {role}, {}};
    };
    const std::vector<reg::StaffMember> members{
        staff("S1", "A Noor", "Headteacher", reg::Role::head),
        staff("S2", "J Okoro", "Class teacher", reg::Role::teacher)};
    ASSERT_TRUE(writer_->ask([&](store::Register& held) { return held.put_staff(members); }));
    become_champion();
  }
  void become_champion() { gate_.become("L Hart", "Attendance champion", {reg::Role::champion}); }
  void put(const std::vector<reg::PupilRecord>& pupils) {
    ASSERT_TRUE(writer_->ask([&](store::Register& held) { return held.put_pupils(pupils); }));
  }
  /// The code in both halves of each school day, / and \ for present.
  void days(int pupil, const char* from, const char* to, const std::string& code) {
    const auto school_days = reg::SchoolDays::of(*reg::Calendar::from_periods(one_year()));
    std::vector<reg::MarkDraft> drafts;
    for (const SchoolDay day : school_days.days()) {
      if (day < on(from) || on(to) < day) continue;
      for (const Half half : {Half::am, Half::pm}) {
        const std::string used = code == "/" && half == Half::pm ? "\\" : code;
        drafts.push_back({PupilId(pupil),
                          {day, half},
                          reg::code_of(used),
                          {},
                          {},
                          "in class",
                          "Class teacher",
                          *reg::Author::from("J Okoro", "Class teacher")});
      }
    }
    ASSERT_TRUE(
        writer_->ask([&](store::Register& held) { return held.enter(drafts, clock_.at()); }));
  }
  /// Amira is persistently absent, Dan below 96.5 %, Ismail away since Thursday, Anh always here.
  void a_term() {
    days(1, "2025-09-01", "2025-12-19", "/");
    days(1, "2025-11-03", "2025-11-14", "O");
    days(4, "2025-09-01", "2026-01-09", "/");
    days(4, "2025-12-01", "2025-12-03", "C");
    days(5, "2025-09-01", "2026-01-07", "/");
    days(5, "2026-01-08", "2026-01-09", "N");
    days(6, "2025-09-01", "2026-01-09", "/");
  }
  std::vector<reg::SuggestionAnswer> answers() {
    const auto notes =
        *writer_->ask([](store::Register& held) { return held.case_notes(std::nullopt); });
    std::vector<reg::SuggestionAnswer> all;
    for (const auto& given : reg::standing<reg::SuggestionAnswer>(notes)) all.push_back(given.what);
    return all;
  }
  static std::string part_of(const std::string& page, const std::string& id) {
    const auto from = page.find("<section id=\"" + id + "\"");
    if (from == std::string::npos) return "";
    return page.substr(from, page.find("</section>", from) - from);
  }
};

TEST_F(Attendance, is_calm_where_nothing_is_to_do) {
  const auto page = get("/attendance");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("Nothing to follow up today"));
  expect_golden("attendance-calm.html", page.body);
}

TEST_F(Attendance, shows_what_is_new_first_with_reasons_in_words_and_figures) {
  a_term();
  const auto page = get("/attendance").body;
  EXPECT_THAT(part_of(page, "new"), HasSubstr("Ismail Khan"));
  EXPECT_THAT(part_of(page, "new"), Not(HasSubstr("Amira")));
  EXPECT_THAT(part_of(page, "others"), HasSubstr("Amira Khan"));
  EXPECT_THAT(part_of(page, "others"), HasSubstr("20 of 160 missed"));
  EXPECT_THAT(part_of(page, "others"), HasSubstr("Below 95.0 %."));
  EXPECT_THAT(part_of(page, "others"), HasSubstr("20 sessions without leave (20 O)"));
  EXPECT_THAT(part_of(page, "others"), HasSubstr("Attendance by month: September"));
  EXPECT_THAT(part_of(page, "others"), HasSubstr("/letters/sheet?kind=contract&amp;pupil=1"));
  EXPECT_THAT(page, Not(HasSubstr("Nguyễn")));
  EXPECT_THAT(page, HasSubstr("Legal register: Handbell"));
  expect_golden("attendance.html", page);
}

TEST_F(Attendance, is_narrowed_by_suggestion_class_and_group_and_ordered_without_a_script) {
  a_term();
  EXPECT_THAT(get("/attendance?of=penalty").body, Not(HasSubstr("Dan Moss")));
  EXPECT_THAT(get("/attendance?of=penalty").body, HasSubstr("Amira Khan"));
  const auto foxes = get("/attendance?class=Foxes&sort=name").body;
  EXPECT_THAT(foxes, Not(HasSubstr("Amira Khan")));
  EXPECT_THAT(foxes, HasSubstr("Dan Moss"));
  EXPECT_THAT(foxes, HasSubstr("href=\"/attendance?of=stage-3&amp;class=Foxes&amp;sort=name\""));
  const auto premium = get("/attendance?group=pupil+premium").body;
  EXPECT_THAT(premium, HasSubstr("Dan Moss"));
  EXPECT_THAT(premium, Not(HasSubstr("Amira Khan")));
  EXPECT_THAT(get("/attendance?group=social+worker").body, Not(HasSubstr("Dan Moss")));
  const auto abroad = get("/attendance?group=another+language+at+home").body;
  EXPECT_THAT(abroad, HasSubstr("Dan Moss"));
  EXPECT_THAT(abroad, Not(HasSubstr("Amira Khan")));
  for (const char* asked : {"of=nonsense", "class=Nobody", "group=none", "sort=shoe-size"}) {
    const auto page = get(std::string("/attendance?") + asked);
    EXPECT_EQ(page.status, 200) << asked;
    EXPECT_THAT(page.body, HasSubstr("Amira Khan")) << asked;
  }
  EXPECT_THAT(get("/attendance?of=severe").body, HasSubstr("Nobody among those"));
}

TEST_F(Attendance, small_numbers_stand_apart_and_are_never_left_out_D41) {
  days(2, "2026-01-05", "2026-01-09", "/");
  days(2, "2026-01-05", "2026-01-05", "I");
  const auto page = get("/attendance").body;
  EXPECT_THAT(part_of(page, "small"), HasSubstr("Ben Ross"));
  EXPECT_THAT(part_of(page, "small"), HasSubstr("2 of 10 missed"));
  EXPECT_EQ(part_of(page, "new"), "");
}

TEST_F(Attendance, once_what_is_no_rate_is_dismissed_small_numbers_stand_apart_again_D41) {
  days(2, "2026-01-05", "2026-01-08", "/");
  days(2, "2026-01-09", "2026-01-09", "N");
  EXPECT_THAT(part_of(get("/attendance").body, "new"), HasSubstr("Ben Ross"));
  const std::string form = "pupil=2&key=unresolved&key=stage-1&answer=dismissed&reason=we+know";
  ASSERT_EQ(post("/attendance/answer", form).status, 303);
  const auto page = get("/attendance").body;
  EXPECT_EQ(part_of(page, "new"), "");
  EXPECT_THAT(part_of(page, "small"), HasSubstr("Ben Ross"));
  EXPECT_THAT(part_of(page, "aside"), HasSubstr("Ben Ross"));
}

TEST_F(Attendance, dismissed_with_a_reason_it_stands_apart_until_it_gets_worse) {
  a_term();
  expect_golden("answer.html", get("/attendance/answer?pupil=4").body);
  const auto done =
      post("/attendance/answer", "pupil=4&key=stage-3&answer=dismissed&reason=a+funeral+abroad");
  EXPECT_EQ(done.status, 303) << done.body;
  EXPECT_EQ(done.headers.at("Location"), "/attendance");
  auto page = get("/attendance").body;
  EXPECT_THAT(page, HasSubstr("Dan Moss: 1 suggestion dismissed until it gets worse."));
  EXPECT_THAT(part_of(page, "others"), Not(HasSubstr("Dan Moss")));
  EXPECT_THAT(part_of(page, "aside"), HasSubstr("a funeral abroad (L Hart, Attendance champion"));
  ASSERT_EQ(answers().size(), 1U);
  EXPECT_EQ(answers().front().by.text(), "L Hart, Attendance champion");
  expect_golden("attendance-aside.html", get("/attendance").body);
  days(4, "2025-12-08", "2025-12-10", "C");
  page = get("/attendance").body;
  EXPECT_THAT(part_of(page, "new") + part_of(page, "others"), HasSubstr("Dan Moss"))
      << "stage 4: worse";
}

TEST_F(Attendance, put_off_it_comes_back_on_its_day_and_can_be_opened_before) {
  a_term();
  const std::string form = "pupil=4&key=stage-3&answer=snoozed&until=2026-01-20";
  ASSERT_EQ(post("/attendance/answer", form).status, 303);
  EXPECT_THAT(part_of(get("/attendance").body, "aside"),
              HasSubstr("put off until Tuesday 20 January 2026, or until it gets worse"));
  EXPECT_THAT(get("/attendance/answer?pupil=4&answer=reopened&key=stage-3").body,
              HasSubstr("Now put off until Tuesday 20 January 2026"));
  ASSERT_EQ(post("/attendance/answer", "pupil=4&key=stage-3&answer=reopened").status, 303);
  EXPECT_THAT(part_of(get("/attendance").body, "others"), HasSubstr("Dan Moss"));
  ASSERT_EQ(post("/attendance/answer", form).status, 303);
  clock_.set("2026-01-20T09:10:00");
  EXPECT_EQ(part_of(get("/attendance").body, "aside"), "");
}

TEST_F(Attendance, given_to_somebody_it_stays_and_is_theirs_to_find) {
  a_term();
  ASSERT_EQ(
      post("/attendance/answer", "pupil=1&key=stage-4&key=penalty&answer=assigned&staff=S1").status,
      303);
  EXPECT_EQ(answers().size(), 2U);
  EXPECT_THAT(get("/attendance").body, HasSubstr("Amira Khan: 2 suggestions given to A Noor."));
  EXPECT_THAT(part_of(get("/attendance").body, "others"), HasSubstr("with A Noor"));
  gate_.become("A Noor", "Headteacher", {reg::Role::head});
  gate_.visitor->staff = "S1";
  const auto mine = get("/attendance?of=mine").body;
  EXPECT_THAT(mine, HasSubstr("Amira Khan"));
  EXPECT_THAT(mine, Not(HasSubstr("Dan Moss")));
}

TEST_F(Attendance, a_wrong_answer_comes_back_with_one_sentence_each_and_nothing_is_written) {
  a_term();
  const std::vector<std::pair<std::string, std::string>> wrong{
      {"key=stage-3&answer=dismissed&reason=", "Say why: whoever opens it again reads it."},
      {"key=stage-3&answer=snoozed&until=", "Say until which day it is put off."},
      {"key=stage-3&answer=snoozed&until=2026-01-12", "Choose a day to come."},
      {"key=stage-3&answer=snoozed&until=2026-02-30", "2026-02-30"},
      {"key=stage-3&answer=dismissed&reason=x&until=2026-02-02", "A day goes with what is put off"},
      {"key=stage-3&answer=reopened&staff=S2", "A person goes with what is given"},
      {"key=stage-3&answer=assigned&staff=", "Choose who looks after it."},
      {"key=stage-3&answer=assigned&staff=S9", "There is a problem"},
      {"key=stage-3", "Choose what is to be done."},
      {"answer=dismissed&reason=x", "Choose what your answer is about."},
      {"key=severe&answer=dismissed&reason=x", "What was chosen stands no more"},
  };
  for (const auto& [form, words] : wrong) {
    const auto page = post("/attendance/answer", "pupil=4&" + form);
    EXPECT_EQ(page.status, 422) << form;
    EXPECT_THAT(page.body, HasSubstr(words)) << form;
  }
  EXPECT_TRUE(answers().empty());
  expect_golden("answer-refused.html",
                post("/attendance/answer", "pupil=4&key=stage-3&answer=dismissed&reason=").body);
}

TEST_F(Attendance, is_not_there_for_others_nor_for_a_child_who_is_not) {
  a_term();
  for (const char* pupil : {"", "99", "-1", "Amira", "99999999999999999999"}) {
    EXPECT_EQ(get(std::string("/attendance/answer?pupil=") + pupil).status, 404) << pupil;
  }
  gate_.become("J Okoro", "Class teacher", {reg::Role::teacher}, {"Owls"});
  EXPECT_EQ(get("/attendance").status, 404);
  EXPECT_EQ(get("/attendance").body, get("/nothing-of-that-kind").body);
  EXPECT_EQ(post("/attendance/answer", "pupil=1&key=stage-4&answer=reopened").status, 404);
  gate_.become("G Brown", "Governor", {reg::Role::governor});
  EXPECT_EQ(get("/attendance").status, 404);
  EXPECT_TRUE(answers().empty());
}

TEST_F(Attendance, what_tells_of_health_is_for_those_who_may_read_its_code) {
  days(4, "2025-09-01", "2026-01-09", "/");
  days(4, "2025-11-03", "2025-11-21", "I");
  gate_.become("A Noor", "Headteacher", {reg::Role::head});
  EXPECT_THAT(get("/attendance").body, HasSubstr("30 sessions of illness"));
  EXPECT_THAT(get("/attendance").body, HasSubstr("/letters/sheet?kind=contract"));
  gate_.become("D Silva", "DSL", {reg::Role::dsl});
  EXPECT_THAT(get("/attendance").body, Not(HasSubstr("illness")));
  EXPECT_THAT(get("/attendance").body, Not(HasSubstr("/letters/sheet")))
      << "sheets are the head's and the champion's to make";
  EXPECT_THAT(get("/attendance").body, HasSubstr("Dan Moss"));
  EXPECT_THAT(get("/attendance/answer?pupil=4").body, Not(HasSubstr("illness")));
  EXPECT_EQ(post("/attendance/answer", "pupil=4&key=la-illness&answer=dismissed&reason=x").status,
            422);
}

TEST_F(Attendance, reads_are_in_the_audit_without_a_word_of_what_stood_there) {
  a_term();
  (void)get("/attendance/answer?pupil=4");
  (void)get("/attendance");
  ASSERT_EQ(post("/attendance/answer", "pupil=4&key=stage-3").status, 422);
  const auto read =
      audit_->read(instant("2026-01-12T00:00:00"), instant("2026-01-13T00:00:00"), 10);
  ASSERT_TRUE(read);
  ASSERT_EQ(read->size(), 3U) << "also what a form shows that comes back";
  for (const auto& each : *read) EXPECT_EQ(each.kind, reg::ReadKind::case_read);
  EXPECT_EQ(read->back().pupil, PupilId(4));
}

TEST_F(Attendance, no_name_stands_in_an_address) {
  a_term();
  for (const char* page : {"/attendance", "/attendance/answer?pupil=4"}) {
    const std::string body = get(page).body;
    const std::regex address("(href|action)=\"([^\"]*)\"");
    for (auto it = std::sregex_iterator(body.begin(), body.end(), address);
         it != std::sregex_iterator(); ++it) {
      EXPECT_EQ((*it)[2].str().find("Khan"), std::string::npos);
      EXPECT_EQ((*it)[2].str().find("Moss"), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace handbell::office
