// Absence and leave: what families tell us, noted in three touches; requests for leave that wait
// for the headteacher; nothing that a role may not know.
#include "app/register/due_change.h"
#include "app/register/leave_cases.h"

#include "golden.h"
#include "office_fixture.h"
#include <gmock/gmock.h>

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;
using Fields = std::vector<std::pair<std::string, std::string>>;

class Absence : public OfficeTest {
 protected:
  void SetUp() override {
    OfficeTest::SetUp();
    auto pupils = three_pupils();
    pupils[0].family = "khan-ross";
    pupils[1].family = "khan-ross";
    pupils[2].date_of_birth = on("2022-01-20");
    put(pupils);
  }
  void put(const std::vector<reg::PupilRecord>& pupils) {
    ASSERT_TRUE(writer_->ask([&](store::Register& held) { return held.put_pupils(pupils); }));
  }
  static std::string form(const Fields& fields, const Fields& changed = {}) {
    std::string body;
    for (const auto& [name, value] : fields) {
      std::string used = value;
      for (const auto& [other, instead] : changed) used = other == name ? instead : used;
      body += (body.empty() ? "" : "&") + name + "=" + used;
    }
    for (const auto& [name, value] : changed) {
      const bool known =
          std::ranges::any_of(fields, [&](const auto& field) { return field.first == name; });
      if (!known) body += "&" + name + "=" + value;
    }
    return body;
  }
  const Fields ill_{
      {"pupil", "1"},         {"do", "absence"},         {"why", "I"},
      {"told", "07%3A30"},    {"told_on", "2026-01-12"}, {"who", "mother%2C+by+telephone"},
      {"from", "2026-01-12"}, {"from_half", "am"},       {"until", "2026-01-13"},
      {"until_half", "pm"}};
  const Fields dentist_{{"pupil", "1"},        {"do", "appointment"}, {"day", "2026-01-14"},
                        {"leaves", "11%3A15"}, {"back", ""},          {"grounds", "dentist"},
                        {"who", "mother"},     {"told", "08%3A50"},   {"told_on", "2026-01-12"}};
  const Fields wedding_{{"pupil", "1"},          {"do", "leave"},
                        {"kind", "exceptional"}, {"grounds", "wedding+of+an+aunt"},
                        {"from", "2026-01-19"},  {"from_half", "am"},
                        {"until", "2026-01-20"}, {"until_half", "pm"},
                        {"which", "all"},        {"who", "Nadia+Khan%2C+mother"},
                        {"told", "09%3A00"},     {"told_on", "2026-01-12"}};
  const Fields yes_{{"request", "1"}, {"answer", "granted"}, {"reason", "one+family+wedding"}};

  /// What the page says that entering G is about, as its form sends it.
  static std::string shown_of(const std::string& page) {
    static const std::string kField = "name=\"shown\" value=\"";
    const auto at = page.find(kField);
    EXPECT_NE(at, std::string::npos);
    if (at == std::string::npos) return "";
    const auto from = at + kField.size();
    std::string words = page.substr(from, page.find('"', from) - from);
    std::ranges::replace(words, ' ', '+');
    return "&shown=" + words;
  }
  std::vector<reg::NoticeGiven> notices(const char* day) {
    return standing(*writer_->ask([&](store::Register& held) { return held.notices(on(day)); }));
  }
  std::vector<reg::LeaveCase> cases() {
    return *writer_->ask([&](store::Register& held) {
      return reg::leave_cases(held, on("2025-09-01"), on("2027-08-31"));
    });
  }
  void become_head() { gate_.become("A Noor", "Headteacher", {reg::Role::head}); }
  void refused(const Fields& fields, const Fields& changed, const std::string& words) {
    const auto page = post("/absence/child", form(fields, changed));
    EXPECT_EQ(page.status, 422) << form({}, changed).substr(0, 80);
    EXPECT_THAT(page.body, HasSubstr("There is a problem"));
    EXPECT_THAT(page.body, HasSubstr(words));
  }
};

