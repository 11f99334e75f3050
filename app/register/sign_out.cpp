#include "app/register/sign_out.h"

#include "app/base/text.h"

namespace handbell::reg {

std::optional<Code> afternoon_proposal(const SignOut& sign_out, TimeOfDay register_taken) {
  if (sign_out.back && *sign_out.back <= register_taken) return std::nullopt;
  if (sign_out.reason == OutReason::sent_home_ill) return code_of("I");
  if (sign_out.reason == OutReason::appointment && sign_out.appointment_known) return code_of("M");
  return code_of("N");
}

OutReason out_reason_of(std::string_view reason) {
  const std::string words = ascii_lower(reason);
  const bool ill =
      words.starts_with("sent home ill") || words.starts_with("felt unwell") || words == "unwell";
  if (ill) return OutReason::sent_home_ill;
  return words.starts_with("appointment") ? OutReason::appointment : OutReason::other;
}

}  // namespace handbell::reg
