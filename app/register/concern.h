// A concern about a child's attendance that somebody at school hands on: the office to the class
// teacher, a champion to the DSL (policy 8.3 and 8.4; P41, P44).
//
// Each step is an entry of its own: raised, taken up, closed with what became of it. What is about
// a child's safety is told to the DSL at once and in person; this is no place for it.
#pragma once

#include "app/base/pupil_id.h"
#include "app/register/mark.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace handbell::reg {

/// For whom; the numbers are part of the format. SENDCo and Pupil Premium Lead have no sign-in of
/// their own kind: champion, head and DSL see to it that they hear.
enum class ConcernFor : std::uint8_t {
  class_teacher = 1,
  dsl = 2,
  champion = 3,
  head = 4,
  senco = 5,
  pupil_premium_lead = 6,
};
inline constexpr ConcernFor kLastConcernFor = ConcernFor::pupil_premium_lead;
inline constexpr std::size_t kConcernFor = 6;
[[nodiscard]] std::string_view text_of(ConcernFor whom);                    ///< "class_teacher"
[[nodiscard]] std::string_view words_of(ConcernFor whom);                   ///< "class teacher"
[[nodiscard]] Result<ConcernFor> parse_concern_for(std::string_view text);  ///< bad_choice

/// The numbers are part of the format.
enum class ConcernState : std::uint8_t { raised = 1, taken_up = 2, closed = 3 };
inline constexpr ConcernState kLastConcernState = ConcernState::closed;
[[nodiscard]] std::string_view text_of(ConcernState state);                     ///< "taken_up"
[[nodiscard]] std::string_view words_of(ConcernState state);                    ///< "taken up"
[[nodiscard]] Result<ConcernState> parse_concern_state(std::string_view text);  ///< bad_choice

struct Concern {
  PupilId pupil;
  std::uint64_t of = 0;  ///< the entry that raised it; 0: this one does
  ConcernState state = ConcernState::raised;
  SchoolDay day;
  std::vector<ConcernFor> whom;  ///< rising, each once; of what raises it alone
  std::string words;             ///< what worries; or what became of it
  Author by;
  friend bool operator==(const Concern&, const Concern&) = default;
};

/// Faults: entry_incomplete, entry_too_long.
[[nodiscard]] Status complete(const Concern& concern);

/// Those of them who sign in with one of these roles. `own_class`: the child is in a class of the
/// person's.
[[nodiscard]] bool is_for(const Concern& raised, const std::vector<Role>& roles, bool own_class);

}  // namespace handbell::reg
