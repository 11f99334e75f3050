// What was asked of cases as a whole: every read is in the audit, what cannot be is one sentence
// and changes nothing, a button that is pressed twice writes once, and no two figures of one child.
#include "app/office/cases/case_routes.h"
#include "app/reports/report_source.h"

#include "case_fixture.h"

namespace handbell::office {
namespace {

class CasePromises : public CaseTest {
 protected:
  /// The newest entry of the register, whatever it is.
  std::uint64_t newest_entry() {
    return writer_->ask([](store::Register& held) { return held.witness(); })->head.seq;
  }
  static std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
  }
  /// Comes back with this sentence and no other, and the register is as it was.
  void refused_with(const Fields& fields, const std::string& words) {
    const auto before = newest_entry();
    const auto page = post("/attendance/case/step", form(fields));
    EXPECT_EQ(page.status, 422);
    const auto from = page.body.find("govuk-error-summary__list");
    ASSERT_NE(from, std::string::npos);
    const auto list = page.body.substr(from, page.body.find("</ul>", from) - from);
    EXPECT_EQ(count_of(list, "<li>"), 1U) << list;
    EXPECT_THAT(list, HasSubstr(words));
    EXPECT_EQ(newest_entry(), before) << "nothing is written";
  }

  const Fields meeting_{{"pupil", "1"},
                        {"do", "meeting"},
                        {"of", "0"},
                        {"kind", "support"},
                        {"state", "held"},
                        {"day", "2025-08-29"},
                        {"at", ""},
                        {"place", "Room 2"},
                        {"present", "N Khan"},
                        {"strategies", "Walk with a neighbour."},
                        {"review", ""}};
  const Fields notice_{
      {"pupil", "1"},           {"do", "notice"},       {"of", "0"},
      {"parent", "nadia khan"}, {"parent_name", ""},    {"issued", "2026-01-13"},
      {"state", "issued"},      {"told", "2026-01-13"}, {"told_how", "letter of the authority"}};
  const Fields contact_{{"pupil", "1"},         {"do", "contact"},           {"of", "0"},
                        {"how", "phone"},       {"day", "2026-01-09"},       {"at", ""},
                        {"with", "Nadia Khan"}, {"words", "Breakfast club."}};
};

TEST_F(CasePromises, a_meeting_before_the_pupil_was_on_roll_is_one_sentence_and_nothing_changes) {
  refused_with(meeting_,
               "Friday 29 August 2025 is before the child was on roll here; correct the date, or "
               "the child&#39;s first day.");
  for (const char* state : {"planned", "cancelled"}) {
    auto other = meeting_;
    other[4].second = state;
    refused_with(other, "is before the child was on roll here");
  }
}

TEST_F(CasePromises, a_notice_dated_in_the_future_is_one_sentence_and_nothing_changes) {
  refused_with(notice_,
               "The notice on Tuesday 13 January 2026 is still to come; correct the date, or write "
               "it down once it has been.");
  auto told_later = notice_;
  told_later[5].second = "2026-01-09";
  refused_with(told_later, "What we were told on Tuesday 13 January 2026 is still to come");
}

TEST_F(CasePromises, a_notice_that_is_written_down_already_does_not_count_twice_D37) {
  auto notice = notice_;
  notice[5].second = "2026-01-08";
  notice[7].second = "2026-01-09";
  ASSERT_EQ(post("/attendance/case/step", form(notice)).status, 303);
  gate_.become("A Noor", "Headteacher", {reg::Role::head});
  refused_with(notice,
               "The notice to Nadia Khan, issued on Thursday 8 January 2026, is written "
               "down already");
  EXPECT_THAT(get("/attendance/case?pupil=1").body, Not(HasSubstr("no further notice")));
}

TEST_F(CasePromises, a_button_that_is_pressed_twice_writes_once) {
  for (const auto& fields : {contact_, notice_}) {
    auto good = fields;
    for (auto& [name, value] : good) {
      if (name == "issued" || name == "told") value = "2026-01-09";
    }
    ASSERT_EQ(post("/attendance/case/step", form(good)).status, 303);
    const auto before = newest_entry();
    EXPECT_EQ(post("/attendance/case/step", form(good)).status, 303);
    EXPECT_EQ(newest_entry(), before);
    EXPECT_THAT(get("/attendance/case?pupil=1").body, HasSubstr("That was kept already."));
  }
}

TEST_F(CasePromises, lines_of_a_text_stand_as_they_were_typed) {
  auto talk = contact_;
  talk[7].second = "Breakfast club.\r\nA call at 8:00.";
  auto nobody = talk;
  nobody[6].second = "";
  for (const auto& fields : {nobody, talk}) {
    const auto back = post("/attendance/case/step", form(fields));
    EXPECT_THAT(back.body, Not(HasSubstr("\uFFFD")));
  }
  ASSERT_EQ(reg::standing<reg::CaseContact>(notes()).front().what.words,
            "Breakfast club.\nA call at 8:00.");
  EXPECT_THAT(get("/attendance/case?pupil=1").body, Not(HasSubstr("\uFFFD")));
}

TEST_F(CasePromises, every_read_of_a_case_is_in_the_audit_with_who_and_whose) {
  put(one_of_each_case_note());
  const std::map<std::string, std::string> asked{{"/attendance/cases", ""},
                                                 {"/attendance/case", "?pupil=1"},
                                                 {"/attendance/case/step", "?pupil=1&do=contact"},
                                                 {"/attendance/case/texts", "?pupil=1&meeting=4"},
                                                 {"/attendance/pack", "?pupil=1"},
                                                 {"/attendance/case/undo", "?pupil=1&entry=1"}};
  for (const auto& route : case_routes()) {
    if (route.method != "GET") continue;
    ASSERT_TRUE(asked.contains(route.path)) << route.path << " is a read that no test looks at";
    for (const auto role : route.roles) {
      gate_.become("Zoë O'Neill", "Somebody", {role});
      const auto before = reads().size();
      const auto status = get(route.path + asked.at(route.path)).status;
      const auto now = reads();
      const bool own_alone = role == reg::Role::office && route.path == "/attendance/case/undo";
      EXPECT_EQ(status, own_alone ? 404 : 200) << route.path;
      ASSERT_EQ(now.size(), before + (own_alone ? 0 : 1)) << route.path;
      if (own_alone) continue;
      EXPECT_EQ(now.front().by.name(), "Zoë O'Neill");
      const bool of_one = !asked.at(route.path).empty();
      EXPECT_EQ(now.front().pupil, of_one ? std::optional(PupilId(1)) : std::nullopt);
    }
  }
}

TEST_F(CasePromises, a_form_that_comes_back_shows_the_case_and_is_in_the_audit_too) {
  put(one_of_each_case_note());
  gate_.become("A Noor", "Headteacher", {reg::Role::head});
  const std::vector<std::pair<std::string, std::string>> forms{
      {"/attendance/case/step", "pupil=1&do=contact"},
      {"/attendance/case/step", "pupil=1&do=meeting"},
      {"/attendance/case/step", "pupil=1&do=contract"},
      {"/attendance/case/step", "pupil=1&do=decision"},
      {"/attendance/case/step", "pupil=1&do=notice"},
      {"/attendance/case/reply-to", "pupil=1&meeting=4&address=nowhere"},
      {"/attendance/case/undo", "pupil=1&entry=1&reason="}};
  for (const auto& [path, fields] : forms) {
    const auto before = reads().size();
    EXPECT_EQ(post(path, fields).status, 422) << path << " " << fields;
    ASSERT_EQ(reads().size(), before + 1) << path << " " << fields;
    EXPECT_EQ(reads().front().pupil, PupilId(1));
  }
}

TEST_F(CasePromises, the_figures_are_those_of_every_report_however_old_a_proposal_is_D22) {
  absent(1, "2025-11-03", 5, "N");
  absent(2, "2025-11-03", 5, "/");
  tap(1, "2025-11-04T09:31:00", "U");
  tap(1, "2025-11-06T08:45:00", "L");
  tap(2, "2025-11-04T09:31:00", "U");
  tap(3, "2025-12-01T09:31:00", "U");
  ASSERT_TRUE(writer_->ask([&](store::Register& held) -> Status {
    const auto today = on("2026-01-12");
    const auto all = reports::ReportSource::read_back(held, today);
    if (!all) return fail(all.error());
    for (const int number : {1, 2, 3}) {
      const auto own = reports::ReportSource::read_back_of(held, PupilId(number), today);
      if (!own) return fail(own.error());
      const auto years = own->years_of(PupilId(number));
      EXPECT_EQ(years.lines(), all->years_of(PupilId(number)).lines()) << number;
      EXPECT_EQ(years.pending(), all->years_of(PupilId(number)).pending()) << number;
      EXPECT_EQ(own->entries_of(PupilId(number)).lines(), all->entries_of(PupilId(number)).lines())
          << number;
      EXPECT_EQ(years.pending().size(), number == 1 ? 2U : number == 2 ? 0U : 1U);
    }
    return {};
  }));
  const auto page = get("/attendance/case?pupil=1").body;
  EXPECT_THAT(page, HasSubstr("10.0 % (1 of 10 sessions)"));
  EXPECT_THAT(page, HasSubstr("0 authorised, 9 unauthorised"));
  EXPECT_THAT(page, HasSubstr("2 sessions"));
}

}  // namespace
}  // namespace handbell::office
