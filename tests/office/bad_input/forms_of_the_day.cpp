// Today, Register, Reconcile, Calls, Roll call and Presence.
#include "form_table.h"

namespace handbell::office {
namespace {

void amira_waits(BadInputTest& test) { test.comes(1, "2026-01-12T08:52:10", "L"); }

void amira_differs(BadInputTest& test) {
  test.marked(1, "/");
  amira_waits(test);
}

void owls_sent(BadInputTest& test) {
  test.at("2026-01-12T08:58:00");
  test.sent("Owls", {1, 2});
  test.at("2026-01-12T09:10:00");
}

void unseen_in_class(BadInputTest& test) {
  test.comes(1, "2026-01-12T08:40:00", nullptr);
  test.at("2026-01-12T08:46:00");
  test.sent("Owls", {1});
  test.at("2026-01-12T09:10:00");
}

void somebody_is_out(BadInputTest& test) {
  ASSERT_EQ(
      test.done("/today/going", "first=1&child=1&at=09:05&reason=&with=Nadia+Khan&back=").status,
      303);
}

void drill_runs(BadInputTest& test) {
  ASSERT_EQ(test.done("/roll-call/begin", "kind=drill").status, 303);
}

void late_afternoon(BadInputTest& test) {
  test.comes(1, "2026-01-12T08:40:00", nullptr);
  test.at("2026-01-12T16:10:00");
}

std::vector<FormCase> forms_of_the_register() {
  return {
      {"/accept", "/today", amira_waits},
      {"/today/seen", "/today", somebody_is_out},
      {"/today/seen-to", "/today", unseen_in_class},
      {"/reconcile/settle",
       "/reconcile",
       amira_differs,
       {{"way-am-1", "own"}, {"code-am-1", "L"}},
       {"way-am-1", "code-am-1", "reason-am-1"},
       "as=chosen"},
      {"/reconcile/differences", "/reconcile/differences",
       [](BadInputTest& test) {
         test.marked(1, "L");
         test.elsewhere(1, "/");
       }},
      {"/reconcile/undo", "/reconcile",
       [](BadInputTest& test) {
         amira_differs(test);
         test.press("/reconcile", "/reconcile/settle", "as=suggested");
       }},
      {"/register/send",
       "/register?class=Owls",
       {},
       {{"child-1", "present"}, {"child-2", "not-here"}, {"headcount", "1"}},
       {"child-1", "child-2", "headcount"}},
      {"/register/seen",
       "/register?class=Owls",
       amira_waits,
       {},
       {},
       "seen=1",
       "",
       {"child-*", "headcount"}},
      {"/register/change",
       "/register?class=Owls&change=2",
       owls_sent,
       {{"said", "late"}},
       {"said", "reason"}},
  };
}

std::vector<FormCase> forms_of_calls() {
  return {
      {"/calls/attempt", "/calls", owls_sent, {{"came-*", ""}}, {}, "rang=1.spoke"},
      {"/calls/class", "/calls", {}},
      {"/calls/missing",
       "/calls",
       [](BadInputTest& test) {
         ASSERT_EQ(test.done("/calls/class", "class=Owls&result=class_answered").status, 303);
       },
       {{"missing-1", "1"}},
       {"missing-1"}},
      {"/calls/seen", "/calls", unseen_in_class},
      {"/calls/undo", "/calls",
       [](BadInputTest& test) {
         owls_sent(test);
         test.press("/calls", "/calls/attempt", "rang=1.spoke");
       }},
      {"/calls/absence",
       "/calls",
       owls_sent,
       {{"code-1", "other"},
        {"other-1", "C"},
        {"who-1", "1"},
        {"told-on-1", "2026-01-12"},
        {"told-at-1", "08:00"},
        {"until-1", "date"},
        {"until-day-1", "2026-01-13"}},
       {"other-1", "who-1", "until-1", "until-day-1"},
       "",
       "name=\"pupil\" value=\"1\""},
      {"/calls/absence/undo", "/calls",
       [](BadInputTest& test) {
         owls_sent(test);
         test.press("/calls", "/calls/absence", "code-1=I&who-1=1&until-1=today");
       }},
  };
}

std::vector<FormCase> forms_of_presence() {
  return {
      {"/roll-call/begin", "/roll-call", {}, {}, {}, "", "name=\"sure\""},
      {"/roll-call/end", "/roll-call", drill_runs},
      {"/roll-call/class",
       "/roll-call",
       [](BadInputTest& test) {
         test.comes(1, "2026-01-12T08:40:00", nullptr);
         drill_runs(test);
       },
       {},
       {},
       "",
       "value=\"Owls\"",
       {"here"}},
      {"/presence", "/presence", {}, {}, {}, "", "name=\"name\""},
      {"/presence/ticks",
       "/presence/group?do=trip-out&class=Owls",
       amira_waits,
       {},
       {},
       "fill=likely",
       "",
       {"tick", "name", "in-charge", "time", "back-by", "belongs", "class"}},
      {"/presence/group",
       "/presence/group?do=trip-out&class=Owls",
       amira_waits,
       {{"tick", "1"}, {"time", "09:05"}, {"back-by", "12:00"}},
       {"tick", "name", "in-charge"},
       "",
       "name=\"tick\"",
       {"belongs"}},
      {"/presence/undo", "/presence/child?pupil=1", amira_waits, {}, {}, "", "name=\"reason\""},
      {"/presence/day",
       "/presence/day",
       late_afternoon,
       {{"time", "16:05"}, {"with", "Nadia Khan"}},
       {},
       "pupil=1"},
      {"/presence/child",
       "/presence/child?pupil=1",
       amira_waits,
       {{"seen-time", "09:00"}},
       {},
       "",
       "value=\"seen\""},
      {"/presence/child",
       "/presence/child?pupil=1",
       amira_waits,
       {{"left-time", "09:00"}, {"left-with", "Nadia Khan"}, {"left-back", "11:00"}},
       {},
       "",
       "value=\"left\""},
  };
}

}  // namespace

std::vector<FormCase> forms_of_the_day() {
  auto all = forms_of_the_register();
  for (auto more : {forms_of_calls(), forms_of_presence()}) {
    for (auto& each : more) all.push_back(std::move(each));
  }
  return all;
}

}  // namespace handbell::office
