// A keyboard as the kernel shows one, made of a named pipe: here is no uinput.
//
// libevdev asks a device what it is by ioctl. fake_keyboard.cpp answers in the kernel's place, for
// named pipes alone and within the test's own program; what is read from the pipe is real.
#pragma once

#include <linux/input.h>

#include <string>
#include <vector>

namespace handbell::testing_support {

class FakeKeyboard {
 public:
  /// `path`: where it is plugged in.
  explicit FakeKeyboard(std::string path) : path_(std::move(path)) { plug_in(); }
  FakeKeyboard(const FakeKeyboard&) = delete;
  FakeKeyboard& operator=(const FakeKeyboard&) = delete;
  ~FakeKeyboard() { unplug(); }

  void plug_in();
  void unplug();
  /// The events with the time of now; false where not all went in.
  bool send(const std::vector<input_event>& events) const;

  /// Another program has every keyboard for itself.
  static void let_grabs_fail(bool fail);
  /// How often a keyboard was grabbed.
  static int grabs();
  /// The keyboards are mice: no keys but two.
  static void have_no_keys(bool none);

 private:
  std::string path_;
  int pipe_ = -1;
};

}  // namespace handbell::testing_support
