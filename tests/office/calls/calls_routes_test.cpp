// The page Calls: classes first, then children; each attempt in one touch, a reason in three.
#include "app/base/text.h"

#include "golden.h"
#include "office_fixture.h"
#include <gmock/gmock.h>

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

class Calls : public OfficeTest {
 protected:
  void SetUp() override {
    OfficeTest::SetUp();
    auto rows = three_pupils();
    rows.push_back(pupil_named("Dina", "Khan", 4));
    rows[0].family = rows[3].family = "KHAN";
    rows[0].language = "ur";
    rows[1].social_worker = true;
    rows[3].class_name = "Foxes";
    ask([&](store::Register& held) { return held.put_pupils(rows); });
    ask([&](store::Register& held) {
      return held.put_contacts({contact(1, 1, "Nadia Khan", "07700 900101"),
                                contact(1, 2, "Sara <b>Khan</b>", "+44 7700 900102"),
                                contact(4, 1, "Omar Khan", "07700 900104"),
                                contact(4, 2, "Nadia Khan", "07700 900101"),
                                contact(2, 1, "Tom Ross", "07700 900103")});
    });
  }
  template <class Work>
  void ask(Work&& work) {
    const auto done = writer_->ask(std::forward<Work>(work));
    ASSERT_TRUE(done) << sentence(done.error());
  }
  static reg::Contact contact(int pupil, int place, const char* name, const char* phone) {
    return {.pupil = PupilId(pupil),
            .order = place,
            .name = *NamePart::parse(name),
            .relationship = place == 1 ? "Mother" : "Aunt",
            .parental_responsibility = place == 1,
            .first_phone = *reg::PhoneNumber::parse(phone),
            .second_phone = std::nullopt,
            .may_collect = true,
            .court_order = pupil == 1 && place == 2 ? "Order of 2025" : ""};
  }
  void mark_on(int pupil, const char* day, Half half, const char* code) {
    const auto by = *reg::Author::from("J Okoro", "Class teacher");
    ask([&](store::Register& held) {
      return held.enter({{PupilId(pupil),
                          {on(day), half},
                          reg::code_of(code),
                          {},
                          {},
                          "register",
                          "Class register",
                          by}},
                        instant((std::string(day) + "T08:58:00").c_str()));
    });
  }
  /// The teacher sends the register: nobody of these is in class.
  void send_register(const char* name, const std::vector<int>& away, const char* at) {
    reg::ClassDraft draft{name, instant(at), {}, {}, 0, *reg::Author::from("J Okoro", "Teacher")};
    for (const int pupil : away) draft.not_seen.emplace_back(pupil);
    ask([&](store::Register& held) {
      return held.tell(*reg::ClassSeen::from(draft), instant(at));
    });
  }
  void owls_away() {
    for (const int pupil : {1, 2}) mark_on(pupil, "2026-01-12", Half::am, "N");
    send_register("Owls", {1, 2}, "2026-01-12T08:58:00");
  }
  void foxes_away() {
    mark_on(4, "2026-01-12", Half::am, "N");
    send_register("Foxes", {4}, "2026-01-12T08:58:00");
  }
  std::vector<reg::CallAttempt> calls() {
    const auto notes = *writer_->ask(
        [](store::Register& held) { return held.day_notes(on("2026-01-12"), on("2026-01-12")); });
    std::vector<reg::CallAttempt> all;
    for (const auto& noted : reg::standing<reg::CallAttempt>(notes)) all.push_back(noted.what);
    return all;
  }
  std::vector<reg::NoticeGiven> notices(const char* day) {
    return reg::standing(
        *writer_->ask([&](store::Register& held) { return held.notices(on(day)); }));
  }
  std::vector<reg::Mark> history(int pupil, Half half = Half::am) {
    return *writer_->ask([&](store::Register& held) {
      return held.history(PupilId(pupil), {on("2026-01-12"), half});
    });
  }
  static std::string absence(const std::string& pupil, const std::string& fields) {
    std::string form = "pupil=" + pupil;
    for (const auto& field : split(fields, '&')) {
      const auto equals = field.find('=');
      form += "&" + field.substr(0, equals) + "-" + pupil + field.substr(equals);
    }
    return form;
  }
};

