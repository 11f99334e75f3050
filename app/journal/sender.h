// When the kiosk sends, and from where.
//
// It sends from the number that the office named last, for as long as entries are left; when
// nothing is left it shows itself every 15 s. An office that does not answer is asked again after
// half a second, then twice as long each time up to a minute, with a quarter of chance in it, so
// that twenty kiosks do not come at once. There is no end to it: the office may be gone for a
// month. The queue is the journal itself.
#pragma once

#include "app/base/instant.h"
#include "app/journal/message.h"

#include <cstdint>

namespace handbell::journal {

class Sender {
 public:
  /// The next number to send, where `now` is a moment to send; `newest` is the journal's.
  [[nodiscard]] bool is_due(Steady now, std::uint64_t newest) const;
  /// When is_due() turns true by itself.
  [[nodiscard]] Steady due_at(std::uint64_t newest) const;
  /// The number after the last that the office holds.
  [[nodiscard]] std::uint64_t from() const { return received_ + 1; }
  [[nodiscard]] std::uint64_t received() const { return received_; }
  [[nodiscard]] bool office_answers() const { return failures_ == 0; }

  /// The office answered. It may name less than before: it was restored from a backup.
  void answered(Steady now, const SyncAnswer& answer);
  /// No answer, or none that reads. `chance`: any random number.
  void failed(Steady now, std::uint32_t chance);

 private:
  std::uint64_t received_ = 0;
  Steady next_try_;
  Steady next_greeting_;
  unsigned failures_ = 0;
};

}  // namespace handbell::journal
