// A broken invariant ends the process, in release too: the supervisor starts it clean again, and
// nothing half true is written in between.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace handbell {

/// Ends the process with file and line on stderr unless `condition` holds. For our own mistakes
/// only: what comes from outside is answered with a Fault.
inline void check(bool condition, const char* file = __builtin_FILE(),
                  int line = __builtin_LINE()) {
  if (condition) return;
  std::fprintf(stderr, "handbell: broken invariant at %s:%d\n", file, line);
  std::abort();
}

}  // namespace handbell
