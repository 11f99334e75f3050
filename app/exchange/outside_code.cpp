#include "app/exchange/outside_code.h"

#include "app/base/text.h"

#include <array>
#include <string>
#include <utility>

namespace handbell::exchange {

namespace {

using LookAlike = std::pair<std::string_view, char>;

/// Cyrillic letters, both cases, and the Latin ones that they are taken for.
constexpr std::array<LookAlike, 32> kCyrillic{
    {{"А", 'A'}, {"а", 'A'}, {"В", 'B'}, {"в", 'B'}, {"С", 'C'}, {"с", 'C'}, {"Е", 'E'},
     {"е", 'E'}, {"Н", 'H'}, {"н", 'H'}, {"І", 'I'}, {"і", 'I'}, {"Ј", 'J'}, {"ј", 'J'},
     {"К", 'K'}, {"к", 'K'}, {"М", 'M'}, {"м", 'M'}, {"О", 'O'}, {"о", 'O'}, {"Р", 'P'},
     {"р", 'P'}, {"Ѕ", 'S'}, {"ѕ", 'S'}, {"Т", 'T'}, {"т", 'T'}, {"У", 'Y'}, {"у", 'Y'},
     {"Ү", 'Y'}, {"ү", 'Y'}, {"Х", 'X'}, {"х", 'X'}}};

std::string in_latin(std::string_view text) {
  std::string latin;
  while (!text.empty()) {
    std::size_t taken = 1;
    char letter = text.front();
    for (const auto& [cyrillic, same] : kCyrillic) {
      if (!text.starts_with(cyrillic)) continue;
      taken = cyrillic.size();
      letter = same;
    }
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    latin += letter;
    text.remove_prefix(taken);
  }
  return latin;
}

/// A code begins with a letter or a sign, a digit comes after it: C1, I02. So 0 and 1 in front are
/// O and I, and an O behind a letter is 0.
std::string with_letters_for_digits(std::string text) {
  if (!text.empty() && text[0] == '0') text[0] = 'O';
  if (!text.empty() && text[0] == '1') text[0] = 'I';
  if (text.size() == 3 && text[1] == 'O') text[1] = '0';
  return text;
}

std::string without_sub_code(const std::string& text) {
  if (text == "I01" || text == "I02") return "I";
  return text == "X01" ? "X" : text;
}

}  // namespace

Result<reg::Code> read_outside_code(std::string_view text, SessionId session) {
  const std::string plain = without_sub_code(with_letters_for_digits(in_latin(trimmed(text))));
  const std::string shown = "\"" + trimmed(text) + "\"";
  const auto code = reg::Code::parse(plain);
  if (!code) return fail(FaultCode::bad_code, shown);
  if (!code->is_valid_on(session.day)) return fail(FaultCode::withdrawn_code, shown);
  if (!code->fits(session.half)) return fail(FaultCode::other_half, shown);
  return *code;
}

}  // namespace handbell::exchange
