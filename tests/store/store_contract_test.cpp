// What every store of the register promises, asked of the twin in memory and of SQLite's file.
#include "app/store/memory_register.h"
#include "app/store/power_cut_vfs.h"
#include "app/store/register_file.h"

#include "counted_random.h"
#include "either_register.h"
#include "small_school.h"
#include <gtest/gtest.h>

namespace handbell::store {

std::span<const Migration> register_migrations();

namespace {

class StoreContract : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    store_ = either_register(GetParam(), random_, vfs_);
    ASSERT_TRUE(store_);
    ASSERT_TRUE(store_->name_school("Oak Lane Infants"));
    ASSERT_TRUE(store_->put_pupils(three_pupils()));
    ASSERT_TRUE(store_->put_periods(one_year()));
    ASSERT_TRUE(store_->put_times(reg::policy_times(on("2025-09-01"))));
    ASSERT_EQ(*store_->enrol("Front door", {1}), 1U);
    ASSERT_EQ(*store_->enrol("Nursery door", {2}), 2U);
  }

  std::vector<reg::RegisterLine> lines(const char* day = "2026-01-12") {
    auto found = reg::lines_of(*store_, {on(day), Half::am});
    EXPECT_TRUE(found) << (found ? "" : sentence(found.error()));
    return found ? *found : std::vector<reg::RegisterLine>{};
  }
  journal::SyncAnswer send(PaperKiosk& kiosk, std::uint64_t from = 1, std::size_t most = 256) {
    auto answer = store_->apply(kiosk.message(from, most), now_);
    EXPECT_TRUE(answer);
    kiosk.remember(answer->office);
    return *answer;
  }

  PowerCutVfs vfs_{"contract"};
  CountedRandom random_;
  std::unique_ptr<Register> store_;
  PaperKiosk door_{1, 0xA1};
  const SessionId session_{on("2026-01-12"), Half::am};
  const Instant now_ = instant("2026-01-12T09:30:00");
  const reg::Author patel_ = *reg::Author::parse("R Patel, Office manager");
};

TEST_P(StoreContract, holds_the_school_and_a_second_import_changes_nothing) {
  const auto before = *store_->school();
  EXPECT_EQ(before.name, "Oak Lane Infants");
  ASSERT_EQ(before.pupils.size(), 3U);
  EXPECT_EQ(before.pupils[0].full_name(), "Amira Khan");
  EXPECT_EQ(before.pictures.at("Owls"), "owl");
  EXPECT_EQ(*store_->put_pupils(three_pupils()), (reg::ImportCount{0, 0, 3}));
  EXPECT_EQ(*store_->put_periods(one_year()), (reg::ImportCount{0, 0, 2}));
  const auto card = reg::CardRecord{*CardNumber::parse("04A1B2C3D4E580"), PupilId(1),
                                    on("2025-09-02"), std::nullopt};
  EXPECT_EQ(*store_->put_cards({card}), (reg::ImportCount{1, 0, 0}));
  EXPECT_EQ(*store_->put_cards({card}), (reg::ImportCount{0, 0, 1}));
  const auto after = *store_->school();
  EXPECT_EQ(after.version, before.version + 1) << "only the card was new";
  EXPECT_EQ(after.pupils, before.pupils);
  EXPECT_EQ(after.cards, std::vector{card});
  auto renamed = three_pupils();
  renamed[1].leaving = on("2026-01-09");
  EXPECT_EQ(*store_->put_pupils(renamed), (reg::ImportCount{0, 1, 2}));
  EXPECT_EQ(store_->school()->pupils[1].leaving, on("2026-01-09"));
  EXPECT_EQ(store_->school()->pupils[1].id, PupilId(2));
}

