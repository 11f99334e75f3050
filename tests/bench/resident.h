// How much of the machine's memory a program holds.
#pragma once

#include "../chain/running_school.h"
#include "figures.h"

namespace handbell::bench {

/// MB; kNotMeasured where it is gone.
inline double resident_mb(int pid) {
  const std::string status = chain::text_of("/proc/" + std::to_string(pid) + "/status");
  const std::string key = "VmRSS:";
  const auto at = status.find(key);
  return at == std::string::npos ? kNotMeasured : std::stod(status.substr(at + key.size())) / 1024;
}

}  // namespace handbell::bench
