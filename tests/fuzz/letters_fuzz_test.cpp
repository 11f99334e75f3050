// A school's wording of a letter and its logo: whatever somebody pastes or sends, it is a letter or
// a picture, or a sentence.
#include "app/paper/letter_template.h"
#include "app/paper/picture.h"

#include "mutations.h"
#include <gtest/gtest.h>

namespace handbell::fuzz {
namespace {

TEST(FuzzLetters, a_wording_is_read_or_refused_in_words) {
  std::vector<std::string> seeds;
  for (const auto kind : paper::all_letter_kinds()) seeds.emplace_back(paper::own_wording(kind));
  Mutations wordings(seeds);
  for (int i = 0; i < rounds(); ++i) {
    const std::string text = wordings.next_text();
    const auto kind = paper::all_letter_kinds()[static_cast<std::size_t>(i) % seeds.size()];
    const auto wording = paper::LetterTemplate::parse(kind, text);
    if (wording) {
      EXPECT_FALSE(wording->filled({}).blocks.empty());
    } else {
      EXPECT_FALSE(sentence(wording.error()).empty());
    }
  }
}

TEST(FuzzLetters, a_logo_is_taken_and_can_be_drawn_or_is_refused_in_words) {
  const std::string svg =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><defs><clipPath id='a'><circle "
      "r='4'/></clipPath></defs><g clip-path='url(#a)'><path d='M0 0L9 9Z' style='fill:#123'/>"
      "<use href='#b'/></g><rect id='b' width='3' height='3'/></svg>";
  const auto png = paper::as_png(svg);
  ASSERT_TRUE(png);
  Mutations logos(std::vector<std::string>{svg, *png});
  constexpr int kCostlier = 20;  // each is drawn
  for (int i = 0; i < rounds() / kCostlier; ++i) {
    const std::string bytes = logos.next_text();
    const Status fits = paper::fits_logo(bytes);
    if (fits) {
      EXPECT_TRUE(paper::as_png(bytes)) << bytes;
    } else {
      EXPECT_FALSE(sentence(fits.error()).empty());
    }
  }
}

}  // namespace
}  // namespace handbell::fuzz
