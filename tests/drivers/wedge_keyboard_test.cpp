// Keys through a pipe of the kernel's events, and through the real libevdev.
#include "app/store/site_clock.h"
#include "drivers/card/wedge_loop.h"

#include "../store/temporary_folder.h"
#include "fake_keyboard.h"
#include "running_program.h"
#include "wedge_test_keys.h"
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <thread>

namespace handbell::card {
namespace {

using testing_support::FakeKeyboard;
using testing_support::until;

std::vector<input_event> events_of(std::string_view text) {
  std::vector<input_event> events;
  const auto add = [&](unsigned type, unsigned code, int value) {
    input_event event{};
    event.type = static_cast<std::uint16_t>(type);
    event.code = static_cast<std::uint16_t>(code);
    event.value = value;
    events.push_back(event);
  };
  for (const char c : text) {
    if (c == '!') {
      add(EV_SYN, SYN_DROPPED, 0);
    } else {
      add(EV_KEY, key_of(c), 1);
      add(EV_SYN, SYN_REPORT, 0);
      add(EV_KEY, key_of(c), 0);
    }
    add(EV_SYN, SYN_REPORT, 0);
  }
  return events;
}

/// A loop on a thread of its own, and what it told.
class RunningLoop {
 public:
  explicit RunningLoop(WedgeOpener opener)
      : thread_([this, opener = std::move(opener)] {
          WedgeLoop(parse_wedge_name("wedge:" + path_ + "#10D").value(), opener,
                    {store::steady_now,
                     [](Millis length) {
                       std::this_thread::sleep_for(std::chrono::milliseconds(length.count));
                     },
                     [this](const ReaderLine& line) {
                       const std::scoped_lock hold(mutex_);
                       if (!std::holds_alternative<Beat>(line)) told_ += line_of(line) + "\n";
                       return !ending_;
                     }})
              .run();
        }) {}
  RunningLoop()
      : RunningLoop(
            [](const std::string& path) { return open_keyboard(path, store::steady_now); }) {}
  RunningLoop(const RunningLoop&) = delete;
  RunningLoop& operator=(const RunningLoop&) = delete;
  ~RunningLoop() {
    {
      const std::scoped_lock hold(mutex_);
      ending_ = true;
    }
    thread_.join();
  }

