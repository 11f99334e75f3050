// What the pages "Arrived" and "Going out" have in common: whose family it is, what time was typed,
// where each child is meanwhile.
#pragma once

#include "app/office/page/form.h"
#include "app/office/today/desk_view.h"
#include "app/office/web/visit.h"
#include "app/register/presence.h"
#include "app/register/school.h"
#include "app/store/register.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace handbell::office {

/// The child who was chosen, with brothers and sisters behind.
struct DeskFamily {
  std::shared_ptr<const reg::School> school;
  std::vector<const reg::PupilRecord*> children;  ///< the chosen one first
  std::vector<PupilId> ticked;                    ///< never a child of another family
};

/// From `child` of the address, or from `first` and `child` of the form; nothing where that is no
/// child on roll today. Faults: those of reading.
[[nodiscard]] Result<std::optional<DeskFamily>> desk_family(const Visit& visit,
                                                            store::Register& held);

[[nodiscard]] bool is_ticked(const DeskFamily& family, PupilId pupil);

/// "8:52", "08.52" and "0852" too. Nothing where it is no time.
[[nodiscard]] std::optional<TimeOfDay> typed_time(const std::string& text);

/// A time of today that is not to come; else the field says what is wrong.
[[nodiscard]] std::optional<Instant> time_until_now(const Visit& visit, const std::string& field,
                                                    FormErrors& errors);

/// Everything that is known of today. Faults: those of reading.
[[nodiscard]] Result<reg::PresenceFacts> known_today(const Visit& visit, store::Register& held);
[[nodiscard]] reg::Presence presence_today(const Visit& visit, const reg::PresenceFacts& known);

/// "On site since 08:40", "Nothing known of today".
[[nodiscard]] std::string where_words(const reg::Whereabouts& where);

[[nodiscard]] DeskChild desk_child(const reg::PupilRecord& pupil, const reg::Presence& presence,
                                   Instant now);

/// One of the door's lists, with "No reason said" before it; the value is the key.
[[nodiscard]] std::vector<Choice> reason_choices(const std::vector<reg::DoorReason>& list);
/// The words of a key that stands in the list; empty for "" and for what does not.
[[nodiscard]] std::string reason_words(const std::vector<reg::DoorReason>& list,
                                       const std::string& key);

/// "Amira Khan", "Amira Khan and Ben Ross", "Amira Khan, Ben Ross and Cara Lewis".
[[nodiscard]] std::string names_listed(const std::vector<std::string>& names);

}  // namespace handbell::office
