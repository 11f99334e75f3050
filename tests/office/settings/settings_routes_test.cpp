// Settings: what is set and what is missing, times, calendar, legal register, reasons, kiosks.
#include "golden.h"
#include "office_fixture.h"
#include <gmock/gmock.h>

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

class Settings : public OfficeTest {
 protected:
  void SetUp() override {
    OfficeTest::SetUp();
    gate_.become("A Noor", "Headteacher", {reg::Role::head});
  }
  reg::School school() {
    return *writer_->ask([](store::Register& held) { return held.school(); });
  }
  static std::string times(const std::string& more) {
    return "group=all&session=pm&arrive=13:00&taken=13:05&closes=13:20&" + more;
  }
};

TEST_F(Settings, says_what_is_set_and_what_is_missing_D08) {
  const auto page = get("/settings");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("No afternoon times for Nursery N1, Nursery N2, Reception"));
  EXPECT_THAT(page.body, HasSubstr("The registers are open for 15 to 25 minutes"));
  expect_golden("settings.html", page.body);
}

TEST_F(Settings, the_office_sees_its_own_parts_and_the_technician_those_without_pupils) {
  gate_.become("R Patel", "Office", {reg::Role::office});
  auto page = get("/settings").body;
  EXPECT_THAT(page, HasSubstr("/settings/calendar"));
  EXPECT_THAT(page, Not(HasSubstr("/settings/kiosks")));
  EXPECT_EQ(get("/settings/times").status, 404);
  gate_.become("T Lee", "IT technician", {reg::Role::technician});
  page = get("/settings").body;
  EXPECT_THAT(page, HasSubstr("/settings/kiosks"));
  gate_.become("J Okoro", "Class teacher", {reg::Role::teacher}, {"Owls"});
  EXPECT_EQ(get("/settings").status, 404);
}

TEST_F(Settings, the_schools_afternoon_gets_its_times_from_a_day_on) {
  expect_golden("times.html", get("/settings/times").body);
  EXPECT_EQ(post("/settings/times", times("from=2026-01-19")).status, 303);
  const auto page = get("/settings/times").body;
  EXPECT_THAT(page, HasSubstr("From 19 January 2026: the whole school, afternoon, register open "
                              "from 13:00 to 13:20."));
  const auto now = school().times;
  EXPECT_FALSE(now.window(reg::YearGroup::year_1, {on("2026-01-18"), Half::pm}));
  EXPECT_EQ(now.window(reg::YearGroup::year_1, {on("2026-01-19"), Half::pm})->closes.hh_mm(),
            "13:20");
}

TEST_F(Settings, times_that_cannot_be_come_back_as_typed_D08) {
  for (const auto& [typed, words] : std::vector<std::pair<std::string, std::string>>{
           {"", "Choose for whom the times are."},
           {"group=R&session=pm&arrive=&taken=13:05&closes=13:20&from=2026-01-19",
            "Give the time."},
           {"group=R&session=pm&arrive=25:00&taken=13:05&closes=13:20&from=2026-01-19", "25:00"},
           {"group=R&session=am&arrive=13:00&taken=13:05&closes=13:20&from=2026-01-19",
            "The morning is before 12:00."},
           {"group=R&session=pm&arrive=13:00&taken=13:05&closes=13:31&from=2026-01-19", "30"},
           {"group=R&session=pm&arrive=13:00&taken=12:50&closes=13:20&from=2026-01-19",
            "after children must be in"},
           {"group=R&session=pm&arrive=13:00&taken=13:05&closes=13:20&from=2026-02-30",
            "2026-02-30"},
           {"group=R&session=am&arrive=08:30&taken=08:40&closes=08:55&from=2026-01-09",
            "Choose today, 2026-01-12"}}) {
    const auto refused = post("/settings/times", typed);
    EXPECT_EQ(refused.status, 422) << typed;
    EXPECT_THAT(refused.body, HasSubstr("There is a problem")) << typed;
    EXPECT_THAT(refused.body, HasSubstr(words)) << typed;
  }
  const auto kept = post("/settings/times", times("from=%3Cscript%3E"));
  EXPECT_THAT(kept.body, HasSubstr("value=\"&lt;script&gt;\""));
  EXPECT_THAT(kept.body, HasSubstr("value=\"13:20\""));
  expect_golden("times-refused.html", kept.body);
  EXPECT_FALSE(school().times.window(reg::YearGroup::year_1, {on("2026-06-01"), Half::pm}));
}

