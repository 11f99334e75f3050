// A child leaves with an adult, told on the pages of Presence: no way is weaker than Out of school
// (D49).
#include "golden.h"
#include "presence_fixture.h"
#include <gmock/gmock.h>

namespace handbell::office {
namespace {

using reg::Place;
using testing::HasSubstr;
using testing::Not;

class LeavingSchool : public PresenceTest {
 protected:
  void SetUp() override {
    PresenceTest::SetUp();
    put(listed(1, 1, "Nadia Khan", "Mother", true), listed(1, 2, "Omar Khan", "Uncle", false));
    put(listed(2, 1, "Ali Ross", "Father", true, "see the DSL"));
    see(1, "2026-01-12T08:40:00");
    see(2, "2026-01-12T08:41:00");
    see(3, "2026-01-12T08:42:00");
    clock_.set("2026-01-12T16:10:00");
  }
  static reg::Contact listed(int pupil, int order, const char* name, const char* relationship,
                             bool may_collect, const char* court_order = "") {
    return {PupilId(pupil), order,      *NamePart::parse(name), relationship, true, {}, {},
            may_collect,    court_order};
  }
  template <class... Contacts>
  void put(Contacts... contacts) {
    const std::vector<reg::Contact> rows{contacts...};
    ASSERT_TRUE(writer_->ask([&](store::Register& held) { return held.put_contacts(rows); }));
  }
  std::vector<reg::ReleaseGiven> answers() {
    return *writer_->ask(
        [](store::Register& held) { return held.release_answers(on("2026-01-12")); });
  }
  net::Response left(const std::string& more) {
    return post("/presence/child", "day=2026-01-12&as=left&" + more);
  }
  net::Response home_time(const std::string& ticks) {
    return post("/presence/group", "do=home-out&class=Owls&name=Owls&belongs=all" + ticks);
  }
};

TEST_F(LeavingSchool, whoever_collected_a_listed_child_has_a_name_and_the_lists_stand_beside) {
  const auto page = get("/presence/child?pupil=1").body;
  EXPECT_THAT(page, HasSubstr("Nadia Khan (Mother)"));
  EXPECT_THAT(page, HasSubstr("Omar Khan (Uncle)"));
  EXPECT_THAT(page, HasSubstr("Who collected? Full name"));
  const auto nobody = left("pupil=1");
  EXPECT_EQ(nobody.status, 422);
  EXPECT_THAT(nobody.body, HasSubstr("Type who collected Amira Khan."));
  EXPECT_EQ(where(1).place, Place::on_site);
  EXPECT_EQ(left("pupil=1&left-with=Nadia+Khan").status, 303);
  EXPECT_EQ(where(1).with, "Nadia Khan");
  EXPECT_TRUE(answers().empty()) << "no warning, no answers of a release";
  EXPECT_EQ(left("pupil=3").status, 303) << "nobody is listed for her";
}

TEST_F(LeavingSchool, that_nobody_collected_a_listed_child_is_said_in_words) {
  EXPECT_EQ(left("pupil=1&left-reason=walked+home+with+a+cousin").status, 303);
  EXPECT_EQ(where(1).place, Place::out);
}

TEST_F(LeavingSchool, a_restricted_child_leaves_checked_and_with_a_reason_or_not_at_all) {
  const auto page = get("/presence/child?pupil=2").body;
  expect_golden("child-restricted.html", page);
  EXPECT_THAT(page, HasSubstr("court order: see the DSL"));
  for (const auto& [typed, words] : std::vector<std::pair<std::string, std::string>>{
           {"", "Type the adult&#39;s full name."},
           {"left-reason=home", "Type the adult&#39;s full name."},
           {"left-with=Ali+Ross", "Choose how the adult was checked."},
           {"left-with=Ali+Ross&left-checked=photo_id", "Say why the child went all the same."},
           {"left-with=Ali+Ross&left-checked=x&left-despite=agreed", "Choose how the adult"},
           {"left-with=Ali+Ross&left-checked=photo_id&left-despite=agreed&left-warned=older",
            "changed while this page was open"}}) {
    const auto refused = left("pupil=2&" + typed);
    EXPECT_EQ(refused.status, 422) << typed;
    EXPECT_THAT(refused.body, HasSubstr(words)) << typed;
  }
  EXPECT_EQ(where(2).place, Place::on_site);
  EXPECT_TRUE(answers().empty());
  EXPECT_EQ(left("pupil=2&left-time=15:30&left-with=Ali+Ross&left-checked=photo_id&"
                 "left-despite=DSL+agreed&left-reason=dentist")
                .status,
            303);
  EXPECT_EQ(where(2).place, Place::out);
  EXPECT_EQ(where(2).since, instant("2026-01-12T15:30:00"));
  ASSERT_EQ(answers().size(), 2U) << "as Out of school writes it";
  EXPECT_EQ(answers()[0].what.checked, reg::IdentityCheck::photo_id);
  EXPECT_EQ(answers()[1].what.despite, "DSL agreed");
  EXPECT_EQ(answers()[1].what.warning, "Ali Ross (Father), court order: see the DSL");
  EXPECT_THAT(get("/out").body, HasSubstr("In spite of the warning: DSL agreed"));
  EXPECT_EQ(left("pupil=2&left-time=15:30&left-with=Ali+Ross&left-checked=photo_id&"
                 "left-despite=DSL+agreed&left-reason=dentist")
                .status,
            303);
  EXPECT_EQ(answers().size(), 2U) << "pressed twice";
}

TEST_F(LeavingSchool, who_may_not_collect_is_refused_by_every_way_however_the_name_is_spelt) {
  const auto refused = left("pupil=1&left-with=omar+KHAN");
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("Omar Khan (Uncle) may not collect"));
  EXPECT_THAT(refused.body, HasSubstr("name=\"left-despite\"")) << "and the way to answer it";
  const auto pressed = post("/presence/day", "day=2026-01-12&time=&with=Omar+Khan&pupil=1");
  EXPECT_EQ(pressed.status, 422);
  EXPECT_THAT(pressed.body, HasSubstr("does not go with everybody"));
  EXPECT_EQ(where(1).place, Place::on_site);
  EXPECT_EQ(left("pupil=1&left-with=Omar+Khan&left-checked=known_to_staff&left-despite=mother+"
                 "telephoned")
                .status,
            303);
  EXPECT_EQ(answers().back().what.warning, "Omar Khan (Uncle) may not collect");
}

TEST_F(LeavingSchool, an_adult_on_no_list_is_asked_about_on_every_way_D49) {
  const auto refused = left("pupil=1&left-with=Mr+Omar+Khan");
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("Mr Omar Khan is not on the list of who may collect"));
  EXPECT_THAT(refused.body, HasSubstr("name=\"left-despite\"")) << "and the way to answer it";
  EXPECT_THAT(refused.body, HasSubstr("value=\"Mr Omar Khan\""));
  const auto pressed = post("/presence/day", "day=2026-01-12&time=&with=Mr+Omar+Khan&pupil=1");
  EXPECT_EQ(pressed.status, 422);
  EXPECT_THAT(pressed.body, HasSubstr("does not go with everybody"));
  EXPECT_THAT(pressed.body, HasSubstr("value=\"Mr Omar Khan\""));
  const auto unchecked = left("pupil=1&left-with=Mr+Omar+Khan&left-despite=mother+telephoned");
  EXPECT_EQ(unchecked.status, 422);
  EXPECT_THAT(unchecked.body, HasSubstr("Choose how the adult was checked."));
  EXPECT_THAT(unchecked.body, HasSubstr("value=\"mother telephoned\"")) << "what was typed stays";
  EXPECT_EQ(where(1).place, Place::on_site);
  EXPECT_EQ(left("pupil=1&left-with=Mr+Omar+Khan&left-checked=photo_id&left-despite=mother+"
                 "telephoned")
                .status,
            303);
  EXPECT_EQ(answers().back().what.warning, "Mr Omar Khan is not on the list of who may collect");
  EXPECT_EQ(left("pupil=3&left-with=Ann+Carer").status, 303) << "nobody is listed for her";
}

