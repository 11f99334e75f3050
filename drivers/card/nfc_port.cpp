#include "drivers/card/nfc_port.h"

#include "drivers/card/exchange.h"
#include "drivers/card/listing.h"
#include "drivers/card/usb_reader.h"

#include <fcntl.h>
#include <nfc/nfc.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

// Exported by libnfc and in Debian's list of its symbols, but in no installed header.
// NOLINTNEXTLINE(readability-identifier-naming): libnfc's name
extern "C" int pn53x_transceive(nfc_device* device, const std::uint8_t* sent, std::size_t sent_size,
                                std::uint8_t* received, std::size_t received_most, int timeout);

namespace handbell::card {

namespace {

constexpr int kQuick = 200;  // ms
constexpr int kList = 100;   // ms; a look takes the chip 5 to 20
constexpr std::size_t kLongestAnswer = 264;
constexpr std::uint8_t kFirmwareVersion = 0x02;
constexpr std::uint8_t kRfConfiguration = 0x32;
constexpr std::uint8_t kDataExchange = 0x40;
constexpr std::uint8_t kDeselect = 0x44;
constexpr std::uint8_t kListPassiveTarget = 0x4A;

/// A port that can't be opened.
ReaderNews news_of_errno(int error) {
  if (error == EACCES || error == EPERM) return {ReaderState::faulty, ReaderTrouble::permission};
  if (error == EBUSY) return {ReaderState::busy, ReaderTrouble::other_program};
  return {ReaderState::missing, ReaderTrouble::none};
}

/// The port, held by our own lock: libnfc's claim does nothing on Linux. -1: no port to lock.
std::variant<int, ReaderNews> locked_port(const std::string& port) {
  if (port.empty()) return -1;
  const int held = ::open(port.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
  if (held < 0) return news_of_errno(errno);
  if (::flock(held, LOCK_EX | LOCK_NB) != 0) {
    ::close(held);
    return ReaderNews{ReaderState::busy, ReaderTrouble::other_program};
  }
  return held;
}

}  // namespace

std::string port_of(const std::string& connection) {
  const auto colon = connection.find(":/");
  if (colon == std::string::npos) return "";
  const auto end = connection.find(':', colon + 1);
  return connection.substr(colon + 1, end == std::string::npos ? end : end - colon - 1);
}

NfcContext::NfcContext() { nfc_init(&context_); }

NfcContext::~NfcContext() {
  if (context_ != nullptr) nfc_exit(context_);
}

struct NfcPort::Device {
  int lock = -1;
  nfc_device* device = nullptr;

  Device() = default;
  Device(const Device&) = delete;
  Device& operator=(const Device&) = delete;
  ~Device() {
    if (device != nullptr) nfc_close(device);
    if (lock >= 0) ::close(lock);
  }
};

NfcPort::NfcPort(std::unique_ptr<Device> device) : device_(std::move(device)) {}
NfcPort::NfcPort(NfcPort&&) noexcept = default;
NfcPort& NfcPort::operator=(NfcPort&&) noexcept = default;
NfcPort::~NfcPort() = default;

std::variant<NfcPort, ReaderNews> NfcPort::open(const NfcContext& context,
                                                const std::string& connection) {
  const ReaderNews silent{ReaderState::starting, ReaderTrouble::silent};
  auto device = std::make_unique<Device>();
  const auto lock = locked_port(port_of(connection));
  if (const auto* news = std::get_if<ReaderNews>(&lock)) return *news;
  device->lock = std::get<int>(lock);
  if (context.get() == nullptr) return silent;
  device->device = nfc_open(context.get(), connection.c_str());
  if (device->device == nullptr) return usb_reader_news(connection, {}).value_or(silent);
  if (nfc_initiator_init(device->device) < 0) return silent;
  return NfcPort(std::move(device));
}

Result<Bytes> NfcPort::command(const Bytes& sent, int wait_ms) {
  std::array<std::uint8_t, kLongestAnswer> received{};
  const int got = pn53x_transceive(device_->device, sent.data(), sent.size(), received.data(),
                                   received.size(), wait_ms);
  if (got < 0) return fail(FaultCode::reader_faulty, std::to_string(got));
  return Bytes(received.begin(), received.begin() + got);
}

Status NfcPort::set_tries(unsigned tries) {
  constexpr std::uint8_t kRetries = 0x05;
  const auto further = static_cast<std::uint8_t>(tries == 255 ? 255 : tries - 1);
  const auto done = command({kRfConfiguration, kRetries, 0xFF, 0x01, further}, kQuick);
  return done ? Status{} : fail(done.error());
}

Result<std::optional<CardNumber>> NfcPort::list() {
  const auto answer = command({kListPassiveTarget, 1, 0}, kList);
  if (!answer) return fail(answer.error());
  return listed_card(*answer);
}

Result<std::optional<CardNumber>> NfcPort::wait_for_card(int wait_ms) {
  const auto answer = command({kListPassiveTarget, 1, 0}, wait_ms);
  if (answer) return listed_card(*answer);
  if (answer.error().where == std::to_string(NFC_ETIMEOUT)) return std::nullopt;
  return fail(answer.error());
}

Status NfcPort::halt() {
  constexpr std::uint8_t kAll = 0;
  const auto done = command({kDeselect, kAll}, kQuick);
  return done ? Status{} : fail(done.error());
}

Status NfcPort::set_field(bool on) {
  constexpr std::uint8_t kField = 0x01;
  const auto done =
      command({kRfConfiguration, kField, on ? std::uint8_t{1} : std::uint8_t{0}}, kQuick);
  return done ? Status{} : fail(done.error());
}

Result<bool> NfcPort::choose(const CardNumber& card) {
  const auto answer = command({kListPassiveTarget, 1, 0}, kList);
  if (!answer) return fail(answer.error());
  const auto found = listed_card(*answer);
  if (!found) return fail(found.error());
  if (!*found || **found != card) return fail(FaultCode::card_left, card.masked());
  return listed_for_commands(*answer);
}

Result<Bytes> NfcPort::exchange(const Bytes& sent, int wait_ms) {
  constexpr std::uint8_t kFirstCard = 1;
  // Made in its whole length: g++ 12 takes an insertion behind two bytes for one behind the end.
  Bytes whole(sent.size() + 2);
  whole[0] = kDataExchange;
  whole[1] = kFirstCard;
  std::copy(sent.begin(), sent.end(), whole.begin() + 2);
  const auto answer = command(whole, wait_ms);
  if (answer) return exchanged(*answer);
  // The card answers no more, or not in time.
  const std::string& why = answer.error().where;
  const bool left = why == std::to_string(NFC_ERFTRANS) || why == std::to_string(NFC_ETIMEOUT);
  return left ? fail(FaultCode::card_left, "...") : fail(answer.error());
}

bool NfcPort::healthy() {
  const auto version = command({kFirmwareVersion}, kQuick);
  return version && version->size() == 4;
}

}  // namespace handbell::card
