// Which children have no card yet, and what may be done with the one on the desk reader.
#pragma once

#include "app/office/cards/cards_view.h"
#include "app/office/web/card_desk.h"
#include "app/register/school.h"

namespace handbell::office {

/// A card of the child's own, or of the family, that was not revoked.
[[nodiscard]] bool has_card(const reg::School& school, const reg::PupilRecord& pupil);

/// `chosen`: the place of the list's class; another: the first in which somebody lacks a card.
[[nodiscard]] CardsView cards_view(const reg::School& school, const CardDesk::View& desk,
                                   SchoolDay today, std::optional<std::size_t> chosen);

}  // namespace handbell::office
