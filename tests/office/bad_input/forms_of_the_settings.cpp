// Settings, users, devices and the own account; letters with their wording and logo.
#include "form_table.h"

#include <chrono>
#include <thread>

namespace handbell::office {
namespace {

constexpr const char* kPassword = "brown goats climb";

void years_later(BadInputTest& test) {
  test.marked(1, "L");
  test.at("2032-12-01T10:00:00");
}

void teacher_has_account(BadInputTest& test) { test.joined("S2"); }

void teacher_locked(BadInputTest& test) {
  teacher_has_account(test);
  ASSERT_EQ(test.done("/users/lock", "id=S2").status, 303);
}

std::vector<FormCase> forms_of_people() {
  return {
      {"/users/invite", "/users/person?id=S2"},
      {"/users/reset", "/users/person?id=S2", teacher_has_account},
      {"/users/lock", "/users/person?id=S2", teacher_has_account},
      {"/users/unlock", "/users/person?id=S2", teacher_locked},
      {"/users/sign-out", "/users/person?id=S2", teacher_has_account},
      {"/users/add",
       "/users",
       {},
       {{"roles", "class teacher"}, {"classes", "Owls"}},
       {"name", "position", "roles"}},
      {"/users/change",
       "/users/person?id=S2",
       {},
       {{"roles", "class teacher"}, {"classes", "Owls"}},
       {"name", "position", "roles"}},
      {"/users/leave", "/users/person?id=S2", {}, {{"sure", "yes"}}, {"sure"}},
      {"/users/acting",
       "/users/person?id=S2",
       {},
       {{"role", "head"}, {"from", "2026-01-12"}, {"to", "2026-01-16"}},
       {"role", "from", "to"}},
      {"/devices/add", "/devices", {}, {{"classes", "Owls"}}, {"device", "classes"}},
      {"/devices/remove", "/devices",
       [](BadInputTest& test) {
         ASSERT_EQ(test.done("/devices/add", "device=Tablet&classes=Owls").status, 200);
       }},
      {"/devices/pass", "/devices", {}, {{"class", "Owls"}}, {"supply", "class"}},
      {"/devices/end-pass", "/devices",
       [](BadInputTest& test) {
         ASSERT_EQ(test.done("/devices/pass", "supply=Ann&class=Owls").status, 200);
       }},
      {"/account/password",
       "/account",
       {},
       {{"current", kPassword},
        {"password", "green sheep swim far"},
        {"again", "green sheep swim far"}},
       {"current", "password", "again"}},
      {"/account/pin",
       "/account",
       {},
       {{"pin-password", kPassword}, {"pin", "482915"}},
       {"pin-password", "pin"}},
      {"/account/app", "/account", {}, {{"app-password", kPassword}}, {"app-password"}},
      {"/account/sign-out", "/account"},
  };
}

/// Letters are made on a thread of their own.
void letter_made(BadInputTest& test) {
  ASSERT_EQ(test.done("/letters/make", "kind=lateness&class=Owls&pupil=1&do=make").status, 303);
  for (int i = 0; i < 500; ++i) {
    if (test.page_of("/letters/batch?batch=1").find("/letters/sent") != std::string::npos) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  FAIL() << test.page_of("/letters/batch?batch=1");
}

constexpr const char* kLogo = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='5'/>";

std::vector<FormCase> forms_of_letters() {
  return {
      {"/letters",
       "/letters",
       {},
       {{"kind", "annual"}, {"class", "Owls"}, {"numbers", ""}},
       {"kind", "class"}},
      {"/letters/make",
       "/letters?kind=invitation&class=Owls",
       {},
       {{"pupil", "1"}, {"meeting_day", "2026-01-20"}, {"meeting_time", "15:30"}},
       {"pupil"}},
      {"/letters/sent", "/letters/batch?batch=1", letter_made},
      {"/letters/templates/one",
       "/letters/templates/one?kind=meeting",
       {},
       {},
       {"words", "reason"},
       "do=keep"},
      {"/letters/logo", "/letters/logo", {}, {{"logo", kLogo}}, {"logo", "reason"}},
      {"/letters/logo/remove",
       "/letters/logo",
       [](BadInputTest& test) {
         ASSERT_EQ(test.done("/letters/logo", std::string("reason=new&logo=") + kLogo).status, 303);
       },
       {},
       {"why"}},
  };
}

std::vector<FormCase> forms_of_files() {
  return {
      {"/settings/import/look",
       "/settings/import",
       {},
       {{"what", "contacts"}, {"file", "AdmissionNumber,Order,ContactName\r\n1002,1,Tom Ross\r\n"}},
       {"what", "file"}},
      {"/settings/export",
       "/settings/export",
       [](BadInputTest& test) { test.marked(1, "L"); },
       {{"from", "2026-01-12"}, {"to", "2026-01-12"}},
       {"from", "to", "which"}},
      {"/settings/keep/copy", "/settings/keep"},
      {"/settings/keep/erase", "/settings/keep", years_later, {{"sure", "yes"}}, {"sure"}},
  };
}

}  // namespace

std::vector<FormCase> forms_of_the_settings() {
  std::vector<FormCase> all{
      {"/settings/times",
       "/settings/times",
       {},
       {{"group", "all"},
        {"session", "pm"},
        {"arrive", "13:00"},
        {"taken", "13:05"},
        {"closes", "13:15"},
        {"from", "2026-01-19"}},
       {"group", "session", "arrive", "taken", "closes", "from"}},
      {"/settings/calendar",
       "/settings/calendar",
       {},
       {{"kind", "training"}, {"from", "2026-03-02"}, {"to", "2026-03-02"}, {"groups", ""}},
       {"kind", "name", "from", "to"}},
      {"/settings/calendar",
       "/settings/calendar/period?number=0",
       {},
       {{"from", "2025-09-02"}, {"to", "2026-07-20"}, {"groups", ""}},
       {"kind", "name", "from", "to"},
       "as=save"},
      {"/settings/legal",
       "/settings/legal",
       {},
       {{"from", "2026-01-12"}},
       {"value", "from", "reason"}},
      {"/settings/reasons",
       "/settings/reasons",
       {},
       {{"late", "Overslept\nTraffic"}, {"out", "Dentist\nUnwell"}, {"undo", "Wrong card\nOther"}},
       {"late", "out", "undo"}},
      {"/settings/about",
       "/settings/about",
       {},
       {{"reviewed", "2025-11-10"}, {"due", "2026-11-10"}},
       {"name", "reviewed", "due"}},
      {"/reports/national",
       "/reports/national",
       {},
       {{"value", "94.7"}, {"from", "2026-01-12"}},
       {"value", "from", "source"}},
      {"/pupils/groups", "/pupils/groups?pupil=1", {}, {{"group", "send"}}, {"reason"}},
      {"/pupils/copy",
       "/pupils/copy?pupil=1",
       {},
       {{"asked-by", "0"}, {"names", ""}},
       {"asked-by"}},
      {"/settings/kiosks", "/settings/kiosks", {}, {}, {"name"}},
      {"/settings/kiosks/revoke", "/settings/kiosks/revoke?kiosk=1"},
  };
  for (auto more : {forms_of_files(), forms_of_people(), forms_of_letters()}) {
    for (auto& each : more) all.push_back(std::move(each));
  }
  return all;
}

}  // namespace handbell::office
