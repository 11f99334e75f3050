// A step that was typed in error, and a child who is back (D18, D49).
#pragma once

#include "app/office/out/out_facts.h"

namespace handbell::office {

/// Takes back the newest answers that the form names, with the going of a hand-over; the sentence
/// that the page says, empty where the form names nothing. What is not the newest any more is left.
/// Faults: those of the store.
[[nodiscard]] Result<std::string> undo_answers(const Visit& visit, store::Register& held,
                                               const OutFacts& facts);

/// The same of a child who came back. Faults: those of the store.
[[nodiscard]] Result<std::string> tell_back(const Visit& visit, store::Register& held,
                                            const OutFacts& facts);

}  // namespace handbell::office