TEST_P(StoreContract, refuses_a_card_that_is_another_childs_and_changes_nothing) {
  const auto uid = *CardNumber::parse("04A1B2C3D4E580");
  ASSERT_TRUE(store_->put_cards({{uid, PupilId(1), on("2025-09-02"), std::nullopt}}));
  const auto before = store_->school()->version;
  const reg::CardRecord free{*CardNumber::parse("04FFB2C3D4E580"), PupilId(2), on("2025-09-02"),
                             std::nullopt};
  EXPECT_EQ(
      store_->put_cards({free, {uid, PupilId(2), on("2025-09-03"), std::nullopt}}).error().code,
      FaultCode::card_taken);
  EXPECT_EQ(store_
                ->put_cards(
                    {{*CardNumber::parse("08AABBCC"), PupilId(2), on("2025-09-03"), std::nullopt}})
                .error()
                .code,
            FaultCode::card_unfit);
  EXPECT_EQ(store_->school()->version, before);
  EXPECT_EQ(store_->school()->cards.size(), 1U);
}

TEST_P(StoreContract, what_comes_twice_is_stored_once) {
  door_.tap(PupilId(1), instant("2026-01-12T08:41:30"), reg::code_of("L"));
  door_.tap(PupilId(2), instant("2026-01-12T08:59:59"), reg::code_of("L"));
  for (int i = 0; i < 3; ++i) EXPECT_EQ(send(door_).received, 2U);
  door_.tap(PupilId(3), instant("2026-01-12T09:00:00"), reg::code_of("U"));
  EXPECT_EQ(send(door_, 2, 1).received, 2U);
  EXPECT_EQ(send(door_, 3).received, 3U);
  EXPECT_EQ(store_->verify()->events, 3U);
  const auto found = lines();
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(reg::late_code(found[0]), reg::code_of("L"));
  EXPECT_EQ(found[0].arrival.judgement.minutes_late, 6);
  EXPECT_EQ(reg::late_code(found[1]), reg::code_of("L"));
  EXPECT_EQ(reg::late_code(found[2]), reg::code_of("U"));
  EXPECT_EQ(store_->marks(session_)->size(), 0U) << "nothing becomes an entry by itself";
}

TEST_P(StoreContract, tells_of_many_days_what_it_tells_of_each) {
  for (const char* at : {"2026-01-09T08:41:30", "2026-01-12T08:42:30", "2026-01-12T09:10:00",
                         "2026-01-14T08:43:30", "2026-01-16T08:44:30"}) {
    door_.tap(PupilId(1), instant(at), reg::code_of("L"));
  }
  send(door_);
  const auto by_day = *store_->events_between(on("2026-01-12"), on("2026-01-14"));
  ASSERT_EQ(by_day.size(), 2U) << "no day without an event, none outside";
  for (const auto& [day, events] : by_day) {
    const auto alone = *store_->events(day);
    ASSERT_EQ(events.size(), alone.size()) << day.text();
    for (std::size_t i = 0; i < events.size(); ++i) {
      EXPECT_EQ(events[i].ref, alone[i].ref);
      EXPECT_EQ(events[i].event, alone[i].event);
    }
  }
  EXPECT_EQ(by_day.at(on("2026-01-12")).size(), 2U);
  EXPECT_TRUE(store_->events_between(on("2026-01-14"), on("2026-01-12"))->empty());
}

TEST_P(StoreContract, remembers_how_far_each_journal_is_held_and_knows_what_kiosks_remember_of_it) {
  door_.tap(PupilId(1), instant("2026-01-12T08:41:30"), reg::code_of("L"));
  door_.tap(PupilId(2), instant("2026-01-12T08:42:30"), reg::code_of("L"));
  const auto answer = send(door_);
  const auto& newest = door_.entries().back();
  EXPECT_EQ(*store_->journals(),
            (std::vector<journal::Witness>{{newest.history, head_of(newest)}}));
  EXPECT_TRUE(store_->stands(answer.office));
  journal::Witness more = *store_->witness();
  more.head.seq += 1;
  EXPECT_EQ(store_->stands(more).error().code, FaultCode::tail_cut);
  more.history[0] ^= 1;
  EXPECT_TRUE(store_->stands(more)) << "of another register";
}