TEST_F(Absence, says_calmly_that_nobody_told_us_anything) {
  const auto page = get("/absence");
  EXPECT_EQ(page.status, 200);
  expect_golden("absence-empty.html", page.body);
}

TEST_F(Absence, a_child_is_found_by_a_part_of_the_name_which_stands_in_no_address) {
  const auto found = post("/absence", "name=amira");
  EXPECT_EQ(found.status, 200);
  EXPECT_THAT(found.body, HasSubstr("href=\"/absence/child?pupil=1\""));
  expect_golden("absence-found.html", found.body);
  EXPECT_THAT(post("/absence", "name=zzz").body, HasSubstr("Nobody on roll was found"));
  EXPECT_EQ(post("/absence", "name=").status, 422);
  EXPECT_EQ(post("/absence", "name=" + std::string(201, 'x')).status, 422);
  EXPECT_THAT(post("/absence", "name=%3Cscript%3Ealert(1)").body,
              HasSubstr("&lt;script&gt;alert(1)"));
}

TEST_F(Absence, an_absence_is_noted_for_each_session_with_when_we_were_told_D04) {
  expect_golden("absence-child.html", get("/absence/child?pupil=1").body);
  const auto done = post("/absence/child", form(ill_));
  EXPECT_EQ(done.status, 303);
  EXPECT_EQ(done.headers.at("Location"), "/absence");
  for (const char* day : {"2026-01-12", "2026-01-13"}) {
    const auto noted = notices(day);
    ASSERT_EQ(noted.size(), 2U) << day;
    EXPECT_EQ(noted.front().what.code, reg::code_of("I"));
    EXPECT_EQ(noted.front().what.told, instant("2026-01-12T07:30:00"));
    EXPECT_EQ(noted.front().what.by.text(), "R Patel, Office");
  }
  const auto page = get("/absence").body;
  EXPECT_THAT(page, HasSubstr("Noted for Amira Khan (Owls): Mon 12 Jan to Tue 13 Jan."));
  EXPECT_THAT(page, HasSubstr("mother, by telephone; told Mon 12 Jan 07:30"));
}

TEST_F(Absence, brothers_and_sisters_go_together_and_others_are_nobodys) {
  EXPECT_EQ(post("/absence/child", form(ill_, {{"too", "2"}})).status, 303);
  EXPECT_EQ(notices("2026-01-12").size(), 4U);
  EXPECT_EQ(post("/absence/child", form(ill_, {{"too", "3"}})).status, 422);
  EXPECT_EQ(notices("2026-01-12").size(), 4U) << "Cara is no sibling: nothing was noted";
  for (const auto& given : notices("2026-01-12")) EXPECT_NE(given.what.pupil, PupilId(3));
}

TEST_F(Absence, a_mark_that_stands_is_named_and_not_overwritten) {
  enter(1, "N", "not in class");
  EXPECT_EQ(post("/absence/child", form(ill_)).status, 303);
  EXPECT_THAT(get("/absence").body, HasSubstr("The register has N for the morning already"));
  EXPECT_EQ(marks().front().what.code, reg::code_of("N"));
}

TEST_F(Absence, an_absence_that_cannot_be_comes_back_with_what_was_typed) {
  refused(ill_, {{"why", ""}}, "Say why the child is away.");
  refused(ill_, {{"why", "C"}}, "C is not for the office to set");
  refused(ill_, {{"who", ""}}, "Say who told us");
  refused(ill_, {{"who", std::string(201, 'x')}}, "too long");
  refused(ill_, {{"who", "%FF%FE"}}, "no text");
  refused(ill_, {{"told", "09%3A11"}}, "still to come");
  refused(ill_, {{"told", "25%3A00"}}, "25:00");
  refused(ill_, {{"from", "2026-02-30"}}, "2026-02-30");
  refused(ill_, {{"from", ""}}, "Say which day.");
  refused(ill_, {{"from", "2026-01-09"}}, "That day is over");
  refused(ill_, {{"until", "2026-01-11"}}, "lies before the first");
  refused(ill_, {{"until", "2199-12-31"}}, "longer than a school year");
  refused(ill_, {{"from", "2026-02-16"}, {"until", "2026-02-20"}}, "not expected in school");
  refused(ill_, {{"from_half", "noon"}}, "noon");
  const auto kept = post(
      "/absence/child", form(ill_, {{"why", ""}, {"who", "%3Cscript%3Ealert(1)%3C/script%3E%01"}}));
  EXPECT_THAT(kept.body, HasSubstr("&lt;script&gt;alert(1)"));
  EXPECT_THAT(kept.body, Not(HasSubstr("<script>alert")));
  expect_golden("absence-refused.html", kept.body);
  EXPECT_TRUE(notices("2026-01-12").empty());
}

