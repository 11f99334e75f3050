// From the keys that a keyboard-wedge reader presses to a card's number. Pure.
//
// A number ends with Enter, or with 100 ms of silence once it is whole. Dropped, to the last
// character: what is not whole after 300 ms of silence (half a number, a person's typing), what is
// over 20 characters, and what holds a character that its format has not.
#pragma once

#include "app/base/instant.h"
#include "drivers/card/wedge_format.h"

#include <optional>
#include <string>

namespace handbell::card {

/// One event of a keyboard, as the kernel numbers keys.
struct WedgeKey {
  unsigned code = 0;
  int value = 0;  ///< 1: pressed, 0: let go, 2: held
  Steady at;
};

class WedgeDecoder {
 public:
  static constexpr Millis kEnds{100};
  static constexpr Millis kBreaks{300};
  static constexpr std::size_t kMostCharacters = 20;

  explicit WedgeDecoder(const WedgeFormat& format) : format_(format) {}

  /// A number, where this key, or the silence before it, ended one.
  [[nodiscard]] std::optional<CardNumber> press(const WedgeKey& key);
  /// Nothing was pressed until `now`.
  [[nodiscard]] std::optional<CardNumber> silence(Steady now);
  /// Keys were missed: what was begun is dropped, up to its end.
  void missed(Steady at);
  /// How long until silence() has something to say; none: nothing was begun.
  [[nodiscard]] std::optional<Millis> wait(Steady now) const;
  [[nodiscard]] bool begun() const { return spoiled_ || !typed_.empty(); }
  /// When the first key of the last number was pressed: the card lay there then, however slowly its
  /// reader types.
  [[nodiscard]] Steady first_key() const { return first_of_last_; }

 private:
  [[nodiscard]] std::optional<CardNumber> ended();
  void type(char c);

  WedgeFormat format_;
  std::string typed_;
  bool spoiled_ = false;
  Steady first_;
  Steady last_;
  Steady first_of_last_;
};

}  // namespace handbell::card
