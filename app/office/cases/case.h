// The page of one child's case.
//
// On top what is due; then the figures with their reasons; then everything that was done, newest
// first (policy 4.2, 5 and 6; P26 to P34).
#pragma once

#include "app/office/cases/case_facts.h"
#include "app/office/cases/case_view.h"

namespace handbell::office {

[[nodiscard]] CaseView case_view(const Visit& visit, const CaseFacts& facts);

/// What this person may write down of the child, each with its address.
[[nodiscard]] std::vector<Way> steps_for(const Visit& visit, const std::string& pupil);

/// "overdue", "today" or "to come", with its colour.
void put_state(SchoolDay day, SchoolDay today, std::string& state, std::string& look);

/// "91.2 % (31 of 34 sessions)", with what waits.
[[nodiscard]] std::vector<std::string> figure_sentences(const CaseFacts& facts);
/// The sentences of the threshold, and when it was met.
[[nodiscard]] std::vector<std::string> penalty_sentences(const CaseFacts& facts);
/// For each parent what comes next (D37).
[[nodiscard]] std::vector<std::pair<std::string, std::string>> parent_steps(const CaseFacts& facts,
                                                                            SchoolDay today);

}  // namespace handbell::office
