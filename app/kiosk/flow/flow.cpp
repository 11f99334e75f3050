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

void put_up(Work& work, Shown shown, Millis stays) {
  shown.since = work.now.steady;
  shown.until = work.now.steady + stays;
  work.state.shown = std::move(shown);
}

void show(Work& work, Shown shown) {
  const bool office =
      shown.kind == ScreenKind::see_office || shown.kind == ScreenKind::not_recorded;
  work.effects.emplace_back(Sound{office ? SoundName::office : SoundName::in});
  put_up(work, std::move(shown), kResultStays);
}

void show_kind(Work& work, ScreenKind kind) {
  Shown shown;
  shown.kind = kind;
  show(work, std::move(shown));
}

void write(Work& work, Writing writing, bool repeated = false) {
  writing.request = ++work.state.last_request;
  work.effects.emplace_back(WriteEvent{writing.request, writing.event, repeated});
  work.state.writing = std::move(writing);
}

void begin(Work& work, const Job& job, const CardTapped& tap) {
  TapAnswer answer = judge_tap(work.state, tap, work.now);
  if (answer.event) {
    write(work, {0, *answer.event, std::move(answer.shown), job.answer_by, job.told},
          answer.repeated);
  } else if (!job.told) {
    show(work, std::move(answer.shown));
  }
}

reg::DoorMoment door_moment(const Work& work) {
  const bool trusted = reg::is_trusted(work.now.wall, work.state.evidence);
  return {work.now.wall, work.now.steady, work.state.boot, trusted, work.now.rehearsal};
}

void begin(Work& work, const Job& job, const TakeBack& back) {
  write(work, {0, reg::Withdrawn{back.seq, door_moment(work)}, {}, job.answer_by, job.told});
}

/// Takes up what waits, until something has to be written.
void go_on(Work& work) {
  while (!work.state.writing && !work.state.queue.empty() && !work.state.disk_failed) {
    const Job job = work.state.queue.front();
    work.state.queue.pop_front();
    std::visit([&](const auto& one) { begin(work, job, one); }, job.what);
  }
  const bool free = !work.state.writing && !work.state.disk_failed;
  if (!free || !work.state.clock_owed || !door_moment(work).trusted) return;
  if (work.now.steady < work.state.clock_again) return;
  const reg::ClockKnown known{work.state.boot, work.now.steady, work.now.wall};
  write(work, {0, known, {}, std::nullopt, false});
}

/// Whoever has waited too long for the disk hears now that nothing is certain.
void tell_overdue(Work& work) {
  const auto now = work.now.steady;
  bool any = false;
  if (auto& writing = work.state.writing; writing && writing->answer_by) {
    any = !writing->told && *writing->answer_by <= now;
    writing->told = writing->told || any;
  }
  for (Job& job : work.state.queue) {
    if (job.told || job.answer_by > now) continue;
    job.told = any = true;
  }
  if (any) show_kind(work, ScreenKind::not_recorded);
}

/// When it was matters to the office also for a card that was refused.
void owe_clock(State& state, const reg::DoorMoment& at) {
  if (!at.trusted && at.boot == state.boot) state.clock_owed = true;
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
    owe_clock(state, arrived->at);
  } else if (const auto* refused = std::get_if<reg::RefusedCard>(&event)) {
    owe_clock(state, refused->at);
  } else if (const auto* passed = std::get_if<reg::Passed>(&event)) {
    owe_clock(state, passed->at);
  } else if (const auto* back = std::get_if<reg::Withdrawn>(&event)) {
    std::erase_if(state.seen, [&](const SeenTap& tap) { return tap.seq == back->seq; });
  } else if (const auto* known = std::get_if<reg::ClockKnown>(&event)) {
    if (known->boot == state.boot) state.clock_owed = false;
  }
}

void on(Work& work, const CardTapped& tap) {
  if (work.state.disk_failed) {
    work.effects.emplace_back(Sound{SoundName::office});
    return;
  }
  // Invariant: nobody reads the last child's result as his own.
  work.state.shown.reset();
  if (work.state.queue.size() >= kMostTapsWaiting) {
    work.effects.emplace_back(TellFault{{FaultCode::too_many, "taps that wait for the disk"}});
    return show_kind(work, ScreenKind::not_recorded);
  }
  // The disk has not answered the child before: this one hears it at once.
  const bool overdue = work.state.writing && work.state.writing->told;
  work.state.queue.push_back({tap, work.now.steady + kAnswerBy, overdue});
  if (overdue) show_kind(work, ScreenKind::not_recorded);
}

