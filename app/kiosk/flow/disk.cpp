// What is written, one after the other, and what the disk's answer means to whoever waits.
#include "app/kiosk/flow/work.h"

namespace handbell::kiosk {

namespace {

/// What is to be written stands in the state already, made in its place: each tap comes by here.
void write(Work& work, bool repeated = false) {
  Writing& writing = *work.state.writing;
  writing.request = ++work.state.last_request;
  work.effects.emplace_back(std::in_place_type<WriteEvent>, writing.request, writing.event,
                            repeated);
}

void write_answer(Work& work, const Job& job, TapAnswer&& judged) {
  if (judged.event) {
    work.state.writing.emplace(0U, std::move(*judged.event), std::move(judged.shown), job,
                               judged.was_in);
    write(work, judged.repeated);
  } else if (!job.told) {
    answer(work, job, std::move(judged.shown), judged.was_in, nullptr, 0);
  }
}

void begin(Work& work, const Job& job, const CardTapped& tap) {
  write_answer(work, job, judge_tap(work.state, tap, work.now));
}

void begin(Work& work, const Job& job, const Pick& pick) {
  write_answer(work, job, judge_pick(work.state, pick));
}

void begin(Work& work, const Job& job, const TakeBack& back) {
  work.state.writing.emplace(0U, reg::Withdrawn{back.seq, work.moment()}, Shown{}, job,
                             std::nullopt);
  write(work);
}

void begin(Work& work, const Job& job, const Note& note) {
  Shown then;
  then.kind = note.then;
  const auto* pupil = note.of == PupilId() ? nullptr : work.state.book->pupil(note.of);
  if (pupil != nullptr) {
    then.child = result_for(*work.state.book, *pupil);
    then.language = pupil->language;
    then.pupils = {note.of};
  }
  work.state.writing.emplace(0U, note.event, std::move(then), job, std::nullopt);
  write(work);
}

bool more_take_backs(const State& state) {
  for (const Job& job : state.queue) {
    if (std::holds_alternative<TakeBack>(job.what)) return true;
  }
  return false;
}

void taken_back(Work& work, const reg::Withdrawn& back, const TakeBack& why, std::uint64_t seq) {
  State& state = work.state;
  std::erase_if(state.party.members,
                [&](const Party::Member& member) { return member.seq == back.seq; });
  if (!why.reason.empty())
    leave_note(work, reg::ReasonGiven{{seq}, why.reason, work.moment(), why.by});
  if (!state.shown || more_take_backs(state)) return;
  state.shown.reset();
  end_visit(work);
}

}  // namespace

namespace {

/// Before all that waits: the child is here.
void take_back_owed(Work& work) {
  const State& state = work.state;
  if (state.writing || state.disk_failed || state.backs_owed.empty()) return;
  if (work.now.steady < state.back_again) return;
  const reg::Withdrawn back{state.backs_owed.front(), work.moment()};
  work.state.writing.emplace(0U, back, Shown{}, Job{Note{back}, std::nullopt, false}, std::nullopt);
  write(work);
}

}  // namespace

void leave_note(Work& work, reg::DoorEvent event, ScreenKind then, PupilId of) {
  if (work.state.disk_failed) return;
  Job job{Note{std::move(event), then, of}, std::nullopt, false};
  if (then != ScreenKind::idle) job.answer_by = work.now.steady + kAnswerBy;
  work.state.queue.push_back(std::move(job));
}

/// Takes up what waits, until something has to be written.
void go_on(Work& work) {
  take_back_owed(work);
  while (!work.state.writing && !work.state.queue.empty() && !work.state.disk_failed) {
    const Job job = std::move(work.state.queue.front());
    work.state.queue.erase(work.state.queue.begin());
    std::visit([&](const auto& one) { begin(work, job, one); }, job.what);
  }
  const bool free = !work.state.writing && !work.state.disk_failed;
  if (!free || !work.state.clock_owed || !work.moment().trusted) return;
  if (work.now.steady < work.state.clock_again) return;
  const reg::ClockKnown known{work.state.boot, work.now.steady, work.now.wall};
  work.state.writing.emplace(0U, known, Shown{}, Job{Note{known}, std::nullopt, false},
                             std::nullopt);
  write(work);
}

/// Whoever has waited too long for the disk hears now that nothing is certain.
void tell_overdue(Work& work) {
  std::optional<Job> first;
  const auto look = [&](Job& job) {
    if (job.told || !job.answer_by || *job.answer_by > work.now.steady) return;
    job.told = true;
    // Whoever chose has the whole screen, and so has everybody where one of them did.
    if (!first || !std::holds_alternative<CardTapped>(job.what)) first = job;
  };
  if (work.state.writing) look(work.state.writing->job);
  for (Job& job : work.state.queue) look(job);
  if (first) tell_not_recorded(work, *first);
}

void written(Work& work, const Written& news) {
  if (!work.state.writing || work.state.writing->request != news.request) return;
  Writing done = std::move(*work.state.writing);
  work.state.writing.reset();
  remember(work.state, done.event, news.seq);
  if (std::holds_alternative<reg::DoorHandOver>(done.event)) {
    hand_over_written(work, news.seq, done.job.told);
  }
  if (done.job.told) return;
  if (const auto* back = std::get_if<TakeBack>(&done.job.what)) {
    return taken_back(work, std::get<reg::Withdrawn>(done.event), *back, news.seq);
  }
  if (done.then.kind == ScreenKind::idle) return;
  if (std::holds_alternative<Note>(done.job.what)) return show(work, std::move(done.then));
  answer(work, done.job, std::move(done.then), done.was_in, &done.event, news.seq);
}

void write_failed(Work& work, const WriteFailed& failed) {
  if (!work.state.writing || work.state.writing->request != failed.request) return;
  const Writing lost = std::move(*work.state.writing);
  work.state.writing.reset();
  if (failed.why == WriteFault::failed) {
    work.state.disk_failed = true;
    work.state.staff.reset();
    // Everybody who waits reads on the screen that he is not recorded.
    work.state.queue.clear();
    show_kind(work, ScreenKind::not_recorded);
    work.state.shown->until = work.now.steady + kFailureSeen;
    return;
  }
  if (std::holds_alternative<reg::DoorHandOver>(lost.event)) work.state.staff.reset();
  // What nobody at the door asked for fails in silence and is tried again later.
  if (std::holds_alternative<reg::ClockKnown>(lost.event)) {
    work.state.clock_again = work.now.steady + kClockAgain;
  }
  if (std::holds_alternative<reg::Withdrawn>(lost.event)) {
    work.state.back_again = work.now.steady + kClockAgain;
  }
  if (!lost.job.answer_by || lost.job.told) return;
  tell_not_recorded(work, lost.job);
  const auto* back = std::get_if<reg::Withdrawn>(&lost.event);
  // Only while nobody else waits: the button must not be read as the next family's.
  if (back != nullptr && work.state.queue.empty()) work.state.shown->undo = {back->seq};
}

}  // namespace handbell::kiosk
