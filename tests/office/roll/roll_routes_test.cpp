// The page Roll call: who has to stand there, whom the phones saw, what is kept of it.
#include "app/register/roll_record.h"

#include "golden.h"
#include "office_fixture.h"
#include <gmock/gmock.h>

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

class Roll : public OfficeTest {
 protected:
  void SetUp() override {
    OfficeTest::SetUp();
    clock_.set("2026-01-12T09:10:00");
  }
  /// Amira and Ben are in; Amira was seen.
  void two_come() {
    tap(1, "2026-01-12T08:33:00");
    tap(2, "2026-01-12T08:35:00");
    const auto told = writer_->ask([&](store::Register& held) {
      return held.tell(reg::SingleEntry{PupilId(1),
                                        reg::Direction::in,
                                        clock_.at(),
                                        {},
                                        {},
                                        "",
                                        *reg::Author::from("R Patel", "Office")},
                       clock_.at());
    });
    ASSERT_TRUE(told) << sentence(told.error());
  }
  void begin(const char* kind = "drill") {
    ASSERT_EQ(post("/roll-call/begin", std::string("sure=1&kind=") + kind).status, 303);
    call_ = std::to_string(calls().back().entry);
  }
  std::vector<reg::HeldRollCall> calls() {
    const auto notes = writer_->ask(
        [](store::Register& held) { return held.day_notes(on("2026-01-11"), on("2026-01-13")); });
    EXPECT_TRUE(notes);
    return reg::held_roll_calls(*notes);
  }
  bool evacuating() {
    return (*writer_->ask([](store::Register& held) { return held.school(); })).evacuating();
  }
  net::Response tick(const std::string& ticks) {
    return post("/roll-call/ticks", "call=" + call_ + "&" + ticks);
  }
  net::Response owls(const std::string& more) {
    return post("/roll-call/class", "class=Owls&call=" + call_ + "&" + more);
  }
  std::string page() { return get("/roll-call").body; }

  std::string call_ = "0";
};

TEST_F(Roll, before_anybody_came_it_names_nobody_to_stand_there) {
  const auto answer = get("/roll-call");
  EXPECT_EQ(answer.status, 200);
  expect_golden("roll_empty.html", answer.body);
  EXPECT_THAT(answer.body, HasSubstr("PUPILS ONLY"));
  EXPECT_THAT(answer.body, HasSubstr("as of <strong>09:10</strong>"));
  EXPECT_THAT(answer.body, HasSubstr("<strong id=\"roll-wanted\">0</strong>"));
}

TEST_F(Roll, it_can_be_read_and_printed_when_nothing_was_begun) {
  two_come();
  expect_golden("roll_not_begun.html", page());
  const auto sheet = get("/roll-call/sheet").body;
  expect_golden("roll_sheet.html", sheet);
  EXPECT_THAT(sheet, HasSubstr("At the door, not yet seen"));
  EXPECT_THAT(sheet, HasSubstr("2 have to stand at the assembly point"));
  EXPECT_THAT(sheet, Not(HasSubstr("id=\"roll-offer\"")));
}

TEST_F(Roll, a_drill_is_begun_ticked_and_ended_with_its_times) {
  two_come();
  begin();
  EXPECT_FALSE(evacuating()) << "a drill empties no door's screen";
  clock_.forward(seconds(90));
  EXPECT_EQ(tick("tick=a1.1.here.30000.&tick=a2.2.here.1000.").status, 303);
  expect_golden("roll_all_seen.html", page());
  EXPECT_THAT(page(), HasSubstr("2 of 2 seen"));
  clock_.forward(minutes(4));
  EXPECT_EQ(post("/roll-call/end", "call=" + call_ + "&missing=0").status, 303);
  ASSERT_EQ(calls().size(), 1U);
  ASSERT_TRUE(calls()[0].ended);
  EXPECT_EQ(calls()[0].ticks[0].tick.at, instant("2026-01-12T09:11:00")) << "when it was touched";
  const auto past = get("/roll-call/past").body;
  expect_golden("roll_past.html", past);
  EXPECT_THAT(page(), HasSubstr("Drill begun 09:10, ended 09:15 by R Patel, Office."));
}

TEST_F(Roll, a_real_one_empties_the_doors_until_it_ends) {
  EXPECT_EQ(post("/roll-call/begin", "kind=real").status, 422) << "not by a slip";
  EXPECT_TRUE(calls().empty());
  begin("real");
  EXPECT_TRUE(evacuating());
  EXPECT_THAT(page(), HasSubstr("The doors say &quot;Leave the building&quot; since 09:10"));
  EXPECT_THAT(page(), HasSubstr("REAL ROLL CALL"));
  EXPECT_EQ(post("/roll-call/end", "call=" + call_ + "&missing=0").status, 303);
  EXPECT_FALSE(evacuating());
}