TEST_F(Absence, what_is_no_longer_so_is_taken_back_and_the_entry_stays) {
  EXPECT_EQ(post("/absence/child", form(ill_)).status, 303);
  const auto typed = std::to_string(clock_.at().ms) + "-I";
  EXPECT_EQ(post("/absence/undo", "pupil=1&typed=" + typed).status, 303);
  EXPECT_TRUE(notices("2026-01-12").empty());
  EXPECT_TRUE(notices("2026-01-13").empty());
  EXPECT_THAT(get("/absence").body, HasSubstr("Taken back for Amira Khan"));
  EXPECT_EQ(post("/absence/undo", "pupil=1&typed=" + typed).status, 303);
  EXPECT_THAT(get("/absence").body, HasSubstr("taken back already"));
  EXPECT_EQ(post("/absence/undo", "pupil=x&typed=").status, 303);
}

TEST_F(Absence, an_appointment_stands_with_its_times_and_is_told_to_the_door_D05_D18) {
  expect_golden("absence-appointment.html", get("/absence/child?pupil=1&do=appointment").body);
  EXPECT_EQ(post("/absence/child", form(dentist_)).status, 303);
  const auto noted = notices("2026-01-14");
  ASSERT_EQ(noted.size(), 1U) << "present in the morning, away when the afternoon is taken";
  EXPECT_EQ(noted.front().what.session.half, Half::pm);
  EXPECT_EQ(noted.front().what.code, reg::code_of("M"));
  const auto page = get("/absence").body;
  EXPECT_THAT(page, HasSubstr("11:15"));
  expect_golden("absence-noted.html", get("/absence").body);
  EXPECT_EQ(post("/absence/withdraw", "request=1").status, 303);
  EXPECT_TRUE(notices("2026-01-14").empty());
  EXPECT_TRUE(cases().empty());
  EXPECT_EQ(post("/absence/withdraw", "request=1").status, 303) << "once more does nothing";
}

TEST_F(Absence, an_appointment_that_cannot_be_comes_back) {
  refused(dentist_, {{"day", "2026-01-11"}}, "That day is over");
  refused(dentist_, {{"day", "2026-01-17"}}, "not expected in school that day");
  refused(dentist_, {{"back", "10%3A00"}}, "back before it leaves");
  refused(dentist_, {{"grounds", ""}}, "Say what it is");
  refused(dentist_, {{"leaves", "soon"}}, "soon");
  EXPECT_TRUE(cases().empty());
}

TEST_F(Absence, a_request_for_leave_waits_for_the_headteacher_who_sees_what_is_at_stake) {
  enter(1, "/", "register");
  expect_golden("absence-leave-form.html", get("/absence/child?pupil=1&do=leave").body);
  EXPECT_EQ(post("/absence/child", form(wedding_, {{"too", "2"}})).status, 303);
  ASSERT_EQ(cases().size(), 1U);
  const auto entry = std::to_string(cases().front().request.entry);
  const auto office = get("/absence/leave?request=" + entry).body;
  EXPECT_THAT(office, HasSubstr("waiting for the headteacher"));
  EXPECT_THAT(office, Not(HasSubstr("value=\"granted\"")));
  EXPECT_EQ(post("/absence/leave", form(yes_, {{"request", entry}})).status, 404);
  become_head();
  const auto page = get("/absence/leave?request=" + entry).body;
  EXPECT_THAT(page, HasSubstr("asked 7 days before, in time"));
  EXPECT_THAT(page, HasSubstr("4 sessions"));
  EXPECT_THAT(page, HasSubstr("1 of 1 sessions attended, 100.0 %"));
  expect_golden("absence-leave.html", page);
}

