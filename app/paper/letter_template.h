// A letter as the school words it, with named fields where a child's figures will stand.
//
//   # heading, ## heading of a part       a line that begins with one or two marks
//   words of a paragraph                  lines without an empty one between them
//   - point of a list
//   {{first_name}}                        a field; lists and tables stand on a line of their own
//   [sign: Parent or carer]               a line to sign, with the date
//   [lines: 3]                            lines to write on by hand
//
// What cannot be read is refused with its line, so nobody finds a brace on the letter.
#pragma once

#include "app/paper/letter_field.h"
#include "app/paper/letter_values.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace handbell::paper {

/// Words, or the name of a field.
struct LetterPiece {
  std::string words;
  bool field = false;
  friend bool operator==(const LetterPiece&, const LetterPiece&) = default;
};

enum class LetterLineKind : std::uint8_t { empty, heading, part, words, point, block, sign, lines };

struct LetterLine {
  LetterLineKind kind = LetterLineKind::empty;
  std::vector<LetterPiece> pieces{};
  int count = 0;  ///< of lines
  friend bool operator==(const LetterLine&, const LetterLine&) = default;
};

class LetterTemplate {
 public:
  /// Faults: field_unknown, template_garbled, entry_too_long; `where` names the line.
  [[nodiscard]] static Result<LetterTemplate> parse(LetterKind kind, std::string_view text);

  /// One sheet. What has no value is a line to write on.
  [[nodiscard]] Sheet filled(const LetterValues& values) const;
  [[nodiscard]] LetterKind kind() const { return kind_; }
  [[nodiscard]] const std::vector<LetterLine>& lines() const { return lines_; }

 private:
  LetterTemplate(LetterKind kind, std::vector<LetterLine> lines)
      : kind_(kind), lines_(std::move(lines)) {}
  LetterKind kind_;
  std::vector<LetterLine> lines_;
};

}  // namespace handbell::paper
