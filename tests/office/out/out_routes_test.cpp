// The page Out of school: who is asked for, checked, handed over, out, and back (D49).
#include "app/register/leave_cases.h"
#include "app/register/presence.h"

#include "golden.h"
#include "office_fixture.h"
#include <gmock/gmock.h>

#include <regex>

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

reg::Contact contact(int pupil, int order, const char* name, const char* relationship,
                     bool may_collect, const char* court_order = "") {
  return {PupilId(pupil), order,      *NamePart::parse(name), relationship, true, {}, {},
          may_collect,    court_order};
}

class OutOfSchool : public OfficeTest {
 protected:
  void SetUp() override {
    OfficeTest::SetUp();
    clock_.set("2026-01-12T13:06:00");
    auto pupils = three_pupils();
    pupils[0].family = "K";
    pupils[1].family = "K";
    ASSERT_TRUE(write_with([&](store::Register& held) { return held.put_pupils(pupils); }));
    ASSERT_TRUE(write_with([&](store::Register& held) {
      return held.put_contacts({contact(1, 1, "Nadia Khan", "Mother", true),
                                contact(1, 2, "Omar Khan", "Uncle", false),
                                contact(2, 1, "Nadia Khan", "Mother", true)});
    }));
  }
  template <class Work>
  auto write_with(Work work) -> decltype(work(*register_)) {
    return writer_->ask(work);
  }
  void asks(int pupil, const char* at, const char* who = "mum", bool back_today = false) {
    reg::ReleaseAsked asked;
    asked.pupil = PupilId(pupil);
    asked.at.wall = instant(at);
    asked.who = who;
    asked.why = "appointment";
    asked.back_today = back_today;
    deliver(door_.write(asked, asked.at.wall).seq);
  }
  /// The key of the first request on the page.
  std::string key() {
    const std::string body = get("/out").body;
    const std::regex field("name=\"key\" value=\"([^\"]*)\"");
    std::smatch found;
    return std::regex_search(body, found, field) ? found[1].str() : "";
  }
  static std::string of(const std::string& key, const std::string& more) {
    return "key=" + key + "&child=" + key + "&" + more;
  }
  net::Response grant(const std::string& key, const std::string& adult = "Nadia+Khan",
                      const std::string& more = "") {
    return post("/out/grant",
                of(key, "adult-" + key + "=" + adult + "&checked-" + key + "=photo_id" + more));
  }
  std::vector<reg::ReleaseGiven> answers() {
    return *writer_->ask(
        [](store::Register& held) { return held.release_answers(on("2026-01-12")); });
  }
  reg::Place place(int pupil) {
    return writer_->ask([&](store::Register& held) {
      const reg::PresenceFacts known{*held.events(on("2026-01-12")), *held.told(on("2026-01-12"))};
      return reg::Presence(known, on("2026-01-12"), reg::presence_closes())
          .where(PupilId(pupil), clock_.at())
          .place;
    });
  }
  static std::string desk(const std::string& more) {
    return "pupil=1&adult=Nadia+Khan&checked=known_to_staff&why=unwell&" + more;
  }
};

TEST_F(OutOfSchool, says_calmly_that_nobody_asks) {
  const auto page = get("/out");
  EXPECT_EQ(page.status, 200);
  expect_golden("out-empty.html", page.body);
  EXPECT_THAT(page.body, HasSubstr("Nobody asks for a child."));
}

TEST_F(OutOfSchool, shows_who_asks_and_who_may_collect_on_the_offices_screen_D49) {
  asks(1, "2026-01-12T13:00:30", "mum", true);
  const auto page = get("/out").body;
  expect_golden("out-asked.html", page);
  EXPECT_THAT(page, HasSubstr("Mum asked at the door (Front door) at 13:00, 5 minutes ago."));
  EXPECT_THAT(page, HasSubstr("Appointment, back today."));
  EXPECT_THAT(page, HasSubstr("Nadia Khan (Mother)"));
  EXPECT_THAT(page, HasSubstr("May not collect"));
  EXPECT_THAT(page, HasSubstr("1 waiting"));
  EXPECT_THAT(get("/reconcile").body, HasSubstr("1 waiting")) << "and on every other page";
}

