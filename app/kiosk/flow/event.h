// What can happen to the kiosk, and what the kiosk then asks for.
//
// Cards, fingers, the disk, the office and the clock all come in as one of these; what goes out is
// something to write down, a sound, or the wish to be started again.
#pragma once

#include "app/base/fault.h"
#include "app/base/pin_digits.h"
#include "app/base/reader_health.h"
#include "app/register/clock_trust.h"
#include "app/register/door_book.h"

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace handbell::kiosk {

/// Both stamps are taken in the reader's thread, at the tap.
struct CardTapped {
  reg::CardHash card{};
  Instant wall;
  Steady steady;
};
struct CardLifted {};
struct ManyCards {};
enum class ReaderState : std::uint8_t { ready, missing, faulty };
/// Of all readers together: ready where one is. `each`: for staff.
struct ReaderNews {
  ReaderState state = ReaderState::ready;
  std::vector<ReaderHealth> each{};
};
/// A finger. One that hit no button wakes the screen, and whoever chooses has his time anew.
struct Pressed {
  std::string button;  ///< "not_me"; empty: none
};
/// The office handed a child over (D49), or a rehearsal plays it.
struct HandedOver {
  PupilId pupil;
  std::string reason;
};
/// Leave the building.
struct Evacuation {
  bool on = false;
};
/// By the configured hours.
struct Night {
  bool on = false;
};
/// The event of this request is on the disk, as this entry of the journal.
struct Written {
  std::uint64_t request = 0;
  std::uint64_t seq = 0;
};
enum class WriteFault : std::uint8_t { full, failed };
struct WriteFailed {
  std::uint64_t request = 0;
  WriteFault why = WriteFault::full;
};
struct BookChanged {
  std::shared_ptr<const reg::DoorBook> book;
};
struct ClockEvidenceChanged {
  reg::ClockEvidence evidence;
};
/// Entries not yet sent to the office.
struct Waiting {
  int count = 0;
  bool office_silent = false;  ///< it was asked and did not answer
};
/// What staff have to do about the slip printer; empty: nothing.
struct PrinterNews {
  std::string fault;
};
struct Tick {};
/// A tick while the screen is read aloud: who listens has the time for it.
struct BeingRead {};

/// What became of a proof that was asked for, once for each ProveCard (D49).
enum class CardCheck : std::uint8_t { proven, not_proven, left, no_key, uid_only };
struct CardProven {
  std::uint64_t session = 0;  ///< of the desk that asked: another's opens nothing
  reg::CardHash card{};
  CardCheck check = CardCheck::not_proven;
};
/// The same of a PIN, once for each TryPin.
enum class PinCheck : std::uint8_t { right, wrong, wait, no_key };
struct PinTried {
  std::uint64_t session = 0;
  reg::CardHash card{};
  PinCheck check = PinCheck::wrong;
};

using Event =
    std::variant<CardTapped, CardLifted, ManyCards, ReaderNews, Pressed, Written, WriteFailed,
                 BookChanged, ClockEvidenceChanged, Waiting, Tick, HandedOver, Evacuation, Night,
                 BeingRead, CardProven, PinTried, PrinterNews>;

struct WriteEvent {
  std::uint64_t request = 0;
  reg::DoorEvent event;
  bool repeated = false;  ///< a later tap of the same card: kept, no new mark (D07)
};
enum class SoundName : std::uint8_t { in, office };
struct Sound {
  SoundName name = SoundName::in;
  bool newcomer = false;  ///< of a card that came while others choose (D54)
};
/// What the screen says is said without a chime before it.
struct SayScreen {};
/// A slip for the teacher of a child who came late, where the door has a printer: what the screen
/// says too, and nothing else.
struct PrintSlip {
  std::string name;  ///< "Zoya K"
  std::string class_name;
  TimeOfDay came_at;
  friend bool operator==(const PrintSlip&, const PrintSlip&) = default;
};
/// Somebody pressed the button for it: the whole screen, sentence by sentence.
struct ReadAloud {};
/// The disk failed: end with a fault, so that the supervisor starts the program again.
struct EndAfterFault {};
/// A fault for whoever keeps the machine: the people at the door see the screen.
struct TellFault {
  Fault fault;
};

/// The staff card on the reader is to prove that it is the one the office enrolled.
struct ProveCard {
  std::uint64_t session = 0;
  reg::CardHash card{};
  std::uint8_t version = 0;  ///< of the site's key
};
/// Whether whoever holds it knows its PIN. The digits stand nowhere else any more.
struct TryPin {
  std::uint64_t session = 0;
  reg::CardHash card{};
  reg::ReleaseKey key;
  PinDigits digits;
};

using Effect = std::variant<WriteEvent, Sound, EndAfterFault, TellFault, SayScreen, ReadAloud,
                            ProveCard, TryPin, PrintSlip>;

}  // namespace handbell::kiosk
