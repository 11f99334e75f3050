// What the pages of Presence are made from: one day's facts about where children are, the moment
// that is asked about, and the children whom this person may see.
//
// A class teacher has the own classes, and nobody else's child is in the list at all. Who is known
// to be here without being on the roll is not forgotten.
#pragma once

#include "app/office/web/visit.h"
#include "app/register/presence_lists.h"
#include "app/store/register.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace handbell::office {

struct PresenceDay {
  std::shared_ptr<const reg::School> school{};
  SchoolDay day;
  bool is_today = true;
  Instant at;          ///< the moment that is asked about
  bool is_now = true;  ///< today, and no other moment was asked for
  reg::PresenceFacts facts;
  reg::Presence presence;
  std::vector<const reg::PupilRecord*> pupils;  ///< by class, then name

  /// Null where there is none, or not for this person.
  [[nodiscard]] const reg::PupilRecord* pupil(PupilId id) const;
  [[nodiscard]] const reg::PupilRecord* pupil(const std::string& number) const;
  [[nodiscard]] reg::Whereabouts where(PupilId id) const { return presence.where(id, at); }
  /// The names of the classes of `pupils`.
  [[nodiscard]] std::vector<std::string> classes() const;
};

/// `at`: none is now, and noon of another day. Faults: those of reading.
[[nodiscard]] Result<PresenceDay> read_presence(const Visit& visit, store::Register& held,
                                                SchoolDay day,
                                                std::optional<TimeOfDay> at = std::nullopt);

/// What somebody typed as a time of that day, at most now. Empty is now, on another day an error.
/// `name`: the field, for what is wrong.
[[nodiscard]] std::optional<Instant> typed_moment(const Visit& visit, const std::string& name,
                                                  SchoolDay day, FormErrors& errors);

/// What was taken back: of doors by people, and of what people told.
[[nodiscard]] std::set<reg::EventRef> taken_back_by_people(const reg::PresenceFacts& facts);

/// The day that `on` names, or today; nothing where it is none or still to come.
[[nodiscard]] std::optional<SchoolDay> presence_day_named(const Visit& visit,
                                                          const std::string& on);

}  // namespace handbell::office
