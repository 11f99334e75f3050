#include "app/register/attendance_contract.h"

#include "app/register/choice_words.h"

namespace handbell::reg {

namespace {

constexpr ChoiceList<6> kContractStates{{{"offered", "offered"},
                                         {"agreed", "agreed"},
                                         {"declined", "declined"},
                                         {"kept", "kept"},
                                         {"failed", "not kept"},
                                         {"ended", "ended"}}};

Status review_is_behind(const Contract& contract) {
  const SchoolDay from = contract.signed_on.value_or(contract.day);
  if (!is_open(contract.state) || from < contract.review) return {};
  return fail(FaultCode::dates_crossed, "The review on " + contract.review.words() +
                                            " has to be after the contract of " + from.words());
}

}  // namespace

std::string_view text_of(ContractState state) { return entry_of(kContractStates, state).key; }
std::string_view words_of(ContractState state) { return entry_of(kContractStates, state).words; }

Result<ContractState> parse_contract_state(std::string_view text) {
  return parse_choice<ContractState>(kContractStates, text);
}

bool is_open(ContractState state) {
  return state == ContractState::offered || state == ContractState::agreed;
}

Status complete(const Contract& contract) {
  if (contract.parents_will.empty()) {
    return fail(FaultCode::entry_incomplete, "what the parents will do");
  }
  if (contract.school_will.empty()) {
    return fail(FaultCode::entry_incomplete, "what the school will do");
  }
  if (contract.state == ContractState::agreed && !contract.signed_on) {
    return fail(FaultCode::entry_incomplete, "the day on which it was signed");
  }
  if (!is_open(contract.state) && contract.words.empty()) {
    return fail(FaultCode::entry_incomplete, "how it went");
  }
  if (Status behind = review_is_behind(contract); !behind) return behind;
  if (Status fits = text_fits(contract.parents_will, "what the parents will do", kLongestPromise);
      !fits) {
    return fits;
  }
  if (Status fits = text_fits(contract.school_will, "what the school will do", kLongestPromise);
      !fits) {
    return fits;
  }
  return text_fits(contract.words, "how it went", kLongestReason / 2);
}

}  // namespace handbell::reg
