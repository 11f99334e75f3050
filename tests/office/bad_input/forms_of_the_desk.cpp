// Arrived, Going out, the paper list, Out of school, Absence and leave, Pupils.
#include "form_table.h"

namespace handbell::office {
namespace {

void mum_asks(BadInputTest& test) {
  test.at("2026-01-12T13:06:00");
  test.asked_for(1, "2026-01-12T13:00:30");
}

void granted(BadInputTest& test) {
  mum_asks(test);
  const auto form = form_on_page(test.page_of("/out"), "/out/grant");
  std::string key;
  for (const auto& field : form.fields) {
    if (field.name == "key") key = field.value;
  }
  test.press("/out", "/out/grant", "adult-" + key + "=Nadia+Khan&checked-" + key + "=photo_id");
}

void collector_tomorrow(BadInputTest& test) {
  ASSERT_EQ(test.done("/out/collector",
                      "pupil=1&collector=Ann+Hill&relationship=aunt&day=2026-01-12&told_by=mum&"
                      "told_how=call")
                .status,
            303);
}

void away_today(BadInputTest& test) {
  ASSERT_EQ(test.done("/absence/child",
                      "pupil=1&do=absence&why=I&who=mum&told=08:00&told_on=2026-01-12&from="
                      "2026-01-12&from_half=am&until=2026-01-12&until_half=pm")
                .status,
            303);
}

void leave_waits(BadInputTest& test) {
  ASSERT_EQ(test.done("/absence/child",
                      "pupil=1&do=leave&kind=exceptional&grounds=wedding&who=mum&told=08:00&"
                      "told_on=2026-01-12&from=2026-01-19&from_half=am&until=2026-01-20&"
                      "until_half=pm&which=")
                .status,
            303);
}

void leave_decided(BadInputTest& test) {
  leave_waits(test);
  ASSERT_EQ(test.done("/absence/leave", "request=1&answer=refused&reason=no").status, 303);
}

void leave_refused_today(BadInputTest& test) {
  ASSERT_EQ(test.done("/absence/child",
                      "pupil=1&do=leave&kind=exceptional&grounds=wedding&who=mum&told=08:00&"
                      "told_on=2026-01-12&from=2026-01-12&from_half=am&until=2026-01-12&"
                      "until_half=pm&which=")
                .status,
            303);
  ASSERT_EQ(test.done("/absence/leave", "request=1&answer=refused&reason=no").status, 303);
}

void staff_card_of_okoro(BadInputTest& test) {
  const reg::StaffCardRecord row{
      *CardNumber::parse("04A1B2C3D4E5F7"), "S2", {}, on("2026-01-05"), std::nullopt};
  test.told([&](store::Register& held) { return held.put_staff_cards({row}); });
}

void card_of_amira(BadInputTest& test) {
  ASSERT_EQ(test.done("/pupils/card", "pupil=1&card=04A1B2C3&whose=own").status, 303);
}

std::vector<FormCase> forms_of_going_out() {
  return {
      {"/out/find", "/out", {}, {}, {"name"}},
      {"/out/child",
       "/out/child?pupil=1",
       [](BadInputTest& test) { test.comes(1, "2026-01-12T08:40:00", nullptr); },
       {{"adult", "Nadia Khan"}, {"checked", "photo_id"}, {"why", "unwell"}, {"back_by", "11:00"}},
       {"adult", "checked", "why"},
       "do=hand"},
      {"/out/undo", "/out", granted},
      {"/out/back", "/out",
       [](BadInputTest& test) {
         granted(test);
         test.press("/out", "/out/hand-over");
       }},
      {"/out/collector",
       "/out/child?pupil=1",
       {},
       {{"day", "2026-01-13"}},
       {"collector", "day", "told_by", "told_how"}},
      {"/out/collector/undo", "/out", collector_tomorrow},
      {"/out/tell", "/out", mum_asks, {}, {"told-*"}},
      {"/out/grant",
       "/out",
       mum_asks,
       {{"adult-*", "Nadia Khan"}, {"checked-*", "photo_id"}},
       {"adult-*", "checked-*"}},
      {"/out/hand-over", "/out", granted, {{"back_by-*", "14:30"}}},
      {"/out/refuse", "/out", mum_asks, {}, {"reason-*"}},
  };
}

std::vector<FormCase> forms_of_absence() {
  return {
      {"/absence", "/absence", {}, {}, {"name"}},
      {"/absence/child",
       "/absence/child?pupil=1&do=absence",
       {},
       {{"why", "O"},
        {"told", "08:00"},
        {"told_on", "2026-01-12"},
        {"from", "2026-01-12"},
        {"from_half", "am"},
        {"until", "2026-01-12"},
        {"until_half", "pm"}},
       {"why", "who", "told", "told_on", "from", "until"}},
      {"/absence/child",
       "/absence/child?pupil=1&do=appointment",
       {},
       {{"day", "2026-01-13"},
        {"leaves", "10:00"},
        {"back", "11:00"},
        {"told", "08:00"},
        {"told_on", "2026-01-12"}},
       {"day", "grounds", "who", "told", "told_on"}},
      {"/absence/child",
       "/absence/child?pupil=1&do=leave",
       {},
       {{"kind", "exceptional"},
        {"from", "2026-01-19"},
        {"until", "2026-01-20"},
        {"told", "08:00"},
        {"told_on", "2026-01-12"}},
       {"kind", "grounds", "who", "told", "told_on", "from", "until"}},
      {"/absence/child", "/absence/child?pupil=1&do=timetable", {}, {}, {"expected"}},
      {"/absence/undo", "/absence", away_today},
      {"/absence/leave",
       "/absence/leave?request=1",
       leave_waits,
       {{"answer", "partly"}, {"from", "2026-01-19"}, {"until", "2026-01-19"}},
       {"answer", "reason", "from", "until"}},
      {"/absence/leave/undo", "/absence/leave?request=1", leave_decided},
      {"/absence/refused", "/absence",
       [](BadInputTest& test) {
         leave_refused_today(test);
         test.marked(1, "N");
       }},
      {"/absence/withdraw", "/absence/leave?request=1", leave_waits},
  };
}

std::vector<FormCase> forms_of_attendance() {
  return {
      {"/attendance/answer",
       "/attendance/answer?pupil=1",
       [](BadInputTest& test) { test.marked(1, "N"); },
       {{"key", "stage-1"}, {"answer", "snoozed"}, {"until", "2026-01-20"}},
       {"key", "answer", "until"}},
  };
}

std::vector<FormCase> forms_of_pupils() {
  return {
      {"/pupils", "/pupils", {}, {}, {"name"}},
      {"/pupils/mark",
       "/pupils/mark?pupil=1&day=2026-01-12&session=am",
       {},
       {{"code", "L"}},
       {"code", "reason"}},
      {"/pupils/card", "/pupils/one?pupil=1", {}, {{"card", "04A1B2C3"}}, {"card"}},
      {"/pupils/card/revoke", "/pupils/one?pupil=1", card_of_amira},
      {"/cards/give",
       "/cards",
       [](BadInputTest& test) { test.on_desk("04A1B2C3D4E5F6"); },
       {},
       {},
       "whose=own"},
      {"/cards/staff/write",
       "/cards/staff",
       [](BadInputTest& test) { test.on_desk("04A1B2C3D4E5F6"); },
       {{"staff", "S2"}, {"pin", "502913"}, {"again", "502913"}},
       {"staff", "pin", "again"},
       {},
       {},
       {},
       {"pin", "again"}},
      {"/cards/staff/revoke", "/cards/staff", staff_card_of_okoro},
      {"/pupils/edit", "/pupils/edit?pupil=1", {}, {{"language", "ur"}}},
      {"/pupils/family", "/pupils/edit?pupil=1"},
      {"/pupils/contact",
       "/pupils/contact?pupil=1",
       {},
       {{"first-phone", "07700 900102"}, {"second-phone", ""}},
       {"order", "name"},
       "as=save"},
      {"/pupils/contact",
       "/pupils/contact?pupil=1&place=1",
       {},
       {{"name", "Nadia Khan"}, {"first-phone", "07700 900101"}, {"second-phone", ""}},
       {"order", "name"},
       "as=save"},
  };
}

}  // namespace

std::vector<FormCase> forms_of_the_desk() {
  std::vector<FormCase> all{
      {"/today/arrived/find", "/today/arrived", {}, {}, {"name"}},
      {"/today/arrived",
       "/today/arrived?child=1",
       {},
       {{"child", "1"}},
       {"at", "child"},
       "",
       "",
       {"mark-2"}},
      {"/today/going/find", "/today/going", {}, {}, {"name"}},
      {"/today/going",
       "/today/going?child=1",
       {},
       {{"at", "09:05"}, {"back", "11:00"}, {"child", "1"}, {"with", "Nadia Khan"}},
       {"at", "child", "with"}},
      {"/today/paper",
       "/today/paper",
       {},
       {{"child-1", "Amira Khan"},
        {"at-1", "08:50"},
        {"child-*", ""},
        {"at-*", ""},
        {"why-*", ""},
        {"lines", ""}},
       {"child-1", "at-1"}},
  };
  for (auto more :
       {forms_of_going_out(), forms_of_absence(), forms_of_attendance(), forms_of_pupils()}) {
    for (auto& each : more) all.push_back(std::move(each));
  }
  return all;
}

}  // namespace handbell::office
