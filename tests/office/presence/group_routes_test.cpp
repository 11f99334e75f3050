// Groups that come and go together: whoever is ticked moves, nobody else does (D47).
#include "golden.h"
#include "presence_fixture.h"
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <random>

namespace handbell::office {
namespace {

using reg::Place;
using testing::HasSubstr;
using testing::Not;

class Groups : public PresenceTest {
 protected:
  void all_are_in() {
    for (const int pupil : {1, 2, 3}) see(pupil, "2026-01-12T08:40:00");
  }
  net::Response trip_leaves(const std::string& ticks = "tick=1&tick=2") {
    return post("/presence/group",
                "do=trip-out&class=Owls&name=Museum&in-charge=Sara+Bell&time="
                "09:05&back-by=14:30&belongs=all&" +
                    ticks);
  }
};

TEST_F(Groups, each_kind_of_group_can_be_chosen_in_and_out) {
  const auto page = get("/presence/group").body;
  expect_golden("group-choose.html", page);
  for (const char* words : {"Breakfast club comes in", "Trip leaves", "Trip is back",
                            "Bus or taxi brings children", "Nursery session ends", "Home time",
                            "After-school club goes home", "Lunch: children are back"}) {
    EXPECT_THAT(page, HasSubstr(words));
  }
  const auto of_trip = get("/presence/group?do=trip-out").body;
  expect_golden("group-choose-trip.html", of_trip);
  EXPECT_THAT(of_trip, HasSubstr("value=\"Ducklings\""));
  EXPECT_EQ(get("/presence/group?do=picnic-out").status, 404);
  EXPECT_EQ(get("/presence/group?do=trip-out&class=Foxes").status, 404);
  EXPECT_EQ(get("/presence/group?do=trip-out&from=99").status, 404);
}

TEST_F(Groups, a_list_names_first_who_can_move_and_nobody_is_ticked_beforehand) {
  see(2, "2026-01-12T08:40:00");
  const auto page = get("/presence/group?do=trip-out&class=Owls").body;
  expect_golden("group-ticks.html", page);
  EXPECT_LT(page.find("Ben Ross"), page.find("Not in school, as far as we know"));
  EXPECT_LT(page.find("Not in school, as far as we know"), page.find("Amira Khan"));
  EXPECT_THAT(page, Not(HasSubstr(" checked>Amira")));
  EXPECT_EQ(page.find("data-likely checked"), std::string::npos);
}

TEST_F(Groups, a_trip_leaves_and_who_was_not_ticked_keeps_his_place_and_is_named_D47) {
  all_are_in();
  const auto done = trip_leaves("tick=1");
  EXPECT_EQ(done.status, 303);
  EXPECT_EQ(done.headers.at("Location"), "/presence/moved?entry=" + newest());
  EXPECT_EQ(where(1).place, Place::elsewhere);
  EXPECT_EQ(where(1).with, "Sara Bell");
  EXPECT_EQ(where(2).place, Place::on_site);
  EXPECT_EQ(where(3).place, Place::on_site);
  EXPECT_TRUE(marks().empty()) << "marks follow their own rules";
  const auto page = get(done.headers.at("Location")).body;
  expect_golden("group-moved.html", page);
  EXPECT_THAT(page, HasSubstr("Museum (trip) left: 1 child ticked, 1 not."));
  EXPECT_THAT(page, HasSubstr("Left behind?"));
  EXPECT_THAT(page, HasSubstr("In charge: Sara Bell. Back by 14:30."));
  EXPECT_THAT(get("/presence").body,
              HasSubstr("Museum left at 09:05 without a tick for this child: "
                        "left behind?"));
}

TEST_F(Groups, a_trip_comes_back_against_the_list_of_who_left_with_it) {
  all_are_in();
  ASSERT_EQ(trip_leaves().status, 303);
  const std::string left = newest();
  clock_.set("2026-01-12T14:40:00");
  EXPECT_THAT(get("/presence/group?do=trip-in").body, HasSubstr("2 children, left at 09:05"));
  const auto list = get("/presence/group?do=trip-in&from=" + left).body;
  EXPECT_THAT(list, HasSubstr("Trip is back: Museum"));
  EXPECT_THAT(list, HasSubstr("value=\"Sara Bell\""));
  EXPECT_THAT(list, Not(HasSubstr("Cara Lewis")));
  const std::string form = "do=trip-in&from=" + left + "&in-charge=Sara+Bell&tick=";
  EXPECT_EQ(post("/presence/group", form + "3").status, 422) << "she never left";
  const auto done = post("/presence/group", form + "1");
  EXPECT_EQ(done.status, 303);
  EXPECT_EQ(where(1).place, Place::on_site);
  EXPECT_EQ(where(2).place, Place::elsewhere);
  EXPECT_THAT(get(done.headers.at("Location")).body, HasSubstr("Left behind?"));
  EXPECT_EQ(post("/presence/group", form + "2").status, 303) << "with the second car";
  EXPECT_EQ(where(2).place, Place::on_site);
  EXPECT_THAT(get("/presence/group?do=trip-in").body, HasSubstr("all of them are back"));
  EXPECT_THAT(get("/presence/group?do=trip-out").body, HasSubstr("2 children, last today"))
      << "the trip has whom it had";
}

TEST_F(Groups, whoever_is_ticked_moves_and_nobody_else_does_D47) {
  std::vector<reg::PupilRecord> rows;
  for (int i = 4; i <= 12; ++i) rows.push_back(pupil_named("Child", std::to_string(i).c_str(), i));
  ASSERT_TRUE(writer_->ask([&](store::Register& held) { return held.put_pupils(rows); }));
  std::mt19937 random(47);
  for (int round = 0; round < 12; ++round) {
    clock_.forward(minutes(5));
    const bool out = round % 2 == 1;
    std::map<int, Place> before;
    std::string form =
        fmt::format("do=transport-{}&class=Owls&class=Ducklings&name=Taxi+4&belongs={}",
                    out ? "out" : "in", round % 3 == 0 ? "ticked" : "all");
    std::set<int> ticked;
    for (int pupil = 1; pupil <= 12; ++pupil) {
      before[pupil] = where(pupil).place;
      if (random() % 3 != 0 && !ticked.empty()) continue;
      ticked.insert(pupil);
      form += "&tick=" + std::to_string(pupil);
    }
    ASSERT_EQ(post("/presence/group", form).status, 303);
    for (int pupil = 1; pupil <= 12; ++pupil) {
      const Place moved = out ? Place::out : Place::on_site;
      EXPECT_EQ(where(pupil).place, ticked.contains(pupil) ? moved : before[pupil])
          << "round " << round << ", pupil " << pupil;
    }
  }
}

TEST_F(Groups, a_group_that_moved_is_offered_by_its_name_with_its_children) {
  all_are_in();
  ASSERT_EQ(
      post("/presence/group",
           "do=transport-out&class=Owls&class=Ducklings&name=Taxi+4&belongs=ticked&tick=1&tick=3")
          .status,
      303);
  const std::string taxi = newest();
  clock_.set("2026-01-13T08:30:00");
  EXPECT_THAT(get("/presence/group?do=transport-in").body,
              HasSubstr("2 children, last on Monday 12 January 2026"));
  const auto list = get("/presence/group?do=transport-in&from=" + taxi).body;
  EXPECT_THAT(list, HasSubstr("value=\"Taxi 4\""));
  EXPECT_THAT(list, HasSubstr("Amira Khan"));
  EXPECT_THAT(list, HasSubstr("Cara Lewis"));
  EXPECT_THAT(list, Not(HasSubstr("Ben Ross")));
  EXPECT_THAT(get("/presence/group?do=transport-in&class=Owls&from=" + taxi).body,
              HasSubstr("Ben Ross"))
      << "a class can be added";
  clock_.set("2026-03-20T08:30:00");
  EXPECT_THAT(get("/presence/group?do=transport-in").body, Not(HasSubstr("Taxi 4")))
      << "30 school days later it is forgotten";
}

TEST_F(Groups, a_form_that_cannot_be_comes_back_with_all_that_was_typed) {
  all_are_in();
  const auto before = told().size();
  const std::string trip = "do=trip-out&class=Owls&belongs=all";
  for (const auto& [typed, words] : std::vector<std::pair<std::string, std::string>>{
           {"&name=Museum&in-charge=S+Bell", "Tick the children one by one."},
           {"&name=Museum&tick=1", "Say which adult is in charge"},
           {"&in-charge=S+Bell&tick=1", "Say what the group is called"},
           {"&name=" + std::string(81, 'x') + "&in-charge=S+Bell&tick=1", "up to 80 characters"},
           {"&name=a%01b&in-charge=S+Bell&tick=1", "without line breaks"},
           {"&name=Museum&in-charge=" + std::string(81, 'x') + "&tick=1", "1 to 80 characters"},
           {"&name=Museum&in-charge=S+Bell&tick=1&time=25:00", "not a time of day"},
           {"&name=Museum&in-charge=S+Bell&tick=1&time=09:11", "still to come: it is 09:10"},
           {"&name=Museum&in-charge=S+Bell&tick=1&back-by=tea", "not a time of day"},
           {"&name=Museum&in-charge=S+Bell&tick=1&back-by=09:00", "type a later time"},
           {"&name=Museum&in-charge=S+Bell&tick=3", "not on this list"},
           {"&name=Museum&in-charge=S+Bell&tick=x", "not on this list"}}) {
    const auto refused = post("/presence/group", trip + typed);
    EXPECT_EQ(refused.status, 422) << typed.substr(0, 80);
    EXPECT_THAT(refused.body, HasSubstr("There is a problem")) << typed.substr(0, 80);
    EXPECT_THAT(refused.body, HasSubstr(words)) << typed.substr(0, 80);
  }
  const auto kept = post("/presence/group", trip +
                                                "&tick=2&time=09:00&back-by=14:30&in-charge=&name="
                                                "%3Cscript%3Ealert(1)%3C/script%3E");
  EXPECT_THAT(kept.body, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt;"));
  EXPECT_THAT(kept.body, Not(HasSubstr("<script>alert")));
  expect_golden("group-refused.html", kept.body);
  EXPECT_EQ(told().size(), before) << "nothing was told";
  EXPECT_EQ(post("/presence/group", "do=trip-in&tick=1").status, 404);
}

TEST_F(Groups, without_scripts_all_who_are_in_are_ticked_by_a_button_and_nothing_is_written) {
  see(2, "2026-01-12T08:40:00");
  const auto before = told().size();
  const auto all = post("/presence/ticks", "do=home-out&class=Owls&fill=likely&name=Owls");
  EXPECT_EQ(all.status, 200);
  EXPECT_THAT(all.body, HasSubstr("value=\"2\" data-likely checked"));
  EXPECT_THAT(all.body, Not(HasSubstr("value=\"1\" checked"))) << "who is not here does not leave";
  const auto none = post("/presence/ticks", "do=home-out&class=Owls&fill=none&tick=2&name=Owls");
  EXPECT_THAT(none.body, Not(HasSubstr("data-likely checked")));
  EXPECT_EQ(told().size(), before);
}

TEST_F(Groups, home_time_goes_by_class_and_needs_nothing_but_ticks) {
  all_are_in();
  const auto list = get("/presence/group?do=home-out&class=Owls").body;
  EXPECT_THAT(list, HasSubstr("type=\"text\" value=\"Owls\""));
  EXPECT_EQ(post("/presence/group", "do=home-out&class=Owls&name=Owls&belongs=all&tick=1").status,
            303);
  EXPECT_EQ(where(1).place, Place::out);
  EXPECT_EQ(where(2).place, Place::on_site);
  EXPECT_THAT(get("/presence/moved?entry=" + newest()).body,
              HasSubstr("Owls (home time) went home"));
}

TEST_F(Groups, pressed_twice_it_is_told_once) {
  all_are_in();
  const auto before = told().size();
  EXPECT_EQ(trip_leaves().status, 303);
  EXPECT_EQ(trip_leaves().status, 303);
  EXPECT_THAT(get("/presence").body, HasSubstr("That was told already, and not once more."));
  EXPECT_EQ(told().size(), before + 1);
}

TEST_F(Groups, an_error_is_taken_back_and_everybody_is_where_he_was) {
  all_are_in();
  ASSERT_EQ(trip_leaves().status, 303);
  const std::string entry = newest();
  EXPECT_EQ(post("/presence/undo", "day=2026-01-12&entry=" + entry).status, 303);
  EXPECT_EQ(where(1).place, Place::on_site);
  EXPECT_THAT(get("/presence/moved?entry=" + entry).body, HasSubstr("This was taken back"));
  const auto count = told().size();
  EXPECT_EQ(post("/presence/undo", "day=2026-01-12&entry=" + entry).status, 303);
  EXPECT_EQ(told().size(), count) << "once";
  EXPECT_EQ(post("/presence/undo", "day=2026-01-12&entry=99").status, 404);
  EXPECT_EQ(post("/presence/undo", "day=2026-99-12&entry=" + entry).status, 404);
  EXPECT_THAT(get("/presence/group?do=trip-out").body, Not(HasSubstr("Museum")));
}

TEST_F(Groups, a_teacher_moves_the_own_class_and_nobody_elses_child) {
  all_are_in();
  ASSERT_EQ(
      post("/presence/group",
           "do=transport-out&class=Owls&class=Ducklings&name=Taxi+4&belongs=ticked&tick=2&tick=3")
          .status,
      303);
  const std::string taxi = newest();
  as_teacher_of("Owls");
  const auto choose = get("/presence/group?do=home-out").body;
  EXPECT_THAT(choose, HasSubstr("value=\"Owls\""));
  EXPECT_THAT(choose, Not(HasSubstr("Ducklings")));
  EXPECT_EQ(post("/presence/group", "do=home-out&class=Ducklings&name=D&tick=3").status, 404);
  EXPECT_EQ(post("/presence/group", "do=home-out&class=Owls&name=O&tick=1&tick=3").status, 422);
  EXPECT_THAT(get("/presence/group?do=transport-out").body, Not(HasSubstr("Taxi 4")));
  const auto same_name =
      post("/presence/group", "do=transport-out&class=Owls&name=taxi+4&belongs=ticked&tick=1");
  EXPECT_EQ(same_name.status, 422);
  EXPECT_THAT(same_name.body, HasSubstr("has children of other classes"));
  EXPECT_EQ(post("/presence/undo", "entry=" + taxi).status, 404) << "the office told it";
  const auto moved = get("/presence/moved?entry=" + taxi).body;
  EXPECT_THAT(moved, HasSubstr("Ben Ross"));
  EXPECT_THAT(moved, Not(HasSubstr("Cara Lewis")));
  EXPECT_EQ(post("/presence/group", "do=home-out&class=Owls&name=O&tick=1").status, 303);
  EXPECT_EQ(post("/presence/undo", "entry=" + newest()).status, 303) << "her own";
}

}  // namespace
}  // namespace handbell::office
