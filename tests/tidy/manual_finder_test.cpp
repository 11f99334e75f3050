// The finder of the man pages' test finds: small wrong pages beside a small program.
#include "manual.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace handbell::tidy {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* kHelp = R"(a bell
Usage: handbell-bell [OPTIONS] where

Positionals:
  where TEXT:{door,hall} REQUIRED
                              --not-an-option

Options:
  -h,--help                   Print this help message and exit
  --times INT                 how often

Subcommands:
  ring                        now
)";

constexpr const char* kPage = R"(.Dt HANDBELL-BELL 1
.Sh DESCRIPTION
.It Fl -times Ar number
.It Fl h , Fl -help
.It Ar where
.Cm door
or
.Cm hall .
.Ss ring
.Sh EXAMPLES
handbell-bell door --times 3
)";

Programs one_bell() {
  Programs programs;
  programs["handbell-bell"] = {{"", read_help(kHelp).words}, {"ring", {}}};
  programs["handbell"] = {{"", {}}, {"kiosks add", {}}};
  return programs;
}

/// The page with `what` in place of `wanted`.
std::vector<std::string> found_with(const std::string& wanted, const std::string& what) {
  std::string text = kPage;
  const auto at = text.find(wanted);
  EXPECT_NE(at, std::string::npos) << wanted;
  text.replace(at, wanted.size(), what);
  return differences("handbell-bell", read_page("handbell-bell", text), one_bell());
}

TEST(ManualFinder, help_is_read_by_its_parts) {
  const Help help = read_help(kHelp);
  EXPECT_THAT(help.words.options, ElementsAre("--help", "--times", "-h"));
  EXPECT_THAT(help.words.arguments, ElementsAre("where"));
  EXPECT_THAT(help.words.choices, ElementsAre("door", "hall"));
  EXPECT_THAT(help.commands, ElementsAre("ring"));
}

TEST(ManualFinder, a_right_page_has_no_difference) {
  EXPECT_THAT(found_with(".Dt", ".Dt"), IsEmpty());
}

TEST(ManualFinder, an_option_that_a_page_lacks_is_found) {
  EXPECT_THAT(found_with(".It Fl -times Ar number\n", ""),
              ElementsAre("handbell-bell: --times is not in the page"));
}

TEST(ManualFinder, an_option_that_the_program_lacks_is_found_as_an_item_and_in_an_example) {
  EXPECT_THAT(found_with(".It Ar where", ".It Fl -loud\n.It Ar where"),
              ElementsAre("handbell-bell: --loud is in the page alone",
                          "handbell-bell: --loud is used, and handbell-bell has no such"));
  EXPECT_THAT(found_with("door --times 3", "door \\e\n    --time 3"),
              ElementsAre("handbell-bell: --time is used, and handbell-bell has no such"));
  EXPECT_THAT(found_with("handbell-bell door", "handbell"),
              ElementsAre("handbell-bell: --times is used, and handbell has no such"));
}

TEST(ManualFinder, commands_and_words_that_differ_are_found) {
  EXPECT_THAT(found_with(".Ss ring", ".Ss rang"),
              ElementsAre("handbell-bell ring: has no heading",
                          "handbell-bell rang: is no command of the program"));
  EXPECT_THAT(found_with(".It Ar where", ".It Ar place"),
              ElementsAre("handbell-bell: where is not in the page"));
  EXPECT_THAT(found_with(".Cm hall", ".Cm room"),
              ElementsAre("handbell-bell: hall is not in the page"));
  EXPECT_THAT(found_with("handbell-bell door", "handbell kiosks add\nhandbell kiosk\nfor"),
              ElementsAre("handbell-bell: handbell has no command kiosk"));
}

}  // namespace
}  // namespace handbell::tidy
