// The page Staff cards: a card is written, then given; nothing stands in the register before.
#include "app/office/cards/release_cards.h"

#include "golden.h"
#include "office_fixture.h"
#include <gmock/gmock.h>

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string kCard = "04A1B2C3D4E5F6";
const std::string kGood = "staff=p1&pin=502913&again=502913&card=" + kCard;

class ReleaseCards : public OfficeTest {
 protected:
  void SetUp() override {
    OfficeTest::SetUp();
    const auto put = writer_->ask([](store::Register& held) {
      return held.put_staff(
          {{"p1",
            *NamePart::parse("R Patel"),
            *NamePart::parse("Office manager"),
            {reg::Role::office},
            {}},
           {"p2", *NamePart::parse("J Gone"), *NamePart::parse("Teacher"), {}, {}}});
    });
    ASSERT_TRUE(put);
    desk_.seen("desk", *CardNumber::parse(kCard));
  }
  std::vector<reg::StaffCardRecord> held() {
    return writer_->ask([](store::Register& file) { return file.shared_school(); })
        .value()
        ->staff_cards;
  }
  /// Of the page that asks whether it is given.
  std::string ticket_of(const std::string& page) {
    const std::string before = "name=\"ticket\" value=\"";
    const auto at = page.find(before);
    if (at == std::string::npos) return "";
    return page.substr(at + before.size(), page.find('"', at + before.size()) - at - before.size());
  }
};

TEST_F(ReleaseCards, page_offers_the_card_that_lies_there) {
  const auto page = get("/cards/staff");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("Write the card ...E5F6"));
  EXPECT_THAT(page.body, HasSubstr("The newest site key is number 1, check value A1B2C3."));
  EXPECT_THAT(page.body, HasSubstr("R Patel"));
  EXPECT_THAT(page.body, Not(HasSubstr("J Gone"))) << "works here no more";
  expect_golden("staff_cards.html", page.body);
}

TEST_F(ReleaseCards, are_written_and_then_given) {
  const auto written = post("/cards/staff/write", kGood);
  EXPECT_EQ(written.status, 200);
  EXPECT_THAT(written.body, HasSubstr("Give it to R Patel"));
  EXPECT_THAT(written.body, Not(HasSubstr("502913")));
  EXPECT_TRUE(held().empty()) << "written is not given";
  EXPECT_EQ(enroller_.enrolled_from, 0);
  const auto given = post("/cards/staff/give", "ticket=" + ticket_of(written.body));
  EXPECT_EQ(given.status, 303);
  ASSERT_EQ(held().size(), 1U);
  EXPECT_EQ(held()[0].staff, "p1");
  ASSERT_TRUE(held()[0].release);
  EXPECT_EQ(held()[0].release->version, 1);
  const auto page = get("/cards/staff");
  EXPECT_THAT(page.body, HasSubstr("The card ...E5F6 is R Patel&#39;s and releases at the door."));
  EXPECT_THAT(page.body, HasSubstr("releases, key 1"));
}

TEST_F(ReleaseCards, are_given_once_and_by_who_wrote_them) {
  const auto ticket = ticket_of(post("/cards/staff/write", kGood).body);
  gate_.become("S Other", "Office", {reg::Role::office});
  EXPECT_EQ(post("/cards/staff/give", "ticket=" + ticket).status, 422);
  EXPECT_TRUE(held().empty());
  gate_.become("R Patel", "Office", {reg::Role::office});
  EXPECT_EQ(post("/cards/staff/give", "ticket=" + ticket).status, 303);
  EXPECT_EQ(post("/cards/staff/give", "ticket=" + ticket).status, 422);
  EXPECT_EQ(held().size(), 1U);
}

TEST_F(ReleaseCards, wait_ten_minutes_to_be_given) {
  const auto ticket = ticket_of(post("/cards/staff/write", kGood).body);
  clock_.forward(minutes(10) + seconds(1));
  const auto late = post("/cards/staff/give", "ticket=" + ticket);
  EXPECT_EQ(late.status, 422);
  EXPECT_THAT(late.body, HasSubstr("write it again"));
  EXPECT_TRUE(held().empty());
}

TEST_F(ReleaseCards, are_written_anew_with_a_newer_key) {
  const auto first = ticket_of(post("/cards/staff/write", kGood).body);
  ASSERT_EQ(post("/cards/staff/give", "ticket=" + first).status, 303);
  enroller_.shown = ShownSiteKey{2, "D4E5F6"};
  EXPECT_THAT(get("/cards/staff").body, HasSubstr("releases, key 1: to be written anew"));
  const auto second = ticket_of(post("/cards/staff/write", kGood).body);
  EXPECT_EQ(enroller_.enrolled_from, 1);
  ASSERT_EQ(post("/cards/staff/give", "ticket=" + second).status, 303);
  ASSERT_EQ(held().size(), 1U);
  EXPECT_EQ(held()[0].release->version, 2);
}

