// What people tell about where children are, asked of the twin in memory and of SQLite's file.
#include "app/journal/told_codec.h"
#include "app/register/presence.h"
#include "app/store/memory_register.h"
#include "app/store/power_cut_vfs.h"
#include "app/store/register_file.h"

#include "counted_random.h"
#include "small_school.h"
#include <gtest/gtest.h>

namespace handbell::store {
namespace {

class ToldContract : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    if (std::string(GetParam()) == "memory") {
      store_ = std::make_unique<MemoryRegister>(random_);
    } else {
      store_ = open();
    }
    ASSERT_TRUE(store_->put_pupils(three_pupils()));
    ASSERT_EQ(*store_->enrol("Front door", {1}), 1U);
    door_.tap(PupilId(1), instant("2026-01-12T08:41:30"), reg::code_of("L"));
    ASSERT_TRUE(store_->apply(door_.message(1), instant("2026-01-12T08:42:00")));
  }
  std::unique_ptr<RegisterFile> open() {
    auto file = RegisterFile::open("register.db", random_, {vfs_.vfs_name()});
    EXPECT_TRUE(file) << (file ? "" : sentence(file.error()));
    return std::move(*file);
  }

  reg::EventRef tell(const reg::PresenceEvent& event, const char* at) {
    const auto ref = store_->tell(event, instant(at));
    EXPECT_TRUE(ref) << (ref ? "" : sentence(ref.error()));
    return ref ? *ref : reg::EventRef{};
  }
  reg::PresenceEvent owls_seen(const char* at) const {
    return *reg::ClassSeen::from({"Owls", instant(at), {PupilId(1)}, {PupilId(2)}, 1, patel_});
  }
  reg::PresenceEvent goes_home(PupilId child, const char* at) const {
    return reg::SingleEntry{
        child,        reg::Direction::out, instant(at), *NamePart::parse("Mr Khan"),
        std::nullopt, "sent home ill",     patel_};
  }
  reg::Place place(PupilId child, const char* at) {
    const auto day = on("2026-01-12");
    const reg::Presence presence({*store_->events(day), *store_->told(day)}, day, at_time("18:00"));
    return presence.where(child, instant(at)).place;
  }

  PowerCutVfs vfs_{"told"};
  CountedRandom random_;
  std::unique_ptr<Register> store_;
  PaperKiosk door_{1, 0xA1};
  const reg::Author patel_ = *reg::Author::parse("R Patel, Office manager");
};

TEST_P(ToldContract, a_claim_at_the_door_becomes_a_child_in_class_and_then_one_that_went_home_D29) {
  EXPECT_EQ(place(PupilId(1), "2026-01-12T08:45:00"), reg::Place::at_door);
  tell(owls_seen("2026-01-12T08:50:00"), "2026-01-12T08:50:00");
  EXPECT_EQ(place(PupilId(1), "2026-01-12T08:55:00"), reg::Place::on_site);
  tell(goes_home(PupilId(1), "2026-01-12T11:00:00"), "2026-01-12T11:30:00");
  EXPECT_EQ(place(PupilId(1), "2026-01-12T10:59:00"), reg::Place::on_site);
  EXPECT_EQ(place(PupilId(1), "2026-01-12T11:05:00"), reg::Place::out);
  EXPECT_TRUE(store_->verify());
}

TEST_P(ToldContract, what_was_told_is_found_at_the_day_on_which_it_happened_oldest_first) {
  const auto first = tell(owls_seen("2026-01-12T08:50:00"), "2026-01-12T08:50:00");
  // Typed the next morning.
  const auto late = tell(goes_home(PupilId(1), "2026-01-12T14:00:00"), "2026-01-13T08:00:00");
  const auto facts = store_->told(on("2026-01-12"));
  ASSERT_TRUE(facts);
  ASSERT_EQ(facts->size(), 2U);
  EXPECT_EQ(facts->at(0).ref, first);
  EXPECT_EQ(facts->at(0).event, owls_seen("2026-01-12T08:50:00"));
  EXPECT_EQ(facts->at(1).ref, late);
  EXPECT_TRUE(store_->told(on("2026-01-13"))->empty());
}