TEST_F(Calls, says_before_nine_when_the_list_begins_and_which_registers_are_missing_D45) {
  clock_.set("2026-01-12T08:55:00");
  owls_away();
  const auto page = get("/calls").body;
  EXPECT_THAT(page, HasSubstr("The list begins at 09:00. So far it would name 2 children"));
  EXPECT_THAT(page, HasSubstr("Ring Ducklings"));
  EXPECT_THAT(page, Not(HasSubstr("id=\"child-1\"")));
  expect_golden("calls-before.html", page);
}

TEST_F(Calls, rings_classes_first_and_children_with_all_that_is_known_D23_D45) {
  clock_.set("2026-01-12T09:05:00");
  owls_away();
  foxes_away();
  const auto page = get("/calls").body;
  EXPECT_LT(page.find("Ring Ducklings"), page.find("id=\"child-2\""));
  EXPECT_LT(page.find("id=\"child-2\""), page.find("id=\"child-1\"")) << "social worker first";
  EXPECT_THAT(page, HasSubstr("tell the social worker today."));
  EXPECT_THAT(page, HasSubstr("href=\"tel:+447700900102\""));
  EXPECT_THAT(page, HasSubstr("The family speaks Urdu."));
  EXPECT_THAT(page, HasSubstr("Also away: Dina Khan (Foxes)."));
  EXPECT_THAT(page, HasSubstr("Court order"));
  EXPECT_THAT(page, HasSubstr("Sara &lt;b&gt;Khan&lt;/b&gt;"));
  EXPECT_THAT(page, HasSubstr("data-live-from=\"/live\""));
  expect_golden("calls.html", page);
}

TEST_F(Calls, a_class_that_answers_counts_as_sent_and_N_is_offered_never_written_D23) {
  clock_.set("2026-01-12T09:04:00");
  EXPECT_THAT(get("/calls").body, Not(HasSubstr("id=\"child-1\"")));
  EXPECT_EQ(post("/calls/class", "class=Owls&result=no_answer").status, 303);
  EXPECT_THAT(get("/calls").body, HasSubstr("09:04 no answer"));
  const auto done = post("/calls/class", "class=Owls&result=class_answered");
  EXPECT_EQ(done.status, 303);
  EXPECT_TRUE(marks().empty());
  const auto page = get("/calls").body;
  EXPECT_THAT(page, Not(HasSubstr("Ring Owls")));
  EXPECT_THAT(page, HasSubstr("Owls answered at 09:04. Without a mark"));
  expect_golden("calls-class-answered.html", get("/calls").body);
  EXPECT_EQ(post("/calls/missing", "class=Owls&key=missing-1&missing-1=1&missing-1=3").status, 303);
  const auto now = marks();
  ASSERT_EQ(now.size(), 1U) << "Cara is of another class";
  EXPECT_EQ(now.front().what.pupil, PupilId(1));
  EXPECT_EQ(now.front().what.code, reg::code_of("N"));
  EXPECT_EQ(now.front().what.reason, "no arrival and no reason known at 09:04");
  EXPECT_THAT(get("/calls").body, HasSubstr("id=\"child-1\"")) << "still to be rung about";
}

TEST_F(Calls, N_is_refused_where_nobody_is_ticked_or_the_child_came_meanwhile) {
  clock_.set("2026-01-12T09:04:00");
  EXPECT_EQ(post("/calls/missing", "class=Owls&key=missing-1&missing-1=1").status, 422)
      << "the class has not answered";
  EXPECT_EQ(post("/calls/class", "class=Owls&result=class_answered").status, 303);
  EXPECT_EQ(post("/calls/missing", "class=Owls&key=missing-1").status, 422);
  tap(1, "2026-01-12T09:03:00", "U");
  const auto refused = post("/calls/missing", "class=Owls&key=missing-1&missing-1=1");
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("Something has changed meanwhile"));
  EXPECT_TRUE(marks().empty());
  EXPECT_EQ(post("/calls/class", "class=Nobodies&result=class_answered").status, 422);
  EXPECT_EQ(post("/calls/class", "class=Ducklings&result=coming").status, 422);
}

