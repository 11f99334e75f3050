// Small work on UTF-8 text, on top of utf8proc.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbell {

/// Without white space at both ends (ASCII white space and the no-break space).
[[nodiscard]] std::string trimmed(std::string_view text);

/// Whether the bytes are UTF-8 throughout.
[[nodiscard]] bool is_utf8(std::string_view bytes);

/// Composed (NFC); nothing where the bytes are not UTF-8.
[[nodiscard]] std::optional<std::string> composed(std::string_view text);

/// For comparing and searching: case folded, accents stripped; the bytes as they are where they
/// are not UTF-8.
[[nodiscard]] std::string folded(std::string_view text);

/// How many code points; bytes that are not UTF-8 count one each.
[[nodiscard]] std::size_t code_points(std::string_view text);

/// The first letter as a person sees it (a grapheme cluster), for "Zoya K".
[[nodiscard]] std::string first_letter(std::string_view text);

/// Split at each `separator`; "a,,b" gives three parts.
[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);

/// Lower-case ASCII letters, all else as it is.
[[nodiscard]] std::string ascii_lower(std::string_view text);

/// A whole decimal number, digits alone with an optional minus; nothing where it is not one.
[[nodiscard]] std::optional<long long> whole_number(std::string_view text);

}  // namespace handbell
