// The page Register: what it offers, what is sent, and what stands in the register afterwards.
#include "app/register/leave_cases.h"

#include "golden.h"
#include "office_fixture.h"
#include <gmock/gmock.h>

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

class Take : public OfficeTest {
 protected:
  static constexpr const char* kOwls = "/register?class=Owls&session=am";

  void SetUp() override {
    OfficeTest::SetUp();
    clock_.set("2026-01-12T08:38:00");
    become_teacher();
  }
  void become_teacher() {
    gate_.become("J Okoro", "Class teacher", {reg::Role::teacher}, {"Owls"});
  }
  void become_office() { gate_.become("R Patel", "Office", {reg::Role::office}); }

  static std::string form(const std::string& more, const char* half = "am") {
    return std::string("class=Owls&day=2026-01-12&session=") + half + "&" + more;
  }
  net::Response send_both(const std::string& more = "known=0&upto=0") {
    return post("/register/send", form("child-1=present&child-2=present&headcount=2&" + more));
  }
  std::vector<reg::PresenceFact> told() {
    return *writer_->ask([](store::Register& held) { return held.told(on("2026-01-12")); });
  }
  std::vector<reg::Mark> history(int pupil) {
    return *writer_->ask([pupil](store::Register& held) {
      return held.history(PupilId(pupil), {on("2026-01-12"), Half::am});
    });
  }
  std::string code_of_child(int pupil) {
    const auto all = history(pupil);
    return all.empty() ? "" : std::string(all.back().what.code.text());
  }
  void office_enters(int pupil, const char* code) {
    const auto done = writer_->ask([&](store::Register& held) {
      return held.enter({{PupilId(pupil),
                          {on("2026-01-12"), Half::am},
                          reg::code_of(code),
                          std::nullopt,
                          std::nullopt,
                          "mother rang: fever",
                          "Office",
                          *reg::Author::from("R Patel", "Office")}},
                        clock_.at());
    });
    ASSERT_TRUE(done) << sentence(done.error());
  }
  void note_appointment(int pupil) {
    const auto done = writer_->ask([&](store::Register& held) {
      return held.note({PupilId(pupil),
                        {on("2026-01-12"), Half::am},
                        reg::code_of("M"),
                        instant("2026-01-12T07:30:00"),
                        "mother, by telephone: dentist",
                        *reg::Author::from("R Patel", "Office")},
                       clock_.at());
    });
    ASSERT_TRUE(done) << sentence(done.error());
  }
  std::string newest_known() {
    for (const auto& fact : told()) {
      if (std::holds_alternative<reg::ClassSeen>(fact.event)) known_ = fact.ref.seq;
    }
    return std::to_string(known_);
  }

  std::uint64_t known_ = 0;
};

TEST_F(Take, a_teacher_opens_the_own_class_and_everybody_is_preset_as_present) {
  const auto page = get("/register");
  EXPECT_EQ(page.status, 200);
  expect_golden("register_empty.html", page.body);
  EXPECT_THAT(page.body, HasSubstr("Register of Owls"));
  EXPECT_THAT(page.body, HasSubstr("name=\"child-1\" value=\"present\" checked>"));
  EXPECT_THAT(page.body, Not(HasSubstr("Cara")));
  EXPECT_EQ(get("/").headers.at("Location"), "/register");
}

TEST_F(Take, a_sent_register_is_marks_and_a_sighting_by_whoever_sent_it_D48) {
  const auto done = post("/register/send", form("child-1=present&child-2=late&headcount=2&known=0"
                                                "&upto=0"));
  EXPECT_EQ(done.status, 303);
  EXPECT_EQ(done.headers.at("Location"), kOwls);
  ASSERT_EQ(marks().size(), 2U);
  EXPECT_EQ(code_of_child(1), "/");
  EXPECT_EQ(code_of_child(2), "L");
  EXPECT_EQ(marks().front().what.by.text(), "J Okoro, Class teacher");
  EXPECT_EQ(marks().front().what.source, "Class register");
  ASSERT_EQ(told().size(), 1U);
  const auto seen = std::get<reg::ClassSeen>(told().front().event).what();
  EXPECT_EQ(seen.seen.size(), 2U);
  EXPECT_EQ(seen.at, clock_.at());
  const auto page = get(kOwls).body;
  expect_golden("register_sent.html", page);
  EXPECT_THAT(page, HasSubstr("The register of Owls was sent."));
  EXPECT_THAT(page, HasSubstr("Sent at 08:38</strong> by J Okoro, Class teacher: 1 present, 1 "
                              "late, 0 not here."));
}

