#include "app/office/cards/release_cards.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

std::string holder_name(const reg::Staff& staff, const std::string& id) {
  const auto* member = staff.named(id);
  return member == nullptr ? "not on the staff list any more" : member->name.text();
}

std::string key_words_of(const reg::StaffCardRecord& card, const NewestSiteKey& newest) {
  if (!card.release) return "lists only";
  const auto words = fmt::format("releases, key {}", card.release->version);
  const bool anew = newest && (!*newest || (*newest)->version != card.release->version);
  return anew ? words + ": to be written anew" : words;
}

std::string newest_words(const NewestSiteKey& newest) {
  if (!newest) return sentence(newest.error());
  if (!*newest) {
    return "No site key was made yet: whoever keeps this machine runs 'handbell staff-keys make'.";
  }
  return fmt::format("The newest site key is number {}, check value {}.", (*newest)->version,
                     (*newest)->check_value);
}

void put_card(const reg::School& school, const CardNumber& card, ReleaseCardsView& view) {
  view.card = card.text();
  view.masked = card.masked();
  const auto of_child = std::ranges::any_of(
      school.cards, [&](const auto& each) { return each.uid == card && !each.revoked; });
  if (of_child) {
    view.card_words = "is a child's or a family's: take another.";
  } else if (card.is_wedge() || !card.fit_as_identity() || card.is_short()) {
    view.card_words = "cannot prove itself: take an NTAG 424 DNA.";
  } else {
    view.card_words = "lies on the reader.";
    view.writable = true;
  }
}

}  // namespace

void WrittenCards::keep(WrittenCard card) {
  const std::scoped_lock hold(mutex_);
  if (kept_.size() >= kMost) kept_.erase(kept_.begin());
  kept_.push_back(std::move(card));
}

std::optional<WrittenCard> WrittenCards::take(const std::string& ticket, const std::string& who,
                                              Instant now) {
  const std::scoped_lock hold(mutex_);
  std::erase_if(kept_, [&](const auto& each) { return each.until < now; });
  const auto found = std::ranges::find_if(
      kept_, [&](const auto& each) { return each.ticket == ticket && each.who == who; });
  if (found == kept_.end()) return std::nullopt;
  auto card = std::move(*found);
  kept_.erase(found);
  return card;
}

ReleaseCardsView release_cards_view(const reg::School& school, const reg::Staff& staff,
                                    const CardDesk::View& desk, const NewestSiteKey& newest,
                                    SchoolDay today) {
  ReleaseCardsView view;
  for (const auto& card : school.staff_cards) {
    if (card.revoked && *card.revoked <= today) continue;
    view.held.push_back({holder_name(staff, card.staff), card.uid.text(), card.uid.masked(),
                         card.issued.text(), key_words_of(card, newest)});
  }
  for (const auto& member : staff.members) {
    if (!member.roles.empty()) view.staff.emplace_back(member.id, member.name.text());
  }
  view.key_words = newest_words(newest);
  if (desk.several) {
    view.card_words = "Several cards lie there: one at a time, please.";
  } else if (desk.card) {
    put_card(school, *desk.card, view);
  }
  return view;
}

std::uint8_t enrolled_with(const reg::School& school, const CardNumber& card) {
  std::uint8_t version = 0;
  for (const auto& each : school.staff_cards) {
    if (each.uid == card && each.release) version = std::max(version, each.release->version);
  }
  return version;
}

}  // namespace handbell::office
