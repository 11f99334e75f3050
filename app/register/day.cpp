#include "app/register/day.h"

#include "app/base/school_time.h"
#include "app/register/door_reason.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace handbell::reg {

namespace {

// 1. Leave out what was taken back; time every arrival, by its own clock or a later known one.
// 2. Find each family's visits, and so each arrival's first contact.
// 3. Keep the earliest contact of each child and session.
// 4. Judge it with the register's facts, and note where the kiosk judged otherwise.

struct Timed {
  EventRef ref;
  Arrived arrival;
  std::optional<Instant> at;
  bool retimed = false;
};

using Boots = std::map<std::pair<std::string, std::uint64_t>, ClockKnown>;

Boots known_clocks(const std::vector<SeenEvent>& events) {
  Boots boots;
  for (const SeenEvent& seen : events) {
    const auto* known = std::get_if<ClockKnown>(&seen.event);
    if (known == nullptr) continue;
    const auto key = std::pair{seen.ref.journal, known->boot};
    const auto [at, fresh] = boots.emplace(key, *known);
    // Invariant: of several, the earliest decides, whichever came first.
    if (!fresh && known->steady < at->second.steady) at->second = *known;
  }
  return boots;
}

std::set<EventRef> taken_back(const std::vector<SeenEvent>& events) {
  std::set<EventRef> refs;
  for (const SeenEvent& seen : events) {
    const auto* withdrawn = std::get_if<Withdrawn>(&seen.event);
    if (withdrawn != nullptr) refs.insert({seen.ref.journal, withdrawn->seq});
  }
  return refs;
}

std::optional<Instant> time_of(const EventRef& ref, const DoorMoment& at, const Boots& boots) {
  if (at.trusted) return at.wall;
  const auto known = boots.find({ref.journal, at.boot});
  if (known == boots.end()) return std::nullopt;
  return known->second.wall + (at.steady - known->second.steady);
}

Timed timed(const SeenEvent& seen, const Arrived& arrival, const Boots& boots) {
  Timed result{seen.ref, arrival, time_of(seen.ref, arrival.at, boots), false};
  result.retimed = result.at && !arrival.at.trusted;
  return result;
}

/// What was said of each arrival; of several reasons the last.
std::map<EventRef, std::string> reasons_given(const std::vector<SeenEvent>& events) {
  std::map<EventRef, std::pair<EventRef, std::string>> said;
  for (const SeenEvent& seen : events) {
    const auto* given = std::get_if<ReasonGiven>(&seen.event);
    if (given == nullptr) continue;
    for (const std::uint64_t seq : given->of) {
      auto& newest = said[{seen.ref.journal, seq}];
      if (newest.first < seen.ref) newest = {seen.ref, words_of_reason(given->reason)};
    }
  }
  std::map<EventRef, std::string> words;
  for (auto& [arrival, newest] : said) words.emplace(arrival, std::move(newest.second));
  return words;
}

std::vector<Timed> standing_arrivals(const std::vector<SeenEvent>& events) {
  const Boots boots = known_clocks(events);
  const auto withdrawn = taken_back(events);
  std::vector<Timed> arrivals;
  for (const SeenEvent& seen : events) {
    const auto* arrival = std::get_if<Arrived>(&seen.event);
    if (arrival == nullptr || withdrawn.contains(seen.ref)) continue;
    arrivals.push_back(timed(seen, *arrival, boots));
  }
  std::sort(arrivals.begin(), arrivals.end(), [](const Timed& a, const Timed& b) {
    return std::tie(a.at, a.arrival.pupil, a.ref) < std::tie(b.at, b.arrival.pupil, b.ref);
  });
  return arrivals;
}

std::optional<SessionId> session_of(Instant at) {
  const auto local = to_local(at);
  if (!local) return std::nullopt;
  return SessionId{local->day, half_of(local->time)};
}

/// A family's own card is nobody's arrival and everybody's first contact.
void add_family_cards(const std::vector<SeenEvent>& events, const FactsOf& facts,
                      std::vector<FamilyTap>& taps) {
  const Boots boots = known_clocks(events);
  for (const SeenEvent& seen : events) {
    const auto* tapped = std::get_if<FamilyTapped>(&seen.event);
    const auto at = tapped != nullptr ? time_of(seen.ref, tapped->at, boots) : std::nullopt;
    const auto session = at ? session_of(*at) : std::nullopt;
    if (!session) continue;
    std::set<std::string> families;
    for (const PupilId child : tapped->children) {
      if (const auto known = facts(child, *session)) families.insert(known->family);
    }
    for (const auto& family : families) taps.push_back({PupilId(), family, *at});
  }
}

/// Of the arrivals, in their order.
std::vector<Instant> contacts_of(const std::vector<SeenEvent>& events,
                                 const std::vector<Timed>& arrivals, const FactsOf& facts) {
  std::vector<FamilyTap> taps;
  for (const Timed& arrival : arrivals) {
    const Instant at = arrival.at.value_or(Instant{});
    const auto session = session_of(at);
    const auto known =
        arrival.at && session ? facts(arrival.arrival.pupil, *session) : std::nullopt;
    taps.push_back({arrival.arrival.pupil, known ? known->family : "", at});
  }
  add_family_cards(events, facts, taps);
  return first_contacts(taps);
}

std::string words_for(const std::optional<Code>& code) {
  return code ? std::string(code->text()) : "no mark";
}

std::string note_on(const Timed& arrival, const Judgement& judgement) {
  const Arrived& kiosk = arrival.arrival;
  if (kiosk.proposal == judgement.proposal && kiosk.outcome == judgement.outcome) return "";
  if (arrival.retimed) return "The kiosk's clock was not trusted; the time was worked out later.";
  return fmt::format("The kiosk judged {} with door book {}; the office knows better: {}.",
                     words_for(kiosk.proposal), kiosk.book_version, words_for(judgement.proposal));
}

ArrivalFacts facts_for(const PupilFacts& known, SessionId session, TimeOfDay contact) {
  ArrivalFacts facts;
  facts.session = session;
  facts.first_contact = contact;
  facts.window = known.window;
  facts.day = known.day;
  facts.on_roll = known.on_roll;
  facts.expected = known.expected;
  facts.of_school_age = known.of_school_age;
  facts.existing = known.existing;
  facts.planned = known.planned;
  return facts;
}

SessionArrival judged(const Timed& arrival, Instant contact, const FactsOf& facts) {
  SessionArrival line;
  line.pupil = arrival.arrival.pupil;
  line.evidence = arrival.ref;
  line.means = arrival.arrival.means;
  line.arrived = arrival.at.value_or(arrival.arrival.at.wall);
  line.first_contact = arrival.at ? contact : line.arrived;
  line.retimed = arrival.retimed;
  const auto local = to_local(line.first_contact);
  if (local) line.session = {local->day, half_of(local->time)};
  auto known = facts(line.pupil, line.session);
  if (!known) known.emplace().on_roll = false;
  ArrivalFacts asked = facts_for(*known, line.session, local ? local->time : TimeOfDay{});
  asked.clock_trusted = arrival.at.has_value() && local.has_value();
  // Invariant: with an unknown time nobody is "not on roll" because of a wrong date.
  if (!asked.clock_trusted) asked.on_roll = true;
  line.judgement = judge_arrival(asked);
  line.sentence = sentence(line.judgement, asked);
  line.note = note_on(arrival, line.judgement);
  return line;
}

/// A reason counts whichever of a child's arrivals of the session it was said of.
void add_reasons(const std::vector<SeenEvent>& events, const std::vector<Timed>& arrivals,
                 std::vector<SessionArrival>& lines) {
  const auto said = reasons_given(events);
  if (said.empty()) return;
  for (const Timed& arrival : arrivals) {
    const auto words = said.find(arrival.ref);
    if (words == said.end()) continue;
    const auto session = arrival.at ? session_of(*arrival.at) : std::nullopt;
    for (SessionArrival& line : lines) {
      const bool same = line.pupil == arrival.arrival.pupil &&
                        (line.evidence == arrival.ref || (session && line.session == *session));
      if (same && line.reason.empty()) line.reason = words->second;
    }
  }
}

}  // namespace

