// Children who left during the day and were not back when the afternoon register was taken (D18).
//
//   an appointment, known beforehand     M
//   sent home ill                        I
//   anything else                        N
//
// Worked out anew each time from what people and doors told, like the proposals of arrivals, and
// never stored: a person accepts. An N or an O that came with the class register or an import may
// be put right by M or I, and never by N; whatever a person entered or amended since stands, and so
// does a notice of another code. Groups are not asked about: who goes on a trip or home to eat is
// the register's matter (D47). Where no time is set for a child's afternoon it is taken at 13:00.
#pragma once

#include "app/register/presence.h"
#include "app/register/register_line.h"
#include "app/register/sign_out.h"

#include <string>
#include <string_view>
#include <vector>

namespace handbell::reg {

class Store;

/// The source of a mark that was accepted so.
inline constexpr std::string_view kSignOutSource = "Sign-out";

struct AfternoonLine {
  PupilId pupil;
  SessionId session;
  Code code;
  Instant left;
  std::string reason;        ///< of leaving, in words; may be empty
  std::optional<Mark> mark;  ///< an N or an O of a list, which stands
};

/// What of a day's afternoon is known.
struct AfternoonFacts {
  PresenceFacts known;
  std::vector<Mark> marks;  ///< the current ones
  SessionId session;        ///< an afternoon
  Instant now;
};

/// Nothing before a child's register is taken, or of who came after leaving; by pupil.
[[nodiscard]] std::vector<AfternoonLine> afternoon_lines(const AfternoonFacts& facts,
                                                         const School& school);

/// "Out since 11:20 (sent home ill), and not back when the afternoon register was taken (D18)."
[[nodiscard]] std::string sentence(const AfternoonLine& line);

/// Those of a session from any store; of a morning none. Faults: those of reading.
[[nodiscard]] Result<std::vector<AfternoonLine>> afternoon_lines(Store& store, SessionId session,
                                                                 Instant now);

/// The entries that accepting makes of what waits in a session: of those named, arrivals and who
/// left; or (`only` empty) of all arrivals that this person may set, and of nobody who left, for an
/// absence is accepted by who was shown it. A child is never among both: who came after leaving has
/// arrived. Faults: those of reading, and of acceptance() of arrivals.
[[nodiscard]] Result<std::vector<MarkDraft>> acceptance(Store& store, SessionId session,
                                                        const std::vector<PupilId>& only,
                                                        const Author& by, const Staff& staff,
                                                        Instant at);

}  // namespace handbell::reg
