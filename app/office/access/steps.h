// What is remembered between two pages of signing in: the password was right and the code is
// missing, or an invitation was taken and the account is being made. In memory, for a while.
#pragma once

#include "app/base/hex.h"
#include "app/base/random.h"
#include "app/register/staff.h"

#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace handbell::office {

enum class StepKind : std::uint8_t { code, join, app };

struct Step {
  StepKind kind = StepKind::code;
  std::string staff;                        ///< id
  std::optional<reg::StaffMember> fresh{};  ///< of set-up: to be put on the staff list
  std::string code{};                       ///< hash of the invitation, or of the first-run code
  Bytes secret{};                           ///< of the codes, shown and not yet kept
  Instant until{};
};

class Steps {
 public:
  static constexpr std::size_t kMost = 256;

  /// Answers what the step's cookie says.
  [[nodiscard]] std::string begin(const Step& step, Random& random);
  [[nodiscard]] std::optional<Step> find(const std::string& cookie, StepKind kind, Instant now);
  void end(const std::string& cookie);

 private:
  std::mutex mutex_;
  std::map<std::string, Step> steps_;  ///< by the cookie's hash
};

}  // namespace handbell::office
