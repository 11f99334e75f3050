// One line of text for each thing that a kiosk or the office says to the key process, and back.
//
//   prove SEQ CARD VERSION          told SEQ HEX          left SEQ
//   enrol SEQ CARD FROM TO          pin SEQ CARD VERSION VERIFIER DIGITS
//   verifier SEQ CARD VERSION DIGITS                      newest SEQ
//
//   apdu SEQ HEX                    done SEQ proven|enrolled|refused|no_key|left
//   pin SEQ right|wrong|wait|no_key MILLISECONDS          verifier SEQ HEX
//   newest SEQ VERSION CHECKVALUE
//
// The lines hold card numbers and digits: they are never written anywhere. A request is read where
// it stands and written into one piece of memory, so that whoever wipes the line has wiped all.
#pragma once

#include "app/base/pin_digits.h"
#include "drivers/keyholder/site_keys.h"
#include "drivers/keyholder/staff_proof.h"

#include <string>
#include <string_view>
#include <variant>

namespace handbell::keys {

inline constexpr std::size_t kLongestKeyLine = 1024;

struct AskProof {
  CardNumber card;
  KeyVersion version = 0;
  friend bool operator==(const AskProof&, const AskProof&) = default;
};
struct AskEnrol {
  CardNumber card;
  KeyVersion from = 0;
  KeyVersion to = 0;
  friend bool operator==(const AskEnrol&, const AskEnrol&) = default;
};
/// What the card said.
struct CardTold {
  Bytes answer;
  friend bool operator==(const CardTold&, const CardTold&) = default;
};
struct CardLeft {
  friend bool operator==(const CardLeft&, const CardLeft&) = default;
};
struct AskPin {
  CardNumber card;
  KeyVersion version = 0;
  PinVerifier verifier{};
  PinDigits digits;
  friend bool operator==(const AskPin& a, const AskPin& b) {
    return a.card == b.card && a.version == b.version && a.verifier == b.verifier &&
           a.digits.view() == b.digits.view();
  }
};
struct AskVerifier {
  CardNumber card;
  KeyVersion version = 0;
  PinDigits digits;
  friend bool operator==(const AskVerifier& a, const AskVerifier& b) {
    return a.card == b.card && a.version == b.version && a.digits.view() == b.digits.view();
  }
};
/// Which version cards are written with.
struct AskNewest {
  friend bool operator==(const AskNewest&, const AskNewest&) = default;
};

struct KeyRequest {
  std::uint32_t seq = 0;
  std::variant<AskProof, AskEnrol, CardTold, CardLeft, AskPin, AskVerifier, AskNewest> what;
  friend bool operator==(const KeyRequest&, const KeyRequest&) = default;
};

/// To be sent to the card.
struct SendCommand {
  Bytes command;
  friend bool operator==(const SendCommand&, const SendCommand&) = default;
};
enum class KeyEnd : std::uint8_t { proven, enrolled, refused, no_key, left };
/// The newest version that has an administration key, as it may be shown.
struct NewestKey {
  KeyVersion version = 1;
  std::string check_value;  ///< six hexadecimal digits
  friend bool operator==(const NewestKey&, const NewestKey&) = default;
};

struct KeyReply {
  std::uint32_t seq = 0;
  std::variant<SendCommand, KeyEnd, PinAnswer, PinVerifier, NewestKey> what;
  friend bool operator==(const KeyReply&, const KeyReply&) = default;
};

/// Without the line's end, for which there is room: to add it copies no digits.
[[nodiscard]] std::string line_of(const KeyRequest& request);
[[nodiscard]] std::string line_of(const KeyReply& reply);
/// Fault: message_garbled, which never holds a part of the line.
[[nodiscard]] Result<KeyRequest> parse_request(std::string_view line);
[[nodiscard]] Result<KeyReply> parse_reply(std::string_view line);

}  // namespace handbell::keys
