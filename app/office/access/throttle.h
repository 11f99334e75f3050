// How long somebody waits who was wrong: five tries for nothing, then 1, 2, 4 ... up to 30 seconds.
//
// Nobody is shut out for good: a quarter of an hour after the last try it is forgotten. A try
// counts as wrong from its beginning, so many at the same moment are no way around it. Keys are an
// address, a person, a browser that is known; they are held in memory.
#pragma once

#include "app/base/instant.h"

#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace handbell::office {

class Throttle {
 public:
  static constexpr std::size_t kMostKeys = 4096;

  /// Nothing, and one more try counted for each of the keys; or how long to wait, and none counted.
  [[nodiscard]] Millis begin(const std::vector<std::string>& keys, Steady now);
  /// It was right: none of these was wrong ever.
  void right(const std::vector<std::string>& keys);

 private:
  struct Tries {
    int wrong = 0;
    Steady last;
  };
  [[nodiscard]] Millis wait_for(const std::string& key, Steady now) const;
  void forget(Steady now);

  std::mutex mutex_;
  std::map<std::string, Tries> tries_;
};

/// "Too many tries. Wait 8 seconds, then try again."
[[nodiscard]] std::string wait_words(Millis wait);

}  // namespace handbell::office
