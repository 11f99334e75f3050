#include "app/kiosk/flow/memory.h"

#include "app/base/school_time.h"

#include <algorithm>
#include <cstdlib>

namespace handbell::kiosk {

namespace {

/// The office tells of its own day.
template <class SeenThing>
bool told_by_office(const SeenThing& seen) {
  if constexpr (requires { seen.told; }) return seen.told;
  return false;
}

/// A moment with its session, asked for once.
struct Now {
  explicit Now(const reg::DoorMoment& moment) : at(moment), session(session_of(moment)) {}
  const reg::DoorMoment& at;
  std::optional<SessionId> session;
};

template <class SeenThing>
bool is_same_day(const SeenThing& seen, const Now& now) {
  if (seen.session && now.session) return seen.session->day == now.session->day;
  return told_by_office(seen) || same_start(seen.at, now.at);
}

/// When it was matters to the office also for a card that was refused.
void owe_clock(State& state, const reg::DoorMoment& at) {
  if (!at.trusted && at.boot == state.boot) state.clock_owed = true;
}

void forget_other_days(State& state, const Now& now) {
  // A day's events follow each other: only the first of another day has anything to forget.
  const auto today = [&](const auto& all) { return all.empty() || is_same_day(all.front(), now); };
  if (today(state.seen) && today(state.passes)) return;
  const auto over = [&](const auto& seen) { return !is_same_day(seen, now); };
  std::erase_if(state.seen, over);
  std::erase_if(state.passes, over);
}

void keep_event(State& state, const reg::Arrived& came, std::uint64_t seq) {
  const Now now(came.at);
  forget_other_days(state, now);
  const auto* pupil = state.book->pupil(came.pupil);
  const bool late = came.outcome == reg::Outcome::late_before_close ||
                    came.outcome == reg::Outcome::late_after_close;
  state.seen.push_back({came.pupil, pupil != nullptr ? pupil->family : "", now.session, came.at,
                        seq, late && came.proposal.has_value()});
}

/// A tap of the family that is nobody's arrival (D13).
void keep_event(State& state, const reg::FamilyTapped& tapped, std::uint64_t seq) {
  const Now now(tapped.at);
  forget_other_days(state, now);
  const auto* pupil = state.book->pupil(tapped.children.front());
  if (pupil == nullptr || pupil->family.empty()) return;
  state.seen.push_back({PupilId(), pupil->family, now.session, tapped.at, seq, false});
}

void keep_event(State& state, const reg::Passed& passed, std::uint64_t seq) {
  const Now now(passed.at);
  forget_other_days(state, now);
  state.passes.push_back({passed.pupil, passed.out, now.session, passed.at, seq, false});
}

/// What this journal's number was is forgotten, but for the arrival of a tap.
void forget_going(State& state, std::uint64_t seq) {
  std::erase_if(state.passes, [&](const SeenPass& pass) { return pass.seq == seq && !pass.told; });
  std::erase_if(state.gone, [&](const GoneHere& gone) { return gone.seq == seq; });
}

void keep_event(State& state, const reg::Withdrawn& back, std::uint64_t) {
  std::erase_if(state.seen, [&](const SeenTap& tap) { return tap.seq == back.seq; });
  forget_going(state, back.seq);
  std::erase(state.backs_owed, back.seq);
}

/// Only today's count, so that a few of another day do no harm.
constexpr std::size_t kMostAsked = 256;

void keep_event(State& state, const reg::ReleaseAsked& asked, std::uint64_t seq) {
  if (state.asked.size() >= kMostAsked) state.asked.erase(state.asked.begin());
  state.asked.push_back({asked.pupil, asked.at.wall, seq, asked.who, asked.why, asked.back_today});
}

void keep_event(State& state, const reg::DoorHandOver& gone, std::uint64_t seq) {
  keep_event(state, reg::Passed{gone.pupil, gone.at, true, gone.why}, seq);
  if (state.gone.size() >= kMostAsked) state.gone.erase(state.gone.begin());
  state.gone.push_back({gone.pupil, gone.at.wall, seq});
}

/// What happened since that start of the machine has its day now (D17).
void keep_event(State& state, const reg::ClockKnown& known, std::uint64_t) {
  if (known.boot == state.boot) state.clock_owed = false;
  const auto give_day = [&](auto& seen) {
    if (seen.session || seen.at.boot != known.boot) return;
    reg::DoorMoment then = seen.at;
    then.wall = known.wall + Millis{seen.at.steady.ms - known.steady.ms};
    then.trusted = true;
    seen.session = session_of(then);
  };
  for (SeenTap& tap : state.seen) give_day(tap);
  for (SeenPass& pass : state.passes) give_day(pass);
}

template <class Other>
void keep_event(State&, const Other&, std::uint64_t) {}

/// They stand in the order of their numbers.
template <class SeenThing>
const SeenThing* newest(const std::vector<SeenThing>& all, PupilId pupil, const Now& now) {
  const auto found = std::find_if(all.rbegin(), all.rend(), [&](const SeenThing& one) {
    return one.pupil == pupil && is_same_day(one, now);
  });
  return found == all.rend() ? nullptr : &*found;
}

/// The newest number of this journal until that moment.
std::uint64_t number_at(const State& state, Instant at) {
  std::uint64_t newest = 0;
  const auto look = [&](const auto& seen) {
    if (seen.at.wall <= at) newest = std::max(newest, seen.seq);
  };
  for (const SeenTap& tap : state.seen) look(tap);
  for (const SeenPass& pass : state.passes) {
    if (!pass.told) look(pass);
  }
  return newest;
}

}  // namespace

void forget_taken_back(State& state, const reg::DoorBook& before) {
  const auto knows = [](const reg::DoorBook& book, const GoneHere& gone) {
    return std::ranges::any_of(book.releases, [&](const reg::DoorRelease& release) {
      return release.state == reg::DoorReleaseState::handed_over && release.pupil == gone.pupil &&
             release.at == gone.at;
    });
  };
  const auto all = state.gone;
  for (const GoneHere& gone : all) {
    if (knows(before, gone) && !knows(*state.book, gone)) forget_going(state, gone.seq);
  }
}

void remember_handed_over(State& state, const std::vector<reg::DoorRelease>& releases) {
  std::erase_if(state.passes, [](const SeenPass& pass) { return pass.told; });
  for (const auto& release : releases) {
    if (release.state != reg::DoorReleaseState::handed_over) continue;
    reg::DoorMoment at;
    at.wall = release.at;
    const std::uint64_t seq = number_at(state, release.at);
    const auto behind = std::ranges::upper_bound(state.passes, seq, {}, &SeenPass::seq);
    state.passes.insert(behind, {release.pupil, true, session_of(at), at, seq, true});
  }
}

void remember(State& state, const reg::DoorEvent& event, std::uint64_t seq) {
  std::visit(
      [&](const auto& e) {
        keep_event(state, e, seq);
        if constexpr (requires { e.at; }) owe_clock(state, e.at);
      },
      event);
}

const SeenPass* last_pass(const State& state, PupilId pupil, const reg::DoorMoment& at) {
  if (state.passes.empty()) return nullptr;
  const Now now(at);
  const SeenPass* pass = newest(state.passes, pupil, now);
  const SeenTap* tap = newest(state.seen, pupil, now);
  return pass != nullptr && tap != nullptr && tap->seq > pass->seq ? nullptr : pass;
}

Seen seen_today(const State& state, PupilId pupil, const reg::DoorMoment& at) {
  if (const SeenPass* pass = last_pass(state, pupil, at)) {
    return pass->out ? Seen::out : Seen::in;
  }
  return newest(state.seen, pupil, Now(at)) != nullptr ? Seen::in : Seen::not_yet;
}

bool same_start(const reg::DoorMoment& a, const reg::DoorMoment& b) {
  // A school's day is shorter, and from one day to the next it is longer.
  constexpr Millis kDay = hours(12);
  return a.boot == b.boot && std::abs((a.steady - b.steady).count) < kDay.count;
}

std::optional<SessionId> session_of(const reg::DoorMoment& at) {
  const auto local = to_local(at.wall);
  if (!at.trusted || !local) return std::nullopt;
  return SessionId{local->day, reg::half_of(local->time)};
}

std::optional<SchoolDay> day_at(const State& state, const reg::DoorMoment& at) {
  const auto local = to_local(at.trusted ? at.wall : state.book->made);
  if (!local) return std::nullopt;
  return local->day;
}

}  // namespace handbell::kiosk