TEST_F(LeavingSchool, was_collected_asks_by_whom_and_leaves_a_restricted_child_to_its_own_page) {
  const auto page = get("/presence/day").body;
  expect_golden("day-collected.html", page);
  EXPECT_THAT(page, HasSubstr("May collect: Nadia Khan (Mother)"));
  EXPECT_THAT(page, HasSubstr("May not collect: Omar Khan (Uncle)"));
  EXPECT_THAT(page, HasSubstr("Not everybody may collect this child."));
  EXPECT_THAT(page, HasSubstr("href=\"/presence/child?pupil=2&amp;on=2026-01-12#left\""));
  const auto nameless = post("/presence/day", "day=2026-01-12&time=&with=&pupil=1");
  EXPECT_EQ(nameless.status, 422);
  EXPECT_THAT(nameless.body, HasSubstr("Type who collected Amira Khan."));
  EXPECT_EQ(post("/presence/day", "day=2026-01-12&time=&with=Ali+Ross&pupil=2").status, 422);
  EXPECT_EQ(post("/presence/day", "day=2026-01-12&time=&with=&pupil=3").status, 303)
      << "nobody is listed for her";
  EXPECT_EQ(post("/presence/day", "day=2026-01-12&time=&with=Nadia+Khan&pupil=1").status, 303);
  EXPECT_EQ(where(1).place, Place::out);
  EXPECT_EQ(where(2).place, Place::on_site);
}

