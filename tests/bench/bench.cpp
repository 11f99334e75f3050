// handbell-bench [--counts]: every figure against its bar, also as results.json beside bin/. Ends
// with 1 if one that decides does not hold. --counts: those alone that are the same in each run.
#include "figures.h"

#include <iostream>

int main(int argc, char** argv) {
  using namespace handbell::bench;
  const bool only_counts = argc == 2 && std::string(argv[1]) == "--counts";
  if (argc > 1 && !only_counts) {
    std::cerr << "handbell-bench [--counts]\n";
    return 2;
  }
  auto figures = count_figures();
  for (auto& figure : mark_figures()) figures.push_back(std::move(figure));
  if (only_counts) return print(figures) ? 0 : 1;
  for (const auto measure : {idle_figures, page_figures, tap_figures}) {
    const auto more = measure();
    figures.insert(figures.end(), more.begin(), more.end());
  }
  write_json(figures, HANDBELL_RESULTS);
  return print(figures) ? 0 : 1;
}
