// The day's close, and one child's day with every fact and its corrections (D29).
#include "golden.h"
#include "presence_fixture.h"
#include <gmock/gmock.h>

namespace handbell::office {
namespace {

using reg::Place;
using testing::HasSubstr;
using testing::Not;

class PresenceOfDay : public PresenceTest {
 protected:
  void two_are_still_in() {
    see(1, "2026-01-12T08:40:00");
    see(2, "2026-01-12T08:41:00");
    tell(reg::SingleEntry{PupilId(3),
                          reg::Direction::out,
                          instant("2026-01-12T15:20:00"),
                          *NamePart::parse("Sara Lewis"),
                          {},
                          "",
                          *reg::Author::parse("J Okoro, Class teacher")});
  }
};

TEST_F(PresenceOfDay, a_quiet_day_says_so) {
  const auto page = get("/presence/day").body;
  EXPECT_THAT(page, HasSubstr("From 16:00, whoever is still here is named here."));
  EXPECT_THAT(page, HasSubstr("Nothing so far."));
  expect_golden("day-empty.html", page);
  for (const char* day : {"2026-02-30", "2026-01-13", "x"}) {
    EXPECT_EQ(get(std::string("/presence/day?on=") + day).status, 404) << day;
  }
}

TEST_F(PresenceOfDay, late_in_the_afternoon_who_is_still_here_is_collected_in_one_touch) {
  two_are_still_in();
  clock_.set("2026-01-12T16:10:00");
  const auto page = get("/presence/day").body;
  expect_golden("day-late.html", page);
  EXPECT_THAT(page, HasSubstr("id=\"collected-1\""));
  EXPECT_THAT(page, Not(HasSubstr("id=\"collected-3\""))) << "she left at 15:20";
  EXPECT_EQ(post("/presence/day", "day=2026-01-12&time=&with=&pupil=1").status, 303);
  EXPECT_EQ(where(1).place, Place::out);
  EXPECT_THAT(get("/presence/day").body, HasSubstr("Amira Khan was collected at 16:10."));
  const auto count = told().size();
  EXPECT_EQ(post("/presence/day", "day=2026-01-12&pupil=1").status, 303);
  EXPECT_EQ(told().size(), count) << "once";
  EXPECT_EQ(post("/presence/day", "day=2026-01-12&time=15:40&with=Ali+Ross&pupil=2").status, 303);
  EXPECT_EQ(where(2).with, "Ali Ross");
  EXPECT_EQ(where(2).since, instant("2026-01-12T15:40:00"));
  EXPECT_THAT(get("/presence/day").body, HasSubstr("Everybody has left."));
}

TEST_F(PresenceOfDay, the_close_names_whom_it_put_out_and_where_each_was_believed_D29) {
  two_are_still_in();
  clock_.set("2026-01-12T18:05:00");
  const auto page = get("/presence/day").body;
  expect_golden("day-closed.html", page);
  EXPECT_THAT(page, HasSubstr("Put out by the close"));
  EXPECT_THAT(page, HasSubstr("In school since 08:40."));
  clock_.set("2026-01-13T08:15:00");
  const auto next_day = get("/presence/day?on=2026-01-12").body;
  EXPECT_THAT(next_day, HasSubstr("id=\"collected-1\""));
  EXPECT_EQ(post("/presence/day", "day=2026-01-12&pupil=1").status, 422) << "the time is asked for";
  EXPECT_EQ(post("/presence/day", "day=2026-01-12&pupil=1&time=17:20").status, 303);
  EXPECT_THAT(get("/presence/day?on=2026-01-12").body, Not(HasSubstr("id=\"collected-1\"")));
}

TEST_F(PresenceOfDay, a_collection_that_cannot_be_comes_back_with_what_was_typed) {
  two_are_still_in();
  clock_.set("2026-01-12T16:10:00");
  const auto before = told().size();
  for (const auto& [typed, words] : std::vector<std::pair<std::string, std::string>>{
           {"time=25:00", "not a time of day"},
           {"time=16:11", "still to come"},
           {"time=16:00&with=" + std::string(81, 'x'), "1 to 80 characters"},
           {"with=a%01b", "is not a name"}}) {
    const auto refused = post("/presence/day", "day=2026-01-12&pupil=1&" + typed);
    EXPECT_EQ(refused.status, 422) << typed.substr(0, 40);
    EXPECT_THAT(refused.body, HasSubstr(words)) << typed.substr(0, 40);
  }
  const auto kept = post("/presence/day", "day=2026-01-12&pupil=1&time=25:00&with=%3Cscript%3E");
  EXPECT_THAT(kept.body, HasSubstr("value=\"&lt;script&gt;\""));
  EXPECT_EQ(post("/presence/day", "day=2026-01-12&pupil=99").status, 404);
  EXPECT_EQ(post("/presence/day", "day=2026-13-12&pupil=1").status, 404);
  EXPECT_EQ(told().size(), before);
}

TEST_F(PresenceOfDay, the_log_names_each_movement_and_an_error_is_taken_back_from_it) {
  two_are_still_in();
  ASSERT_EQ(post("/presence/group", "do=home-out&class=Owls&name=Owls&belongs=all&tick=1").status,
            303);
  const auto page = get("/presence/day").body;
  EXPECT_THAT(page, HasSubstr("Owls (home time) went home: 1 of 2 ticked"));
  EXPECT_THAT(page, HasSubstr("Cara Lewis (Ducklings): Left at 15:20 with Sara Lewis"));
  const auto done = post("/presence/undo", "day=2026-01-12&entry=" + newest());
  EXPECT_EQ(done.headers.at("Location"), "/presence/day");
  EXPECT_EQ(where(1).place, Place::on_site);
  EXPECT_THAT(get("/presence/day").body, HasSubstr("<s>"));
}

TEST_F(PresenceOfDay, a_childs_day_holds_every_fact_of_door_and_people_with_author_and_time) {
  clock_.set("2026-01-12T10:00:00");
  tap(1, "2026-01-12T08:38:00");
  tell(*reg::ClassSeen::from({"Owls",
                              instant("2026-01-12T08:45:00"),
                              {PupilId(1)},
                              {PupilId(2)},
                              1,
                              *reg::Author::parse("J Okoro, Class teacher")}));
  EXPECT_EQ(post("/presence/child",
                 "day=2026-01-12&pupil=1&as=left&left-time=09:30&left-with="
                 "Sara+Khan&left-back=11:00&left-reason=dentist")
                .status,
            303);
  EXPECT_EQ(where(1).place, Place::out_expected);
  const auto page = get("/presence/child?pupil=1").body;
  expect_golden("child.html", page);
  EXPECT_THAT(page, HasSubstr("Card at the door"));
  EXPECT_THAT(page, HasSubstr("Seen by the register of Owls"));
  EXPECT_THAT(page, HasSubstr("Left at 09:30 with Sara Khan, dentist, back by 11:00"));
  EXPECT_THAT(page, HasSubstr("Out since 09:30, with Sara Khan, dentist, back by 11:00."));
  EXPECT_THAT(get("/presence/child?pupil=2").body, HasSubstr("Not seen by the register of Owls"));
  EXPECT_EQ(post("/presence/child", "day=2026-01-12&pupil=1&as=seen&seen-reason=library").status,
            303);
  EXPECT_EQ(where(1).place, Place::on_site);
  const auto count = told().size();
  EXPECT_EQ(post("/presence/child", "day=2026-01-12&pupil=1&as=seen&seen-reason=library").status,
            303);
  EXPECT_EQ(told().size(), count) << "pressed twice";
  EXPECT_TRUE(marks().empty());
}

TEST_F(PresenceOfDay, what_was_no_fact_is_taken_back_with_a_reason_and_stands_struck) {
  tap(1, "2026-01-12T08:38:00");
  const auto page = get("/presence/child?pupil=1").body;
  const auto at = page.find("name=\"journal\" value=\"") + 22;
  const std::string journal = page.substr(at, page.find('"', at) - at);
  const std::string undo = "day=2026-01-12&pupil=1&entry=1&journal=" + journal;
  EXPECT_EQ(post("/presence/undo", undo + "&reason=" + std::string(1001, 'x')).status, 422);
  const auto done = post("/presence/undo", undo + "&reason=Ben+had+her+card");
  EXPECT_EQ(done.status, 303);
  EXPECT_EQ(done.headers.at("Location"), "/presence/child?pupil=1");
  EXPECT_EQ(where(1).place, Place::out);
  EXPECT_FALSE(where(1).since);
  const auto struck = get("/presence/child?pupil=1").body;
  EXPECT_THAT(struck, HasSubstr("<s>Card at the door</s>"));
  EXPECT_THAT(struck, HasSubstr("Taken back at 09:10 by R Patel, Office: Ben had her card."));
  EXPECT_THAT(struck, Not(HasSubstr("name=\"journal\"")));
}

TEST_F(PresenceOfDay, a_hand_over_at_the_door_is_taken_back_on_the_childs_day_D49) {
  clock_.set("2026-01-12T13:10:00");
  tap(1, "2026-01-12T08:38:00");
  reg::DoorHandOver gone;
  gone.pupil = PupilId(1);
  gone.key_version = 1;
  gone.at.wall = instant("2026-01-12T13:02:00");
  const auto seq = door_.write(gone, gone.at.wall).seq;
  deliver(seq);
  ASSERT_EQ(where(1).place, Place::out);
  const auto page = get("/presence/child?pupil=1").body;
  const auto at = page.find("name=\"journal\" value=\"") + 22;
  const std::string journal = page.substr(at, page.find('"', at) - at);
  const auto entry = "name=\"entry\" value=\"" + std::to_string(seq) + "\"";
  ASSERT_THAT(page, HasSubstr(entry)) << "the page offers it";
  EXPECT_EQ(post("/presence/undo", "day=2026-01-12&pupil=1&entry=" + std::to_string(seq) +
                                       "&journal=" + journal + "&reason=typed+in+error")
                .status,
            303);
  EXPECT_NE(where(1).place, Place::out);
  EXPECT_THAT(get("/presence/child?pupil=1").body, HasSubstr("Taken back at 13:10 by R Patel"));
}

TEST_F(PresenceOfDay, a_correction_that_cannot_be_comes_back_with_what_was_typed) {
  for (const auto& [typed, words] : std::vector<std::pair<std::string, std::string>>{
           {"as=left&left-time=tea", "not a time of day"},
           {"as=left&left-time=09:11", "still to come"},
           {"as=left&left-back=08:00", "after the child left"},
           {"as=left&left-back=99:00", "not a time of day"},
           {"as=left&left-with=" + std::string(81, 'x'), "1 to 80 characters"},
           {"as=left&left-reason=" + std::string(1001, 'x'), "1000"},
           {"as=seen&seen-reason=%FF", "no text"},
           {"as=seen&seen-time=24:00", "not a time of day"}}) {
    const auto refused = post("/presence/child", "day=2026-01-12&pupil=1&" + typed);
    EXPECT_EQ(refused.status, 422) << typed.substr(0, 40);
    EXPECT_THAT(refused.body, HasSubstr(words)) << typed.substr(0, 40);
  }
  const auto kept = post("/presence/child",
                         "day=2026-01-12&pupil=1&as=left&left-time=tea&"
                         "left-reason=%3Cscript%3Ealert(1)%3C/script%3E");
  EXPECT_THAT(kept.body, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt;"));
  EXPECT_THAT(kept.body, Not(HasSubstr("<script>alert")));
  EXPECT_TRUE(told().empty());
}

TEST_F(PresenceOfDay, another_classs_child_is_not_there_for_a_teacher) {
  two_are_still_in();
  as_teacher_of("Owls");
  clock_.set("2026-01-12T16:10:00");
  EXPECT_EQ(get("/presence/child?pupil=1").status, 200);
  EXPECT_EQ(get("/presence/child?pupil=3").status, 404);
  EXPECT_EQ(post("/presence/child", "day=2026-01-12&pupil=3&as=seen").status, 404);
  EXPECT_EQ(post("/presence/day", "day=2026-01-12&pupil=3").status, 404);
  EXPECT_THAT(get("/presence/day").body, Not(HasSubstr("Cara Lewis")));
  gate_.become("D Shah", "Safeguarding lead", {reg::Role::dsl});
  EXPECT_THAT(get("/presence/child?pupil=3").body, HasSubstr("Left at 15:20"));
  EXPECT_THAT(get("/presence/child?pupil=3").body, Not(HasSubstr("name=\"as\"")));
  EXPECT_EQ(post("/presence/child", "day=2026-01-12&pupil=3&as=seen").status, 404);
}

}  // namespace
}  // namespace handbell::office