TEST_P(StoreContract, a_gap_is_answered_with_where_to_go_on) {
  for (int i = 0; i < 5; ++i) door_.tap(PupilId(1), Instant{now_.ms + i}, std::nullopt);
  EXPECT_EQ(send(door_, 4).received, 0U);
  EXPECT_EQ(send(door_, 1, 2).received, 2U);
  EXPECT_EQ(send(door_, 3).received, 5U);
}

TEST_P(StoreContract, the_same_number_with_another_link_is_refused_and_stays_visible) {
  door_.tap(PupilId(1), instant("2026-01-12T08:41:30"), reg::code_of("L"));
  send(door_);
  PaperKiosk clone(1, 0xA1);
  clone.tap(PupilId(2), instant("2026-01-12T08:50:00"), reg::code_of("L"));
  clone.tap(PupilId(2), instant("2026-01-12T08:55:00"), reg::code_of("L"));
  const auto answer = send(clone);
  EXPECT_EQ(answer.received, 1U);
  EXPECT_NE(answer.fault.find("differs"), std::string::npos);
  EXPECT_EQ(store_->verify()->events, 1U);
  EXPECT_EQ(store_->kiosks()->at(0).fault, answer.fault);
  EXPECT_EQ(store_->kiosks()->at(0).fault_since, now_);
  send(door_);
  EXPECT_FALSE(store_->kiosks()->at(0).fault.empty()) << "it does not go away by itself";
}

TEST_P(StoreContract, a_reinstalled_kiosk_adds_its_second_life_to_the_first) {
  door_.tap(PupilId(1), instant("2026-01-12T08:41:30"), reg::code_of("L"));
  send(door_);
  PaperKiosk reinstalled(1, 0xB2);
  reinstalled.tap(PupilId(2), instant("2026-01-12T08:50:00"), reg::code_of("L"));
  EXPECT_EQ(send(reinstalled).received, 1U);
  EXPECT_EQ(lines().size(), 2U);
  EXPECT_EQ(store_->verify()->journals, 2U);
}

TEST_P(StoreContract, what_the_kiosk_and_the_office_judge_differently_stands_with_a_note) {
  door_.tap(PupilId(1), instant("2026-01-12T08:41:30"), reg::code_of("L"));
  auto moved = three_pupils();
  moved[0].group = reg::YearGroup::n2;  // the nursery's times: on time until 08:45
  ASSERT_TRUE(store_->put_pupils(moved));
  send(door_);
  const auto found = lines();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_FALSE(reg::late_code(found[0]));
  EXPECT_NE(found[0].arrival.note.find("The kiosk judged L"), std::string::npos)
      << found[0].arrival.note;
}

TEST_P(StoreContract, accepting_makes_entries_once_and_names_who) {
  door_.tap(PupilId(1), instant("2026-01-12T08:41:30"), reg::code_of("L"));
  door_.tap(PupilId(2), instant("2026-01-12T09:00:00"), reg::code_of("U"));
  send(door_);
  const auto first = store_->accept(session_, {PupilId(2)}, patel_, now_);
  ASSERT_TRUE(first) << sentence(first.error());
  ASSERT_EQ(first->size(), 1U);
  EXPECT_EQ(first->at(0).what.code, reg::code_of("U"));
  EXPECT_EQ(first->at(0).what.by, patel_);
  const auto rest = store_->accept(session_, {}, patel_, now_);
  ASSERT_TRUE(rest);
  ASSERT_EQ(rest->size(), 1U);
  EXPECT_EQ(rest->at(0).what.pupil, PupilId(1));
  EXPECT_EQ(rest->at(0).what.minutes_late, 6);
  EXPECT_EQ(store_->accept(session_, {}, patel_, now_).error().code, FaultCode::nothing_to_accept);
  EXPECT_EQ(*store_->marks(session_), (std::vector{first->at(0), rest->at(0)}));
  for (const auto& line : lines()) EXPECT_EQ(line.state, reg::LineState::accepted);
  EXPECT_EQ(store_->verify()->entries, 2U);
  EXPECT_EQ(store_->witness()->head.seq, 2U);
}

