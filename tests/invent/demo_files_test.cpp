// The committed files of assets/demo, and the real programs that make and take them.
#include "app/invent/invented_school.h"
#include "app/invent/late_morning.h"

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace handbell::invent {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct Answer {
  int status = -1;
  std::string out;
};

class DemoFiles : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "handbell-invent-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override { fs::remove_all(folder_); }

  static Answer run(const std::string& line) {
    FILE* pipe = ::popen((std::string(HANDBELL_BIN) + "/" + line + " 2>&1").c_str(), "r");
    Answer answer;
    std::array<char, 4096> part{};
    while (const auto got = std::fread(part.data(), 1, part.size(), pipe)) {
      answer.out.append(part.data(), got);
    }
    answer.status = WEXITSTATUS(::pclose(pipe));
    return answer;
  }
  [[nodiscard]] std::string path(const std::string& name) const {
    return (folder_ / name).string();
  }
  static fs::path demo(const std::string& name) {
    return fs::path(HANDBELL_SOURCE) / "assets/demo" / name;
  }
  fs::path folder_;
};

TEST_F(DemoFiles, are_made_again_byte_by_byte) {
  const Answer made = run("handbell-invent " + path("school"));
  ASSERT_EQ(made.status, 0) << made.out;
  for (const char* name : {"pupils.csv", "cards.csv", "calendar.csv"}) {
    ASSERT_FALSE(bytes_of(demo(name)).empty()) << name;
    EXPECT_TRUE(bytes_of(demo(name)) == bytes_of(folder_ / "school" / name))
        << name << " is not what handbell-invent makes: see assets/demo/README.md";
  }
}

TEST_F(DemoFiles, are_taken_whole_by_handbell_and_a_second_time_change_nothing) {
  ASSERT_EQ(run("handbell init " + path("site") + " --rehearsal").status, 0);
  const std::string ask = "handbell --site " + path("site") + " ";
  for (const std::string what : {"pupils", "cards", "calendar"}) {
    const std::string text = bytes_of(demo(what + ".csv"));
    const auto rows = std::count(text.begin(), text.end(), '\n') - 1;
    const Answer taken = run(ask + "import " + what + " " + demo(what + ".csv").string());
    EXPECT_EQ(taken.status, 0) << taken.out;
    EXPECT_NE(taken.out.find("Taken: " + std::to_string(rows) +
                             " added, 0 changed, 0 as they were, 0 not taken."),
              std::string::npos)
        << taken.out;
    const Answer again = run(ask + "import " + what + " " + demo(what + ".csv").string());
    EXPECT_NE(again.out.find("Taken: 0 added, 0 changed, " + std::to_string(rows)),
              std::string::npos)
        << again.out;
  }
}

TEST_F(DemoFiles, are_never_written_over_unless_asked_to) {
  ASSERT_EQ(run("handbell-invent --pupils 30 " + path("school")).status, 0);
  const std::string before = bytes_of(folder_ / "school/pupils.csv");
  const Answer refused = run("handbell-invent --seed 2 --pupils 30 " + path("school"));
  EXPECT_EQ(refused.status, 1);
  EXPECT_NE(refused.out.find("exists already"), std::string::npos) << refused.out;
  EXPECT_EQ(bytes_of(folder_ / "school/pupils.csv"), before);
  EXPECT_EQ(run("handbell-invent --seed 2 --pupils 30 --replace " + path("school")).status, 0);
  EXPECT_NE(bytes_of(folder_ / "school/pupils.csv"), before);
}

TEST_F(DemoFiles, come_with_two_years_of_marks_that_handbell_takes_whole) {
  ASSERT_EQ(run("handbell init " + path("site") + " --rehearsal").status, 0);
  ASSERT_EQ(run("handbell-invent --pupils 40 --history 2025-10-10 " + path("school")).status, 0);
  const std::string ask = "handbell --site " + path("site") + " ";
  for (const std::string what : {"pupils", "calendar"}) {
    ASSERT_EQ(run(ask + "import " + what + " " + path("school/" + what + ".csv")).status, 0);
  }
  const std::string text = bytes_of(folder_ / "school/marks.csv");
  const auto rows = std::count(text.begin(), text.end(), '\n') - 1;
  EXPECT_GT(rows, 5000);
  const Answer taken =
      run(ask + "import marks " + path("school/marks.csv") + " --by \"A Noor, Headteacher\"");
  EXPECT_EQ(taken.status, 0) << taken.out;
  EXPECT_NE(taken.out.find(std::to_string(rows)), std::string::npos) << taken.out;
  EXPECT_NE(run(ask + "report suggestions --on 2025-10-10 --format csv").out.find("stage-4"),
            std::string::npos);
}

TEST_F(DemoFiles, come_with_a_morning_of_taps_for_scripts) {
  const Answer printed = run("handbell-invent --taps 2026-01-12");
  EXPECT_EQ(printed.status, 0);
  std::string expected = "at,card_uid,pupil\n";
  const SchoolDay day = *SchoolDay::parse("2026-01-12");
  for (const Tap& tap : late_morning(*invent_school({}), kDemoSeed, day)) {
    expected += tap.at.hh_mm_ss() + "," + tap.card_uid + "," + tap.pupil + "\n";
  }
  EXPECT_EQ(printed.out, expected);
}

TEST_F(DemoFiles, are_asked_for_in_the_right_way_or_refused_with_a_sentence) {
  EXPECT_EQ(run("handbell-invent").status, 2);
  EXPECT_EQ(run("handbell-invent --pupils many " + path("a")).status, 2);
  EXPECT_EQ(run("handbell-invent --pupils 2001 " + path("a")).status, 1);
  EXPECT_EQ(run("handbell-invent --taps 2026-02-30").status, 1);
  EXPECT_EQ(run("handbell-invent --history 2026-02-30 " + path("a")).status, 1);
  EXPECT_EQ(run("handbell-invent --history 2026-01-12").status, 2);
  EXPECT_FALSE(fs::exists(folder_ / "a"));
}

}  // namespace
}  // namespace handbell::invent
