// Asks a staff card for its proof and whoever holds it for the PIN, beside the screen's loop (D49).
//
// Each question is answered once, by an event. The card's number is known here alone, from the
// proof until the PIN was tried; digits are wiped as soon as they were handed on. Nothing that is
// set in a file or a rehearsal makes an answer: without a reader that speaks to the card, and a
// process that holds the key, it is no.
#pragma once

#include "app/kiosk/shell/inbox.h"
#include "drivers/keyholder/staff_proof.h"

#include <condition_variable>
#include <deque>
#include <optional>
#include <thread>

namespace handbell::kiosk {

/// A card that lies on one of the readers.
struct LyingCard {
  CardNumber number;
  card::CardTalk* talk = nullptr;  ///< null: that reader cannot speak to a card
};
struct FoundCard {
  std::optional<LyingCard> card;
  CardCheck otherwise = CardCheck::left;  ///< why there is none
};

class StaffCheck {
 public:
  using Find = std::function<FoundCard(const reg::CardHash&)>;

  /// `proof` null: this machine has no keys. It and `inbox` outlive this.
  StaffCheck(Inbox& inbox, keys::StaffProof* proof, Find find);
  StaffCheck(const StaffCheck&) = delete;
  StaffCheck& operator=(const StaffCheck&) = delete;
  /// Waits for the question that is being asked.
  ~StaffCheck();

  void prove(const ProveCard& wanted);
  void try_pin(TryPin wanted);

 private:
  using Question = std::variant<ProveCard, TryPin>;
  void put(Question question);
  [[nodiscard]] std::optional<Question> next();
  void work();
  void ask(const ProveCard& wanted);
  void ask(TryPin& wanted);
  [[nodiscard]] CardCheck checked(const ProveCard& wanted);
  [[nodiscard]] PinCheck checked(const TryPin& wanted);

  struct Proven {
    std::uint64_t session = 0;
    reg::CardHash card{};
    CardNumber number;
  };

  Inbox& inbox_;
  keys::StaffProof* proof_;
  Find find_;
  std::optional<Proven> proven_;  ///< of the thread alone
  std::mutex mutex_;
  std::condition_variable asked_;
  std::deque<Question> questions_;
  bool ends_ = false;
  std::thread thread_;
};

}  // namespace handbell::kiosk
