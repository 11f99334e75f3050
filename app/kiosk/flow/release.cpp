// What the office answers to who asked for a child at this door (D49).
//
// Granted: "Someone is coming", with the child's first name; refused: to the office, without one.
// Whoever chooses meanwhile, or reads a result, is left alone: a banner. Each answer once, and none
// that is older than ten minutes, as after a new start.
#include "app/kiosk/flow/work.h"

#include <algorithm>

namespace handbell::kiosk {

namespace {

constexpr Millis kAnswerIsNews = minutes(10);

bool is_new(const reg::DoorRelease& release, const reg::DoorBook& before) {
  return std::ranges::none_of(before.releases, [&](const reg::DoorRelease& known) {
    return known.pupil == release.pupil && known.asked == release.asked &&
           known.state == release.state;
  });
}

/// Nobody reads or chooses anything, but what follows from a request.
bool is_free(const State& state) {
  const bool other = state.shown && state.shown->kind != ScreenKind::someone_comes;
  return !other && !state.visit && !state.staff && !state.writing && state.queue.empty();
}

void tell_beside(Work& work, Newcomer&& newcomer) {
  work.effects.emplace_back(Sound{newcomer.child ? SoundName::in : SoundName::office, true});
  newcomer.until = work.now.steady + kResultStays;
  work.state.newcomer = std::move(newcomer);
}

void tell_granted(Work& work, PupilId id) {
  const auto* pupil = work.state.book->pupil(id);
  const ResultFor child = pupil == nullptr ? ResultFor{} : result_for(*work.state.book, *pupil);
  if (!is_free(work.state)) return tell_beside(work, {child, id, {}, true});
  Shown shown;
  shown.kind = ScreenKind::someone_comes;
  if (child.shown_name) {
    shown.child = child;
    shown.pupils = {id};
  }
  if (pupil != nullptr) shown.language = pupil->language;
  show(work, std::move(shown));
}

/// Staff let them go meanwhile: nobody waits for an answer any more.
bool has_gone(const State& state, const AskedHere& asked) {
  return std::ranges::any_of(state.gone, [&](const GoneHere& gone) {
    return gone.pupil == asked.pupil && asked.seq < gone.seq;
  });
}

void tell(Work& work, const reg::DoorRelease& release) {
  const State& state = work.state;
  const bool here = std::ranges::any_of(state.asked, [&](const AskedHere& asked) {
    return asked.pupil == release.pupil && asked.at == release.asked && !has_gone(state, asked);
  });
  const bool old = work.now.wall - release.at > kAnswerIsNews;
  if (!here || old || state.evacuation || state.disk_failed) return;
  if (release.state == reg::DoorReleaseState::granted) return tell_granted(work, release.pupil);
  if (release.state != reg::DoorReleaseState::refused) return;
  if (!is_free(state)) return tell_beside(work, {std::nullopt, {}, {}, false});
  show_kind(work, ScreenKind::see_office);
}

}  // namespace

void hear_releases(Work& work, const reg::DoorBook& before) {
  const auto book = work.state.book;
  if (book->releases == before.releases) return;
  forget_taken_back(work.state, before);
  remember_handed_over(work.state, book->releases);
  for (const auto& release : book->releases) {
    if (is_new(release, before)) tell(work, release);
  }
}

}  // namespace handbell::kiosk
