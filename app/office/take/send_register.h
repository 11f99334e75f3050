// A class register becomes entries: the marks and whom the class saw, all or nothing.
//
// It is not sent while the headcount differs, somebody of whom nothing was said is expected, or
// others changed what the page showed (D09, D48). The same register sent twice is one register: a
// device that lost the network in between may ask again.
#pragma once

#include "app/office/take/take_form.h"

namespace handbell::office {

struct SendOutcome {
  std::string done;     ///< what the next page says; empty: it comes back
  FormErrors errors{};  ///< then
  bool again = false;   ///< then: somebody else sent it, the page shows what differs
  TypedRegister typed{};
};

/// On the writer's thread. Faults: those of the store.
[[nodiscard]] Result<SendOutcome> send_register(const Visit& visit, store::Register& held,
                                                const TakeForm& form);

}  // namespace handbell::office
