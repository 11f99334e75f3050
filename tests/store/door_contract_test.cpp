// What every store promises of that which the office tells its doors, asked of the twin in memory
// and of SQLite's file.
#include "app/journal/door_book_codec.h"
#include "app/register/release_check.h"
#include "app/store/memory_register.h"
#include "app/store/power_cut_vfs.h"
#include "app/store/register_file.h"

#include "counted_random.h"
#include "either_register.h"
#include "small_school.h"
#include <gtest/gtest.h>

namespace handbell::store {
namespace {

class DoorContract : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    store_ = either_register(GetParam(), random_, vfs_);
    ASSERT_TRUE(store_);
    auto rows = three_pupils();
    rows[0].family = rows[1].family = "household-1";
    rows[1].hide_siblings = true;
    ASSERT_TRUE(store_->put_pupils(rows));
    ASSERT_TRUE(store_->put_staff({{"AN",
                                    *NamePart::parse("A Noor"),
                                    *NamePart::parse("Headteacher"),
                                    {reg::Role::head},
                                    {}}}));
  }
  Bytes book() {
    const auto key = *store_->card_key();
    return journal::encode(door_book_of(*store_->school(), now_, on("2026-01-12"),
                                        [&](const CardNumber& uid) {
                                          return journal::hash_of_card(uid.bytes(), key);
                                        }),
                           {1});
  }

  PowerCutVfs vfs_{"door"};
  CountedRandom random_;
  std::unique_ptr<Register> store_;
  const Instant now_ = instant("2026-01-12T09:30:00");
  const CardNumber first_ = *CardNumber::parse("04A1B2C3D4E580");
  const CardNumber second_ = *CardNumber::parse("04A1B2C3D4E581");
  const reg::Author noor_ = *reg::Author::parse("A Noor, Headteacher");
};

TEST_P(DoorContract, holds_hidden_links_and_cards_of_families_until_they_are_revoked) {
  EXPECT_TRUE(store_->school()->pupils[1].hide_siblings);
  reg::CardRecord card{first_, PupilId(), on("2025-09-02"), std::nullopt, "household-1"};
  const reg::CardRecord pupils{second_, PupilId(3), on("2025-09-02"), std::nullopt, ""};
  const auto before = store_->school()->version;
  EXPECT_EQ(*store_->put_cards({pupils, card}), (reg::ImportCount{2, 0, 0}));
  EXPECT_EQ(*store_->put_cards({card}), (reg::ImportCount{0, 0, 1}));
  EXPECT_EQ(store_->school()->cards, (std::vector{card, pupils}));
  card.revoked = on("2026-01-12");
  EXPECT_EQ(*store_->put_cards({card}), (reg::ImportCount{0, 1, 0}));
  EXPECT_EQ(store_->school()->cards, (std::vector{card, pupils}));
  EXPECT_EQ(store_->school()->version, before + 2);
  auto nobodys = card;
  nobodys.family = "household-9";
  EXPECT_EQ(store_->put_cards({nobodys}).error().code, FaultCode::family_unknown);
}

TEST_P(DoorContract, holds_cards_of_staff_with_what_stands_for_a_PIN) {
  reg::StaffCardRecord card{first_, "AN", {1, 2, 3}, on("2025-09-02"), std::nullopt};
  EXPECT_EQ(*store_->put_staff_cards({card}), (reg::ImportCount{1, 0, 0}));
  card.pin = {4};
  EXPECT_EQ(*store_->put_staff_cards({card}), (reg::ImportCount{0, 1, 0}));
  EXPECT_EQ(store_->school()->staff_cards, std::vector{card});
  EXPECT_EQ(
      store_->put_cards({{first_, PupilId(1), on("2025-09-02"), std::nullopt, ""}}).error().code,
      FaultCode::card_taken);
  auto stranger = card;
  stranger.uid = second_;
  stranger.staff = "XX";
  EXPECT_EQ(store_->put_staff_cards({stranger}).error().code, FaultCode::staff_unknown);
  card.revoked = on("2026-01-12");
  EXPECT_TRUE(store_->put_staff_cards({card}));
  EXPECT_EQ(store_->school()->staff_cards, std::vector{card});
}

