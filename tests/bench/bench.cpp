// handbell-bench: every figure against its bar. Ends with 1 if one that decides does not hold.
#include "figures.h"

#include <string>

int main(int argc, char** argv) {
  using namespace handbell::bench;
  auto figures = count_figures();
  const bool only_counts = argc > 1 && std::string(argv[1]) == "--counts";
  if (!only_counts) {
    for (const auto& more : {idle_figures(), page_figures(), tap_figures()}) {
      figures.insert(figures.end(), more.begin(), more.end());
    }
  }
  return print(figures) ? 0 : 1;
}
