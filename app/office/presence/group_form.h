// A group that came or went, as it was ticked (D47): whoever is ticked moves, nobody else does.
#pragma once

#include "app/office/presence/group_list.h"
#include "app/office/presence/group_view.h"
#include "app/office/presence/leaving.h"

namespace handbell::office {

/// What stands on the form: as it is offered, or as it was typed and comes back.
[[nodiscard]] GroupTickView tick_view(const Visit& visit, const PresenceDay& day,
                                      const GroupList& list, const LeavingLists& leaving,
                                      bool typed);

/// The movement that was typed; nothing where something is wrong with it.
[[nodiscard]] std::optional<reg::MovementDraft> typed_movement(
    const Visit& visit, const PresenceDay& day, const GroupList& list,
    const std::vector<MovementTold>& lately, const LeavingLists& leaving, FormErrors& errors);

/// The same was told a moment ago: the button was pressed twice.
[[nodiscard]] const MovementTold* told_already(const std::vector<MovementTold>& lately,
                                               const reg::MovementDraft& draft);

/// Afterwards: who moved, and who was not ticked.
[[nodiscard]] GroupMovedView moved_view(const Visit& visit, const PresenceDay& day,
                                        const MovementTold& told);

/// Office and head take back what anybody told, others what they told themselves.
[[nodiscard]] bool may_take_back(const Visitor& who, const reg::Author& by);

}  // namespace handbell::office
