#include "app/register/presence_event.h"

#include "presence_day.h"
#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

PresenceFact sent(std::uint64_t seq, const char* class_name, const char* time) {
  return {{"office", seq}, *ClassSeen::from({class_name, at(time), {kAmira}, {kBen}, 1, office()})};
}

TEST(RegistersSent, a_class_counts_from_the_moment_at_which_its_register_was_sent_D23) {
  const std::vector<PresenceFact> told{sent(1, "Owls", "08:40"), sent(2, "Foxes", "09:05")};
  using Classes = std::set<std::string>;
  EXPECT_EQ(registers_sent(told, at("00:00"), at("08:39")), Classes{});
  EXPECT_EQ(registers_sent(told, at("00:00"), at("08:40")), Classes{"Owls"});
  EXPECT_EQ(registers_sent(told, at("00:00"), at("09:10")), (Classes{"Foxes", "Owls"}));
  EXPECT_EQ(registers_sent(told, at("09:00"), at("09:10")), Classes{"Foxes"});
}

TEST(RegistersSent, one_that_was_taken_back_counts_no_longer_until_it_is_sent_again) {
  std::vector<PresenceFact> told{sent(1, "Owls", "08:40")};
  told.push_back({{"office", 2}, TakenBack{{"office", 1}, at("08:45"), "wrong class", office()}});
  using Classes = std::set<std::string>;
  EXPECT_EQ(registers_sent(told, at("00:00"), at("08:44")), Classes{"Owls"});
  EXPECT_EQ(registers_sent(told, at("00:00"), at("08:50")), Classes{});
  told.push_back(sent(3, "Owls", "08:48"));
  EXPECT_EQ(registers_sent(told, at("00:00"), at("08:50")), Classes{"Owls"});
}

}  // namespace
}  // namespace handbell::reg
