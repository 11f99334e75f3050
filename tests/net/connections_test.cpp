#include "app/net/connections.h"

#include <gtest/gtest.h>

namespace handbell::net {
namespace {

class Places : public testing::Test {
 protected:
  Connections::Place come(const std::string& from) {
    return places_.take(from, [this, from] { left_.push_back(from); });
  }
  Connections places_{6, 3};
  std::vector<std::string> left_;
};

TEST_F(Places, of_one_address_that_are_all_taken_cost_it_the_one_that_waits_longest) {
  for (int i = 0; i < 3; ++i) EXPECT_NE(come("10.0.0.1"), 0U);
  EXPECT_NE(come("10.0.0.2"), 0U);
  EXPECT_TRUE(left_.empty());
  EXPECT_NE(come("10.0.0.1"), 0U);
  EXPECT_EQ(left_, std::vector<std::string>{"10.0.0.1"});
  EXPECT_EQ(places_.count(), 4U);
}

TEST_F(Places, where_nobody_waits_the_new_one_is_turned_away) {
  for (int i = 0; i < 3; ++i) places_.set_waiting(come("10.0.0.1"), false);
  EXPECT_EQ(come("10.0.0.1"), 0U);
  EXPECT_NE(come("10.0.0.2"), 0U) << "others have theirs";
  EXPECT_TRUE(left_.empty());
}

TEST_F(Places, that_are_all_taken_cost_the_address_that_has_most) {
  const auto busy = come("10.0.0.9");
  places_.set_waiting(busy, false);
  for (const char* from : {"10.0.0.1", "10.0.0.1", "10.0.0.1", "10.0.0.2", "10.0.0.3"}) {
    ASSERT_NE(come(from), 0U);
  }
  EXPECT_NE(come("10.0.0.4"), 0U);
  EXPECT_EQ(left_, std::vector<std::string>{"10.0.0.1"});
  EXPECT_EQ(places_.count(), 6U);
}

TEST_F(Places, of_this_machines_own_sockets_count_in_the_total_alone) {
  for (int i = 0; i < 6; ++i) EXPECT_NE(come(""), 0U);
  EXPECT_TRUE(left_.empty());
  EXPECT_NE(come("10.0.0.1"), 0U);
  EXPECT_EQ(left_, std::vector<std::string>{""});
}

TEST_F(Places, are_given_back_once_and_remembered_for_nobody) {
  const auto place = come("10.0.0.1");
  places_.give_back(place);
  places_.give_back(place);
  places_.give_back(0);
  EXPECT_EQ(places_.count(), 0U);
  for (int i = 0; i < 10'000; ++i) places_.give_back(come("10.0." + std::to_string(i)));
  EXPECT_EQ(places_.count(), 0U);
}

TEST(Household, is_the_network_of_a_house_where_each_host_has_many_addresses) {
  EXPECT_EQ(household("192.168.1.20"), "192.168.1.20");
  EXPECT_EQ(household("2001:db8:1:2:3:4:5:6"), household("2001:db8:1:2::9"));
  EXPECT_NE(household("2001:db8:1:2::9"), household("2001:db8:1:3::9"));
  EXPECT_EQ(household(""), "");
}

}  // namespace
}  // namespace handbell::net
