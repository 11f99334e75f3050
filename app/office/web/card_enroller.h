// Who makes a card on the desk's reader one that proves itself, and of a PIN what may be kept: the
// office's key process. The keys never come here.
#pragma once

#include "app/base/card_number.h"
#include "app/base/result.h"
#include "app/register/release_key.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace handbell::office {

/// A version of the site's key, as it may be shown.
struct ShownSiteKey {
  std::uint8_t version = 1;
  std::string check_value;  ///< six hexadecimal digits
  friend bool operator==(const ShownSiteKey&, const ShownSiteKey&) = default;
};

class CardEnroller {
 public:
  CardEnroller() = default;
  CardEnroller(const CardEnroller&) = delete;
  CardEnroller& operator=(const CardEnroller&) = delete;
  virtual ~CardEnroller() = default;

  /// A name that nobody guesses, for a card that was written and waits to be given.
  [[nodiscard]] virtual std::string ticket() = 0;
  /// The newest; nothing: nobody made one. Within 5 s, and while a card is written at once, as it
  /// was then. Faults: site_key_garbled, program_silent.
  [[nodiscard]] virtual Result<std::optional<ShownSiteKey>> newest() = 0;
  /// Within 5 s in all; the card lies on a reader of the office's own. `from`: with which it was
  /// given before, 0: never; where it was written since, that is found out. To the newest key.
  /// Faults: card_left, card_mute, site_key_missing, site_key_garbled, program_silent.
  [[nodiscard]] virtual Result<reg::ReleaseKey> enrol(const CardNumber& card, std::uint8_t from,
                                                      std::string_view pin) = 0;
};

}  // namespace handbell::office