TEST_F(Calls, an_arrival_moves_the_line_and_comes_back_in_red_after_ten_minutes_D10) {
  clock_.set("2026-01-12T09:05:00");
  for (const int pupil : {1, 2}) mark_on(pupil, "2026-01-12", Half::am, "N");
  EXPECT_THAT(get("/calls").body, HasSubstr("id=\"child-1\""));
  tap(1, "2026-01-12T09:04:30", "U");
  auto page = get("/calls").body;
  EXPECT_THAT(page, Not(HasSubstr("id=\"child-1\"")));
  EXPECT_THAT(page, HasSubstr("At the door, on the way to class"));
  clock_.set("2026-01-12T09:14:30");
  page = get("/calls").body;
  EXPECT_THAT(page, HasSubstr("seen by nobody: look for the child"));
  expect_golden("calls-unseen.html", page);
  EXPECT_EQ(post("/calls/seen", "pupil=1").status, 303);
  EXPECT_THAT(get("/calls").body, Not(HasSubstr("look for the child")));
  EXPECT_EQ(history(1).back().what.code, reg::code_of("N")) << "the mark waits for a person";
}

TEST_F(Calls, an_attempt_takes_one_touch_and_keeps_time_author_and_adult) {
  clock_.set("2026-01-12T09:05:00");
  owls_away();
  EXPECT_EQ(post("/calls/attempt", "pupil=2&rang=1.no_answer").status, 303);
  EXPECT_EQ(post("/calls/attempt", "pupil=1&rang=1.message_left").status, 303);
  EXPECT_EQ(post("/calls/attempt", "pupil=1&rang=2.coming&came-1=09%3A30&words-1=bus").status, 303);
  EXPECT_EQ(post("/calls/attempt", "pupil=1&rang=1.spoke").status, 303);
  const auto made = calls();
  ASSERT_EQ(made.size(), 4U);
  EXPECT_EQ(made[0].rung, "Tom Ross");
  EXPECT_EQ(made[0].by.text(), "R Patel, Office");
  EXPECT_EQ(made[0].at, instant("2026-01-12T09:05:00"));
  EXPECT_EQ(made[2].expected, instant("2026-01-12T09:30:00"));
  EXPECT_EQ(made[2].words, "bus");
  EXPECT_EQ(made[3].words, "on the telephone");
  const auto page = get("/calls").body;
  EXPECT_THAT(page, HasSubstr("Every contact was rung and nobody answered: tell the headteacher"))
      << "Tom Ross is the only one of Ben's";
  expect_golden("calls-tried.html", get("/calls").body);
}

TEST_F(Calls, who_was_to_come_and_did_not_is_rung_again) {
  clock_.set("2026-01-12T09:05:00");
  owls_away();
  EXPECT_EQ(post("/calls/attempt", "pupil=2&rang=1.coming&came-2=09%3A30").status, 303);
  EXPECT_THAT(get("/calls").body, HasSubstr("Will be here by 09:30."));
  clock_.set("2026-01-12T09:31:00");
  EXPECT_THAT(get("/calls").body, HasSubstr("Was to be here by 09:30: ring again."));
}

TEST_F(Calls, one_call_to_the_same_adult_counts_for_siblings_who_are_away) {
  clock_.set("2026-01-12T09:05:00");
  owls_away();
  foxes_away();
  EXPECT_EQ(post("/calls/attempt", "pupil=1&rang=1.no_answer").status, 303);
  const auto made = calls();
  ASSERT_EQ(made.size(), 2U);
  EXPECT_EQ(made[1].pupil, PupilId(4));
  EXPECT_EQ(made[1].contact, 2) << "her place in Dina's list";
  EXPECT_EQ(post("/calls/attempt", "pupil=1&rang=2.no_answer").status, 303);
  EXPECT_EQ(calls().size(), 3U) << "the aunt is not on Dina's list";
}

