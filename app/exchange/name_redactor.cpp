#include "app/exchange/name_redactor.h"

#include "app/base/text.h"

#include <utf8proc.h>

namespace handbell::exchange {

namespace {

constexpr std::size_t kShort = 2;

/// Letters with the marks that belong to them, and digits.
bool is_of_a_word(utf8proc_int32_t point) {
  switch (utf8proc_category(point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
      return true;
    default:
      return false;
  }
}

struct Piece {
  std::string_view text;
  bool word = false;
};

/// The character at the front: its length in bytes, and whether it is of a word.
Piece front(std::string_view text) {
  utf8proc_int32_t point = 0;
  const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &point);
  if (read <= 0) return {text.substr(0, 1), false};
  return {text.substr(0, static_cast<std::size_t>(read)), is_of_a_word(point)};
}

/// The text in turns of words and what is between them.
std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  while (!text.empty()) {
    const Piece next = front(text);
    if (!pieces.empty() && pieces.back().word == next.word) {
      auto& last = pieces.back().text;
      last = std::string_view(last.data(), last.size() + next.text.size());
    } else {
      pieces.push_back(next);
    }
    text.remove_prefix(next.text.size());
  }
  return pieces;
}

bool joins_names(std::string_view between) { return between == " " || between == "-"; }

}  // namespace

NameRedactor::NameRedactor(const std::vector<std::string>& others,
                           const std::vector<std::string>& kept) {
  const auto each_word = [](const std::vector<std::string>& names, const auto& visit) {
    for (const auto& name : names) {
      for (const auto& piece : pieces_of(name)) {
        if (piece.word) visit(std::string(piece.text));
      }
    }
  };
  each_word(others, [&](const std::string& word) {
    const auto letters = code_points(word);
    if (letters == kShort) short_.insert(word);
    if (letters > kShort) folded_.insert(folded(word));
  });
  each_word(kept, [&](const std::string& word) {
    short_.erase(word);
    folded_.erase(folded(word));
  });
}

bool NameRedactor::is_name(std::string_view word) const {
  return folded_.contains(folded(word)) || short_.contains(std::string(word));
}

Redacted NameRedactor::redact(std::string_view text) const {
  Redacted made;
  std::string_view between;
  bool after_name = false;
  for (const auto& [piece, word] : pieces_of(text)) {
    if (!word) {
      between = piece;
      continue;
    }
    const bool name = is_name(piece);
    const bool goes_on = name && after_name && joins_names(between);
    if (!goes_on) made.text += between;
    if (name) made.words.emplace_back(piece);
    if (!goes_on) made.text += name ? kNameRemoved : piece;
    after_name = name;
    between = {};
  }
  made.text += between;
  return made;
}

}  // namespace handbell::exchange
