// One pupil as this person may see it: own class or wider role, and no code that the role may not
// set where it tells of health, religion, ethnic background or worse (office.md, Security).
#pragma once

#include "app/office/pupils/page_pupils.h"
#include "app/office/web/visit.h"
#include "app/store/register.h"

namespace handbell::office {

/// "2025/26".
[[nodiscard]] std::string words_for_year(int school_year);

/// The pupil that `text` names by Handbell's own number; null where there is none whom this person
/// sees.
[[nodiscard]] const reg::PupilRecord* seen_pupil(const Visitor& who, const reg::School& school,
                                                 const std::string& text);

/// `typed` or `class_name`, whichever was asked for.
[[nodiscard]] SearchView search_view(const Visit& visit, const reg::School& school,
                                     const std::string& typed, const std::string& class_name);

/// Faults: those of reading.
[[nodiscard]] Result<PupilView> pupil_view(const Visit& visit, store::Register& held,
                                           const reg::School& school,
                                           const reg::PupilRecord& pupil);

/// "full time", or the sessions: "Mon am, Tue".
[[nodiscard]] std::string expected_words(const reg::AttendancePattern& pattern);

/// What stands, and what this person may enter; without what the door saw, which nobody asks for
/// where a mark is entered and all is well. Faults: those of reading.
[[nodiscard]] Result<MarkView> standing_mark(const Visit& visit, store::Register& held,
                                             const reg::PupilRecord& pupil, SessionId session);
/// All of it. Faults: those of reading.
[[nodiscard]] Result<MarkView> mark_view(const Visit& visit, store::Register& held,
                                         const reg::PupilRecord& pupil, SessionId session);

}  // namespace handbell::office
