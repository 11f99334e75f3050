// What a school writes of its door in lists: cards of families, hidden sibling links, own reasons.
#include "app/exchange/card_file.h"
#include "app/exchange/pupil_file.h"
#include "app/exchange/reason_file.h"

#include "small_school.h"
#include <gtest/gtest.h>

namespace handbell::exchange {
namespace {

reg::School with_a_family() {
  reg::School made;
  auto rows = three_pupils();
  rows[0].family = rows[1].family = "household-1";
  rows[1].hide_siblings = true;
  made.pupils = reg::merge_pupils(made, rows)->rows;
  return made;
}

TEST(CardFile, gives_a_card_to_the_family_of_the_pupil_who_is_named) {
  const auto held = with_a_family();
  const auto parsed = parse_cards("cards.csv",
                                  "AdmissionNumber,CardId,FamilyCard\n"
                                  "1001,04A1B2C3D4E580,Y\n"
                                  "1002,04A1B2C3D4E581,\n"
                                  "1003,04A1B2C3D4E582,Y\n",
                                  held, on("2026-01-12"));
  ASSERT_TRUE(parsed) << sentence(parsed.error());
  ASSERT_EQ(parsed->rows.size(), 2U);
  EXPECT_EQ(parsed->rows[0].family, "household-1");
  EXPECT_EQ(parsed->rows[0].pupil, PupilId());
  EXPECT_EQ(parsed->rows[1].family, "");
  EXPECT_EQ(parsed->rows[1].pupil, PupilId(2));
  ASSERT_EQ(parsed->refused.size(), 1U);
  EXPECT_EQ(parsed->refused[0].column, "FamilyCard") << "Cara has no family";
  const auto again =
      parse_cards("again.csv", write_cards(parsed->rows, held), held, on("2026-02-01"));
  EXPECT_EQ(again->rows, parsed->rows);
}

TEST(PupilFile, hides_a_childs_sibling_links_where_the_list_says_so) {
  const auto held = with_a_family();
  const auto read = parse_pupils("roll.csv", write_pupils(held.pupils));
  ASSERT_TRUE(read) << sentence(read.error());
  ASSERT_EQ(read->rows.size(), 3U);
  EXPECT_FALSE(read->rows[0].hide_siblings);
  EXPECT_TRUE(read->rows[1].hide_siblings);
}

TEST(PupilFile, of_a_system_that_knows_nothing_of_the_door_makes_no_hidden_child_findable_D53) {
  auto held = with_a_family();
  held.pupils[1].never_show = held.pupils[1].see_office = true;
  held.pupils[1].language = "pl";
  const std::string rows = "1002,Ross,Benjamin,2020-03-04,R,Owls,2025-09-01";
  const std::string header = "AdmissionNumber,Surname,Forename,DOB,Year,Class,StartDate";
  const auto roll = parse_pupils("roll.csv", header + "\n" + rows + "\n", held);
  ASSERT_TRUE(roll) << sentence(roll.error());
  auto wanted = held.pupils[1];
  wanted.id = PupilId();
  wanted.forename = *NamePart::parse("Benjamin");
  EXPECT_EQ(roll->rows, std::vector{wanted});
  const auto said = parse_pupils(
      "roll.csv", header + ",Family,NeverShow,SeeOffice,HideSiblings\n" + rows + ",,N,,\n", held);
  ASSERT_EQ(said->rows.size(), 1U);
  EXPECT_FALSE(said->rows[0].never_show) << "an empty cell of a column that is there says no";
  EXPECT_FALSE(said->rows[0].hide_siblings);
  EXPECT_EQ(said->rows[0].family, "");
}

TEST(ReasonFile, takes_the_lists_in_their_order_and_refuses_what_no_kiosk_can_show) {
  const auto parsed = parse_reasons("reasons.csv",
                                    "List,Key,Words,Picture\n"
                                    "late,lost_shoe,Lost a shoe,dots\n"
                                    "Late,snow,Snow,\n"
                                    "out,Dentist!,Dentist,\n"
                                    "never,a,A,\n"
                                    "undo,typing,\"A reason of more than 24 letters\",\n");
  ASSERT_TRUE(parsed) << sentence(parsed.error());
  EXPECT_EQ(parsed->rows, (std::vector<reg::ListedReason>{
                              {reg::ReasonList::late, {"lost_shoe", "Lost a shoe", "dots"}},
                              {reg::ReasonList::late, {"snow", "Snow", ""}}}));
  ASSERT_EQ(parsed->refused.size(), 3U);
  EXPECT_EQ(parsed->refused[0].line, 4);
  EXPECT_EQ(parsed->refused[1].column, "List");
}

}  // namespace
}  // namespace handbell::exchange
