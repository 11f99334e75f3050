#include "drivers/card/pcsc_talk.h"

#include "drivers/card/pcsc_answer.h"

namespace handbell::card {

namespace {

constexpr std::size_t kShortestCommand = 4;
constexpr std::size_t kMostPieces = 16;
constexpr unsigned kMoreToCome = 0x61;
constexpr unsigned kOtherLength = 0x6C;

FaultCode fault_of(PcscTrouble trouble) {
  if (trouble == PcscTrouble::card_left) return FaultCode::card_left;
  if (trouble == PcscTrouble::card_mute) return FaultCode::card_mute;
  return FaultCode::reader_faulty;
}

}  // namespace

Status PcscTalk::open(const CardNumber& card) {
  close();
  if (!port_ || card.is_wedge()) return fail(FaultCode::card_left, card.masked());
  auto connected = port_->connect(reader_);
  if (!connected) return fail(fault_of(connected.error()), card.masked());
  if (auto reset = connected->reset(); !reset) return fail(fault_of(reset.error()), card.masked());
  const auto answer = connected->exchange(ask_for_uid());
  if (!answer) return fail(fault_of(answer.error()), card.masked());
  const auto uid = uid_of_answer(*answer);
  if (!uid || *uid != card) return fail(FaultCode::card_left, card.masked());
  const auto atr = connected->atr();
  if (!atr || !takes_commands(*atr)) return fail(FaultCode::card_mute, card.masked());
  card_.emplace(std::move(*connected));
  return {};
}

Result<Bytes> PcscTalk::once(const Bytes& command) {
  auto answer = card_->exchange(command);
  // In the middle of a talk the service cannot tell a card that left from one that fell silent.
  if (!answer && answer.error() == PcscTrouble::card_mute) return fail(FaultCode::card_left, "");
  if (!answer) return fail(fault_of(answer.error()), "");
  if (answer->size() < 2) return fail(FaultCode::card_left, "");
  return std::move(*answer);
}

// A reader of the protocol T=0 hands an answer over in pieces, and tells a wrong length.
Result<Bytes> PcscTalk::exchange(const Bytes& command, Millis /*wait*/) {
  if (!card_ || command.size() < kShortestCommand) return fail(FaultCode::card_left, "");
  auto answer = once(command);
  if (!answer) return answer;
  if (status_of(*answer) >> 8U == kOtherLength && command.size() == kShortestCommand + 1) {
    Bytes again = command;
    again.back() = answer->back();
    answer = once(again);
  }
  Bytes whole;
  for (std::size_t piece = 0; answer && piece < kMostPieces; ++piece) {
    const unsigned status = status_of(*answer);
    if (status >> 8U != kMoreToCome) {
      whole.insert(whole.end(), answer->begin(), answer->end());
      return whole;
    }
    whole.insert(whole.end(), answer->begin(), answer->end() - 2);
    answer = once({command.front(), 0xC0, 0x00, 0x00, static_cast<std::uint8_t>(status)});
  }
  if (!answer) return answer;
  return fail(FaultCode::reader_faulty, "an answer without end");
}

}  // namespace handbell::card
