#include "app/journal/door_book_codec.h"

#include "small_school.h"
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace handbell::journal {
namespace {

const KioskKey kKey{7, 7, 7};

reg::DoorBook book() {
  reg::School school;
  school.name = "Oak Lane Infants";
  school.version = 42;
  auto rows = three_pupils();
  rows[0].language = "ur";
  rows[1].never_show = true;
  rows[2].leaving = on("2026-07-20");
  school.pupils = reg::merge_pupils(school, rows)->rows;
  school.pictures = {{"Ducklings", "duckling"}, {"Owls", "owl"}};
  school.calendar = *reg::Calendar::from_periods(one_year());
  school.times = reg::policy_times(on("2025-09-01"));
  school.plans = {{PupilId(1), {on("2026-01-13"), Half::am}, {reg::code_of("M"), true}},
                  {PupilId(1), {on("2026-03-13"), Half::am}, {reg::code_of("M"), true}}};
  school.cards = {
      {*CardNumber::parse("04A1B2C3D4E580"), PupilId(1), on("2025-09-02"), std::nullopt},
      {*CardNumber::parse("04A1B2C3D4E581"), PupilId(2), on("2025-09-02"), on("2025-10-02")},
      {*CardNumber::parse("04A1B2C3D4E582"), PupilId(), on("2025-09-02"), std::nullopt, "home-7"}};
  const auto staff = *CardNumber::parse("04A1B2C3D4E583");
  school.staff_cards = {{staff, "AN", hash_of_pin(hash_of_card(staff.bytes(), kKey), "4711", kKey),
                         on("2025-09-02"), std::nullopt}};
  school.reasons.late = {{"lost_shoe", "Lost a shoe", ""}, {"other", "Something else", "dots"}};
  school.evacuations = {
      {true, instant("2026-01-12T06:00:00"), *reg::Author::parse("A Noor, Headteacher")}};
  return door_book_of(school, instant("2026-01-12T07:00:00"), on("2026-01-12"),
                      [](const CardNumber& uid) { return hash_of_card(uid.bytes(), kKey); });
}

TEST(DoorBookCodec, reads_back_what_was_written) {
  auto made = book();
  made.releases = {{PupilId(1), Instant{5}, reg::DoorReleaseState::granted, Instant{6}},
                   {PupilId(2), Instant{7}, reg::DoorReleaseState::handed_over, Instant{8}}};
  add_appointments(made, {{PupilId(1), {on("2026-01-12"), at_time("10:30"), at_time("11:30")}},
                          {PupilId(1), {on("2026-01-13"), std::nullopt, at_time("10:30")}},
                          {PupilId(99), {on("2026-01-13"), std::nullopt, std::nullopt}}});
  const auto read = decode_door_book(encode(made, kKey), kKey);
  ASSERT_TRUE(read) << sentence(read.error());
  ASSERT_EQ(read->pupils.front().appointments.size(), 2U);
  EXPECT_EQ(read->version, 42U);
  EXPECT_EQ(read->pupils, made.pupils);
  EXPECT_EQ(read->cards, made.cards);
  EXPECT_EQ(read->pictures, made.pictures);
  EXPECT_EQ(read->calendar.periods(), made.calendar.periods());
  EXPECT_EQ(read->times.rows(), made.times.rows());
  EXPECT_EQ(read->family_cards, made.family_cards);
  EXPECT_EQ(read->staff_cards, made.staff_cards);
  ASSERT_EQ(read->staff_cards.size(), 1U);
  EXPECT_EQ(read->reasons, made.reasons);
  EXPECT_EQ(read->reasons.late.size(), 2U);
  EXPECT_TRUE(read->evacuation);
  EXPECT_EQ(read->releases, made.releases);
}

TEST(DoorBookCodec, holds_no_more_than_the_door_needs) {
  const auto made = book();
  const auto bytes = encode(made, kKey);
  const std::string text(bytes.begin(), bytes.end());
  for (const auto* hidden : {"Khan", "Ross", "Ben", "1001", "04A1B2", "4711", "Noor", "AN"}) {
    EXPECT_EQ(text.find(hidden), std::string::npos) << hidden;
  }
  EXPECT_NE(text.find("Amira K"), std::string::npos);
  EXPECT_EQ(made.cards.size(), 1U) << "a revoked card is nobody's";
  EXPECT_EQ(made.pupils[0].plans.size(), 1U) << "plans of 14 days";
}

TEST(DoorBookCodec, cut_at_any_length_or_with_a_bit_flipped_nothing_is_taken) {
  const auto whole = encode(book(), kKey);
  for (std::size_t length = 0; length < whole.size(); ++length) {
    EXPECT_FALSE(decode_door_book(std::span(whole).first(length), kKey)) << length;
  }
  std::mt19937_64 chance(3);
  for (int flip = 0; flip < 1000; ++flip) {
    auto changed = whole;
    const auto bit = chance() % (whole.size() * 8);
    changed[bit / 8] = static_cast<std::uint8_t>(changed[bit / 8] ^ (1U << (bit % 8)));
    EXPECT_FALSE(decode_door_book(changed, kKey)) << bit;
  }
  EXPECT_FALSE(decode_door_book(whole, KioskKey{8})) << "another kiosk's";
}

TEST(HashOfPin, differs_by_digits_by_card_and_by_school) {
  const reg::CardHash card{1};
  const auto pin = hash_of_pin(card, "4711", kKey);
  EXPECT_EQ(pin, hash_of_pin(card, "4711", kKey));
  EXPECT_NE(pin, hash_of_pin(card, "4712", kKey));
  EXPECT_NE(pin, hash_of_pin(reg::CardHash{2}, "4711", kKey));
  EXPECT_NE(pin, hash_of_pin(card, "4711", KioskKey{8}));
}

reg::DoorBook with_release() {
  auto made = book();
  made.pupils.resize(1);
  made.pupils[0].office_only = false;
  made.staff_cards[0].release = reg::ReleaseKey{3, {7, 8, 9}};
  return made;
}

TEST(DoorBookCodec, says_whom_staff_may_hand_over_and_by_which_cards) {
  const auto made = with_release();
  const auto read = decode_door_book(encode(made, kKey), kKey);
  ASSERT_TRUE(read) << sentence(read.error());
  EXPECT_FALSE(read->pupils[0].office_only);
  EXPECT_EQ(read->staff_cards, made.staff_cards);
  auto none = made;
  none.staff_cards[0].release->version = 0;
  EXPECT_FALSE(decode_door_book(encode(none, kKey), kKey)) << "no key has this version";
}

Bytes without_seal(const reg::DoorBook& book) {
  auto bytes = encode(book, kKey);
  bytes.resize(bytes.size() - 32);
  return bytes;
}

/// Where the texts of the two differ first.
std::ptrdiff_t difference(const reg::DoorBook& a, const reg::DoorBook& b) {
  const auto first = without_seal(a);
  const auto second = without_seal(b);
  return std::ranges::mismatch(first, second).in1 - first.begin();
}

/// The book as an office of before wrote it: no flag behind a pupil, none behind a staff card.
Bytes of_form(char form, reg::DoorBook book) {
  book.staff_cards[0].release.reset();
  auto office = book;
  office.pupils[0].office_only = true;
  const auto of_pupil = difference(book, office);
  auto keyed = book;
  keyed.staff_cards[0].release = reg::ReleaseKey{1, {}};
  const auto of_card = difference(book, keyed);
  auto bytes = without_seal(book);
  bytes.erase(bytes.begin() + of_card);
  bytes.erase(bytes.begin() + of_pupil);
  if (form == '2') bytes.erase(bytes.begin() + of_pupil - 4, bytes.begin() + of_pupil);
  bytes[4] = static_cast<std::uint8_t>(form);
  Writer w;
  w.raw(bytes);
  return with_seal(w, kKey);
}

TEST(DoorBookCodec, of_a_form_before_is_read_and_nobody_is_handed_over_by_it) {
  for (const char form : {'3', '2'}) {
    const auto read = decode_door_book(of_form(form, with_release()), kKey);
    ASSERT_TRUE(read) << form;
    EXPECT_EQ(read->pupils[0].shown_name, "Amira K");
    EXPECT_TRUE(read->pupils[0].office_only) << form;
    ASSERT_EQ(read->staff_cards.size(), 1U);
    EXPECT_EQ(read->staff_cards[0].pin, book().staff_cards[0].pin);
    EXPECT_FALSE(read->staff_cards[0].release) << form;
    EXPECT_EQ(read->reasons.late.size(), 2U) << form;
  }
}

TEST(DoorBookCodec, of_an_older_form_is_asked_for_anew) {
  Writer w;
  w.raw(as_bytes("HBDB1")).u64(41);
  EXPECT_EQ(decode_door_book(with_seal(w, kKey), kKey).error().code, FaultCode::door_book_garbled);
}

}  // namespace
}  // namespace handbell::journal