TEST_P(ToldContract, an_error_is_taken_back_at_the_day_of_what_it_names_whenever_that_is_done) {
  tell(owls_seen("2026-01-12T08:50:00"), "2026-01-12T08:50:00");
  const auto wrong = tell(goes_home(PupilId(1), "2026-01-12T11:00:00"), "2026-01-12T11:00:00");
  tell(reg::TakenBack{wrong, instant("2026-01-13T08:30:00"), "was her sister", patel_},
       "2026-01-13T08:30:00");
  EXPECT_EQ(place(PupilId(1), "2026-01-12T11:05:00"), reg::Place::on_site);
  const reg::EventRef card{to_hex(door_.entries().front().history), 1};
  tell(reg::TakenBack{card, instant("2026-01-14T08:30:00"), "another child's card", patel_},
       "2026-01-14T08:30:00");
  EXPECT_EQ(store_->told(on("2026-01-12"))->size(), 4U);
  EXPECT_EQ(place(PupilId(1), "2026-01-12T08:45:00"), reg::Place::out);
  EXPECT_TRUE(store_->verify());
}

TEST_P(ToldContract,
       who_left_and_was_not_back_is_accepted_with_the_afternoon_and_never_by_itself_D18) {
  ASSERT_TRUE(store_->put_periods(one_year()));
  const SessionId afternoon{on("2026-01-12"), Half::pm};
  tell(goes_home(PupilId(1), "2026-01-12T11:20:00"), "2026-01-12T11:20:00");
  tell(goes_home(PupilId(2), "2026-01-12T11:25:00"), "2026-01-12T11:25:00");
  const auto accepted = [&](const std::vector<PupilId>& only, const char* at) {
    return store_->accept(afternoon, only, patel_, instant(at));
  };
  EXPECT_EQ(accepted({}, "2026-01-12T12:30:00").error().code, FaultCode::nothing_to_accept);
  EXPECT_TRUE(store_->marks(afternoon)->empty());
  const auto one = accepted({PupilId(2)}, "2026-01-12T13:30:00");
  ASSERT_TRUE(one) << sentence(one.error());
  ASSERT_EQ(one->size(), 1U);
  EXPECT_EQ(one->front().what.code, reg::code_of("I"));
  EXPECT_EQ(one->front().what.by, patel_);
  EXPECT_EQ(one->front().what.reason, "out since 11:25: sent home ill");
  EXPECT_EQ(accepted({}, "2026-01-12T13:31:00").error().code, FaultCode::nothing_to_accept)
      << "nobody was shown the other, and nobody is named";
  EXPECT_EQ(accepted({PupilId(1)}, "2026-01-12T13:31:00")->size(), 1U) << "and the other";
  EXPECT_EQ(accepted({PupilId(1)}, "2026-01-12T13:32:00").error().code,
            FaultCode::nothing_to_accept);
  EXPECT_TRUE(store_->verify());
}

TEST_P(ToldContract, a_notice_is_kept_with_both_its_times_and_the_door_judges_by_it_D04) {
  ASSERT_TRUE(store_->put_periods(one_year()));
  ASSERT_TRUE(store_->put_times(reg::policy_times(on("2025-09-01"))));
  const SessionId morning{on("2026-01-12"), Half::am};
  door_.tap(PupilId(2), instant("2026-01-12T10:10:00"), reg::code_of("U"));
  ASSERT_TRUE(store_->apply(door_.message(1), instant("2026-01-12T10:11:00")));
  const auto proposed = [&] {
    const auto lines = reg::lines_of(*store_, morning);
    for (const auto& line : *lines) {
      if (line.arrival.pupil == PupilId(2)) return line.arrival.judgement.proposal;
    }
    return std::optional<reg::Code>();
  };
  EXPECT_EQ(proposed(), reg::code_of("U"));
  const auto version = store_->school()->version;
  const reg::Notice dentist{PupilId(2),        morning,
                            reg::code_of("M"), instant("2026-01-12T07:30:00"),
                            "mother: dentist", patel_};
  const auto typed = instant("2026-01-12T11:00:00");
  const auto entry = store_->note(dentist, typed);
  ASSERT_TRUE(entry);
  EXPECT_EQ(proposed(), reg::code_of("M"));
  EXPECT_GT(store_->school()->version, version);
  const auto kept = store_->notices(morning.day);
  ASSERT_TRUE(kept);
  EXPECT_EQ(*kept, (std::vector<reg::NoticeGiven>{{*entry, typed, dentist, std::nullopt}}));
  EXPECT_TRUE(store_->told(morning.day)->empty());
  EXPECT_TRUE(store_->marks(morning)->empty());
  EXPECT_TRUE(store_->verify());
}

