#include "app/office/page/typed_text.h"

#include "app/base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

bool is_control(char32_t point) {
  constexpr char32_t kFirstPrinted = 0x20;
  constexpr char32_t kDelete = 0x7F;
  constexpr char32_t kLastControl = 0x9F;
  if (point == '\n' || point == '\r' || point == '\t') return false;
  return point < kFirstPrinted || (point >= kDelete && point <= kLastControl);
}

}  // namespace

std::string checked_text(std::string words, const std::string& field, const TextRule& rule,
                         FormErrors& errors) {
  if (words.empty() && !rule.missing.empty()) errors.add(field, rule.missing);
  if (code_points(words) > rule.most) {
    errors.add(field, fmt::format("That is too long: {} characters at most.", rule.most));
  }
  if (!is_plain_text(words)) {
    errors.add(field, "This has characters that are no text: type it again.");
  }
  return words;
}

bool is_plain_text(std::string_view text) {
  if (!is_utf8(text)) return false;
  // The control characters beyond ASCII, U+0080 to U+009F, are C2 and a second byte.
  char before = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool after_c2 = before == '\xC2';
    if ((byte < 0x80 || after_c2) && is_control(byte)) return false;
    before = c;
  }
  return true;
}

void check_choice(const std::string& value, const std::vector<Choice>& offered,
                  const std::string& field, FormErrors& errors) {
  if (std::ranges::find(offered, value, &Choice::value) != offered.end()) return;
  errors.add(field, "Choose from what the list offers.");
}

std::string checked_search(std::string words, const std::string& field, FormErrors& errors) {
  constexpr std::size_t kLongest = 200;
  if (code_points(words) > kLongest) {
    errors.add(field, "That is longer than a name: type a part of it.");
    return words;
  }
  return checked_text(std::move(words), field, {"Type a part of the name.", kLongest}, errors);
}

}  // namespace handbell::office
