// A few screens as pictures. A reference that is missing fails; HANDBELL_WRITE=1 writes new ones,
// which are then looked at by a person.
#include "screen_kit.h"
#include <gtest/gtest.h>

#include <cstdlib>

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

void compare(Painter& painter, const Scene& scene, const TestDisplay& display,
             const std::string& name) {
  Image actual = painted(painter, scene, display.width, display.height);
  const std::string golden = std::string(HANDBELL_GOLDEN) + "/" + name + ".png";
  const std::string base = std::string(HANDBELL_ACTUAL) + "/" + name;
  ASSERT_TRUE(write_png(actual, base + ".png"));
  if (std::getenv("HANDBELL_WRITE") != nullptr) {
    fs::create_directories(HANDBELL_GOLDEN);
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

TEST(Golden, the_chosen_screens_look_as_they_did) {
  Painter painter = test_painter();
  const Words words = test_words();
  const std::vector<std::string> chosen{"idle", "late_urdu", "after_close", "see_office",
                                        "one_card"};
  for (const auto& [name, screen] : every_screen()) {
    const bool wanted = std::find(chosen.begin(), chosen.end(), name) != chosen.end();
    for (const auto& display : displays()) {
      const bool shown = display.name != std::string("15inch");
      const std::string file = std::string(display.name) + "_" + name;
      if (wanted && shown) compare(painter, view(screen, words, display.mm), display, file);
    }
  }
}

TEST(Golden, every_screen_is_painted_for_a_person_to_look_at) {
  Painter painter = test_painter();
  const Words words = test_words();
  for (const auto& display : displays()) {
    for (const auto& [name, screen] : every_screen()) {
      Image image =
          painted(painter, view(screen, words, display.mm), display.width, display.height);
      const std::string folder = std::string(HANDBELL_ACTUAL) + "/all";
      fs::create_directories(folder);
      ASSERT_TRUE(write_png(image, folder + "/" + display.name + "_" + name + ".png"));
    }
  }
}

}  // namespace
}  // namespace handbell::kiosk
