#include "app/journal/witness.h"

#include "app/base/hex.h"
#include "app/base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::journal {

namespace {

template <std::size_t N>
bool read_hex(std::string_view text, std::array<std::uint8_t, N>& to) {
  const auto bytes = from_hex(text);
  if (!bytes || bytes->size() != N) return false;
  std::ranges::copy(*bytes, to.begin());
  return true;
}

}  // namespace

std::string text_of(const Witness& witness) {
  return fmt::format("{} {} {}", to_hex(witness.history), witness.head.seq,
                     to_hex(witness.head.link));
}

Result<Witness> parse_witness(std::string_view text) {
  Witness witness;
  const auto first = text.find(' ');
  const auto second = text.find(' ', first + 1);
  const bool three = first != std::string_view::npos && second != std::string_view::npos;
  const auto number =
      three ? whole_number(text.substr(first + 1, second - first - 1)) : std::nullopt;
  if (!number || *number < 0 || !read_hex(text.substr(0, first), witness.history) ||
      !read_hex(text.substr(second + 1), witness.head.link)) {
    return fail(FaultCode::message_garbled, std::string(text));
  }
  witness.head.seq = static_cast<std::uint64_t>(*number);
  return witness;
}

}  // namespace handbell::journal
