// A group that came or went together (D47): breakfast club, trip, taxi and bus, the nursery's
// session end, lunch leavers, after-school club, home time.
//
// An adult ticks the group child by child against its list, so whoever is ticked was seen. A child
// of the list who was not ticked keeps his place and is named: so one left behind is noticed.
// Marks follow their own rules; this moves nobody in the register.
#pragma once

#include "app/base/instant.h"
#include "app/base/person_name.h"
#include "app/base/pupil_id.h"
#include "app/register/mark.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbell::reg {

enum class GroupKind : std::uint8_t {
  breakfast_club,     ///< comes in
  trip,               ///< leaves and returns; outside it stays with the school
  transport,          ///< SEND taxi, school bus: comes in, and goes home
  nursery_session,    ///< goes home at its end
  lunch,              ///< goes home to eat, return expected
  after_school_club,  ///< begins, and goes home
  home_time,          ///< goes home
};

[[nodiscard]] std::string_view words_for(GroupKind kind);  ///< "breakfast club"

enum class Direction : std::uint8_t { in, out };

struct MovementDraft {
  GroupKind kind = GroupKind::trip;
  Direction direction = Direction::out;
  std::string group;  ///< "Museum", "Taxi 4"; never empty
  Instant at;
  std::vector<PupilId> list;          ///< the group's children
  std::vector<PupilId> ticked;        ///< those of the list who came or went
  std::optional<NamePart> in_charge;  ///< the adult; a trip must have one
  std::optional<Instant> back_by;     ///< of trips and lunch
  Author by;
  friend bool operator==(const MovementDraft&, const MovementDraft&) = default;
};

class GroupMovement {
 public:
  /// Lists are sorted and every child stands in them once. Fault: movement_wrong where the kind
  /// knows no such direction, the group has no name, a trip nobody in charge, or somebody was
  /// ticked who is not on the list.
  [[nodiscard]] static Result<GroupMovement> from(MovementDraft draft);

  [[nodiscard]] const MovementDraft& what() const { return what_; }
  [[nodiscard]] std::vector<PupilId> not_ticked() const;
  friend bool operator==(const GroupMovement&, const GroupMovement&) = default;

 private:
  explicit GroupMovement(MovementDraft what) : what_(std::move(what)) {}
  MovementDraft what_;
};

}  // namespace handbell::reg
