#include "drivers/card/nfc_talk.h"

namespace handbell::card {

namespace {

constexpr Millis kTalkFieldPause{10};
constexpr unsigned kTalkTries = 2;
/// As many looks without it make a card gone.
constexpr int kOpenLooks = 3;

}  // namespace

Status NfcTalk::open(const CardNumber& card) {
  if (Status tries = port_.set_tries(kTalkTries); !tries) return tries;
  Result<bool> commands = fail(FaultCode::card_left, card.masked());
  for (int look = 0; !commands && look < kOpenLooks; ++look) {
    if (Status fresh = fresh_field(); !fresh) return fresh;
    commands = port_.choose(card);
  }
  if (!commands) return fail(commands.error());
  if (!*commands) return fail(FaultCode::card_mute, card.masked());
  return {};
}

Result<Bytes> NfcTalk::exchange(const Bytes& command, Millis wait) {
  return port_.exchange(command, static_cast<int>(wait.count));
}

void NfcTalk::close() {
  // Where that fails the loop's own look finds out.
  (void)fresh_field();
}

Status NfcTalk::fresh_field() {
  if (Status off = port_.set_field(false); !off) return off;
  sleep_(kTalkFieldPause);
  if (Status on = port_.set_field(true); !on) return on;
  sleep_(kTalkFieldPause);
  return {};
}

}  // namespace handbell::card
