#include "app/kiosk/flow/flow.h"

#include "app/base/school_time.h"
#include "app/kiosk/flow/judge_tap.h"

#include <algorithm>

namespace handbell::kiosk {

namespace {

/// One step under way: the state that changes and what it asks for.
struct Work {
  State state;
  Moment now;
  std::vector<Effect> effects;
};

void show(Work& work, Shown shown) {
  const bool office =
      shown.kind == ScreenKind::see_office || shown.kind == ScreenKind::not_recorded;
  shown.until = work.now.steady + kResultStays;
  work.effects.emplace_back(Sound{office ? SoundName::office : SoundName::in});
  work.state.shown = std::move(shown);
}

void show_kind(Work& work, ScreenKind kind) {
  Shown shown;
  shown.kind = kind;
  show(work, std::move(shown));
}

void write(Work& work, const reg::DoorEvent& event, bool repeated, Shown then) {
  const std::uint64_t request = ++work.state.last_request;
  work.state.writing = Writing{request, event, std::move(then)};
  work.effects.emplace_back(WriteEvent{request, event, repeated});
}

void begin(Work& work, const CardTapped& tap) {
  TapAnswer answer = judge_tap(work.state, tap, work.now);
  if (!answer.event) return show(work, std::move(answer.shown));
  write(work, *answer.event, answer.repeated, std::move(answer.shown));
}

reg::DoorMoment door_moment(const Work& work) {
  const bool trusted = reg::is_trusted(work.now.wall, work.state.evidence);
  return {work.now.wall, work.now.steady, work.state.boot, trusted, work.now.rehearsal};
}

void begin(Work& work, const TakeBack& back) {
  write(work, reg::Withdrawn{back.seq, door_moment(work)}, false, {});
}

/// Takes up what waits, until something has to be written.
void go_on(Work& work) {
  while (!work.state.writing && !work.state.queue.empty() && !work.state.disk_failed) {
    const Job job = work.state.queue.front();
    work.state.queue.pop_front();
    std::visit([&](const auto& one) { begin(work, one); }, job);
  }
  const bool free = !work.state.writing && !work.state.disk_failed;
  if (!free || !work.state.clock_owed || !door_moment(work).trusted) return;
  write(work, reg::ClockKnown{work.state.boot, work.now.steady, work.now.wall}, false, {});
}

void remember(State& state, const reg::DoorEvent& event, std::uint64_t seq) {
  if (const auto* arrived = std::get_if<reg::Arrived>(&event)) {
    const auto session = session_of(arrived->at);
    // Another session: the earlier ones are over. Untrusted taps stay, they may still be today's.
    const bool same = !state.seen.empty() && state.seen.back().session == session;
    if (session && !same) {
      std::erase_if(state.seen,
                    [&](const SeenTap& tap) { return tap.session && tap.session != session; });
    }
    const auto* pupil = state.book->pupil(arrived->pupil);
    const std::string family = pupil != nullptr ? pupil->family : "";
    state.seen.push_back({arrived->pupil, family, session, arrived->at, seq});
    if (!arrived->at.trusted && arrived->at.boot == state.boot) state.clock_owed = true;
  } else if (const auto* back = std::get_if<reg::Withdrawn>(&event)) {
    std::erase_if(state.seen, [&](const SeenTap& tap) { return tap.seq == back->seq; });
  } else if (const auto* known = std::get_if<reg::ClockKnown>(&event)) {
    if (known->boot == state.boot) state.clock_owed = false;
  }
}

void on(Work& work, const CardTapped& tap) {
  if (work.state.disk_failed) return;
  // Invariant: nobody reads the last child's result as his own.
  work.state.shown.reset();
  if (work.state.queue.size() >= kMostTapsWaiting) {
    return show_kind(work, ScreenKind::not_recorded);
  }
  work.state.queue.emplace_back(tap);
}

void on(Work& work, const Pressed& pressed) {
  if (pressed.button != "not_me" || !work.state.shown || work.state.shown->undo_seq == 0) return;
  work.state.queue.emplace_back(TakeBack{work.state.shown->undo_seq});
  work.state.shown->undo_seq = 0;
}

void on(Work& work, const Written& written) {
  if (!work.state.writing || work.state.writing->request != written.request) return;
  Writing done = std::move(*work.state.writing);
  work.state.writing.reset();
  remember(work.state, done.event, written.seq);
  if (std::holds_alternative<reg::Withdrawn>(done.event)) work.state.shown.reset();
  if (done.then.kind == ScreenKind::idle) return;
  const bool arrival = std::holds_alternative<reg::Arrived>(done.event);
  if (arrival && done.then.kind != ScreenKind::see_office) done.then.undo_seq = written.seq;
  show(work, std::move(done.then));
}

void on(Work& work, const WriteFailed& failed) {
  if (!work.state.writing || work.state.writing->request != failed.request) return;
  // What nobody at the door asked for fails in silence and is tried again later.
  const bool asked = !std::holds_alternative<reg::ClockKnown>(work.state.writing->event);
  work.state.writing.reset();
  if (failed.why == WriteFault::failed) {
    work.state.disk_failed = true;
    work.state.queue.clear();
  }
  if (asked || work.state.disk_failed) show_kind(work, ScreenKind::not_recorded);
}

void on(Work& work, const ReaderNews& news) { work.state.reader = news.state; }
void on(Work& work, const BookChanged& news) {
  if (news.book) work.state.book = news.book;
}
void on(Work& work, const ClockEvidenceChanged& news) { work.state.evidence = news.evidence; }
void on(Work& work, const Waiting& news) { work.state.waiting = news.count; }
void on(Work&, const CardLifted&) {}
void on(Work&, const ManyCards&) {}
void on(Work&, const Tick&) {}

}  // namespace

Stepped step(State state, const Event& event, Moment now) {
  Work work{std::move(state), now, {}};
  work.state.last = now;
  if (work.state.shown && work.state.shown->until <= now.steady) {
    work.state.shown.reset();
    if (work.state.disk_failed) work.effects.emplace_back(EndAfterFault{});
  }
  std::visit([&](const auto& one) { on(work, one); }, event);
  // A failed clock entry waits for the next event, so that a full disk is not asked in a circle.
  if (!std::holds_alternative<WriteFailed>(event) || !work.state.queue.empty()) go_on(work);
  return {std::move(work.state), std::move(work.effects)};
}

Screen screen_of(const State& state, Moment now) {
  Screen screen;
  screen.school_name = state.book->school_name;
  screen.reader_works = state.reader == ReaderState::ready;
  screen.waiting = state.waiting;
  const auto local = to_local(now.wall);
  const bool result = state.shown && now.steady < state.shown->until;
  const bool hide = result && state.shown->kind == ScreenKind::clock_unknown;
  if (local && !hide && reg::is_trusted(now.wall, state.evidence)) {
    screen.clock = TimeOfDay::from_ms(std::int64_t{local->time.minute()} * 60'000);
  }
  if (!result) return screen;
  screen.kind = state.shown->kind;
  screen.child = state.shown->child;
  screen.came_at = state.shown->came_at;
  screen.closes_at = state.shown->closes_at;
  screen.language = state.shown->language;
  screen.can_undo = state.shown->undo_seq != 0;
  return screen;
}

std::optional<Steady> next_deadline(const State& state) {
  std::optional<Steady> minute;
  if (reg::is_trusted(state.last.wall, state.evidence)) {
    minute = state.last.steady + Millis{60'000 - state.last.wall.ms % 60'000};
  }
  if (!state.shown) return minute;
  return minute ? std::min(*minute, state.shown->until) : state.shown->until;
}

State restored(std::uint64_t boot, std::shared_ptr<const reg::DoorBook> book,
               const std::vector<PastEvent>& today) {
  State state;
  state.boot = boot;
  if (book) state.book = std::move(book);
  for (const PastEvent& past : today) remember(state, past.event, past.seq);
  return state;
}

}  // namespace handbell::kiosk
