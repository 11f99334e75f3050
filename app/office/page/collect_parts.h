// Who may collect a child and what stands against it, wherever the office lets a child go (D49).
//
// It stands on the office's own screens alone: a door never hears of it.
#pragma once

#include "app/office/page/form.h"

#include <string>
#include <vector>

namespace handbell::office {

/// What the lists say of one child, in words.
struct CollectWords {
  std::string name;
  std::string warning;                   ///< why the child is not handed over as others are
  std::vector<std::string> may_collect;  ///< in the order of the list, then those of today
  std::vector<std::string> may_not;
  bool no_contacts = false;
};

/// In red: what the lists say against handing the child over.
[[nodiscard]] Html warning_words(const CollectWords& child);
/// Who may collect, who may not, or that nobody is known.
[[nodiscard]] Html collect_list(const CollectWords& child);
/// How the adult was checked.
[[nodiscard]] Html check_field(const std::string& name, const std::string& value,
                               const FormErrors& errors);
/// Why the child goes in spite of the warning.
[[nodiscard]] Html despite_warning_field(const std::string& name, const std::string& label,
                                         const std::string& value, const FormErrors& errors);
/// One line of text.
[[nodiscard]] Field line_field(const std::string& name, const std::string& label,
                               const std::string& value, const FormErrors& errors);

}  // namespace handbell::office
