// What a school gives out for its door: whose card it is, which words stand for reasons.
#include "app/register/release_key.h"
#include "app/register/school.h"
#include "app/register/staff_pin.h"

#include "small_school.h"
#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

const CardNumber kFirst = *CardNumber::parse("04A1B2C3D4E580");
const CardNumber kSecond = *CardNumber::parse("04A1B2C3D4E581");

School two_of_a_family() {
  School school;
  auto rows = three_pupils();
  rows[0].family = rows[1].family = "household-1";
  school.pupils = merge_pupils(school, rows)->rows;
  return school;
}

CardRecord of_family(const CardNumber& uid) {
  return {uid, PupilId(), on("2025-09-02"), std::nullopt, "household-1"};
}
CardRecord of_pupil(const CardNumber& uid, int pupil) {
  return {uid, PupilId(pupil), on("2025-09-02"), std::nullopt, ""};
}
StaffCardRecord of_staff(const CardNumber& uid, const char* staff) {
  return {uid, staff, {1}, on("2025-09-02"), std::nullopt};
}

TEST(Cards, are_a_pupils_or_a_familys_or_a_member_of_staffs_and_never_two_at_once) {
  auto school = two_of_a_family();
  ASSERT_TRUE(merge_cards(school, {of_family(kFirst), of_pupil(kSecond, 1)}));
  EXPECT_EQ(merge_cards(school, {of_family(kFirst), of_pupil(kFirst, 1)}).error().code,
            FaultCode::card_taken);
  school.cards = {of_family(kFirst)};
  school.staff_cards = {of_staff(kSecond, "AN")};
  EXPECT_EQ(merge_cards(school, {of_pupil(kFirst, 1)}).error().code, FaultCode::card_taken);
  EXPECT_EQ(merge_cards(school, {of_pupil(kSecond, 1)}).error().code, FaultCode::card_taken);
  EXPECT_EQ(merge_cards(school, {of_family(kSecond)}).error().code, FaultCode::card_taken);
  EXPECT_EQ(merge_staff_cards(school, {of_staff(kFirst, "AN")}).error().code,
            FaultCode::card_taken);
  EXPECT_EQ(merge_staff_cards(school, {of_staff(kSecond, "JO")}).error().code,
            FaultCode::card_taken);
  school.cards[0].revoked = school.staff_cards[0].revoked = on("2025-10-01");
  EXPECT_TRUE(merge_cards(school, {of_pupil(kFirst, 1), of_family(kSecond)}));
}

TEST(Cards, of_a_family_need_a_family_and_the_same_again_changes_nothing) {
  auto school = two_of_a_family();
  auto other = of_family(kFirst);
  other.family = "household-9";
  EXPECT_EQ(merge_cards(school, {other}).error().code, FaultCode::family_unknown);
  school.cards = merge_cards(school, {of_family(kFirst)})->rows;
  EXPECT_EQ(merge_cards(school, {of_family(kFirst)})->count, (ImportCount{0, 0, 1}));
  EXPECT_EQ(school.holder(school.cards[0])->full_name(), "Amira Khan");
}

TEST(DoorBook, has_family_cards_and_staff_cards_that_are_not_revoked_and_the_words_of_reasons) {
  auto school = two_of_a_family();
  auto lost = of_family(kSecond);
  lost.revoked = on("2025-10-01");
  school.cards = {of_family(kFirst), lost};
  school.staff_cards = {of_staff(*CardNumber::parse("04A1B2C3D4E582"), "AN")};
  const auto hash = [](const CardNumber& uid) { return CardHash{uid.bytes().back()}; };
  const auto book = door_book_of(school, instant("2026-01-12T07:00:00"), on("2026-01-12"), hash);
  ASSERT_EQ(book.family_cards.size(), 1U);
  EXPECT_EQ(*book.family_of(CardHash{0x80}), "household-1");
  EXPECT_EQ(book.family_of(CardHash{0x81}), nullptr);
  EXPECT_TRUE(book.cards.empty());
  EXPECT_EQ(book.staff_card(CardHash{0x82})->pin, PinHash{1});
  EXPECT_EQ(book.staff_card(CardHash{0x80}), nullptr);
  EXPECT_EQ(book.reasons, with_built_in({}));
  EXPECT_FALSE(book.evacuation);
}

TEST(HiddenSiblings, are_nobodys_sibling_at_the_door_and_share_no_first_contact) {
  auto school = two_of_a_family();
  school.pupils[1].hide_siblings = true;
  const auto book =
      door_book_of(school, {}, on("2026-01-12"), [](const auto&) { return CardHash{}; });
  EXPECT_EQ(book.pupils[0].family, "household-1");
  EXPECT_EQ(book.pupils[1].family, "");
  const SessionId session{on("2026-01-12"), Half::am};
  EXPECT_EQ(facts_of(school, school.pupils[0], session, std::nullopt).family, "household-1");
  EXPECT_EQ(facts_of(school, school.pupils[1], session, std::nullopt).family, "")
      << "the time on the screen would tell";
}

