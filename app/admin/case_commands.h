// The commands of a child's case: what was said, agreed, decided, and what the local authority told
// us of penalty notices (policy 4.2 to 6). Each writes an entry; an error is taken back by another.
#pragma once

#include "app/admin/site.h"
#include "app/admin/table.h"

#include <string>
#include <vector>

namespace handbell::admin {

struct CaseOptions {
  std::string pupil;
  std::string on;     ///< YYYY-MM-DD; empty: today
  std::string at;     ///< HH:MM, may be empty
  std::string state;  ///< as the parse function of its kind takes it
  std::uint64_t of = 0;
  std::string by;

  std::string how;  ///< of a contact: by what; of a notice: how we were told
  std::string with;
  std::string words;

  std::string kind;
  std::string place;
  std::string present;
  std::string agreed;
  std::string review;

  std::string parents_will;
  std::string school_will;
  std::string signed_on;

  std::string about;
  std::vector<std::string> considered;  ///< "yes", "no": all four or none
  std::string decision;
  std::string reason;

  std::string parent;
  std::string issued;
  std::string told;

  std::uint64_t entry = 0;
  bool ended = false;  ///< of the list: those too
};

// Faults: pupil_unknown, bad_choice, bad_date, bad_time, bad_person, those of may_keep().
[[nodiscard]] Result<std::string> note_case_contact(const Site& site, const CaseOptions& options);
[[nodiscard]] Result<std::string> note_meeting(const Site& site, const CaseOptions& options);
[[nodiscard]] Result<std::string> note_contract(const Site& site, const CaseOptions& options);
/// Also decision_not_theirs: a penalty notice is the headteacher's (D52).
[[nodiscard]] Result<std::string> note_decision(const Site& site, const CaseOptions& options);
[[nodiscard]] Result<std::string> note_penalty_notice(const Site& site, const CaseOptions& options);
/// Faults: note_unknown, entry_incomplete, bad_person.
[[nodiscard]] Result<std::string> take_case_back(const Site& site, const CaseOptions& options);

/// That the list, or what was noted of the named child, was read stands in the audit. Faults:
/// pupil_unknown, folder_owned, those of the audit.
[[nodiscard]] Result<std::string> note_case_read(const Site& site, const CaseOptions& options);

/// What is due in each open case of who is on roll.
[[nodiscard]] Result<std::string> case_list(const Site& site, const CaseOptions& options,
                                            Format format);
/// Everything that was noted of one child, oldest first.
[[nodiscard]] Result<std::string> case_history(const Site& site, const CaseOptions& options,
                                               Format format);

}  // namespace handbell::admin
