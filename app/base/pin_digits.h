// The digits of a PIN while they are typed and tried.
//
// Whatever memory held them is zero once they are cleared, moved on or gone, so that nobody finds
// them there later. They never need the heap.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace handbell {

class PinDigits {
 public:
  PinDigits() = default;
  explicit PinDigits(std::string_view digits) { add(digits); }
  PinDigits(const PinDigits&) = default;
  PinDigits& operator=(const PinDigits&) = default;
  PinDigits(PinDigits&& other) noexcept { *this = std::move(other); }
  PinDigits& operator=(PinDigits&& other) noexcept {
    if (this == &other) return *this;
    *this = std::as_const(other);
    other.clear();
    return *this;
  }
  ~PinDigits() { clear(); }

  /// Of more than 16 the rest is left out.
  void add(std::string_view more) {
    const std::size_t fits = std::min(more.size(), digits_.size() - size_);
    std::copy_n(more.begin(), fits, digits_.begin() + static_cast<std::ptrdiff_t>(size_));
    size_ += fits;
  }
  /// Also where the compiler sees that nobody reads them again.
  void clear() {
    volatile char* at = digits_.data();
    for (std::size_t i = 0; i < digits_.size(); ++i) at[i] = 0;
    size_ = 0;
  }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] std::string_view view() const { return {digits_.data(), size_}; }

 private:
  std::array<char, 16> digits_{};
  std::size_t size_ = 0;
};

}  // namespace handbell
