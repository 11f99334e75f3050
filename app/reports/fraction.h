// A part of a number of sessions, as the school prints it and as it is compared.
//
// 273 of 283 prints 96.5 and is below 96.5 all the same: what is printed is never compared, and
// every comparison is made in whole numbers (D30). Where no session was possible there is nothing
// to divide: a dash is printed, and no limit is missed or met (D32).
#pragma once

#include <cstdint>
#include <string>

namespace handbell::reports {

class Fraction {
 public:
  /// Invariant: 0 <= part <= whole, and the whole is under 10^15.
  [[nodiscard]] static Fraction of(std::int64_t part, std::int64_t whole);

  [[nodiscard]] std::int64_t part() const { return part_; }
  [[nodiscard]] std::int64_t whole() const { return whole_; }
  /// Per cent with one decimal, half up, without a sign: "96.5"; "–" of nothing.
  [[nodiscard]] std::string text() const;
  /// Under so many in a thousand: below(965) is under 96.5 %. Of nothing: false.
  [[nodiscard]] bool below(int per_thousand) const { return part_ * 1000 < whole_ * per_thousand; }
  /// So many in a thousand or more: at_least(100) is 10 % or more. Of nothing: false.
  [[nodiscard]] bool at_least(int per_thousand) const { return whole_ > 0 && !below(per_thousand); }

  friend bool operator==(const Fraction&, const Fraction&) = default;

 private:
  Fraction(std::int64_t part, std::int64_t whole) : part_(part), whole_(whole) {}
  std::int64_t part_;
  std::int64_t whole_;
};

}  // namespace handbell::reports
