// A school in the middle of a morning on which each form of the office has something to do, and
// the site with all its pages behind one person who may do everything.
#pragma once

#include "../access/door_fixture.h"
#include "page_forms.h"
#include <SQLiteCpp/SQLiteCpp.h>

namespace handbell::office {

class BadInputTest : public DoorTest {
 public:
  // What the table of forms uses to make its form stand on a page.
  net::Response done(const std::string& path, const std::string& form) { return post(path, form); }
  template <class Work>
  void told(Work&& work) {
    const auto told = writer_->ask(std::forward<Work>(work));
    ASSERT_TRUE(told) << sentence(told.error());
  }
  void comes(int pupil, const char* at, const char* code) { tap(pupil, at, code); }
  void marked(int pupil, const char* code) { enter(pupil, code, "in class"); }
  /// As a file of the other register says.
  void elsewhere(int pupil, const char* code) {
    const reg::OtherMark theirs{
        PupilId(pupil), {on("2026-01-12"), Half::am},           reg::code_of(code), {}, "sims.csv",
        clock_.at(),    *reg::Author::from("R Patel", "Office")};
    told([&](store::Register& held) { return held.write({theirs}, clock_.at()); });
  }
  void asked_for(int pupil, const char* at) {
    reg::ReleaseAsked asked;
    asked.pupil = PupilId(pupil);
    asked.at.wall = instant(at);
    asked.who = "mum";
    deliver(OfficeTest::door_.write(asked, asked.at.wall).seq);
  }
  /// The register of the class: nobody of these is there.
  void sent(const char* name, const std::vector<int>& away) {
    for (const int pupil : away) enter(pupil, "N", "not in class");
    reg::ClassDraft draft{name, clock_.at(), {},
                          {},   0,           *reg::Author::from("J Okoro", "Class teacher")};
    for (const int pupil : away) draft.not_seen.emplace_back(pupil);
    told([&](store::Register& held) {
      return held.tell(*reg::ClassSeen::from(draft), clock_.at());
    });
  }
  void at(const char* local) { clock_.set(local); }
  void on_desk(const char* card) { desk_.seen("desk", *CardNumber::parse(card)); }
  std::string page_of(const std::string& target) { return get(target).body; }
  /// Presses the first form of the page that goes there, as it stands.
  void press(const std::string& target, const std::string& action, const std::string& more = "") {
    net::Fields fields;
    for (const auto& field : form_on_page(page_of(target), action).fields) {
      const bool stands = field.type != "button" && field.name != "token" &&
                          (field.type != "radio" || field.chosen) && field.type != "checkbox";
      if (stands) fields.emplace_back(field.name, field.value);
    }
    const auto answer = post(action, more + "&" + as_body(fields));
    ASSERT_LT(answer.status, 400) << action << " " << answer.body;
  }
  void joined(const char* staff) { give_account(staff); }

 protected:
  void SetUp() override {
    DoorTest::SetUp();
    site_ = std::make_unique<OfficeSite>(
        SiteParts{*writer_,
                  *readers_,
                  *reader_,
                  *hub_,
                  *files_,
                  gate_,
                  *audit_,
                  [this] { return clock_.at(); },
                  [this](const std::string& line) { log_ += line + "\n"; },
                  [this] { hub_->changed(); },
                  false,
                  {},
                  access_routes(*access_),
                  {folder_ + "/register.db", "unix:/run/handbell/kiosk.sock", &random_, &enroller_, &desk_}});
    put_people();
    gate_.become("A Noor", "Headteacher",
                 {reg::Role::head, reg::Role::office, reg::Role::dsl, reg::Role::technician,
                  reg::Role::teacher},
                 {"Owls"});
    gate_.visitor->staff = "S1";
  }
  void put_people() {
    auto pupils = three_pupils();
    pupils[0].family = pupils[1].family = "K";
    told([&](store::Register& held) { return held.put_pupils(pupils); });
    const reg::Contact mother{.pupil = PupilId(1),
                              .order = 1,
                              .name = *NamePart::parse("Nadia Khan"),
                              .relationship = "Mother",
                              .parental_responsibility = true,
                              .first_phone = *reg::PhoneNumber::parse("07700 900101"),
                              .second_phone = {},
                              .may_collect = true,
                              .court_order = ""};
    told([&](store::Register& held) { return held.put_contacts({mother}); });
    put_staff("S1", "A Noor", "Headteacher", {reg::Role::head});
    put_staff("S2", "J Okoro", "Class teacher", {reg::Role::teacher}, {"Owls"});
    if (has_account_) give_account("S1", "482913");
  }

  bool has_account_ = true;

  /// Everything that is kept, as text: what refuses must leave it as it was.
  std::string all_kept() {
    std::string kept;
    SQLite::Database raw(folder_ + "/register.db", SQLite::OPEN_READONLY);
    SQLite::Statement tables(raw,
                             "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
    while (tables.executeStep()) add_rows(raw, tables.getColumn(0).getString(), kept);
    const auto people = accounts_->all();
    const auto devices = accounts_->devices();
    const auto passes = accounts_->passes(clock_.at());
    for (const auto& each : *people) {
      kept += each.staff + each.password + each.pin + (each.locked ? " locked" : "") + "\n";
    }
    for (const auto& each : *devices) kept += each.name + "\n";
    for (const auto& each : *passes) kept += each.name + "\n";
    return kept;
  }
  static void add_rows(SQLite::Database& raw, const std::string& table, std::string& kept) {
    SQLite::Statement rows(raw, "SELECT * FROM \"" + table + "\"");
    kept += table + "\n";
    while (rows.executeStep()) {
      for (int i = 0; i < rows.getColumnCount(); ++i) kept += rows.getColumn(i).getString() + "|";
      kept += "\n";
    }
  }
};

}  // namespace handbell::office