TEST_F(Absence, granted_leave_is_noted_for_each_session_and_can_be_taken_back) {
  EXPECT_EQ(post("/absence/child", form(wedding_)).status, 303);
  become_head();
  EXPECT_EQ(post("/absence/leave", form(yes_)).status, 303);
  EXPECT_EQ(notices("2026-01-19").size(), 2U);
  EXPECT_EQ(notices("2026-01-20").front().what.code, reg::code_of("C"));
  EXPECT_THAT(get("/absence").body,
              HasSubstr("Granted: Amira Khan (Owls), 4 sessions noted as C."));
  expect_golden("absence-decided.html", get("/absence").body);
  const auto again = post("/absence/leave", form(yes_));
  EXPECT_EQ(again.status, 422);
  EXPECT_THAT(again.body, HasSubstr("A Noor, Headteacher has decided meanwhile"));
  const auto decision = std::to_string(cases().front().decision->entry);
  EXPECT_EQ(post("/absence/leave/undo", "request=1&decision=" + decision).status, 303);
  EXPECT_TRUE(notices("2026-01-19").empty());
  EXPECT_FALSE(cases().front().decision);
  EXPECT_EQ(post("/absence/withdraw", "request=1").status, 303);
  EXPECT_TRUE(cases().empty());
}

TEST_F(Absence, a_part_is_granted_and_the_rest_is_G_where_a_person_enters_it) {
  EXPECT_EQ(post("/absence/child", form(wedding_)).status, 303);
  become_head();
  EXPECT_EQ(post("/absence/leave", form(yes_, {{"answer", "partly"},
                                               {"from", "2026-01-19"},
                                               {"from_half", "am"},
                                               {"until", "2026-01-19"},
                                               {"until_half", "pm"}}))
                .status,
            303);
  EXPECT_EQ(notices("2026-01-19").size(), 2U);
  EXPECT_TRUE(notices("2026-01-20").empty());
  EXPECT_EQ(reg::code_decided(cases(), PupilId(1), {on("2026-01-20"), Half::am}),
            reg::code_of("G"));
}

