// What the parent of a reader's child says to it, line by line, without waiting for any.
#pragma once

#include <optional>
#include <string>

namespace handbell::card {

class ParentLines {
 public:
  /// `descriptor`: a pipe or a socket; of anything else (a terminal, a file) nothing is read.
  explicit ParentLines(int descriptor);

  [[nodiscard]] std::optional<std::string> next();
  /// Whoever held the other end is gone.
  [[nodiscard]] bool ended() const { return ended_; }

 private:
  void read_some();

  int descriptor_;
  bool ended_ = false;
  std::string heard_;
};

}  // namespace handbell::card
