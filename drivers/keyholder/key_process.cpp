#include "drivers/keyholder/key_process.h"

#include "drivers/card/child_start.h"
#include "drivers/cipher/aes128.h"
#include "drivers/keyholder/release_pin.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>

namespace handbell::keys {

namespace {

constexpr Millis kLongestProof{1500};
/// On a small box under load, from a card of flash memory.
constexpr Millis kLongestStart = seconds(3);
/// Left for the process when the card was slow: a slow card is not a silent process.
constexpr Millis kLastAnswer{200};
/// Argon2id takes a tenth of a second, on a small box under load a few.
constexpr Millis kLongestPin = seconds(10);
constexpr PinAnswer kNobodyAnswers{PinProof::no_key, {0}};

void wipe_text(std::string& text) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): its bytes
  cipher::wipe({reinterpret_cast<std::uint8_t*>(text.data()), text.size()});
}

/// Closes the talk, however it ends.
class OpenTalk {
 public:
  explicit OpenTalk(card::CardTalk& talk) : talk_(talk) {}
  OpenTalk(const OpenTalk&) = delete;
  OpenTalk& operator=(const OpenTalk&) = delete;
  ~OpenTalk() { talk_.close(); }

 private:
  card::CardTalk& talk_;
};

}  // namespace

struct KeyProcess::Child {
  pid_t pid = -1;
  int line = -1;  ///< a socket: writing to a process that died must not end us
  std::string heard;

