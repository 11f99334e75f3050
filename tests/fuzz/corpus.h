// The inputs from which a parser's mutations begin, kept in tests/fuzz/corpus/NAME: whole lines of
// text, or bytes in hexadecimal. What once broke a parser is added there.
#pragma once

#include "app/base/hex.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace handbell::fuzz {

inline std::vector<std::string> corpus_lines(const std::string& name) {
  std::vector<std::string> lines;
  for (const auto& entry :
       std::filesystem::directory_iterator(HANDBELL_SOURCE "/tests/fuzz/corpus/" + name)) {
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);) lines.push_back(line);
  }
  EXPECT_FALSE(lines.empty()) << name;
  return lines;
}

inline std::vector<Bytes> corpus_bytes(const std::string& name) {
  std::vector<Bytes> all;
  for (const auto& line : corpus_lines(name)) {
    const auto bytes = from_hex(line);
    EXPECT_TRUE(bytes) << name;
    all.push_back(bytes.value_or(Bytes{}));
  }
  return all;
}

}  // namespace handbell::fuzz
