// What every store promises of the people around the children, asked of the twin in memory and of
// SQLite's file.
#include "app/store/memory_register.h"
#include "app/store/power_cut_vfs.h"
#include "app/store/register_file.h"

#include "counted_random.h"
#include "either_register.h"
#include "small_school.h"
#include <gtest/gtest.h>

namespace handbell::store {
namespace {

reg::Contact contact_named(const char* name, int pupil, int place) {
  return {.pupil = PupilId(pupil),
          .order = place,
          .name = *NamePart::parse(name),
          .relationship = "Parent",
          .parental_responsibility = place == 1,
          .first_phone = *reg::PhoneNumber::parse("+44 7700 900123"),
          .second_phone = std::nullopt,
          .may_collect = true,
          .court_order = place == 2 ? "Order of 2025" : ""};
}

reg::StaffMember member_named(const char* id, const char* name, reg::Role role) {
  return {id, *NamePart::parse(name), *NamePart::parse("Office manager"), {role}, {}};
}

class PeopleContract : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    store_ = either_register(GetParam(), random_, vfs_);
    ASSERT_TRUE(store_);
    ASSERT_TRUE(store_->put_pupils(three_pupils()));
    ASSERT_TRUE(store_->put_periods(one_year()));
    ASSERT_TRUE(store_->put_times(reg::policy_times(on("2025-09-01"))));
    ASSERT_EQ(*store_->enrol("Front door", {1}), 1U);
  }
  void send() { ASSERT_TRUE(store_->apply(door_.message(1), now_)); }

  PowerCutVfs vfs_{"people"};
  CountedRandom random_;
  std::unique_ptr<Register> store_;
  PaperKiosk door_{1, 0xA1};
  const SessionId session_{on("2026-01-12"), Half::am};
  const Instant now_ = instant("2026-01-12T09:30:00");
  const reg::Author patel_ = *reg::Author::parse("R Patel, Office manager");
};

TEST_P(PeopleContract, holds_whom_to_ring_in_order_and_a_second_import_changes_nothing_F2) {
  const auto mother = contact_named("Nadia Khan", 1, 1);
  auto aunt = contact_named("Sara Khan", 1, 2);
  const auto father = contact_named("Tom Ross", 2, 1);
  EXPECT_EQ(*store_->put_contacts({father, aunt, mother}), (reg::ImportCount{3, 0, 0}));
  EXPECT_EQ(*store_->put_contacts({father, aunt, mother}), (reg::ImportCount{0, 0, 3}));
  EXPECT_EQ(*store_->contacts(), (std::vector{mother, aunt, father}));
  aunt.first_phone.reset();
  aunt.may_collect = false;
  EXPECT_EQ(*store_->put_contacts({aunt}), (reg::ImportCount{0, 1, 0}));
  EXPECT_EQ(*store_->contacts(), (std::vector{mother, aunt, father}));
  EXPECT_EQ(
      store_->put_contacts({contact_named("Ann Ross", 2, 1), contact_named("Joe Hill", 99, 1)})
          .error()
          .code,
      FaultCode::pupil_unknown);
  EXPECT_EQ(*store_->contacts(), (std::vector{mother, aunt, father})) << "all or nothing";
}

TEST_P(PeopleContract, a_childs_list_of_contacts_is_replaced_whole_and_no_others) {
  const auto mother = contact_named("Nadia Khan", 1, 1);
  const auto aunt = contact_named("Sara Khan", 1, 2);
  const auto father = contact_named("Tom Ross", 2, 1);
  ASSERT_TRUE(store_->put_contacts({father, aunt, mother}));
  auto first = aunt;
  first.order = 1;
  ASSERT_TRUE(store_->replace_contacts(PupilId(1), {first}));
  EXPECT_EQ(*store_->contacts(), (std::vector{first, father}));
  ASSERT_TRUE(store_->replace_contacts(PupilId(1), {}));
  EXPECT_EQ(*store_->contacts(), std::vector{father});
  const auto nobody = store_->replace_contacts(PupilId(9), {});
  ASSERT_FALSE(nobody);
  EXPECT_EQ(nobody.error().code, FaultCode::pupil_unknown);
}

TEST_P(PeopleContract, a_calendar_is_replaced_whole_and_the_doors_hear_of_it) {
  const auto before = store_->school()->version;
  auto periods = one_year();
  periods.pop_back();
  ASSERT_TRUE(store_->replace_calendar(*reg::Calendar::from_periods(periods)));
  EXPECT_EQ(store_->school()->calendar.periods(), periods);
  EXPECT_GT(store_->school()->version, before);
}

