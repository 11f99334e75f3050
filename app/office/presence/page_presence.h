// The page Presence: who is where.
#pragma once

#include "app/office/page/page_layout.h"
#include "app/office/presence/presence_view.h"

namespace handbell::office {

[[nodiscard]] Html presence_page(const PresenceView& view, PageFrame frame);

/// A part of a page that follows what happens, with a count behind its title.
[[nodiscard]] Html live_part(std::string_view id, std::string_view title, std::size_t count,
                             const Html& inside);
/// "May not collect: Omar Khan (Uncle)", in red; nothing for nobody.
[[nodiscard]] Html may_not_note(const std::string& adults);
/// Words that only a screen reader says.
[[nodiscard]] Html spoken_only(std::string_view words);

}  // namespace handbell::office
