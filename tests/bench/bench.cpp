// handbell-bench [--counts|--memory]: every figure against its bar, also as results.json beside
// bin/. Ends with 1 if one that decides does not hold. --counts: those alone that are the same in
// each run. --memory: the kiosk's memory over a day and over many scenes.
#include "figures.h"

#include <iostream>

int main(int argc, char** argv) {
  using namespace handbell::bench;
  const std::string only = argc == 2 ? argv[1] : "";
  if (argc > 2 || (!only.empty() && only != "--counts" && only != "--memory")) {
    std::cerr << "handbell-bench [--counts|--memory]\n";
    return 2;
  }
  if (only == "--memory") return print(memory_figures()) ? 0 : 1;
  auto figures = count_figures();
  for (auto& figure : mark_figures()) figures.push_back(std::move(figure));
  if (!only.empty()) return print(figures) ? 0 : 1;
  for (const auto measure :
       {idle_figures, page_figures, tap_figures, scene_figures, memory_figures}) {
    const auto more = measure();
    figures.insert(figures.end(), more.begin(), more.end());
  }
  write_json(figures, HANDBELL_RESULTS);
  return print(figures) ? 0 : 1;
}
