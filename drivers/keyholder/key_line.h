// One line of text for each thing that a kiosk or the office says to the key process, and back.
//
//   prove SEQ CARD VERSION          told SEQ HEX          left SEQ
//   enrol SEQ CARD FROM TO          pin SEQ CARD VERSION VERIFIER DIGITS
//   verifier SEQ CARD VERSION DIGITS
//
//   apdu SEQ HEX                    done SEQ proven|enrolled|refused|no_key|left
//   pin SEQ right|wrong|wait|no_key MILLISECONDS          verifier SEQ HEX
//
// The lines hold card numbers and digits: they are never written anywhere.
#pragma once

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
  std::string digits;
  friend bool operator==(const AskPin&, const AskPin&) = default;
};
struct AskVerifier {
  CardNumber card;
  KeyVersion version = 0;
  std::string digits;
  friend bool operator==(const AskVerifier&, const AskVerifier&) = default;
};

struct KeyRequest {
  std::uint32_t seq = 0;
  std::variant<AskProof, AskEnrol, CardTold, CardLeft, AskPin, AskVerifier> what;
  friend bool operator==(const KeyRequest&, const KeyRequest&) = default;
};

/// To be sent to the card.
struct SendCommand {
  Bytes command;
  friend bool operator==(const SendCommand&, const SendCommand&) = default;
};
enum class KeyEnd : std::uint8_t { proven, enrolled, refused, no_key, left };

struct KeyReply {
  std::uint32_t seq = 0;
  std::variant<SendCommand, KeyEnd, PinAnswer, PinVerifier> what;
  friend bool operator==(const KeyReply&, const KeyReply&) = default;
};

/// Without the line's end.
[[nodiscard]] std::string line_of(const KeyRequest& request);
[[nodiscard]] std::string line_of(const KeyReply& reply);
/// Fault: message_garbled, which never holds a part of the line.
[[nodiscard]] Result<KeyRequest> parse_request(std::string_view line);
[[nodiscard]] Result<KeyReply> parse_reply(std::string_view line);

}  // namespace handbell::keys
