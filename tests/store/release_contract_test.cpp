// What every store promises of answers to who asks for a child (D49), asked of the twin in memory
// and of SQLite's file.
#include "app/register/presence.h"
#include "app/store/memory_register.h"
#include "app/store/power_cut_vfs.h"
#include "app/store/register_file.h"

#include "counted_random.h"
#include "either_register.h"
#include "small_school.h"
#include <gtest/gtest.h>

namespace handbell::store {
namespace {

class ReleaseContract : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    store_ = either_register(GetParam(), random_, vfs_);
    ASSERT_TRUE(store_);
    ASSERT_TRUE(store_->put_pupils(three_pupils()));
    ASSERT_EQ(*store_->enrol("Front door", {1}), 1U);
    door_.tap(PupilId(1), at("08:41"), reg::code_of("L"));
    reg::ReleaseAsked asked;
    asked.pupil = PupilId(1);
    asked.at.wall = at("13:00");
    asked.who = "mum";
    door_.write(asked, at("13:00"));
    ASSERT_TRUE(store_->apply(door_.message(1), at("13:00")));
  }
  static Instant at(const char* time) { return from_local(on("2026-01-12"), at_time(time)); }
  reg::ReleaseAnswer answer(reg::ReleaseStep step, const char* time) const {
    reg::ReleaseAnswer made{request_, PupilId(1), at("13:00"), step, at(time), {},
                            {},       {},         "why",       "",   patel_};
    if (step == reg::ReleaseStep::granted) made.checked = reg::IdentityCheck::known_to_staff;
    if (step == reg::ReleaseStep::handed_over) made.handed_to = *NamePart::parse("Nadia Khan");
    return made;
  }
  std::uint64_t put(const reg::ReleaseAnswer& given) {
    const auto entry = store_->answer_release(given, given.at + minutes(1));
    EXPECT_TRUE(entry) << (entry ? "" : sentence(entry.error()));
    return entry.value_or(0);
  }
  reg::Release release() {
    const auto day = on("2026-01-12");
    return releases_of({*store_->events(day), *store_->told(day)}, *store_->release_answers(day))
        .at(0);
  }
  reg::Whereabouts where(const char* time) {
    const auto day = on("2026-01-12");
    const reg::Presence presence({*store_->events(day), *store_->told(day)}, day, at_time("18:00"));
    return presence.where(PupilId(1), at(time));
  }

  PowerCutVfs vfs_{"release"};
  CountedRandom random_;
  std::unique_ptr<Register> store_;
  PaperKiosk door_{1, 0xA1};
  const reg::Author patel_ = *reg::Author::parse("R Patel, Office manager");
  const reg::EventRef request_{"A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1", 2};
};

TEST_P(ReleaseContract, keeps_each_answer_and_a_hand_over_puts_the_child_out_D49) {
  EXPECT_EQ(release().state, reg::ReleaseState::asked);
  put(answer(reg::ReleaseStep::called, "13:01"));
  put(answer(reg::ReleaseStep::granted, "13:02"));
  EXPECT_EQ(release().state, reg::ReleaseState::granted);
  EXPECT_EQ(where("13:03").place, reg::Place::at_door) << "nobody has gone yet";
  const auto before = store_->school()->version;
  put(answer(reg::ReleaseStep::handed_over, "13:04"));
  EXPECT_EQ(store_->school()->version, before + 1) << "the doors hear of it";
  EXPECT_EQ(release().state, reg::ReleaseState::handed_over);
  ASSERT_EQ(release().answers.size(), 3U);
  EXPECT_EQ(release().answers[1].what, answer(reg::ReleaseStep::granted, "13:02"));
  EXPECT_EQ(release().answers[1].typed, at("13:03"));
  EXPECT_EQ(where("13:05").place, reg::Place::out);
  EXPECT_EQ(where("13:05").with, "Nadia Khan");
  EXPECT_EQ(store_->told(on("2026-01-12"))->size(), 1U) << "the going alone is of presence";
  EXPECT_TRUE(store_->release_answers(on("2026-01-13"))->empty());
  const auto verified = store_->verify();
  ASSERT_TRUE(verified) << sentence(verified.error());
  EXPECT_EQ(verified->entries, 4U);
}

