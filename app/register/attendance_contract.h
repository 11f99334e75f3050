// An attendance contract (policy 5, stage four; Appendix 2): what the parents will do, what the
// school will do, signed on paper, and the day on which both look at it again.
//
// It is offered, agreed or declined, and later kept, failed or ended; each step is an entry that
// names the first one. It is a support and never a condition: whether it failed a person says, and
// nothing follows by itself (P32).
#pragma once

#include "app/base/pupil_id.h"
#include "app/register/mark.h"

#include <optional>
#include <string>
#include <string_view>

namespace handbell::reg {

/// The numbers are part of the format.
enum class ContractState : std::uint8_t {
  offered = 1,
  agreed = 2,
  declined = 3,
  kept = 4,
  failed = 5,
  ended = 6,
};
inline constexpr ContractState kLastContractState = ContractState::ended;
[[nodiscard]] std::string_view text_of(ContractState state);                      ///< "agreed"
[[nodiscard]] std::string_view words_of(ContractState state);                     ///< "agreed"
[[nodiscard]] Result<ContractState> parse_contract_state(std::string_view text);  ///< bad_choice
/// It still runs: offered or agreed.
[[nodiscard]] bool is_open(ContractState state);

/// Characters of what one side will do.
inline constexpr std::size_t kLongestPromise = 1500;

struct Contract {
  PupilId pupil;
  std::uint64_t of = 0;  ///< the entry that began this contract; 0: this one does
  ContractState state = ContractState::offered;
  SchoolDay day;  ///< of this step
  std::string parents_will;
  std::string school_will;
  std::optional<SchoolDay> signed_on;  ///< by both, on paper
  SchoolDay review;
  std::string words;  ///< how it went, or why it was declined or ended; may be empty
  Author by;
  friend bool operator==(const Contract&, const Contract&) = default;
};

/// Faults: entry_incomplete, entry_too_long, dates_crossed where a new contract's review is not
/// behind its day or its signature.
[[nodiscard]] Status complete(const Contract& contract);

}  // namespace handbell::reg