TEST_F(Absence, who_was_away_though_leave_was_refused_is_named_and_a_person_enters_G) {
  EXPECT_EQ(post("/absence/child", form(wedding_)).status, 303);
  become_head();
  const Fields no{{"request", "1"}, {"answer", "refused"}, {"reason", "in term time"}};
  EXPECT_EQ(post("/absence/leave", form(no)).status, 303);
  EXPECT_THAT(get("/absence").body, Not(HasSubstr("Away though leave was refused")))
      << "the days are to come";
  clock_.set("2026-01-20T13:30:00");
  const auto mark = [this](const char* day, Half half, const char* code) {
    ASSERT_TRUE(writer_->ask([&](store::Register& held) {
      return held.enter({{PupilId(1),
                          {on(day), half},
                          reg::code_of(code),
                          {},
                          {},
                          "register",
                          "Class register",
                          *reg::Author::parse("J Okoro, Class teacher")}},
                        clock_.at());
    }));
  };
  mark("2026-01-19", Half::am, "N");
  mark("2026-01-19", Half::pm, "O");
  mark("2026-01-20", Half::am, "I");
  const auto page = get("/absence").body;
  expect_golden("absence-away-refused.html", page);
  EXPECT_THAT(page, HasSubstr("Mon 19 Jan, morning; Mon 19 Jan, afternoon"));
  EXPECT_THAT(page, HasSubstr("refused: A Noor, Headteacher, Mon 12 Jan 09:10: in term time"));
  const auto history = [this](const char* day, Half half) {
    return *writer_->ask([&](store::Register& held) {
      return held.history(PupilId(1), {on(day), half});
    });
  };
  EXPECT_EQ(history("2026-01-19", Half::am).size(), 1U) << "never by itself";
  gate_.become("R Patel", "Office", {reg::Role::office});
  EXPECT_THAT(get("/absence").body, HasSubstr("The headteacher or the champion enters it."));
  EXPECT_EQ(post("/absence/refused", "request=1&pupil=1&reason=x").status, 404);
  gate_.become("C Bell", "Senior attendance champion", {reg::Role::champion});
  const std::string shown = shown_of(get("/absence").body);
  const auto silent = post("/absence/refused", "request=1&pupil=1&reason=" + shown);
  EXPECT_EQ(silent.status, 422);
  EXPECT_THAT(silent.body, HasSubstr("Say why G is entered."));
  const auto stale = post("/absence/refused", "request=1&pupil=1&reason=away&shown=");
  EXPECT_EQ(stale.status, 422) << "not what the page showed";
  EXPECT_THAT(stale.body, HasSubstr("nothing was entered. Look again."));
  EXPECT_EQ(
      post("/absence/refused", "request=1&pupil=1&reason=away+for+the+wedding" + shown).status,
      303);
  EXPECT_THAT(get("/absence").body, Not(HasSubstr("Away though leave was refused")));
  for (const Half half : {Half::am, Half::pm}) {
    const auto marks = history("2026-01-19", half);
    ASSERT_EQ(marks.size(), 2U);
    EXPECT_EQ(marks.back().what.code, reg::code_of("G"));
    EXPECT_EQ(marks.back().what.reason, "away for the wedding");
    EXPECT_NE(marks.back().replaces, 0U) << "and what was stays";
  }
  EXPECT_EQ(history("2026-01-20", Half::am).size(), 1U) << "ill is not touched";
  const auto again = post("/absence/refused", "request=1&pupil=1&reason=again" + shown);
  EXPECT_EQ(again.status, 422);
  EXPECT_THAT(again.body, HasSubstr("nothing was entered. Look again."));
}

TEST_F(Absence, no_G_is_offered_for_a_session_in_which_a_door_or_an_adult_saw_the_child) {
  EXPECT_EQ(post("/absence/child", form(wedding_)).status, 303);
  become_head();
  EXPECT_EQ(post("/absence/leave",
                 form({{"request", "1"}, {"answer", "refused"}, {"reason", "in term time"}}))
                .status,
            303);
  clock_.set("2026-01-20T13:30:00");
  for (const Half half : {Half::am, Half::pm}) {
    ASSERT_TRUE(writer_->ask([&](store::Register& held) {
      return held.enter({{PupilId(1),
                          {on("2026-01-19"), half},
                          reg::code_of("N"),
                          {},
                          {},
                          "register",
                          "Class register",
                          *reg::Author::parse("J Okoro, Class teacher")}},
                        clock_.at());
    }));
  }
  const auto before = shown_of(get("/absence").body);
  tap(1, "2026-01-19T09:40:00", "U");
  EXPECT_THAT(get("/absence").body, Not(HasSubstr("Mon 19 Jan, morning")));
  EXPECT_THAT(get("/absence").body, HasSubstr("Mon 19 Jan, afternoon"));
  const auto stale = post("/absence/refused", "request=1&pupil=1&reason=was+away" + before);
  EXPECT_EQ(stale.status, 422) << "the door saw the child after the page was shown";
  EXPECT_THAT(stale.body, HasSubstr("value=\"was away\""));
  ASSERT_TRUE(writer_->ask([&](store::Register& held) {
    return held.tell(reg::SingleEntry{PupilId(1),
                                      reg::Direction::in,
                                      instant("2026-01-19T13:40:00"),
                                      {},
                                      {},
                                      "",
                                      *reg::Author::parse("R Patel, Office")},
                     clock_.at());
  }));
  EXPECT_THAT(get("/absence").body, Not(HasSubstr("Away though leave was refused")));
}

