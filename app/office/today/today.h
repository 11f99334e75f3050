// The page Today, out of the register.
//
// Proposals are computed from all events each time (D28); nothing here is kept. One pass over the
// school, the day's events and both sessions' marks gives everything that the page says.
#pragma once

#include "app/journal/inbox.h"
#include "app/office/today/day_facts.h"
#include "app/office/today/today_view.h"
#include "app/register/presence_event.h"
#include "app/register/register_line.h"
#include "app/register/release.h"
#include "app/register/staff.h"

#include <functional>

namespace handbell::office {

struct TodayFacts {
  reg::School school;
  DayFacts of_day;
  std::optional<DayFacts> before;  ///< the last school day before, where it matters
  std::vector<journal::KioskSeen> kiosks;
  std::vector<reg::StaffMember> members;
  Instant now;
  bool rehearsal = false;
  std::string legal_register;  ///< of the day (D50)
};

/// `hash`: how the door names a card, to say whose a refused one is.
[[nodiscard]] TodayView today_view(const TodayFacts& facts, const reg::HashOfCard& hash);

/// The same for readers who may not know of a child's health: without the children who left (D18),
/// of whom code and note both tell why, and with a dot for such a code that stands.
[[nodiscard]] TodayView without_reasons(TodayView view);

/// The last day on which school met before this one; at most two weeks back, else nothing.
[[nodiscard]] std::optional<SchoolDay> school_day_before(const reg::School& school, SchoolDay day);

/// What accepting a line means, as the page showed it.
struct SeenProposal {
  SessionId session;
  PupilId pupil;
  std::string mark;  ///< code and minutes: "L.12"; or "I.left", "I.left7" over entry 7
  friend bool operator==(const SeenProposal&, const SeenProposal&) = default;
};

/// How a token ends where it is of a child who left (D18); the entry that stands follows, so that
/// a mark which was written while a page was open is not replaced from that page.
inline constexpr std::string_view kLeftToken = ".left";

/// "2026-01-12.am.17.L.12", "2026-01-12.pm.17.I.left7", and back; nothing where it is not one.
[[nodiscard]] std::string token_of(const reg::RegisterLine& line);
[[nodiscard]] std::string token_of(const reg::AfternoonLine& line);
[[nodiscard]] std::optional<SeenProposal> parse_token(const std::string& token);

}  // namespace handbell::office
