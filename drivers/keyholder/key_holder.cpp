#include "drivers/keyholder/key_holder.h"

#include "drivers/keyholder/release_pin.h"

namespace handbell::keys {

namespace {

/// Much more than a card needs for it; what comes later is no answer to what was asked.
constexpr Millis kLongestDialog = seconds(10);
/// Where nothing can be counted nothing is looked at.
constexpr PinAnswer kNotCounted{PinProof::wait, seconds(30)};
/// A card answers later and later after fifty wrong keys.
constexpr std::size_t kMostTried = 8;

/// The keys that a card may have: those with which it was given, those that it is to get, and then
/// the newest first, since it may have been written and not given.
std::vector<CardKeys> tried_keys(const SiteKeys& site, const AskEnrol& ask) {
  std::vector<KeyVersion> versions{ask.from};
  if (ask.to != ask.from) versions.push_back(ask.to);
  for (auto each = site.all().rbegin(); each != site.all().rend(); ++each) {
    if (each->first != ask.from && each->first != ask.to) versions.push_back(each->first);
  }
  std::vector<CardKeys> tried;
  for (const KeyVersion version : versions) {
    auto keys = card_keys(site, ask.card, version);
    if (keys && tried.size() < kMostTried) tried.push_back(std::move(*keys));
  }
  return tried;
}

}  // namespace

KeyReply KeyHolder::answer(const KeyRequest& request) {
  seq_ = request.seq;
  return {request.seq,
          std::visit([this](const auto& ask) { return answer_to(ask); }, request.what)};
}

KeyHolder::Answer KeyHolder::answer_to(const AskProof& ask) {
  dialog_.reset();
  const auto keys = hands_.keys();
  const SiteKey* site = keys ? keys->of(ask.version) : nullptr;
  if (site == nullptr) return KeyEnd::no_key;
  const auto key = card_key(*site, ask.card, kReleaseNumber);
  if (!key) return KeyEnd::refused;
  return begin(std::make_unique<ProofDialog>(*key, *hands_.random));
}

KeyHolder::Answer KeyHolder::answer_to(const AskEnrol& ask) {
  dialog_.reset();
  const auto keys = hands_.keys();
  if (!keys || ask.to == 0) return KeyEnd::no_key;
  if (ask.card.is_wedge()) return KeyEnd::refused;
  auto to = card_keys(*keys, ask.card, ask.to);
  if (!to) return KeyEnd::no_key;
  return begin(
      std::make_unique<EnrolDialog>(tried_keys(*keys, ask), std::move(*to), *hands_.random));
}

KeyHolder::Answer KeyHolder::answer_to(const AskNewest&) {
  const auto keys = hands_.keys();
  if (!keys) return KeyEnd::refused;
  for (auto each = keys->all().rbegin(); each != keys->all().rend(); ++each) {
    const ShownKey shown = shown_key(each->first, each->second);
    if (shown.administration) return NewestKey{shown.version, shown.check_value};
  }
  return KeyEnd::no_key;
}

KeyHolder::Answer KeyHolder::begin(std::unique_ptr<CardDialog> dialog) {
  dialog_ = std::move(dialog);
  dialog_seq_ = seq_;
  began_ = hands_.now().at;
  return SendCommand{dialog_->first()};
}

KeyHolder::Answer KeyHolder::answer_to(const CardTold& told) {
  const bool expected = dialog_ && dialog_seq_ == seq_ && hands_.now().at - began_ < kLongestDialog;
  if (!expected) {
    dialog_.reset();
    return KeyEnd::refused;
  }
  DialogStep step = dialog_->hear(told.answer);
  if (!step.end) return SendCommand{std::move(step.command)};
  dialog_.reset();
  if (*step.end == DialogEnd::proven) return KeyEnd::proven;
  return *step.end == DialogEnd::enrolled ? KeyEnd::enrolled : KeyEnd::refused;
}

KeyHolder::Answer KeyHolder::answer_to(const CardLeft&) {
  dialog_.reset();
  return KeyEnd::left;
}

KeyHolder::Answer KeyHolder::answer_to(const AskPin& ask) {
  const auto keys = hands_.keys();
  const SiteKey* site = keys ? keys->of(ask.version) : nullptr;
  if (site == nullptr || ask.card.is_wedge()) return PinAnswer{PinProof::no_key, {0}};
  auto list = attempts();
  if (!list) return kNotCounted;
  const Attempts before = *list;
  const MachineTime now = hands_.now();
  const Millis left = list->wait_left(ask.card, now);
  if (left.count > 0) return PinAnswer{PinProof::wait, left};
  if (!list->note_wrong(ask.card, now) || !hands_.write_attempts(list->bytes())) {
    return kNotCounted;
  }
  const auto matches = pin_matches(*site, ask.card, ask.digits.view(), ask.verifier);
  if (!matches) {
    (void)hands_.write_attempts(before.bytes());  // else it stays counted: never the other way
    return kNotCounted;
  }
  if (!*matches) {
    return PinAnswer{PinProof::wrong, list->wait_left(ask.card, now)};
  }
  list->forget(ask.card);
  if (!hands_.write_attempts(list->bytes())) return kNotCounted;
  return PinAnswer{PinProof::right, {0}};
}

KeyHolder::Answer KeyHolder::answer_to(const AskVerifier& ask) {
  const auto keys = hands_.keys();
  const SiteKey* site = keys ? keys->of(ask.version) : nullptr;
  if (site == nullptr) return KeyEnd::no_key;
  if (ask.card.is_wedge()) return KeyEnd::refused;
  const auto verifier = pin_verifier(*site, ask.card, ask.digits.view(), *hands_.random);
  if (!verifier) return KeyEnd::no_key;
  return *verifier;
}

Result<Attempts> KeyHolder::attempts() {
  const auto bytes = hands_.read_attempts();
  if (!bytes) return fail(bytes.error());
  if (!*bytes) return Attempts(*hands_.random);
  return Attempts::parse(**bytes);
}

}  // namespace handbell::keys
