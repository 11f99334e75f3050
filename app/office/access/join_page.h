// The forms of set-up and invitation. What was typed as a password, PIN or code never comes back.
#pragma once

#include "app/base/hex.h"
#include "app/base/random.h"
#include "app/net/message.h"
#include "app/office/page/form.h"

#include <string>
#include <vector>

namespace handbell::office {

/// `choices`: whoever of the staff list may be the first.
[[nodiscard]] Html set_up_form(const std::vector<Choice>& choices, const net::Fields& typed,
                               const FormErrors& errors);
[[nodiscard]] Html join_form(const FormErrors& errors);

struct JoinView {
  std::string name;
  std::string school;
  Bytes secret;
  bool has_pin = false;    ///< a class teacher: for classroom devices
  bool needs_app = false;  ///< may not sign in without the code of an app
};
[[nodiscard]] Html account_form(const JoinView& view, const FormErrors& errors);
/// QR code, the same in letters, and the field for the code that the app shows then.
[[nodiscard]] Html app_part(const JoinView& view, const FormErrors& errors);
[[nodiscard]] Html ready_page(const std::vector<std::string>& recovery_codes);
[[nodiscard]] Html recovery_list(const std::vector<std::string>& codes);
[[nodiscard]] std::vector<std::string> new_recovery_codes(Random& random);
/// A field whose value never comes back.
[[nodiscard]] Html secret_field(const std::string& name, const std::string& label,
                                const std::string& hint, const FormErrors& errors);
[[nodiscard]] Html pin_field(const FormErrors& errors);

}  // namespace handbell::office