TEST_F(Calls, children_who_are_kept_apart_by_order_are_nobodys_siblings_here) {
  auto row = pupil_named("Dina", "Khan", 4);
  row.family = "KHAN";
  row.class_name = "Foxes";
  row.hide_siblings = true;
  ask([&](store::Register& held) { return held.put_pupils({row}); });
  clock_.set("2026-01-12T09:05:00");
  owls_away();
  foxes_away();
  EXPECT_THAT(get("/calls").body, Not(HasSubstr("Also away")));
  EXPECT_EQ(post("/calls/attempt", "pupil=1&rang=1.no_answer").status, 303);
  EXPECT_EQ(calls().size(), 1U);
}

TEST_F(Calls, an_attempt_that_cannot_be_comes_back_with_what_was_typed) {
  clock_.set("2026-01-12T09:05:00");
  owls_away();
  for (const auto& [typed, words] : std::vector<std::pair<std::string, std::string>>{
           {"", "Press what came of the call"},
           {"rang=", "Press what came of the call"},
           {"rang=1.class_answered", "Press what came of the call"},
           {"rang=1.nothing", "Press what came of the call"},
           {"rang=99.no_answer", "Press what came of the call"},
           {"rang=7.no_answer", "has changed meanwhile"},
           {"rang=1.coming", "Type when the child will be here"},
           {"rang=1.coming&came-1=25%3A00", "Type when the child will be here"},
           {"rang=1.coming&came-1=08%3A00", "It is 09:05 already"},
           {"rang=1.spoke&words-1=" + std::string(1001, 'x'), "1000"},
           {"rang=1.spoke&words-1=%FF", "no text"}}) {
    const auto refused = post("/calls/attempt", "pupil=1&" + typed);
    EXPECT_EQ(refused.status, 422) << typed.substr(0, 60);
    EXPECT_THAT(refused.body, HasSubstr(words)) << typed.substr(0, 60);
  }
  const auto kept =
      post("/calls/attempt",
           "pupil=1&rang=1.coming&came-1=9&words-1=%3Cscript%3Ealert(1)%3C/script%3E%01");
  EXPECT_THAT(kept.body, HasSubstr("value=\"&lt;script&gt;alert(1)&lt;/script&gt;"));
  EXPECT_THAT(kept.body, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(kept.body, HasSubstr("href=\"#came-1\""));
  EXPECT_TRUE(calls().empty());
  EXPECT_EQ(post("/calls/attempt", "pupil=99&rang=1.no_answer").status, 404);
  EXPECT_EQ(post("/calls/attempt", "pupil=x&rang=1.no_answer").status, 404);
}

TEST_F(Calls, a_call_that_was_typed_in_error_is_taken_back_and_stays_in_the_log) {
  clock_.set("2026-01-12T09:05:00");
  owls_away();
  EXPECT_EQ(post("/calls/attempt", "pupil=2&rang=1.no_answer").status, 303);
  const auto notes = *writer_->ask(
      [](store::Register& held) { return held.day_notes(on("2026-01-12"), on("2026-01-12")); });
  const std::string entry = std::to_string(notes.front().entry);
  EXPECT_EQ(post("/calls/undo", "entry=" + entry).status, 303);
  EXPECT_TRUE(calls().empty());
  EXPECT_THAT(get("/calls").body, HasSubstr("The call at 09:05 was taken back."));
  EXPECT_THAT(get("/calls").body, HasSubstr("Taken back by R Patel, Office"));
  EXPECT_EQ(post("/calls/undo", "entry=" + entry).status, 303) << "twice says so";
  EXPECT_THAT(get("/calls").body, HasSubstr("taken back already"));
  EXPECT_EQ(post("/calls/class", "class=Ducklings&result=class_answered").status, 303);
  EXPECT_THAT(get("/calls").body, Not(HasSubstr("Ring Ducklings")));
}

TEST_F(Calls, a_reason_becomes_a_notice_for_each_session_and_the_mark_where_N_stands_D04) {
  clock_.set("2026-01-12T09:20:00");
  owls_away();
  const auto done = post(
      "/calls/absence",
      absence("1",
              "code=I&other=&who=1&said=has+a+cold&told-on=2026-01-12&told-at=07%3A30&until=next"));
  EXPECT_EQ(done.status, 303);
  const auto today = notices("2026-01-12");
  ASSERT_EQ(today.size(), 2U) << "morning and afternoon";
  EXPECT_EQ(today[0].what.told, instant("2026-01-12T07:30:00"));
  EXPECT_EQ(today[0].typed, instant("2026-01-12T09:20:00"));
  EXPECT_EQ(today[0].what.words, "Nadia Khan, Mother: has a cold");
  EXPECT_EQ(notices("2026-01-13").size(), 2U);
  EXPECT_TRUE(notices("2026-01-14").empty());
  EXPECT_EQ(history(1).back().what.code, reg::code_of("I"));
  EXPECT_EQ(history(1).back().what.by.text(), "R Patel, Office");
  EXPECT_TRUE(history(1, Half::pm).empty()) << "the afternoon's register is to come";
  auto page = get("/calls").body;
  EXPECT_THAT(page, HasSubstr("Entered for Amira Khan: Illness, until Tuesday 13 January 2026."));
  EXPECT_THAT(page, Not(HasSubstr("id=\"child-1\"")));
  expect_golden("calls-reason.html", get("/calls").body);
  const std::string entry = std::to_string(today[0].entry);
  EXPECT_EQ(post("/calls/absence/undo", "entry=" + entry).status, 303);
  EXPECT_TRUE(notices("2026-01-12").empty());
  EXPECT_TRUE(notices("2026-01-13").empty());
  EXPECT_EQ(history(1).back().what.code, reg::code_of("N")) << "as it stood before";
  EXPECT_EQ(history(1).size(), 3U) << "nothing was removed";
  EXPECT_THAT(get("/calls").body, HasSubstr("id=\"child-1\""));
  EXPECT_EQ(post("/calls/absence/undo", "entry=" + entry).status, 422);
}

TEST_F(Calls, before_the_register_comes_a_reason_writes_no_mark) {
  clock_.set("2026-01-12T08:20:00");
  EXPECT_EQ(post("/calls/absence", absence("1", "code=M&who=1&until=today")).status, 303);
  EXPECT_TRUE(history(1).empty());
  EXPECT_EQ(notices("2026-01-12").size(), 2U);
  EXPECT_EQ(notices("2026-01-12").front().what.words, "Nadia Khan, Mother");
}

TEST_F(Calls, the_same_reason_is_entered_for_a_sibling_who_was_ticked) {
  clock_.set("2026-01-12T09:20:00");
  owls_away();
  foxes_away();
  EXPECT_EQ(post("/calls/absence", absence("1", "code=I&who=1&until=today&also=4&also=2")).status,
            422);
  EXPECT_EQ(history(1).back().what.code, reg::code_of("N")) << "Ben is no sibling";
  EXPECT_EQ(post("/calls/absence", absence("1", "code=I&who=1&until=today&also=4")).status, 303);
  EXPECT_EQ(history(4).back().what.code, reg::code_of("I"));
  EXPECT_EQ(history(2).back().what.code, reg::code_of("N"));
}

TEST_F(Calls, a_reason_that_cannot_be_comes_back_with_what_was_typed) {
  clock_.set("2026-01-12T09:20:00");
  owls_away();
  for (const auto& [typed, words] : std::vector<std::pair<std::string, std::string>>{
           {"who=1&until=today", "Choose the reason."},
           {"code=other&other=&who=1&until=today", "Choose the reason."},
           {"code=Q9&who=1&until=today", "Choose a reason of an absence"},
           {"code=L&who=1&until=today", "Choose a reason of an absence"},
           {"code=N&who=1&until=today", "Choose a reason of an absence"},
           {"code=C&who=1&until=today", "C is not for the office to set"},
           {"code=E&who=1&until=today", "E is not for the office to set"},
           {"code=I&until=today", "Choose who told us."},
           {"code=I&who=9&until=today", "Choose who told us."},
           {"code=I&who=0&until=today", "Write who told us"},
           {"code=I&who=1&said=" + std::string(1001, 'x') + "&until=today", "1000"},
           {"code=I&who=1&told-on=2026-02-30&until=today", "2026-02-30"},
           {"code=I&who=1&told-on=2026-01-09&until=today", "Type the time when we were told"},
           {"code=I&who=1&told-at=09%3A40&until=today", "still to come"},
           {"code=I&who=1&told-at=7h&until=today", "Type the time when we were told"},
           {"code=I&who=1&until=", "Choose until when."},
           {"code=I&who=1&until=date", "Type the last day."},
           {"code=I&who=1&until=date&until-day=2026-02-30", "2026-02-30"},
           {"code=I&who=1&until=date&until-day=2026-01-11", "within four weeks"},
           {"code=I&who=1&until=date&until-day=2026-02-20", "within four weeks"}}) {
    const auto refused = post("/calls/absence", absence("1", typed));
    EXPECT_EQ(refused.status, 422) << typed.substr(0, 60);
    EXPECT_THAT(refused.body, HasSubstr(words)) << typed.substr(0, 60);
  }
  const auto kept = post("/calls/absence",
                         absence("1", "code=&who=2&said=%3Cscript%3Ex%3C/script%3E%07&until=date"));
  EXPECT_THAT(kept.body, HasSubstr("&lt;script&gt;x&lt;/script&gt;"));
  EXPECT_THAT(kept.body, HasSubstr("id=\"absence-1\" open"));
  expect_golden("calls-refused.html", kept.body);
  EXPECT_TRUE(notices("2026-01-12").empty());
  EXPECT_EQ(history(1).size(), 1U);
}

TEST_F(Calls, a_child_who_came_meanwhile_gets_no_reason_and_a_mark_that_stands_stays) {
  clock_.set("2026-01-12T09:20:00");
  owls_away();
  tap(1, "2026-01-12T09:19:00", "U");
  const auto refused = post("/calls/absence", absence("1", "code=I&who=1&until=today"));
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("Amira Khan has come meanwhile"));
  mark_on(2, "2026-01-12", Half::am, "M");
  EXPECT_EQ(post("/calls/absence", absence("2", "code=I&who=1&until=today")).status, 303);
  EXPECT_EQ(history(2).back().what.code, reg::code_of("M"));
}

