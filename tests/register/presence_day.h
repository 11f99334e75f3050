// A day told as the office would tell it, and the answers in words to compare.
#pragma once

#include "app/register/presence_lists.h"
#include "app/register/roll_call.h"

#include <string>
#include <vector>

namespace handbell::reg {

inline constexpr PupilId kAmira(1);
inline constexpr PupilId kBen(2);
inline constexpr PupilId kCara(3);
inline constexpr PupilId kDev(4);
inline constexpr PupilId kElla(5);
inline constexpr PupilId kFinn(6);

using Children = std::vector<PupilId>;

class PresenceDay {
 public:
  EventRef tap(PupilId child, const std::string& time, const std::string& kiosk = "front");
  EventRef goes(PupilId child, const std::string& time, const std::string& reason = "");
  EventRef comes_back(PupilId child, const std::string& time);
  void not_me(const EventRef& ref, const std::string& time);
  /// The headcount is right.
  EventRef register_sent(const std::string& class_name, const std::string& time, Children seen,
                         Children not_seen = {});
  EventRef moved(GroupMovement movement);
  EventRef came(PupilId child, const std::string& time);
  EventRef left(PupilId child, const std::string& time, const std::string& reason = "",
                const std::string& back_by = "");
  EventRef handed_over(PupilId child, const std::string& to, const std::string& time);
  void take_back(const EventRef& ref, const std::string& time);

  EventRef at_door(DoorEvent event, const std::string& kiosk = "front");
  EventRef by_people(PresenceEvent event);

  [[nodiscard]] const PresenceFacts& facts() const { return facts_; }
  [[nodiscard]] Presence presence() const;
  /// "on site", "at the door", "out", "out, back expected", "elsewhere with Miss Lund".
  [[nodiscard]] std::string where(PupilId child, const std::string& time) const;
  /// "Owls in: Amira Ben(door) | elsewhere: Cara | out: Dev", a line for each class.
  [[nodiscard]] std::string roll_call(const std::string& time) const;

 private:
  PresenceFacts facts_;
  std::uint64_t seq_ = 0;
};

/// On 2026-01-12. The test fails where it is not a time.
[[nodiscard]] Instant at(const std::string& time);
[[nodiscard]] Author office();
/// Everything of a movement but whom it is about.
[[nodiscard]] MovementDraft movement(GroupKind kind, Direction direction, const std::string& time);
/// With a list and ticks; a trip is in charge of Miss Lund.
[[nodiscard]] GroupMovement group(MovementDraft draft, Children list, Children ticked);
/// "Amira Ben"
[[nodiscard]] std::string names(const std::vector<ChildAt>& children);

}  // namespace handbell::reg
