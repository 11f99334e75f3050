// A person settles one conflict, or takes a settlement back by another entry.
//
// What is settled is what stood on the screen. Where another person wrote something meanwhile, or a
// card came to light, nothing is done and the page says what changed.
#pragma once

#include "app/office/reconcile/reconcile.h"

namespace handbell::office {

/// What the form named, where it is there at all.
struct LineAsked {
  SessionId session;
  const reg::PupilRecord* pupil = nullptr;
  std::optional<reg::RegisterLine> line;
};

/// The fields `day`, `session` and `pupil`; nothing where one of them is no such thing. Faults:
/// those of reading.
[[nodiscard]] Result<std::optional<LineAsked>> line_asked(const Visit& visit, store::Register& held,
                                                          const reg::School& school);

/// The entry that settles it, or what is wrong with the form; `errors` name fields of this line.
[[nodiscard]] std::optional<reg::MarkDraft> settling(const Visit& visit, store::Register& held,
                                                     const reg::School& school,
                                                     const LineAsked& asked, FormErrors& errors);

/// The entry that gives back the mark before the settlement. Faults: those of reading;
/// nothing_to_settle, naming what stands there now, where the settlement is not the newest entry;
/// those of may_enter().
[[nodiscard]] Result<reg::MarkDraft> undoing(const Visit& visit, store::Register& held,
                                             const reg::School& school, const LineAsked& asked);

}  // namespace handbell::office
