#include "drivers/pn532/target.h"

namespace handbell::pn532 {

bool Target::request() {
  if (state_ == State::halted || state_ == State::talking) return false;
  if (state_ == State::active) {
    state_ = State::idle;
    return false;
  }
  choose();
  return true;
}

bool Target::wake_up() {
  if (state_ != State::halted) return false;
  choose();
  return true;
}

void Target::choose() {
  constexpr std::uint8_t kTakesCommands = 0x20;
  state_ = (sens_and_select().back() & kTakesCommands) != 0 ? State::talking : State::active;
  forget();
}

void Target::field_lost() {
  state_ = State::idle;
  forget();
  power_up();
}

}  // namespace handbell::pn532
