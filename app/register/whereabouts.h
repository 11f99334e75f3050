// Where a child is, and what one more fact changes about it (D29).
//
// A card at the door is a claim: the child stands "at the door" until somebody saw him. A card
// held up again changes nothing (D07). What an adult saw outweighs what was believed before.
// Where two answers are possible the child stays on the fire list.
#pragma once

#include "app/register/presence_event.h"

#include <cstdint>
#include <optional>
#include <string>

namespace handbell::reg {

enum class Place : std::uint8_t {
  out,           ///< not come, gone, or put out by the close
  out_expected,  ///< out, return expected
  at_door,       ///< a card was shown, nobody saw the child yet
  on_site,
  elsewhere,  ///< with the school: on a trip, with the adult in charge
};

/// Within the walls as far as anybody knows: who has to stand at the assembly point.
[[nodiscard]] constexpr bool is_in(Place place) {
  return place == Place::at_door || place == Place::on_site;
}

/// The child's group moved, and he was not ticked.
struct NotTicked {
  std::string group;
  Direction direction = Direction::out;
  Instant at;
  friend bool operator==(const NotTicked&, const NotTicked&) = default;
};

struct Whereabouts {
  Place place = Place::out;
  std::optional<Instant> since;    ///< none: not come today, or come at an unknown time (D17)
  std::optional<Instant> back_by;  ///< of out_expected and elsewhere, where it is known
  std::string with;                ///< class, club, adult in charge, who collected; may be empty
  std::string reason;              ///< of leaving; may be empty
  EventRef evidence;               ///< the newest fact that it rests on; none after the close
  std::optional<Instant> missing_since;  ///< believed in, but a class register did not see him
  std::optional<NotTicked> not_ticked;   ///< and nothing was heard of him since
  bool closed = false;                   ///< nobody said that he left: the close put him out
  friend bool operator==(const Whereabouts&, const Whereabouts&) = default;
};

/// What a fact says about one child. In one moment, the order of the kinds is the order of facts.
enum class StepKind : std::uint8_t {
  claimed_in,        ///< a card at the door
  sighted,           ///< an adult saw the child here
  not_seen,          ///< the class register did not see him
  not_ticked,        ///< his group moved without a tick for him
  claimed_out,       ///< a card at the door, going
  left,              ///< an adult saw or knows him gone
  left_with_school,  ///< gone on a trip
  closed,            ///< the day's close
};

struct Step {
  std::optional<Instant> at;  ///< none: before all others
  StepKind kind = StepKind::claimed_in;
  EventRef evidence;
  std::string with;
  std::string reason;
  std::optional<Instant> back_by;
  bool returns = false;                  ///< of leaving: return expected
  Direction direction = Direction::out;  ///< of not_ticked: the group's
};

/// Before, by time, then kind, then number.
[[nodiscard]] bool earlier(const Step& a, const Step& b);

[[nodiscard]] Whereabouts after(const Whereabouts& before, const Step& step);

}  // namespace handbell::reg
