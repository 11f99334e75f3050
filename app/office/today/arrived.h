// "Arrived", typed by the office: a child and whoever came along, at a time, each with the mark
// that it earns (D13, D14, D22).
//
// The page says what the time makes of each child; the person takes that or chooses another mark
// and says why. What was written meanwhile by somebody else, or a time that makes another mark, is
// shown again before anything is written.
#pragma once

#include "app/office/today/desk.h"
#include "app/register/typed_arrival.h"

namespace handbell::office {

/// The page for this family at that moment. Faults: those of reading.
[[nodiscard]] Result<ArrivedView> arrived_view(const Visit& visit, store::Register& held,
                                               const DeskFamily& family, Instant at);

/// The judgement of one child. Faults: those of reading.
[[nodiscard]] Result<reg::TypedArrival> typed_arrival(store::Register& held,
                                                      const reg::School& school,
                                                      const reg::PupilRecord& pupil, Instant at);

/// Names what a judgement says: "L.17.0", code, minutes and the entry that stands.
[[nodiscard]] std::string seen_of_typed(const reg::TypedArrival& arrival);

/// Which marks may be chosen for it, the one that stands first: "suggested", "none", or a code.
[[nodiscard]] std::vector<Choice> mark_choices(const Visitor& who,
                                               const reg::TypedArrival& arrival);
/// What the person reads of it, without what the person may not see.
[[nodiscard]] std::string words_of_typed(const Visitor& who, const reg::TypedArrival& arrival);
[[nodiscard]] std::string standing_words(const Visitor& who, const reg::TypedArrival& arrival);

}  // namespace handbell::office
