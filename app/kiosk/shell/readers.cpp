#include "app/kiosk/shell/readers.h"

#include "app/journal/door_book_codec.h"

namespace handbell::kiosk {

Readers::Readers(Inbox& inbox, const journal::KioskKey& card_key, std::string rehearsal_file)
    : inbox_(inbox), card_key_(card_key), rehearsal_file_(std::move(rehearsal_file)) {}

Status Readers::add(const std::string& program, const std::string& connection) {
  readers_.push_back(std::make_unique<card::ReaderProcess>(
      std::vector<std::string>{program, connection}, store::steady_now));
  return readers_.back()->start([this](const card::ReaderEvent& event) { take(event); });
}

void Readers::stop() {
  for (auto& reader : readers_) reader->stop();
}

void Readers::take(const card::ReaderEvent& event) {
  if (const auto* seen = std::get_if<card::CardSeen>(&event)) card(seen->card, seen->at);
  if (std::holds_alternative<card::CardGone>(event)) inbox_.put(CardLifted{});
  if (std::holds_alternative<card::ManyCards>(event)) inbox_.put(ManyCards{});
  const auto* news = std::get_if<card::ReaderNews>(&event);
  if (news == nullptr || news->state == card::ReaderState::starting) return;
  bool any = news->state == card::ReaderState::ready;
  for (const auto& reader : readers_) any = any || reader->state() == card::ReaderState::ready;
  const bool faulty = news->state == card::ReaderState::faulty;
  inbox_.put(ReaderNews{any      ? ReaderState::ready
                        : faulty ? ReaderState::faulty
                                 : ReaderState::missing});
}

void Readers::card(const CardNumber& uid, Steady at) {
  store::SiteClock clock(rehearsal_file_);
  inbox_.put(CardTapped{journal::hash_of_card(uid.bytes(), card_key_), clock.wall_at(at), at});
}

std::string Readers::state() const {
  if (readers_.empty()) return "none";
  for (const auto& reader : readers_) {
    if (reader->state() != card::ReaderState::ready) {
      return std::string(card::name_of(reader->state()));
    }
  }
  return "ready";
}

}  // namespace handbell::kiosk
