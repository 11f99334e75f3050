#include "app/invent/invented_cards.h"

#include <algorithm>

namespace handbell::invent {

namespace {

constexpr std::uint8_t kMaker = 0x04;    // 7 bytes begin with the chip's maker
constexpr std::uint8_t kCascade = 0x88;  // announces a longer number, never a byte of its own
constexpr std::size_t kShort = 4;
constexpr std::size_t kLong = 7;
constexpr int kLongestKept = 60;  // days until a card is lost

}  // namespace

CardNumber CardBox::next(const std::set<CardNumber>& known) {
  while (true) {
    Bytes bytes(chance_.percent(60) ? kLong : kShort);
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>(chance_.between(0, 255));
    if (bytes.size() == kLong) {
      bytes[0] = kMaker;
    } else {
      bytes[0] |= 0x0FU;  // ISO 14443-3: fixed, not unique
    }
    if (bytes[bytes.size() - 4] == kCascade) continue;
    const auto uid = CardNumber::from_bytes(bytes);
    check(uid.has_value());
    if (!uid->fit_as_identity() || known.contains(*uid)) continue;
    if (given_.insert(*uid).second) return *uid;
  }
}

std::vector<reg::CardRecord> invent_cards(const std::vector<reg::PupilRecord>& pupils,
                                          SchoolDay first_day, Chance& chance) {
  std::vector<reg::CardRecord> cards;
  CardBox box(chance);
  for (const reg::PupilRecord& pupil : pupils) {
    const bool lost_one = chance.percent(3) && !pupil.leaving;
    const bool has_none = chance.percent(5) && !pupil.leaving;
    if (has_none) continue;
    const SchoolDay issued = std::max(first_day, pupil.start);
    if (!lost_one) {
      cards.push_back({box.next(), pupil.id, issued, std::nullopt});
      continue;
    }
    SchoolDay lost = issued.plus(chance.between(7, kLongestKept));
    while (lost.is_weekend()) lost = lost.plus(1);
    cards.push_back({box.next(), pupil.id, issued, lost});
    cards.push_back({box.next(), pupil.id, lost, std::nullopt});
  }
  return cards;
}

}  // namespace handbell::invent
