#include "app/journal/told_codec.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace handbell::journal {
namespace {

const Instant kSeenAt{1'768'207'000'000};

std::vector<reg::PresenceEvent> one_of_each() {
  const auto by = *reg::Author::from("Zoë O'Neill", "class teacher");
  const auto adult = *NamePart::parse("Ms Day");
  const std::vector<PupilId> three{PupilId(1), PupilId(2), PupilId(3)};
  return {
      *reg::ClassSeen::from({"Owls", kSeenAt, {PupilId(1), PupilId(2)}, {PupilId(3)}, 2, by}),
      *reg::GroupMovement::from({reg::GroupKind::trip,
                                 reg::Direction::out,
                                 "Museum",
                                 kSeenAt,
                                 three,
                                 {PupilId(1), PupilId(3)},
                                 adult,
                                 kSeenAt + hours(3),
                                 by}),
      reg::SingleEntry{PupilId(2), reg::Direction::out, kSeenAt, adult, kSeenAt + hours(1),
                       "dentist", by},
      reg::SingleEntry{PupilId(2), reg::Direction::in, kSeenAt, std::nullopt, std::nullopt, "", by},
      reg::TakenBack{{"A1A1", 7}, kSeenAt, "another child's card", by}};
}

Entry entry_of(const reg::PresenceEvent& event) {
  return sealed({}, {}, draft_of(event, kSeenAt + minutes(20)), {});
}

TEST(Told, each_kind_reads_back_with_when_it_happened_and_when_it_was_typed) {
  for (const auto& event : one_of_each()) {
    const Entry entry = entry_of(event);
    const auto read = told_of(entry);
    ASSERT_TRUE(read) << event.index();
    EXPECT_EQ(*read, event) << event.index();
    EXPECT_TRUE(is_told(entry.kind));
    EXPECT_EQ(happened(*read), kSeenAt);
    EXPECT_EQ(entry.at, kSeenAt + minutes(20));
  }
}

TEST(Told, a_sent_class_register_is_kept_six_years_and_a_movement_is_not_D51) {
  const auto events = one_of_each();
  EXPECT_EQ(draft_of(events[0], {}).retention, Retention::register_6_years);
  for (std::size_t i = 1; i < events.size(); ++i) {
    EXPECT_EQ(draft_of(events[i], {}).retention, Retention::year_and_1);
  }
}

TEST(Told, the_largest_group_fits_into_an_entry) {
  std::vector<PupilId> all;
  for (std::size_t i = 1; i <= kMostChildren; ++i) all.emplace_back(static_cast<std::int64_t>(i));
  const auto by = *reg::Author::from("R Patel", "office manager");
  const auto home =
      reg::GroupMovement::from({reg::GroupKind::home_time, reg::Direction::out, "Everybody",
                                kSeenAt, all, all, std::nullopt, std::nullopt, by});
  ASSERT_TRUE(home);
  const auto read = told_of(entry_of(*home));
  ASSERT_TRUE(read);
  EXPECT_EQ(children_of(*read), all);
}

TEST(Told, cut_at_every_length_it_is_named) {
  for (const auto& event : one_of_each()) {
    Entry entry = entry_of(event);
    while (!entry.payload.empty()) {
      entry.payload.pop_back();
      const auto read = told_of(entry);
      ASSERT_FALSE(read);
      EXPECT_EQ(read.error(), (Fault{FaultCode::entry_garbled, "1"}));
    }
  }
}

RC_GTEST_PROP(Told, random_texts_never_crash, (const std::vector<std::uint8_t>& any)) {
  Entry entry;
  entry.kind = static_cast<EntryKind>(*rc::gen::inRange(102, 106));
  entry.salt = Salt{};
  entry.payload = any;
  if (!entry.payload.empty() && *rc::gen::arbitrary<bool>()) entry.payload[0] = 1;
  (void)told_of(entry);
}

}  // namespace
}  // namespace handbell::journal
