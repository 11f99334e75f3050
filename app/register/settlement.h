// How a person settles what the door says otherwise than the register (D09).
//
// Both stand until then. The person sees a suggestion with its decision, and either takes it,
// writes another code, or keeps the mark that is there: each is an entry with a reason, and it
// names the arrival that was looked at. By that, and by nothing else, the conflict is settled; a
// card that comes to light later and moves the arrival asks again (D28).
#pragma once

#include "app/register/register_line.h"

#include <string>
#include <string_view>
#include <vector>

namespace handbell::reg {

/// As accepting writes it into an entry: nobody looked at the other side.
inline constexpr std::string_view kFrontDoorSource = "Front door";

/// Whether the mark was written in the knowledge of this arrival.
[[nodiscard]] bool settles(const Mark& mark, const SessionArrival& arrival);

struct Suggestion {
  Code code;
  std::string decision;  ///< "D09"
  std::string sentence;  ///< "Suggest L: card at 08:52, before the register closed at 09:00 (D09)."
};

/// Nothing where nothing waits for a person, or the session has no times.
[[nodiscard]] std::optional<Suggestion> suggestion_for(const RegisterLine& line,
                                                       const School& school);

/// A reason that stands ready, and the code that goes with it.
struct ReadyReason {
  Code code;
  std::string_view words;  ///< "was queueing at the close"
};
/// What is ready for this line, the suggested code first, then L for U (D13), then keeping the
/// mark.
[[nodiscard]] std::vector<ReadyReason> ready_reasons(const RegisterLine& line);

/// The entry that settles the line; `code` is that of the mark where it is kept. Whether it may be
/// is for may_enter() to say. Faults: nothing_to_settle, entry_incomplete.
[[nodiscard]] Result<MarkDraft> settlement(const RegisterLine& line, Code code,
                                           const std::string& reason, const Author& by);

}  // namespace handbell::reg