TEST_F(Take, a_headcount_that_differs_sends_nothing_and_names_who_is_in_doubt_D48) {
  tap(1, "2026-01-12T08:33:00");
  note_appointment(2);
  const auto back = post("/register/send", form("child-2=present&headcount=2&known=0&upto=0"));
  EXPECT_EQ(back.status, 422);
  expect_golden("register_refused.html", back.body);
  EXPECT_THAT(back.body, HasSubstr("You counted 2, and 1 is present or late"));
  EXPECT_THAT(back.body, HasSubstr("Nobody has seen this child yet: look"));
  EXPECT_THAT(back.body, HasSubstr("Away, known, but marked as here"));
  EXPECT_THAT(back.body, HasSubstr("value=\"2\""));
  EXPECT_THAT(back.body, Not(HasSubstr("dentist"))) << "why is not the class's to know";
  EXPECT_TRUE(marks().empty());
  EXPECT_TRUE(told().empty());
}

TEST_F(Take, somebody_of_whom_nothing_was_said_keeps_the_register_back) {
  const auto back = post("/register/send", form("child-1=present&headcount=1&known=0&upto=0"));
  EXPECT_EQ(back.status, 422);
  EXPECT_THAT(back.body, HasSubstr("href=\"#said-2\">Say of Ben Ross: present, late or not here."));
  EXPECT_TRUE(marks().empty());
}

TEST_F(Take, what_cannot_be_read_comes_back_with_what_was_typed) {
  for (const auto& [headcount, words] : {std::pair{"", "Type how many children are in class."},
                                         {"two", "The headcount is a number"},
                                         {"-1", "The headcount is a number"},
                                         {"99999999999999999999", "The headcount is a number"},
                                         {"%3Cscript%3E", "The headcount is a number"},
                                         {"2%00", "The headcount is a number"}}) {
    const auto back =
        post("/register/send", form("child-1=present&child-2=not-here&known=0&upto=0&headcount=" +
                                    std::string(headcount)));
    EXPECT_EQ(back.status, 422) << headcount;
    EXPECT_THAT(back.body, HasSubstr("There is a problem"));
    EXPECT_THAT(back.body, HasSubstr(words)) << headcount;
    EXPECT_THAT(back.body, HasSubstr("name=\"child-2\" value=\"not-here\" checked>"));
    EXPECT_THAT(back.body, Not(HasSubstr("<script>")));
  }
  const auto back =
      post("/register/send", form("child-1=C&child-2=present&headcount=1&known=0&upto=0"));
  EXPECT_EQ(back.status, 422);
  EXPECT_THAT(back.body, HasSubstr("Choose one of the three buttons."));
  EXPECT_TRUE(marks().empty());
}

TEST_F(Take, no_register_is_there_for_another_class_or_another_role) {
  const auto none = get("/register?class=Nobody");
  EXPECT_EQ(none.status, 404);
  const auto other = get("/register?class=Ducklings");
  EXPECT_EQ(other.status, 404);
  EXPECT_EQ(other.body, none.body);
  EXPECT_EQ(get("/register?class=Owls&session=noon").status, 404);
  for (const char* place : {"/register/send", "/register/seen", "/register/change"}) {
    EXPECT_EQ(post(place,
                   "class=Ducklings&day=2026-01-12&session=am&seen=3&pupil=3&child-3=present"
                   "&headcount=1&said=late&reason=x")
                  .status,
              404)
        << place;
  }
  for (const auto role : {reg::Role::governor, reg::Role::technician, reg::Role::champion}) {
    gate_.become("N Iqbal", "Somebody", {role});
    EXPECT_EQ(get("/register").status, 404);
    EXPECT_EQ(send_both().status, 404);
  }
  EXPECT_TRUE(marks().empty());
  EXPECT_TRUE(told().empty());
}

