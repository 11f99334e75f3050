// How much of the machine's memory a program holds.
#pragma once

#include "../chain/running_school.h"
#include "figures.h"

namespace handbell::bench {

/// MB; kNotMeasured where it is gone. `key`: of /proc/PID/status.
inline double memory_mb(int pid, const std::string& key) {
  const std::string status = chain::text_of("/proc/" + std::to_string(pid) + "/status");
  const auto at = status.find(key);
  return at == std::string::npos ? kNotMeasured : std::stod(status.substr(at + key.size())) / 1024;
}

inline double resident_mb(int pid) { return memory_mb(pid, "VmRSS:"); }
/// The most that it ever held: pictures come and go, and a look at one moment says little.
inline double most_resident_mb(int pid) { return memory_mb(pid, "VmHWM:"); }

}  // namespace handbell::bench
