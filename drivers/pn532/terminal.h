// A pseudo-terminal that programs take for a serial port, under a name that stays.
#pragma once

#include "app/base/hex.h"
#include "app/base/result.h"

#include <string>

namespace handbell::pn532 {

class Terminal {
 public:
  /// Makes the port and lets the symbolic link `link` point to it (an older link is replaced).
  /// Fault: program_failed.
  [[nodiscard]] static Result<Terminal> plugged_in(std::string link);
  Terminal(Terminal&& other) noexcept;
  Terminal& operator=(Terminal&& other) noexcept;
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;
  /// Pulls the plug: the link is gone, who holds the port open reads an error.
  ~Terminal();

  [[nodiscard]] int descriptor() const { return master_; }
  /// What the host sent; empty if nothing is there.
  [[nodiscard]] Bytes read_some() const;
  /// What does not fit because nobody reads is lost, as on a line.
  void write_some(const Bytes& bytes) const;

 private:
  Terminal(int master, int kept, std::string link)
      : master_(master), kept_(kept), link_(std::move(link)) {}
  void unplug();

  int master_ = -1;
  int kept_ = -1;  ///< the other end, held open so that the port lives while nobody uses it
  std::string link_;
};

}  // namespace handbell::pn532
