// What counted_office.cpp counts inside of the office, on its register alone.
#pragma once

#include <atomic>

namespace handbell::bench {

struct OfficeCounts {
  std::atomic<int> written{0};  ///< statements of the connection that writes
  std::atomic<int> read{0};     ///< of those that cannot
  std::atomic<int> syncs{0};
};

}  // namespace handbell::bench