TEST_F(ReleaseCards, are_written_one_at_a_time_and_nobody_waits_for_another) {
  net::Response second;
  int times = 0;
  enroller_.meanwhile = [&] {
    if (++times == 1) second = post("/cards/staff/write", kGood);
  };
  EXPECT_EQ(post("/cards/staff/write", kGood).status, 200);
  EXPECT_EQ(second.status, 422);
  EXPECT_THAT(second.body, HasSubstr("A card is being written: wait until it is done."));
  EXPECT_EQ(times, 1);
  EXPECT_EQ(post("/cards/staff/write", kGood).status, 200) << "it is done";
}

TEST_F(ReleaseCards, are_shown_also_where_nobody_tells_the_newest_key) {
  const auto ticket = ticket_of(post("/cards/staff/write", kGood).body);
  ASSERT_EQ(post("/cards/staff/give", "ticket=" + ticket).status, 303);
  enroller_.shown = fail(FaultCode::program_silent, "keys");
  const auto page = get("/cards/staff");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("does not answer"));
  EXPECT_THAT(page.body, HasSubstr("releases, key 1"));
  EXPECT_THAT(page.body, Not(HasSubstr("to be written anew")));
}

TEST_F(ReleaseCards, refuse_each_thing_that_is_wrong_in_one_sentence) {
  const auto refused = [&](const std::string& form, const char* words) {
    const auto page = post("/cards/staff/write", form);
    EXPECT_EQ(page.status, 422) << form;
    EXPECT_THAT(page.body, HasSubstr(words)) << form;
    EXPECT_THAT(page.body, Not(HasSubstr("value=\"5029")));
    EXPECT_TRUE(held().empty()) << form;
  };
  refused("staff=&pin=502913&again=502913&card=" + kCard, "Choose whose card it is.");
  refused("staff=p2&pin=502913&again=502913&card=" + kCard, "Choose whose card it is.");
  refused("staff=p1&pin=123456&again=123456&card=" + kCard, "6 to 12 digits");
  refused("staff=p1&pin=5029&again=5029&card=" + kCard, "6 to 12 digits");
  refused("staff=p1&pin=502913&again=502914&card=" + kCard, "The two are not the same");
  refused("staff=p1&pin=502913&again=502913&card=04A1B2C3D4E5F7", "does not lie on the reader");
  enroller_.refuses = FaultCode::card_left;
  refused(kGood, "left the reader too early");
}

TEST_F(ReleaseCards, that_are_lost_are_revoked_with_one_press) {
  const auto ticket = ticket_of(post("/cards/staff/write", kGood).body);
  ASSERT_EQ(post("/cards/staff/give", "ticket=" + ticket).status, 303);
  EXPECT_THAT(get("/cards/staff").body, HasSubstr("Lost: revoke"));
  EXPECT_EQ(post("/cards/staff/revoke", "card=" + kCard).status, 303);
  ASSERT_EQ(held().size(), 1U);
  EXPECT_TRUE(held()[0].revoked);
  const auto page = get("/cards/staff");
  EXPECT_THAT(page.body, HasSubstr("The card ...E5F6 opens nothing from now on."));
  EXPECT_THAT(page.body, HasSubstr("No member of staff has a card."));
  EXPECT_EQ(post("/cards/staff/revoke", "card=" + kCard).status, 303) << "a second press";
  EXPECT_EQ(held().size(), 1U);
}

TEST_F(ReleaseCards, say_once_what_is_wrong) {
  const auto page = post("/cards/staff/write", "staff=&pin=502913&again=502913&card=" + kCard).body;
  const auto first = page.find("There is a problem");
  ASSERT_NE(first, std::string::npos);
  EXPECT_EQ(page.find("There is a problem", first + 1), std::string::npos);
}

TEST_F(ReleaseCards, cannot_be_what_cannot_prove_itself) {
  desk_.seen("desk", *CardNumber::parse("11223344"));
  EXPECT_THAT(get("/cards/staff").body, HasSubstr("cannot prove itself"));
  ASSERT_EQ(post("/cards/give", "pupil=1&whose=own&card=" + kCard).status, 303);
  desk_.seen("desk", *CardNumber::parse(kCard));
  EXPECT_THAT(get("/cards/staff").body, HasSubstr("is a child&#39;s or a family&#39;s"));
  EXPECT_THAT(get("/cards/staff").body, Not(HasSubstr("Write the card")));
}

TEST_F(ReleaseCards, are_the_offices_and_the_heads_to_make) {
  gate_.become("J Okoro", "Class teacher", {reg::Role::teacher}, {"Owls"});
  EXPECT_EQ(get("/cards/staff").status, 404);
  EXPECT_EQ(post("/cards/staff/write", kGood).status, 404);
  EXPECT_EQ(post("/cards/staff/revoke", "card=" + kCard).status, 404);
  EXPECT_TRUE(held().empty());
}

}  // namespace
}  // namespace handbell::office
