#include "app/invent/school_shape.h"

#include "app/base/check.h"

#include <algorithm>
#include <numeric>

namespace handbell::invent {

namespace {

constexpr YearSizes kModel{12, 36, 87, 86, 59};

/// The kiosk has pictures of the first nine.
constexpr std::array kAnimals{
    "Ducklings", "Ladybirds",   "Bees",     "Frogs",   "Rabbits", "Hedgehogs", "Foxes",
    "Owls",      "Bears",       "Robins",   "Otters",  "Badgers", "Squirrels", "Kingfishers",
    "Dormice",   "Puffins",     "Seals",    "Swifts",  "Wrens",   "Dolphins",  "Voles",
    "Herons",    "Dragonflies", "Swallows", "Beavers", "Larks",   "Turtles"};
constexpr std::array kColours{"", "Red ", "Blue "};

std::string class_name(std::size_t number) {
  check(number < kAnimals.size() * kColours.size());
  return std::string(kColours.at(number / kAnimals.size())) + kAnimals.at(number % kAnimals.size());
}

int full_class(Stage stage) { return stage == Stage::nursery ? 2 * kNurseryPlaces : kInfantClass; }

}  // namespace

YearSizes year_sizes(int pupils) {
  YearSizes sizes{};
  std::array<int, kModel.size()> remainders{};
  for (std::size_t i = 0; i < kModel.size(); ++i) {
    sizes.at(i) = pupils * kModel.at(i) / kModelPupils;
    remainders.at(i) = pupils * kModel.at(i) % kModelPupils;
  }
  for (int left = pupils - std::accumulate(sizes.begin(), sizes.end(), 0); left > 0; --left) {
    const auto largest = static_cast<std::size_t>(
        std::max_element(remainders.begin(), remainders.end()) - remainders.begin());
    ++sizes.at(largest);
    remainders.at(largest) = -1;
  }
  return sizes;
}

Stage stage_of(reg::YearGroup group) {
  return reg::is_nursery(group) ? Stage::nursery
                                : static_cast<Stage>(static_cast<std::size_t>(group) - 1);
}

std::vector<ClassShape> class_shapes(const YearSizes& sizes) {
  std::vector<ClassShape> shapes;
  for (const Stage stage : kStages) {
    int children = 0;
    for (const reg::YearGroup group : reg::kYearGroups) {
      if (stage_of(group) == stage) children += sizes.at(static_cast<std::size_t>(group));
    }
    const int full = full_class(stage);
    const int classes = (children + full - 1) / full;
    for (int i = 0; i < classes; ++i) {
      const int size = children / classes + (i < children % classes ? 1 : 0);
      shapes.push_back({class_name(shapes.size()), stage, size});
    }
  }
  return shapes;
}

}  // namespace handbell::invent