TEST_F(Take, a_child_of_another_class_in_the_form_is_nobodys) {
  post("/register/send",
       form("child-1=present&child-2=present&child-3=present&headcount=2&known=0&upto=0"));
  EXPECT_EQ(marks().size(), 2U);
  EXPECT_EQ(code_of_child(3), "");
  EXPECT_EQ(post("/register/seen", form("seen=3")).status, 404);
  EXPECT_EQ(get("/register?class=Owls&change=3").status, 404);
}

TEST_F(Take, the_office_chooses_among_all_classes_and_sees_which_have_sent) {
  become_office();
  clock_.set("2026-01-12T08:51:00");
  EXPECT_THAT(get("/register").body, HasSubstr("Not sent: ring the class"));
  send_both();
  const auto page = get("/register").body;
  expect_golden("register_classes.html", page);
  EXPECT_THAT(page, HasSubstr("Sent at 08:51 by R Patel, Office"));
  EXPECT_EQ(get("/register?class=Ducklings").status, 200);
}

TEST_F(Take, a_missing_register_is_amber_at_0840_and_red_at_0850_D23) {
  EXPECT_THAT(get(kOwls).body, Not(HasSubstr("has not been sent")));
  clock_.set("2026-01-12T08:40:00");
  EXPECT_THAT(get(kOwls).body,
              HasSubstr("hb-take__alert--amber\">This register has not been sent"));
  clock_.set("2026-01-12T08:50:00");
  EXPECT_THAT(get(kOwls).body, HasSubstr("hb-take__alert--red\">This register has not been sent"));
  send_both();
  EXPECT_THAT(get(kOwls).body, Not(HasSubstr("has not been sent")));
}

TEST_F(Take, a_child_at_the_door_has_no_preset_until_seen_and_seen_is_told_at_once_D10) {
  tap(1, "2026-01-12T08:30:00");
  const auto before = get(kOwls).body;
  EXPECT_THAT(before, HasSubstr("At the door 08:30, not yet seen"));
  EXPECT_THAT(before, HasSubstr("name=\"child-1\" value=\"present\">"));
  const auto after = post("/register/seen", form("seen=1&child-2=not-here&headcount=1"));
  EXPECT_EQ(after.status, 200);
  EXPECT_THAT(after.body, HasSubstr("Amira Khan was seen at 08:38."));
  EXPECT_THAT(after.body, HasSubstr("name=\"child-1\" value=\"present\" checked>"));
  EXPECT_THAT(after.body, HasSubstr("name=\"child-2\" value=\"not-here\" checked>"));
  EXPECT_TRUE(marks().empty()) << "presence is no mark (D29)";
  ASSERT_EQ(told().size(), 1U);
  EXPECT_THAT(post("/register/seen", form("seen=1")).body, HasSubstr("was seen already"));
  EXPECT_EQ(told().size(), 1U);
}

TEST_F(Take, who_waits_ten_minutes_at_the_door_is_red) {
  tap(1, "2026-01-12T08:28:00");
  EXPECT_THAT(get(kOwls).body, HasSubstr("hb-take__note--red\">At the door 08:28"));
}

TEST_F(Take, the_same_register_sent_twice_is_one_register) {
  EXPECT_EQ(send_both().status, 303);
  clock_.set("2026-01-12T08:45:00");
  EXPECT_EQ(send_both().status, 303);
  EXPECT_THAT(get(kOwls).body, HasSubstr("It was sent already, at 08:38 by J Okoro"));
  EXPECT_EQ(marks().size(), 2U);
  EXPECT_EQ(history(1).size(), 1U);
  EXPECT_EQ(told().size(), 1U);
}

