// Plays a late morning: moves the rehearsal's clock, holds cards to the emulated reader, watches
// the register until each tap has arrived there.
#pragma once

#include "app/rehearsal/expected_morning.h"
#include "app/store/register_file.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace handbell::rehearsal {

struct MorningPlan {
  std::string site;
  std::string reader;  ///< the control socket of handbell-pn532
  SchoolDay day;
  std::vector<invent::Tap> taps;
};

class MorningPlayer {
 public:
  /// `told`: after each tap, how many are done.
  MorningPlayer(MorningPlan plan, std::function<void(std::size_t)> told);

  /// Faults: program_failed where a tap has not reached the register within 10 s; those of reading
  /// the register.
  [[nodiscard]] Status play(store::RegisterFile& pages, const Expected& expected);

 private:
  [[nodiscard]] Status set_clock(TimeOfDay at) const;
  [[nodiscard]] Status say(const std::string& line) const;
  [[nodiscard]] Status tap(std::size_t number, store::RegisterFile& pages,
                           const Expected& expected);
  [[nodiscard]] Status arrived(const invent::Tap& tap, std::size_t events,
                               store::RegisterFile& pages) const;

  MorningPlan plan_;
  std::function<void(std::size_t)> told_;
};

}  // namespace handbell::rehearsal
