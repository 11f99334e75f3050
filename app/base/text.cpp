#include "app/base/text.h"

#include <utf8proc.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <memory>

namespace handbell {

namespace {

constexpr std::string_view kWhite = " \t\r\n\f\v";
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

/// Most names and texts are: then there is nothing to compose, and a letter is a byte.
bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

std::optional<std::string> mapped(std::string_view text, int options) {
  utf8proc_uint8_t* out = nullptr;
  const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &out,
                                   static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(out, &std::free);
  if (length < 0) return std::nullopt;
  return std::string(reinterpret_cast<const char*>(owned.get()), static_cast<std::size_t>(length));
}

/// The code point at the start of `text` and its length in bytes; nothing where it is not UTF-8.
std::optional<std::pair<utf8proc_int32_t, std::size_t>> next_code_point(std::string_view text) {
  utf8proc_int32_t point = 0;
  const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &point);
  if (length <= 0) return std::nullopt;
  return std::pair{point, static_cast<std::size_t>(length)};
}

}  // namespace

std::string trimmed(std::string_view text) {
  for (bool again = true; again;) {
    again = false;
    while (!text.empty() && kWhite.find(text.front()) != std::string_view::npos) {
      text.remove_prefix(1);
    }
    while (!text.empty() && kWhite.find(text.back()) != std::string_view::npos) {
      text.remove_suffix(1);
    }
    if (text.starts_with(kNoBreakSpace)) text.remove_prefix(2), again = true;
    if (text.ends_with(kNoBreakSpace)) text.remove_suffix(2), again = true;
  }
  return std::string(text);
}

bool is_utf8(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto next = next_code_point(bytes);
    if (!next) return false;
    bytes.remove_prefix(next->second);
  }
  return true;
}

std::optional<std::string> composed(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::string folded(std::string_view text) {
  if (is_ascii(text)) return ascii_lower(text);
  constexpr int kFold = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD |
                        UTF8PROC_STRIPMARK | UTF8PROC_COMPAT;
  return mapped(text, kFold).value_or(std::string(text));
}

std::size_t code_points(std::string_view text) {
  if (is_ascii(text)) return text.size();
  std::size_t count = 0;
  while (!text.empty()) {
    const auto next = next_code_point(text);
    text.remove_prefix(next ? next->second : 1);
    ++count;
  }
  return count;
}

std::string first_letter(std::string_view text) {
  std::string letter;
  utf8proc_int32_t before = 0;
  utf8proc_int32_t state = 0;
  while (!text.empty()) {
    const auto next = next_code_point(text);
    if (!next) break;
    const bool ends =
        !letter.empty() && utf8proc_grapheme_break_stateful(before, next->first, &state);
    if (ends) break;
    letter.append(text.substr(0, next->second));
    text.remove_prefix(next->second);
    before = next->first;
  }
  return letter;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (;;) {
    const auto at = text.find(separator);
    parts.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::optional<long long> whole_number(std::string_view text) {
  long long value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return value;
}

}  // namespace handbell
