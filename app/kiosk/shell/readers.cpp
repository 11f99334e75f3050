#include "app/kiosk/shell/readers.h"

#include "app/journal/door_book_codec.h"
#include "drivers/card/wedge_name.h"

#include <algorithm>

namespace handbell::kiosk {

Readers::Readers(Inbox& inbox, const journal::KioskKey& card_key, std::string rehearsal_file)
    : inbox_(inbox), card_key_(card_key), rehearsal_file_(std::move(rehearsal_file)) {}

// Invariant: once one runs the list is never changed, since each asks for all.
Status Readers::start(const std::string& program, const std::vector<std::string>& connections) {
  if (Status named = card::check_reader_names(connections); !named) return named;
  const auto names = names_of_readers(connections);
  for (std::size_t i = 0; i < connections.size(); ++i) {
    readers_.push_back(
        {names[i], std::make_unique<card::ReaderProcess>(
                       std::vector<std::string>{program, connections[i]}, store::steady_now)});
  }
  for (std::size_t which = 0; which < readers_.size(); ++which) {
    Status started = readers_[which].process->start(
        [this, which](const card::ReaderEvent& event) { take(which, event); });
    if (!started) return started;
  }
  return {};
}

void Readers::stop() {
  for (auto& reader : readers_) reader.process->stop();
}

void Readers::take(std::size_t which, const card::ReaderEvent& event) {
  if (const auto* seen = std::get_if<card::CardSeen>(&event)) {
    const auto card = hash_of(seen->card);
    {
      const std::lock_guard lock(lying_mutex_);
      lying_.insert_or_assign(which, seen->card);
      if (unread_ == card) unread_.reset();
    }
    tapped(card, seen->at);
  }
  if (std::holds_alternative<card::CardGone>(event)) {
    {
      const std::lock_guard lock(lying_mutex_);
      lying_.erase(which);
    }
    inbox_.put(CardLifted{});
  }
  if (std::holds_alternative<card::ManyCards>(event)) inbox_.put(ManyCards{});
  const auto* news = std::get_if<card::ReaderNews>(&event);
  if (news == nullptr || news->state == card::ReaderState::starting) return;
  auto each = health();
  const auto in = [&](handbell::ReaderState state) {
    return std::ranges::any_of(each, [&](const auto& reader) { return reader.state == state; });
  };
  const bool any = in(handbell::ReaderState::ready);
  const bool faulty = in(handbell::ReaderState::faulty);
  inbox_.put(ReaderNews{any      ? ReaderState::ready
                        : faulty ? ReaderState::faulty
                                 : ReaderState::missing,
                        std::move(each)});
}

void Readers::card(const CardNumber& uid, Steady at) {
  const auto card = hash_of(uid);
  {
    const std::lock_guard lock(lying_mutex_);
    unread_ = card;
  }
  tapped(card, at);
}

void Readers::tapped(const reg::CardHash& card, Steady at) {
  store::SiteClock clock(rehearsal_file_);
  inbox_.put(CardTapped{card, clock.wall_at(at), at});
}

reg::CardHash Readers::hash_of(const CardNumber& card) const {
  return journal::hash_of_card(card.bytes(), card_key_);
}

FoundCard Readers::find(const reg::CardHash& card) {
  const std::lock_guard lock(lying_mutex_);
  // Invariant: what a rehearsal plays is never taken for a card that lies there.
  if (unread_ == card) return {std::nullopt, CardCheck::uid_only};
  for (const auto& [at, number] : lying_) {
    if (hash_of(number) == card) return {LyingCard{number, readers_[at].process->talk()}};
  }
  return {std::nullopt, CardCheck::left};
}

std::vector<ReaderHealth> Readers::health() const {
  std::vector<ReaderHealth> each;
  each.reserve(readers_.size());
  for (const auto& reader : readers_) {
    each.push_back({reader.name, reader.process->state(), reader.process->trouble()});
  }
  return each;
}

}  // namespace handbell::kiosk
