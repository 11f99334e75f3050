// An enroller whose cards are on paper: it answers as it is told to, for pages' tests. The real one
// has its own tests, with the real key process and the emulated card.
#pragma once

#include "app/office/web/card_enroller.h"

#include <functional>

namespace handbell::testing_support {

class PaperEnroller final : public office::CardEnroller {
 public:
  std::string ticket() override { return "ticket" + std::to_string(++tickets_); }
  Result<std::optional<office::ShownSiteKey>> newest() override { return shown; }
  Result<reg::ReleaseKey> enrol(const CardNumber& card, std::uint8_t from,
                                std::string_view pin) override {
    if (meanwhile) meanwhile();
    if (refuses) return fail(*refuses, card.masked());
    enrolled_from = from;
    reg::ReleaseKey key;
    key.version = (*shown)->version;
    key.verifier[0] = static_cast<std::uint8_t>(pin.size());
    return key;
  }

  Result<std::optional<office::ShownSiteKey>> shown{office::ShownSiteKey{1, "A1B2C3"}};
  std::function<void()> meanwhile;  ///< while a card is written
  std::optional<FaultCode> refuses;
  int enrolled_from = -1;

 private:
  int tickets_ = 0;
};

}  // namespace handbell::testing_support
