// An emulated card and a dialog with it, without a reader between.
#pragma once

#include "drivers/keyholder/card_dialog.h"
#include "drivers/pn532/ntag424.h"

#include <functional>
#include <utility>
#include <vector>

namespace handbell::keys {

/// What a card says to a command; empty where it stays silent.
inline Bytes asked(pn532::Target& card, const Bytes& command) {
  const auto said = card.exchange(command);
  return said ? said->data : Bytes{};
}

/// Chosen anew, as a reader does before each talk.
inline void choose(pn532::Target& card) {
  card.field_lost();
  while (!card.request()) {
  }
}

/// The dialog to its end. `change`: may alter an answer on its way; `heard`: gets each answer.
inline DialogEnd talked(CardDialog& dialog, pn532::Target& card,
                        std::vector<Bytes>* heard = nullptr, int most = 100) {
  choose(card);
  Bytes command = dialog.first();
  for (int i = 0; i < most; ++i) {
    const Bytes answer = asked(card, command);
    if (heard != nullptr) heard->push_back(answer);
    DialogStep step = dialog.hear(answer);
    if (step.end) return *step.end;
    command = std::move(step.command);
  }
  return DialogEnd::refused;
}

}  // namespace handbell::keys
