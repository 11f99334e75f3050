#include "app/office/web/card_desk.h"

namespace handbell::office {

void CardDesk::seen(const std::string& reader, const CardNumber& card) {
  {
    const std::scoped_lock hold(mutex_);
    kept_ = Kept{card, reader, {}};
    several_ = false;
  }
  changed_();
}

void CardDesk::taken_away(const std::string& reader) {
  {
    const std::scoped_lock hold(mutex_);
    several_ = false;
    if (kept_ && kept_->reader == reader && !kept_->taken_away) kept_->taken_away = now_();
  }
  changed_();
}

void CardDesk::several(const std::string& reader) {
  {
    const std::scoped_lock hold(mutex_);
    several_ = true;
    if (kept_ && kept_->reader == reader) kept_.reset();
  }
  changed_();
}

void CardDesk::is(const ReaderHealth& reader) {
  {
    const std::scoped_lock hold(mutex_);
    const auto known = readers_.find(reader.name);
    if (known != readers_.end() && known->second == reader) return;
    readers_[reader.name] = reader;
  }
  changed_();
}

void CardDesk::gone(const std::string& reader) {
  {
    const std::scoped_lock hold(mutex_);
    readers_.erase(reader);
    several_ = false;
    if (kept_ && kept_->reader == reader) kept_.reset();
  }
  changed_();
}

CardDesk::View CardDesk::view() const {
  const std::scoped_lock hold(mutex_);
  View view;
  for (const auto& [name, health] : readers_) view.readers.push_back(health);
  view.several = several_;
  if (!kept_) return view;
  const bool old = kept_->taken_away && now_() - *kept_->taken_away > kCardKept;
  if (!old) view.card = kept_->card;
  return view;
}

}  // namespace handbell::office
