// handbell letters: one PDF of letters for scripts, as the office's page makes them.
#pragma once

#include "app/admin/site.h"

#include <string>
#include <vector>

namespace handbell::admin {

struct LetterOptions {
  std::string kind;
  std::vector<std::string> pupils;  ///< UPNs or admission numbers
  std::string class_name;
  std::string to;  ///< a new file
  std::string by;  ///< "NAME, POSITION"
};

/// Reads beside a running office, and writes the shell's own file. Faults: bad_choice,
/// pupil_unknown, not_on_roll, class_unknown, usage, folder_exists, bad_person, those of printing
/// and reading.
[[nodiscard]] Result<std::string> make_letters(const Site& site, const LetterOptions& options);

/// That letters of this kind were made, for which children and by whom, stands in the audit, as a
/// read of the case too where the letter shows it. Faults: those of make_letters() but for the
/// file's, folder_owned, those of the audit.
[[nodiscard]] Result<std::string> note_letters(const Site& site, const LetterOptions& options);

}  // namespace handbell::admin
