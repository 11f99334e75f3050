// One seen and one gone for each tap, even where the child that tells them dies in between. Pure.
//
// A new child tells of the card that still lies there as of a new one: that is no new tap. If it
// does not find it, the card left meanwhile. Nobody looked for 5 s: whatever is seen then is new.
#pragma once

#include "drivers/card/reader.h"

#include <optional>
#include <vector>

namespace handbell::card {

class TapKeeper {
 public:
  /// What a child told, but no news: what is to be told of it.
  [[nodiscard]] std::vector<ReaderEvent> told(const ReaderEvent& event, Steady at);
  /// A child's line of any kind; `ready`: its reader works, and it has looked. What left unseen is
  /// told as gone.
  [[nodiscard]] std::vector<ReaderEvent> alive(bool ready, Steady at);
  /// Its child ended.
  void ended();

 private:
  [[nodiscard]] std::vector<ReaderEvent> lost(Steady at);

  std::optional<CardNumber> there_;
  bool unsure_ = false;  ///< since another child began
  std::optional<Steady> ready_since_;
  Steady heard_;
};

}  // namespace handbell::card
