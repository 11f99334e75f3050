#include "app/register/case_decision.h"

#include "app/register/choice_words.h"

#include <algorithm>

namespace handbell::reg {

namespace {

constexpr ChoiceList<4> kDecisionAbouts{{{"penalty", "a penalty notice"},
                                         {"authority", "the local authority"},
                                         {"support", "support"},
                                         {"close", "the end of the case"}}};
constexpr std::array<std::string_view, kConsiderations> kQuestions{
    "Is the national threshold met?", "Is a notice the best way to better attendance here?",
    "Would more support, a notice to improve or another legal step fit better?",
    "Do our duties under the Equality Act allow a notice?"};
constexpr std::size_t kLongestDecision = 200;

Status considered_all(const CaseDecision& decision) {
  for (std::size_t i = 0; i < kConsiderations; ++i) {
    const auto& one = decision.considered.at(i);
    const bool open = one.answer == Considered::unset;
    if (open && (decision.about == DecisionAbout::penalty || !one.words.empty())) {
      return fail(FaultCode::entry_incomplete,
                  "an answer to \"" + std::string(question_of(i)) + "\"");
    }
    if (Status fits = text_fits(one.words, "what was considered", kLongestConsideration); !fits) {
      return fits;
    }
  }
  return {};
}

}  // namespace

std::string_view text_of(DecisionAbout about) { return entry_of(kDecisionAbouts, about).key; }
std::string_view words_of(DecisionAbout about) { return entry_of(kDecisionAbouts, about).words; }

Result<DecisionAbout> parse_decision_about(std::string_view text) {
  return parse_choice<DecisionAbout>(kDecisionAbouts, text);
}

std::string_view question_of(std::size_t consideration) { return kQuestions.at(consideration); }

Status complete(const CaseDecision& decision) {
  if (Status all = considered_all(decision); !all) return all;
  if (decision.decision.empty()) return fail(FaultCode::entry_incomplete, "what was decided");
  if (decision.reason.empty()) return fail(FaultCode::entry_incomplete, "a reason");
  if (Status fits = text_fits(decision.decision, "a decision", kLongestDecision); !fits) {
    return fits;
  }
  return text_fits(decision.reason, "a reason");
}

Status may_decide(DecisionAbout about, const std::vector<Role>& roles) {
  const auto has = [&](Role role) { return std::ranges::find(roles, role) != roles.end(); };
  const bool legal = about == DecisionAbout::penalty || about == DecisionAbout::authority;
  if (has(Role::head) || (!legal && (has(Role::champion) || has(Role::dsl)))) return {};
  return fail(FaultCode::decision_not_theirs, std::string(words_of(about)));
}

}  // namespace handbell::reg
