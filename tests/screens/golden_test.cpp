// A few screens as pictures, at half size. A reference that is missing fails; HANDBELL_WRITE=1
// writes new ones, which are then looked at by a person.
#include "contact_sheet.h"
#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

namespace handbell::kiosk {
namespace {

namespace fs = std::filesystem;

/// How many pixels differ by more than 8 in a channel.
std::size_t differing(const Image& a, const Image& b, Image& difference) {
  std::size_t count = 0;
  for (std::size_t i = 0; i + 3 < a.pixels.size(); i += 4) {
    bool differs = false;
    for (std::size_t c = 0; c < 3; ++c) {
      differs = differs || std::abs(a.pixels[i + c] - b.pixels[i + c]) > 8;
    }
    if (differs) ++count;
    difference.pixels[i + 2] = differs ? 255 : 0;
  }
  return count;
}

/// `golden`: the file with the reference.
void compare(Image actual, const std::string& golden) {
  const std::string name = fs::path(golden).stem().string();
  const std::string base = std::string(HANDBELL_ACTUAL) + "/" + name;
  ASSERT_TRUE(write_png(actual, base + ".png"));
  if (std::getenv("HANDBELL_WRITE") != nullptr) {
    fs::create_directories(fs::path(golden).parent_path());
    ASSERT_TRUE(write_png(actual, golden));
  }
  const auto expected = read_png(golden);
  ASSERT_TRUE(expected) << golden << " is missing; see " << base << ".png";
  ASSERT_EQ(actual.pixels.size(), expected->pixels.size()) << name;
  Image difference = actual;
  const std::size_t differs = differing(actual, *expected, difference);
  if (differs * 1000 > actual.pixels.size() / 4) {
    (void)write_png(difference, base + ".difference.png");
    ADD_FAILURE() << name << ": " << differs << " pixels differ; see " << base << ".*";
  }
}

struct Chosen {
  const char* screen;
  std::size_t display;  ///< in displays()
  const char* language = "";
  const char* theme = "plain";
  Hand hand = Hand::right;
};

constexpr std::size_t kTen = 0;
constexpr std::size_t kFifteen = 1;
constexpr std::size_t kPortrait = 2;

const std::vector<Chosen>& chosen() {
  static const std::vector<Chosen> kAll{
      {"idle", kTen},
      {"idle", kPortrait, "so"},
      {"idle_reader_gone", kFifteen, "pl"},
      {"on_time_family", kTen, "bn"},
      {"late", kTen, "ur"},
      {"late", kPortrait, "pa"},
      {"late", kFifteen, "", "contrast"},
      {"late_siblings", kTen, "ur"},
      {"after_close", kTen},
      {"see_office", kTen},
      {"one_card", kFifteen},
      {"someone_comes", kTen, "ro"},
      {"evacuate", kPortrait, "ar"},
      {"pick_class", kTen, "", "plain", Hand::left},
      {"pick_class_20", kTen},
      {"pick_class_20", kPortrait, "ur", "large"},
      {"pick_class_newcomer", kTen},
      {"pick_month", kTen, "bn"},
      {"pick_child", kTen},
      {"siblings_ticked", kTen, "pl"},
      {"pick_reason", kPortrait, "so"},
      {"pick_language", kTen},
      {"out_who", kTen, "ar"},
      {"out_back", kFifteen, "ur", "large"},
      {"staff_pin", kTen},
      {"staff_menu", kTen},
      {"staff_pin_release", kTen},
      {"staff_release", kPortrait},
      {"staff_check", kTen},
      {"staff_give", kTen},
      {"may_go", kFifteen, "ur"},
  };
  return kAll;
}

Screen screen_called(const std::string& wanted) {
  for (auto& [name, screen] : every_screen()) {
    if (name == wanted) return screen;
  }
  ADD_FAILURE() << "no screen is called " << wanted;
  return {};
}

std::string file_of(const Chosen& which) {
  std::string name = std::string(displays()[which.display].name) + "_" + which.screen;
  if (*which.language != '\0') name += std::string("_") + which.language;
  if (which.theme != std::string("plain")) name += std::string("_") + which.theme;
  if (which.hand == Hand::left) name += "_left";
  return std::string(HANDBELL_GOLDEN) + "/" + name + ".png";
}

TEST(Golden, the_chosen_screens_look_as_they_did) {
  Painter painter = test_painter();
  const Words words = test_words();
  for (const Chosen& which : chosen()) {
    const TestDisplay& display = displays()[which.display];
    const Screen screen = in_language(screen_called(which.screen), which.language);
    const Scene scene =
        view(screen, words, test_place(display.mm, which.theme, which.hand), painter);
    compare(painted(painter, scene, display.width / 2, display.height / 2), file_of(which));
  }
}

TEST(Golden, every_reference_is_looked_at) {
  std::set<std::string> wanted;
  for (const Chosen& which : chosen()) wanted.insert(file_of(which));
  for (const auto& file : fs::directory_iterator(HANDBELL_GOLDEN)) {
    EXPECT_TRUE(wanted.contains(file.path().string())) << file.path();
  }
}

TEST(Golden, the_page_of_the_readme_shows_the_screens_as_they_are) {
  Painter painter = test_painter();
  NamedScreens screens;
  for (const char* name :
       {"idle", "late", "after_close", "pick_class", "pick_month", "pick_child", "siblings_ticked",
        "on_time_family", "pick_reason", "out_who", "someone_comes", "see_office"}) {
    screens.emplace_back(name, screen_called(name));
  }
  for (const std::size_t urdu : {1U, 9U}) screens[urdu].second.language = "ur";
  screens[6].second.language = "pl";
  screens[4].second.language = "bn";
  SheetOf of;
  of.display = displays()[kTen];
  of.columns = 3;
  of.tile = 400;
  compare(contact_sheet(painter, test_words(), of, screens),
          HANDBELL_SOURCE "/assets/docs/pictures/kiosk.png");
}

}  // namespace
}  // namespace handbell::kiosk