TEST_P(ToldContract, a_notice_that_was_an_error_is_taken_back_and_the_door_judges_without_it) {
  const SessionId morning{on("2026-01-12"), Half::am};
  ASSERT_TRUE(store_->put_times(reg::policy_times(on("2025-09-01"))));
  const auto told = [&](const char* code, const char* at) {
    return *store_->note({PupilId(2), morning, reg::code_of(code), instant(at), "mother", patel_},
                         instant("2026-01-12T10:00:00"));
  };
  const auto back = [&](std::uint64_t entry) {
    const reg::EventRef ref{to_hex(store_->witness()->history), entry};
    tell(reg::TakenBack{ref, instant("2026-01-13T08:00:00"), "another child", patel_},
         "2026-01-13T08:00:00");
  };
  const auto plans = [&] {
    std::vector<reg::PlannedCode> found;
    const auto school = store_->school();
    for (const auto& plan : school->plans) found.push_back(plan.plan);
    return found;
  };
  using Plans = std::vector<reg::PlannedCode>;
  const auto first = told("M", "2026-01-12T07:30:00");
  const auto second = told("I", "2026-01-12T09:40:00");
  EXPECT_EQ(plans(), (Plans{{reg::code_of("I"), false}}));
  const auto version = store_->school()->version;
  back(second);
  EXPECT_EQ(plans(), (Plans{{reg::code_of("M"), true}}));
  EXPECT_GT(store_->school()->version, version);
  const auto after_one = *store_->notices(morning.day);
  ASSERT_EQ(after_one.size(), 2U);
  EXPECT_FALSE(after_one[0].back);
  ASSERT_TRUE(after_one[1].back);
  EXPECT_EQ(after_one[1].back->reason, "another child");
  EXPECT_EQ(standing(after_one).size(), 1U);
  back(first);
  EXPECT_TRUE(plans().empty());
  EXPECT_TRUE(standing(*store_->notices(morning.day)).empty());
  EXPECT_EQ(store_->witness()->head.seq, 4U);
  EXPECT_TRUE(store_->verify());
}

TEST_P(ToldContract, a_notice_and_the_plan_that_it_made_are_erased_six_years_later_D39_D51) {
  const SessionId morning{on("2026-01-12"), Half::am};
  const reg::Notice dentist{PupilId(2),        morning,
                            reg::code_of("M"), instant("2026-01-12T07:30:00"),
                            "mother: dentist", patel_};
  ASSERT_TRUE(store_->note(dentist, instant("2026-01-12T08:00:00")));
  EXPECT_EQ(store_->due(on("2032-01-12"))->plans, 0U);
  EXPECT_EQ(store_->due(on("2032-01-13"))->plans, 1U);
  ASSERT_EQ(store_->school()->plans.size(), 1U);
  ASSERT_TRUE(store_->erase(on("2032-09-01"), patel_, instant("2032-09-01T09:00:00")));
  EXPECT_TRUE(store_->notices(morning.day)->empty());
  EXPECT_TRUE(store_->school()->plans.empty());
  EXPECT_TRUE(store_->verify());
}

