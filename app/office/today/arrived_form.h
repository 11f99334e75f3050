// What the office typed of a child's coming becomes entries: the coming itself, and the mark that a
// person took or chose.
#pragma once

#include "app/office/today/arrived.h"

namespace handbell::office {

/// One child who came, and the mark that goes with it.
struct ArrivedEntry {
  reg::TypedArrival arrival;
  std::optional<reg::MarkDraft> mark;
};

/// The entry that a choice of mark_choices() makes; none for "none". Faults: entry_incomplete
/// (without a reason), bad_code, those of may_enter().
[[nodiscard]] Result<std::optional<reg::MarkDraft>> chosen_mark(const Visit& visit,
                                                                store::Register& held,
                                                                const reg::TypedArrival& arrival,
                                                                const std::string& choice,
                                                                const reg::TypedReason& reason);

/// All of them, of one day, in one go. What was typed already of the same child and minute is not
/// typed twice. Faults: those of writing.
[[nodiscard]] Status write_arrivals(const Visit& visit, store::Register& held,
                                    const std::vector<ArrivedEntry>& entries);

/// What the form "Arrived" makes, or what is wrong with it. Where the marks are others than those
/// that the page said, `look_again`: nothing is wrong, and nothing is written yet.
struct ArrivedTyped {
  ArrivedView view;  ///< with all that was typed
  std::vector<ArrivedEntry> entries;
  FormErrors errors;
  bool look_again = false;
};
/// Faults: those of reading.
[[nodiscard]] Result<ArrivedTyped> arrived_typed(const Visit& visit, store::Register& held,
                                                 const DeskFamily& family);

/// "Amira Khan (L) and Ben Ross came at 08:52."
[[nodiscard]] std::string arrived_words(const reg::School& school,
                                        const std::vector<ArrivedEntry>& entries);

}  // namespace handbell::office