TEST_F(Absence, a_decision_that_cannot_be_comes_back_with_what_was_typed) {
  EXPECT_EQ(post("/absence/child", form(wedding_)).status, 303);
  become_head();
  for (const auto& [changed, words] :
       std::vector<std::pair<Fields, std::string>>{{{{"answer", ""}}, "Choose what is decided."},
                                                   {{{"reason", ""}}, "Say why"},
                                                   {{{"reason", std::string(1001, 'x')}}, "1000"},
                                                   {{{"answer", "partly"}}, "from when to when"},
                                                   {{{"answer", "partly"},
                                                     {"from", "2026-01-19"},
                                                     {"from_half", "am"},
                                                     {"until", "2026-01-21"},
                                                     {"until_half", "am"}},
                                                    "not a part of what was asked for"}}) {
    const auto page = post("/absence/leave", form(yes_, changed));
    EXPECT_EQ(page.status, 422) << words;
    EXPECT_THAT(page.body, HasSubstr(words));
  }
  const auto kept =
      post("/absence/leave", form(yes_, {{"answer", ""}, {"reason", "%3Cb%3Eno%3C/b%3E"}}));
  EXPECT_THAT(kept.body, HasSubstr("&lt;b&gt;no&lt;/b&gt;</textarea>"));
  expect_golden("absence-decide-refused.html", kept.body);
  EXPECT_EQ(post("/absence/leave", form(yes_, {{"request", "99"}})).status, 404);
  EXPECT_FALSE(cases().front().decision);
}

TEST_F(Absence, a_request_that_cannot_be_comes_back) {
  refused(wedding_, {{"kind", ""}}, "Say what the leave is for.");
  refused(wedding_, {{"kind", "appointment"}}, "Say what the leave is for.");
  refused(wedding_, {{"grounds", ""}}, "Say why");
  refused(wedding_, {{"grounds", std::string(1001, 'x')}}, "too long");
  refused(wedding_, {{"kind", "religious"}}, "one day at most");
  refused(wedding_, {{"from", "2026-01-24"}, {"until", "2026-01-25"}}, "has no session");
  refused(wedding_, {{"from", "2026-01-21"}}, "2026-01-21");
  EXPECT_TRUE(cases().empty());
}

TEST_F(Absence, what_tells_of_religion_or_origin_is_shown_to_those_alone_who_may_set_it) {
  const auto travels = form(wedding_, {{"kind", "traveller"}, {"grounds", "the+fair+season"}});
  EXPECT_EQ(post("/absence/child", travels).status, 303);
  for (const auto& [role, sees] : std::vector<std::pair<reg::Role, bool>>{
           {reg::Role::office, false}, {reg::Role::champion, false}, {reg::Role::head, true}}) {
    gate_.become("A Noor", "Staff", {role});
    for (const char* place : {"/absence", "/absence/leave?request=1"}) {
      const auto page = get(place).body;
      EXPECT_EQ(page.find("the fair season") != std::string::npos, sees) << place;
      EXPECT_EQ(page.find("travelling") != std::string::npos, sees) << place;
      EXPECT_EQ(page.find("the policy asks for") != std::string::npos, false) << place;
    }
  }
  become_head();
  EXPECT_EQ(post("/absence/leave", form(yes_)).status, 303);
  gate_.become("R Patel", "Office", {reg::Role::office});
  clock_.set("2026-01-19T08:00:00");
  EXPECT_THAT(get("/absence").body, HasSubstr("absent, known"));
  EXPECT_THAT(get("/absence").body, Not(HasSubstr("Parent travelling")));
  gate_.become("D Shah", "DSL", {reg::Role::dsl});
  EXPECT_THAT(get("/absence").body, Not(HasSubstr("one family wedding")));
}

