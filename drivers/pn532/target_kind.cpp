#include "drivers/pn532/target_kind.h"

#include "drivers/pn532/classic.h"
#include "drivers/pn532/iso_card.h"
#include "drivers/pn532/ntag.h"
#include "drivers/pn532/ntag424.h"

#include <algorithm>
#include <array>

namespace handbell::pn532 {

namespace {

struct CardKind {
  std::string_view name;
  std::size_t uid_size;
  /// None where it can't be made from `more`.
  std::unique_ptr<Target> (*make)(const CardNumber& uid, const std::string& more);
};

template <typename Card, auto... arguments>
std::unique_ptr<Target> made(const CardNumber& uid, const std::string&) {
  return std::make_unique<Card>(uid, arguments...);
}

constexpr std::array<CardKind, 10> kKinds{{
    {"classic", 4, made<Classic, false>},
    {"ntag213", 7, made<Ntag, Ntag::Size::ntag213>},
    {"desfire", 10, made<DesfireCard>},
    {"desfire", 7, made<DesfireCard>},
    {"ntag215", 7, made<Ntag, Ntag::Size::ntag215>},
    {"copy", 4, made<Classic, true>},
    {"phone", 4, made<Phone>},
    {"bank", 4, made<BankCard>},
    {"ntag424", 7, Ntag424::made},
    {"replay", 7, ReplayCard::made},
}};

}  // namespace

std::unique_ptr<Target> make_target(const CardNumber& uid, std::string_view kind,
                                    const std::string& more) {
  const auto fits = [&](const CardKind& each) {
    return each.uid_size == uid.bytes().size() && (kind.empty() || each.name == kind);
  };
  const auto* found = std::find_if(kKinds.begin(), kKinds.end(), fits);
  return found == kKinds.end() ? nullptr : found->make(uid, more);
}

std::vector<std::string_view> kinds_of_cards() {
  std::vector<std::string_view> names;
  for (const auto& kind : kKinds) {
    if (std::find(names.begin(), names.end(), kind.name) == names.end()) names.push_back(kind.name);
  }
  return names;
}

}  // namespace handbell::pn532