TEST_P(StoreContract, an_amendment_names_what_it_replaces) {
  const reg::MarkDraft absent{PupilId(1),        session_,
                              reg::code_of("N"), std::nullopt,
                              std::nullopt,      "Not there at 08:40",
                              "Class teacher",   *reg::Author::parse("J Okoro, Class teacher")};
  ASSERT_TRUE(store_->enter({absent}, now_));
  door_.tap(PupilId(1), instant("2026-01-12T08:52:00"), reg::code_of("L"));
  send(door_);
  ASSERT_EQ(lines()[0].state, reg::LineState::pending) << "N gives way (D10)";
  ASSERT_TRUE(store_->accept(session_, {}, patel_, now_));
  const auto history = *store_->history(PupilId(1), session_);
  ASSERT_EQ(history.size(), 2U);
  EXPECT_EQ(history[0].what, absent);
  EXPECT_EQ(history[1].replaces, history[0].entry);
  EXPECT_EQ(history[1].what.code, reg::code_of("L"));
  EXPECT_EQ(store_->marks(session_)->size(), 1U);
}

TEST_P(StoreContract, a_present_mark_and_a_late_arrival_are_a_conflict_that_bulk_leaves_alone) {
  const reg::MarkDraft present{
      PupilId(1),   session_,   reg::code_of("/"), std::nullopt,
      std::nullopt, "In class", "Class teacher",   *reg::Author::parse("J Okoro, Class teacher")};
  ASSERT_TRUE(store_->enter({present}, now_));
  door_.tap(PupilId(1), instant("2026-01-12T09:05:00"), reg::code_of("U"));
  send(door_);
  EXPECT_EQ(lines()[0].state, reg::LineState::conflict);
  EXPECT_EQ(store_->accept(session_, {}, patel_, now_).error().code, FaultCode::nothing_to_accept);
}

TEST_P(StoreContract, a_years_line_has_the_current_mark_of_each_session) {
  const auto entered = [&](PupilId pupil, const char* day, const char* code) {
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
  EXPECT_TRUE(store_->years(2025, 2025)->empty());
  entered(PupilId(2), "2026-01-12", "N");
  entered(PupilId(1), "2026-01-12", "/");
  entered(PupilId(2), "2026-01-12", "I");
  entered(PupilId(2), "2024-09-09", "C");
  door_.tap(PupilId(3), instant("2026-01-12T08:59:30"), reg::code_of("L"));
  send(door_);
  ASSERT_TRUE(store_->accept(session_, {}, patel_, now_));
  const auto entries = *store_->entries(on("2026-01-12"), on("2026-01-12"));
  ASSERT_EQ(entries.size(), 4U);
  EXPECT_EQ(entries[2].replaces, entries[0].entry) << "with every amendment, oldest first";
  EXPECT_EQ(store_->entries(on("2024-09-01"), on("2026-01-12"))->size(), 5U);
  EXPECT_TRUE(store_->entries(on("2026-01-13"), on("2026-01-31"))->empty());
  const auto lines = *store_->years(2025, 2026);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0].pupil(), PupilId(1));
  EXPECT_EQ(lines[1].at(session_)->code, reg::code_of("I"));
  EXPECT_EQ(lines[2].at(session_), (reg::Standing{reg::code_of("L"), 14}));
  EXPECT_EQ(store_->years(2024, 2025)->size(), 4U);
  const auto of_two = *store_->years_of(PupilId(2), 2019, 2025);
  ASSERT_EQ(of_two.size(), 2U);
  EXPECT_EQ(of_two[0].school_year(), 2024);
  EXPECT_EQ(of_two[1], lines[1]);
  EXPECT_EQ(store_->years_of(PupilId(2), 2025, 2025)->size(), 1U);
  EXPECT_TRUE(store_->years_of(PupilId(4), 2024, 2025)->empty());
  EXPECT_EQ(store_->verify()->entries, 5U);
}

