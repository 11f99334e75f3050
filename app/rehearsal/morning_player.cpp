#include "app/rehearsal/morning_player.h"

#include "app/base/school_time.h"
#include "app/store/atomic_file.h"
#include "app/store/site_clock.h"
#include "drivers/control/line_client.h"

#include <chrono>
#include <thread>

namespace handbell::rehearsal {

namespace {

constexpr Millis kPatience = seconds(10);

void pause(int ms) { std::this_thread::sleep_for(std::chrono::milliseconds(ms)); }

}  // namespace

MorningPlayer::MorningPlayer(MorningPlan plan, std::function<void(std::size_t)> told)
    : plan_(std::move(plan)), told_(std::move(told)) {}

Status MorningPlayer::set_clock(TimeOfDay at) const {
  const Steady now = store::steady_now();
  const auto clock = RehearsalClock::started(from_local(plan_.day, at), now, 1.0);
  if (!clock) return fail(clock.error());
  // Held, so that the second of a tap does not depend on how fast this machine is.
  return store::write_file(plan_.site + "/clock", clock->held_at(now).text());
}

Status MorningPlayer::say(const std::string& line) const {
  const auto answer = control::say(plan_.reader, line);
  if (!answer) return fail(answer.error());
  if (*answer != "ok") return fail(FaultCode::program_failed, line + ": " + *answer);
  return {};
}

Status MorningPlayer::play(store::RegisterFile& pages, const Expected& expected) {
  for (std::size_t i = 0; i < plan_.taps.size(); ++i) {
    if (Status tapped = tap(i, pages, expected); !tapped) return tapped;
    told_(i + 1);
  }
  return {};
}

Status MorningPlayer::tap(std::size_t number, store::RegisterFile& pages,
                          const Expected& expected) {
  constexpr int kRead = 150;  // ms, for a tap that leaves no event
  constexpr int kGone = 600;  // ms, until the same card can be a new tap
  const invent::Tap& tap = plan_.taps[number];
  if (Status set = set_clock(tap.at); !set) return set;
  if (Status on = say("on " + tap.card_uid); !on) return on;
  const std::size_t before = number == 0 ? 0 : expected.events_after[number - 1];
  const std::size_t after = expected.events_after[number];
  if (after == before) pause(kRead);
  if (Status came = arrived(tap, after, pages); !came) return came;
  if (Status off = say("off all"); !off) return off;
  const bool same_again =
      number + 1 < plan_.taps.size() && plan_.taps[number + 1].card_uid == tap.card_uid;
  if (same_again) pause(kGone);
  return {};
}

Status MorningPlayer::arrived(const invent::Tap& tap, std::size_t events,
                              store::RegisterFile& pages) const {
  const Steady end = store::steady_now() + kPatience;
  std::size_t have = 0;
  while (store::steady_now() < end) {
    const auto seen = pages.events(plan_.day);
    if (!seen) return fail(seen.error());
    have = seen->size();
    if (have >= events) break;
    pause(5);
  }
  if (have == events) return {};
  return fail(FaultCode::program_failed, "the tap at " + tap.at.hh_mm_ss() +
                                             ": the register holds " + std::to_string(have) +
                                             " events, not " + std::to_string(events));
}

}  // namespace handbell::rehearsal
