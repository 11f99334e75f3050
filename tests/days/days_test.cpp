// Every .day file of this folder, on the register in memory and on SQLite's file; and days that
// must fail.
#include "app/store/memory_register.h"
#include "app/store/power_cut_vfs.h"
#include "app/store/register_file.h"

#include "counted_random.h"
#include "day_player.h"
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

namespace handbell::days {
namespace {

const std::string kFolder = std::string(HANDBELL_SOURCE) + "/tests/days/";

std::vector<std::string> day_names() {
  std::vector<std::string> names;
  for (const auto& file : std::filesystem::directory_iterator(kFolder)) {
    if (file.path().extension() == ".day") names.push_back(file.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

Reading<DayFile> day_named(const std::string& name) {
  std::ifstream in(kFolder + name + ".day", std::ios::binary);
  return read_day(name + ".day", {std::istreambuf_iterator<char>(in), {}});
}

class Days : public testing::TestWithParam<std::string> {
 protected:
  /// Says what failed; a day with known failures alone counts as skipped.
  void play_on(store::Register& store) {
    const auto file = day_named(GetParam());
    ASSERT_TRUE(file) << file.error();
    const Played played = play(*file, store);
    for (const auto& failure : played.failures) ADD_FAILURE() << failure;
    const auto whole = store.verify();
    ASSERT_TRUE(whole) << sentence(whole.error());
    std::string known;
    for (const auto& one : played.known) known += "\n" + one;
    if (!known.empty()) GTEST_SKIP() << played.known.size() << " known failures:" << known;
  }

  CountedRandom random_;
};

TEST_P(Days, comes_out_as_written_in_memory) {
  store::MemoryRegister store(random_);
  play_on(store);
}

TEST_P(Days, comes_out_as_written_in_the_file) {
  store::PowerCutVfs disk("days");
  const auto store = store::RegisterFile::open("register.db", random_, {disk.vfs_name()});
  ASSERT_TRUE(store) << sentence(store.error());
  play_on(**store);
}

INSTANTIATE_TEST_SUITE_P(Each, Days, testing::ValuesIn(day_names()),
                         [](const auto& day) { return day.param; });

Played played(const std::string& lines) {
  const auto file = read_day("wrong.day",
                             "A wrong day\nMonday 12 January 2026. Shows D01.\n"
                             "Owls, Reception: Amira Khan, Ben Ross\n" +
                                 lines);
  if (!file) return {{file.error()}, {}};
  CountedRandom random;
  store::MemoryRegister store(random);
  return play(*file, store);
}

using Lines = std::vector<std::string>;

TEST(WrongDay, a_right_one_has_nothing_to_say) {
  EXPECT_EQ(played("09:00 tap Amira Khan -> U 25 minutes\n").failures, Lines{});
}

TEST(WrongDay, an_expectation_that_fails_names_the_line_and_both_sides_D01) {
  EXPECT_EQ(
      played("08:59 tap Ben Ross -> L 24 minutes\n09:00 tap Amira Khan -> L 25 minutes\n").failures,
      Lines{"wrong.day:5: tap Amira Khan: expected \"L 25 minutes\", found "
            "\"U 25 minutes\""});
}

TEST(WrongDay, every_kind_of_question_can_fail) {
  for (const std::string question :
       {"screen: on time", "register: Amira /", "register: Amira blank", "nothing is written",
        "the office is told: Amira", "the office is told at once: Amira", "roll call -> in: Ben",
        "call list -> nobody", "left behind -> Ben", "where is Amira -> on site",
        "history of Amira -> U by Mrs Brook, Office manager", "the afternoon of Ben -> N",
        "due back -> Ben", "missing from class -> Ben", "put out by the close -> Ben"}) {
    EXPECT_EQ(played("09:00 tap Amira Khan\n" + question + "\n").failures.size(), 1U) << question;
  }
}

TEST(WrongDay, a_line_that_does_not_read_names_file_and_line) {
  for (const std::string line : {"08:40 tap Zoe Marsh", "08:40 sings a song",
                                 "08:40 tap Amira at "
                                 "the back door",
                                 "08:40 office enters Q9 for Ben: why", "25:00 tap Amira Khan",
                                 "08:40 teacher of Cats marks all present"}) {
    const auto failures = played("08:30 tap Ben Ross\n" + line + "\n").failures;
    ASSERT_EQ(failures.size(), 1U) << line;
    EXPECT_TRUE(failures[0].starts_with("wrong.day:5: ")) << failures[0];
  }
  EXPECT_EQ(played("08:40 tap Ben Ross\n08:39 tap Ben Ross\n").failures,
            Lines{"wrong.day:5: earlier than the line before"});
  EXPECT_EQ(played("Owls, Year 1: Amira Khan\n08:40 tap Ben Ross\n").failures,
            Lines{"wrong.day:4: Amira Khan stands twice"});
  EXPECT_FALSE(read_day("x.day", "Title\nTuesday 12 January 2026. Shows D01.\n08:40 tap A\n"))
      << "it was a Monday";
}

TEST(WrongDay, what_is_refused_fails_where_nobody_expected_it) {
  const std::string leave = "08:40 office enters C1 for Ben Ross: acting in a film";
  EXPECT_EQ(played(leave + "\n").failures.size(), 1U);
  EXPECT_EQ(played(leave + " -> refused...\n").failures, Lines{});
}

TEST(WrongDay, a_known_failure_is_counted_by_itself_and_must_fail) {
  const auto known = played("known: not built yet\n09:00 tap Amira Khan -> L 25 minutes\n");
  EXPECT_EQ(known.failures, Lines{});
  EXPECT_EQ(known.known.size(), 1U);
  const auto mended = played("known: not built yet\n09:00 tap Amira Khan -> U 25 minutes\n");
  EXPECT_EQ(mended.failures.size(), 1U) << "a known line that holds has to go";
}

TEST(DayFiles, are_at_least_25_and_show_the_decisions_of_the_door_the_register_and_presence) {
  std::set<std::string> shown;
  for (const auto& name : day_names()) {
    const auto file = day_named(name);
    ASSERT_TRUE(file) << file.error();
    shown.insert(file->decisions.begin(), file->decisions.end());
  }
  EXPECT_GE(day_names().size(), 25U);
  for (const std::string decision :
       {"D01", "D02", "D03", "D04", "D05", "D06", "D07", "D08", "D09", "D10",
        "D11", "D12", "D13", "D14", "D15", "D16", "D17", "D18", "D19", "D20",
        "D21", "D22", "D23", "D26", "D28", "D29", "D45", "D47", "D48", "D53"}) {
    EXPECT_TRUE(shown.contains(decision)) << decision << " is in no day";
  }
}

}  // namespace
}  // namespace handbell::days
