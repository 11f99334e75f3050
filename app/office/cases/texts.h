// The texts that a meeting leaves to be copied, and the ticks that they were sent (P18, P30).
#pragma once

#include "app/office/cases/case_facts.h"
#include "app/office/cases/case_view.h"

namespace handbell::office {

/// The newest step of the meeting that this entry began, where it was held.
[[nodiscard]] std::optional<reg::Noted<reg::Meeting>> meeting_asked(const CaseRecord& record,
                                                                    const std::string& entry);

/// `reply_to`: the address that families write to; may be empty.
[[nodiscard]] TextsView texts_view(const CaseFacts& facts, const reg::Noted<reg::Meeting>& meeting,
                                   SchoolDay today, const std::string& reply_to);

/// The tick that this person sets; nothing where there is no such text, or it is ticked already.
[[nodiscard]] std::optional<reg::TextSent> typed_tick(const Visit& visit, const CaseRecord& record,
                                                      const reg::Noted<reg::Meeting>& meeting);

/// The address that was typed for families to write to; what is wrong with it goes to `errors`.
[[nodiscard]] std::string typed_address(const Visit& visit, FormErrors& errors);

}  // namespace handbell::office