TEST_F(Roll, doors_that_say_so_already_ask_for_a_roll_call) {
  ASSERT_TRUE(writer_->ask([&](store::Register& held) {
    return held.put_evacuation({true, clock_.at(), *reg::Author::from("R Patel", "Office")});
  }));
  EXPECT_THAT(page(), HasSubstr("Begin the roll call."));
}

TEST_F(Roll, one_that_runs_is_not_begun_again) {
  begin();
  EXPECT_EQ(post("/roll-call/begin", "kind=drill").status, 303);
  EXPECT_THAT(page(), HasSubstr("A roll call runs already, since 09:10."));
  EXPECT_EQ(calls().size(), 1U);
  EXPECT_EQ(post("/roll-call/begin", "kind=%3Cscript%3E").status, 422);
  EXPECT_EQ(post("/roll-call/begin", "").status, 422);
}

TEST_F(Roll, a_tick_sent_twice_counts_once) {
  two_come();
  begin();
  for (int i = 0; i < 3; ++i) EXPECT_EQ(tick("tick=a1.1.here.0.").status, 303);
  EXPECT_EQ(calls()[0].ticks.size(), 1U);
  EXPECT_THAT(page(), HasSubstr("1 of 2 seen"));
  EXPECT_THAT(page(), HasSubstr("Not seen yet"));
  EXPECT_THAT(page(), HasSubstr("href=\"#here-2\""));
}

TEST_F(Roll, what_two_say_differently_is_shown_and_the_newest_decides) {
  two_come();
  begin();
  clock_.forward(minutes(1));
  EXPECT_EQ(tick("tick=a1.1.here.5000.").status, 303);
  gate_.become("J Okoro", "Class teacher", {reg::Role::teacher}, {"Owls"});
  EXPECT_EQ(tick("tick=b1.1.not-here.20000.").status, 303) << "older, heard later";
  expect_golden("roll_conflict.html", page());
  EXPECT_THAT(page(), HasSubstr("But: Not here 09:10, J Okoro"));
  EXPECT_THAT(page(), HasSubstr("1 of 2 seen"));
}

TEST_F(Roll, a_phone_that_was_cut_off_comes_late_even_after_the_end) {
  two_come();
  begin();
  clock_.forward(minutes(10));
  EXPECT_EQ(post("/roll-call/end", "call=" + call_ + "&missing=2").status, 303);
  clock_.forward(minutes(5));
  EXPECT_EQ(tick("tick=a1.1.here.600000.").status, 303);
  ASSERT_EQ(calls()[0].ticks.size(), 1U);
  EXPECT_EQ(calls()[0].ticks[0].tick.at, instant("2026-01-12T09:15:00"));
  clock_.set("2026-01-13T08:00:00");
  EXPECT_EQ(tick("tick=a2.2.here.82500000.").status, 303) << "kept over night";
  EXPECT_EQ(calls()[0].ticks.size(), 2U);
}

TEST_F(Roll, one_begun_without_a_network_is_begun_once_it_is_back) {
  two_come();
  EXPECT_EQ(tick("begin=real&begin-age=120000&tick=a1.1.here.60000.").status, 303);
  ASSERT_EQ(calls().size(), 1U);
  EXPECT_EQ(calls()[0].begun.at, instant("2026-01-12T09:08:00"));
  EXPECT_TRUE(evacuating());
  EXPECT_EQ(tick("begin=drill&begin-age=100000&tick=b1.2.here.60000.").status, 303);
  EXPECT_EQ(calls().size(), 1U) << "two phones began the same one";
  EXPECT_EQ(calls()[0].ticks.size(), 2U);
}

TEST_F(Roll, ticks_without_a_roll_call_are_not_kept_in_silence) {
  two_come();
  const auto back = tick("tick=a1.1.here.0.");
  EXPECT_EQ(back.status, 422);
  EXPECT_THAT(back.body, HasSubstr("No roll call runs: begin one."));
  const auto form = owls("was=&here=1");
  EXPECT_EQ(form.status, 422);
  EXPECT_THAT(form.body, HasSubstr("value=\"1\" checked>")) << "what was ticked stands in it";
}

TEST_F(Roll, what_cannot_be_read_is_refused_whole) {
  two_come();
  begin();
  for (const char* wrong :
       {"tick=", "tick=a1", "tick=0.1.here.0.", "tick=xyz.1.here.0.", "tick=a1.99.here.0.",
        "tick=a1.1.gone.0.", "tick=a1.1.here.-5.", "tick=a1.1.here.999999999999.",
        "tick=a1.1.with.0.", "tick=a1.1.here.0.Hill", "tick=a1.1.with.0.%00",
        "tick=a1.1.here.0.&tick=%3Cscript%3E", "tick=11112222333344445.1.here.0."}) {
    const auto back = tick(wrong);
    EXPECT_EQ(back.status, 422) << wrong;
    EXPECT_THAT(back.body, HasSubstr("could not be read"));
    EXPECT_THAT(back.body, Not(HasSubstr("<script>")));
  }
  EXPECT_TRUE(calls()[0].ticks.empty());
}

