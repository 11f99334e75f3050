#include "drivers/pn532/line.h"

#include "drivers/pn532/frame.h"

#include <algorithm>

namespace handbell::pn532 {

namespace {

constexpr Micros kLate = 3'000'000;
constexpr Micros kSlow = 290'000;
const Bytes kGarbage{0x13, 0x37, 0xA5, 0x00, 0xC3};

}  // namespace

void Line::set_fault(FaultKind fault) {
  fault_ = fault;
  waiting_.clear();
  free_at_ = 0;
}

void Line::acknowledge(Micros at) {
  switch (fault_) {
    case FaultKind::lose_ack:
      return;
    case FaultKind::nack:
      return send(nack_frame(), at);
    case FaultKind::garbage_before_ack: {
      Bytes bytes = kGarbage;
      const Bytes ack = ack_frame();
      bytes.insert(bytes.end(), ack.begin(), ack.end());
      return send(bytes, at);
    }
    default:
      return send(ack_frame(), at);
  }
}

void Line::answer(const Bytes& frame, Micros at) {
  if (fault_ == FaultKind::lose_ack || fault_ == FaultKind::nack) return;
  send(damaged(frame), fault_ == FaultKind::late_answer ? at + kLate : at);
}

Bytes Line::damaged(Bytes frame) const {
  switch (fault_) {
    case FaultKind::bad_data_checksum:
      frame[frame.size() - 2] ^= 0x5A;
      break;
    case FaultKind::bad_length_checksum:
      frame[4] ^= 0x5A;
      break;
    case FaultKind::lose_byte:
      frame.erase(frame.begin() + 5);
      break;
    case FaultKind::garbage_before_answer:
      frame.insert(frame.begin(), kGarbage.begin(), kGarbage.end());
      break;
    default:
      break;
  }
  return frame;
}

void Line::send(const Bytes& bytes, Micros at) {
  Micros when = std::max(at, free_at_);
  if (fault_ == FaultKind::slow_bytes) {
    for (const std::uint8_t byte : bytes) waiting_.push_back({when += kSlow, {byte}});
  } else {
    when += kByteTime * static_cast<Micros>(bytes.size());
    waiting_.push_back({when, bytes});
  }
  free_at_ = when;
}

Bytes Line::due(Micros now) {
  Bytes bytes;
  while (!waiting_.empty() && waiting_.front().at <= now) {
    const Bytes& next = waiting_.front().bytes;
    bytes.insert(bytes.end(), next.begin(), next.end());
    waiting_.pop_front();
  }
  if (fault_ == FaultKind::noise) bytes.insert(bytes.end(), kGarbage.begin(), kGarbage.end());
  return bytes;
}

std::optional<Micros> Line::next() const {
  if (waiting_.empty()) return std::nullopt;
  return waiting_.front().at;
}

}  // namespace handbell::pn532
