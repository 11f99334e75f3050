#include "drivers/card/pcsc_port.h"

#include "drivers/card/pcsc_answer.h"

#include <unistd.h>
#include <winscard.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>

namespace handbell::card {

namespace {

constexpr const char* kAnyReader = "\\\\?PnP?\\Notification";
constexpr std::size_t kLongestAnswer = 258;  // 256 bytes and the status
constexpr unsigned kCountedFrom = 16;        // bits: above them stand the changes

PcscTrouble trouble_of(LONG code) {
  switch (code) {
    case SCARD_W_SECURITY_VIOLATION:
    case SCARD_E_NO_ACCESS:
      return PcscTrouble::no_permission;
    case SCARD_E_UNKNOWN_READER:
    case SCARD_E_NO_READERS_AVAILABLE:
    case SCARD_E_READER_UNAVAILABLE:
      return PcscTrouble::no_reader;
    case SCARD_E_SHARING_VIOLATION:
      return PcscTrouble::other_program;
    case SCARD_E_NO_SMARTCARD:
    case SCARD_W_REMOVED_CARD:
    case SCARD_W_RESET_CARD:
      return PcscTrouble::card_left;
    case SCARD_W_UNRESPONSIVE_CARD:
    case SCARD_W_UNPOWERED_CARD:
    case SCARD_W_UNSUPPORTED_CARD:
    case SCARD_E_PROTO_MISMATCH:
    case SCARD_E_NOT_TRANSACTED:
    case SCARD_E_INSUFFICIENT_BUFFER:
      return PcscTrouble::card_mute;
    default:
      return PcscTrouble::no_service;
  }
}

/// The library says "no service" too where this user may not reach the service's socket.
bool forbidden() {
  const char* other = ::getenv("PCSCLITE_CSOCK_NAME");  // NOLINT(concurrency-mt-unsafe): one thread
  return ::access(other != nullptr ? other : "/run/pcscd/pcscd.comm", W_OK) != 0 && errno == EACCES;
}

tl::unexpected<PcscTrouble> troubled(LONG code) {
  return tl::unexpected<PcscTrouble>(trouble_of(code));
}

}  // namespace

struct PcscCard::Handle {
  SCARDHANDLE card;
  DWORD protocol;

  Handle(SCARDHANDLE connected, DWORD spoken) : card(connected), protocol(spoken) {}
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() { ::SCardDisconnect(card, SCARD_LEAVE_CARD); }
};

PcscCard::PcscCard(std::unique_ptr<Handle> handle) : handle_(std::move(handle)) {}
PcscCard::PcscCard(PcscCard&&) noexcept = default;
PcscCard& PcscCard::operator=(PcscCard&&) noexcept = default;
PcscCard::~PcscCard() = default;

PcscResult<Bytes> PcscCard::exchange(const Bytes& command) {
  const SCARD_IO_REQUEST how{handle_->protocol, sizeof(SCARD_IO_REQUEST)};
  Bytes answer(kLongestAnswer);
  DWORD size = answer.size();
  const LONG code = ::SCardTransmit(handle_->card, &how, command.data(), command.size(), nullptr,
                                    answer.data(), &size);
  if (code != SCARD_S_SUCCESS) return troubled(code);
  answer.resize(std::min<std::size_t>(size, answer.size()));
  return answer;
}

PcscResult<Bytes> PcscCard::atr() {
  Bytes atr(MAX_ATR_SIZE);
  DWORD size = atr.size();
  DWORD name_size = 0;
  const LONG code =
      ::SCardStatus(handle_->card, nullptr, &name_size, nullptr, nullptr, atr.data(), &size);
  if (code != SCARD_S_SUCCESS) return troubled(code);
  atr.resize(std::min<std::size_t>(size, atr.size()));
  return atr;
}

PcscResult<void> PcscCard::reset() {
  const LONG code = ::SCardReconnect(handle_->card, SCARD_SHARE_SHARED, SCARD_PROTOCOL_ANY,
                                     SCARD_RESET_CARD, &handle_->protocol);
  if (code != SCARD_S_SUCCESS) return troubled(code);
  return {};
}

struct PcscPort::Context {
  SCARDCONTEXT context = 0;
  std::string reader;  ///< of the second state
  std::array<SCARD_READERSTATE, 2> states{};
  bool readers_changed = false;  ///< in the last wait, or since the one before

