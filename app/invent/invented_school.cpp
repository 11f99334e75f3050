#include "app/invent/invented_school.h"

#include "app/base/check.h"
#include "app/invent/enrolment.h"
#include "app/invent/invented_cards.h"
#include "app/invent/school_year.h"

#include <string>

namespace handbell::invent {

namespace {

constexpr const char* kName = "Bellfounders Infant and Nursery School";

reg::Calendar two_years(const SchoolYear& first, const SchoolYear& second) {
  auto periods = first.periods;
  periods.insert(periods.end(), second.periods.begin(), second.periods.end());
  const auto calendar = reg::Calendar::from_periods(periods);
  check(calendar.has_value());
  return *calendar;
}

}  // namespace

Result<reg::School> invent_school(const Plan& plan) {
  if (plan.pupils < 1) return fail(FaultCode::bad_number, std::to_string(plan.pupils));
  if (plan.pupils > static_cast<int>(reg::kMostPupils)) {
    return fail(FaultCode::too_many, std::to_string(plan.pupils) + " pupils, 2,000 at most");
  }
  if (plan.year < 2000 || plan.year > 2090) {
    return fail(FaultCode::bad_number, std::to_string(plan.year));
  }
  Chance chance(plan.seed);
  const YearSizes sizes = year_sizes(plan.pupils);
  const auto classes = class_shapes(sizes);
  check(classes.size() <= reg::kMostClasses);
  const SchoolYear year = school_year(plan.year);
  reg::School school;
  school.name = kName;
  school.pupils = enrol(invent_children(sizes, plan.year, chance), classes, plan.year, chance);
  school.cards = invent_cards(school.pupils, year.starts[0], chance);
  school.calendar = two_years(year, school_year(plan.year + 1));
  school.times = reg::policy_times(year.periods.front().from);
  for (const ClassShape& shape : classes) {
    const std::string picture = reg::picture_for(shape.name);
    if (!picture.empty()) school.pictures.emplace(shape.name, picture);
  }
  return school;
}

}  // namespace handbell::invent
