// Classes whose register has not come, before the session's register closes (D23).
//
// Teacher and office are told at 08:40 and, in red, at 08:50: 20 and 10 minutes before the close,
// and never before the register is to be taken. A class in which nobody is expected owes none.
// From the close on the call list asks the office to ring the class (call_list.h).
#pragma once

#include "app/base/instant.h"
#include "app/register/school.h"

#include <set>
#include <string>
#include <vector>

namespace handbell::reports {

struct MissingRegister {
  std::string class_name;
  Instant since;     ///< of the first alert
  bool red = false;  ///< of the second
  friend bool operator==(const MissingRegister&, const MissingRegister&) = default;
};

/// By class. `sent`: see reg::registers_sent(). Empty on a day without school and where the
/// school has not entered the session's times (D08).
[[nodiscard]] std::vector<MissingRegister> missing_registers(const reg::School& school,
                                                             SessionId session,
                                                             const std::set<std::string>& sent,
                                                             Instant now);

}  // namespace handbell::reports
