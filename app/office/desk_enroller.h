// Writes staff cards on the office's own readers, by the office's key process (D49).
//
// The folder SITE/office/keys is the key process's; nothing of a key comes into this program, which
// only carries what card and key process say to each other.
#pragma once

#include "app/office/desk_readers.h"
#include "app/office/web/card_enroller.h"
#include "drivers/keyholder/key_process.h"

#include <mutex>

namespace handbell::office {

class DeskEnroller final : public CardEnroller {
 public:
  /// `program`: the path of handbell-keys; `folder`: of the keys. `readers` and `random` outlive
  /// it; `random` is asked on any thread, one at a time.
  DeskEnroller(std::string program, std::string folder, DeskReaders& readers, Random& random,
               std::function<Steady()> now);

  [[nodiscard]] std::string ticket() override;
  [[nodiscard]] Result<std::optional<ShownSiteKey>> newest() override;
  [[nodiscard]] Result<reg::ReleaseKey> enrol(const CardNumber& card, std::uint8_t from,
                                              std::string_view pin) override;

 private:
  /// With the process's lock held.
  [[nodiscard]] Result<std::optional<ShownSiteKey>> asked_newest();

  std::string folder_;
  DeskReaders& readers_;
  Random& random_;
  std::function<Steady()> now_;
  std::mutex mutex_;                           ///< of `random_` and `shown_`
  Result<std::optional<ShownSiteKey>> shown_;  ///< as it was told last
  std::timed_mutex process_mutex_;
  keys::KeyProcess process_;
};

}  // namespace handbell::office