TEST_F(Roll, with_scripts_off_a_form_says_what_changed_of_one_class) {
  two_come();
  begin();
  EXPECT_EQ(owls("was=&here=1&with-1=&with-2=").status, 303);
  EXPECT_THAT(page(), HasSubstr("1 tick was kept."));
  EXPECT_EQ(owls("was=&here=1&with-2=Mrs+Hill").status, 303);
  EXPECT_EQ(calls()[0].ticks.size(), 2U) << "one that stands already is not written again";
  EXPECT_THAT(page(), HasSubstr("With Mrs Hill 09:10, R Patel"));
  EXPECT_EQ(owls("was=&here=2").status, 303);
  EXPECT_THAT(page(), HasSubstr("Seen 09:10, R Patel")) << "an old page unsays nothing";
  clock_.forward(minutes(1));
  EXPECT_EQ(owls("was=1,2&here=2&with-2=Mrs+Hill").status, 303);
  EXPECT_THAT(page(), HasSubstr("Not here 09:11, R Patel"));
}

TEST_F(Roll, an_adults_name_that_is_none_comes_back_with_what_was_typed) {
  two_come();
  begin();
  for (const std::string& wrong : {std::string(81, 'x'), std::string("Hill%00")}) {
    const auto back = owls("was=&here=1&with-2=" + wrong);
    EXPECT_EQ(back.status, 422);
    EXPECT_THAT(back.body, HasSubstr("href=\"#with-2\""));
    EXPECT_THAT(back.body, HasSubstr("value=\"1\" checked>"));
  }
  const auto back = owls("was=&here=1&with-2=%3Cscript%3Ealert(1)%3C/script%3E");
  EXPECT_EQ(back.status, 303) << "a strange name is escaped, not judged";
  EXPECT_THAT(page(), Not(HasSubstr("<script>alert")));
  EXPECT_EQ(post("/roll-call/class", "class=Owls&call=999&was=&here=1").status, 422);
  EXPECT_EQ(post("/roll-call/class", "class=Nobody&call=" + call_ + "&was=&here=1").status, 303);
}

TEST_F(Roll, it_is_not_ended_over_children_who_went_missing_meanwhile) {
  two_come();
  begin();
  EXPECT_EQ(tick("tick=a1.1.here.0.&tick=a2.2.here.0.").status, 303);
  clock_.forward(seconds(5));
  EXPECT_EQ(tick("tick=a3.2.not-here.0.").status, 303);
  const auto back = post("/roll-call/end", "call=" + call_ + "&missing=0");
  EXPECT_EQ(back.status, 422);
  EXPECT_THAT(back.body, HasSubstr("1 child is not seen by now. Look again, then end it."));
  EXPECT_EQ(post("/roll-call/end", "call=999&missing=0").status, 303);
  EXPECT_FALSE(calls()[0].ended);
}

TEST_F(Roll, every_teacher_sees_every_class_and_of_a_child_only_name_and_place) {
  two_come();
  enter(3, "I", "mother rang: fever");
  gate_.become("J Okoro", "Class teacher", {reg::Role::teacher}, {"Newts"});
  const auto seen = page();
  EXPECT_THAT(seen, HasSubstr("Amira Khan")) << "in a fire whoever stands there needs all classes";
  EXPECT_THAT(seen, HasSubstr("Cara"));
  for (const char* never : {"fever", "llness", "2021", "UPN", "contact"}) {
    EXPECT_THAT(seen, Not(HasSubstr(never)));
  }
  for (const auto role :
       {reg::Role::office, reg::Role::head, reg::Role::dsl, reg::Role::champion}) {
    gate_.become("A B", "Staff", {role});
    EXPECT_EQ(get("/roll-call").status, 200);
  }
  for (const auto role : {reg::Role::governor, reg::Role::technician}) {
    gate_.become("A B", "Visitor", {role});
    EXPECT_EQ(get("/roll-call").status, 404);
    EXPECT_EQ(get("/roll-call/sheet").status, 404);
    EXPECT_EQ(post("/roll-call/begin", "kind=real&sure=1").status, 404);
  }
}

TEST_F(Roll, a_sheet_is_offered_after_each_register) {
  const auto sent = writer_->ask([&](store::Register& held) {
    return held.tell(*reg::ClassSeen::from({"Owls",
                                            instant("2026-01-12T08:47:00"),
                                            {PupilId(1)},
                                            {PupilId(2)},
                                            1,
                                            *reg::Author::from("J Okoro", "Class teacher")}),
                     clock_.at());
  });
  ASSERT_TRUE(sent);
  EXPECT_THAT(page(), HasSubstr("Register of Owls sent 08:47: <a"));
  EXPECT_THAT(page(), HasSubstr("<strong id=\"roll-wanted\">1</strong>"));
}

}  // namespace
}  // namespace handbell::office
