// What the fields of one letter stand for.
#pragma once

#include "app/paper/sheet.h"

#include <map>
#include <string>
#include <variant>
#include <vector>

namespace handbell::paper {

using LetterValue = std::variant<std::string, ListBlock, FactsBlock, TableBlock>;

/// By field. Empty words and an empty list are lines to write on.
using LetterValues = std::map<std::string, LetterValue, std::less<>>;

}  // namespace handbell::paper
