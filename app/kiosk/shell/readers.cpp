#include "app/kiosk/shell/readers.h"

#include "app/journal/door_book_codec.h"

#include <algorithm>

namespace handbell::kiosk {

Readers::Readers(Inbox& inbox, const journal::KioskKey& card_key, std::string rehearsal_file)
    : inbox_(inbox), card_key_(card_key), rehearsal_file_(std::move(rehearsal_file)) {}

void Readers::add(const std::string& program, const std::string& connection) {
  readers_.push_back({name_of_reader(connection),
                      std::make_unique<card::ReaderProcess>(
                          std::vector<std::string>{program, connection}, store::steady_now)});
}

// Invariant: once one runs the list is never changed, since each asks for all.
Status Readers::start_all() {
  for (auto& reader : readers_) {
    Status started = reader.process->start([this](const card::ReaderEvent& event) { take(event); });
    if (!started) return started;
  }
  return {};
}

void Readers::stop() {
  for (auto& reader : readers_) reader.process->stop();
}

void Readers::take(const card::ReaderEvent& event) {
  if (const auto* seen = std::get_if<card::CardSeen>(&event)) card(seen->card, seen->at);
  if (std::holds_alternative<card::CardGone>(event)) inbox_.put(CardLifted{});
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
  store::SiteClock clock(rehearsal_file_);
  inbox_.put(CardTapped{journal::hash_of_card(uid.bytes(), card_key_), clock.wall_at(at), at});
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