TEST_F(OutOfSchool, says_at_which_of_two_doors_somebody_asks_D49) {
  PaperKiosk back_door{2, 0xB2};
  ASSERT_TRUE(write_with([&](store::Register& held) { return held.enrol("Back gate", {4, 3}); }));
  asks(1, "2026-01-12T13:00:30");
  reg::ReleaseAsked asked;
  asked.pupil = PupilId(3);
  asked.at.wall = instant("2026-01-12T13:02:00");
  back_door.write(asked, asked.at.wall);
  ASSERT_TRUE(write_with(
      [&](store::Register& held) { return held.apply(back_door.message(1), clock_.at()); }));
  const auto page = get("/out").body;
  EXPECT_THAT(page, HasSubstr("Mum asked at the door (Front door) at 13:00"));
  EXPECT_THAT(page, HasSubstr("Somebody asked at the door (Back gate) at 13:02"));
}

TEST_F(OutOfSchool, an_appointment_that_the_family_told_us_of_stands_beside_the_request_D18) {
  ASSERT_TRUE(write_with([](store::Register& held) {
    return reg::book_appointment(held,
                                 {{PupilId(1)},
                                  {on("2026-01-12"), Half::am},
                                  {on("2026-01-12"), Half::pm},
                                  reg::LeaveKind::appointment,
                                  {},
                                  "dentist",
                                  "mother",
                                  instant("2026-01-11T09:00:00"),
                                  at_time("13:15"),
                                  at_time("14:20"),
                                  *reg::Author::parse("R Patel, Office")},
                                 {reg::Role::office}, instant("2026-01-12T08:00:00"));
  }));
  asks(1, "2026-01-12T13:00:30", "mum", true);
  const auto page = get("/out").body;
  EXPECT_THAT(page,
              HasSubstr("Appointment noted beforehand. Amira Khan: leaves 13:15, back 14:20."));
  const std::string one = key();
  EXPECT_EQ(grant(one).status, 303);
  EXPECT_THAT(get("/out").body, HasSubstr("type=\"time\" value=\"14:20\"")) << "back by, as told";
}

TEST_F(OutOfSchool, goes_from_the_class_told_to_the_child_back_D49) {
  tap(1, "2026-01-12T08:40:00");
  asks(1, "2026-01-12T13:00:30", "mum", true);
  const std::string one = key();
  EXPECT_EQ(post("/out/tell", of(one, "told-" + one + "=J+Okoro")).status, 303);
  EXPECT_THAT(get("/out").body, HasSubstr("Class told (J Okoro), at 13:06 by R Patel, Office."));
  EXPECT_EQ(grant(one).status, 303);
  const auto granted = get("/out").body;
  expect_golden("out-granted.html", get("/out").body);
  EXPECT_THAT(granted, HasSubstr("may go with Nadia Khan"));
  EXPECT_THAT(granted, Not(HasSubstr("1 waiting")));
  EXPECT_EQ(
      post("/out/hand-over", of(one, "adult-" + one + "=Nadia+Khan&back_by-" + one + "=14:30"))
          .status,
      303);
  EXPECT_EQ(place(1), reg::Place::out_expected);
  clock_.set("2026-01-12T14:41:00");
  (void)get("/out");
  const auto out = get("/out").body;
  expect_golden("out-overdue.html", out);
  EXPECT_THAT(out, HasSubstr("Out since 13:06, back by 14:30. Overdue: ring the family."));
  EXPECT_EQ(post("/out/back", "pupil=1").status, 303);
  EXPECT_EQ(place(1), reg::Place::on_site);
  EXPECT_THAT(get("/out").body, HasSubstr("Amira Khan was back at 14:41."));
  ASSERT_EQ(answers().size(), 3U);
  EXPECT_EQ(answers()[1].what.handed_to->text(), "Nadia Khan") << "who was checked is kept";
  EXPECT_EQ(answers()[1].what.checked, reg::IdentityCheck::photo_id);
}

