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

bool joins_names(std::string_view between) {
  return between == " " || between == "-" || between == "'" || between == "’";
}

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
    (letters > kShort ? folded_ : particles_).insert(folded(word));
  });
  each_word(kept, [&](const std::string& word) {
    short_.erase(word);
    folded_.erase(folded(word));
    particles_.erase(folded(word));
  });
}

bool NameRedactor::is_name(std::string_view word) const {
  return folded_.contains(folded(word)) || short_.contains(std::string(word));
}

bool NameRedactor::is_particle(std::string_view word) const {
  return particles_.contains(folded(word));
}

Redacted NameRedactor::redact(std::string_view text) const {
  const auto pieces = pieces_of(text);
  std::vector<bool> names;
  names.reserve(pieces.size());
  for (const auto& piece : pieces) names.push_back(piece.word && is_name(piece.text));
  // Pieces take turns, so that the word beside is two places away.
  const auto joined = [&](std::size_t at, std::size_t to) {
    return to < pieces.size() && names[to] && joins_names(pieces[(at + to) / 2].text);
  };
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const bool beside = joined(i, i + 2) || (i >= 2 && joined(i, i - 2));
    if (pieces[i].word && beside && is_particle(pieces[i].text)) names[i] = true;
  }
  Redacted made;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (names[i]) made.words.emplace_back(pieces[i].text);
    const bool goes_on = i >= 2 && names[i] && names[i - 2] && joins_names(pieces[i - 1].text);
    const bool within = i >= 1 && names[i - 1] && joined(i - 1, i + 1);
    if (!goes_on && !within) made.text += names[i] ? kNameRemoved : pieces[i].text;
  }
  return made;
}

}  // namespace handbell::exchange
