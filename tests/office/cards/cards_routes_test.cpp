// The page Cards: a card is held to the desk's reader and becomes a child's with one press.
#include "app/office/cards/cards.h"

#include "golden.h"
#include "office_fixture.h"
#include <gmock/gmock.h>

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

const char* const kFree = "04A1B2C3D4E5F6";

class CardsPage : public OfficeTest {
 protected:
  void hold(const char* card) { desk_.seen("desk", *CardNumber::parse(card)); }
  void reader(ReaderState state) { desk_.is({"desk", state, ReaderTrouble::none}); }
  std::vector<reg::CardRecord> cards() {
    return writer_->ask([](store::Register& held) { return held.shared_school(); }).value()->cards;
  }
};

TEST_F(CardsPage, without_a_reader_says_how_else) {
  const auto page = get("/cards?class=1");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("No desk reader is connected"));
  EXPECT_THAT(page.body, HasSubstr("Amira Khan"));
  EXPECT_THAT(page.body, Not(HasSubstr("Give this card")));
}

TEST_F(CardsPage, offers_the_card_that_lies_there_to_each_child_without_one) {
  reader(ReaderState::ready);
  hold(kFree);
  const auto page = get("/cards?class=1");
  EXPECT_THAT(page.body, HasSubstr("desk: working."));
  EXPECT_THAT(page.body, HasSubstr("...E5F6"));
  EXPECT_THAT(page.body, HasSubstr("Nobody&#39;s."));
  EXPECT_THAT(page.body, HasSubstr("Give this card"));
  expect_golden("cards.html", page.body);
}

TEST_F(CardsPage, gives_it_and_goes_on_to_the_next) {
  hold(kFree);
  const auto given = post("/cards/give", std::string("pupil=1&whose=own&class=1&card=") + kFree);
  EXPECT_EQ(given.status, 303);
  EXPECT_EQ(given.headers.at("Location"), "/cards?class=1");
  ASSERT_EQ(cards().size(), 1U);
  EXPECT_EQ(cards()[0].pupil, PupilId(1));
  const auto page = get("/cards?class=1");
  EXPECT_THAT(page.body, HasSubstr("The card ...E5F6 is Amira Khan&#39;s."));
  EXPECT_THAT(page.body, HasSubstr("Amira Khan&#39;s card, Owls."));
  EXPECT_THAT(page.body, Not(HasSubstr("Give this card"))) << "it is somebody's now";
}

TEST_F(CardsPage, that_is_somebody_elses_by_now_is_refused_in_words) {
  ASSERT_EQ(post("/cards/give", std::string("pupil=1&whose=own&card=") + kFree).status, 303);
  const auto again = post("/cards/give", std::string("pupil=2&whose=own&card=") + kFree);
  EXPECT_EQ(again.status, 422);
  const auto first = again.body.find("There is a problem");
  ASSERT_NE(first, std::string::npos);
  EXPECT_EQ(again.body.find("There is a problem", first + 1), std::string::npos) << "said once";
  EXPECT_EQ(cards().size(), 1U);
}

TEST_F(CardsPage, offers_no_phone_and_says_why) {
  hold("08112233");
  const auto page = get("/cards?class=1");
  EXPECT_THAT(page.body, HasSubstr("A phone, a bank card or a copy"));
  EXPECT_THAT(page.body, Not(HasSubstr("Give this card")));
  EXPECT_EQ(post("/cards/give", "pupil=1&whose=own&card=08112233").status, 422);
}

TEST_F(CardsPage, remarks_on_a_short_number) {
  hold("11223344");
  EXPECT_THAT(get("/cards?class=1").body, HasSubstr("another card in the world may have the same"));
}

TEST_F(CardsPage, offers_none_where_several_lie) {
  hold(kFree);
  desk_.several("desk");
  const auto page = get("/cards?class=1");
  EXPECT_THAT(page.body, HasSubstr("one at a time"));
  EXPECT_THAT(page.body, Not(HasSubstr("Give this card")));
}

TEST_F(CardsPage, keeps_a_card_for_a_minute_after_it_was_taken_away) {
  hold(kFree);
  desk_.taken_away("desk");
  desk_clock_ = desk_clock_ + seconds(59);
  EXPECT_THAT(get("/cards?class=1").body, HasSubstr("...E5F6"));
  desk_clock_ = desk_clock_ + seconds(2);
  EXPECT_THAT(get("/cards?class=1").body, Not(HasSubstr("...E5F6")));
}

TEST_F(CardsPage, never_shows_a_whole_number_but_in_the_form_that_gives_it) {
  hold(kFree);
  gate_.become("J Okoro", "Class teacher", {reg::Role::teacher}, {"Owls"});
  EXPECT_EQ(get("/cards?class=1").status, 404);
  EXPECT_EQ(post("/cards/give", std::string("pupil=1&whose=own&card=") + kFree).status, 404);
  EXPECT_TRUE(cards().empty());
}

TEST_F(CardsPage, gives_no_family_card_to_a_child_without_one) {
  const auto page = post("/cards/give", std::string("pupil=1&whose=family&card=") + kFree);
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("has no brother or sister here"));
  EXPECT_TRUE(cards().empty());
}

TEST_F(CardsPage, says_what_is_wrong_with_a_reader) {
  reader(ReaderState::missing);
  EXPECT_THAT(get("/cards?class=1").body, HasSubstr("desk: not plugged in. Plug the reader in"));
}

}  // namespace
}  // namespace handbell::office
