// One slot of a vpcd reader, into which a test or a demo lays a virtual card.
#pragma once

#include "drivers/vcard/virtual_card.h"

#include <atomic>
#include <mutex>
#include <optional>
#include <thread>

namespace handbell::vcard {

class CardSlot {
 public:
  /// `port`: where vpcd listens on this machine.
  explicit CardSlot(std::uint16_t port) : port_(port) {}
  CardSlot(const CardSlot&) = delete;
  CardSlot& operator=(const CardSlot&) = delete;
  ~CardSlot() { clear(); }

  /// In place of what lay there. It is there again by itself where vpcd throws it out.
  void lay(VirtualCard card);
  void clear();
  void set_fault(CardFault fault);
  [[nodiscard]] int resets();

 private:
  void serve();
  void talk(int caller);
  [[nodiscard]] std::optional<Bytes> answer(const Bytes& message);

  std::uint16_t port_;
  std::mutex mutex_;
  std::optional<VirtualCard> card_;
  std::atomic<bool> ending_ = false;
  std::thread thread_;
};

}  // namespace handbell::vcard
