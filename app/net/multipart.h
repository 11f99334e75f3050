// multipart/form-data, as a browser sends a form with a file (RFC 7578), and nothing looser.
//
// A body that two readers could read differently is no form at all: every line end is CRLF, the
// boundary is the one that the head names, each part says its name once, nothing follows the end.
#pragma once

#include "app/net/message.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbell::net {

inline constexpr std::size_t kMostParts = 128;
inline constexpr std::size_t kLongestPartHead = 2048;  ///< bytes

struct FormPart {
  std::string name;
  std::optional<std::string> file_name;  ///< of a file; empty where none was chosen
  std::string body;
  friend bool operator==(const FormPart&, const FormPart&) = default;
};

[[nodiscard]] bool is_multipart(std::string_view content_type);

/// Nothing where it is no such form.
[[nodiscard]] std::optional<std::vector<FormPart>> parse_multipart(std::string_view content_type,
                                                                   std::string_view body);

/// The fields of a form, however it was sent. A file is two: its bytes under its name, and its own
/// name under name + "-name". Empty where the form cannot be read.
[[nodiscard]] Fields form_fields(const Request& request);

}  // namespace handbell::net
