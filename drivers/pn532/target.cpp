#include "drivers/pn532/target.h"

namespace handbell::pn532 {

bool Target::request() {
  if (state_ == State::halted) return false;
  state_ = state_ == State::idle ? State::active : State::idle;
  if (active()) forget();
  return active();
}

bool Target::wake_up() {
  if (state_ != State::halted) return false;
  state_ = State::active;
  forget();
  return true;
}

void Target::field_lost() {
  state_ = State::idle;
  forget();
  power_up();
}

}  // namespace handbell::pn532
