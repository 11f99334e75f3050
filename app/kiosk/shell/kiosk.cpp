#include "app/kiosk/shell/kiosk.h"

#include "app/base/school_time.h"
#include "app/base/version.h"
#include "app/journal/event_codec.h"

#include <algorithm>
#include <iostream>

namespace handbell::kiosk {

namespace {

constexpr Millis kAskMachineEvery = minutes(1);

WriteFault why(const Fault& fault) {
  return fault.code == FaultCode::disk_full ? WriteFault::full : WriteFault::failed;
}

void tell(const Fault& fault) { std::cerr << "handbell-kiosk: " << sentence(fault) << std::endl; }

}  // namespace

Kiosk::Kiosk(KioskFolder& folder, Random& random, KioskSettings settings)
    : folder_(folder),
      random_(random),
      settings_(std::move(settings)),
      clock_(settings_.rehearsal_file),
      link_clock_(settings_.rehearsal_file),
      rest_clock_(settings_.rehearsal_file),
      watch_(!settings_.rehearsal_file.empty()),
      failure_(folder.path, boot_of_machine()),
      readers_(inbox_, folder.identity.card_key, settings_.rehearsal_file),
      journal_(*folder.journal, [this](store::JournalFile& held) { rest(held); }),
      staff_check_(std::make_unique<StaffCheck>(
          inbox_, settings_.proof,
          [this](const reg::CardHash& card) { return readers_.find(card); })),
      loudspeaker_(settings_.sound, {[this] { inbox_.put(Tick{}); }, tell}) {}

Kiosk::~Kiosk() {
  staff_check_.reset();
  readers_.stop();
  admin_desk_.reset();
  if (link_) link_->stop();
  book_link_.reset();
  // What waits for the disk is written while all that its jobs know of is there.
  journal_.finish();
}

Status Kiosk::start(Display& display) {
  const auto past = journal_.ask([this](store::JournalFile&) { return folder_.newest(); });
  if (!past) return fail(past.error());
  const std::uint64_t boot = boot_of_machine();
  watch_.take(*past);
  state_ = restored(boot, folder_.book, *past);
  state_.settings = std::make_shared<DoorSettings>(settings_.door);
  const Moment started = clock_.now();
  const auto left = failure_.take(started.steady);
  still_take_back(state_, left.owed);
  if (left.until) still_say_not_recorded(state_, started.steady, *left.until);
  const Instant now = started.wall;
  const auto begun = journal_.ask([&](store::JournalFile& held) {
    return held.append(journal::draft_of(reg::KioskStarted{boot, kVersion}, now));
  });
  // A full disk is waited for at each tap, not here.
  if (!begun && begun.error().code != FaultCode::disk_full) return fail(begun.error());
  inbox_.set_wake([&display] { display.wake(); });
  if (Status linked = start_links(); !linked) return linked;
  clock_changed();
  return {};
}

Status Kiosk::start_links() {
  const auto told = [](const std::string& what) {
    std::cerr << "handbell-kiosk: " << what << std::endl;
  };
  const auto got = [this](auto book) { inbox_.put(BookChanged{std::move(book)}); };
  auto book = BookLink::start(folder_.identity, folder_.book_path(), folder_.book, {got, told});
  if (!book) return fail(book.error());
  book_link_ = std::move(*book);
  LinkNews news;
  news.waiting = [this](std::uint64_t count, bool office_silent) {
    inbox_.put(Waiting{static_cast<int>(std::min<std::uint64_t>(count, 999'999)), office_silent});
  };
  news.office_clock = [this](Millis ahead) {
    watch_.heard_office(ahead);
    clock_changed();
    book_link_->wake();
  };
  news.fault = told;
  auto link = OfficeLink::start(journal_, folder_.identity, link_clock_, random_, news);
  if (!link) return fail(link.error());
  link_ = std::move(*link);
  auto desk = AdminDesk::open(folder_.path, journal_, [this] { return link_->health(); });
  if (desk)
    admin_desk_ = std::move(*desk);
  else
    told(sentence(desk.error()));  // nobody at the door needs it
  return {};
}

/// Nobody taps now. A disk that failed is not trusted with the next child: end, and start clean. A
/// full one is asked again after the next tap.
void Kiosk::rest(store::JournalFile& held) {
  Status rested = held.rest();
  if (rested) rested = prune(held);
  if (rested || rested.error().code != FaultCode::disk_failed) return;
  rest_failed_ = true;
  inbox_.put(Tick{});
}

/// Once a day, in the first quiet second: what the office has held for a week goes (D51). A clock
/// that may be wrong removes nothing.
Status Kiosk::prune(store::JournalFile& held) {
  const Moment now = rest_clock_.now();
  const auto local = to_local(now.wall);
  if (!local || pruned_on_ == local->day) return {};
  if (!reg::is_trusted(now.wall, watch_.evidence())) return {};
  pruned_on_ = local->day;
  const reg::DoorMoment at{now.wall, now.steady, boot_of_machine(), true, now.rehearsal};
  const auto gone = held.prune(at);
  if (gone) return {};
  std::cerr << "handbell-kiosk: " << sentence(gone.error()) << std::endl;
  return fail(gone.error());
}

/// Never by a clock that may be wrong.
bool Kiosk::within(const DailyHours& hours, const Moment& now) const {
  const auto local = to_local(now.wall);
  return local && reg::is_trusted(now.wall, state_.evidence) && hours.contains(local->time);
}

void Kiosk::mind_night(const Moment& now, Display& display) {
  const bool night = within(settings_.night, now);
  if (night != state_.night) take(Night{night}, display);
}

void Kiosk::clock_changed() { inbox_.put(ClockEvidenceChanged{watch_.evidence()}); }

Status Kiosk::run(Display& display, PaintedScreen& screen, const std::atomic<bool>& end) {
  if (Status started = start(display); !started) return started;
  // Whoever tapped gets an answer, and may read it to its end.
  const auto at_rest = [this] { return !state_.shown && !state_.visit && !state_.writing; };
  const auto failed = [&] { return disk_failed_ || (rest_failed_ && at_rest()); };
  while (!end && !display.closed() && !failed()) {
    for (const Event& event : inbox_.take()) take(event, display);
    take(loudspeaker_.reads(display) ? Event{BeingRead{}} : Event{Tick{}}, display);
    const Moment now = clock_.now();
    if (now.steady - asked_machine_ > kAskMachineEvery) {
      asked_machine_ = now.steady;
      watch_.ask_machine();
      clock_changed();
    }
    mind_night(now, display);
    Status shown =
        screen.show(screen_of(state_, now), display, now.steady, within(settings_.dim, now));
    if (!shown) return shown;
    read_aloud(screen, display);
    for (const PrintSlip& slip : std::exchange(to_print_, {})) slips_.print(slip, screen);
    loudspeaker_.serve(display);
    if (!failed()) touched(display.wait(until_next(now)), display, screen);
  }
  if (!state_.backs_owed.empty()) failure_.leave(failure_seen_, state_.backs_owed);
  // A window that was closed as a supervisor's signal is an end that was wanted.
  if (failed()) return fail(FaultCode::disk_failed, folder_.path);
  return {};
}

void Kiosk::take(const Event& event, Display& display) {
  const Moment now = clock_.now();
  if (std::holds_alternative<Pressed>(event)) loudspeaker_.stop_reading(display);
  Stepped stepped = step(std::move(state_), event, now);
  state_ = std::move(stepped.state);
  for (const Effect& effect : stepped.effects) obey(effect, now, display);
  auto told = readers_.health();
  const auto printer = slips_.health();
  // Without a reader that is what the office has to read.
  if (printer && !told.empty()) told.push_back(*printer);
  link_->set_health(readers_text(told), reg::is_trusted(now.wall, state_.evidence),
                    state_.book->version);
}

void Kiosk::end_over_disk(Steady now) {
  disk_failed_ = true;
  failure_seen_ = now + kResultStays + Millis{-kFailureSeen.count};
  failure_.leave(failure_seen_);
}

void Kiosk::obey(const Effect& effect, const Moment& now, Display& display) {
  if (const auto* write = std::get_if<WriteEvent>(&effect)) obey(*write);
  if (const auto* sound = std::get_if<Sound>(&effect)) {
    loudspeaker_.sound(*sound, screen_of(state_, now), display);
  }
  if (std::holds_alternative<SayScreen>(effect)) {
    loudspeaker_.say(screen_of(state_, now), display);
  }
  if (std::holds_alternative<ReadAloud>(effect)) asked_to_read_ = true;
  if (std::holds_alternative<EndAfterFault>(effect)) end_over_disk(now.steady);
  if (const auto* told = std::get_if<TellFault>(&effect)) tell(told->fault);
  if (const auto* asked = std::get_if<ProveCard>(&effect)) staff_check_->prove(*asked);
  if (const auto* asked = std::get_if<TryPin>(&effect)) staff_check_->try_pin(*asked);
  if (const auto* slip = std::get_if<PrintSlip>(&effect)) to_print_.push_back(*slip);
}

void Kiosk::obey(const WriteEvent& write) {
  const Instant at = clock_.now().wall;
  const bool left = journal_.leave([this, write, at](store::JournalFile& held) {
    const auto entry = held.append(journal::draft_of(write.event, at, write.repeated));
    if (!entry) return inbox_.put(WriteFailed{write.request, why(entry.error())});
    watch_.wrote(write.event);
    inbox_.put(ClockEvidenceChanged{watch_.evidence()});
    inbox_.put(Written{write.request, entry->seq});
    link_->wake();
  });
  if (!left) inbox_.put(WriteFailed{write.request, WriteFault::full});
}

void Kiosk::read_aloud(const PaintedScreen& screen, Display& display) {
  if (std::exchange(asked_to_read_, false)) {
    loudspeaker_.read(screen, display);
    read_of_ = screen.name();
  }
  if (read_of_.empty() || read_of_ == screen.name()) return;
  loudspeaker_.stop_reading(display);
  read_of_.clear();
}

Millis Kiosk::until_next(const Moment& now) const {
  constexpr Millis kLongest = minutes(1);
  // A rehearsal's clock may run faster than the steady one.
  constexpr Millis kRehearsal = seconds(1);
  const auto next = next_deadline(state_);
  const Millis most = now.rehearsal ? kRehearsal : kLongest;
  if (!next) return most;
  return std::clamp(*next - now.steady, Millis{0}, most);
}

void Kiosk::touched(const std::vector<Touch>& touches, Display& display,
                    const PaintedScreen& screen) {
  const Steady now = store::steady_now();
  for (const Touch& touch : touches) {
    // A finger beside the buttons is somebody who is there, too.
    if (const auto button = screen.pressed(touch, now)) inbox_.put(Pressed{*button});
  }
  const auto digit = display.digit();
  if (!digit || static_cast<std::size_t>(*digit) > settings_.keys.size()) return;
  readers_.card(settings_.keys[static_cast<std::size_t>(*digit) - 1], now);
}

}  // namespace handbell::kiosk
