// The pages about pupils: finding one, one pupil's year, and the history of one mark.
#pragma once

#include "app/office/page/page_layout.h"
#include "app/office/pupils/pupil_view.h"

namespace handbell::office {

struct FoundPupil {
  std::string id;
  std::string name;
  std::string class_name;
  std::string year_group;
  std::string left;  ///< "left on 19 December 2025", or empty
};

struct SearchView {
  std::string typed;
  bool searched = false;
  std::vector<FoundPupil> found;
  bool more = false;                                 ///< than are shown
  std::vector<std::pair<std::string, int>> classes;  ///< with how many children
  std::string class_name;                            ///< whose list is shown; may be empty
};

/// Leads to the pupil's page.
[[nodiscard]] Html pupil_link(const std::string& id, const std::string& name);

[[nodiscard]] Html search_page(const SearchView& view, PageFrame frame);
[[nodiscard]] Html pupil_page(const PupilView& view, PageFrame frame);
[[nodiscard]] Html mark_page(const MarkView& view, PageFrame frame);

}  // namespace handbell::office
