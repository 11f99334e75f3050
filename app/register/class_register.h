// Taking the register of one class: what the teacher says of each child, and what that becomes.
//
//   1. "/" is offered for everybody of whom nothing else is known; nothing is offered for a child
//      who is at the door and whom nobody has seen (D10, D48).
//   2. What the office entered stays, and so does what a family told us beforehand, where the child
//      is not in class (D06). N and O give way to what the class sees (D10).
//   3. A child who is in class attends, whatever was told (D05). What the door says otherwise is
//      for the office to settle: nothing is overwritten (D03, D09).
//   4. Whom the class saw is told beside the marks (D29).
#pragma once

#include "app/register/notice.h"
#include "app/register/presence.h"
#include "app/register/register_line.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbell::reg {

/// Where marks of a class register come from, as the entry says it.
inline constexpr std::string_view kClassRegister = "Class register";
/// Of marks that a file brought: its name follows.
inline constexpr std::string_view kImportOf = "Import of ";

/// What a teacher says of a child. Late: came to class after the register was begun.
enum class InClass : std::uint8_t { present, late, not_here };

[[nodiscard]] std::optional<InClass> parse_in_class(std::string_view text);
[[nodiscard]] std::string_view text_of(InClass said);  ///< "present", "late", "not-here"

struct ClassChild {
  PupilId pupil;
  bool expected = true;                   ///< by calendar, roll and pattern (D20)
  std::optional<PlannedCode> planned;     ///< told or agreed beforehand
  std::optional<Mark> mark;               ///< the current one
  std::optional<SessionArrival> arrival;  ///< what the door saw in this session
  Whereabouts where;
};

/// A register that was sent and not taken back.
struct SentRegister {
  EventRef ref;
  ClassDraft what;
};

struct ClassRegister {
  std::string class_name;
  SessionId session;
  std::vector<ClassChild> children;
  std::optional<SentRegister> sent;

  [[nodiscard]] const ClassChild* child(PupilId pupil) const;
};

using Answers = std::map<PupilId, InClass>;

/// The newest register of the class that was sent in this time, both ends included.
[[nodiscard]] std::optional<SentRegister> register_sent(const std::vector<PresenceFact>& told,
                                                        const std::string& class_name, Instant from,
                                                        Instant until);

/// A family or the office said that the child does not come; why is not said (D48).
[[nodiscard]] bool is_away_known(const ClassChild& child);
/// A card was shown at the door, and nobody has seen the child since.
[[nodiscard]] bool is_unseen(const ClassChild& child);
/// Gone from school, or out with it, as far as anybody knows.
[[nodiscard]] bool is_gone(const ClassChild& child);
/// A mark that the class does not change: the office's, but for N and O.
[[nodiscard]] bool stays(const ClassChild& child);

/// What is offered before the teacher says anything; nothing where she has to look.
[[nodiscard]] std::optional<InClass> preset(const ClassChild& child);

/// What was sent, as it stands now; nothing where the register was not sent, or not about him.
[[nodiscard]] std::optional<InClass> standing(const ClassRegister& taken, const ClassChild& child);

/// The mark's own side of it: nothing where there is no mark.
[[nodiscard]] std::optional<InClass> said_by(const std::optional<Mark>& mark);

enum class Doubt : std::uint8_t { not_said, unseen, away_but_here, gone_but_here, door_saw };

/// Who may be marked wrongly, and why. Of children who are not expected only what was said counts.
[[nodiscard]] std::vector<std::pair<PupilId, Doubt>> doubts(const ClassRegister& taken,
                                                            const Answers& said);

/// How a register is sent, and by whom.
struct Sending {
  Author by;
  std::vector<Role> roles;
  Instant at;
  bool closed = false;  ///< the register had closed by then
  std::string reason;   ///< of what changes an entry
};

/// The entry that the answer makes; nothing where what stands says it already, stays, or is for the
/// office to enter. Whether it may be is for may_enter() to say. A child who comes to class after
/// the register was sent and closed is U, not L (D01).
[[nodiscard]] std::optional<MarkDraft> mark_of(const ClassRegister& taken, const ClassChild& child,
                                               InClass said, const Sending& how);

/// Whom the class saw, and whom it did not. `headcount`: as typed (D48).
[[nodiscard]] ClassDraft sighting(const ClassRegister& taken, const Answers& said, int headcount,
                                  const Sending& how);

}  // namespace handbell::reg