TEST_F(LeavingSchool, home_time_goes_in_one_press_and_leaves_the_restricted_child_to_itself) {
  const auto page = get("/presence/group?do=home-out&class=Owls").body;
  expect_golden("group-alone.html", page);
  EXPECT_THAT(page, HasSubstr("Each by itself: not everybody may collect"));
  EXPECT_THAT(page, HasSubstr("May not collect: Omar Khan (Uncle)")) << "beside the tick of Amira";
  EXPECT_THAT(page, HasSubstr("href=\"/presence/child?pupil=2#left\""));
  EXPECT_THAT(page, Not(HasSubstr("id=\"tick-2\"")));
  const auto all = post("/presence/ticks", "do=home-out&class=Owls&name=Owls&fill=likely");
  EXPECT_THAT(all.body, HasSubstr("id=\"tick-1\" name=\"tick\" value=\"1\" data-likely checked"));
  const auto forced = home_time("&tick=1&tick=2");
  EXPECT_EQ(forced.status, 422);
  EXPECT_THAT(forced.body, HasSubstr("Not everybody may collect Ben Ross: nobody was moved."));
  EXPECT_EQ(where(1).place, Place::on_site);
  EXPECT_EQ(home_time("&tick=1").status, 303);
  EXPECT_EQ(where(1).place, Place::out);
  EXPECT_EQ(where(2).place, Place::on_site);
  EXPECT_THAT(get("/presence/moved?entry=" + newest()).body, HasSubstr("Ben Ross"))
      << "and is not forgotten";
}

TEST_F(LeavingSchool, a_trip_and_a_taxi_take_a_restricted_child_as_any_other) {
  for (const char* way : {"trip-out", "transport-out"}) {
    EXPECT_THAT(get(std::string("/presence/group?class=Owls&do=") + way).body,
                HasSubstr("id=\"tick-2\""))
        << way;
  }
}

TEST_F(LeavingSchool, a_teacher_sends_to_the_office_and_reads_no_list) {
  as_teacher_of("Owls");
  const auto page = get("/presence/child?pupil=2").body;
  EXPECT_THAT(page, HasSubstr("This child leaves through the office alone. Ask the office."));
  for (const char* address : {"/presence/child?pupil=1", "/presence/child?pupil=2", "/presence/day",
                              "/presence/group?do=home-out&class=Owls"}) {
    EXPECT_THAT(get(address).body, Not(HasSubstr("court order"))) << address;
    EXPECT_THAT(get(address).body, Not(HasSubstr("Nadia"))) << address;
    EXPECT_THAT(get(address).body, Not(HasSubstr("Omar"))) << address;
  }
  const auto refused = left(
      "pupil=2&left-with=Ali+Ross&left-checked=photo_id&left-despite=the+head+said+so&left-"
      "warned=");
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("leaves through the office alone: nothing was told."));
  const auto barred = left("pupil=1&left-with=Omar+Khan");
  EXPECT_EQ(barred.status, 422);
  EXPECT_THAT(barred.body, Not(HasSubstr("Uncle"))) << "the list is not hers";
  const auto unlisted = left("pupil=1&left-with=Ann+Carer&left-checked=photo_id&left-despite=x");
  EXPECT_EQ(unlisted.status, 422);
  EXPECT_THAT(unlisted.body, HasSubstr("leaves through the office alone: nothing was told."));
  EXPECT_THAT(unlisted.body, Not(HasSubstr("name=\"left-despite\""))) << "nor the answer";
  EXPECT_TRUE(answers().empty());
  EXPECT_EQ(left("pupil=1&left-with=Nadia+Khan").status, 303);
}

TEST_F(LeavingSchool, who_is_asked_for_is_answered_on_out_of_school) {
  reg::ReleaseAsked asked;
  asked.pupil = PupilId(1);
  asked.at.wall = instant("2026-01-12T16:05:00");
  asked.who = "mum";
  deliver(door_.write(asked, asked.at.wall).seq);
  for (const auto& refused :
       {left("pupil=1&left-with=Nadia+Khan"),
        post("/presence/day", "day=2026-01-12&time=&with=Nadia+Khan&pupil=1")}) {
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("answer that request on the page Out of school"));
  }
}

TEST_F(LeavingSchool, a_school_without_contacts_loses_nothing) {
  ASSERT_TRUE(
      writer_->ask([](store::Register& held) { return held.replace_contacts(PupilId(2), {}); }));
  EXPECT_EQ(home_time("&tick=2").status, 303);
  EXPECT_EQ(where(2).place, Place::out);
}

}  // namespace
}  // namespace handbell::office
