// handbell-reader-bench --faults|--growth|--taps SEED|--replug|--reader [--short]: what readers
// bear, with figures. Ends with 1 if one that decides does not hold.
#include "reader_bench.h"

#include <cstdlib>
#include <iostream>

namespace {

using namespace handbell::bench;

std::vector<Figure> measured(const std::string& what, Length length, std::uint64_t seed) {
  if (what == "--faults") return fault_figures(length);
  if (what == "--growth") return growth_figures(length);
  if (what == "--taps") return tapped_figures(length, seed);
  if (what == "--replug") return replug_figures(length);
  if (what == "--reader") return reader_figures(length);
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  Length length = Length::whole;
  std::uint64_t seed = 1;
  std::string what;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--short") {
      length = Length::brief;
    } else if (word.starts_with("--")) {
      what = word;
    } else {
      seed = std::strtoull(word.c_str(), nullptr, 10);
    }
  }
  const auto figures = measured(what, length, seed);
  if (figures.empty()) {
    std::cerr
        << "handbell-reader-bench --faults|--growth|--taps SEED|--replug|--reader [--short]\n";
    return 2;
  }
  return print(figures) ? 0 : 1;
}
