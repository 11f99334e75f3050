// A program of ours started beside us, with what it hears and says in our hands.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace handbell::card {

/// `hears` and `says` become the program's standard input and output; they stay open here. -1: it
/// could not be started.
[[nodiscard]] pid_t started_child(const std::vector<std::string>& command, int hears, int says);

/// Kills and waits; nothing where `child` is none.
void end_child(pid_t child);

}  // namespace handbell::card