TEST_F(OutOfSchool, a_restricted_child_goes_with_a_reason_or_not_at_all_D49) {
  ASSERT_TRUE(write_with([](store::Register& held) {
    return held.put_contacts({contact(1, 1, "Nadia Khan", "Mother", true, "see the DSL")});
  }));
  asks(1, "2026-01-12T13:00:30");
  const std::string one = key();
  EXPECT_THAT(get("/out").body, HasSubstr("court order: see the DSL"));
  const auto refused = grant(one);
  EXPECT_EQ(refused.status, 422);
  expect_golden("out-restricted.html", refused.body);
  EXPECT_THAT(refused.body, HasSubstr("Say why the child goes all the same, or refuse."));
  EXPECT_THAT(refused.body, HasSubstr("value=\"Nadia Khan\""));
  EXPECT_TRUE(answers().empty());
  EXPECT_EQ(grant(one, "Nadia+Khan", "&despite-" + one + "=DSL+agreed").status, 303);
  EXPECT_EQ(post("/out/hand-over", of(one, "adult-" + one + "=Nadia+Khan")).status, 303)
      << "the reason of the grant holds for the same adult";
  EXPECT_EQ(answers().back().what.despite, "DSL agreed");
}

TEST_F(OutOfSchool, what_another_person_enters_after_the_grant_is_answered_by_who_hands_over_D49) {
  const auto enter_order = [this](const char* order) {
    ASSERT_TRUE(write_with([&](store::Register& held) {
      return held.put_contacts({contact(1, 1, "Nadia Khan", "Mother", true, order)});
    }));
  };
  enter_order("see the DSL");
  asks(1, "2026-01-12T13:00:30");
  const std::string one = key();
  EXPECT_EQ(grant(one, "Nadia+Khan", "&despite-" + one + "=DSL+agreed").status, 303);
  EXPECT_THAT(get("/out").body, Not(HasSubstr("name=\"despite-" + one)));
  enter_order("see the DSL; no contact since noon");
  gate_.become("A Noor", "Headteacher", {reg::Role::head});
  const auto hand = [&](const std::string& more) {
    return post("/out/hand-over", of(one, "adult-" + one + "=Nadia+Khan" + more));
  };
  const auto page = get("/out").body;
  expect_golden("out-answered-anew.html", page);
  EXPECT_THAT(page, HasSubstr("What stands against it is not what the grant was given under"));
  const auto refused = hand("");
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("no contact since noon. Say why the child goes"));
  EXPECT_EQ(place(1), reg::Place::out);
  EXPECT_EQ(hand("&despite-" + one + "=read+the+new+order").status, 303);
  ASSERT_EQ(answers().size(), 2U);
  EXPECT_EQ(answers()[0].what.despite, "DSL agreed");
  EXPECT_THAT(answers()[0].what.warning, HasSubstr("court order: see the DSL"));
  EXPECT_EQ(answers()[1].what.despite, "read the new order");
  EXPECT_THAT(answers()[1].what.warning, HasSubstr("no contact since noon"));
  EXPECT_EQ(answers()[1].what.by.text(), "A Noor, Headteacher");
}

TEST_F(OutOfSchool, a_reason_answers_the_warning_that_was_read_and_no_newer_one) {
  ASSERT_TRUE(write_with([](store::Register& held) {
    return held.put_contacts({contact(1, 1, "Nadia Khan", "Mother", true, "see the DSL")});
  }));
  asks(1, "2026-01-12T13:00:30");
  const std::string one = key();
  const std::string read = "Nadia+Khan+(Mother),+court+order:+an+older+one";
  const auto stale =
      grant(one, "Nadia+Khan", "&despite-" + one + "=DSL+agreed&warned-" + one + "=" + read);
  EXPECT_EQ(stale.status, 422);
  EXPECT_THAT(stale.body, HasSubstr("changed while this page was open"));
  EXPECT_THAT(stale.body, HasSubstr("value=\"DSL agreed\"")) << "what was typed stays";
  EXPECT_EQ(post("/out/child", desk("do=hand&despite=DSL+agreed&warned=" + read)).status, 422);
  EXPECT_TRUE(answers().empty());
  const std::string now = "Nadia+Khan+(Mother),+court+order:+see+the+DSL";
  EXPECT_EQ(
      grant(one, "Nadia+Khan", "&despite-" + one + "=DSL+agreed&warned-" + one + "=" + now).status,
      303);
}

