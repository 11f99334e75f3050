// The page Concerns, and the form by which one is raised.
#pragma once

#include "app/office/concerns/concerns.h"
#include "app/office/page/page_layout.h"

#include <string>
#include <vector>

namespace handbell::office {

[[nodiscard]] Html concerns_page(const ConcernsView& view, PageFrame frame);

/// What stands in the form, also where it came back.
struct RaiseForm {
  std::string pupil;
  std::string name;
  std::string words;
  std::vector<std::string> whom;
};
[[nodiscard]] Html raise_page(const RaiseForm& form, PageFrame frame);
/// For whom a concern may be.
[[nodiscard]] std::vector<Choice> concern_choices();

/// What became of one, where the form came back.
struct CloseForm {
  std::uint64_t entry = 0;
  std::string words;
};
[[nodiscard]] Html close_page(const ConcernLine& line, const CloseForm& form, PageFrame frame);

}  // namespace handbell::office
