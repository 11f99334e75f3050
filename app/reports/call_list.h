// Whom the office rings when the register has closed (D45), live from then on.
//
//   classes that have not sent their register    one line each, "ring Owls" (D23)
//   at the door long since, seen by nobody       red: look for the child (D10)
//   expected, and no mark, arrival or reason     ring all contacts
//   at the door, not yet seen in class           wait ten minutes
//
// An arrival or a message moves or removes a line; a forgotten register never becomes thirty
// calls. What is seen here is where a child may be, not what its mark counts as (D29).
#pragma once

#include "app/base/instant.h"
#include "app/base/pupil_id.h"
#include "app/register/code.h"
#include "app/reports/thresholds.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace handbell::reports {

/// What is known of one child in this session.
struct CallFacts {
  PupilId pupil;
  std::string class_name;
  bool expected = false;          ///< by calendar, roll and agreed pattern
  std::optional<reg::Code> mark;  ///< the current mark by a person
  bool at_the_door = false;       ///< an arrival that nobody took back
  std::optional<Instant> tapped;  ///< when; nothing while the kiosk's time is unknown (D17)
  bool seen = false;              ///< class or office confirmed the child
  bool reason_entered = false;    ///< a message or a plan for this session
  int absence_day = 0;            ///< of the absence, if the child is away today (D42)
  bool missed = false;            ///< came, but a class register did not see the child (D10)
  friend bool operator==(const CallFacts&, const CallFacts&) = default;
};

struct CallQuestion {
  std::vector<CallFacts> pupils;
  std::set<std::string> classes_sent;  ///< registers sent, or confirmed by telephone (D23)
  Instant from;                        ///< calls.at: nobody is rung before
  Instant now;
};

enum class CallKind : std::uint8_t { ring_class, unseen, ring_family, at_the_door };

[[nodiscard]] std::string_view text_of(CallKind kind);

struct CallLine {
  CallKind kind = CallKind::ring_family;
  std::string class_name;
  std::optional<PupilId> pupil;   ///< nothing for a class
  std::optional<Instant> tapped;  ///< at the door since
  int absence_day = 0;
  bool n_offered = false;  ///< no mark stands: N in one touch, never by itself (D23)
  friend bool operator==(const CallLine&, const CallLine&) = default;
};

/// In the order of the kinds, then by class and pupil. Empty before `from`.
[[nodiscard]] std::vector<CallLine> call_list(const CallQuestion& question,
                                              const Thresholds& thresholds = {});

[[nodiscard]] std::string sentence(const CallLine& line);

}  // namespace handbell::reports
