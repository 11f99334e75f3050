// Which readers hang on this machine, found by reading what the kernel says, never by writing to a
// port: a question sent to somebody's label printer prints a label.
#pragma once

#include "app/base/reader_health.h"

#include <string>
#include <vector>

namespace handbell::card {

/// Where the kernel's files stand: other folders in a test.
struct MachineRoots {
  std::string sys = "/sys";
  std::string dev = "/dev";
  std::string run = "/run";
  std::string usr = "/usr";
  std::string proc = "/proc";
};

struct FoundReader {
  std::string connection;  ///< as handbell.toml takes it; empty where it cannot be used as it is
  std::string what;        ///< "CH340 adapter", "ACR1252U"
  ReaderTrouble trouble = ReaderTrouble::none;
  std::string advice{};  ///< beyond the trouble's own: "brltty took it ..."
  friend bool operator==(const FoundReader&, const FoundReader&) = default;
};

/// Serial adapters, USB chips, PC/SC readers and readers that type, in this order. What carries no
/// known number is not named: it may be anything.
[[nodiscard]] std::vector<FoundReader> find_readers(const MachineRoots& roots);

/// The program that holds our lock on this port ("handbell-reader, process 814"), or empty.
[[nodiscard]] std::string lock_holder(const std::string& port, const MachineRoots& roots);

}  // namespace handbell::card
