// The register's marks as a list for the other system, or for a person who types them in there
// (rules/formats.json, F4).
//
// Each line says who wrote the mark, when, and what it replaced and why, so that the amendments of
// policy 3 can be followed outside as well.
#pragma once

#include "app/register/mark_history.h"
#include "app/register/school.h"

#include <string>

namespace handbell::exchange {

enum class MarkLines : std::uint8_t {
  every_entry,   ///< the whole chain of each session
  current_mark,  ///< the last entry of each session, to be read by parse_marks() again
};

/// By day, session, class, surname, forename, entry. The reason of a first entry is its Comment,
/// that of an amendment its AmendmentReason. Fault: pupil_unknown, naming Handbell's own number.
[[nodiscard]] Result<std::string> write_marks(const reg::MarkHistory& history,
                                              const reg::School& school, MarkLines lines);

/// The same of these marks alone; each is one of the history's.
[[nodiscard]] Result<std::string> write_marks(const reg::MarkHistory& history,
                                              const reg::School& school,
                                              const std::vector<reg::Mark>& marks);

/// The same lines as JSON: an array of flat objects, keys in snake_case, what is empty null. For
/// another program that reads names as ours; F5 (mark_json.h) is in the other system's numbers.
[[nodiscard]] Result<std::string> write_marks_as_json(const reg::MarkHistory& history,
                                                      const reg::School& school,
                                                      const std::vector<reg::Mark>& marks);

}  // namespace handbell::exchange