  int times(const std::string& text) {
    const std::scoped_lock hold(mutex_);
    int count = 0;
    for (auto at = told_.find(text); at != std::string::npos; at = told_.find(text, at + 1)) {
      ++count;
    }
    return count;
  }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  store::TemporaryFolder folder_;
  std::string path_ = folder_.file("keyboard");
  std::mutex mutex_;
  std::string told_;
  bool ending_ = false;
  std::thread thread_;
};

const std::string kSeen = "seen wedge:10D:0012345678 ";
const std::string kGone = "gone wedge:10D:0012345678 ";

class WedgeKeyboard : public ::testing::Test {
 protected:
  void TearDown() override {
    FakeKeyboard::let_grabs_fail(false);
    FakeKeyboard::have_no_keys(false);
  }
};

TEST(WedgePipe, a_number_from_a_pipe_of_the_kernels_events_is_a_tap) {
  std::array<int, 2> ends{};
  ASSERT_EQ(::pipe(ends.data()), 0);
  bool given = false;
  RunningLoop loop([&](const std::string&) -> WedgeOpened {
    if (std::exchange(given, true)) return tl::unexpected(ReaderNews{ReaderState::missing});
    return keys_from(ends[0], store::steady_now);
  });
  const auto events = events_of("0012345678\n");
  const auto size = events.size() * sizeof(input_event);
  const auto* bytes = reinterpret_cast<const char*>(events.data());
  // In pieces that end within an event.
  ASSERT_EQ(::write(ends[1], bytes, 100), 100);
  ASSERT_EQ(::write(ends[1], bytes + 100, size - 100), static_cast<ssize_t>(size - 100));
  EXPECT_TRUE(until([&] { return loop.times(kSeen) == 1; }));
  EXPECT_TRUE(until([&] { return loop.times(kGone) == 1; }));
  ::close(ends[1]);
  EXPECT_TRUE(until([&] { return loop.times("state missing") == 1; }));
}

TEST_F(WedgeKeyboard, a_number_through_libevdev_is_one_seen_and_one_gone) {
  RunningLoop loop;
  const FakeKeyboard keyboard(loop.path());
  ASSERT_TRUE(until([&] { return loop.times("state ready") == 1; }));
  for (int i = 1; i <= 3; ++i) {
    ASSERT_TRUE(keyboard.send(events_of("0012345678\n")));
    ASSERT_TRUE(until([&] { return loop.times(kSeen) == i; }));
    ASSERT_TRUE(until([&] { return loop.times(kGone) == i; }));
  }
}

TEST_F(WedgeKeyboard, it_is_grabbed_when_it_is_opened_and_again_when_it_was_replugged) {
  const int before = FakeKeyboard::grabs();
  RunningLoop loop;
  FakeKeyboard keyboard(loop.path());
  ASSERT_TRUE(until([&] { return loop.times("state ready") == 1; }));
  EXPECT_EQ(FakeKeyboard::grabs(), before + 1);
  keyboard.unplug();
  ASSERT_TRUE(until([&] { return loop.times("state missing") >= 1; }));
  keyboard.plug_in();
  ASSERT_TRUE(until([&] { return loop.times("state ready") == 2; }));
  EXPECT_EQ(FakeKeyboard::grabs(), before + 2);
  ASSERT_TRUE(keyboard.send(events_of("0012345678\n")));
  EXPECT_TRUE(until([&] { return loop.times(kSeen) == 1; }));
}

TEST_F(WedgeKeyboard, a_grab_that_fails_is_another_programs_reader_and_nothing_is_read) {
  FakeKeyboard::let_grabs_fail(true);
  RunningLoop loop;
  const FakeKeyboard keyboard(loop.path());
  ASSERT_TRUE(until([&] { return loop.times("state busy other_program") == 1; }));
  EXPECT_EQ(loop.times("state ready"), 0);
  FakeKeyboard::let_grabs_fail(false);
  EXPECT_TRUE(until([&] { return loop.times("state ready") == 1; }));
}

TEST_F(WedgeKeyboard, what_has_no_digits_is_no_reader) {
  FakeKeyboard::have_no_keys(true);
  RunningLoop loop;
  const FakeKeyboard keyboard(loop.path());
  EXPECT_TRUE(until([&] { return loop.times("state faulty silent") == 1; }));
  EXPECT_EQ(loop.times("state ready"), 0);
}

TEST_F(WedgeKeyboard, a_queue_that_ran_over_drops_its_number_and_not_the_next) {
  RunningLoop loop;
  const FakeKeyboard keyboard(loop.path());
  ASSERT_TRUE(until([&] { return loop.times("state ready") == 1; }));
  ASSERT_TRUE(keyboard.send(events_of("00123!45678\n")));
  std::this_thread::sleep_for(std::chrono::milliseconds(600));
  EXPECT_EQ(loop.times("seen "), 0);
  ASSERT_TRUE(keyboard.send(events_of("0012345678\n")));
  EXPECT_TRUE(until([&] { return loop.times(kSeen) == 1; }));
}

TEST(WedgeProgram, a_path_that_is_not_there_is_missing_and_one_that_is_no_keyboard_is_faulty) {
  const store::TemporaryFolder folder;
  const auto says = [&](const std::string& connection, const std::string& line) {
    const std::string said = folder.file("said");
    std::filesystem::remove(said);
    const testing_support::RunningProgram reader({HANDBELL_BIN "/handbell-reader", connection},
                                                 said, testing_support::Prints::pipe);
    return until([&] {
      std::ifstream file(said);
      for (std::string each; std::getline(file, each);) {
        if (each == line) return true;
      }
      return false;
    });
  };
  EXPECT_TRUE(says("wedge:" + folder.file("nothing"), "state missing"));
  EXPECT_TRUE(says("wedge:/dev/null#8H", "state faulty silent"));
}

TEST(WedgeProgram, a_format_that_is_none_ends_it_with_words) {
  testing_support::RunningProgram reader({HANDBELL_BIN "/handbell-reader", "wedge:/dev/null#9D"},
                                         "/dev/null");
  EXPECT_EQ(reader.wait(), 2);
}

}  // namespace
}  // namespace handbell::card
