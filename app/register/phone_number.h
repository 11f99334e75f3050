// A telephone number as a parent gave it, in a form that can be rung.
//
// Kept as written, so that the office reads what it was told. What has too few or too many digits
// to be rung is none: it is found when the list is taken in, not on the morning of the call.
#pragma once

#include "app/base/result.h"

#include <string>
#include <string_view>

namespace handbell::reg {

class PhoneNumber {
 public:
  /// 7 to 15 digits, with blanks, hyphens, full stops and brackets between them, + before them and
  /// "ext 12" or "x12" behind. Fault: bad_phone.
  [[nodiscard]] static Result<PhoneNumber> parse(std::string_view text);

  [[nodiscard]] const std::string& text() const { return text_; }
  /// The digits alone, with + where there was one; without the extension.
  [[nodiscard]] const std::string& dialled() const { return dialled_; }
  /// Ten digits that begin with neither 0 nor +: spreadsheets cut the first 0 off.
  [[nodiscard]] bool may_lack_its_zero() const;
  friend bool operator==(const PhoneNumber&, const PhoneNumber&) = default;

 private:
  PhoneNumber(std::string text, std::string dialled)
      : text_(std::move(text)), dialled_(std::move(dialled)) {}
  std::string text_;
  std::string dialled_;
};

}  // namespace handbell::reg
