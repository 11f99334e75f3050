#include "app/kiosk/shell/staff_check.h"

#include <utility>

namespace handbell::kiosk {

namespace {

CardCheck check_of(keys::CardProof proof) {
  switch (proof) {
    case keys::CardProof::proven:
      return CardCheck::proven;
    case keys::CardProof::left:
      return CardCheck::left;
    case keys::CardProof::no_key:
      return CardCheck::no_key;
    case keys::CardProof::refused:
      break;
  }
  return CardCheck::not_proven;
}

PinCheck check_of(keys::PinProof proof) {
  switch (proof) {
    case keys::PinProof::right:
      return PinCheck::right;
    case keys::PinProof::wait:
      return PinCheck::wait;
    case keys::PinProof::no_key:
      return PinCheck::no_key;
    case keys::PinProof::wrong:
      break;
  }
  return PinCheck::wrong;
}

}  // namespace

StaffCheck::StaffCheck(Inbox& inbox, keys::StaffProof* proof, Find find)
    : inbox_(inbox), proof_(proof), find_(std::move(find)), thread_([this] { work(); }) {}

StaffCheck::~StaffCheck() {
  {
    const std::lock_guard lock(mutex_);
    ends_ = true;
  }
  asked_.notify_one();
  thread_.join();
}

void StaffCheck::prove(const ProveCard& wanted) { put(wanted); }

void StaffCheck::try_pin(TryPin wanted) { put(std::move(wanted)); }

void StaffCheck::put(Question question) {
  {
    const std::lock_guard lock(mutex_);
    questions_.push_back(std::move(question));
  }
  asked_.notify_one();
}

std::optional<StaffCheck::Question> StaffCheck::next() {
  std::unique_lock lock(mutex_);
  asked_.wait(lock, [this] { return ends_ || !questions_.empty(); });
  if (ends_) return std::nullopt;
  Question question = std::move(questions_.front());
  questions_.pop_front();
  return question;
}

void StaffCheck::work() {
  while (auto question = next()) {
    std::visit([this](auto& wanted) { ask(wanted); }, *question);
  }
}

void StaffCheck::ask(const ProveCard& wanted) {
  proven_.reset();
  inbox_.put(CardProven{wanted.session, wanted.card, checked(wanted)});
}

void StaffCheck::ask(TryPin& wanted) {
  const PinCheck check = checked(wanted);
  wanted.digits.clear();
  proven_.reset();
  inbox_.put(PinTried{wanted.session, wanted.card, check});
}

CardCheck StaffCheck::checked(const ProveCard& wanted) {
  const FoundCard found = find_(wanted.card);
  if (!found.card) return found.otherwise;
  if (found.card->talk == nullptr || found.card->number.is_wedge()) return CardCheck::uid_only;
  if (proof_ == nullptr) return CardCheck::no_key;
  const auto check = check_of(proof_->prove(found.card->number, wanted.version, *found.card->talk));
  if (check == CardCheck::proven) proven_ = {wanted.session, wanted.card, found.card->number};
  return check;
}

/// Invariant: no PIN is looked at but of the card that has just proved itself in this session.
PinCheck StaffCheck::checked(const TryPin& wanted) {
  const bool same = proven_ && proven_->session == wanted.session && proven_->card == wanted.card;
  if (proof_ == nullptr) return PinCheck::no_key;
  if (!same) return PinCheck::wrong;
  const auto answer = proof_->try_pin(proven_->number, wanted.key.version, wanted.key.verifier,
                                      wanted.digits.view());
  return check_of(answer.proof);
}

}  // namespace handbell::kiosk