  Context() = default;
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
  ~Context() { ::SCardReleaseContext(context); }
};

PcscPort::PcscPort(std::unique_ptr<Context> context) : context_(std::move(context)) {}
PcscPort::PcscPort(PcscPort&&) noexcept = default;
PcscPort& PcscPort::operator=(PcscPort&&) noexcept = default;
PcscPort::~PcscPort() = default;

PcscResult<PcscPort> PcscPort::open() {
  SCARDCONTEXT context = 0;
  const LONG code = ::SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &context);
  if (code != SCARD_S_SUCCESS) {
    const auto trouble = trouble_of(code);
    if (trouble == PcscTrouble::no_service && forbidden()) {
      return tl::unexpected(PcscTrouble::no_permission);
    }
    return tl::unexpected(trouble);
  }
  auto kept = std::make_unique<Context>();
  kept->context = context;
  kept->states[0].szReader = kAnyReader;
  return PcscPort(std::move(kept));
}

PcscResult<std::vector<std::string>> PcscPort::readers() {
  DWORD size = 0;
  LONG code = ::SCardListReaders(context_->context, nullptr, nullptr, &size);
  std::string list(size, '\0');
  if (code == SCARD_S_SUCCESS) {
    code = ::SCardListReaders(context_->context, nullptr, list.data(), &size);
  }
  if (code == SCARD_E_NO_READERS_AVAILABLE) return std::vector<std::string>{};
  // One came between the two questions: the next look sees it.
  if (code == SCARD_E_INSUFFICIENT_BUFFER) return std::vector<std::string>{};
  if (code != SCARD_S_SUCCESS) return troubled(code);
  list.resize(std::min<std::size_t>(size, list.size()));
  return listed_readers(list);
}

PcscResult<void> PcscPort::wait(std::size_t states, Millis length) {
  const LONG code = ::SCardGetStatusChange(
      context_->context, static_cast<DWORD>(std::max<std::int64_t>(length.count, 0)),
      context_->states.data(), states);
  if (code != SCARD_S_SUCCESS && code != SCARD_E_TIMEOUT) return troubled(code);
  // What it counts there is its own: readers in pcscd 1.9, their comings and goings in 2.0.
  SCARD_READERSTATE& list = context_->states[0];
  const DWORD counted = list.dwEventState & ~static_cast<DWORD>(SCARD_STATE_CHANGED);
  context_->readers_changed = (list.dwEventState & SCARD_STATE_CHANGED) != 0 ||
                              (list.dwCurrentState != 0 && list.dwCurrentState != counted);
  list.dwCurrentState = counted;
  return {};
}

PcscResult<void> PcscPort::wait_for_readers(Millis length) { return wait(1, length); }

PcscResult<PcscLook> PcscPort::look(const std::string& reader, Millis length) {
  SCARD_READERSTATE& state = context_->states[1];
  if (context_->reader != reader) {
    context_->reader = reader;
    state = {};
  }
  state.szReader = context_->reader.c_str();
  if (auto waited = wait(2, length); !waited) return tl::unexpected(waited.error());
  const DWORD now = state.dwEventState;
  if ((now & (SCARD_STATE_UNKNOWN | SCARD_STATE_UNAVAILABLE | SCARD_STATE_IGNORE)) != 0) {
    return tl::unexpected(PcscTrouble::no_reader);
  }
  state.dwCurrentState = now & ~static_cast<DWORD>(SCARD_STATE_CHANGED);
  return PcscLook{(now & SCARD_STATE_PRESENT) != 0, (now & SCARD_STATE_EXCLUSIVE) != 0,
                  static_cast<unsigned>(now >> kCountedFrom), context_->readers_changed};
}

PcscResult<PcscCard> PcscPort::connect(const std::string& reader) {
  SCARDHANDLE card = 0;
  DWORD protocol = 0;
  const LONG code = ::SCardConnect(context_->context, reader.c_str(), SCARD_SHARE_SHARED,
                                   SCARD_PROTOCOL_ANY, &card, &protocol);
  if (code != SCARD_S_SUCCESS) return troubled(code);
  return PcscCard(std::make_unique<PcscCard::Handle>(card, protocol));
}

}  // namespace handbell::card