TEST_P(ReleaseContract, refuses_what_is_incomplete_or_of_nobody_and_writes_nothing) {
  auto granted = answer(reg::ReleaseStep::granted, "13:02");
  granted.checked.reset();
  EXPECT_EQ(store_->answer_release(granted, at("13:02")).error().code, FaultCode::entry_incomplete);
  auto nobodys = answer(reg::ReleaseStep::refused, "13:02");
  nobodys.pupil = PupilId(99);
  EXPECT_EQ(store_->answer_release(nobodys, at("13:02")).error().code, FaultCode::pupil_unknown);
  EXPECT_EQ(store_->verify()->entries, 0U);
}

TEST_P(ReleaseContract, an_answer_that_was_an_error_is_taken_back_and_the_doors_hear_of_it) {
  const auto entry = put(answer(reg::ReleaseStep::refused, "13:02"));
  const auto before = store_->school()->version;
  const auto own = store_->witness()->history;
  ASSERT_TRUE(store_->tell(
      reg::TakenBack{{to_hex(own), entry}, at("13:03"), "the wrong child", patel_}, at("13:03")));
  EXPECT_EQ(store_->school()->version, before + 1);
  EXPECT_EQ(release().state, reg::ReleaseState::asked);
  ASSERT_EQ(store_->release_answers(on("2026-01-12"))->size(), 1U);
  EXPECT_TRUE(store_->release_answers(on("2026-01-12"))->at(0).back);
  EXPECT_TRUE(store_->verify());
}

TEST_P(ReleaseContract, a_hand_over_at_the_door_puts_the_child_out_and_every_door_hears_of_it) {
  reg::DoorHandOver gone;
  gone.pupil = PupilId(1);
  gone.request = 2;
  gone.who = "mum";
  gone.key_version = 1;
  gone.at.wall = at("13:02");
  door_.write(gone, at("13:02"));
  const auto before = store_->school()->version;
  ASSERT_TRUE(store_->apply(door_.message(1), at("13:02")));
  EXPECT_EQ(store_->school()->version, before + 1);
  EXPECT_EQ(release().state, reg::ReleaseState::handed_over);
  EXPECT_EQ(release().at_door->what, gone);
  EXPECT_EQ(where("13:03").place, reg::Place::out);
  EXPECT_EQ(store_->events_of(PupilId(1))->back().event, reg::DoorEvent(gone));
  ASSERT_TRUE(store_->tell(
      reg::TakenBack{release().at_door->ref, at("13:05"), "the wrong child", patel_}, at("13:05")));
  EXPECT_EQ(store_->school()->version, before + 2) << "and of that, too";
  EXPECT_EQ(release().state, reg::ReleaseState::asked);
  EXPECT_EQ(where("13:06").place, reg::Place::at_door);
}

TEST_P(ReleaseContract, every_door_hears_of_a_hand_over_that_its_door_took_back) {
  reg::DoorHandOver gone;
  gone.pupil = PupilId(1);
  gone.key_version = 1;
  gone.request = 2;
  gone.at.wall = at("13:02");
  const auto entry = door_.write(gone, at("13:02"));
  ASSERT_TRUE(store_->apply(door_.message(1), at("13:02")));
  ASSERT_EQ(release().state, reg::ReleaseState::handed_over);
  const auto before = store_->school()->version;
  reg::Withdrawn back;
  back.at.wall = at("13:03");
  back.seq = 1;  // an arrival
  door_.write(back, at("13:03"));
  ASSERT_TRUE(store_->apply(door_.message(1), at("13:03")));
  EXPECT_EQ(store_->school()->version, before) << "what no book holds";
  back.seq = entry.seq;
  door_.write(back, at("13:04"));
  ASSERT_TRUE(store_->apply(door_.message(1), at("13:04")));
  EXPECT_EQ(store_->school()->version, before + 1);
  EXPECT_EQ(release().state, reg::ReleaseState::asked);
}

TEST_P(ReleaseContract, goes_with_the_school_year_after_D51) {
  put(answer(reg::ReleaseStep::granted, "13:02"));
  put(answer(reg::ReleaseStep::handed_over, "13:04"));
  EXPECT_EQ(store_->due(on("2027-08-31"))->entries.size(), 0U);
  EXPECT_EQ(store_->due(on("2027-09-01"))->entries.size(), 3U);
  ASSERT_TRUE(store_->erase(on("2027-09-01"), patel_, instant("2027-09-01T09:00:00")));
  EXPECT_TRUE(store_->release_answers(on("2026-01-12"))->empty());
  const auto verified = store_->verify();
  EXPECT_TRUE(verified) << sentence(verified.error());
}

INSTANTIATE_TEST_SUITE_P(Stores, ReleaseContract, testing::Values("memory", "sqlite"),
                         [](const auto& of) { return std::string(of.param); });

}  // namespace
}  // namespace handbell::store