TEST_P(ToldContract, what_takes_a_notice_back_is_kept_as_long_as_the_notice_D51) {
  const SessionId morning{on("2026-01-12"), Half::am};
  const auto entry = store_->note({PupilId(2), morning, reg::code_of("M"),
                                   instant("2026-01-12T07:30:00"), "mother: dentist", patel_},
                                  instant("2026-01-12T08:00:00"));
  ASSERT_TRUE(entry);
  tell(reg::TakenBack{{to_hex(store_->witness()->history), *entry},
                      instant("2026-01-12T09:00:00"),
                      "another child",
                      patel_},
       "2026-01-12T09:00:00");
  EXPECT_TRUE(store_->due(on("2027-09-01"))->entries.empty());
  ASSERT_TRUE(store_->erase(on("2027-09-01"), patel_, instant("2027-09-01T09:00:00")));
  ASSERT_EQ(store_->notices(morning.day)->size(), 1U);
  EXPECT_TRUE(store_->notices(morning.day)->front().back);
  ASSERT_TRUE(store_->erase(on("2032-09-01"), patel_, instant("2032-09-01T09:00:00")));
  EXPECT_TRUE(store_->notices(morning.day)->empty());
  EXPECT_TRUE(store_->verify());
}

TEST_P(ToldContract, a_notice_about_nobody_is_refused_whole) {
  const auto refused = store_->note({PupilId(9),
                                     {on("2026-01-12"), Half::am},
                                     reg::code_of("M"),
                                     instant("2026-01-12T07:30:00"),
                                     "mother",
                                     patel_},
                                    instant("2026-01-12T08:00:00"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error(), (Fault{FaultCode::pupil_unknown, "9"}));
  EXPECT_TRUE(store_->notices(on("2026-01-12"))->empty());
}

TEST_P(ToldContract, a_setting_of_legal_effect_is_an_entry_and_outlives_a_start_D50) {
  const reg::Setting other{std::string(reg::kLegalRegister), "Other MIS", on("2026-01-05"),
                           "governors' decision", *reg::Author::parse("A Noor, Headteacher")};
  reg::Setting ours = other;
  ours.value = "Handbell";
  ours.from = on("2026-09-01");
  ASSERT_TRUE(store_->change(other, instant("2026-01-02T09:00:00")));
  ASSERT_TRUE(store_->change(ours, instant("2026-07-20T09:00:00")));
  EXPECT_EQ(*store_->settings(), (std::vector<reg::Setting>{other, ours}));
  EXPECT_EQ(store_->verify()->entries, 2U);
  EXPECT_EQ(store_->witness()->head.seq, 2U);
}

TEST_P(ToldContract, a_text_too_long_is_refused_and_the_longest_reads_back) {
  const auto at = instant("2026-01-12T11:00:00");
  const auto filled = [](std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += "\xF0\x9F\x90\xA2";  // four bytes each
    return text;
  };
  const SessionId morning{on("2026-01-12"), Half::am};
  for (const std::size_t more : {0U, 1U}) {
    const std::string reason = filled(reg::kLongestReason + more);
    const std::vector<bool> taken{
        store_
            ->enter({{PupilId(1), morning, reg::code_of("I"), std::nullopt, std::nullopt, reason,
                      "Office", patel_}},
                    at)
            .has_value(),
        store_->note({PupilId(2), morning, reg::code_of("I"), at, reason, patel_}, at).has_value(),
        store_
            ->tell(reg::SingleEntry{PupilId(1), reg::Direction::out, at, std::nullopt, std::nullopt,
                                    reason, patel_},
                   at)
            .has_value(),
        store_->tell(reg::TakenBack{{"A1", 1}, at, reason, patel_}, at).has_value(),
        store_
            ->tell(*reg::ClassSeen::from(
                       {filled(100 + more), at, {PupilId(1)}, {PupilId(2)}, 1, patel_}),
                   at)
            .has_value(),
        store_
            ->change({std::string(reg::kLegalRegister), filled(reg::kLongestValue + more),
                      on("2026-01-05"), reason, patel_},
                     at)
            .has_value()};
    EXPECT_EQ(taken, std::vector<bool>(6, more == 0));
  }
  EXPECT_EQ(store_->witness()->head.seq, 6U);
  EXPECT_TRUE(store_->verify());
}

TEST_P(ToldContract, somebody_who_is_not_on_the_roll_or_too_many_children_are_refused_whole) {
  const auto unknown =
      store_->tell(goes_home(PupilId(9), "2026-01-12T11:00:00"), instant("2026-01-12T11:00:00"));
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error(), (Fault{FaultCode::pupil_unknown, "9"}));
  const std::vector<PupilId> many(journal::kMostChildren + 1, PupilId(1));
  std::vector<PupilId> all;
  for (std::size_t i = 1; i <= many.size(); ++i) all.emplace_back(static_cast<std::int64_t>(i));
  const auto home = reg::GroupMovement::from({reg::GroupKind::home_time, reg::Direction::out,
                                              "Everybody", instant("2026-01-12T15:15:00"), all, all,
                                              std::nullopt, std::nullopt, patel_});
  ASSERT_TRUE(home);
  const auto refused = store_->tell(*home, instant("2026-01-12T15:15:00"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, FaultCode::movement_wrong);
  EXPECT_TRUE(store_->told(on("2026-01-12"))->empty());
  EXPECT_EQ(store_->witness()->head.seq, 0U);
}

TEST_P(ToldContract,
       a_movement_is_erased_after_the_next_school_year_and_a_class_register_later_D51) {
  tell(owls_seen("2026-01-12T08:50:00"), "2026-01-12T08:50:00");
  tell(goes_home(PupilId(1), "2026-01-12T11:00:00"), "2026-01-12T11:00:00");
  EXPECT_EQ(store_->due(on("2027-08-31"))->entries.size(), 0U);
  EXPECT_EQ(store_->due(on("2027-09-01"))->entries, (std::vector<std::uint64_t>{2}));
  ASSERT_TRUE(store_->erase(on("2027-09-01"), patel_, instant("2027-09-01T09:00:00")));
  EXPECT_EQ(store_->told(on("2026-01-12"))->size(), 1U);
  EXPECT_TRUE(store_->verify()) << sentence(store_->verify().error());
  ASSERT_TRUE(store_->erase(on("2032-09-01"), patel_, instant("2032-09-01T09:00:00")));
  EXPECT_TRUE(store_->told(on("2026-01-12"))->empty());
  EXPECT_TRUE(store_->verify());
}

INSTANTIATE_TEST_SUITE_P(Stores, ToldContract, testing::Values("memory", "file"),
                         [](const auto& of) { return std::string(of.param); });

class ToldInFile : public ToldContract {
 protected:
  void attack(const std::string& sql) {
    store_.reset();
    SQLite::Database(std::string("register.db"), SQLite::OPEN_READWRITE, 0, vfs_.vfs_name())
        .exec(sql);
    store_ = open();
  }
};

TEST_P(ToldInFile, one_that_was_moved_to_another_day_or_taken_from_the_list_is_named) {
  for (const char* change :
       {"UPDATE told SET day = day + 1 WHERE seq = 1", "DELETE FROM told WHERE seq = 1"}) {
    if (store_->told(on("2026-01-12"))->empty()) {
      tell(owls_seen("2026-01-12T08:50:00"), "2026-01-12T08:50:00");
    }
    attack(change);
    const auto found = store_->verify();
    ASSERT_FALSE(found) << change;
    EXPECT_EQ(found.error(), (Fault{FaultCode::entry_missing, "1 of the register"})) << change;
    attack("DELETE FROM told");
    attack("INSERT INTO told SELECT 1, " + std::to_string(on("2026-01-12").number()) + ", 1");
  }
  EXPECT_TRUE(store_->verify());
}

TEST_P(ToldInFile, a_setting_that_is_taken_from_its_list_is_named) {
  ASSERT_TRUE(store_->change({std::string(reg::kLegalRegister), "Other MIS", on("2026-01-05"),
                              "governors' decision", patel_},
                             instant("2026-01-02T09:00:00")));
  EXPECT_TRUE(store_->verify());
  attack("DELETE FROM setting");
  const auto found = store_->verify();
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error(), (Fault{FaultCode::entry_missing, "1 of the register"}));
}

INSTANTIATE_TEST_SUITE_P(Stores, ToldInFile, testing::Values("file"));

}  // namespace
}  // namespace handbell::store
