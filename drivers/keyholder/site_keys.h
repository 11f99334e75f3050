// The keys of the site, by version, from which each staff card has keys of its own.
//
// 1. The office makes them. It alone has the administration key of a version, with which a card's
//    keys are changed; what is given to a kiosk has the release key, which proves a card and no
//    more. Who steals a kiosk cannot write cards.
// 2. Rotation: a new version is made, cards are enrolled anew with it one by one, both are taken
//    meanwhile; once the old one is retired, cards that still have it are refused.
// 3. They leave the file for memory that is wiped, and never for a screen: a version is recognised
//    by its check value (the first three bytes of an encrypted block of zeros).
#pragma once

#include "app/base/card_number.h"
#include "app/base/random.h"
#include "drivers/cipher/aes128.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace handbell::keys {

using KeyVersion = std::uint8_t;  ///< 1 to 255; 0 stands for a card's factory keys

struct SiteKey {
  cipher::Key128 release;
  std::optional<cipher::Key128> administration;  ///< at the office alone
};

class SiteKeys {
 public:
  /// Fault: site_key_garbled.
  [[nodiscard]] static Result<SiteKeys> parse(const Bytes& bytes);
  [[nodiscard]] Bytes bytes() const;

  [[nodiscard]] const SiteKey* of(KeyVersion version) const;
  [[nodiscard]] bool empty() const { return keys_.empty(); }
  /// The next version. Fault: too_many (version 255 was made).
  [[nodiscard]] Result<KeyVersion> make(Random& random);
  /// Fault: site_key_missing.
  [[nodiscard]] Status retire(KeyVersion version);
  /// Without the administration keys.
  [[nodiscard]] SiteKeys for_kiosk() const;
  [[nodiscard]] const std::map<KeyVersion, SiteKey>& all() const { return keys_; }

 private:
  std::map<KeyVersion, SiteKey> keys_;
  KeyVersion last_made_ = 0;  ///< a retired version's number is never given again
};

/// The five keys of a card. Number 0 may change all of them; number 1 proves a staff card.
inline constexpr std::uint8_t kCardKeys = 5;
inline constexpr std::uint8_t kMasterNumber = 0;
inline constexpr std::uint8_t kReleaseNumber = 1;

/// AN10922 over number, application, key number and "Handbell". Nothing: this machine lacks the
/// site's key for it, or the number is what a wedge reader typed.
[[nodiscard]] std::optional<cipher::Key128> card_key(const SiteKey& site, const CardNumber& card,
                                                     std::uint8_t number);

/// What may be shown of a version.
struct ShownKey {
  KeyVersion version = 0;
  std::string check_value;  ///< of the release key: six hexadecimal digits
  bool administration = false;
};
[[nodiscard]] ShownKey shown_key(KeyVersion version, const SiteKey& key);

// In a folder, mode 0700, file "site.key", mode 0600.

/// Empty where none was made. Faults: site_key_garbled, site_key_open, file_unreadable.
[[nodiscard]] Result<SiteKeys> site_keys_in(const std::string& folder);
/// Makes the folder too. Faults as of site_keys_in(), too_many, disk_full, disk_failed.
[[nodiscard]] Result<ShownKey> make_site_key(const std::string& folder, Random& random);
/// Fault: site_key_missing.
[[nodiscard]] Status retire_site_key(const std::string& folder, KeyVersion version);
[[nodiscard]] Result<std::vector<ShownKey>> shown_site_keys(const std::string& folder);
/// What a kiosk gets: release keys alone, and no version that `from` has no longer. Fault:
/// site_key_missing (there is none in `from`).
[[nodiscard]] Status copy_site_keys(const std::string& from, const std::string& to);

}  // namespace handbell::keys
