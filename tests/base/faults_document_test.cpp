// assets/docs/faults.md lists every fault with its sentence. HANDBELL_WRITE=1 writes it anew.
#include "app/base/fault.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace handbell {
namespace {

constexpr const char* kPath = HANDBELL_SOURCE "/assets/docs/faults.md";

std::string document() {
  std::string text =
      "# Faults\n\nWhat Handbell says when something is not as it should be. \"…\" stands for the "
      "place or the\nvalue that it is about.\n\n| fault | sentence |\n|---|---|\n";
  for (const FaultCode code : all_fault_codes()) {
    text += "| " + name_of(code) + " | " + sentence({code, "…"}) + " |\n";
  }
  return text;
}

TEST(FaultsDocument, lists_every_fault_with_its_sentence) {
  if (std::getenv("HANDBELL_WRITE") != nullptr) std::ofstream(kPath) << document();
  std::ifstream file(kPath);
  const std::string held((std::istreambuf_iterator<char>(file)), {});
  EXPECT_EQ(held, document()) << "run base_tests with HANDBELL_WRITE=1";
}

}  // namespace
}  // namespace handbell
