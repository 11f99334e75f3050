// What was asked for on the pages of letters: which kind, for which children, by whom.
#pragma once

#include "app/office/letters/letter_batches.h"
#include "app/office/letters/letters_view.h"
#include "app/office/web/route.h"

#include <optional>
#include <vector>

namespace handbell::office {

/// A kind that this person makes; nothing for any other word.
[[nodiscard]] std::optional<paper::LetterKind> kind_asked(const Visit& visit,
                                                          const std::string& text);

/// The page as it is before anything was chosen.
[[nodiscard]] LettersView letters_view(const Visit& visit, const reg::School& school,
                                       const std::vector<BatchSeen>& batches);

/// The children of the class, those that are suggested in its place, or those of the numbers; what
/// is wrong goes to the fields. For a lateness letter each stands with how often it was late, and
/// of a class whoever never was is left out. Faults: those of reading.
[[nodiscard]] Status add_children(LettersView& view, store::Register& held, SchoolDay today,
                                  FormErrors& errors);

/// The children that were ticked, are on roll and get such a letter, in the order of the list; what
/// is wrong goes to the field.
[[nodiscard]] std::vector<PupilId> pupils_ticked(const Visit& visit, const reg::School& school,
                                                 paper::LetterKind kind, FormErrors& errors);

/// Who makes it, and the meeting as typed.
[[nodiscard]] paper::LetterAbout about_typed(const Visit& visit, FormErrors& errors);

[[nodiscard]] BatchView batch_view(const BatchSeen& batch);

}  // namespace handbell::office
