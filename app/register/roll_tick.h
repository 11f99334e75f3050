// What people say at the assembly point: whom they see, on as many phones as they have.
//
// 1. Every tick has an id of its own, made by the phone: sent twice it counts once.
// 2. Of one child the newest tick decides, by when it was made and not by when the office heard it.
//    In the same moment "not here" decides: somebody looks for the child.
// 3. Where two people say differently both are shown. Whoever corrects himself is no conflict.
// 4. Ticks of several phones give the same in any order.
#pragma once

#include "app/base/person_name.h"
#include "app/base/pupil_id.h"
#include "app/register/mark.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace handbell::reg {

enum class RollKind : std::uint8_t { drill = 1, real };
enum class RollSaid : std::uint8_t { here = 1, not_here, with_adult };

/// A roll call begins, or the one that an entry began ends.
struct RollStep {
  RollKind kind = RollKind::drill;
  std::uint64_t ends = 0;  ///< the entry that began it; 0: it begins
  Instant at;
  Author by;
  friend bool operator==(const RollStep&, const RollStep&) = default;
};

struct RollTick {
  std::uint64_t id = 0;  ///< random, never 0
  PupilId pupil;
  RollSaid said = RollSaid::here;
  Instant at;                    ///< when it was touched
  std::optional<NamePart> with;  ///< the adult, of with_adult
  friend bool operator==(const RollTick&, const RollTick&) = default;
};

/// What one phone sends at once.
struct RollTicks {
  static constexpr std::size_t kMost = 300;
  static constexpr std::size_t kMostNames = 4000;  ///< bytes of all adults' names

  std::uint64_t call = 0;  ///< the entry that began the roll call
  std::vector<RollTick> ticks;
  std::string device;  ///< "iPhone"; may be empty
  Author by;
  friend bool operator==(const RollTicks&, const RollTicks&) = default;
};

/// Faults: entry_incomplete, entry_too_long.
[[nodiscard]] Status complete(const RollStep& step);
[[nodiscard]] Status complete(const RollTicks& ticks);

struct GivenTick {
  RollTick tick;
  Author by;
  std::string device;
  friend bool operator==(const GivenTick&, const GivenTick&) = default;
};

/// Whether he is accounted for.
[[nodiscard]] constexpr bool is_safe(RollSaid said) { return said != RollSaid::not_here; }

/// What all phones together say of one child.
struct RollChild {
  GivenTick decides;
  std::optional<GivenTick> against;  ///< the newest by somebody else that says otherwise
  friend bool operator==(const RollChild&, const RollChild&) = default;
};
using RollSeen = std::map<PupilId, RollChild>;

[[nodiscard]] RollSeen merged(const std::vector<GivenTick>& ticks);

}  // namespace handbell::reg
