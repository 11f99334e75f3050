#include "app/kiosk/flow/flow.h"

#include "app/kiosk/flow/work.h"

#include <algorithm>
#include <utility>

namespace handbell::kiosk {

namespace {

void on(Work& work, const CardTapped& tap) {
  State& state = work.state;
  state.many_until.reset();
  if (state.disk_failed) {
    work.effects.emplace_back(Sound{SoundName::office});
    return;
  }
  const bool goes_on = under_way(state, work.now);
  if (open_staff(work, tap.card)) return;
  // Invariant: nobody reads the last child's result as his own.
  if (!goes_on) {
    state.shown.reset();
    // The question that this card took away is asked again if it is one of the family's.
    if (state.visit && state.visit->kind() == ScreenKind::pick_reason) state.party.asked = false;
    end_visit(work);
  }
  // The disk has not answered the child before: this one hears it at once.
  const bool overdue = state.writing && state.writing->job.told;
  const Job job{tap, work.now.steady + kAnswerBy, overdue};
  if (state.queue.size() >= kMostTapsWaiting) {
    work.effects.emplace_back(TellFault{{FaultCode::too_many, "taps that wait for the disk"}});
    return tell_not_recorded(work, job);
  }
  state.queue.push_back(job);
  if (overdue) tell_not_recorded(work, job);
}

/// Once the first card's result could be read. Until the next tap, and for five seconds: whoever
/// held the second one must hear that it did not count, also where both were lifted meanwhile.
void tell_many(Work& work) {
  auto& owed = work.state.many_until;
  if (owed && *owed <= work.now.steady) owed.reset();
  if (!owed) return;
  const auto& shown = work.state.shown;
  const bool young = shown && work.now.steady < shown->since + kResultLeast;
  const bool busy = work.state.writing || work.state.visit || work.state.staff;
  if (work.state.disk_failed || busy || young || !work.state.queue.empty()) return;
  owed.reset();
  // The same cards still: once is enough.
  if (!shown || shown->kind != ScreenKind::one_card) work.effects.emplace_back(SayScreen{});
  Shown ask;
  ask.kind = ScreenKind::one_card;
  put_up(work, std::move(ask), kOneCardStays);
}

void on(Work& work, const ManyCards&) { work.state.many_until = work.now.steady + kManyOwed; }

void on(Work& work, const HandedOver& gone) {
  leave_note(work, reg::Passed{gone.pupil, work.moment(), true, gone.reason});
}

void on(Work& work, const Evacuation& news) {
  work.state.evacuation = news.on;
  if (!news.on) return;
  // A disk that failed ends the program once its screen is over, also now.
  if (!work.state.disk_failed) work.state.shown.reset();
  work.state.staff.reset();
  end_visit(work);
}

void on(Work& work, const BookChanged& news) {
  if (!news.book) return;
  const auto before = std::exchange(work.state.book, news.book);
  check_names(work);
  check_desk(work);
  if (news.book->evacuation != before->evacuation) on(work, Evacuation{news.book->evacuation});
  hear_releases(work, *before);
}

void on(Work& work, const CardProven& news) { card_proven(work, news); }
void on(Work& work, const PinTried& news) { pin_tried(work, news); }
void on(Work& work, const Night& news) { work.state.night = news.on; }
void on(Work& work, const Pressed& pressed) { press(work, pressed.button); }
void on(Work& work, const Written& news) { written(work, news); }
void on(Work& work, const WriteFailed& failed) { write_failed(work, failed); }
void on(Work& work, const ReaderNews& news) {
  work.state.reader = news.state;
  work.state.readers = news.each;
}
void on(Work& work, const PrinterNews& news) { work.state.printer_fault = news.fault; }
void on(Work& work, const ClockEvidenceChanged& news) { work.state.evidence = news.evidence; }
void on(Work& work, const Waiting& news) {
  work.state.waiting = news.count;
  work.state.office_silent = news.office_silent;
}
void on(Work& work, const BeingRead&) {
  auto& visit = work.state.visit;
  if (visit && !work.state.shown)
    visit->until = work.now.steady + stays(visit->kind(), work.state.settings->patience);
}
void on(Work&, const CardLifted&) {}
void on(Work&, const Tick&) {}

/// What is over goes, without a touch.
void let_go(Work& work) {
  State& state = work.state;
  const auto over = [&](const auto& what) { return what && what->until <= work.now.steady; };
  if (over(state.newcomer)) state.newcomer.reset();
  if (over(state.staff)) state.staff.reset();
  if (state.language_until <= work.now.steady) state.language.clear();
  if (over(state.shown)) {
    if (state.disk_failed) work.effects.emplace_back(EndAfterFault{});
    after_result(work, state.visit && state.visit->touched);
  } else if (!state.shown && over(state.visit)) {
    end_visit(work);
  }
}

}  // namespace

std::optional<LocalMoment> Work::local() const {
  if (!moment().trusted) return std::nullopt;
  return *to_local(now.wall);
}

void put_up(Work& work, Shown&& shown, Millis stays) {
  if (!shown.of_visit) end_visit(work);
  shown.since = work.now.steady;
  shown.until = work.now.steady + stays;
  work.state.shown = std::move(shown);
}

void show(Work& work, Shown&& shown) {
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

void tell_not_recorded(Work& work, const Job& job) {
  const bool card = std::holds_alternative<CardTapped>(job.what);
  if (!card || work.state.disk_failed || !under_way(work.state, work.now)) {
    return show_kind(work, ScreenKind::not_recorded);
  }
  work.effects.emplace_back(Sound{SoundName::office, true});
  work.state.newcomer = Newcomer{std::nullopt, {}, work.now.steady + kResultStays};
}

bool under_way(const State& state, Moment now) {
  if (state.staff && now.steady < state.staff->until) return true;
  const auto& visit = state.visit;
  if (!visit || state.shown || !visit->touched || visit->until <= now.steady) return false;
  if (visit->kind() != ScreenKind::pick_reason) return true;
  const auto at = door_moment(state, now);
  const auto local = to_local(now.wall);
  // In the last minutes taps come first, reasons after.
  return !at.trusted || !local || !near_a_close(*state.book, *local);
}

void end_visit(Work& work) {
  State& state = work.state;
  if (!state.visit) return;
  const Visit visit = std::move(*state.visit);
  state.visit.reset();
  if (!visit.names_shown) return;
  state.look_ups.ended_nowhere(work.now.steady);
  leave_note(work, reg::LookUpEnded{work.moment(), visit.class_name, visit.birth_month});
}

Stepped step(State state, const Event& event, Moment now) {
  Work work{state, now, {}};
  work.state.last = now;
  let_go(work);
  tell_overdue(work);
  std::visit([&](const auto& one) { on(work, one); }, event);
  go_on(work);
  tell_many(work);
  return {std::move(state), std::move(work.effects)};
}

std::optional<Steady> next_deadline(const State& state) {
  std::optional<Steady> next;
  const auto due = [&](Steady at) { next = std::min(next.value_or(at), at); };
  const auto later = [&](Steady at) {
    if (state.last.steady < at) due(at);
  };
  if (reg::is_trusted(state.last.wall, state.evidence)) {
    due(state.last.steady + Millis{60'000 - state.last.wall.ms % 60'000});
    if (state.clock_owed) later(state.clock_again);
  }
  if (!state.backs_owed.empty()) later(state.back_again);
  if (state.shown) due(state.shown->until);
  if (state.visit && !state.shown) due(next_change(state.visit->until, state.last.steady));
  if (state.staff) due(next_change(state.staff->until, state.last.steady));
  if (state.newcomer) due(state.newcomer->until);
  if (state.many_until && state.shown) later(state.shown->since + kResultLeast);
  if (!state.language.empty()) due(state.language_until);
  if (state.night) later(state.awake_until);
  const auto waits = [&](const Job& job) {
    if (job.answer_by && !job.told) due(*job.answer_by);
  };
  if (state.writing) waits(state.writing->job);
  for (const Job& job : state.queue) waits(job);
  return next;
}

State restored(std::uint64_t boot, std::shared_ptr<const reg::DoorBook> book,
               const std::vector<PastEvent>& today) {
  State state;
  state.boot = boot;
  if (book) state.book = std::move(book);
  state.evacuation = state.book->evacuation;
  for (const PastEvent& past : today) remember(state, past.event, past.seq);
  remember_handed_over(state, state.book->releases);
  return state;
}

void still_take_back(State& state, const std::vector<std::uint64_t>& owed) {
  for (const std::uint64_t seq : owed) {
    const bool stands = std::ranges::find(state.gone, seq, &GoneHere::seq) != state.gone.end();
    if (stands) state.backs_owed.push_back(seq);
  }
}

void still_say_not_recorded(State& state, Steady now, Steady until) {
  Shown shown;
  shown.kind = ScreenKind::not_recorded;
  shown.since = now;
  shown.until = until;
  state.shown = std::move(shown);
}

}  // namespace handbell::kiosk
