#include "day_door.h"

#include "app/base/school_time.h"
#include "app/journal/door_book_codec.h"
#include "app/journal/event_codec.h"

namespace handbell::days {

DayDoor::DayDoor(std::string name, std::uint32_t number, Instant opened)
    : name_(std::move(name)), number_(number), opened_(opened) {
  key_[0] = static_cast<std::uint8_t>(number);
  history_.fill(static_cast<std::uint8_t>(0xA0U + number));
  state_.boot = 100 + number;
  state_.evidence.not_before = *parse_local("2025-01-01T00:00:00");
  state_.evidence.time_service_synced = true;
}

Status DayDoor::fetch_book(store::Register& office, SchoolDay day, Instant now) {
  if (!online_) return {};
  const auto school = office.school();
  if (!school) return fail(school.error());
  if (state_.book->version == school->version) return {};
  const auto answers = office.release_answers(day);
  if (!answers) return fail(answers.error());
  auto made = reg::door_book_of(*school, now, day, [](const CardNumber& uid) {
    return journal::hash_of_card(uid.bytes(), kCardKey);
  });
  made.releases = door_releases(*answers);
  auto book = journal::decode_door_book(journal::encode(made, key_), key_);
  if (!book) return fail(book.error());
  step(kiosk::BookChanged{std::make_shared<const reg::DoorBook>(std::move(*book))}, now);
  return {};
}

void DayDoor::hold(const CardNumber& card, Instant now) {
  const Moment both = clocks(now);
  step(kiosk::CardTapped{journal::hash_of_card(card.bytes(), kCardKey), both.wall, both.steady},
       now);
}

void DayDoor::press(const std::string& button, Instant now) { step(kiosk::Pressed{button}, now); }

bool DayDoor::choose(const std::string& words, Instant now) {
  const kiosk::Screen shown = screen(now);
  for (const auto& choice : shown.choices) {
    if (choice.words != words && choice.name != words) continue;
    press(choice.id, now);
    return true;
  }
  return false;
}

bool DayDoor::look_up(PupilId child, Instant now) {
  const auto* pupil = state_.book->pupil(child);
  if (pupil == nullptr) return false;
  const std::string class_name = pupil->class_name;
  const std::string name = pupil->shown_name;
  const int month = pupil->birth_month;
  press("no_card", now);
  if (!choose(class_name, now)) return false;
  press("choice:" + std::to_string(month - 1), now);
  return choose(name, now);
}

void DayDoor::hand_over(PupilId pupil, const std::string& reason, Instant now) {
  step(kiosk::HandedOver{pupil, reason}, now);
}

void DayDoor::clock_shows(Instant shown, Instant now) {
  error_ = shown - now;
  reg::ClockEvidence evidence = state_.evidence;
  evidence.time_service_synced = false;
  step(kiosk::ClockEvidenceChanged{evidence}, now);
}

void DayDoor::clock_is_right(Instant now) {
  error_ = {};
  reg::ClockEvidence evidence = state_.evidence;
  evidence.time_service_synced = true;
  step(kiosk::ClockEvidenceChanged{evidence}, now);
}

Status DayDoor::send(store::Register& office, Instant now) {
  while (online_ && received_ < entries_.size()) {
    const auto sent = journal::decode_message(journal::encode(message(), key_), key_);
    if (!sent) return fail(sent.error());
    const auto answer = office.apply(*sent, now);
    if (!answer) return fail(answer.error());
    if (!answer->fault.empty()) return fail(FaultCode::message_refused, answer->fault);
    received_ = answer->received;
    office_ = answer->office;
  }
  return {};
}

kiosk::Screen DayDoor::screen(Instant now) const { return kiosk::screen_of(state_, clocks(now)); }

void DayDoor::step(const kiosk::Event& event, Instant now) {
  auto stepped = kiosk::step(std::move(state_), event, clocks(now));
  state_ = std::move(stepped.state);
  for (const auto& effect : stepped.effects) {
    const auto* write = std::get_if<kiosk::WriteEvent>(&effect);
    if (write == nullptr) continue;
    const auto seq = append(write->event, now, write->repeated);
    step(kiosk::Written{write->request, seq}, now);
  }
}

std::uint64_t DayDoor::append(const reg::DoorEvent& event, Instant now, bool repeated) {
  journal::Salt salt{};
  salt[0] = static_cast<std::uint8_t>(entries_.size());
  salt[1] = history_[0];
  const journal::Head head = entries_.empty() ? journal::Head{} : journal::head_of(entries_.back());
  const auto draft = journal::draft_of(event, clocks(now).wall, repeated);
  entries_.push_back(journal::sealed(history_, head, draft, salt));
  return entries_.back().seq;
}

Moment DayDoor::clocks(Instant now) const {
  return {now + error_, Steady{(now - opened_).count}, false};
}

journal::SyncMessage DayDoor::message() const {
  journal::SyncMessage made;
  made.kiosk = number_;
  made.journal = {history_, journal::head_of(entries_.back())};
  made.office = office_;
  for (std::size_t i = received_; i < entries_.size(); ++i) {
    if (made.entries.size() < journal::kMostEntriesAMessage) made.entries.push_back(entries_[i]);
  }
  return made;
}

}  // namespace handbell::days
