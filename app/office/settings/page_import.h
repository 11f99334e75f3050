// The pages of an import: choosing a file, and what it would change.
#pragma once

#include "app/office/settings/headings.h"
#include "app/office/settings/import_kinds.h"

namespace handbell::office {

struct ImportView {
  const ImportKind* kind = nullptr;
  ImportFile file;  ///< with the headings as they were assigned
  std::vector<Heading> headings;
  ImportLook look;
  bool taken = false;  ///< what could be was taken just now
};

[[nodiscard]] Answer choose_page(const Visit& visit, const FormErrors& errors = {});
[[nodiscard]] Answer preview_page(const Visit& visit, const ImportView& view,
                                  const FormErrors& errors = {});

}  // namespace handbell::office
