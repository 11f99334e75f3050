// How many children a year group has, and how many classes they make.
//
// The model school has 280 children and nine classes: it has grown from two classes a year to
// three, and Year 2 is not there yet. A Reception, Year 1 or Year 2 class has 30 children at most,
// as the law has it; a nursery class 26 in a morning and 26 in an afternoon.
#pragma once

#include "app/register/year_group.h"

#include <array>
#include <string>
#include <vector>

namespace handbell::invent {

inline constexpr int kInfantClass = 30;    ///< children in a class, at most
inline constexpr int kNurseryPlaces = 26;  ///< children in a nursery session, at most
inline constexpr int kModelPupils = 280;

using YearSizes = std::array<int, reg::kYearGroups.size()>;  ///< in the order of kYearGroups

/// Adds up to `pupils`.
[[nodiscard]] YearSizes year_sizes(int pupils);

/// Nursery (both its year groups together), Reception, Year 1, Year 2.
enum class Stage : std::uint8_t { nursery, reception, year_1, year_2 };
inline constexpr std::array kStages{Stage::nursery, Stage::reception, Stage::year_1, Stage::year_2};
[[nodiscard]] Stage stage_of(reg::YearGroup group);

struct ClassShape {
  std::string name;  ///< animals; no two alike
  Stage stage = Stage::nursery;
  int size = 0;
};

/// The classes, youngest first; their sizes differ by one at most within a stage.
[[nodiscard]] std::vector<ClassShape> class_shapes(const YearSizes& sizes);

}  // namespace handbell::invent