TEST_F(Take, who_sends_second_and_says_otherwise_is_told_and_overwrites_nothing_D09) {
  send_both();
  become_office();
  clock_.set("2026-01-12T08:45:00");
  const auto back =
      post("/register/send", form("child-1=present&child-2=not-here&headcount=1&known=0&upto=0"));
  EXPECT_EQ(back.status, 422);
  EXPECT_THAT(back.body, HasSubstr("J Okoro, Class teacher has sent this register at 08:38."));
  EXPECT_THAT(back.body, HasSubstr("Sent as present"));
  EXPECT_THAT(back.body, HasSubstr("name=\"reason\""));
  EXPECT_THAT(back.body, HasSubstr("name=\"child-2\" value=\"not-here\" checked>"));
  EXPECT_EQ(history(2).size(), 1U);
}

TEST_F(Take, sent_again_it_writes_what_changed_with_the_reason_D21) {
  send_both();
  const std::string again =
      "child-1=present&child-2=not-here&headcount=1&again=1&upto=99&known=" + newest_known();
  const auto without = post("/register/send", form(again));
  EXPECT_EQ(without.status, 422);
  EXPECT_THAT(without.body, HasSubstr("Say why it is changed."));
  clock_.set("2026-01-12T08:46:00");
  EXPECT_EQ(post("/register/send", form(again + "&reason=was+in+the+wrong+line")).status, 303);
  EXPECT_EQ(history(1).size(), 1U);
  ASSERT_EQ(history(2).size(), 2U);
  EXPECT_EQ(code_of_child(2), "N");
  EXPECT_EQ(history(2).back().what.reason, "was in the wrong line");
  EXPECT_NE(history(2).back().replaces, 0U);
  EXPECT_THAT(get(kOwls).body, HasSubstr("Sent at 08:46</strong> by J Okoro, Class teacher: 1 "
                                         "present, 0 late, 1 not here."));
}

TEST_F(Take, what_the_office_entered_meanwhile_is_shown_and_stays_D06) {
  office_enters(2, "I");
  const auto back = send_both();
  EXPECT_EQ(back.status, 422);
  EXPECT_THAT(back.body, HasSubstr("R Patel, Office has entered a mark for Ben Ross at 08:38."));
  EXPECT_THAT(back.body, HasSubstr("Away, known"));
  EXPECT_THAT(back.body, Not(HasSubstr("fever")));
  EXPECT_THAT(back.body, Not(HasSubstr("llness")));
  EXPECT_TRUE(told().empty());
  const auto entry = std::to_string(history(2).back().entry);
  EXPECT_EQ(send_both("known=0&upto=" + entry).status, 303) << "she has looked again: he is here";
  EXPECT_EQ(code_of_child(2), "I");
  EXPECT_EQ(std::get<reg::ClassSeen>(told().front().event).what().seen.size(), 2U);
}

TEST_F(Take, who_was_said_to_stay_away_is_not_here_and_gets_no_n) {
  note_appointment(2);
  EXPECT_THAT(get(kOwls).body, HasSubstr("name=\"child-2\" value=\"not-here\" checked>"));
  post("/register/send", form("child-1=present&child-2=not-here&headcount=1&known=0&upto=0"));
  EXPECT_EQ(code_of_child(2), "");
  EXPECT_EQ(told().size(), 1U);
}

TEST_F(Take, an_appointment_stands_beside_the_name_with_its_times_and_not_what_for_D48) {
  const auto book = [this](int pupil, std::optional<TimeOfDay> leaves, const char* back) {
    const auto done = writer_->ask([&](store::Register& held) {
      return reg::book_appointment(held,
                                   {{PupilId(pupil)},
                                    {on("2026-01-12"), Half::am},
                                    {on("2026-01-12"), Half::pm},
                                    reg::LeaveKind::appointment,
                                    {},
                                    "dentist",
                                    "mother",
                                    instant("2026-01-11T09:00:00"),
                                    leaves,
                                    at_time(back),
                                    *reg::Author::from("R Patel", "Office")},
                                   {reg::Role::office}, clock_.at());
    });
    ASSERT_TRUE(done) << sentence(done.error());
  };
  book(1, at_time("10:30"), "11:30");
  book(2, std::nullopt, "10:30");
  const auto page = get(kOwls).body;
  EXPECT_THAT(page, HasSubstr("Leaves 10:30, back 11:30"));
  EXPECT_THAT(page, HasSubstr("Away, known, expected 10:30"));
  EXPECT_THAT(page, Not(HasSubstr("dentist")));
}

