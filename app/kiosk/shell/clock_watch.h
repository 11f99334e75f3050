// What is known of the wall clock, gathered for D17: may it decide L and U?
#pragma once

#include "app/kiosk/flow/flow.h"

#include <functional>
#include <mutex>

namespace handbell::kiosk {

class ClockWatch {
 public:
  /// In a rehearsal the site's clock file is the time service.
  explicit ClockWatch(bool rehearsal);

  /// What the journal holds already.
  void take(const std::vector<PastEvent>& events);
  void wrote(const reg::DoorEvent& event);
  void heard_office(Millis ahead);
  /// Asks the machine whether its time service holds the clock.
  void ask_machine();
  [[nodiscard]] reg::ClockEvidence evidence() const;

 private:
  mutable std::mutex mutex_;
  bool rehearsal_;
  reg::ClockEvidence evidence_;
};

/// A number of this start of the machine, the same in every program of it.
[[nodiscard]] std::uint64_t boot_of_machine();

}  // namespace handbell::kiosk
