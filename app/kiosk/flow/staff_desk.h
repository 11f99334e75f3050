// Staff at the kiosk: a card and its PIN open today's late, who is out, and the reader test.
//
// A card with a release key has to prove itself while it lies on the reader, and its PIN is longer;
// then a child who is asked for may be handed over, too (D49). Proof and PIN are of this one
// session and end with it. Whatever is refused, the screen says one and the same.
//
// Names are those that the door may show. Twenty seconds without a touch close it, and so do three
// wrong PINs of four digits; of a release PIN one, and who keeps the keys counts them.
#pragma once

#include "app/base/pin_digits.h"
#include "app/kiosk/flow/visit.h"
#include "app/register/release_key.h"

namespace handbell::kiosk {

inline constexpr std::size_t kPinDigits = 4;
inline constexpr int kMostWrongPins = 3;
inline constexpr Millis kPinLocked = minutes(5);

/// How far a card with a release key has come.
struct ReleaseProof {
  std::uint64_t session = 0;
  reg::ReleaseKey key;
  bool proven = false;   ///< the card
  bool refused = false;  ///< the card: the office has heard, the screen says it after the PIN
  bool entered = false;  ///< all digits are typed: they wait for the card's proof
  bool tried = false;    ///< they are being looked at
  bool right = false;    ///< Invariant: only of a card that is proven
};

/// A child who is about to be handed over, chosen page by page.
struct HandingOver {
  PupilId pupil;
  std::string who;
  Instant asked;  ///< of the request on which the child was to go when `who` was said
  reg::IdentityCheck checked = reg::IdentityCheck::known_to_staff;
};

struct StaffDesk {
  reg::CardHash card{};
  std::vector<Page> pages;  ///< never empty
  PinDigits digits;
  std::vector<std::uint64_t> arrivals;  ///< of the choices of staff_late
  std::uint64_t undo = 0;               ///< what is taken back once a reason was chosen
  std::optional<ReleaseProof> release;  ///< of a card with a release key alone
  HandingOver child;                    ///< of the pages of a release
  bool waits = false;                   ///< for the disk: nothing more may be chosen
  Steady until;

  [[nodiscard]] const Page& page() const { return pages.back(); }
  [[nodiscard]] ScreenKind kind() const { return pages.back().kind; }
  /// Card and PIN of this session are both proven.
  [[nodiscard]] bool may_release() const { return release && release->proven && release->right; }
};

[[nodiscard]] Page pin_page();
[[nodiscard]] Page menu_page(bool releases);
/// How the adult was checked: in the order of reg::IdentityCheck.
[[nodiscard]] Page check_page();
/// Those of the general words that `keys` names; all where it names none.
[[nodiscard]] Page who_page(const std::vector<std::string>& keys);

}  // namespace handbell::kiosk
