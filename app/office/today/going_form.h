// "Going out", typed by the office: who goes, when, why, with whom, and when they are back (D18).
//
// The morning's mark stays as it is. A child whom somebody asks for, whom not everybody may
// collect, or whose adult is not on the list or not named where there is one, is not let go here:
// the page Out of school asks for what has to be checked (D49).
#pragma once

#include "app/office/today/desk.h"

namespace handbell::office {

/// Faults: those of reading.
[[nodiscard]] Result<GoingView> going_view(const Visit& visit, store::Register& held,
                                           const DeskFamily& family);

struct GoingTyped {
  GoingView view;  ///< with all that was typed
  std::vector<reg::SingleEntry> entries;
  FormErrors errors;
};
/// Faults: those of reading.
[[nodiscard]] Result<GoingTyped> going_typed(const Visit& visit, store::Register& held,
                                             const DeskFamily& family);

/// "Amira Khan went out at 10:12."
[[nodiscard]] std::string going_words(const reg::School& school,
                                      const std::vector<reg::SingleEntry>& entries);

}  // namespace handbell::office