TEST_P(DoorContract, holds_a_schools_own_reasons_in_their_order_and_a_list_is_replaced_whole) {
  const reg::DoorReason shoe{"lost_shoe", "Lost a shoe", "dots"};
  const reg::DoorReason bus{"bus", "Bus", ""};
  const reg::DoorReason snow{"snow", "Snow", ""};
  using reg::ReasonList;
  ASSERT_TRUE(store_->put_reasons({{ReasonList::late, shoe},
                                   {ReasonList::late, bus},
                                   {ReasonList::out, bus},
                                   {ReasonList::out, snow}}));
  EXPECT_EQ(store_->school()->reasons, (reg::DoorReasons{{shoe, bus}, {bus, snow}, {}}));
  EXPECT_EQ(*store_->put_reasons({{ReasonList::late, snow}, {ReasonList::late, shoe}}),
            (reg::ImportCount{1, 0, 1}));
  EXPECT_EQ(store_->school()->reasons, (reg::DoorReasons{{snow, shoe}, {bus, snow}, {}}));
  EXPECT_EQ(store_->put_reasons({{ReasonList::late, shoe}}).error().code, FaultCode::reason_unfit);
  EXPECT_EQ(store_->school()->reasons.late.size(), 2U) << "all or nothing";
}

TEST_P(DoorContract, keeps_every_call_to_leave_the_building) {
  const auto before = store_->school()->version;
  EXPECT_FALSE(store_->school()->evacuating());
  const reg::EvacuationCall on{true, now_, noor_};
  const reg::EvacuationCall off{false, now_ + minutes(9), noor_};
  ASSERT_TRUE(store_->put_evacuation(on));
  EXPECT_TRUE(store_->school()->evacuating());
  ASSERT_TRUE(store_->put_evacuation(off));
  EXPECT_FALSE(store_->school()->evacuating());
  EXPECT_EQ(store_->school()->evacuations, (std::vector{on, off}));
  EXPECT_EQ(store_->school()->version, before + 2) << "the doors hear of both";
}

TEST_P(DoorContract, holds_with_which_key_a_staff_card_proves_itself_and_what_its_PIN_is_held_to) {
  reg::StaffCardRecord card{first_, "AN", {1}, on("2025-09-02"), std::nullopt};
  ASSERT_TRUE(store_->put_staff_cards({card}));
  card.release = reg::ReleaseKey{255, {9, 8, 7}};
  EXPECT_EQ(*store_->put_staff_cards({card}), (reg::ImportCount{0, 1, 0}));
  EXPECT_EQ(*store_->put_staff_cards({card}), (reg::ImportCount{0, 0, 1}));
  EXPECT_EQ(store_->school()->staff_cards, std::vector{card});
  auto wedge = card;
  wedge.uid = *CardNumber::parse("wedge:10D:0012345678");
  EXPECT_EQ(store_->put_staff_cards({wedge}).error().code, FaultCode::card_unfit)
      << "a number that a keyboard types proves nothing";
  card.release.reset();
  EXPECT_TRUE(store_->put_staff_cards({card}));
  EXPECT_EQ(store_->school()->staff_cards, std::vector{card});
}

reg::Contact contact_of_first(int order, bool may_collect, const char* court_order) {
  return reg::Contact{.pupil = PupilId(1),
                      .order = order,
                      .name = *NamePart::parse("Sam Hill"),
                      .relationship = "Father",
                      .parental_responsibility = true,
                      .first_phone = std::nullopt,
                      .second_phone = std::nullopt,
                      .may_collect = may_collect,
                      .court_order = court_order};
}

TEST_P(DoorContract, tells_the_door_that_a_child_is_the_offices_and_never_why_D49) {
  const auto doors = [&](const std::vector<reg::Contact>& contacts) {
    EXPECT_TRUE(store_->replace_contacts(PupilId(1), contacts));
    auto known = journal::decode_door_book(book(), {1}).value();
    add_collecting(known, *store_->contacts());
    return known.pupils[0].office_only;
  };
  const auto version = store_->school()->version;
  EXPECT_TRUE(doors({})) << "nobody is named who may collect";
  EXPECT_FALSE(doors({contact_of_first(1, true, "")}));
  EXPECT_TRUE(doors({contact_of_first(1, true, "Order of 2025")}));
  EXPECT_TRUE(doors({contact_of_first(1, true, ""), contact_of_first(2, false, "")}));
  EXPECT_EQ(store_->school()->version, version + 4) << "the doors hear of it";
  const auto bytes = book();
  const std::string text(bytes.begin(), bytes.end());
  for (const auto* hidden : {"Sam Hill", "Order of 2025", "Father"}) {
    EXPECT_EQ(text.find(hidden), std::string::npos) << hidden;
  }
}

INSTANTIATE_TEST_SUITE_P(Each, DoorContract, testing::Values("memory", "sqlite"),
                         [](const auto& of) { return std::string(of.param); });

}  // namespace
}  // namespace handbell::store