TEST_F(OutOfSchool, who_may_not_collect_is_noticed_by_name_and_another_adult_is_not_handed_to) {
  asks(1, "2026-01-12T13:00:30");
  const std::string one = key();
  const auto barred = grant(one, "omar+khan");
  EXPECT_EQ(barred.status, 422);
  EXPECT_THAT(barred.body, HasSubstr("Omar Khan (Uncle) may not collect"));
  EXPECT_EQ(grant(one).status, 303);
  const auto other = post("/out/hand-over", of(one, "adult-" + one + "=Ann+Carer"));
  EXPECT_EQ(other.status, 422);
  EXPECT_THAT(other.body, HasSubstr("Nadia Khan was checked, and nobody else"));
  EXPECT_EQ(place(1), reg::Place::out);
  EXPECT_EQ(answers().size(), 1U);
}

TEST_F(OutOfSchool, an_adult_on_no_list_is_asked_about_however_the_name_is_spelt_D49) {
  asks(1, "2026-01-12T13:00:30");
  const std::string one = key();
  const auto unknown = grant(one, "Mr+Omar+Khan");
  EXPECT_EQ(unknown.status, 422);
  EXPECT_THAT(unknown.body, HasSubstr("Mr Omar Khan is not on the list of who may collect"));
  EXPECT_THAT(unknown.body, HasSubstr("name=\"despite-" + one + "\""));
  EXPECT_THAT(unknown.body, HasSubstr("value=\"Mr Omar Khan\""));
  EXPECT_EQ(grant(one, "Mr+Omar+Khan", "&despite-" + one + "=mother+telephoned").status, 303);
  EXPECT_EQ(post("/out/hand-over", of(one, "adult-" + one + "=Mr+Omar+Khan")).status, 303);
}

TEST_F(OutOfSchool, a_reason_for_an_unlisted_adult_stays_while_something_else_is_wrong) {
  const std::string typed = "pupil=1&adult=Ann+Carer&checked=photo_id&why=other&despite=known";
  const auto late = post("/out/child", typed + "&do=hand&back_by=09:00");
  EXPECT_EQ(late.status, 422);
  EXPECT_THAT(late.body, HasSubstr("value=\"known\""));
  EXPECT_EQ(post("/out/child", typed + "&do=hand").status, 303);
}

TEST_F(OutOfSchool, siblings_asked_for_together_are_checked_once_and_answered_each) {
  asks(1, "2026-01-12T13:00:30");
  asks(2, "2026-01-12T13:01:10");
  asks(3, "2026-01-12T13:01:20");
  const auto page = get("/out").body;
  expect_golden("out-siblings.html", page);
  const std::string one = key();
  const std::string two = std::regex_replace(one, std::regex("-1-1$"), "-2-2");
  EXPECT_EQ(post("/out/grant", of(one, "child=" + two + "&adult-" + one + "=Nadia+Khan&checked-" +
                                           one + "=known_to_staff"))
                .status,
            303);
  ASSERT_EQ(answers().size(), 2U);
  EXPECT_EQ(answers()[1].what.pupil, PupilId(2));
  EXPECT_EQ(post("/out/refuse", of(two, "reason-" + two + "=staying+for+the+club")).status, 303);
  EXPECT_THAT(get("/out").body, HasSubstr("Refused: staying for the club"));
  const auto nobody = post("/out/hand-over", "key=" + one + "&adult-" + one + "=Nadia+Khan");
  EXPECT_EQ(nobody.status, 422);
  EXPECT_THAT(nobody.body, HasSubstr("Tick the child that this is about."));
  EXPECT_THAT(get("/out").body, HasSubstr("No contacts are known for this child"));
}

TEST_F(OutOfSchool, all_or_none_of_the_siblings_are_answered) {
  ASSERT_TRUE(write_with([](store::Register& held) {
    return held.put_contacts({contact(2, 1, "Nadia Khan", "Mother", true, "see the DSL")});
  }));
  asks(1, "2026-01-12T13:00:30");
  asks(2, "2026-01-12T13:01:10");
  const std::string one = key();
  const std::string two = std::regex_replace(one, std::regex("-1-1$"), "-2-2");
  EXPECT_EQ(grant(one, "Nadia+Khan", "&child=" + two).status, 422);
  EXPECT_TRUE(answers().empty());
}

