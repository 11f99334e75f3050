// `handbell reader` with the real child and the emulated chip.
#include "app/admin/command_line.h"
#include "app/office/desk_readers.h"
#include "app/store/site_clock.h"

#include "../store/temporary_folder.h"
#include "emulated_reader.h"
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <mutex>
#include <thread>

namespace handbell::admin {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using testing_support::until;

const std::string kAmira = "04A1B2C3D4E580";

class ReaderCommand : public ::testing::Test {
 protected:
  ReaderCommand() { EXPECT_EQ(run({"init", site_, "--rehearsal"}).status, 0); }
  Answer run(std::vector<std::string> words) {
    return run_in_shell(words, site_, {}, [this](const std::string& line) {
      const std::scoped_lock hold(mutex_);
      said_ += line + "\n";
    });
  }
  /// The program itself: it finds handbell-reader beside it.
  std::string shell(const std::string& words) {
    const std::string out = folder_.path() + "/out";
    status_ = std::system(
        (HANDBELL_BIN "/handbell --site " + site_ + " " + words + " > " + out + " 2>&1").c_str());
    std::ifstream file(out);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  std::string out_so_far() {
    std::ifstream file(folder_.path() + "/watched");
    return {std::istreambuf_iterator<char>(file), {}};
  }

  store::TemporaryFolder folder_;
  std::string site_ = folder_.path() + "/site";
  testing_support::EmulatedReader chip_{folder_.path()};
  std::mutex mutex_;
  std::string said_;
  int status_ = 0;
};

TEST_F(ReaderCommand, list_says_how_each_configured_reader_is) {
  const auto answer = run({"reader", "list", "--format", "json"});
  EXPECT_EQ(answer.status, 0) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("["));
}

TEST_F(ReaderCommand, test_finds_a_reader_that_answers) {
  EXPECT_THAT(shell("reader test " + chip_.connection()), HasSubstr("reader: working."));
  EXPECT_EQ(status_, 0);
}

TEST_F(ReaderCommand, test_says_what_to_mend) {
  chip_.say("unplug");
  const auto said = shell("reader test --for 2 " + chip_.connection());
  EXPECT_NE(status_, 0);
  EXPECT_THAT(said, HasSubstr("reader: not plugged in. Plug the reader in"));
  EXPECT_THAT(said, HasSubstr("do what stands above"));
}

TEST_F(ReaderCommand, test_without_any_reader_says_where_they_are_named) {
  const auto answer = run({"reader", "test"});
  EXPECT_EQ(answer.status, 1);
  EXPECT_THAT(answer.err, HasSubstr("kiosk.readers"));
}

TEST_F(ReaderCommand, watch_shows_taps_and_never_a_whole_number) {
  const std::string out = folder_.path() + "/watched";
  testing_support::RunningProgram watch({HANDBELL_BIN "/handbell", "--site", site_, "reader",
                                         "watch", "--for", "60", chip_.connection()},
                                        out);
  ASSERT_TRUE(until([&] { return out_so_far().find("working") != std::string::npos; }));
  chip_.say("on " + kAmira);
  ASSERT_TRUE(until([&] { return out_so_far().find("card ...E580, after") != std::string::npos; }));
  chip_.say("off all");
  ASSERT_TRUE(until([&] { return out_so_far().find("was taken away") != std::string::npos; }));
  chip_.say("on 08112233");
  EXPECT_TRUE(until([&] { return out_so_far().find("Use another card") != std::string::npos; }));
  chip_.say("off all");
  EXPECT_THAT(out_so_far(), Not(HasSubstr(kAmira)));
  watch.end(SIGTERM);
}

TEST_F(ReaderCommand, desk_hands_cards_on_to_the_office_once_it_runs) {
  const std::string out = folder_.path() + "/watched";
  testing_support::RunningProgram sender(
      {HANDBELL_BIN "/handbell", "--site", site_, "reader", "desk", chip_.connection()}, out);
  ASSERT_TRUE(until([&] { return out_so_far().find("does not run") != std::string::npos; }));
  office::CardDesk desk(store::steady_now, [] {});
  const auto office =
      office::DeskReaders::open("", {}, site_ + "/office/desk.sock", desk, store::steady_now);
  ASSERT_TRUE(office) << sentence(office.error());
  ASSERT_TRUE(until([&] { return !desk.view().readers.empty(); }));
  ASSERT_TRUE(until([&] { return desk.view().readers[0].state == ReaderState::ready; }));
  chip_.say("on " + kAmira);
  EXPECT_TRUE(until([&] {
    const auto view = desk.view();
    return view.card && view.card->text() == kAmira;
  }));
  EXPECT_THAT(out_so_far(), HasSubstr("The office hears this reader."));
  EXPECT_THAT(out_so_far(), Not(HasSubstr(kAmira)));
  sender.end(SIGTERM);
}

}  // namespace
}  // namespace handbell::admin
