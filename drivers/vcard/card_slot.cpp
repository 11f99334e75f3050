#include "drivers/vcard/card_slot.h"

#include "drivers/vcard/vpcd_frame.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

namespace handbell::vcard {

namespace {

constexpr int kLookForEnd = 20;  // ms

int connected_to(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int caller = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const int at_once = 1;
  (void)::setsockopt(caller, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
  if (::connect(caller, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
    return caller;
  }
  ::close(caller);
  return -1;
}

}  // namespace

void CardSlot::lay(VirtualCard card) {
  clear();
  card_.emplace(std::move(card));
  ending_ = false;
  thread_ = std::thread([this] { serve(); });
}

void CardSlot::clear() {
  ending_ = true;
  if (thread_.joinable()) thread_.join();
}

void CardSlot::set_fault(CardFault fault) {
  const std::scoped_lock hold(mutex_);
  if (card_) card_->set_fault(fault);
}

int CardSlot::resets() {
  const std::scoped_lock hold(mutex_);
  return card_ ? card_->resets() : 0;
}

std::optional<Bytes> CardSlot::answer(const Bytes& message) {
  const std::scoped_lock hold(mutex_);
  return card_->answer(message);
}

void CardSlot::serve() {
  while (!ending_) {
    const int caller = connected_to(port_);
    if (caller >= 0) {
      talk(caller);
      ::close(caller);
    }
    (void)::poll(nullptr, 0, kLookForEnd);
  }
}

void CardSlot::talk(int caller) {
  VpcdFrames frames;
  while (!ending_) {
    pollfd wanted{caller, POLLIN, 0};
    if (::poll(&wanted, 1, kLookForEnd) <= 0) continue;
    std::array<std::uint8_t, 512> buffer{};
    const auto got = ::recv(caller, buffer.data(), buffer.size(), 0);
    if (got <= 0) return;
    for (std::size_t i = 0; i < static_cast<std::size_t>(got); ++i) {
      const auto message = frames.take(buffer.at(i));
      if (!message) continue;
      const auto said = answer(*message);
      if (!said) continue;
      const Bytes frame = vpcd_frame(*said);
      if (::send(caller, frame.data(), frame.size(), MSG_NOSIGNAL) < 0) return;
    }
  }
}

}  // namespace handbell::vcard
