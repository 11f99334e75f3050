// The addresses of staff cards that release children: office and head.
//
//   GET  /cards/staff         who holds one, and the form
//   POST /cards/staff/write   the card on the reader gets its keys, the PIN its verifier
//   POST /cards/staff/give    what was written becomes the holder's
//   POST /cards/staff/revoke  a lost card opens nothing more
#pragma once

#include "app/office/cards/release_cards.h"
#include "app/office/web/route.h"

namespace handbell::office {

struct ReleaseCardParts {
  const CardDesk* desk = nullptr;    ///< null: no reader
  CardEnroller* enroller = nullptr;  ///< null: no key process
};

[[nodiscard]] Routes release_card_routes(const ReleaseCardParts& parts);

}  // namespace handbell::office