TEST_F(Absence, a_timetable_below_school_age_holds_and_on_that_day_X_is_refused_D20_D36) {
  const std::string mornings = "&expected=0&expected=2&expected=4&expected=6&expected=8";
  const auto bare =
      post("/absence/child", "pupil=3&do=timetable&from=2026-01-12&until=" + mornings);
  EXPECT_EQ(bare.status, 422);
  EXPECT_THAT(bare.body, HasSubstr("Say why, and who agreed to it."));
  EXPECT_EQ(post("/absence/child",
                 "pupil=3&do=timetable&from=2026-01-12&until=&reason=settling+in" + mornings)
                .status,
            303);
  EXPECT_THAT(get("/absence").body, HasSubstr("Mon am, Tue am, Wed am, Thu am, Fri am"));
  expect_golden("absence-timetable.html", get("/absence/child?pupil=3&do=timetable").body);
  const auto refused =
      post("/absence/child", "pupil=1&do=timetable&from=2026-01-12&until=" + mornings);
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("compulsory school age from Monday 31 March 2025"));
  EXPECT_THAT(refused.body, HasSubstr("X may not stand from that day on"));
  EXPECT_EQ(post("/absence/child", "pupil=3&do=timetable").status, 422);
}

TEST_F(Absence, a_timetable_holds_from_a_day_to_a_day_and_begins_and_ends_by_itself) {
  const std::string mornings = "&expected=0&expected=2&expected=4&expected=6&expected=8";
  const std::string asked = "pupil=3&do=timetable&reason=settling+in" + mornings;
  const auto past = post("/absence/child", asked + "&from=2026-01-09&until=2026-01-08");
  EXPECT_EQ(past.status, 422);
  EXPECT_THAT(past.body, HasSubstr("Choose today or a day to come"));
  EXPECT_THAT(past.body, HasSubstr("The last day lies before the first."));
  EXPECT_THAT(past.body, HasSubstr("value=\"settling in\""));
  EXPECT_EQ(post("/absence/child", asked + "&from=&until=2026-02-30").status, 422);
  const auto done = post("/absence/child", asked + "&from=2026-01-19&until=2026-01-30");
  EXPECT_EQ(done.status, 303);
  const auto words = get("/absence").body;
  EXPECT_THAT(words, HasSubstr("from Monday 19 January 2026 on, until Friday 30 January 2026"));
  const auto pattern_on = [&](const char* day) {
    return *writer_->ask([&](store::Register& held) -> Result<std::string> {
      EXPECT_TRUE(reg::apply_due_changes(held, on(day)));
      const auto school = held.school();
      return school->pupil(PupilId(3))->pattern.text();
    });
  };
  EXPECT_EQ(pattern_on("2026-01-18"), "1111111111");
  EXPECT_EQ(pattern_on("2026-01-19"), "1010101010");
  EXPECT_EQ(pattern_on("2026-01-30"), "1010101010");
  EXPECT_EQ(pattern_on("2026-01-31"), "1111111111");
  EXPECT_EQ(pattern_on("2026-02-01"), "1111111111");
}

TEST_F(Absence, other_roles_and_other_numbers_find_nothing) {
  for (const char* place : {"/absence/child?pupil=99", "/absence/child?pupil=x", "/absence/child",
                            "/absence/leave?request=1", "/absence/leave"}) {
    EXPECT_EQ(get(place).status, 404) << place;
  }
  EXPECT_EQ(post("/absence/child", form(ill_, {{"pupil", "99"}})).status, 404);
  gate_.become("J Okoro", "Class teacher", {reg::Role::teacher}, {"Owls"});
  EXPECT_EQ(get("/absence").status, 404);
  gate_.become("C Bell", "Champion", {reg::Role::champion});
  EXPECT_EQ(get("/absence").status, 200);
  EXPECT_THAT(get("/absence").body, Not(HasSubstr("Which child?")));
  EXPECT_EQ(post("/absence/child", form(ill_)).status, 404);
}

}  // namespace
}  // namespace handbell::office