TEST_F(Calls, days_of_an_absence_stand_in_words_and_stage_one_and_two_say_what_they_ask_D42) {
  for (const char* day : {"2026-01-08", "2026-01-09"}) {
    for (const Half half : {Half::am, Half::pm}) mark_on(1, day, half, "N");
  }
  clock_.set("2026-01-12T09:05:00");
  owls_away();
  const auto page = get("/calls").body;
  EXPECT_THAT(page, HasSubstr("Day three"));
  EXPECT_THAT(page, HasSubstr("Besides the office, the class teacher, year lead, DSL"));
}

TEST_F(Calls, who_was_ill_yesterday_is_asked_about_in_one_line) {
  for (const Half half : {Half::am, Half::pm}) mark_on(1, "2026-01-09", half, "I");
  clock_.set("2026-01-12T08:40:00");
  auto page = get("/calls").body;
  EXPECT_THAT(page, HasSubstr("Illness; today would be day two."));
  expect_golden("calls-still-away.html", page);
  EXPECT_EQ(post("/calls/absence",
                 "pupil=1&still=1&still-code-1=I&still-who-1=1&still-until-1=today&still-said-1="
                 "still+away")
                .status,
            303);
  ASSERT_EQ(notices("2026-01-12").size(), 2U);
  EXPECT_EQ(notices("2026-01-12")[0].what.words, "Nadia Khan, Mother: still away");
  EXPECT_THAT(get("/calls").body, Not(HasSubstr("today would be")));
}

