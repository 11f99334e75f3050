// One card that lies on the reader, spoken to in commands of ISO 7816-4.
//
// The reader's program only carries: it holds no key, and what it carries it neither reads nor
// keeps. Staff cards alone are spoken to (readers.md, Cards); a pupil's is its number.
#pragma once

#include "app/base/card_number.h"
#include "app/base/instant.h"

namespace handbell::card {

inline constexpr std::size_t kLongestCommand = 256;

class CardTalk {
 public:
  CardTalk() = default;
  CardTalk(const CardTalk&) = delete;
  CardTalk& operator=(const CardTalk&) = delete;
  virtual ~CardTalk() = default;

  /// The card is chosen anew, so that nothing said to it before still counts. Faults: card_left
  /// where another card or none lies there, card_mute where it takes no commands.
  [[nodiscard]] virtual Status open(const CardNumber& card) = 0;
  /// The whole answer, its two status bytes last. Faults: card_left, reader_faulty.
  [[nodiscard]] virtual Result<Bytes> exchange(const Bytes& command, Millis wait) = 0;
  /// Back to looking who lies there.
  virtual void close() = 0;
};

}  // namespace handbell::card
