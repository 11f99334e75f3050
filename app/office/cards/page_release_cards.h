// The page of staff cards that release children, and what stands between writing a card and giving
// it.
#pragma once

#include "app/office/cards/release_cards.h"
#include "app/office/page/page_layout.h"

namespace handbell::office {

[[nodiscard]] Html release_cards_page(const ReleaseCardsView& view, PageFrame frame);
[[nodiscard]] Html written_card_page(const WrittenCard& card, const std::string& holder,
                                     PageFrame frame);

}  // namespace handbell::office
