// The addresses of the page Cards: office and head.
//
//   GET  /cards        ?class=Owls
//   POST /cards/give   the card on the desk reader becomes a child's, or a family's
#pragma once

#include "app/office/web/card_desk.h"
#include "app/office/web/route.h"

namespace handbell::office {

/// `desk`: null where the office has no readers.
[[nodiscard]] Routes cards_routes(const CardDesk* desk);

}  // namespace handbell::office
