#include "app/register/letter_change.h"

#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

LetterChange change(const char* kind, const char* is) {
  return {kind, "", is, "Our own words", *Author::parse("A Noor, Headteacher")};
}

TEST(LetterChange, the_newest_wording_of_a_kind_counts_and_empty_is_handbells_own) {
  std::vector<LetterChangeGiven> all{{1, {}, change("meeting", "one")},
                                     {2, {}, change("contract", "other")},
                                     {3, {}, change("meeting", "two")}};
  EXPECT_EQ(wording_of(all, "meeting"), "two");
  EXPECT_EQ(wording_of(all, "contract"), "other");
  EXPECT_EQ(wording_of(all, "lateness"), "");
  all.push_back({4, {}, change("meeting", "")});
  EXPECT_EQ(wording_of(all, "meeting"), "");
}

TEST(LetterChange, says_why_and_is_no_longer_than_an_entry_holds) {
  EXPECT_TRUE(complete(change("meeting", "one")));
  auto unsaid = change("meeting", "one");
  unsaid.reason.clear();
  EXPECT_EQ(complete(unsaid).error().code, FaultCode::entry_incomplete);
  auto nameless = change("", "one");
  EXPECT_EQ(complete(nameless).error().code, FaultCode::entry_incomplete);
  const auto longest = change("meeting", std::string(kLongestLetter, 'x').c_str());
  EXPECT_TRUE(complete(longest));
  const auto longer = change("meeting", std::string(kLongestLetter + 1, 'x').c_str());
  EXPECT_EQ(complete(longer).error().code, FaultCode::entry_too_long);
}

}  // namespace
}  // namespace handbell::reg
