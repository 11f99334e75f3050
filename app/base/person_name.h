// A name as a person writes it, in any script.
#pragma once

#include "app/base/result.h"

#include <compare>
#include <string>
#include <string_view>

namespace handbell {

/// One part of a name: 1 to 80 characters, composed (NFC), trimmed, no control characters.
class NamePart {
 public:
  static constexpr std::size_t kLongest = 80;

  /// Fault: bad_name.
  [[nodiscard]] static Result<NamePart> parse(std::string_view text);

  [[nodiscard]] const std::string& text() const { return text_; }
  friend auto operator<=>(const NamePart&, const NamePart&) = default;

 private:
  explicit NamePart(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

/// What a public screen may show: first name and first letter of the surname, "Zoya K"
/// (kiosk.md, names). `called` is the preferred forename where there is one.
[[nodiscard]] std::string shown_as(const NamePart& called, const NamePart& surname);

}  // namespace handbell
