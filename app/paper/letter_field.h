// What a letter may name between double braces, and what stands there on paper.
//
// A field is words in a sentence, or a part of the sheet that stands on a line of its own: a list,
// a few facts, a table. Each kind of letter has the fields that its purpose needs and no other: a
// late slip cannot say a percentage, and nothing that goes home names another child or a sensitive
// code.
#pragma once

#include "app/paper/letter_kind.h"

#include <string>
#include <string_view>
#include <vector>

namespace handbell::paper {

enum class FieldShape : std::uint8_t { words, list, facts, table };

struct LetterField {
  std::string_view name;     ///< "first_name"
  std::string_view meaning;  ///< "the name by which the child is called"
  FieldShape shape = FieldShape::words;
  std::string_view example;  ///< in a preview without a child
};

[[nodiscard]] std::vector<LetterField> fields_of(LetterKind kind);
[[nodiscard]] const LetterField* find_field(const std::vector<LetterField>& fields,
                                            std::string_view name);
/// The one that differs least, as a person who mistyped it means it. Invariant: there is one.
[[nodiscard]] std::string nearest_field(const std::vector<LetterField>& fields,
                                        std::string_view name);

}  // namespace handbell::paper
