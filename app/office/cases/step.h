// Writing down one step of a case: a talk, a meeting, a contract, a decision, news of a notice.
//
// A form begins with what is known: who may decide what, the parents of the list, what a planned
// meeting or an offered contract said. A step that goes on with another names its first entry.
#pragma once

#include "app/office/cases/case_facts.h"
#include "app/office/cases/case_view.h"

namespace handbell::office {

/// Which form was asked for, where this person may fill it in; else empty.
[[nodiscard]] std::string step_asked(const Visitor& who, const std::string& doing);

/// `of`: the entry that began what goes on; "0" or empty: something begins. Nothing where the case
/// has no such entry.
[[nodiscard]] std::optional<StepView> step_view(const Visit& visit, const CaseFacts& facts,
                                                const std::string& doing, const std::string& of);
/// What was typed comes back.
void keep_typed_step(const Visit& visit, StepView& view);

/// What the form says, checked field by field; nothing where something is wrong.
[[nodiscard]] std::optional<reg::CaseNote> typed_step(const Visit& visit, const CaseRecord& record,
                                                      const std::string& doing, FormErrors& errors);
/// The field at which a fault of may_keep() is shown.
[[nodiscard]] std::string field_of_step(const Fault& fault, const reg::CaseNote& note);

}  // namespace handbell::office
