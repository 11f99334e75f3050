// Card readers for whoever sets the machine up: what hangs on it, and whether taps arrive.
//
// Nothing is written to a port that nobody named. A card's number is never printed whole.
#pragma once

#include "app/admin/site.h"
#include "app/admin/table.h"
#include "drivers/card/reader_finder.h"

#include <functional>
#include <string>
#include <vector>

namespace handbell::admin {

struct ReaderOptions {
  std::vector<std::string> connections;  ///< none: those of handbell.toml
  int seconds = 0;                       ///< how long; 0: until it is ended
  std::string program;                   ///< of handbell-reader; empty: beside this program
};

/// Configured ones first, with what is plugged in beside them.
[[nodiscard]] Result<std::string> list_readers(const Site& site, const card::MachineRoots& roots,
                                               Format format);

/// Each reader by itself for up to `seconds` (12): ready, or what to mend. Fault: reader_unready,
/// naming those that are not.
[[nodiscard]] Result<std::string> test_readers(const Site& site, const ReaderOptions& options,
                                               const std::function<void(const std::string&)>& say);

/// Each card and each change of a reader as a line, with the milliseconds from the chip's answer to
/// this program; at the end how many cards, the middle and the longest time.
[[nodiscard]] Result<std::string> watch_readers(const Site& site, const ReaderOptions& options,
                                                const std::function<void(const std::string&)>& say);

/// Hands each card on to the office of this site, for the page on which cards are given out, until
/// it is ended. While the office does not run it is waited for, and that is said once.
[[nodiscard]] Result<std::string> send_to_office(
    const Site& site, const ReaderOptions& options,
    const std::function<void(const std::string&)>& say);

}  // namespace handbell::admin
