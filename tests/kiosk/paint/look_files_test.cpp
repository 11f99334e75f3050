#include "app/kiosk/paint/look_files.h"

#include "../../store/temporary_folder.h"
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace handbell::kiosk {
namespace {

class LookFilesTest : public ::testing::Test {
 protected:
  void write(const std::string& name, const std::string& text) {
    const std::filesystem::path path = folder_.file(name);
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
  }
  [[nodiscard]] LookFiles read(const std::vector<std::string>& themes) const {
    return read_look(folder_.path(), themes);
  }

  store::TemporaryFolder folder_;
};

TEST_F(LookFilesTest, words_and_themes_are_read_by_their_names) {
  write("i18n/ur.po", "msgid \"Back\"\nmsgstr \"wapas\"\n");
  write("theme/large.toml", "[sizes]\nname = 18\n");
  const LookFiles look = read({"large"});
  EXPECT_TRUE(look.faults.empty());
  EXPECT_EQ(look.words.other("ur", "Back", {}), "wapas");
  EXPECT_EQ(look.theme.name, 18);
}

TEST_F(LookFilesTest, a_broken_language_is_one_sentence_and_the_others_are_there) {
  write("i18n/so.po", "msgid \"Back\"\nmsgstr dib\n");
  write("i18n/ur.po", "msgid \"Back\"\nmsgstr \"wapas\"\n");
  const LookFiles look = read({});
  ASSERT_EQ(look.faults.size(), 1U);
  EXPECT_EQ(look.faults[0], (Fault{FaultCode::words_garbled, "so.po, line 2"}));
  EXPECT_TRUE(look.words.knows("ur"));
  EXPECT_FALSE(look.words.knows("so"));
}

TEST_F(LookFilesTest, english_that_one_language_has_wrong_is_that_ones_fault_alone) {
  write("i18n/pl.po", "msgid \"Back\"\nmsgstr \"Wstecz\"\n");
  write("i18n/so.po", "msgid \"Bakc\"\nmsgstr \"Dib\"\n");
  write("i18n/ur.po", "msgid \"Back\"\nmsgstr \"wapas\"\n");
  const LookFiles look = read({});
  ASSERT_EQ(look.faults.size(), 1U);
  EXPECT_EQ(look.faults[0], (Fault{FaultCode::words_missing, "so.po (\"Back\")"}));
}

TEST_F(LookFilesTest, a_language_without_words_and_one_that_is_not_there_have_one_sentence_each) {
  write("i18n/so.po", "# nothing yet\n");
  write("i18n/ur.po", "msgid \"Back\"\nmsgstr \"wapas\"\n");
  LookFiles look = read({});
  tell_absent({"ur", "so", "ti"}, folder_.path(), look);
  ASSERT_EQ(look.faults.size(), 2U);
  EXPECT_EQ(look.faults[0], (Fault{FaultCode::words_garbled, "so.po, which says nothing"}));
  EXPECT_EQ(look.faults[1], (Fault{FaultCode::words_missing, "ti.po, which is not there"}));
}

TEST_F(LookFilesTest, no_language_at_all_is_one_fault) {
  LookFiles look = read({});
  tell_absent({"ur", "so", "pl"}, folder_.path(), look);
  ASSERT_EQ(look.faults.size(), 1U);
  EXPECT_EQ(look.faults[0], (Fault{FaultCode::asset_missing, folder_.path() + "/i18n"}));
}

TEST_F(LookFilesTest, a_broken_or_missing_theme_is_one_sentence_and_the_built_in_look) {
  write("theme/mine.toml", "[sizes]\nname = 1\n");
  const LookFiles look = read({"mine", "gone"});
  ASSERT_EQ(look.faults.size(), 2U);
  EXPECT_EQ(look.faults[0].where, "mine.toml, sizes.name (line 2)");
  EXPECT_EQ(look.faults[1].where, "gone.toml, which cannot be read");
  EXPECT_EQ(look.theme, Theme{});
}

TEST_F(LookFilesTest, a_school_may_keep_a_theme_of_its_own_anywhere) {
  write("own/blue.toml", "[sizes]\nname = 16\n");
  EXPECT_EQ(read({folder_.file("own/blue.toml")}).theme.name, 16);
}

TEST_F(LookFilesTest, in_dim_hours_the_dark_theme_lies_over_the_schools_own) {
  write("theme/large.toml", "[sizes]\nname = 18\n");
  const Theme usual = read({"large"}).theme;
  EXPECT_EQ(dimmed(folder_.path(), usual), usual) << "no such file: as it is";
  write("theme/dark.toml", "[colours]\npaper = [\"#000000\", \"#FFFFFF\"]\n");
  const Theme dim = dimmed(folder_.path(), usual);
  EXPECT_EQ(dim.paper.colour, (Rgb{0, 0, 0}));
  EXPECT_EQ(dim.name, 18);
}

}  // namespace
}  // namespace handbell::kiosk