TEST_F(Take, a_teachers_present_against_the_door_is_the_offices_to_settle_D09) {
  clock_.set("2026-01-12T08:55:00");
  tap(2, "2026-01-12T08:52:10", "L");
  post("/register/seen", form("seen=2"));
  EXPECT_THAT(get(kOwls).body, HasSubstr("Came 08:52"));
  EXPECT_THAT(get(kOwls).body, HasSubstr("name=\"child-2\" value=\"late\" checked>"));
  send_both();
  EXPECT_EQ(code_of_child(2), "/");
  EXPECT_THAT(get(kOwls).body, HasSubstr("Came 08:52: the register says otherwise"));
  EXPECT_EQ(view().conflicts.size(), 1U);
}

TEST_F(Take, until_0840_the_teachers_present_stands_D03) {
  clock_.set("2026-01-12T08:41:00");
  tap(2, "2026-01-12T08:40:59", "L");
  post("/register/seen", form("seen=2"));
  send_both();
  EXPECT_THAT(get(kOwls).body, Not(HasSubstr("says otherwise")));
  EXPECT_TRUE(view().conflicts.empty());
  EXPECT_TRUE(view().waiting.empty());
}

TEST_F(Take, late_is_what_the_door_saw_with_its_minutes) {
  clock_.set("2026-01-12T08:55:00");
  tap(2, "2026-01-12T08:52:10", "L");
  post("/register/send", form("child-1=present&child-2=late&headcount=2&known=0&upto=0"));
  EXPECT_EQ(history(2).back().what.minutes_late, 17);
  EXPECT_TRUE(view().waiting.empty());
}

TEST_F(Take, one_child_is_put_right_with_a_reason_D21) {
  post("/register/send", form("child-1=present&child-2=not-here&headcount=1&known=0&upto=0"));
  const auto asked = get("/register?class=Owls&session=am&change=2");
  expect_golden("register_change.html", asked.body);
  EXPECT_THAT(asked.body, HasSubstr("In the register as sent: not here."));
  const std::string change = "pupil=2&upto=" + std::to_string(history(2).back().entry);
  clock_.set("2026-01-12T08:47:00");
  const auto without = post("/register/change", form(change));
  EXPECT_EQ(without.status, 422);
  EXPECT_THAT(without.body, HasSubstr("Choose present, late or not here."));
  EXPECT_THAT(without.body, HasSubstr("Say why it is changed."));
  const auto longer =
      post("/register/change", form(change + "&said=late&reason=" + std::string(1001, 'x')));
  EXPECT_EQ(longer.status, 422);
  EXPECT_THAT(longer.body, HasSubstr("name=\"said\" value=\"late\" checked>"));
  const auto done = post("/register/change", form(change + "&said=late&reason=came+at+08:45"));
  EXPECT_EQ(done.status, 303);
  EXPECT_EQ(code_of_child(2), "L");
  EXPECT_EQ(history(2).back().what.reason, "came at 08:45");
  const auto page = get(kOwls).body;
  EXPECT_THAT(page, HasSubstr("Ben Ross is late now."));
  EXPECT_THAT(page, HasSubstr("1 present, 1 late, 0 not here."));
  EXPECT_EQ(post("/register/change", form(change + "&said=present&reason=x")).status, 422)
      << "the page was of an earlier mark";
}

TEST_F(Take, a_child_who_was_not_there_is_taken_out_of_those_whom_the_class_saw) {
  send_both();
  const std::string entry = std::to_string(history(2).back().entry);
  post("/register/change", form("pupil=2&said=not-here&reason=it+was+his+brother&upto=" + entry));
  EXPECT_EQ(code_of_child(2), "N");
  ASSERT_EQ(told().size(), 3U) << "sent, taken back, and sent without him";
  const auto now = std::get<reg::ClassSeen>(told().back().event).what();
  EXPECT_EQ(now.seen, std::vector{PupilId(1)});
  EXPECT_EQ(now.not_seen, std::vector{PupilId(2)});
  EXPECT_THAT(get(kOwls).body, HasSubstr("1 present, 0 late, 1 not here."));
}

