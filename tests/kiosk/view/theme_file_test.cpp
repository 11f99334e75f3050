#include "app/kiosk/view/theme_file.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace handbell::kiosk {
namespace {

std::string asset(const std::string& name) {
  std::ifstream file(std::string(HANDBELL_SOURCE) + "/assets/theme/" + name + ".toml");
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string refusal(const std::string& text) {
  const auto theme = parse_theme(text, Theme{});
  return theme ? "taken" : theme.error().where;
}

TEST(ThemeFile, the_file_plain_says_what_is_built_in) {
  const auto plain = parse_theme(asset("plain"), Theme{});
  ASSERT_TRUE(plain) << sentence(plain.error());
  EXPECT_EQ(*plain, Theme{});
}

TEST(ThemeFile, large_and_contrast_are_laid_one_over_the_other) {
  const auto large = parse_theme(asset("large"), Theme{});
  ASSERT_TRUE(large);
  const auto both = parse_theme(asset("contrast"), *large);
  ASSERT_TRUE(both);
  EXPECT_GT(both->name, Theme{}.name);
  EXPECT_GE(contrast(both->paper.colour, both->paper.ink), 20);
}

TEST(ThemeFile, a_school_may_change_one_colour_one_size_or_one_picture) {
  const auto theme = parse_theme(
      "[colours]\npaper = [\"#ffffff\", \"#000000\"]\n[sizes]\nname = 16\n"
      "[pictures]\ncard_animal = \"hedgehog\"\n",
      Theme{});
  ASSERT_TRUE(theme);
  EXPECT_EQ(theme->paper.colour, (Rgb{255, 255, 255}));
  EXPECT_EQ(theme->name, 16);
  EXPECT_EQ(theme->picture("card_animal"), "hedgehog");
  EXPECT_EQ(theme->picture("office"), "office");
}

TEST(ThemeFile, ink_that_cannot_be_read_is_refused) {
  EXPECT_EQ(refusal("[colours]\nin = [\"#0B532E\", \"#60A080\"]"),
            "in: the contrast is 3.0, not 7");
  EXPECT_EQ(refusal("[colours]\nquiet = \"#707070\""), "quiet: too near to calm");
}

TEST(ThemeFile, what_is_wrong_is_named_with_its_line) {
  EXPECT_EQ(refusal("[sizes]\nsmall = 3"), "sizes.small (line 2)");
  EXPECT_EQ(refusal("[sizes]\nhuge = 9"), "sizes.huge (line 2)");
  EXPECT_EQ(refusal("[colours]\npaper = [\"white\", \"#000000\"]"), "colours.paper (line 2)");
  EXPECT_EQ(refusal("[colours]\npaper = \"#000000\""), "colours.paper (line 2)");
  EXPECT_EQ(refusal("[pictures]\noffice = 1"), "pictures.office (line 2)");
  EXPECT_EQ(refusal("[sounds]\nloud = true"), "sounds.loud (line 2)");
  EXPECT_EQ(refusal("paper"), "line 1");
}

TEST(ThemeFile, a_file_cut_anywhere_is_taken_or_refused) {
  const std::string whole = asset("plain");
  for (std::size_t i = 0; i < whole.size(); ++i) (void)parse_theme(whole.substr(0, i), Theme{});
}

}  // namespace
}  // namespace handbell::kiosk
