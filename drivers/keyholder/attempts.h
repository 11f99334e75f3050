// How often in a row a card's PIN was wrong, and how long the next try must wait.
//
// 1. A try is written down as wrong before anybody looks at it, and struck out once it was right:
//    pulling the plug in between forgets nothing.
// 2. No wait after the first two; after the third 30 s, then double each time, at most an hour.
// 3. Waits are counted on the time since the machine started, never on the wall clock, which can be
//    set. After a restart only the new machine's time counts: that is never more than has passed.
// 4. Cards stand in the file as a keyed hash.
#pragma once

#include "app/base/card_number.h"
#include "app/base/instant.h"
#include "app/base/random.h"

#include <array>
#include <functional>
#include <map>
#include <optional>

namespace handbell::keys {

/// Which start of the machine: a number of chance, new each time.
using BootId = std::array<std::uint8_t, 16>;

struct MachineTime {
  BootId boot{};
  Steady at;
};

/// The wait after so many wrong ones in a row.
[[nodiscard]] Millis wait_after(unsigned wrong);

class Attempts {
 public:
  /// Fault: attempts_garbled.
  [[nodiscard]] static Result<Attempts> parse(const Bytes& bytes);
  /// A new, empty list.
  explicit Attempts(Random& random);
  [[nodiscard]] Bytes bytes() const;

  /// 0: the next try is looked at.
  [[nodiscard]] Millis wait_left(const CardNumber& card, const MachineTime& now) const;
  /// False: 4,096 cards have wrong ones, and no further one can be noted.
  [[nodiscard]] bool note_wrong(const CardNumber& card, const MachineTime& now);
  void forget(const CardNumber& card);
  [[nodiscard]] unsigned wrong(const CardNumber& card) const;

 private:
  using CardHash = std::array<std::uint8_t, 16>;
  struct Row {
    std::uint16_t wrong = 0;
    MachineTime last;
  };
  Attempts() = default;
  [[nodiscard]] CardHash hash_of(const CardNumber& card) const;

  std::array<std::uint8_t, 32> key_{};
  std::map<CardHash, Row> rows_;
};

}  // namespace handbell::keys
