// The current marks in the field set of the school data aggregator (rules/formats.json, F5): a
// file, never a call over a network.
#pragma once

#include "app/register/mark_history.h"

#include <map>
#include <string>

namespace handbell::exchange {

/// The other system's numbers for what is ours.
struct OtherSystemIds {
  std::map<PupilId, std::string> students;
  std::map<reg::Code, std::string> codes;
  std::map<std::string, std::string> employees;  ///< by the author's name; may lack some
};

/// An array with one object for each session's current mark. Fault: id_unmapped, naming the pupil's
/// number or the code that the table lacks.
[[nodiscard]] Result<std::string> write_marks_json(const reg::MarkHistory& history,
                                                   const OtherSystemIds& ids);
/// One object for each of these marks.
[[nodiscard]] Result<std::string> write_marks_json(const std::vector<reg::Mark>& marks,
                                                   const OtherSystemIds& ids);

}  // namespace handbell::exchange
