// The page Cards: the card on the desk reader, and the children who have none.
#pragma once

#include "app/office/cards/cards_view.h"
#include "app/office/page/page_layout.h"

namespace handbell::office {

[[nodiscard]] Html cards_page(const CardsView& view, PageFrame frame);

}  // namespace handbell::office