TEST_F(Take, who_comes_after_the_close_is_the_offices_to_enter_D01) {
  post("/register/send", form("child-1=present&child-2=not-here&headcount=1&known=0&upto=0"));
  clock_.set("2026-01-12T09:04:00");
  const std::string change =
      "pupil=2&said=late&reason=came+at+nine&upto=" + std::to_string(history(2).back().entry);
  const auto refused = post("/register/change", form(change));
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("U is not for the class teacher to set"));
  EXPECT_EQ(code_of_child(2), "N");
  tap(2, "2026-01-12T09:03:00", "U");
  EXPECT_EQ(post("/register/change", form(change)).status, 303);
  EXPECT_EQ(code_of_child(2), "N") << "the door's U waits to be accepted";
  EXPECT_EQ(view().waiting.size(), 1U);
  EXPECT_THAT(get(kOwls).body, HasSubstr("The mark stays as it is"));
  EXPECT_THAT(get(kOwls).body, Not(HasSubstr("not yet seen")));
}

TEST_F(Take, the_afternoon_is_a_register_of_its_own) {
  send_both();
  EXPECT_THAT(get("/register?class=Owls&session=pm").body, HasSubstr("has not begun"));
  EXPECT_EQ(post("/register/send",
                 form("child-1=present&child-2=present&headcount=2&known=0&upto=0", "pm"))
                .status,
            422);
  clock_.set("2026-01-12T13:10:00");
  const auto page = get("/register").body;
  EXPECT_THAT(page, HasSubstr("afternoon"));
  EXPECT_THAT(page, Not(HasSubstr("Sent at")));
  EXPECT_EQ(post("/register/send",
                 form("child-1=present&child-2=present&headcount=2&known=0&upto=0", "pm"))
                .status,
            303);
  const auto afternoon = *writer_->ask([](store::Register& held) {
    return held.marks({on("2026-01-12"), Half::pm});
  });
  ASSERT_EQ(afternoon.size(), 2U);
  EXPECT_EQ(afternoon.front().what.code, reg::code_of("\\"));
  EXPECT_THAT(get(kOwls).body, HasSubstr("Sent at 08:38"));
}

TEST_F(Take, a_mornings_register_that_the_network_held_up_is_the_mornings) {
  clock_.set("2026-01-12T12:20:00");
  EXPECT_EQ(send_both().status, 303);
  EXPECT_EQ(code_of_child(1), "/");
  const auto seen = std::get<reg::ClassSeen>(told().front().event).what();
  EXPECT_EQ(seen.at, instant("2026-01-12T08:40:00")) << "nobody looked at 12:20";
  EXPECT_THAT(get(kOwls).body, HasSubstr("Sent at 08:40"));
}

TEST_F(Take, a_page_of_another_day_sends_nothing) {
  clock_.set("2026-01-13T08:38:00");
  const auto back = send_both();
  EXPECT_EQ(back.status, 422);
  EXPECT_THAT(back.body, HasSubstr("This page was of another day"));
  EXPECT_TRUE(told().empty());
}

TEST_F(Take, there_is_no_register_on_a_day_without_school) {
  clock_.set("2026-02-16T08:38:00");
  EXPECT_THAT(get("/register").body, HasSubstr("Nobody of this class is expected"));
  const auto back = post("/register/send",
                         "class=Owls&day=2026-02-16&session=am&child-1=present"
                         "&child-2=present&headcount=2&known=0&upto=0");
  EXPECT_EQ(back.status, 422);
  EXPECT_THAT(back.body, HasSubstr("There is no register to send"));
}

TEST_F(Take, a_teacher_without_a_class_is_told_whom_to_ask) {
  gate_.become("L Moss", "Class teacher", {reg::Role::teacher}, {});
  EXPECT_THAT(get("/register").body, HasSubstr("No class is yours."));
}

TEST_F(Take, whoever_signed_in_sends_it_whatever_the_form_says) {
  send_both("known=0&upto=0&by=R+Patel");
  EXPECT_EQ(marks().front().what.by.text(), "J Okoro, Class teacher");
}

}  // namespace
}  // namespace handbell::office