  Child() = default;
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (line >= 0) ::close(line);
    card::end_child(pid);
  }

  [[nodiscard]] bool start(const std::vector<std::string>& command) {
    std::array<int, 2> ends{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return false;
    line = ends[0];
    pid = card::started_child(command, ends[1], ends[1]);
    ::close(ends[1]);
    return pid > 0;
  }

  [[nodiscard]] bool say(const std::string& text) const {
    return ::send(line, text.data(), text.size(), MSG_NOSIGNAL | MSG_DONTWAIT) ==
           static_cast<ssize_t>(text.size());
  }

  /// It has ended; it says nothing unasked.
  [[nodiscard]] bool over() const {
    char unasked = 0;
    return ::recv(line, &unasked, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
  }

  /// The next line; nothing: none within `wait`, or it is over.
  [[nodiscard]] std::optional<std::string> hear(Millis wait) {
    auto end = heard.find('\n');
    if (end == std::string::npos) {
      pollfd wanted{line, POLLIN, 0};
      if (wait.count <= 0 || ::poll(&wanted, 1, static_cast<int>(wait.count)) <= 0) {
        return std::nullopt;
      }
      std::array<char, kLongestKeyLine> buffer{};
      const auto got = ::recv(line, buffer.data(), buffer.size(), 0);
      if (got <= 0) return std::nullopt;
      heard.append(buffer.data(), static_cast<std::size_t>(got));
      end = heard.find('\n');
      if (end == std::string::npos) return std::nullopt;  // an answer is written in one piece
    }
    std::string text = heard.substr(0, end);
    heard.erase(0, end + 1);
    return text;
  }
};

KeyProcess::KeyProcess(std::vector<std::string> command, std::function<Steady()> now)
    : command_(std::move(command)), now_(std::move(now)) {}

KeyProcess::~KeyProcess() = default;

void KeyProcess::warm() {
  const std::scoped_lock hold(mutex_);
  (void)ready(now_() + kLongestStart);
}

CardProof KeyProcess::prove(const CardNumber& card, std::uint8_t version, card::CardTalk& talk) {
  const std::scoped_lock hold(mutex_);
  if (!ready(now_() + kLongestStart)) return CardProof::no_key;
  switch (carried(card, AskProof{card, version}, talk, now_() + kLongestProof)
              .value_or(KeyEnd::no_key)) {
    case KeyEnd::proven:
      return CardProof::proven;
    case KeyEnd::left:
      return CardProof::left;
    case KeyEnd::no_key:
      return CardProof::no_key;
    default:
      return CardProof::refused;
  }
}

Result<std::optional<NewestKey>> KeyProcess::newest() {
  const std::scoped_lock hold(mutex_);
  const auto reply = asked(AskNewest{}, now_() + kLongestStart);
  if (!reply) return fail(FaultCode::program_silent, command_.back());
  if (const auto* newest = std::get_if<NewestKey>(&*reply)) return *newest;
  const auto* end = std::get_if<KeyEnd>(&*reply);
  if (end != nullptr && *end == KeyEnd::no_key) return std::nullopt;
  return fail(FaultCode::site_key_garbled, command_.back());
}

EnrolEnd KeyProcess::enrol(const CardNumber& card, std::uint8_t from, std::uint8_t to,
                           card::CardTalk& talk, Millis most) {
  const std::scoped_lock hold(mutex_);
  const Steady until = now_() + most;
  if (!ready(until)) return EnrolEnd::silent;
  std::optional<KeyEnd> end;
  // A talk with a card lasts 1.5 s at most; a slow card is gone on with where the last one ended.
  do {
    end = carried(card, AskEnrol{card, from, to}, talk, until);
  } while (end == KeyEnd::left && talked_ && now_() < until);
  if (!end) return EnrolEnd::silent;
  switch (*end) {
    case KeyEnd::enrolled:
      return EnrolEnd::enrolled;
    case KeyEnd::left:
      return EnrolEnd::left;
    case KeyEnd::no_key:
      return EnrolEnd::no_key;
    default:
      return EnrolEnd::refused;
  }
}

PinAnswer KeyProcess::try_pin(const CardNumber& card, std::uint8_t version,
                              const PinVerifier& verifier, std::string_view digits) {
  if (!is_release_pin(digits)) return {PinProof::wrong, {0}};
  const std::scoped_lock hold(mutex_);
  const auto reply =
      asked(AskPin{card, version, verifier, PinDigits(digits)}, now_() + kLongestPin);
  const auto* answer = reply ? std::get_if<PinAnswer>(&*reply) : nullptr;
  return answer == nullptr ? kNobodyAnswers : *answer;
}

std::optional<PinVerifier> KeyProcess::make_verifier(const CardNumber& card, std::uint8_t version,
                                                     std::string_view digits, Millis most) {
  if (!is_release_pin(digits)) return std::nullopt;
  const std::scoped_lock hold(mutex_);
  const auto reply = asked(AskVerifier{card, version, PinDigits(digits)}, now_() + most);
  const auto* verifier = reply ? std::get_if<PinVerifier>(&*reply) : nullptr;
  if (verifier == nullptr) return std::nullopt;
  return *verifier;
}

std::optional<KeyEnd> KeyProcess::carried(const CardNumber& card, Request question,
                                          card::CardTalk& talk, Steady until) {
  talked_ = false;
  const auto reply = asked(std::move(question), until);
  if (!reply) return std::nullopt;
  if (const auto* end = std::get_if<KeyEnd>(&*reply)) return *end;
  const auto* send = std::get_if<SendCommand>(&*reply);
  if (send == nullptr) return std::nullopt;
  // Also where it could not be opened, or not in time: the reader may have begun all the same.
  const OpenTalk close_after(talk);
  if (const Status opened = talk.open(card); !opened) {
    const bool mute = opened.error().code == FaultCode::card_mute;
    return mute ? KeyEnd::refused : KeyEnd::left;
  }
  talked_ = true;
  return carried_on(*send, talk, until);
}

std::optional<KeyEnd> KeyProcess::carried_on(SendCommand send, card::CardTalk& talk, Steady until) {
  for (Millis left = until - now_(); left > kLastAnswer; left = until - now_()) {
    auto answer = talk.exchange(send.command, left - kLastAnswer);
    if (!answer) break;
    const auto reply = said(CardTold{std::move(*answer)}, std::max(until, now_() + kLastAnswer));
    if (!reply) return std::nullopt;
    if (const auto* end = std::get_if<KeyEnd>(&*reply)) return *end;
    const auto* next = std::get_if<SendCommand>(&*reply);
    if (next == nullptr) return std::nullopt;
    send = *next;
  }
  return KeyEnd::left;
}

bool KeyProcess::ready(Steady until) {
  if (child_ && child_->over()) end();
  return child_ != nullptr || asked(AskNewest{}, until);
}

std::optional<KeyProcess::Reply> KeyProcess::asked(Request question, Steady until) {
  ++seq_;
  const bool ran = child_ != nullptr;
  auto reply = run() ? said(question, until) : std::nullopt;
  // It may have died while nobody asked: once anew, never twice.
  if (!reply && ran && now_() < until && run()) reply = said(std::move(question), until);
  return reply;
}

std::optional<KeyProcess::Reply> KeyProcess::said(Request what, Steady until) {
  const std::uint32_t seq = seq_;
  std::string text = line_of(KeyRequest{seq, std::move(what)}) + "\n";
  const bool gone = child_ == nullptr || !child_->say(text);
  wipe_text(text);
  const auto line = gone ? std::nullopt : child_->hear(until - now_());
  auto reply = line ? parse_reply(*line) : Result<KeyReply>(fail(FaultCode::program_silent, ""));
  if (reply && reply->seq == seq) return std::move(reply->what);
  end();
  return std::nullopt;
}

bool KeyProcess::run() {
  if (child_) return true;
  auto child = std::make_unique<Child>();
  ++starts_;
  if (!child->start(command_)) return false;
  pid_ = child->pid;
  child_ = std::move(child);
  return true;
}

void KeyProcess::end() {
  child_.reset();
  pid_ = 0;
}

}  // namespace handbell::keys
