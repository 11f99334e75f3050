// A random register as plain rows, for figures that are counted twice.
#pragma once

#include "app/reports/pupil_figures.h"

#include <map>
#include <utility>
#include <vector>

namespace handbell::reports {

using MarkedSession = std::pair<PupilId, SessionId>;

struct RandomRegister {
  std::map<MarkedSession, reg::Standing> marks;
  std::vector<Proposal> pending;  ///< one for a session at most
};

inline constexpr int kRandomPupils = 6;

/// Pupils 1 to 6, marks of every code on any day of four school years. Inside rc::check alone.
[[nodiscard]] RandomRegister random_register();
/// Days within or around those years.
[[nodiscard]] DateRange random_range();

/// The lines that the register keeps of these marks, set in this order.
[[nodiscard]] std::vector<reg::YearLine> lines_of(
    const std::vector<std::pair<MarkedSession, reg::Standing>>& marks);
[[nodiscard]] PupilFigures figures_of(const RandomRegister& rows);

}  // namespace handbell::reports
