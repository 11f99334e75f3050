// The office answers a request: class told, checked, handed over, refused (D49).
//
// For siblings one form answers each child that is ticked, all or none. What somebody else answered
// meanwhile is said, and nothing is done twice.
#pragma once

#include "app/office/out/out_facts.h"

namespace handbell::office {

/// The step of "tell", "grant", "hand-over", "refuse".
[[nodiscard]] reg::ReleaseStep step_named(std::string_view name);

/// The answers of the form, or nothing where `errors` say what is wrong; they name fields by the
/// form's key, as "adult-KEY".
[[nodiscard]] std::vector<reg::ReleaseAnswer> answers_typed(const Visit& visit,
                                                            const OutFacts& facts,
                                                            std::string_view step,
                                                            FormErrors& errors);

/// What one adult's form says, for any step. `suffix`: "-KEY", or empty.
[[nodiscard]] reg::ReleaseAnswer answer_typed(const Visit& visit, const OutFacts& facts,
                                              const reg::Release& release, reg::ReleaseStep step,
                                              const std::string& suffix, FormErrors& errors);

/// Adds what may_give() has against it.
void expect_may_give(const reg::Release& release, const reg::ReleaseAnswer& answer,
                     const OutFacts& facts, const std::string& suffix, FormErrors& errors);

/// "Amira Khan: may go with Nadia Khan. Not handed over yet."
[[nodiscard]] std::string done_words(const OutFacts& facts,
                                     const std::vector<reg::ReleaseAnswer>& answers);

}  // namespace handbell::office
