// What goes back to the host, and when: the times of 115200 baud, and the faults of a line.
#pragma once

#include "drivers/pn532/chip.h"

#include <deque>

namespace handbell::pn532 {

/// One byte with start and stop bit at 115200 baud.
inline constexpr Micros kByteTime = 87;

class Line {
 public:
  /// What a fault held back is lost with it.
  void set_fault(FaultKind fault);

  /// The ACK of a command, which the host had sent wholly at `at`.
  void acknowledge(Micros at);
  void answer(const Bytes& frame, Micros at);
  /// Bytes that are due, in their order.
  [[nodiscard]] Bytes due(Micros now);
  [[nodiscard]] std::optional<Micros> next() const;
  /// What was not yet sent never is.
  void clear() { waiting_.clear(); }

 private:
  struct Piece {
    Micros at;
    Bytes bytes;
  };
  void send(const Bytes& bytes, Micros at);
  [[nodiscard]] Bytes damaged(Bytes frame) const;

  std::deque<Piece> waiting_;
  Micros free_at_ = 0;
  FaultKind fault_ = FaultKind::none;
};

}  // namespace handbell::pn532
