// Who makes a card on the desk's reader one that proves itself, and of a PIN what may be kept: the
// office's key process. The keys never come here.
#pragma once

#include "app/base/card_number.h"
#include "app/base/result.h"
#include "app/register/release_key.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace handbell::office {

/// A version of the site's key, as it may be shown.
struct ShownSiteKey {
  std::uint8_t version = 1;
  std::string check_value;  ///< six hexadecimal digits
};

class CardEnroller {
 public:
  CardEnroller() = default;
  CardEnroller(const CardEnroller&) = delete;
  CardEnroller& operator=(const CardEnroller&) = delete;
  virtual ~CardEnroller() = default;

  /// A name that nobody guesses, for a card that was written and waits to be given.
  [[nodiscard]] virtual std::string ticket() = 0;
  /// Oldest first; empty: nobody made one.
  [[nodiscard]] virtual Result<std::vector<ShownSiteKey>> keys() = 0;
  /// Within 5 s; the card lies on a reader of the office's own. `from`: with which it was enrolled
  /// before, 0: never. To the newest key. Faults: card_left, card_mute, card_keys_unknown,
  /// site_key_missing.
  [[nodiscard]] virtual Result<reg::ReleaseKey> enrol(const CardNumber& card, std::uint8_t from,
                                                      std::string_view pin) = 0;
};

}  // namespace handbell::office
