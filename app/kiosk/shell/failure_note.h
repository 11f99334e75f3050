// What a kiosk that ended over its disk leaves to the one that is started after it: how long
// "Please go to the office" is still to be read.
//
// It lies in the machine's memory, never on the disk that failed, and is gone with the next start
// of the machine. Where it cannot be left, the screen comes to rest earlier and nothing else
// happens.
#pragma once

#include "app/base/clock.h"

#include <cstdint>
#include <optional>
#include <string>

namespace handbell::kiosk {

class FailureNote {
 public:
  /// `folder`: the kiosk's. `boot`: of this start of the machine.
  FailureNote(const std::string& folder, std::uint64_t boot);

  void leave(Steady until) const;
  /// Takes it away. None where there is none, or where it is over.
  [[nodiscard]] std::optional<Steady> take(Steady now) const;

 private:
  std::string path_;
  std::uint64_t boot_;
};

}  // namespace handbell::kiosk