TEST_F(Calls, a_reason_that_the_office_enters_does_not_make_a_forgotten_register_a_sent_one_D23) {
  clock_.set("2026-01-12T09:05:00");
  mark_on(1, "2026-01-12", Half::am, "I");
  const auto page = get("/calls").body;
  EXPECT_THAT(page, HasSubstr("Ring Owls"));
  EXPECT_THAT(page, Not(HasSubstr("id=\"child-2\"")));
}

TEST_F(Calls, whoever_was_spoken_to_is_offered_with_the_time_of_the_call_and_the_form_stands_open) {
  clock_.set("2026-01-12T09:05:00");
  owls_away();
  EXPECT_EQ(post("/calls/attempt", "pupil=1&rang=2.spoke&words-1=cold").status, 303);
  clock_.set("2026-01-12T09:07:00");
  const auto page = get("/calls").body;
  EXPECT_THAT(page, HasSubstr("id=\"absence-1\" open"));
  EXPECT_THAT(page, HasSubstr("name=\"told-at-1\" type=\"time\" value=\"09:05\""));
  EXPECT_THAT(page, HasSubstr("<option value=\"2\" selected>"));
}

TEST_F(Calls, in_the_afternoon_a_reason_is_entered_in_each_register_that_was_sent) {
  clock_.set("2026-01-12T13:30:00");
  owls_away();
  send_register("Owls", {1, 2}, "2026-01-12T13:20:00");
  EXPECT_EQ(post("/calls/absence", absence("1", "code=I&who=1&until=today")).status, 303);
  EXPECT_EQ(history(1).back().what.code, reg::code_of("I"));
  ASSERT_EQ(history(1, Half::pm).size(), 1U) << "that register was sent too";
  EXPECT_EQ(history(1, Half::pm).back().what.code, reg::code_of("I"));
}