std::vector<ListedReason> list_of(ReasonList list, int count) {
  std::vector<ListedReason> rows;
  for (int i = 0; i < count; ++i) {
    rows.push_back({list, {std::string("key_") + static_cast<char>('a' + i), "Words", ""}});
  }
  return rows;
}

TEST(Reasons, of_a_school_take_the_place_of_a_whole_list_and_the_others_stay) {
  School school;
  EXPECT_EQ(merge_reasons(school, list_of(ReasonList::late, 3))->count, (ImportCount{3, 0, 0}));
  std::vector<ListedReason> reworded;
  for (const auto& reason : late_reasons()) reworded.push_back({ReasonList::late, reason});
  reworded[0].reason.words = "Roadworks";
  EXPECT_EQ(merge_reasons(school, reworded)->count, (ImportCount{0, 1, 5}));
  school.reasons.late = {{"lost_shoe", "Lost a shoe", ""}, {"other", "Something else", "dots"}};
  const auto all = with_built_in(school.reasons);
  EXPECT_EQ(all.late.size(), 2U);
  EXPECT_EQ(all.out, out_reasons());
  EXPECT_EQ(all.undo, undo_reasons());
}

TEST(Reasons, are_two_to_nine_with_keys_that_a_kiosk_can_write_and_words_that_fit) {
  const School school;
  EXPECT_EQ(merge_reasons(school, list_of(ReasonList::out, 1)).error().code,
            FaultCode::reason_unfit);
  EXPECT_TRUE(merge_reasons(school, list_of(ReasonList::out, 9)));
  EXPECT_EQ(merge_reasons(school, list_of(ReasonList::out, 10)).error().code,
            FaultCode::reason_unfit);
  auto twice = list_of(ReasonList::undo, 2);
  twice[1] = twice[0];
  EXPECT_EQ(merge_reasons(school, twice).error().code, FaultCode::reason_unfit);
  EXPECT_TRUE(fit_reason({"late_bus", std::string(24, 'x'), "bus-2"}));
  EXPECT_TRUE(fit_reason({"a", "\u0627\u0631\u062f\u0648", ""}));
  for (const DoorReason& wrong :
       {DoorReason{"", "Words", ""}, DoorReason{"Late", "Words", ""},
        DoorReason{std::string(33, 'a'), "Words", ""}, DoorReason{"a", "", ""},
        DoorReason{"a", std::string(25, 'x'), ""}, DoorReason{"a", "Words", "../bus"}}) {
    EXPECT_FALSE(fit_reason(wrong)) << wrong.key << wrong.words;
  }
}

TEST(StaffPin, is_four_digits_and_none_that_everybody_tries) {
  for (const char* good : {"4242", "1235", "0007", "9875", "1221"})
    EXPECT_TRUE(fit_pin(good)) << good;
  for (const char* bad :
       {"", "123", "12345", "12a4", "0000", "1111", "1234", "4321", "6789", "3210"}) {
    const auto fits = fit_pin(bad);
    ASSERT_FALSE(fits) << bad;
    EXPECT_EQ(fits.error(), (Fault{FaultCode::pin_unfit, ""})) << "the digits stand nowhere";
  }
}

TEST(ReleasePin, is_six_to_twelve_digits_and_none_that_everybody_tries_first) {
  for (const auto* fit : {"294761", "739164820571", "1234509"}) {
    EXPECT_TRUE(fit_release_pin(fit)) << fit;
  }
  for (const auto* unfit : {"", "29476", "7391648205713", "29476a", "111111", "123456", "987654",
                            "890123", "121212", "1212121", "123123", "12312312"}) {
    const Status fits = fit_release_pin(unfit);
    ASSERT_FALSE(fits) << unfit;
    EXPECT_EQ(fits.error(), (Fault{FaultCode::release_pin_unfit, ""}))
        << "the digits stand nowhere";
  }
}

TEST(ReleaseKey, is_never_of_a_card_that_a_keyboard_types_for) {
  const School school;
  auto card = of_staff(*CardNumber::parse("wedge:10D:0012345678"), "AN");
  EXPECT_TRUE(merge_staff_cards(school, {card}));
  card.release = ReleaseKey{1, {2}};
  EXPECT_EQ(merge_staff_cards(school, {card}).error().code, FaultCode::card_unfit);
}

}  // namespace
}  // namespace handbell::reg
