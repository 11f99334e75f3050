// What a kiosk that ended over its disk leaves to the one that is started after it: how long
// "Please go to the office" is still to be read, and which hand-overs are still to be taken back
// because it was read then, too.
//
// It lies in the machine's memory, never on the disk that failed, and is gone with the next start
// of the machine. Where it cannot be left, the screen comes to rest earlier and nothing else
// happens.
#pragma once

#include "app/base/clock.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace handbell::kiosk {

class FailureNote {
 public:
  /// `folder`: the kiosk's. `boot`: of this start of the machine.
  FailureNote(const std::string& folder, std::uint64_t boot);

  struct Left {
    std::optional<Steady> until;  ///< none: it was read to its end
    std::vector<std::uint64_t> owed;
  };

  /// `owed`: by their numbers in the journal.
  void leave(Steady until, const std::vector<std::uint64_t>& owed = {}) const;
  /// Takes it away. Nothing where there is none.
  [[nodiscard]] Left take(Steady now) const;

 private:
  std::string path_;
  std::uint64_t boot_;
};

}  // namespace handbell::kiosk
