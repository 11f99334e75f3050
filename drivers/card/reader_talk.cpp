#include "drivers/card/reader_talk.h"

#include <sys/socket.h>

#include <chrono>

namespace handbell::card {

namespace {

/// The child may be in the middle of a look.
constexpr Millis kOpenWait{1000};

}  // namespace

Status ReaderTalk::open(const CardNumber& card) {
  const auto answer = asked(OpenCard{card}, kOpenWait);
  if (!answer) return fail(answer.error());
  if (answer->kind == RelayAnswer::Kind::opened) return {};
  return fail(answer->why, card.masked());
}

Result<Bytes> ReaderTalk::exchange(const Bytes& command, Millis wait) {
  auto answer = asked(SendApdu{command}, wait);
  if (!answer) return fail(answer.error());
  if (answer->kind == RelayAnswer::Kind::said) return std::move(answer->answer);
  return fail(answer->why, "...");
}

void ReaderTalk::close() {
  const std::scoped_lock hold(mutex_);
  (void)send({++seq_, CloseCard{}});
}

void ReaderTalk::connected(int ears) {
  const std::scoped_lock hold(mutex_);
  ears_ = ears;
}

void ReaderTalk::disconnected() {
  const std::scoped_lock hold(mutex_);
  ears_ = -1;
  answered_.notify_all();
}

void ReaderTalk::take(const RelayAnswer& answer) {
  const std::scoped_lock hold(mutex_);
  if (answer.seq != seq_) return;
  answer_ = answer;
  answered_.notify_all();
}

Result<RelayAnswer> ReaderTalk::asked(decltype(RelayAsk::what) what, Millis wait) {
  std::unique_lock hold(mutex_);
  answer_.reset();
  const std::uint32_t mine = ++seq_;
  const int ears = ears_;
  if (!send({mine, std::move(what)})) return fail(FaultCode::card_left, "...");
  answered_.wait_for(hold, std::chrono::milliseconds(wait.count),
                     [&] { return answer_ || ears_ != ears || seq_ != mine; });
  if (!answer_ || seq_ != mine) return fail(FaultCode::card_left, "...");
  return *answer_;
}

bool ReaderTalk::send(const RelayAsk& ask) const {
  if (ears_ < 0) return false;
  const std::string line = line_of(ask) + "\n";
  // Never waits: a child that reads nothing for so long is silent, too, and will be ended.
  return ::send(ears_, line.data(), line.size(), MSG_NOSIGNAL | MSG_DONTWAIT) ==
         static_cast<ssize_t>(line.size());
}

}  // namespace handbell::card
