// How the children came onto the roll: class, first day, attendance pattern, numbers.
//
// Most began in the nursery or in Reception; some came from another school in the middle of a year
// and brought its UPN, some have left, some begin after Easter. A nursery child may have no UPN or
// a temporary one.
#pragma once

#include "app/invent/families.h"
#include "app/register/school.h"

#include <vector>

namespace handbell::invent {

/// The roll by class and name, with ids from 1. The children are as many as the classes hold.
[[nodiscard]] std::vector<reg::PupilRecord> enrol(const std::vector<Child>& children,
                                                  const std::vector<ClassShape>& classes, int year,
                                                  Chance& chance);

}  // namespace handbell::invent
