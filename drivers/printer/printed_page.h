// What a printer makes of the bytes that it is sent: the paper that hangs out of it, slip by slip.
//
// It knows the commands that a slip printer's manual gives for what we send, and counts every byte
// that is none of them: a real printer would print those as letters.
#pragma once

#include "drivers/printer/bitmap.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace handbell::printer {

class PrintedPage {
 public:
  /// Bytes as they come, also in the middle of a command. Answers how often the paper's state was
  /// asked for.
  int take(std::string_view bytes);

  /// Those that were cut off.
  [[nodiscard]] const std::vector<Bitmap>& slips() const { return slips_; }
  [[nodiscard]] int strange_bytes() const { return strange_; }

 private:
  /// How many bytes of the front are a whole command, 0: more has to come.
  [[nodiscard]] std::size_t command();
  [[nodiscard]] std::size_t picture();
  void feed(int rows);
  void cut();

  std::string heard_;
  Bitmap paper_;
  std::vector<Bitmap> slips_;
  int strange_ = 0;
  int asked_ = 0;
};

}  // namespace handbell::printer