TEST_P(PeopleContract, a_kiosk_that_was_revoked_opens_nothing_until_it_is_enrolled_again) {
  ASSERT_TRUE(store_->key_of(1));
  ASSERT_TRUE(store_->revoke_kiosk(1));
  EXPECT_EQ(store_->key_of(1).error().code, FaultCode::kiosk_unknown);
  EXPECT_TRUE(store_->kiosks()->front().revoked);
  EXPECT_EQ(store_->revoke_kiosk(7).error().code, FaultCode::kiosk_unknown);
  ASSERT_TRUE(store_->invite({"Front door", {2}, now_ + hours(1)}));
  EXPECT_EQ(*store_->enrol_invited({2}, {3}, now_), 1U);
  EXPECT_FALSE(store_->kiosks()->front().revoked);
  EXPECT_TRUE(store_->key_of(1));
}

TEST_P(PeopleContract, holds_who_works_here_and_who_acts_for_whom_D52) {
  auto teacher = member_named("JO", "J Okoro", reg::Role::teacher);
  teacher.classes = {"Owls", "Ducklings"};
  const auto head = member_named("AN", "A Noor", reg::Role::head);
  EXPECT_EQ(*store_->put_staff({teacher, head}), (reg::ImportCount{2, 0, 0}));
  EXPECT_EQ(*store_->put_staff({teacher, head}), (reg::ImportCount{0, 0, 2}));
  const auto noor = *reg::Author::parse("A Noor, Headteacher");
  const auto acting = [&](const char* id, const char* last) {
    return *reg::ActingRole::from(id, reg::Role::head, on("2026-01-12"), on(last), noor);
  };
  EXPECT_EQ(store_->put_acting(acting("XX", "2026-01-16"), now_).error().code,
            FaultCode::staff_unknown);
  ASSERT_TRUE(store_->put_acting(acting("JO", "2026-01-16"), now_));
  EXPECT_EQ(*store_->staff(), (reg::Staff{{head, teacher}, {acting("JO", "2026-01-16")}}));
  ASSERT_TRUE(store_->put_acting(acting("JO", "2026-01-13"), now_));
  EXPECT_EQ(store_->staff()->acting, (std::vector{acting("JO", "2026-01-13")}))
      << "the later naming moves the end";
  teacher.roles = {reg::Role::teacher, reg::Role::champion};
  teacher.classes.clear();
  EXPECT_EQ(*store_->put_staff({teacher}), (reg::ImportCount{0, 1, 0}));
  EXPECT_EQ(store_->staff()->members, (std::vector{head, teacher}));
}

TEST_P(PeopleContract, accepts_by_the_staff_list_and_signs_as_acting_D52) {
  door_.tap(PupilId(2), instant("2026-01-12T08:41:30"), reg::code_of("L"));
  send();
  ASSERT_TRUE(store_->put_staff({member_named("RP", "R Patel", reg::Role::governor)}));
  EXPECT_EQ(store_->accept(session_, {PupilId(2)}, patel_, now_).error().code,
            FaultCode::code_not_theirs)
      << "the list counts, not the words of the position";
  ASSERT_TRUE(store_->put_acting(
      *reg::ActingRole::from("RP", reg::Role::office, on("2026-01-12"), on("2026-01-12"),
                             *reg::Author::parse("A Noor, Headteacher")),
      now_));
  EXPECT_EQ(
      store_->accept(session_, {PupilId(2)}, patel_, instant("2026-01-13T09:00:00")).error().code,
      FaultCode::code_not_theirs)
      << "the role ends with its last day";
  const auto marks = store_->accept(session_, {}, patel_, now_);
  ASSERT_TRUE(marks) << sentence(marks.error());
  EXPECT_EQ(marks->at(0).what.by.text(), "R Patel, acting office");
}

TEST_P(PeopleContract, tells_one_childs_entries_and_events_from_all_others_F10) {
  const auto mark = [&](PupilId pupil, const char* day, const char* code) {
    ASSERT_TRUE(store_->enter({{pupil,
                                {on(day), Half::am},
                                reg::code_of(code),
                                std::nullopt,
                                std::nullopt,
                                "In class",
                                "Class teacher",
                                patel_}},
                              now_));
  };
  mark(PupilId(1), "2026-01-12", "N");
  mark(PupilId(2), "2026-01-12", "/");
  mark(PupilId(1), "2026-01-12", "I");
  mark(PupilId(1), "2024-09-09", "C");
  door_.tap(PupilId(1), instant("2026-01-12T08:41:30"), reg::code_of("L"));
  door_.tap(PupilId(2), instant("2026-01-12T08:42:30"), reg::code_of("L"));
  door_.write(reg::Withdrawn{1, {}}, now_);
  door_.write(reg::Withdrawn{2, {}}, now_);
  send();
  const auto entries = *store_->entries_of(PupilId(1));
  ASSERT_EQ(entries.size(), 3U);
  EXPECT_EQ(entries[1].replaces, entries[0].entry);
  const auto events = *store_->events_of(PupilId(1));
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[0].ref.seq, 1U);
  EXPECT_EQ(events[1].ref.seq, 3U) << "what took it back, and not the other child's";
  EXPECT_TRUE(store_->events_of(PupilId(3))->empty());
}

