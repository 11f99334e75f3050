#include "worked_examples.h"

#include "app/base/check.h"

#include <fstream>

namespace handbell::reg {

namespace {

nlohmann::json whole_file() {
  std::ifstream file(HANDBELL_TEST_DATA "/worked_examples.json");
  check(file.good());
  return nlohmann::json::parse(file);
}

}  // namespace

std::vector<nlohmann::json> worked_examples(const std::string& category) {
  std::vector<nlohmann::json> found;
  const auto file = whole_file();
  for (const auto& example : file.at("examples")) {
    if (example.at("category") == category) found.push_back(example);
  }
  return found;
}

TimeOfDay example_time(const std::string& text) {
  const auto time = TimeOfDay::parse(text);
  check(time.has_value());
  return *time;
}

Window example_window(const std::string& year_group, const std::string& session) {
  const auto file = whole_file();
  const auto& times =
      file.at("arrival_config").at(session).at(year_group == "Nursery" ? "N" : "R12");
  return {example_time(times.at("arrive_by")), example_time(times.at("taken_by")),
          example_time(times.at("close"))};
}

}  // namespace handbell::reg