TEST_F(Calls, a_day_without_school_rings_nobody) {
  clock_.set("2026-02-16T09:05:00");
  EXPECT_THAT(get("/calls").body, HasSubstr("There is no school today: nobody is rung."));
}

TEST_F(Calls, office_and_head_write_champion_and_DSL_read_and_others_find_nothing) {
  clock_.set("2026-01-12T09:05:00");
  owls_away();
  EXPECT_EQ(post("/calls/absence", absence("2", "code=I&who=1&until=today")).status, 303);
  const std::vector<std::string> posts{"attempt", "class",   "missing",     "seen",
                                       "undo",    "absence", "absence/undo"};
  for (const auto role : {reg::Role::champion, reg::Role::dsl}) {
    gate_.become("N Iqbal", "Somebody", {role});
    const auto page = get("/calls");
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, Not(HasSubstr("action=\"/calls")));
    for (const auto& each : posts) {
      EXPECT_EQ(post("/calls/" + each, "pupil=1&rang=1.no_answer").status, 404) << each;
    }
  }
  EXPECT_THAT(get("/calls").body, HasSubstr("Absent, known")) << "a DSL may not set I";
  EXPECT_THAT(get("/calls").body, Not(HasSubstr("Illness")));
  expect_golden("calls-dsl.html", get("/calls").body);
  for (const auto role : {reg::Role::teacher, reg::Role::governor, reg::Role::technician}) {
    gate_.become("N Iqbal", "Somebody", {role}, {"Owls"});
    EXPECT_EQ(get("/calls").status, 404);
    for (const auto& each : posts) EXPECT_EQ(post("/calls/" + each, "pupil=1").status, 404);
  }
  EXPECT_TRUE(calls().empty());
}

}  // namespace
}  // namespace handbell::office