void on(Work& work, const Pressed& pressed) {
  if (pressed.button != "not_me" || !work.state.shown || work.state.shown->undo_seq == 0) return;
  const TakeBack back{work.state.shown->undo_seq};
  work.state.queue.push_back({back, work.now.steady + kAnswerBy, false});
  work.state.shown->undo_seq = 0;
}

void on(Work& work, const Written& written) {
  if (!work.state.writing || work.state.writing->request != written.request) return;
  Writing done = std::move(*work.state.writing);
  work.state.writing.reset();
  remember(work.state, done.event, written.seq);
  if (done.told) return;
  if (std::holds_alternative<reg::Withdrawn>(done.event)) work.state.shown.reset();
  if (done.then.kind == ScreenKind::idle) return;
  const bool arrival = std::holds_alternative<reg::Arrived>(done.event);
  if (arrival && done.then.kind != ScreenKind::see_office) done.then.undo_seq = written.seq;
  show(work, std::move(done.then));
}

void on(Work& work, const WriteFailed& failed) {
  if (!work.state.writing || work.state.writing->request != failed.request) return;
  const Writing lost = std::move(*work.state.writing);
  work.state.writing.reset();
  if (failed.why == WriteFault::failed) {
    work.state.disk_failed = true;
    // Everybody who waits reads on the screen that he is not recorded.
    work.state.queue.clear();
    return show_kind(work, ScreenKind::not_recorded);
  }
  // What nobody at the door asked for fails in silence and is tried again later.
  if (!lost.answer_by) work.state.clock_again = work.now.steady + kClockAgain;
  if (!lost.answer_by || lost.told) return;
  show_kind(work, ScreenKind::not_recorded);
  const auto* back = std::get_if<reg::Withdrawn>(&lost.event);
  // Only while nobody else waits: the button must not be read as the next family's.
  if (back != nullptr && work.state.queue.empty()) work.state.shown->undo_seq = back->seq;
}

void on(Work& work, const ManyCards&) {
  const auto& shown = work.state.shown;
  const bool young = shown && work.now.steady < shown->since + kResultLeast;
  if (work.state.disk_failed || work.state.writing || young) return;
  Shown ask;
  ask.kind = ScreenKind::one_card;
  put_up(work, std::move(ask), kOneCardStays);
}

void on(Work& work, const ReaderNews& news) { work.state.reader = news.state; }
void on(Work& work, const BookChanged& news) {
  if (news.book) work.state.book = news.book;
}
void on(Work& work, const ClockEvidenceChanged& news) { work.state.evidence = news.evidence; }
void on(Work& work, const Waiting& news) { work.state.waiting = news.count; }
void on(Work&, const CardLifted&) {}
void on(Work&, const Tick&) {}

}  // namespace

Stepped step(State state, const Event& event, Moment now) {
  Work work{std::move(state), now, {}};
  work.state.last = now;
  if (work.state.shown && work.state.shown->until <= now.steady) {
    work.state.shown.reset();
    if (work.state.disk_failed) work.effects.emplace_back(EndAfterFault{});
  }
  tell_overdue(work);
  std::visit([&](const auto& one) { on(work, one); }, event);
  go_on(work);
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
  if (state.disk_failed) screen.kind = ScreenKind::not_recorded;
  if (!result || state.disk_failed) return screen;
  screen.kind = state.shown->kind;
  screen.child = state.shown->child;
  screen.came_at = state.shown->came_at;
  screen.closes_at = state.shown->closes_at;
  screen.language = state.shown->language;
  screen.can_undo = state.shown->undo_seq != 0;
  return screen;
}

std::optional<Steady> next_deadline(const State& state) {
  std::optional<Steady> next;
  const auto due = [&](Steady at) { next = std::min(next.value_or(at), at); };
  if (reg::is_trusted(state.last.wall, state.evidence)) {
    due(state.last.steady + Millis{60'000 - state.last.wall.ms % 60'000});
    const bool later = state.clock_owed && state.last.steady < state.clock_again;
    if (later) due(state.clock_again);
  }
  if (state.shown) due(state.shown->until);
  const auto& writing = state.writing;
  if (writing && writing->answer_by && !writing->told) due(*writing->answer_by);
  for (const Job& job : state.queue) {
    if (!job.told) due(job.answer_by);
  }
  return next;
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