TEST_P(StoreContract, entries_that_lack_something_change_nothing) {
  reg::MarkDraft draft{PupilId(1),   session_,   reg::code_of("/"), std::nullopt,
                       std::nullopt, "In class", "Class teacher",   patel_};
  auto lacking = draft;
  lacking.reason.clear();
  EXPECT_EQ(store_->enter({draft, lacking}, now_).error().code, FaultCode::entry_incomplete);
  auto stranger = draft;
  stranger.pupil = PupilId(99);
  EXPECT_EQ(store_->enter({draft, stranger}, now_).error().code, FaultCode::pupil_unknown);
  EXPECT_TRUE(store_->marks(session_)->empty());
  EXPECT_EQ(store_->verify()->entries, 0U);
}

TEST_P(StoreContract, knows_its_kiosks_and_no_others) {
  EXPECT_EQ(*store_->key_of(2), journal::KioskKey{2});
  EXPECT_EQ(store_->key_of(3).error().code, FaultCode::kiosk_unknown);
  EXPECT_EQ(store_->enrol("", {3}).error().code, FaultCode::bad_name);
  EXPECT_EQ(store_->kiosks()->size(), 2U);
  send(door_);
  EXPECT_TRUE(store_->kiosks()->at(0).journals.empty());
  door_.tap(PupilId(1), now_, std::nullopt);
  send(door_);
  EXPECT_EQ(store_->kiosks()->at(0).journals, std::vector{door_.message(1).journal.history});
  EXPECT_TRUE(store_->kiosks()->at(1).journals.empty()) << "which door it was must not be guessed";
  EXPECT_EQ(store_->kiosks()->at(0).last_contact, now_);
  EXPECT_FALSE(store_->kiosks()->at(1).last_contact);
}

TEST_P(StoreContract, a_code_makes_one_kiosk_once_and_within_its_hour) {
  const Instant soon = now_ + minutes(10);
  ASSERT_TRUE(store_->invite({"Side door", {7}, now_ + hours(1)}));
  EXPECT_EQ(store_->invite({"", {8}, now_ + hours(1)}).error().code, FaultCode::bad_name);
  EXPECT_EQ(store_->invitations(soon)->size(), 1U);
  EXPECT_EQ(store_->enrol_invited({8}, {9}, soon).error().code, FaultCode::enrol_code_wrong);
  EXPECT_EQ(*store_->enrol_invited({7}, {9}, soon), 3U);
  EXPECT_EQ(*store_->key_of(3), journal::KioskKey{9});
  EXPECT_EQ(store_->kiosks()->at(2).name, "Side door");
  EXPECT_TRUE(store_->invitations(soon)->empty());
  EXPECT_EQ(store_->enrol_invited({7}, {9}, soon).error().code, FaultCode::enrol_code_wrong);
  ASSERT_TRUE(store_->invite({"Back door", {7}, now_ + hours(1)}));
  const Instant late = now_ + hours(1);
  EXPECT_TRUE(store_->invitations(late)->empty());
  EXPECT_EQ(store_->enrol_invited({7}, {9}, late).error().code, FaultCode::enrol_code_wrong);
}

