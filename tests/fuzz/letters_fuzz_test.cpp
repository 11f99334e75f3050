// A school's wording of a letter: whatever somebody pastes, it is a letter or a sentence.
#include "app/paper/letter_template.h"

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

}  // namespace
}  // namespace handbell::fuzz
