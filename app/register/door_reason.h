// Why a child comes late or leaves early, as it may be said at the door (D24, D49): a short list of
// plain words.
//
// A kiosk writes the key alone, so that a school may word its list as it likes. Whoever reads a key
// that is in no list sees the key itself as words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace handbell::reg {

struct DoorReason {
  std::string key;      ///< "overslept"; at most 64 bytes
  std::string words;    ///< "Overslept"
  std::string picture;  ///< key of the icon list
  friend bool operator==(const DoorReason&, const DoorReason&) = default;
};

/// The lists that Handbell comes with.
[[nodiscard]] const std::vector<DoorReason>& late_reasons();
[[nodiscard]] const std::vector<DoorReason>& out_reasons();

/// "Overslept"; "lost shoe" for the unknown key "lost_shoe".
[[nodiscard]] std::string words_of_reason(std::string_view key);

}  // namespace handbell::reg
