// Who is where: counts, each child with how we know, any moment of any day, own classes only (D29).
#include "golden.h"
#include "presence_fixture.h"
#include <gmock/gmock.h>

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

class PresencePage : public PresenceTest {
 protected:
  void a_morning() {
    clock_.set("2026-01-12T10:20:00");
    tap(1, "2026-01-12T08:55:01", "L");
    see(2, "2026-01-12T08:40:00");
    tell(reg::SingleEntry{PupilId(3), reg::Direction::out, instant("2026-01-12T09:30:00"),
                          *NamePart::parse("Sara Lewis"), instant("2026-01-12T11:00:00"), "dentist",
                          *reg::Author::parse("R Patel, Office")});
  }
};

TEST_F(PresencePage, a_day_before_anybody_came_says_that_nobody_is_here) {
  const auto page = get("/presence");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("Not come."));
  EXPECT_THAT(page.body, HasSubstr("Nobody is in doubt."));
  expect_golden("presence-empty.html", page.body);
}

TEST_F(PresencePage, each_child_stands_where_he_is_with_how_we_know_D29) {
  a_morning();
  const auto page = get("/presence").body;
  expect_golden("presence.html", page);
  EXPECT_THAT(page, HasSubstr("At the door since 08:55."));
  EXPECT_THAT(page, HasSubstr("Card at the door at 08:55."));
  EXPECT_THAT(page, HasSubstr("In school since 08:40."));
  EXPECT_THAT(page, HasSubstr("Seen at 08:40, by J Okoro, Class teacher."));
  EXPECT_THAT(page, HasSubstr("Out since 09:30, with Sara Lewis, dentist, back by 11:00."));
  EXPECT_THAT(page, HasSubstr("At the door for ten minutes or more, and seen by nobody."))
      << "D10: comes back in red";
}

TEST_F(PresencePage, any_moment_of_the_day_can_be_asked_for) {
  a_morning();
  const auto page = get("/presence?at=08:50").body;
  EXPECT_THAT(page, HasSubstr("Monday 12 January 2026 at 08:50"));
  EXPECT_THAT(page, Not(HasSubstr("At the door since")));
  EXPECT_THAT(page, HasSubstr("In school since 08:40"));
  EXPECT_THAT(page, Not(HasSubstr("data-live-from"))) << "the past does not change by itself";
  for (const char* at : {"25:00", "tea+time", "10:21", "%01"}) {
    const auto refused = get(std::string("/presence?at=") + at);
    EXPECT_EQ(refused.status, 422) << at;
    EXPECT_THAT(refused.body, HasSubstr("There is a problem")) << at;
  }
}

TEST_F(PresencePage, a_day_that_is_over_stands_as_it_was) {
  a_morning();
  clock_.set("2026-01-14T10:00:00");
  const auto page = get("/presence?on=2026-01-12&at=10:15").body;
  EXPECT_THAT(page, HasSubstr("In school since 08:40"));
  EXPECT_THAT(page, HasSubstr("/presence?on=2026-01-09"));
  EXPECT_THAT(get("/presence").body, Not(HasSubstr("In school since")));
  for (const char* day : {"2026-02-30", "2026-01-15", "yesterday"}) {
    EXPECT_EQ(get(std::string("/presence?on=") + day).status, 404) << day;
  }
}

TEST_F(PresencePage, the_list_is_chosen_by_class_place_and_name) {
  a_morning();
  const auto list = [](const std::string& page) {
    return page.substr(page.find("id=\"children\""));
  };
  EXPECT_THAT(list(get("/presence?class=Ducklings").body), Not(HasSubstr("Ben Ross")));
  EXPECT_THAT(list(get("/presence?place=on-site").body), HasSubstr("Ben Ross"));
  EXPECT_THAT(list(get("/presence?place=on-site").body), Not(HasSubstr("Amira")));
  EXPECT_THAT(list(get("/presence?place=in").body), HasSubstr("Amira"));
  const auto found = post("/presence", "name=ROSS");
  EXPECT_EQ(found.status, 200);
  EXPECT_THAT(list(found.body), HasSubstr("Ben Ross"));
  EXPECT_THAT(list(found.body), Not(HasSubstr("Cara Lewis")));
  EXPECT_THAT(list(post("/presence", "name=%3Cscript%3E%01").body),
              HasSubstr("No child is there."));
  EXPECT_EQ(post("/presence", "name=" + std::string(201, 'x')).status, 422);
  EXPECT_EQ(get("/presence?class=Foxes").status, 404);
}

TEST_F(PresencePage, a_teacher_has_the_own_class_alone) {
  a_morning();
  as_teacher_of("Ducklings");
  const auto page = get("/presence").body;
  EXPECT_THAT(page, HasSubstr("Cara Lewis"));
  EXPECT_THAT(page, Not(HasSubstr("Amira")));
  EXPECT_THAT(page, Not(HasSubstr("Owls")));
  EXPECT_EQ(get("/presence?class=Owls").status, 404);
  EXPECT_THAT(post("/presence", "name=Amira").body, HasSubstr("No child is there."));
}

TEST_F(PresencePage, champion_and_DSL_read_and_tell_nothing_and_others_have_no_such_page) {
  a_morning();
  gate_.become("D Shah", "Attendance champion", {reg::Role::champion});
  EXPECT_THAT(get("/presence").body, Not(HasSubstr("Group in or out")));
  EXPECT_EQ(get("/presence/group").status, 404);
  EXPECT_EQ(post("/presence/group", "do=home-out&class=Owls&tick=1").status, 404);
  EXPECT_EQ(post("/presence/undo", "entry=" + newest()).status, 404);
  gate_.become("G Reed", "Governor", {reg::Role::governor});
  EXPECT_EQ(get("/presence").status, 404);
}

}  // namespace
}  // namespace handbell::office
