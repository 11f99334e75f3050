// A child's case on the office's pages: what is due, what was done, who may see what, and that
// every look at it is taken down.
#include "case_fixture.h"

namespace handbell::office {
namespace {

class Cases : public CaseTest {
 protected:
  const Fields contact_{{"pupil", "1"},
                        {"do", "contact"},
                        {"of", "0"},
                        {"how", "home_visit"},
                        {"day", "2026-01-09"},
                        {"at", "15:30"},
                        {"with", "Nadia Khan, mother"},
                        {"words", "The baby is ill. Breakfast club."}};
  const Fields meeting_{{"pupil", "1"},
                        {"do", "meeting"},
                        {"of", "0"},
                        {"kind", "support"},
                        {"state", "held"},
                        {"day", "2026-01-09"},
                        {"at", "15:30"},
                        {"place", "by telephone"},
                        {"present", "Nadia Khan"},
                        {"strategies", "Walk with a neighbour."},
                        {"review", "2026-02-06"}};
  const Fields contract_{{"pupil", "1"},
                         {"do", "contract"},
                         {"of", "0"},
                         {"state", "agreed"},
                         {"day", "2026-01-09"},
                         {"parents", "Be at the door by 8:30."},
                         {"school", "Meet her at the gate."},
                         {"signed", "2026-01-09"},
                         {"review", "2026-02-20"},
                         {"words", ""}};
  const Fields decision_{{"pupil", "1"},
                         {"do", "decision"},
                         {"of", "0"},
                         {"about", "penalty"},
                         {"day", "2026-01-12"},
                         {"considered1", "yes"},
                         {"words1", "12 sessions"},
                         {"considered2", "no"},
                         {"words2", ""},
                         {"considered3", "yes"},
                         {"words3", "a contract was not tried"},
                         {"considered4", "yes"},
                         {"words4", ""},
                         {"decision", "No notice is asked for."},
                         {"reason", "A contract first."}};
  const Fields notice_{
      {"pupil", "1"},           {"do", "notice"},       {"of", "0"},
      {"parent", "nadia khan"}, {"parent_name", ""},    {"issued", "2026-01-08"},
      {"state", "issued"},      {"told", "2026-01-09"}, {"told_how", "letter of the authority"}};
};

TEST_F(Cases, a_case_begins_calmly_and_shows_the_figures_and_what_comes_next_for_each_parent_D37) {
  absent(1, "2026-01-05", 5, "/");
  const auto page = get("/attendance/case?pupil=1");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("Nothing is due today."));
  EXPECT_THAT(page.body, HasSubstr("100.0 % (10 of 10 sessions)"));
  EXPECT_THAT(page.body, HasSubstr("Nadia Khan, mother"));
  EXPECT_THAT(page.body, HasSubstr("a first would be 80 pounds within 21 days"));
  expect_golden("case-empty.html", page.body);
  EXPECT_EQ(get("/attendance/case?pupil=99").status, 404);
  EXPECT_EQ(get("/attendance/case?pupil=x").status, 404);
  EXPECT_EQ(get("/attendance/case").status, 404);
}

TEST_F(Cases, everything_stands_in_one_time_line_with_what_is_due_on_top) {
  absent(1, "2025-11-17", 12, "G");
  auto all = one_of_each_case_note();
  all.erase(all.begin() + 8);  // the end of the case
  put(all);
  ASSERT_TRUE(writer_->ask([&](store::Register& held) {
    return held.write({reg::CallAttempt{PupilId(1),
                                        "",
                                        1,
                                        "Nadia Khan",
                                        instant("2026-01-12T09:05:00"),
                                        reg::CallResult::no_answer,
                                        {},
                                        "",
                                        *reg::Author::parse("R Patel, Office")}},
                      clock_.at());
  }));
  const auto page = get("/attendance/case?pupil=1").body;
  EXPECT_THAT(page, HasSubstr("Send the family the e-mail after the contract meeting"));
  EXPECT_THAT(page, HasSubstr("Call of the morning"));
  EXPECT_THAT(page, HasSubstr("20 sessions"));
  EXPECT_THAT(page, HasSubstr("The notice of Friday 9 January 2026 counts"));
  EXPECT_THAT(page, HasSubstr("نادية خان"));
  expect_golden("case.html", page);
}

TEST_F(Cases, a_talk_is_kept_and_stands_in_the_case) {
  expect_golden("case-contact.html", get("/attendance/case/step?pupil=1&do=contact").body);
  const auto done = post("/attendance/case/step", form(contact_));
  EXPECT_EQ(done.status, 303);
  EXPECT_EQ(done.headers.at("Location"), "/attendance/case?pupil=1");
  const auto held = reg::standing<reg::CaseContact>(notes());
  ASSERT_EQ(held.size(), 1U);
  EXPECT_EQ(held.front().what.how, reg::ContactHow::home_visit);
  EXPECT_EQ(held.front().what.at, at_time("15:30"));
  EXPECT_EQ(held.front().what.by.text(), "Łucja Wójcik, Senior attendance champion");
  EXPECT_THAT(get("/attendance/case?pupil=1").body,
              HasSubstr("Kept for Amira Khan: Contact at a home visit."));
}

TEST_F(Cases, a_meeting_is_planned_then_held_and_leaves_two_texts_to_be_sent_P18_P30) {
  expect_golden("case-meeting.html", get("/attendance/case/step?pupil=1&do=meeting").body);
  const Fields planned{
      {"state", "planned"}, {"day", "2026-01-14"}, {"strategies", ""}, {"review", ""}};
  ASSERT_EQ(post("/attendance/case/step", form(meeting_, planned)).status, 303);
  clock_.set("2026-01-15T10:00:00");
  gate_.become("Zoë O'Neill", "DSL", {reg::Role::dsl});
  EXPECT_THAT(get("/attendance/case?pupil=1").body,
              HasSubstr("Record the attendance meeting of Wednesday 14 January 2026"));
  const auto again = get("/attendance/case/step?pupil=1&do=meeting&of=1").body;
  EXPECT_THAT(again, HasSubstr("goes on with the attendance meeting planned for"));
  ASSERT_EQ(
      post("/attendance/case/step", form(meeting_, {{"of", "1"}, {"day", "2026-01-14"}})).status,
      303);
  const auto texts = get("/attendance/case/texts?pupil=1&meeting=1").body;
  EXPECT_THAT(texts, HasSubstr("Walk with a neighbour."));
  EXPECT_THAT(texts, HasSubstr("Categories: Attendance; Communication"));
  EXPECT_THAT(texts, HasSubstr("Assigned to: Łucja Wójcik")) << "who arranged it, not who held it";
  expect_golden("case-texts.html", texts);
  EXPECT_EQ(post("/attendance/case/sent", "pupil=1&meeting=1&kind=cpoms").status, 303);
  EXPECT_THAT(get("/attendance/case/texts?pupil=1&meeting=1").body,
              HasSubstr("O&#39;Neill, DSL, Thursday 15 January 2026, 10:00"));
  EXPECT_EQ(post("/attendance/case/sent", "pupil=1&meeting=1&kind=cpoms").status, 303);
  EXPECT_EQ(reg::standing<reg::TextSent>(notes()).size(), 1U) << "pressed twice, ticked once";
  const auto page = get("/attendance/case?pupil=1").body;
  EXPECT_THAT(page, HasSubstr("Send the family the e-mail"));
  EXPECT_THAT(page, Not(HasSubstr("in CPOMS.")));
  EXPECT_EQ(get("/attendance/case/texts?pupil=1&meeting=7").status, 404);
}

TEST_F(Cases, the_address_that_families_write_to_is_set_once_and_has_no_stray_blank_P18) {
  ASSERT_EQ(post("/attendance/case/step", form(meeting_)).status, 303);
  const auto set = [&](const std::string& address) {
    return post("/attendance/case/reply-to",
                form({{"pupil", "1"}, {"meeting", "1"}, {"address", address}}));
  };
  for (const char* wrong :
       {"", "attendance @oak-lane.example", "oak-lane.example", "@", "office@"}) {
    const auto page = set(wrong);
    EXPECT_EQ(page.status, 422) << wrong;
    EXPECT_THAT(page.body, HasSubstr("There is a problem"));
  }
  EXPECT_EQ(set("attendance@oak-lane.example").status, 303);
  EXPECT_THAT(get("/attendance/case/texts?pupil=1&meeting=1").body,
              HasSubstr("You can write to attendance@oak-lane.example."));
  become(reg::Role::dsl);
  EXPECT_EQ(set("dsl@oak-lane.example").status, 404);
}

TEST_F(Cases, a_contract_is_signed_on_paper_and_reviewed_P31_P32) {
  expect_golden("case-contract.html", get("/attendance/case/step?pupil=1&do=contract").body);
  ASSERT_EQ(post("/attendance/case/step", form(contract_)).status, 303);
  EXPECT_THAT(get("/attendance/case?pupil=1").body, HasSubstr("Review the attendance contract"));
  const auto next = get("/attendance/case/step?pupil=1&do=contract&of=1").body;
  EXPECT_THAT(next, HasSubstr("Be at the door by 8:30."));
  ASSERT_EQ(post("/attendance/case/step", form(contract_, {{"of", "1"},
                                                           {"state", "failed"},
                                                           {"day", "2026-01-12"},
                                                           {"words", "Four more days."}}))
                .status,
            303);
  EXPECT_THAT(get("/attendance/case?pupil=1").body,
              HasSubstr("The contract was not kept: the headteacher decides what follows."));
}

TEST_F(Cases, a_penalty_notice_is_considered_by_the_head_in_four_answers_P25) {
  EXPECT_THAT(get("/attendance/case/step?pupil=1&do=decision").body,
              Not(HasSubstr("value=\"penalty\"")));
  refused(decision_, {}, "is for the headteacher, or whoever acts as headteacher.");
  become(reg::Role::head);
  const auto page = get("/attendance/case/step?pupil=1&do=decision").body;
  EXPECT_THAT(page, HasSubstr("Is the national threshold met?"));
  expect_golden("case-decision.html", page);
  refused(decision_, {{"considered4", ""}}, "Answer: Do our duties under the Equality Act");
  ASSERT_EQ(post("/attendance/case/step", form(decision_)).status, 303);
  ASSERT_EQ(reg::standing<reg::CaseDecision>(notes()).size(), 1U);
}

TEST_F(Cases, a_notice_is_written_down_as_the_authority_told_of_it_and_counts_for_that_parent) {
  expect_golden("case-notice.html", get("/attendance/case/step?pupil=1&do=notice").body);
  ASSERT_EQ(post("/attendance/case/step", form(notice_)).status, 303);
  auto page = get("/attendance/case?pupil=1").body;
  EXPECT_THAT(page, HasSubstr("a second would be 160 pounds within 28 days"));
  EXPECT_THAT(page, HasSubstr("a first would be 80 pounds within 21 days")) << "the other parent";
  ASSERT_EQ(
      post("/attendance/case/step", form(notice_, {{"of", "1"}, {"state", "withdrawn"}})).status,
      303);
  page = get("/attendance/case?pupil=1").body;
  EXPECT_THAT(page, Not(HasSubstr("a second would be")));
  ASSERT_EQ(post("/attendance/case/step",
                 form(notice_, {{"parent", "other"}, {"parent_name", "Ida Brandt"}}))
                .status,
            303);
  EXPECT_THAT(get("/attendance/case?pupil=1").body, HasSubstr("Ida Brandt"));
}

TEST_F(Cases, what_cannot_be_comes_back_in_one_sentence_and_changes_nothing) {
  refused(meeting_, {{"day", "2025-08-29"}},
          "Friday 29 August 2025 is before the child was on roll here");
  refused(meeting_, {{"day", "2026-01-13"}}, "is still to come");
  refused(meeting_, {{"review", "2026-01-09"}}, "has to be after the meeting");
  refused(meeting_, {{"place", ""}}, "Say where it is");
  refused(meeting_, {{"present", ""}}, "Say who was there.");
  refused(meeting_, {{"strategies", ""}}, "Say what was agreed.");
  refused(meeting_, {{"of", "77"}}, "no entry 77");
  refused(meeting_, {{"kind", "party"}}, "party");
  refused(meeting_, {{"at", "25:00"}}, "25:00");
  refused(notice_, {{"issued", "2026-01-13"}, {"told", "2026-01-13"}}, "is still to come");
  refused(notice_, {{"told", "2026-01-07"}}, "after we were told");
  refused(notice_, {{"parent", ""}}, "Say which parent the notice is for.");
  refused(notice_, {{"parent", "other"}}, "Name the parent.");
  refused(contract_, {{"signed", ""}}, "Say on which day both signed it on paper.");
  refused(contract_, {{"parents", ""}}, "Say what the parents will do.");
  refused(contact_, {{"words", ""}}, "Say what was said.");
  refused(contact_, {{"with", std::string(201, 'x')}}, "too long");
  refused(contact_, {{"words", "\xFF\xFE"}}, "no text");
  const auto kept = post("/attendance/case/step",
                         form(meeting_, {{"day", "2025-08-29"}, {"present", "<script>alert(1)"}}));
  EXPECT_THAT(kept.body, HasSubstr("&lt;script&gt;alert(1)"));
  EXPECT_THAT(kept.body, Not(HasSubstr("<script>alert")));
  expect_golden("case-refused.html", kept.body);
}

TEST_F(Cases, what_was_an_error_is_taken_back_with_a_reason_and_both_stay) {
  ASSERT_EQ(post("/attendance/case/step", form(contact_)).status, 303);
  const auto asked = get("/attendance/case/undo?pupil=1&entry=1");
  EXPECT_EQ(asked.status, 200);
  expect_golden("case-undo.html", asked.body);
  EXPECT_EQ(post("/attendance/case/undo", "pupil=1&entry=1&reason=").status, 422);
  EXPECT_EQ(post("/attendance/case/undo", "pupil=1&entry=1&reason=wrong+child").status, 303);
  ASSERT_EQ(notes().size(), 1U);
  EXPECT_TRUE(notes().front().back);
  EXPECT_THAT(get("/attendance/case?pupil=1").body,
              HasSubstr("Taken back by Łucja Wójcik, Senior attendance champion"));
  EXPECT_EQ(post("/attendance/case/undo", "pupil=1&entry=1&reason=again").status, 303);
  EXPECT_THAT(get("/attendance/case?pupil=1").body, HasSubstr("taken back already"));
  EXPECT_EQ(get("/attendance/case/undo?pupil=1&entry=1").status, 404);
  EXPECT_EQ(get("/attendance/case/undo?pupil=2&entry=1").status, 404) << "another child's";
}

TEST_F(Cases, the_office_notes_talks_and_sees_when_a_meeting_is_but_not_what_was_said_there_P44) {
  put(one_of_each_case_note());
  become(reg::Role::office);
  const auto page = get("/attendance/case?pupil=1").body;
  EXPECT_THAT(page, HasSubstr("Contract meeting"));
  EXPECT_THAT(page, HasSubstr("Breakfast club offered"));
  EXPECT_THAT(page, HasSubstr("Contact with the local authority"));
  for (const char* hidden : {"Told them.", "Education welfare", "Take back",
                             "Walk with a neighbour", "Be at the door", "12 sessions in 10 weeks",
                             "letter of the authority", "/letters/sheet", "/attendance/pack"}) {
    EXPECT_THAT(page, Not(HasSubstr(hidden)));
  }
  expect_golden("case-office.html", page);
  EXPECT_EQ(post("/attendance/case/step", form(contact_)).status, 303);
  for (const char* doing : {"meeting", "contract", "decision", "notice"}) {
    EXPECT_EQ(get(std::string("/attendance/case/step?pupil=1&do=") + doing).status, 404);
  }
  EXPECT_EQ(post("/attendance/case/step", form(meeting_)).status, 404);
  EXPECT_EQ(get("/attendance/case/texts?pupil=1&meeting=4").status, 404);
  EXPECT_EQ(get("/attendance/case/undo?pupil=1&entry=4").status, 404);
  EXPECT_EQ(get("/attendance/case/undo?pupil=1&entry=1").status, 404) << "the champion's";
  EXPECT_EQ(post("/attendance/case/undo", "pupil=1&entry=1&reason=x").status, 404);
  const auto own = std::to_string(notes().back().entry);
  EXPECT_EQ(post("/attendance/case/undo", "pupil=1&entry=" + own + "&reason=wrong+child").status,
            303);
  EXPECT_TRUE(notes().back().back);
  EXPECT_EQ(get("/attendance/cases").status, 404);
  become(reg::Role::dsl);
  EXPECT_EQ(get("/attendance/case/step?pupil=1&do=notice").status, 404);
}

TEST_F(Cases, every_look_at_a_case_is_taken_down_with_who_and_whose) {
  put(one_of_each_case_note());
  const std::vector<std::pair<std::string, std::string>> pages{
      {"/attendance/case?pupil=1", "the case"},
      {"/attendance/case/step?pupil=1&do=meeting", "form: meeting"},
      {"/attendance/case/texts?pupil=1&meeting=4", "texts to copy"},
      {"/attendance/case/undo?pupil=1&entry=1", "taking back"}};
  for (const auto& [address, part] : pages) {
    const auto before = reads().size();
    EXPECT_EQ(get(address).status, 200) << address;
    const auto now = reads();
    ASSERT_EQ(now.size(), before + 1) << address;
    EXPECT_EQ(now.front().pupil, PupilId(1));
    EXPECT_EQ(now.front().words, part);
    EXPECT_EQ(now.front().by.name(), "Łucja Wójcik");
  }
  EXPECT_EQ(post("/attendance/case/step", form(meeting_, {{"place", ""}})).status, 422);
  EXPECT_EQ(reads().size(), 5U) << "a form that comes back shows the case as well";
  EXPECT_EQ(get("/attendance/cases").status, 200);
  EXPECT_EQ(reads().size(), 6U);
  EXPECT_FALSE(reads().front().pupil) << "of several";
}

TEST_F(Cases, the_list_says_what_is_due_next_and_ended_cases_stand_below) {
  EXPECT_THAT(get("/attendance/cases").body, HasSubstr("No case is open."));
  put({one_of_each_case_note(1)[3], one_of_each_case_note(1)[5]});
  put({one_of_each_case_note(2)[0]});
  put({one_of_each_case_note(3)[0], one_of_each_case_note(3)[8]});
  const auto page = get("/attendance/cases").body;
  EXPECT_THAT(page, HasSubstr("Attendance contract, Friday 9 January 2026"));
  EXPECT_THAT(page, HasSubstr("Send the family the e-mail"));
  EXPECT_LT(page.find("Amira Khan"), page.find("Ben Ross")) << "what is due first";
  EXPECT_LT(page.find("id=\"ended\""), page.find("Cara Lewis"));
  expect_golden("cases.html", page);
}

TEST_F(Cases, whom_a_social_worker_has_to_be_told_of_stands_on_the_case_until_it_is_ticked_P55) {
  auto pupils = three_pupils();
  pupils[0].social_worker = true;
  ASSERT_TRUE(writer_->ask([&](store::Register& held) { return held.put_pupils(pupils); }));
  absent(1, "2026-01-09", 1, "N");
  become(reg::Role::office);
  auto page = get("/attendance/case?pupil=1").body;
  EXPECT_THAT(page, HasSubstr("social worker"));
  EXPECT_EQ(
      post("/attendance/case/told", "pupil=1&task=tell-1-unexplained_absence-2026-01-09").status,
      303);
  page = get("/attendance/case?pupil=1").body;
  EXPECT_THAT(page, HasSubstr("Ticked for Amira Khan: the worker was told."));
  EXPECT_THAT(page, HasSubstr("Nothing is due today."));
  EXPECT_EQ(post("/attendance/case/told", "pupil=1&task=x").status, 303);
  EXPECT_THAT(get("/attendance/case?pupil=1").body, HasSubstr("ticked already"));
}

}  // namespace
}  // namespace handbell::office