TEST_P(PeopleContract, keeps_what_became_of_an_entry_that_left_until_the_entry_is_erased) {
  const auto entered = *store_->enter({{PupilId(1), session_, reg::code_of("I"), std::nullopt,
                                        std::nullopt, "Rang", "Office", patel_}},
                                      now_);
  const auto entry = entered.at(0).entry;
  const std::vector records{reg::ExportRecord::exported(entry, now_),
                            *reg::ExportRecord::rejected(entry, now_ + hours(1), "unknown pupil"),
                            reg::ExportRecord::accepted(entry, now_ + hours(2))};
  EXPECT_EQ(store_->put_exports({records[0], reg::ExportRecord::exported(99, now_)}).error().code,
            FaultCode::entry_missing);
  EXPECT_TRUE(store_->exports(session_.day, session_.day)->empty()) << "all or nothing";
  ASSERT_TRUE(store_->put_exports({records[0]}));
  ASSERT_TRUE(store_->put_exports({records[1], records[2]}));
  EXPECT_EQ(*store_->exports(on("2026-01-01"), session_.day), records);
  EXPECT_TRUE(store_->exports(on("2026-01-13"), on("2026-01-31"))->empty());
  EXPECT_TRUE(reg::still_to_export(entered, records).empty());
  const Instant later = instant("2032-12-01T10:00:00");
  ASSERT_EQ(*store_->erase(on("2032-12-01"), patel_, later), 1U);
  EXPECT_TRUE(store_->exports(session_.day, session_.day)->empty());
  EXPECT_EQ(store_->put_exports({records[0]}).error().code, FaultCode::entry_missing);
  EXPECT_TRUE(store_->verify());
}

INSTANTIATE_TEST_SUITE_P(Stores, PeopleContract, testing::Values("memory", "sqlite"),
                         [](const auto& of) { return std::string(of.param); });

TEST(PeopleInRegisterFile, are_there_when_it_is_opened_again) {
  PowerCutVfs vfs("people again");
  CountedRandom random;
  const auto open = [&] { return RegisterFile::open("register.db", random, {vfs.vfs_name()}); };
  reg::Staff staff;
  std::vector<reg::Contact> contacts;
  {
    auto file = open();
    ASSERT_TRUE(file);
    ASSERT_TRUE((*file)->put_pupils(three_pupils()));
    ASSERT_TRUE((*file)->put_contacts({contact_named("Zo\u00EB Khan", 1, 2)}));
    ASSERT_TRUE((*file)->put_staff({member_named("JO", "J Okoro", reg::Role::teacher)}));
    ASSERT_TRUE((*file)->put_acting(
        *reg::ActingRole::from("JO", reg::Role::dsl, on("2026-01-12"), on("2026-01-16"),
                               *reg::Author::parse("A Noor, Headteacher")),
        instant("2026-01-11T20:00:00")));
    staff = *(*file)->staff();
    contacts = *(*file)->contacts();
  }
  auto again = open();
  ASSERT_TRUE(again);
  EXPECT_EQ(*(*again)->staff(), staff);
  EXPECT_EQ(*(*again)->contacts(), contacts);
  EXPECT_EQ(staff.acting.at(0).named_by().text(), "A Noor, Headteacher");
}

TEST(PeopleInRegisterFile, keep_a_naming_as_it_was_and_no_record_of_an_export_that_was_erased) {
  PowerCutVfs vfs("people rows");
  CountedRandom random;
  const auto patel = *reg::Author::parse("R Patel, Office manager");
  const Instant now = instant("2026-01-12T09:30:00");
  auto file = RegisterFile::open("register.db", random, {vfs.vfs_name()});
  ASSERT_TRUE(file);
  ASSERT_TRUE((*file)->put_pupils(three_pupils()));
  ASSERT_TRUE((*file)->put_staff({member_named("JO", "J Okoro", reg::Role::teacher)}));
  ASSERT_TRUE((*file)->put_acting(
      *reg::ActingRole::from("JO", reg::Role::head, on("2026-01-12"), on("2026-01-16"), patel),
      now));
  ASSERT_TRUE((*file)->enter({{PupilId(1),
                               {on("2026-01-12"), Half::am},
                               reg::code_of("I"),
                               std::nullopt,
                               std::nullopt,
                               "Rang",
                               "Office",
                               patel}},
                             now));
  ASSERT_TRUE((*file)->put_exports({*reg::ExportRecord::rejected(1, now, "unknown pupil")}));
  SQLite::Database raw(std::string("register.db"), SQLite::OPEN_READWRITE, 0, vfs.vfs_name());
  EXPECT_NE(raw.tryExec("UPDATE acting_role SET last = last + 100"), 0) << "refused";
  EXPECT_EQ(raw.execAndGet("SELECT count(*) FROM export_record").getInt(), 1);
  ASSERT_EQ(*(*file)->erase(on("2032-12-01"), patel, instant("2032-12-01T10:00:00")), 1U);
  EXPECT_EQ(raw.execAndGet("SELECT count(*) FROM export_record").getInt(), 0);
}

}  // namespace
}  // namespace handbell::store
