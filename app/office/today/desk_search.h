// Which child is it? By a part of the name, an admission number, or out of a class's list.
#pragma once

#include "app/office/today/desk.h"

namespace handbell::office {

/// `page`: where a child leads to ("/today/arrived"). Nobody is found where nothing was typed.
/// Faults: those of reading.
[[nodiscard]] Result<DeskSearchView> desk_search(const Visit& visit, store::Register& held,
                                                 const std::string& page);

[[nodiscard]] Html desk_search_page(const DeskSearchView& view, PageFrame frame);

}  // namespace handbell::office
