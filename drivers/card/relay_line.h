// One line of text for each thing that a kiosk says to a card through its reader's child, and back.
//
//   open SEQ NUMBER    apdu SEQ HEX    close SEQ
//   opened SEQ         answer SEQ HEX  failed SEQ left|mute|faulty
//
// SEQ is of the one question that is answered. The lines are never written anywhere.
#pragma once

#include "app/base/card_number.h"

#include <string>
#include <string_view>
#include <variant>

namespace handbell::card {

/// Of answers of 256 bytes and their status.
inline constexpr std::size_t kLongestRelayLine = 600;

struct OpenCard {
  CardNumber card;
  friend bool operator==(const OpenCard&, const OpenCard&) = default;
};
struct SendApdu {
  Bytes command;
  friend bool operator==(const SendApdu&, const SendApdu&) = default;
};
struct CloseCard {
  friend bool operator==(const CloseCard&, const CloseCard&) = default;
};
struct RelayAsk {
  std::uint32_t seq = 0;
  std::variant<OpenCard, SendApdu, CloseCard> what;
  friend bool operator==(const RelayAsk&, const RelayAsk&) = default;
};

struct RelayAnswer {
  enum class Kind : std::uint8_t { opened, said, failed };
  std::uint32_t seq = 0;
  Kind kind = Kind::failed;
  Bytes answer;                              ///< what the card said
  FaultCode why = FaultCode::reader_faulty;  ///< card_left, card_mute or reader_faulty
  friend bool operator==(const RelayAnswer&, const RelayAnswer&) = default;

  [[nodiscard]] static RelayAnswer opened(std::uint32_t seq) {
    return {seq, Kind::opened, {}, FaultCode::reader_faulty};
  }
  [[nodiscard]] static RelayAnswer said(std::uint32_t seq, Bytes answer) {
    return {seq, Kind::said, std::move(answer), FaultCode::reader_faulty};
  }
  [[nodiscard]] static RelayAnswer failed(std::uint32_t seq, FaultCode why) {
    return {seq, Kind::failed, {}, why};
  }
};

/// Without the line's end.
[[nodiscard]] std::string line_of(const RelayAsk& ask);
[[nodiscard]] std::string line_of(const RelayAnswer& answer);
/// Fault: reader_frame, which holds no part of the line.
[[nodiscard]] Result<RelayAsk> parse_relay_ask(std::string_view line);
[[nodiscard]] Result<RelayAnswer> parse_relay_answer(std::string_view line);

}  // namespace handbell::card