TEST_F(Settings, periods_are_added_changed_and_removed) {
  EXPECT_EQ(
      post("/settings/calendar", "kind=training&name=INSET&from=2026-03-02&to=2026-03-02&groups=")
          .status,
      303);
  EXPECT_THAT(get("/settings/calendar").body, HasSubstr("INSET: Monday 2 March 2026."));
  expect_golden("calendar.html", get("/settings/calendar").body);
  EXPECT_EQ(school().calendar.state(on("2026-03-02")), reg::DayState::planned_closure);
  const auto form = get("/settings/calendar/period?number=2");
  EXPECT_EQ(form.status, 200);
  expect_golden("calendar-period.html", form.body);
  const std::string seen = "number=2&seen=2026-03-02+2026-03-02+training+INSET+()";
  EXPECT_EQ(post("/settings/calendar", seen + "&as=save&kind=training&name=INSET&from=2026-03-03&"
                                              "to=2026-03-03&groups=N2%3B+Owls")
                .status,
            303);
  EXPECT_EQ(school().calendar.state(on("2026-03-02")), reg::DayState::open);
  EXPECT_EQ(school().calendar.state(on("2026-03-03"), "R", "Owls"), reg::DayState::planned_closure);
  const auto late = post("/settings/calendar", seen + "&as=remove");
  EXPECT_EQ(late.status, 422);
  EXPECT_THAT(late.body, HasSubstr("Somebody has changed the calendar meanwhile."));
  EXPECT_EQ(post("/settings/calendar",
                 "number=2&seen=2026-03-03+2026-03-03+training+INSET+(N2%3BOwls)&as=remove")
                .status,
            303);
  EXPECT_EQ(school().calendar.periods(), one_year());
}

TEST_F(Settings, a_period_that_cannot_be_comes_back_as_typed) {
  for (const auto& [typed, words] : std::vector<std::pair<std::string, std::string>>{
           {"kind=&name=&from=&to=&groups=", "Choose what it is."},
           {"kind=term&name=Other&from=2026-03-02&to=2026-03-20&groups=", "overlap"},
           {"kind=holiday&name=H&from=2026-03-20&to=2026-03-02&groups=", "before the first"},
           {"kind=holiday&name=H&from=2026-02-30&to=2026-03-02&groups=", "2026-02-30"},
           {"kind=holiday&name=H&from=2026-03-02&to=2026-03-02&groups=Bats",
            "neither a year group nor a class"},
           {"kind=holiday&name=a%01b&from=2026-03-02&to=2026-03-02&groups=", "Give it a name."},
           {"kind=holiday&name=" + std::string(81, 'x') + "&from=2026-03-02&to=2026-03-02",
            "80 characters"}}) {
    const auto refused = post("/settings/calendar", typed);
    EXPECT_EQ(refused.status, 422) << typed;
    EXPECT_THAT(refused.body, HasSubstr(words)) << typed;
  }
  EXPECT_EQ(get("/settings/calendar/period?number=9").status, 404);
  EXPECT_EQ(get("/settings/calendar/period?number=-1").status, 404);
  gate_.become("R Patel", "Office", {reg::Role::office});
  EXPECT_THAT(get("/settings/calendar").body, Not(HasSubstr("Add to the calendar")));
  EXPECT_EQ(post("/settings/calendar", "kind=holiday").status, 404);
}

TEST_F(Settings, a_calendar_that_ends_soon_is_told) {
  clock_.set("2026-07-01T09:00:00");
  EXPECT_THAT(get("/settings").body, HasSubstr("The last term entered ends on 20 July 2026."));
  clock_.set("2026-08-01T09:00:00");
  EXPECT_THAT(get("/settings").body, HasSubstr("The last term entered is over."));
}

TEST_F(Settings, the_head_says_which_register_is_the_legal_one_D50) {
  expect_golden("legal.html", get("/settings/legal").body);
  EXPECT_EQ(post("/settings/legal", "value=Other+MIS&from=2026-01-19&reason=Trust+decided").status,
            303);
  EXPECT_THAT(get("/settings/legal").body, HasSubstr("From 19 January 2026 the legal register is "
                                                     "Other MIS."));
  for (const auto& [typed, words] : std::vector<std::pair<std::string, std::string>>{
           {"value=&from=2026-01-19&reason=x", "Name the register"},
           {"value=X&from=&reason=x", "Give the date."},
           {"value=X&from=2026-01-19&reason=", "Say why"},
           {"value=a%01b&from=2026-01-19&reason=x", "no text"},
           {"value=" + std::string(81, 'x') + "&from=2026-01-19&reason=x", "80"}}) {
    const auto refused = post("/settings/legal", typed);
    EXPECT_EQ(refused.status, 422) << typed;
    EXPECT_THAT(refused.body, HasSubstr(words)) << typed;
  }
  gate_.become("T Lee", "IT technician", {reg::Role::technician});
  EXPECT_THAT(get("/settings/legal").body, HasSubstr("The headteacher, or who acts as one"));
  EXPECT_EQ(post("/settings/legal", "value=X&from=2026-01-19&reason=x").status, 404);
}

