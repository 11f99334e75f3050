// What is read for the page of one child's case: what was noted, the calls of the year, and the
// figures that the policy asks about.
//
// Everything is worked out anew each time. Who may see the whole of a case is decided here, once.
#pragma once

#include "app/office/web/visit.h"
#include "app/register/contact.h"
#include "app/register/staff.h"
#include "app/reports/penalty_notice.h"
#include "app/reports/penalty_window.h"
#include "app/reports/social_worker_task.h"
#include "app/reports/suggestion.h"

#include <memory>
#include <optional>
#include <vector>

namespace handbell::office {

/// Champion, head and DSL. The office writes down talks and sees when a meeting is, not what was
/// said there, nor contracts, decisions and notices (office.md; P44).
[[nodiscard]] bool sees_whole_case(const Visitor& who);

/// Null where there is none of that number; also of a child who has left: its case stays.
[[nodiscard]] const reg::PupilRecord* case_child(const reg::School& school,
                                                 const std::string& number);

struct CaseFigures {
  reports::AttendanceCount year;       ///< this school year to date
  reports::AttendanceCount last_year;  ///< of the child here; may be of nothing
  reports::PupilSuggestions suggestions;
  reports::PenaltyWindow window;
  std::vector<reports::SocialWorkerTask> untold;  ///< of the last four weeks
};

/// What is held of the child's case itself.
struct CaseRecord {
  std::shared_ptr<const reg::School> school;
  std::shared_ptr<const reg::Staff> staff;
  const reg::PupilRecord& pupil;
  std::vector<reg::CaseNoteGiven> notes;  ///< oldest first
  std::vector<reg::Contact> contacts;
};

struct CaseFacts : CaseRecord {
  std::vector<reg::Noted<reg::CallAttempt>>
      calls;  ///< that stand: of the year, of four weeks at least
  CaseFigures figures;
};

/// Faults: those of reading.
[[nodiscard]] Result<CaseRecord> case_record(reg::Store& held,
                                             std::shared_ptr<const reg::School> school,
                                             const reg::PupilRecord& pupil);
[[nodiscard]] Result<CaseFacts> case_facts(const Visit& visit, reg::Store& held, CaseRecord record);

/// Names a task of telling the social worker, as the tick that it was done keeps it (P55).
[[nodiscard]] std::string key_of(const reports::SocialWorkerTask& task);

/// A parent for whom a notice was told of, or who is on the list of contacts: whose next step may
/// be asked about (D37). By the order of the list, then others.
struct CaseParent {
  std::string key;
  std::string name;
  std::string relationship;  ///< may be empty
};
[[nodiscard]] std::vector<CaseParent> parents_of(const CaseRecord& facts);

}  // namespace handbell::office
