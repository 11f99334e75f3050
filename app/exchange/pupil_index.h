// Which pupil a row of an outside list is about: by UPN, by admission number, or by both.
//
// Where both stand they must be one pupil's, else the row is refused: nobody's mark or contact is
// put to another child for a typing error.
#pragma once

#include "app/exchange/sheet.h"
#include "app/register/school.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace handbell::exchange {

/// UPN and AdmissionNumber, then `more`.
[[nodiscard]] std::vector<Column> with_pupil_columns(std::vector<Column> more);

/// Fault: column_missing where the sheet has neither of them.
[[nodiscard]] Status names_pupils(const Sheet& sheet);

class PupilIndex {
 public:
  /// Of a school that outlives it.
  explicit PupilIndex(const reg::School& school);
  /// Nobody where the row is refused: pupil_not_named, pupil_unknown, pupil_ambiguous.
  [[nodiscard]] const reg::PupilRecord* pupil_of(RowReader& row) const;

 private:
  using Map = std::unordered_map<std::string, const reg::PupilRecord*>;
  Map by_upn_;
  Map by_number_;
};

}  // namespace handbell::exchange
