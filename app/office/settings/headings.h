// The first line of a list that somebody gives us: what each heading means, and the same list with
// headings that a person has assigned.
#pragma once

#include "app/exchange/sheet.h"

#include <map>
#include <string>
#include <vector>

namespace handbell::office {

struct Heading {
  std::string words;   ///< as the file has it
  std::string column;  ///< what it means; empty: not known
};

/// Faults: those of parse_csv; file_bad_csv also where a heading is no heading any more.
[[nodiscard]] Result<std::vector<Heading>> headings_of(
    const std::string& name, std::string_view bytes, const std::vector<exchange::Column>& columns);

/// `bytes` with another heading at these places, from 0; every other line stays where it is.
[[nodiscard]] std::string with_headings(std::string_view bytes,
                                        const std::vector<Heading>& headings,
                                        const std::map<std::size_t, std::string>& assigned);

}  // namespace handbell::office
