// Which groups come and go, as the office chooses them (D47): each kind with its direction.
#pragma once

#include "app/register/group_movement.h"

#include <span>
#include <string_view>

namespace handbell::office {

struct GroupWay {
  std::string_view key;  ///< "trip-out"
  reg::GroupKind kind;
  reg::Direction direction;
  std::string_view words;  ///< "Trip leaves"
  std::string_view name;  ///< what the group is called unless somebody says otherwise; may be empty
};

[[nodiscard]] std::span<const GroupWay> group_ways();
/// Null where there is no such.
[[nodiscard]] const GroupWay* group_way(std::string_view key);

/// Comes back: its list is who left with it today.
[[nodiscard]] bool is_return(const GroupWay& way);
/// Goes by classes, as home time: no group to be remembered.
[[nodiscard]] bool goes_by_class(const GroupWay& way);
/// A time by which it is back may be told.
[[nodiscard]] bool comes_back(const GroupWay& way);

}  // namespace handbell::office
