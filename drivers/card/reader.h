// A reader of cards, whatever it is made of.
//
// Exactly one seen and one gone for a tap. Troubles are states, not errors: a reader that is not
// there is waited for. The stamp is taken where the card was found, since 09:00 decides the mark.
#pragma once

#include "app/base/card_number.h"
#include "app/base/instant.h"
#include "app/base/reader_health.h"
#include "app/base/result.h"

#include <functional>
#include <variant>

namespace handbell::card {

struct CardSeen {
  CardNumber card;
  Steady at;
  friend bool operator==(const CardSeen&, const CardSeen&) = default;
};
struct CardGone {
  CardNumber card;
  Steady at;
  friend bool operator==(const CardGone&, const CardGone&) = default;
};
/// A second card lies with the first: one at a time, please.
struct ManyCards {
  friend bool operator==(const ManyCards&, const ManyCards&) = default;
};

using handbell::ReaderState;
using handbell::ReaderTrouble;

struct ReaderNews {
  ReaderState state = ReaderState::starting;
  ReaderTrouble trouble = ReaderTrouble::none;
  friend bool operator==(const ReaderNews&, const ReaderNews&) = default;
};

using ReaderEvent = std::variant<CardSeen, CardGone, ManyCards, ReaderNews>;

/// Called on the driver's own thread; must not wait.
using ReaderQueue = std::function<void(const ReaderEvent&)>;

class CardTalk;

class Reader {
 public:
  Reader() = default;
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  virtual ~Reader() = default;

  /// Faults: program_failed.
  [[nodiscard]] virtual Status start(ReaderQueue queue) = 0;
  /// Within 1 s; no event comes after it.
  virtual void stop() = 0;
  /// How to speak to the card that lies there; null: this reader tells numbers and nothing more.
  [[nodiscard]] virtual CardTalk* talk() { return nullptr; }
  [[nodiscard]] virtual ReaderState state() const = 0;
  [[nodiscard]] virtual ReaderTrouble trouble() const = 0;
};

}  // namespace handbell::card
