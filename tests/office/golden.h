// Pages held as golden files: HANDBELL_WRITE=1 writes them anew, and git shows what changed.
#pragma once

#include "app/office/page/html.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace handbell::office {

inline void expect_golden(const std::string& name, const std::string& markup) {
  const std::string path = std::string(HANDBELL_GOLDEN) + "/" + name;
  if (std::getenv("HANDBELL_WRITE") != nullptr) {
    std::ofstream(path, std::ios::binary) << markup;
  }
  std::ifstream file(path, std::ios::binary);
  ASSERT_TRUE(file) << path << " is missing; HANDBELL_WRITE=1 writes it";
  const std::string golden{std::istreambuf_iterator<char>(file), {}};
  EXPECT_EQ(markup, golden);
}

inline void expect_golden(const std::string& name, const Html& page) {
  expect_golden(name, page.markup());
}

}  // namespace handbell::office
