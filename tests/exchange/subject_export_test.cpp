#include "app/exchange/subject_export.h"

#include "app/exchange/subject_tables.h"

#include "exchange_school.h"
#include "golden.h"
#include <nlohmann/json.hpp>

namespace handbell::exchange {
namespace {

reg::Contact contact(int order, const char* name, const char* phone) {
  return {PupilId(1),   order, *NamePart::parse(name),
          "Parent",     true,  *reg::PhoneNumber::parse(phone),
          std::nullopt, true,  ""};
}

reg::SeenEvent arrival(std::uint64_t seq, std::int64_t pupil) {
  reg::Arrived event;
  event.pupil = PupilId(pupil);
  event.at.wall = instant("2026-01-12T08:52:59");
  event.first_contact = event.at.wall;
  event.outcome = reg::Outcome::late_before_close;
  event.proposal = reg::code_of("L");
  return {{"AB12", seq}, event};
}

SubjectData data() {
  SubjectData made{PupilId(1), small_history(), {}, {}, {}};
  reg::Withdrawn not_me{7, {}};
  not_me.at.wall = instant("2026-01-12T08:53:02");
  reg::Withdrawn others{8, {}};
  reg::Passed out;
  out.pupil = PupilId(1);
  out.at.wall = instant("2026-01-12T11:00:00");
  out.reason = "appointment";
  made.events = {{{"AB12", 9}, not_me},
                 arrival(7, 1),
                 arrival(8, 2),
                 {{"AB12", 10}, others},
                 {{"AB12", 11}, out}};
  made.contacts = {contact(2, "Sam Khan", "07700 900124"),
                   contact(1, "Nadia Khan", "07700 900123")};
  made.contacts[0].court_order = "Order of 2025";
  made.further = {{"calls",
                   "Calls",
                   {{"At"}, {"Note", true}},
                   {{"2026-01-12", "<b>Ben's</b> mother Ann Hill rang; Nadia Khan told."}}}};
  return made;
}

SubjectCopy copy_for(std::optional<int> asked_by) {
  const ExportStamp stamp{"Larkfield Infant School", "Handbell", instant("2026-03-02T10:00:00")};
  const auto made = subject_copy(school(), data(), {asked_by, {"Ann Hill"}, {}}, stamp);
  EXPECT_TRUE(made);
  return *made;
}

TEST(SubjectExport, has_all_that_is_held_about_one_pupil_F10) {
  const auto copy = copy_for(1);
  expect_golden("subject.json", subject_json(copy));
  expect_golden("subject.html", subject_page(copy));
  std::string all;
  for (const auto& file : subject_csvs(copy)) all += "== " + file.name + "\r\n" + file.text;
  expect_golden("subject_csvs.txt", all);
}

TEST(SubjectExport, shows_the_whole_chain_of_amendments_D21) {
  const auto json = nlohmann::json::parse(subject_json(copy_for(1)));
  ASSERT_EQ(json["marks"].size(), 3U);
  EXPECT_EQ(json["marks"][2]["Replaces code"], "U");
  EXPECT_EQ(json["marks"][1]["Replaces code"], "N");
}

TEST(SubjectExport, names_no_other_child_and_no_adult_but_the_one_who_asks) {
  const auto copy = copy_for(1);
  for (const std::string& text : {subject_json(copy), subject_page(copy)}) {
    for (const char* other : {"Ben", "Ross", "Lewis", "Pat", "Hill", "Sam", "900124", "Order of"}) {
      EXPECT_EQ(text.find(other), std::string::npos) << other << " stands in " << text;
    }
    for (const char* own : {"Amira", "Khan", "Nadia", "07700 900123", "Office manager"}) {
      EXPECT_NE(text.find(own), std::string::npos) << own;
    }
  }
}

TEST(SubjectExport, names_no_contact_where_an_adult_asks_who_is_none) {
  const std::string text = subject_json(copy_for(std::nullopt));
  EXPECT_EQ(text.find("Nadia"), std::string::npos);
  EXPECT_EQ(text.find("900123"), std::string::npos);
}

TEST(SubjectExport, tells_the_office_which_words_were_taken_out) {
  const auto copy = copy_for(1);
  const Removal ben{"marks", 2, "Reason", "Ben"};
  EXPECT_NE(std::find(copy.removed.begin(), copy.removed.end(), ben), copy.removed.end());
}

TEST(SubjectExport, holds_this_pupils_events_alone_and_what_was_taken_back_of_them_D26) {
  const auto json = nlohmann::json::parse(subject_json(copy_for(1)));
  ASSERT_EQ(json["events"].size(), 3U);
  EXPECT_EQ(json["events"][0]["Event"], "arrived");
  EXPECT_EQ(json["events"][1]["Event"], "\"Not me\": entry 7 taken back");
  EXPECT_EQ(json["events"][2]["How"], "appointment");
}

TEST(SubjectExport, puts_no_markup_of_others_into_the_page) {
  const std::string page = subject_page(copy_for(1));
  EXPECT_EQ(page.find("<b>"), std::string::npos);
  EXPECT_NE(page.find("&lt;b&gt;[name removed]&#39;s"), std::string::npos);
  EXPECT_EQ(page.find("<script"), std::string::npos);
}

TEST(SubjectExport, of_nobody_is_a_fault) {
  auto nobody = data();
  nobody.pupil = PupilId(9);
  EXPECT_EQ(subject_copy(school(), nobody, {}, {}).error(), (Fault{FaultCode::pupil_unknown, "9"}));
}

TEST(SubjectExport, says_what_was_asked_and_said_at_the_door_and_names_no_sibling_D24_D49) {
  reg::ReleaseAsked asked;
  asked.pupil = PupilId(1);
  asked.at.wall = instant("2026-01-12T11:00:00");
  asked.who = "grandparent";
  asked.why = "unwell";
  reg::ReasonGiven said{{7, 8}, "traffic", {}};
  said.at.wall = instant("2026-01-12T08:54:00");
  const std::vector<reg::SeenEvent> events{
      arrival(7, 1), arrival(8, 2), {{"AB12", 9}, said}, {{"AB12", 10}, asked}};
  const auto own = event_table(events, PupilId(1));
  ASSERT_EQ(own.rows.size(), 3U);
  EXPECT_EQ(own.rows[1][1], "reason given for entry 7");
  EXPECT_EQ(own.rows[1][2], "Traffic");
  EXPECT_EQ(own.rows[2][1], "asked to go out");
  EXPECT_EQ(own.rows[2][2], "grandparent, unwell, not back today");
  EXPECT_TRUE(event_table(events, PupilId(3)).rows.empty());
}

TEST(SubjectExport, says_who_handed_the_child_over_at_the_door_and_the_copy_takes_the_name_out) {
  reg::School cards;
  cards.staff_cards = {{*CardNumber::parse("04A1B2C3"), "rp", {}, on("2025-09-01"), {}}};
  const std::vector<reg::StaffMember> members{
      {"rp", *NamePart::parse("R Patel"), *NamePart::parse("Office manager"), {}, {}}};
  auto of_pupil = data();
  of_pupil.staff_cards =
      reg::StaffCardHolders(cards, members, [](const CardNumber&) { return reg::CardHash{7}; });
  reg::DoorHandOver gone;
  gone.pupil = PupilId(1);
  gone.who = "grandparent";
  gone.why = "unwell";
  gone.checked = reg::IdentityCheck::photo_id;
  gone.by = reg::CardHash{7};
  gone.at.wall = instant("2026-01-12T11:04:00");
  of_pupil.events = {{{"AB12", 11}, gone}};
  const auto table = event_table(of_pupil.events, PupilId(1), of_pupil.staff_cards);
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_EQ(table.rows[0][1], "handed over at the door");
  EXPECT_EQ(table.rows[0][2], "to grandparent, photo id, unwell, by R Patel");
  EXPECT_TRUE(event_table(of_pupil.events, PupilId(2), of_pupil.staff_cards).rows.empty());
  const auto copy = subject_copy(school(), of_pupil, {1, {"R Patel"}, {}}, {});
  EXPECT_EQ(subject_page(*copy).find("Patel"), std::string::npos);
}

TEST(SubjectExport, an_undo_of_staff_says_whose_card_it_was_and_the_copy_takes_the_name_out) {
  reg::School cards;
  const auto uid = *CardNumber::parse("04A1B2C3");
  cards.staff_cards = {{uid, "rp", {}, on("2025-09-01"), {}}};
  const std::vector<reg::StaffMember> members{
      {"rp", *NamePart::parse("R Patel"), *NamePart::parse("Office manager"), {}, {}}};
  const reg::StaffCardHolders holders(cards, members,
                                      [](const CardNumber&) { return reg::CardHash{7}; });
  reg::Withdrawn back{7, {}};
  reg::ReasonGiven why{{9}, "wrong_child", {}, reg::CardHash{7}};
  back.at.wall = why.at.wall = instant("2026-01-12T08:54:00");
  auto of_pupil = data();
  of_pupil.events = {arrival(7, 1), {{"AB12", 9}, back}, {{"AB12", 10}, why}};
  of_pupil.staff_cards = holders;
  const auto table = event_table(of_pupil.events, PupilId(1), holders);
  ASSERT_EQ(table.rows.size(), 3U);
  EXPECT_EQ(table.rows[2][1], "taken back at the door");
  EXPECT_EQ(table.rows[2][2], "by R Patel: Wrong child");
  const auto copy = subject_copy(school(), of_pupil, {1, {"R Patel"}, {}}, {});
  const std::string page = subject_page(*copy);
  EXPECT_EQ(page.find("Patel"), std::string::npos);
  EXPECT_NE(page.find("[name removed]: Wrong child"), std::string::npos);
}

}  // namespace
}  // namespace handbell::exchange
