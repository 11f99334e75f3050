// The attendance codes: one table of the marks that English schools use since 19 August 2024, and
// behind them the four that were withdrawn then and stand in older registers (H, J, Y, F).
//
// What a code counts as in the figures stands in its class; a child with U is in the building all
// the same, so nothing about presence is decided here (D29). Who may set a code, and whom it is
// shown to, stands here too.
#pragma once

#include "app/base/session_id.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

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

/// What a code reveals about a child: shown to those alone who may set it.
enum class Sensitivity : std::uint8_t { none, low, health, religion, ethnicity, behaviour, crime };

/// Who acts in the register (office.md, roles). A kiosk proposes and never sets; neither do the
/// designated safeguarding lead, a governor and the IT technician.
enum class Role : std::uint8_t { teacher, office, champion, head, dsl, governor, technician };

/// The days on which marks with a code stand: withdrawn codes ended with 18 August 2024.
[[nodiscard]] SchoolDay first_day_of_present_codes();  ///< 2024-08-19

class Code {
 public:
  /// Exactly as the register writes it, blanks at the ends and lower case forgiven. Look-alikes in
  /// other scripts are the importer's matter (D44). Withdrawn codes read too. Fault: bad_code.
  [[nodiscard]] static Result<Code> parse(std::string_view text);

  [[nodiscard]] std::string_view text() const;  ///< "/", "\", "L", "C1"
  [[nodiscard]] std::string_view name() const;  ///< "Late, before the register closed"
  [[nodiscard]] CodeClass code_class() const;
  [[nodiscard]] Sensitivity sensitivity() const;
  /// What the code is about is not for everybody: health, religion, ethnicity, behaviour, crime.
  [[nodiscard]] bool is_sensitive() const { return sensitivity() > Sensitivity::low; }
  /// Withdrawn on 19 August 2024: H J Y F.
  [[nodiscard]] bool is_withdrawn() const;
  /// Whether a mark of this day may have the code.
  [[nodiscard]] bool is_valid_on(SchoolDay day) const;
  /// Whether it may stand in this half of the day: / in the morning alone, \ in the afternoon.
  [[nodiscard]] bool fits(Half half) const;
  /// By codes.csv of the policy; never for withdrawn ones, and W and S for nobody here.
  [[nodiscard]] bool may_be_set_by(Role role) const;
  /// Counts towards a penalty notice (D34): G N O U.
  [[nodiscard]] bool counts_for_penalty() const {
    return code_class() == CodeClass::unauthorised_absence;
  }
  /// Counts as a possible attendance (D31).
  [[nodiscard]] bool is_possible() const { return code_class() < CodeClass::not_possible; }
  /// Counts as attended (D31): attending and approved activity.
  [[nodiscard]] bool is_attended() const { return code_class() <= CodeClass::approved_activity; }

  /// Its row in the table, 0 and up. Rows are stored: new ones only come behind the last.
  [[nodiscard]] std::uint8_t row() const { return row_; }
  [[nodiscard]] static std::optional<Code> from_row(std::uint8_t row);
  /// Every code, withdrawn ones last.
  [[nodiscard]] static std::vector<Code> all();

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

/// The code for a literal that we write ourselves. Invariant: it stands in the table.
[[nodiscard]] Code code_of(std::string_view text);

}  // namespace handbell::reg
