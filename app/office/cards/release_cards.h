// Staff cards that release children at the door (D49): who holds one, and how one is made.
//
//   1. The card lies on the office's reader, its holder chooses a PIN: the card is given keys.
//   2. Then it is given to the holder, in one press: only that stands in the register.
//
// Between the two nothing is lost: a card that was written and not given is nobody's, and can be
// written again, also once there is a newer key. One card is written at a time.
#pragma once

#include "app/office/web/card_desk.h"
#include "app/office/web/card_enroller.h"
#include "app/register/school.h"
#include "app/register/staff.h"

#include <mutex>

namespace handbell::office {

/// A card that was written and waits to be given.
struct WrittenCard {
  std::string ticket;
  std::string who;  ///< wrote it: nobody else gives it
  std::string staff;
  CardNumber card;
  reg::ReleaseKey key;
  Instant until;
};
inline constexpr Millis kWrittenHolds = minutes(10);

/// The last few, by ticket; on any thread.
class WrittenCards {
 public:
  void keep(WrittenCard card);
  /// Once: nothing where it is unknown, another's, or too old.
  [[nodiscard]] std::optional<WrittenCard> take(const std::string& ticket, const std::string& who,
                                                Instant now);

 private:
  static constexpr std::size_t kMost = 8;
  std::mutex mutex_;
  std::vector<WrittenCard> kept_;
};

struct ReleaseCardLine {
  std::string holder;
  std::string number;  ///< as issued: the form sends it
  std::string masked;
  std::string issued;
  std::string key;  ///< "key 2", "lists only", "key 1, to be renewed"
};

struct ReleaseCardsView {
  std::vector<ReleaseCardLine> held;
  std::vector<std::pair<std::string, std::string>> staff;  ///< id and name
  std::string chosen;                                      ///< id
  std::string card;                                        ///< number of the one that lies there
  std::string masked;
  std::string card_words;
  bool writable = false;
  std::string key_words;  ///< which key is the newest, or that none was made
};

/// Or why nobody knows: who holds a card is shown all the same.
using NewestSiteKey = Result<std::optional<ShownSiteKey>>;

[[nodiscard]] ReleaseCardsView release_cards_view(const reg::School& school,
                                                  const reg::Staff& staff,
                                                  const CardDesk::View& desk,
                                                  const NewestSiteKey& newest, SchoolDay today);

/// The version with which this card was enrolled, 0: it was not.
[[nodiscard]] std::uint8_t enrolled_with(const reg::School& school, const CardNumber& card);

}  // namespace handbell::office
