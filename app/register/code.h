// The attendance codes: one table of the marks that English schools use since 19 August 2024.
//
// A code that exists is one of the 34. What a code counts as in the figures stands in its class;
// a child with U is in the building all the same, so nothing about presence is decided here (D29).
#pragma once

#include "app/base/result.h"

#include <compare>
#include <cstdint>
#include <string_view>

namespace handbell::reg {

/// The statistical class (regulation 10; D31).
enum class CodeClass : std::uint8_t {
  attending,
  approved_activity,
  authorised_absence,
  unauthorised_absence,
  not_possible,
  not_collected,
};

class Code {
 public:
  /// Exactly as the register writes it, blanks at the ends and lower case forgiven. Look-alikes in
  /// other scripts are the importer's matter (D44). Fault: bad_code.
  [[nodiscard]] static Result<Code> parse(std::string_view text);

  [[nodiscard]] std::string_view text() const;  ///< "/", "\", "L", "C1"
  [[nodiscard]] std::string_view name() const;  ///< "Late, before the register closed"
  [[nodiscard]] CodeClass code_class() const;

  /// In school when the register began to be taken, or late before it closed: / \ L.
  [[nodiscard]] bool is_attending() const { return code_class() == CodeClass::attending; }
  /// Says where the child is instead of on site: E X V P W B K D (D06).
  [[nodiscard]] bool means_elsewhere() const;
  /// Gives way to what the door saw: N and O (D06, D10).
  [[nodiscard]] bool gives_way() const;

  friend auto operator<=>(const Code&, const Code&) = default;

 private:
  constexpr explicit Code(std::uint8_t row) : row_(row) {}
  std::uint8_t row_;
};

/// The code for a literal that we write ourselves. Invariant: it is one of the 34.
[[nodiscard]] Code code_of(std::string_view text);

}  // namespace handbell::reg
