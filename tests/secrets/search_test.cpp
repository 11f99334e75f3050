// The search of what the suite printed finds what it is for, and nothing else.
#include "../store/temporary_folder.h"
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <fstream>

namespace handbell::secrets {
namespace {

class SearchOfLogs : public ::testing::Test {
 protected:
  int searched(const std::string& text) {
    const std::string log = folder_.path() + "/log";
    std::ofstream(log) << "[ RUN      ] A.test\n" << text << "\n[       OK ] A.test\n";
    const int status =
        std::system((HANDBELL_SOURCE "/tests/secrets/search " + log + " 2>/dev/null").c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  store::TemporaryFolder folder_;
};

/// Put together here, so that this file is no log with secrets itself.
const std::string kUid = std::string("04A1B2C3") + "D4E5F6";

TEST_F(SearchOfLogs, finds_a_whole_number_of_a_card) {
  EXPECT_EQ(searched("handbell-kiosk: card " + kUid + " was refused"), 1);
  EXPECT_EQ(searched("card " + kUid + "112233 was refused"), 1);
  EXPECT_EQ(searched(std::string("the card 1122") + "3344."), 1);
  EXPECT_EQ(searched(std::string("wedge:10D:") + "0012345678"), 1);
}

TEST_F(SearchOfLogs, finds_a_pin_and_a_key) {
  EXPECT_EQ(searched(std::string("tried 5029") + "13"), 1);
  EXPECT_EQ(searched(std::string("site key ") + "00112233445566778899AABBCCDDEEFF"), 1);
}

TEST_F(SearchOfLogs, takes_the_last_digits_and_other_numbers_for_what_they_are) {
  EXPECT_EQ(searched("card ...E5F6 was refused at 08:41, entry 1123, 0xDEADBEEF"), 0);
}

TEST_F(SearchOfLogs, finds_what_a_readers_child_tells_where_it_came_into_a_log) {
  EXPECT_EQ(searched("seen " + kUid + " 12345"), 1);
}

TEST_F(SearchOfLogs, without_a_log_says_so) {
  const int status = std::system(HANDBELL_SOURCE "/tests/secrets/search /nowhere 2>/dev/null");
  EXPECT_EQ(WEXITSTATUS(status), 2);
}

}  // namespace
}  // namespace handbell::secrets
