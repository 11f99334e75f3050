#include "app/journal/event_codec.h"

#include "app/journal/entry_codec.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace handbell::journal {
namespace {

const reg::DoorMoment kAt{Instant{1'768'207'000'000}, Steady{77}, 5, true, false};

/// On its way to the office in a message.
Result<reg::DoorEvent> through_an_entry(const reg::DoorEvent& event) {
  Writer w;
  put_entry(w, sealed({}, {}, draft_of(event, kAt.wall), {}));
  const Bytes bytes = w.done();
  Reader r(bytes);
  const Entry entry = get_entry(r);
  if (!r.at_end()) return fail(FaultCode::entry_garbled, "no message holds it");
  return event_of(entry);
}

reg::DoorHandOver hand_over() {
  reg::DoorHandOver gone;
  gone.pupil = PupilId{3};
  gone.request = 17;
  gone.asked = Instant{9};
  gone.who = "grandparent";
  gone.why = "unwell";
  gone.back_today = true;
  gone.checked = reg::IdentityCheck::photo_id;
  gone.by = {5, 6};
  gone.at = kAt;
  gone.key_version = 2;
  gone.book_version = 41;
  return gone;
}

TEST(DoorEvent, each_kind_reads_back) {
  reg::Arrived arrived;
  arrived.pupil = PupilId{12};
  arrived.at = kAt;
  arrived.first_contact = Instant{4};
  arrived.book_version = 9;
  arrived.outcome = reg::Outcome::late_before_close;
  arrived.proposal = reg::code_of("L");
  const std::vector<reg::DoorEvent> events{
      arrived,
      reg::RefusedCard{{1, 2, 3}, kAt, 9},
      reg::Withdrawn{7, kAt},
      reg::Passed{PupilId{3}, kAt, true, "appointment"},
      reg::Passed{PupilId{3}, kAt, false, ""},
      reg::ClockKnown{5, Steady{1}, Instant{2}},
      reg::KioskStarted{5, "0.1.0"},
      reg::Pruned{41, {1, 2, 3}, kAt},
      reg::ReasonGiven{{7, 8}, "traffic", kAt},
      reg::ReasonGiven{{7}, "wrong_child", kAt, reg::CardHash{5, 6}},
      reg::PinRefused{{1, 2, 3}, kAt},
      hand_over(),
      reg::StaffRefused{{1, 2, 3}, kAt, reg::WhyRefused::left},
      reg::ReleaseAsked{PupilId{3}, kAt, reg::ArrivalMeans::lookup, "grandparent", "unwell", true},
      reg::LookUpEnded{kAt, "Owls", 12},
      reg::FamilyTapped{{1, 2}, kAt, 9, {PupilId{3}, PupilId{4}}}};
  for (const auto& event : events) {
    const auto read = through_an_entry(event);
    ASSERT_TRUE(read) << event.index();
    EXPECT_EQ(*read, event) << event.index();
  }
}

TEST(DoorEvent, every_kind_there_is_stands_among_those_that_read_back) {
  EXPECT_EQ(std::variant_size_v<reg::DoorEvent>, 14U)
      << "another kind: add it above, and to the kinds that a message may hold";
}

TEST(DoorEvent, evidence_under_an_entry_is_kept_six_years_and_a_second_tap_is_not_D51) {
  reg::Arrived arrived;
  arrived.pupil = PupilId{1};
  EXPECT_EQ(draft_of(arrived, {}).retention, Retention::register_6_years);
  EXPECT_EQ(draft_of(arrived, {}, true).retention, Retention::year_and_1);
  EXPECT_EQ(draft_of(arrived, {}, true).kind, EntryKind::repeat_tap);
  EXPECT_EQ(draft_of(reg::RefusedCard{}, {}).retention, Retention::year_and_1);
  EXPECT_EQ(draft_of(reg::ReasonGiven{{1}, "traffic", {}}, {}).retention,
            Retention::register_6_years);
  EXPECT_EQ(draft_of(reg::ReleaseAsked{}, {}).retention, Retention::year_and_1);
  EXPECT_EQ(draft_of(reg::LookUpEnded{}, {}).retention, Retention::days_90);
  EXPECT_EQ(draft_of(reg::PinRefused{}, {}).retention, Retention::days_90);
  EXPECT_EQ(draft_of(reg::FamilyTapped{}, {}).retention, Retention::register_6_years);
  EXPECT_EQ(draft_of(hand_over(), {}).retention, Retention::register_6_years);
  EXPECT_EQ(draft_of(hand_over(), {}).kind, static_cast<EntryKind>(15));
  EXPECT_EQ(draft_of(reg::StaffRefused{}, {}).retention, Retention::year_and_1);
  EXPECT_EQ(draft_of(reg::StaffRefused{}, {}).kind, static_cast<EntryKind>(16));
}

TEST(DoorEvent, cut_at_every_length_it_is_named) {
  reg::Arrived arrived;
  arrived.pupil = PupilId{1};
  Entry entry = sealed({}, {}, draft_of(arrived, {}), {});
  while (!entry.payload.empty()) {
    entry.payload.pop_back();
    const auto read = event_of(entry);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error(), (Fault{FaultCode::entry_garbled, "1"}));
  }
}

TEST(DoorEvent, a_reason_is_of_something_and_a_month_is_one) {
  const auto garbled = [](const reg::DoorEvent& event) {
    return !event_of(sealed({}, {}, draft_of(event, {}), {}));
  };
  EXPECT_TRUE(garbled(reg::ReasonGiven{{}, "traffic", kAt}));
  EXPECT_TRUE(garbled(reg::ReasonGiven{std::vector<std::uint64_t>(17, 1), "traffic", kAt}));
  EXPECT_TRUE(garbled(reg::LookUpEnded{kAt, "Owls", 13}));
  EXPECT_TRUE(garbled(reg::ReleaseAsked{}));
  auto gone = hand_over();
  gone.key_version = 0;
  EXPECT_TRUE(garbled(gone)) << "no card proves itself without a key";
  gone = hand_over();
  gone.checked = static_cast<reg::IdentityCheck>(4);
  EXPECT_TRUE(garbled(gone));
  EXPECT_TRUE(garbled(reg::StaffRefused{{}, kAt, static_cast<reg::WhyRefused>(8)}));
}

RC_GTEST_PROP(DoorEvent, random_texts_never_crash, (const std::vector<std::uint8_t>& any)) {
  Entry entry;
  entry.kind = static_cast<EntryKind>(*rc::gen::inRange(1, 18));
  entry.payload = any;
  (void)event_of(entry);
}

}  // namespace
}  // namespace handbell::journal
