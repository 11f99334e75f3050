// Leaving during the day (D18, D19): the morning's mark stays, whoever goes and comes back.
//
// Only a child who is not back when the afternoon register is taken gets a proposal, by the reason
// given at the door.
#pragma once

#include "app/base/time_of_day.h"
#include "app/register/code.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace handbell::reg {

enum class OutReason : std::uint8_t { appointment, sent_home_ill, other };

struct SignOut {
  TimeOfDay out;
  std::optional<TimeOfDay> back;
  OutReason reason = OutReason::other;
  bool appointment_known = false;  ///< told beforehand, and it covers the afternoon (D04)
};

/// Nothing where the child is back by the time the afternoon register is taken.
[[nodiscard]] std::optional<Code> afternoon_proposal(const SignOut& sign_out,
                                                     TimeOfDay register_taken);

/// Of a reason's key or of its words, as a door, the office's list or a grant wrote them: whoever
/// felt unwell was sent home ill.
[[nodiscard]] OutReason out_reason_of(std::string_view reason);

}  // namespace handbell::reg
