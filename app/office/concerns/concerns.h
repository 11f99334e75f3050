// What somebody reads of the concerns about children: those for the own roles, and those that the
// person raised.
//
// Open ones stand first, the oldest at the top; what was closed within a month stays below, so that
// who raised it reads what became of it.
#pragma once

#include "app/office/web/visit.h"

#include <optional>
#include <string>
#include <vector>

namespace handbell::office {

struct ConcernLine {
  std::uint64_t entry = 0;  ///< that raised it
  std::string pupil;
  std::string name;  ///< "Zoë O'Neill (Owls)"
  std::string words;
  std::string whom;         ///< "class teacher, SENDCo"
  std::string raised;       ///< "R Patel, Office manager, Monday 12 January 2026 at 09:10"
  std::string taken;        ///< the same of who took it up; empty
  std::string ended;        ///< what became of it, and who says so; empty: open
  bool may_answer = false;  ///< it is for this person
  bool shows_pupil = false;
};

struct ConcernsView {
  std::vector<ConcernLine> open;
  std::vector<ConcernLine> closed;
};

/// `notes`: all notes of cases, oldest first.
[[nodiscard]] ConcernsView concerns_view(const Visit& visit, const reg::School& school,
                                         const std::vector<reg::CaseNoteGiven>& notes);

/// The concern that was raised with this entry, where it is open and for this person.
[[nodiscard]] std::optional<reg::Concern> concern_to_answer(
    const Visit& visit, const reg::School& school, const std::vector<reg::CaseNoteGiven>& notes,
    std::uint64_t entry);

}  // namespace handbell::office