TEST_F(OutOfSchool, a_form_that_cannot_be_comes_back_with_what_was_typed) {
  asks(1, "2026-01-12T13:00:30");
  const std::string k = key();
  const std::string long_text(1001, 'x');
  for (const auto& [step, typed, words] : std::vector<std::array<std::string, 3>>{
           {"tell", "told-" + k + "=", "Say to whom in the class you spoke."},
           {"tell", "told-" + k + "=" + long_text, "1000"},
           {"tell", "told-" + k + "=%ff", "no text"},
           {"refuse", "reason-" + k + "=", "Say why the child stays."},
           {"refuse", "reason-" + k + "=" + long_text, "1000"},
           {"grant", "adult-" + k + "=&checked-" + k + "=photo_id", "full name"},
           {"grant", "adult-" + k + "=Ann&checked-" + k + "=x", "Choose how the adult"},
           {"grant", "adult-" + k + "=%01&checked-" + k + "=photo_id", "There is a problem"},
           {"grant", "adult-" + k + "=" + long_text + "&checked-" + k + "=photo_id", "80"},
           {"hand-over", "adult-" + k + "=Ann&back_by-" + k + "=25:10", "Type a time as 14:30."},
           {"hand-over", "adult-" + k + "=Ann&back_by-" + k + "=12:00", "That time has passed"},
           {"hand-over", "adult-" + k + "=Ann", "meanwhile. Nothing was done by you."}}) {
    const auto refused = post("/out/" + step, of(k, typed));
    EXPECT_EQ(refused.status, 422) << step << typed.substr(0, 60);
    EXPECT_THAT(refused.body, HasSubstr(words)) << step << typed.substr(0, 60);
  }
  const auto kept =
      post("/out/refuse", of(k, "reason-" + k + "=%3Cscript%3Ealert(1)%3C/script%3E" + long_text));
  EXPECT_THAT(kept.body, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt;"));
  EXPECT_THAT(kept.body, Not(HasSubstr("<script>alert")));
  const auto gone = post("/out/tell", "key=a-9-9&child=a-9-9&told-a-9-9=x");
  EXPECT_EQ(gone.status, 422);
  EXPECT_THAT(gone.body, HasSubstr("not there any more"));
  EXPECT_TRUE(answers().empty());
}

TEST_F(OutOfSchool, the_second_of_two_people_is_told_what_the_first_did) {
  asks(1, "2026-01-12T13:00:30");
  const std::string one = key();
  EXPECT_EQ(grant(one).status, 303);
  gate_.become("A Noor", "Headteacher", {reg::Role::head});
  const auto second = grant(one);
  EXPECT_EQ(second.status, 422);
  EXPECT_THAT(second.body, HasSubstr("is granted meanwhile. Nothing was done by you."));
  EXPECT_EQ(answers().size(), 1U);
}

TEST_F(OutOfSchool, a_step_typed_in_error_is_taken_back_and_the_child_is_in_again) {
  tap(1, "2026-01-12T08:40:00");
  const auto before = place(1);
  asks(1, "2026-01-12T13:00:30");
  const std::string one = key();
  EXPECT_EQ(grant(one).status, 303);
  EXPECT_EQ(post("/out/hand-over", of(one, "adult-" + one + "=Nadia+Khan")).status, 303);
  EXPECT_EQ(place(1), reg::Place::out);
  const std::string hand = std::to_string(answers().back().entry);
  EXPECT_EQ(post("/out/undo", "entries=" + hand).status, 303);
  EXPECT_EQ(place(1), before);
  EXPECT_THAT(get("/out").body, HasSubstr("Taken back for Amira Khan."));
  EXPECT_EQ(post("/out/undo", "entries=" + hand).status, 303);
  EXPECT_THAT(get("/out").body, HasSubstr("Nothing was taken back."));
  EXPECT_EQ(post("/out/undo", "entries=" + std::to_string(answers().front().entry)).status, 303);
  EXPECT_THAT(get("/out").body, HasSubstr("1 waiting"));
  EXPECT_EQ(post("/out/undo", "entries=x").status, 404);
}

TEST_F(OutOfSchool, who_stands_in_the_office_is_checked_as_who_asks_at_the_door) {
  tap(1, "2026-01-12T08:40:00");
  expect_golden("out-child.html", get("/out/child?pupil=1").body);
  EXPECT_EQ(post("/out/child", desk("do=hand&reason=temperature")).status, 303);
  EXPECT_EQ(place(1), reg::Place::out);
  const auto page = get("/out").body;
  EXPECT_THAT(page, HasSubstr("handed over to Nadia Khan at 13:06"));
  EXPECT_THAT(page, HasSubstr("Sent home ill: temperature"));
  EXPECT_THAT(page, HasSubstr("If not back when the afternoon register is taken: I (D18)."));
  expect_golden("out-sent-home.html", get("/out").body);
  ASSERT_EQ(answers().size(), 2U);
  EXPECT_EQ(answers().front().what.request.journal, "office");
  const auto again = post("/out/child", desk("do=hand"));
  EXPECT_EQ(again.status, 422);
  EXPECT_THAT(again.body, HasSubstr("Amira Khan is out already."));
}

TEST_F(OutOfSchool, a_desk_form_that_cannot_be_comes_back_and_no_way_is_weaker_D49) {
  for (const auto& [typed, words] : std::vector<std::pair<std::string, std::string>>{
           {"pupil=1&why=unwell&do=hand", "Type the adult"},
           {"pupil=1&adult=Nadia+Khan&why=unwell&do=hand", "Choose how the adult was checked."},
           {"pupil=1&adult=Nadia+Khan&checked=photo_id&do=hand", "Choose why the child goes."},
           {"pupil=1&adult=Omar+Khan&checked=photo_id&why=other&do=hand", "may not collect"},
           {"pupil=3&adult=Ann+Lewis&checked=photo_id&why=other&do=grant", "nobody is named"},
           {desk("do=hand&back_by=09:00"), "That time has passed"},
           {desk("do=hand&reason=" + std::string(501, 'x')), "500"}}) {
    const auto refused = post("/out/child", typed);
    EXPECT_EQ(refused.status, 422) << typed.substr(0, 80);
    EXPECT_THAT(refused.body, HasSubstr(words)) << typed.substr(0, 80);
  }
  EXPECT_TRUE(answers().empty());
  asks(1, "2026-01-12T13:00:30");
  const auto twice = post("/out/child", desk("do=hand"));
  EXPECT_EQ(twice.status, 422);
  EXPECT_THAT(twice.body, HasSubstr("asked for already"));
  EXPECT_EQ(post("/out/child", "pupil=99&do=hand").status, 404);
}

TEST_F(OutOfSchool, a_grant_at_the_desk_waits_for_the_hand_over_and_no_door_hears_of_it) {
  EXPECT_EQ(post("/out/child", desk("do=grant")).status, 303);
  const std::string one = key();
  EXPECT_EQ(one.substr(0, 7), "office-");
  EXPECT_TRUE(reg::door_releases(answers()).empty());
  EXPECT_EQ(post("/out/hand-over", of(one, "adult-" + one + "=Nadia+Khan")).status, 303);
  EXPECT_EQ(place(1), reg::Place::out);
}

TEST_F(OutOfSchool, who_may_collect_for_one_day_is_written_down_and_taken_back) {
  const std::string form =
      "pupil=3&collector=Ann+Carer&relationship=neighbour&told_by=mother&told_how=telephone&day=";
  EXPECT_EQ(post("/out/collector", form + "2026-01-12").status, 303);
  EXPECT_EQ(post("/out/collector", form + "2026-01-13").status, 303);
  const auto page = get("/out").body;
  expect_golden("out-collectors.html", get("/out").body);
  EXPECT_THAT(page, HasSubstr("Ann Carer may collect Cara Lewis on Tuesday 13 January 2026."));
  asks(3, "2026-01-12T13:00:30");
  EXPECT_THAT(get("/out").body, HasSubstr("Ann Carer (neighbour), today only, as mother told us"));
  const std::string one = key();
  EXPECT_EQ(grant(one, "Ann+Carer").status, 303) << "somebody is named who may collect";
  const std::regex entry(
      "name=\"entry\" value=\"(\\d+)\"><input type=\"hidden\" name=\"day\" "
      "value=\"2026-01-13\"");
  std::smatch found;
  const std::string body = get("/out").body;
  ASSERT_TRUE(std::regex_search(body, found, entry));
  const std::string undo = "entry=" + found[1].str() + "&day=2026-01-13";
  EXPECT_EQ(post("/out/collector/undo", undo).status, 303);
  EXPECT_THAT(get("/out").body, HasSubstr("not among those who may collect any more"));
  EXPECT_EQ(post("/out/collector/undo", undo).status, 303);
  EXPECT_THAT(get("/out").body, HasSubstr("taken back already"));
  EXPECT_EQ(post("/out/collector/undo", "entry=x").status, 404);
}

TEST_F(OutOfSchool, a_collector_who_cannot_be_comes_back) {
  const std::string long_text(201, 'x');
  for (const auto& [typed, words] : std::vector<std::pair<std::string, std::string>>{
           {"collector=&told_by=m&told_how=t&day=2026-01-12", "full name"},
           {"collector=Ann&told_by=&told_how=t&day=2026-01-12", "who of the family"},
           {"collector=Ann&told_by=m&told_how=&day=2026-01-12", "how we were told"},
           {"collector=Ann&told_by=m&told_how=t&day=2026-02-30", "Choose the day."},
           {"collector=Ann&told_by=m&told_how=t&day=2026-01-11", "has passed"},
           {"collector=Ann&told_by=m&told_how=t&day=2026-07-01", "60 days"},
           {"collector=Ann&told_by=m&told_how=" + long_text + "&day=2026-01-12", "too long"},
           {"collector=Omar+Khan&told_by=m&told_how=t&day=2026-01-12", "may not collect"}}) {
    const auto refused = post("/out/collector", "pupil=1&" + typed);
    EXPECT_EQ(refused.status, 422) << typed.substr(0, 80);
    EXPECT_THAT(refused.body, HasSubstr(words)) << typed.substr(0, 80);
  }
  const auto despite = post("/out/collector",
                            "pupil=1&collector=Omar+Khan&told_by=mother&told_how=in+person&day="
                            "2026-01-12&collector_despite=mother+signed");
  EXPECT_EQ(despite.status, 303);
}

TEST_F(OutOfSchool, children_are_found_by_name_and_no_name_stands_in_an_address) {
  const auto found = post("/out/find", "name=amera");
  EXPECT_EQ(found.status, 200);
  EXPECT_THAT(found.body, HasSubstr("href=\"/out/child?pupil=1\""));
  EXPECT_EQ(post("/out/find", "name=").status, 422);
  EXPECT_EQ(post("/out/find", "name=" + std::string(201, 'x')).status, 422);
  EXPECT_THAT(post("/out/find", "name=zzzz").body, HasSubstr("Nobody was found."));
}

TEST_F(OutOfSchool, dsl_and_champion_read_and_nobody_else_comes_in) {
  asks(1, "2026-01-12T13:00:30");
  const std::string one = key();
  for (const auto role : {reg::Role::dsl, reg::Role::champion}) {
    gate_.become("D Reid", "Deputy", {role});
    const auto page = get("/out");
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, HasSubstr("Amira Khan"));
    EXPECT_THAT(page.body, Not(HasSubstr("/out/grant")));
    EXPECT_EQ(get("/out/child?pupil=1").status, 200);
    EXPECT_EQ(grant(one).status, 404);
    EXPECT_EQ(post("/out/back", "pupil=1").status, 404);
  }
  for (const auto role : {reg::Role::teacher, reg::Role::governor, reg::Role::technician}) {
    gate_.become("J Okoro", "Class teacher", {role}, {"Owls"});
    for (const char* path : {"/out", "/out/child?pupil=1"}) EXPECT_EQ(get(path).status, 404);
    EXPECT_EQ(grant(one).status, 404);
  }
  gate_.become("R Patel", "Office", {reg::Role::office});
  for (const char* path : {"/out/child?pupil=99", "/out/child?pupil=x", "/out/child"}) {
    EXPECT_EQ(get(path).status, 404) << path;
  }
}

}  // namespace
}  // namespace handbell::office
