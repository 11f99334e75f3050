// What is written while ringing: each attempt, a class that answered, N for who is missing, a child
// who was found (D45, D23, D10).
//
// Nothing follows from a call by itself. What is an error is taken back, and both stay in the log.
#pragma once

#include "app/office/calls/calls.h"

namespace handbell::office {

/// Either what was done, in a sentence, or what is wrong with the form.
struct CallOutcome {
  std::string done;
  FormErrors errors;
};

/// The child that the field `pupil` names; null where it is none.
[[nodiscard]] const reg::PupilRecord* pupil_typed(const Visit& visit, const reg::School& school);
/// Every value of a field that may stand several times.
[[nodiscard]] std::vector<std::string> all_typed(const Visit& visit, const std::string& name);

/// One call to a family; it counts for siblings on the list who have the same adult. Faults: those
/// of writing.
[[nodiscard]] Result<CallOutcome> log_attempt(const Visit& visit, store::Register& held,
                                              const CallsRead& read, const reg::PupilRecord& pupil);
/// One call to the class in the field `class`. Faults: those of writing.
[[nodiscard]] Result<CallOutcome> log_class(const Visit& visit, store::Register& held,
                                            const CallsRead& read);
/// N for those ticked who have no mark, no arrival and no reason. Faults: those of writing.
[[nodiscard]] Result<CallOutcome> mark_missing(const Visit& visit, store::Register& held,
                                               const CallsRead& read);
/// Somebody saw the child in school. Faults: those of writing.
[[nodiscard]] Result<CallOutcome> see_at_door(const Visit& visit, store::Register& held,
                                              const CallsRead& read, const reg::PupilRecord& pupil);
/// A call of today was typed in error. Faults: those of writing.
[[nodiscard]] Result<CallOutcome> take_call_back(const Visit& visit, store::Register& held,
                                                 const CallsRead& read);

}  // namespace handbell::office
