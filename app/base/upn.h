// The unique pupil number (D38).
//
// A UPN that exists is valid: 13 characters, right check letter. A pupil whose UPN is missing or
// wrong is a pupil all the same: the text as written stands beside an empty optional.
#pragma once

#include "app/base/result.h"

#include <compare>
#include <string>
#include <string_view>

namespace handbell {

class Upn {
 public:
  /// Check letter, 11 digits, and a digit or (temporary UPN) a letter. Blanks at the ends and
  /// lower case are forgiven. Fault: bad_upn.
  [[nodiscard]] static Result<Upn> parse(std::string_view text);

  /// The check letter of the 12 characters that follow it: weights 2 to 13, modulo 23, over A-Z
  /// without I, O and S (Government Data Standards Catalogue, UPN 2.0). Fault: bad_upn.
  [[nodiscard]] static Result<char> check_letter(std::string_view without_check_letter);

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] bool is_temporary() const;
  friend auto operator<=>(const Upn&, const Upn&) = default;

 private:
  explicit Upn(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

}  // namespace handbell
