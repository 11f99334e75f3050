// The reason of an absence, entered in three touches: what, who told us and when, until when (D04).
//
// It becomes a notice for each session that the child is expected in. Where the class has sent its
// register of a session already, or an N or O stands there, the reason is entered as the mark too;
// any other mark of a person stays. Where leave was refused, G is entered for those sessions alone
// that were refused.
#pragma once

#include "app/office/calls/call_posts.h"

namespace handbell::office {

/// As typed; `prefix` names the fields: "" of a card, "still-" of a line of continued absence,
/// "refused-" of a card whose leave was refused.
[[nodiscard]] AbsenceForm absence_typed(const Visit& visit, const std::string& prefix,
                                        const std::string& key);

/// Faults: those of writing.
[[nodiscard]] Result<CallOutcome> enter_absence(const Visit& visit, store::Register& held,
                                                const CallsRead& read,
                                                const reg::PupilRecord& pupil);

/// The notices that were typed together with the one that the field `entry` names are taken back;
/// where a mark was entered with them, what stood before stands again, else N. Faults: those of
/// writing.
[[nodiscard]] Result<CallOutcome> undo_absence(const Visit& visit, store::Register& held,
                                               const CallsRead& read);

}  // namespace handbell::office
