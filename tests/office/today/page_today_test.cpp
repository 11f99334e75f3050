// The page as golden files: HANDBELL_WRITE=1 writes them anew, and git shows what changed.
#include "app/office/today/page_today.h"

#include "golden.h"
#include <gtest/gtest.h>

namespace handbell::office {
namespace {

Html whole(const TodayView& view, const PageFrame& frame = {}) {
  return today_page(view, today_parts(view), "t0ken", frame);
}

LateLine line(std::string key, std::string name, std::string arrived, std::string code) {
  LateLine made;
  made.token = "2026-01-12." + key + "." + code + ".12";
  made.key = std::move(key);
  made.name = std::move(name);
  made.class_name = "Owls";
  made.half = "Morning";
  made.arrived = std::move(arrived);
  made.code_name = code == "L" ? "Late, before the register closed" : "Late, after it closed";
  made.code = std::move(code);
  made.minutes_late = 12;
  return made;
}

TodayView empty_day() {
  TodayView view;
  view.school = "Oak Lane Infants";
  view.day = "2026-01-12";
  view.date = "Monday 12 January 2026";
  view.closes = "Registers close at 09:00.";
  view.previous = "2026-01-09";
  view.legal_register = "Handbell";
  return view;
}

TodayView morning() {
  TodayView view = empty_day();
  view.tiles = {2, 1, 2, 1, 1};
  view.presence = {41, 2, 1};
  view.at_door = {{"2", "Ben Ross", "Owls", "09:02", false, ""},
                  {"1", "Amira Khan", "Owls", "08:47", true, ""},
                  {"5", "Eve Hart", "Owls", "", true, "The class did not see the child at 08:45."}};
  view.out = {{"6", "Finn Gray", "Foxes", "08:50", "09:30", "dentist", true}};
  view.unknown = {{"Foxes", {"Gia Noor", "Hal Ives"}}};
  view.told = {{"12", "Ivo Lund", "Foxes", "Came or was seen at 08:52", "R Patel, Office"}};
  view.waiting = {line("am-1", "Amira Khan", "08:47", "L"), line("am-2", "Ben Ross", "09:02", "U")};
  view.waiting[1].note = "The kiosk judged L with door book 3; the office knows better: U.";
  view.conflicts = {line("am-3", "Cara Lewis", "08:51", "L")};
  view.conflicts[0].entered = "/";
  view.conflicts[0].entered_by = "J Okoro, Class teacher";
  view.accepted = {line("am-4", "Dan Hughes", "08:44", "L")};
  view.accepted[0].entered = "L";
  view.accepted[0].entered_by = "R Patel, Office";
  view.notes = {{"A card", "08:41", "that nobody holds.", false}};
  view.kiosks = {{"Front door", KioskState::working, "09:04", "working", false, 0, true, 3, true},
                 {"Nursery gate", KioskState::never_heard, "", "", false, 0, true, 0, false}};
  return view;
}

TodayView hostile() {
  const std::string name = "<script>alert(1)</script>\"'&\x01";
  TodayView view = morning();
  view.school = name;
  view.date = name;
  view.closes = name;
  view.legal_register = name;
  view.rehearsal = true;
  view.waiting = {line("am-1", name, "08:47", "L"), line("pm-2", "Seán O'Neill", "12:59", "L"),
                  line("am-3", "Nguyễn Thị Ánh", "08:52", "U")};
  view.waiting[1].half = "Afternoon";
  view.waiting[0].note = name;
  view.waiting[0].class_name = name;
  view.waiting[0].urgent = true;
  view.conflicts[0].entered_by = name;
  view.notes = {{name, "08:41", name, true}};
  view.at_door = {{"1", name, name, "08:47", true, name}};
  view.out = {{"6", name, name, "08:50", "09:30", name, false}};
  view.unknown = {{name, {name, name}}};
  view.told = {{"12", name, name, name, name}};
  view.faults = {{name, name, "08:00"}};
  view.left_over = LeftOver{"2026-01-09", name, 2, 1};
  view.missing = {{name, "morning", "08:40", true}, {"Owls", "afternoon", "13:10", false}};
  view.kiosks = {{name, KioskState::fault, "08:00", name, true, 12, false, 2, false},
                 {name, KioskState::silent, "08:00", name, true, 12, true, 0, false}};
  return view;
}

TEST(PageToday, a_morning_as_the_office_sees_it) {
  PageFrame frame;
  frame.pages = {{"/today", "Today"}, {"/calls", "Calls"}};
  frame.path = "/today";
  frame.who = "R Patel, Office";
  frame.done = "1 mark was accepted.";
  expect_golden("today_morning.html", whole(morning(), frame));
}

TEST(PageToday, whoever_only_reads_it_finds_nothing_to_press_and_no_way_to_what_is_the_offices) {
  PageFrame frame;
  frame.pages = {{"/today", "Today"}, {"/calls", "Calls"}};
  frame.path = "/today";
  frame.who = "N Iqbal, Champion";
  TodayView view = morning();
  view.may_act = false;
  const auto page = whole(view, frame);
  expect_golden("today_onlooker.html", page);
  for (const char* offices : {"form=\"", "/accept", "/register", "/reconcile", "/today/arrived"}) {
    EXPECT_EQ(page.markup().find(offices), std::string::npos) << offices;
  }
  EXPECT_NE(page.markup().find("Waits for the office"), std::string::npos);
}

TEST(PageToday, a_day_on_which_nobody_came_late) {
  expect_golden("today_empty.html", whole(empty_day()));
}

TEST(PageToday, hostile_names_stay_names) {
  PageFrame frame;
  frame.who = "\"><script>, '";
  frame.done = "<b>";
  frame.errors.add("waiting", "<b>");
  const auto page = whole(hostile(), frame);
  expect_golden("today_hostile.html", page);
  EXPECT_EQ(page.markup().find("<script>"), std::string::npos);
  EXPECT_EQ(page.markup().find("<b>"), std::string::npos);
}

TEST(PageToday, its_foot_names_the_legal_register_D50) {
  TodayView view = morning();
  view.legal_register = "Other MIS";
  const auto page = whole(view).markup();
  EXPECT_NE(page.find("Legal register: Other MIS</p>"), std::string::npos);
  EXPECT_EQ(message_page({}, "Sorry").markup().find("Legal register"), std::string::npos);
}

TEST(PageToday, an_earlier_day_has_no_live_updates) {
  TodayView view = morning();
  view.is_today = false;
  view.next = "2026-01-13";
  const auto page = whole(view).markup();
  EXPECT_EQ(page.find("data-live-from"), std::string::npos);
  EXPECT_NE(page.find("/today?on=2026-01-13"), std::string::npos);
}

TEST(PageToday, what_is_sent_live_is_what_stands_on_the_page) {
  const auto page = whole(morning()).markup();
  const auto fragment = today_fragment(today_parts(morning())).markup();
  const auto lists = fragment.substr(fragment.find("<div id=\"lists\""));
  EXPECT_NE(page.find(lists), std::string::npos);
  EXPECT_NE(page.find(fragment.substr(0, fragment.find("<div id=\"lists\""))), std::string::npos);
}

}  // namespace
}  // namespace handbell::office