std::string with_reason(const SessionArrival& arrival) {
  if (arrival.reason.empty()) return arrival.sentence;
  return arrival.sentence + " Said at the door: " + arrival.reason + ".";
}

std::vector<SessionArrival> judge_events(const std::vector<SeenEvent>& events,
                                         const FactsOf& facts) {
  const auto arrivals = standing_arrivals(events);
  const auto contacts = contacts_of(events, arrivals, facts);
  std::vector<SessionArrival> lines;
  std::vector<SessionArrival> unknown;
  std::set<std::pair<PupilId, SessionId>> first;
  std::set<PupilId> first_unknown;
  for (std::size_t i = 0; i < arrivals.size(); ++i) {
    auto line = judged(arrivals[i], contacts[i], facts);
    if (!arrivals[i].at) {
      if (first_unknown.insert(line.pupil).second) unknown.push_back(std::move(line));
      continue;
    }
    if (first.insert({line.pupil, line.session}).second) lines.push_back(std::move(line));
  }
  std::sort(lines.begin(), lines.end(), [](const SessionArrival& a, const SessionArrival& b) {
    return std::tie(a.first_contact, a.pupil) < std::tie(b.first_contact, b.pupil);
  });
  lines.insert(lines.end(), unknown.begin(), unknown.end());
  add_reasons(events, arrivals, lines);
  return lines;
}

}  // namespace handbell::reg
