// A reader that is not there, and folders that are another program's.
#include "running_school.h"

namespace handbell::chain {
namespace {

TEST(ReaderAbsent, the_kiosk_runs_says_so_and_takes_it_when_it_appears) {
  RunningSchool school;
  school.learn_school();
  school.start_kiosk("pn532_uart:" + school.folder() + "/reader");
  ASSERT_TRUE(until([&] { return school.shows("The card reader is not working."); }))
      << school.lately();
  // Cards are taken all the same: by the other way in.
  (void)school.card(kReceptionCard);
  ASSERT_TRUE(until([&] { return school.shows("Immy A"); })) << school.lately();
  EmulatedReader chip(school.folder());
  ASSERT_TRUE(until([&] {
    chip.say(std::string("on ") + kNurseryCard);
    return school.shows("Fatima A");
  })) << school.lately();
  // Who is late is asked why; nobody answers here.
  ASSERT_TRUE(until([&] {
    (void)told(school.control(), "press skip");
    return school.shows("Tap your card");
  })) << school.lately();
  EXPECT_EQ(school.end_kiosk(), 0);
}

TEST(FolderOwned, a_second_program_is_refused_with_one_sentence) {
  RunningSchool school;
  school.start_office();
  school.start_kiosk();
  const std::string said = school.file("second");
  for (const std::string program : {"handbell-kiosk --display memory", "handbell-office"}) {
    std::remove(said.c_str());
    const int status = std::system(
        (HANDBELL_BIN "/" + program + " --site " + school.site() + " >" + said + " 2>&1").c_str());
    EXPECT_EQ(WEXITSTATUS(status), 1);
    const std::string sentence = text_of(said);
    EXPECT_NE(sentence.find("in use by handbell-"), std::string::npos) << sentence;
    EXPECT_EQ(std::count(sentence.begin(), sentence.end(), '\n'), 1) << sentence;
  }
  EXPECT_EQ(school.end_kiosk(), 0);
  EXPECT_EQ(school.end_office(), 0);
}

}  // namespace
}  // namespace handbell::chain
