// Gathers everything that is held about one pupil, for a copy that somebody asked to see (F10): the
// same for the command and for the office's page.
#pragma once

#include "app/exchange/subject_copy.h"
#include "app/register/store.h"

#include <functional>
#include <optional>

namespace handbell::exchange {

/// What the copy needs beside the register's own answers.
struct SubjectPorts {
  reg::HashOfCard hash;  ///< as the doors name a card
  /// On which day an event of a door counts; nothing where on none.
  std::function<Result<std::optional<SchoolDay>>(const reg::EventRef&)> day_counted;
};

struct SubjectQuestion {
  PupilId pupil;
  int asked_by = 0;  ///< the place in the pupil's contacts; 0: nobody of them
  std::vector<std::string> no_names{};
  SchoolDay today;
  ExportStamp stamp;
};

/// Faults: pupil_unknown; usage where there is no such contact; those of reading.
[[nodiscard]] Result<SubjectCopy> read_subject_copy(reg::Store& file,
                                                    const SubjectQuestion& question,
                                                    const SubjectPorts& ports);

}  // namespace handbell::exchange