TEST_P(StoreContract, a_kiosk_that_is_set_up_anew_keeps_its_number_and_its_old_key_ends) {
  ASSERT_TRUE(store_->invite({"Nursery door", {6}, now_ + hours(1)}));
  ASSERT_TRUE(store_->invite({"Nursery door", {7}, now_ + hours(1)}));
  EXPECT_EQ(store_->enrol_invited({6}, {9}, now_).error().code, FaultCode::enrol_code_wrong)
      << "the newer code alone counts";
  EXPECT_EQ(*store_->key_of(2), journal::KioskKey{2}) << "until the code is used";
  EXPECT_EQ(*store_->enrol_invited({7}, {9}, now_), 2U);
  EXPECT_EQ(*store_->key_of(2), journal::KioskKey{9});
  EXPECT_EQ(store_->kiosks()->size(), 2U);
}

TEST_P(StoreContract, an_untrusted_tap_counts_once_its_clock_is_known) {
  auto boot = instant("2026-01-12T00:00:00");
  reg::Arrived arrived;
  arrived.pupil = PupilId(1);
  arrived.at = {Instant{0}, Steady{1000}, 7, false, false};
  arrived.outcome = reg::Outcome::clock_unverified;
  door_.write(arrived, boot);
  send(door_);
  EXPECT_TRUE(lines().empty());
  door_.write(reg::ClockKnown{7, Steady{61'000}, instant("2026-01-12T08:53:00")}, boot);
  send(door_, 2);
  const auto found = lines();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].arrival.retimed);
  EXPECT_EQ(found[0].arrival.judgement.minutes_late, 17);
}

INSTANTIATE_TEST_SUITE_P(Stores, StoreContract, testing::Values("memory", "sqlite"),
                         [](const auto& of) { return std::string(of.param); });

TEST(RegisterFile, keeps_everything_when_it_is_opened_again) {
  PowerCutVfs vfs("again");
  CountedRandom random;
  journal::Witness before;
  reg::School school;
  {
    auto file = RegisterFile::open("register.db", random, {"again"});
    ASSERT_TRUE(file);
    auto pupils = three_pupils();
    pupils[0].preferred = *NamePart::parse("امیرہ");
    pupils[1].pattern = *reg::AttendancePattern::parse("1010101010");
    pupils[2].leaving = on("2026-07-20");
    ASSERT_TRUE((*file)->put_pupils(pupils));
    ASSERT_TRUE((*file)->put_periods(one_year()));
    ASSERT_TRUE((*file)->put_times(reg::policy_times(on("2025-09-01"))));
    ASSERT_TRUE(
        (*file)->put_plan({PupilId(1), {on("2026-01-12"), Half::am}, {reg::code_of("M"), true}}));
    before = *(*file)->witness();
    school = *(*file)->school();
  }
  auto again = RegisterFile::open("register.db", random, {"again"});
  ASSERT_TRUE(again);
  EXPECT_EQ(*(*again)->witness(), before);
  const auto held = *(*again)->school();
  EXPECT_EQ(held.pupils, school.pupils);
  EXPECT_EQ(held.plans, school.plans);
  EXPECT_EQ(held.times.rows(), school.times.rows());
  EXPECT_EQ(held.calendar.periods(), school.calendar.periods());
}

TEST(RegisterFile, the_days_query_uses_its_index_on_an_empty_database) {
  PowerCutVfs vfs("plan");
  CountedRandom random;
  ASSERT_TRUE(RegisterFile::open("register.db", random, {"plan"}));
  SQLite::Database raw(std::string("register.db"), SQLite::OPEN_READONLY, 0, std::string("plan"));
  for (const auto* where : {"day = 20465", "day IS NULL"}) {
    SQLite::Statement plan(raw, std::string("EXPLAIN QUERY PLAN SELECT seq FROM event WHERE"
                                            " school_id = 1 AND ") +
                                    where);
    ASSERT_TRUE(plan.executeStep());
    EXPECT_NE(plan.getColumn(3).getString().find("event_of_day"), std::string::npos)
        << plan.getColumn(3).getString();
  }
}

TEST(RegisterFile, verify_names_the_entry_of_a_current_mark_that_was_changed_without_one) {
  PowerCutVfs vfs("years");
  CountedRandom random;
  const SessionId session{on("2026-01-12"), Half::am};
  auto file = RegisterFile::open("register.db", random, {vfs.vfs_name()});
  ASSERT_TRUE(file);
  ASSERT_TRUE((*file)->put_pupils(three_pupils()));
  for (const char* code : {"N", "I"}) {
    ASSERT_TRUE(
        (*file)->enter({{PupilId(2), session, reg::code_of(code), std::nullopt, std::nullopt,
                         "Rang", "Office", *reg::Author::parse("R Patel, Office manager")}},
                       instant("2026-01-12T09:30:00")));
  }
  const auto changed = [&](const std::string& sql) {
    SQLite::Database raw(std::string("register.db"), SQLite::OPEN_READWRITE, 0, vfs.vfs_name());
    raw.exec(sql);
  };
  reg::YearLine present(PupilId(2), 2025);
  present.set(session, {reg::code_of("/"), std::nullopt});
  changed("UPDATE year_line SET cells = x'" + to_hex(present.bytes()) + "'");
  EXPECT_EQ((*file)->verify().error(),
            (Fault{FaultCode::mark_differs, "2 of the register (2026-01-12 am)"}));
  changed("DELETE FROM year_line");
  EXPECT_EQ((*file)->verify().error(),
            (Fault{FaultCode::mark_differs, "2 of the register (2026-01-12 am)"}));
  file->reset();
  file = RegisterFile::open("register.db", random, {vfs.vfs_name()});
  EXPECT_EQ((*(*file)->years(2025, 2025))[0].at(session)->code, reg::code_of("I"))
      << "a register from before there were lines gets them";
  EXPECT_TRUE((*file)->verify());
}

TEST(RegisterFile, verify_names_the_event_that_was_changed_behind_its_back) {
  PowerCutVfs vfs("tampered");
  CountedRandom random;
  PaperKiosk door(1, 0xA1);
  {
    auto file = RegisterFile::open("register.db", random, {"tampered"});
    ASSERT_TRUE((*file)->enrol("Front door", {1}));
    for (int i = 0; i < 5; ++i) door.tap(PupilId(1), instant("2026-01-12T08:41:30"), std::nullopt);
    ASSERT_TRUE((*file)->apply(door.message(1), instant("2026-01-12T09:00:00")));
    EXPECT_EQ((*file)->verify()->events, 5U);
  }
  {
    SQLite::Database raw(std::string("register.db"), SQLite::OPEN_READWRITE, 0,
                         std::string("tampered"));
    raw.exec("DROP TRIGGER event_is_never_changed");
    raw.exec("UPDATE event SET at = at + 60000 WHERE seq = 3");
  }
  auto file = RegisterFile::open_for_pages("register.db", random, {"tampered"});
  ASSERT_TRUE(file);
  const auto found = (*file)->verify();
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, FaultCode::link_broken);
  EXPECT_EQ(found.error().where.substr(0, 2), "3 ");
}

TEST(RegisterFile, migrates_down_and_up_again_step_by_step) {
  PowerCutVfs vfs("steps");
  CountedRandom random;
  auto file = SqliteFile::open(
      "register.db",
      {.application_id = 0x48425231, .migrations = register_migrations(), .vfs = "steps"});
  ASSERT_TRUE(file);
  const auto shape = [&] {
    return file->database()
        .execAndGet(
            "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_schema ORDER BY"
            " name)")
        .getString();
  };
  const auto whole = shape();
  const int newest = static_cast<int>(register_migrations().size());
  for (int number = newest; number >= 0; --number) ASSERT_TRUE(file->migrate_to(number));
  EXPECT_EQ(file->database().execAndGet("SELECT count(*) FROM sqlite_schema").getInt(), 0);
  ASSERT_TRUE(file->migrate_to(newest));
  EXPECT_EQ(shape(), whole);
}

}  // namespace
}  // namespace handbell::store