TEST_F(Settings, the_door_shows_the_schools_own_reasons_and_known_ones_keep_their_picture) {
  expect_golden("reasons.html", get("/settings/reasons").body);
  const auto done = post("/settings/reasons",
                         "late=Overslept%0D%0ALost+shoe%0D%0A&out=Ill%0AAppointment&"
                         "undo=Wrong+child%0AWrong%2C+child");
  EXPECT_EQ(done.status, 303);
  const auto reasons = school().reasons;
  ASSERT_EQ(reasons.late.size(), 2U);
  EXPECT_EQ(reasons.late[0].key, "overslept");
  EXPECT_FALSE(reasons.late[0].picture.empty());
  EXPECT_EQ(reasons.late[1].key, "lost_shoe");
  EXPECT_EQ(reasons.undo[1].key, "wrong_child_b");
  const auto refused =
      post("/settings/reasons", "late=One&out=Ill%0A" + std::string(25, 'x') + "&undo=A%0AB");
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("give 2 to 9 reasons, not 1"));
  EXPECT_THAT(refused.body, HasSubstr("24"));
}

TEST_F(Settings, a_kiosk_is_enrolled_by_a_code_that_is_shown_once) {
  tap(1, "2026-01-12T09:09:10");
  expect_golden("kiosks.html", get("/settings/kiosks").body);
  const auto code = post("/settings/kiosks", "name=Side+door");
  EXPECT_EQ(code.status, 200);
  EXPECT_THAT(code.body, HasSubstr("handbell init-kiosk FOLDER --office unix:/run/handbell/kiosk"));
  EXPECT_THAT(code.body, HasSubstr("Good once, until 10:10."));
  expect_golden("kiosk-code.html", code.body);
  EXPECT_THAT(get("/settings/kiosks").body, HasSubstr("A code for Side door is still open until"));
  EXPECT_EQ(post("/settings/kiosks", "name=").status, 422);
  EXPECT_EQ(post("/settings/kiosks", "name=" + std::string(81, 'x')).status, 422);
  EXPECT_EQ(post("/settings/kiosks", "name=a%0Ab").status, 422);
}

TEST_F(Settings, each_reader_of_a_kiosk_says_how_it_is_and_what_to_do_about_it) {
  auto message = door_.message(1);
  message.health.reader = "front=ready;side=missing permission;gate=faulty silent";
  const auto told =
      writer_->ask([&](store::Register& held) { return held.apply(message, clock_.at()); });
  ASSERT_TRUE(told);
  const auto page = get("/settings/kiosks").body;
  EXPECT_THAT(page, HasSubstr("front: working, side: may not be opened, gate: does not answer"));
  EXPECT_THAT(page, HasSubstr("deploy/machine/install does it."));
  EXPECT_THAT(page, HasSubstr("wait five seconds, and plug it in again."));
  EXPECT_THAT(get("/today").body, HasSubstr("side: may not be opened"));
}

TEST_F(Settings, a_kiosk_is_revoked_after_being_asked) {
  const auto asked = get("/settings/kiosks/revoke?kiosk=1");
  EXPECT_EQ(asked.status, 200);
  expect_golden("kiosk-revoke.html", asked.body);
  EXPECT_EQ(get("/settings/kiosks/revoke?kiosk=7").status, 404);
  EXPECT_EQ(post("/settings/kiosks/revoke", "kiosk=1").status, 303);
  const auto page = get("/settings/kiosks").body;
  EXPECT_THAT(page, HasSubstr("Front door is revoked."));
  EXPECT_THAT(page, HasSubstr("Revoked</strong>"));
  const auto key = writer_->ask([](store::Register& held) { return held.key_of(1); });
  EXPECT_FALSE(key) << "it opens nothing";
  EXPECT_EQ(post("/settings/kiosks/revoke", "kiosk=1").status, 404);
}

}  // namespace
}  // namespace handbell::office
