#include "app/net/multipart.h"

#include "app/base/text.h"

#include <algorithm>

namespace handbell::net {
namespace {

constexpr std::string_view kEnd = "\r\n";
constexpr std::size_t kLongestBoundary = 70;

bool may_stand_in_boundary(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return letter || std::string_view("'()+_,-./:=?").find(c) != std::string_view::npos;
}

/// After `name=`, quoted or not; nothing where it is not there.
std::optional<std::string> boundary_of(std::string_view content_type) {
  const std::string lower = ascii_lower(content_type);
  const auto at = lower.find("boundary=");
  if (at == std::string::npos) return std::nullopt;
  std::string_view value = content_type.substr(at + 9);
  if (value.starts_with('"')) {
    const auto end = value.find('"', 1);
    if (end == std::string_view::npos) return std::nullopt;
    value = value.substr(1, end - 1);
  } else {
    value = value.substr(0, value.find(';'));
  }
  const std::string boundary = trimmed(value);
  const bool fits = !boundary.empty() && boundary.size() <= kLongestBoundary &&
                    std::ranges::all_of(boundary, may_stand_in_boundary);
  return fits ? std::optional(boundary) : std::nullopt;
}

/// As browsers write names: %22 for a quote, %0D and %0A for line ends, everything else as it is.
std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto three = text.substr(i, 3);
    if (three == "%22" || three == "%0D" || three == "%0A") {
      out += three == "%22" ? '"' : three == "%0D" ? '\r' : '\n';
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

/// The quoted value of `; key="..."`; nothing where it is not there exactly once.
std::optional<std::string> parameter(std::string_view line, std::string_view key) {
  const std::string asked = "; " + std::string(key) + "=\"";
  const auto at = line.find(asked);
  if (at == std::string_view::npos) return std::nullopt;
  const auto from = at + asked.size();
  const auto to = line.find('"', from);
  if (to == std::string_view::npos || line.find(asked, to) != std::string_view::npos) {
    return std::nullopt;
  }
  return unescaped(line.substr(from, to - from));
}

bool has_control(std::string_view line) {
  return std::ranges::any_of(line, [](char c) { return (c >= 0 && c < ' ') || c == 0x7F; });
}

/// Name and file name from the head of a part: each line "Name: value".
std::optional<FormPart> part_of(std::string_view head) {
  std::optional<FormPart> part;
  while (!head.empty()) {
    const auto end = head.find(kEnd);
    const std::string_view line = head.substr(0, end);
    head = end == std::string_view::npos ? std::string_view() : head.substr(end + kEnd.size());
    if (has_control(line) || line.find(':') == std::string_view::npos) return std::nullopt;
    const std::string lower = ascii_lower(line.substr(0, line.find(':')));
    if (lower == "content-transfer-encoding") return std::nullopt;
    if (lower != "content-disposition") continue;
    if (part || !ascii_lower(line).starts_with("content-disposition: form-data;")) {
      return std::nullopt;
    }
    const auto name = parameter(line, "name");
    if (!name || name->empty()) return std::nullopt;
    part = FormPart{*name, parameter(line, "filename"), ""};
  }
  return part;
}

/// Takes one part from the front of `rest`, which stands behind a boundary's line.
std::optional<FormPart> take_part(std::string_view& rest, const std::string& mark) {
  const auto head_end = rest.find("\r\n\r\n");
  if (head_end == std::string_view::npos || head_end > kLongestPartHead) return std::nullopt;
  auto part = part_of(rest.substr(0, head_end));
  if (!part) return std::nullopt;
  rest.remove_prefix(head_end + 4);
  // An empty body: its line end is that of the head.
  const auto body_end = rest.find("\r\n" + mark);
  if (body_end == std::string_view::npos) return std::nullopt;
  part->body = std::string(rest.substr(0, body_end));
  rest.remove_prefix(body_end + 2 + mark.size());
  return part;
}

}  // namespace

bool is_multipart(std::string_view content_type) {
  return ascii_lower(content_type.substr(0, content_type.find(';'))) == "multipart/form-data";
}

std::optional<std::vector<FormPart>> parse_multipart(std::string_view content_type,
                                                     std::string_view body) {
  const auto boundary = boundary_of(content_type);
  if (!is_multipart(content_type) || !boundary) return std::nullopt;
  const std::string mark = "--" + *boundary;
  if (!body.starts_with(mark)) return std::nullopt;
  body.remove_prefix(mark.size());
  std::vector<FormPart> parts;
  while (body.starts_with(kEnd)) {
    body.remove_prefix(kEnd.size());
    auto part = take_part(body, mark);
    if (!part || parts.size() == kMostParts) return std::nullopt;
    parts.push_back(std::move(*part));
  }
  if (body != "--" && body != "--\r\n") return std::nullopt;
  return parts;
}

Fields form_fields(const Request& request) {
  const std::string type = request.header("content-type");
  if (!is_multipart(type)) return parse_fields(request.body);
  auto parts = parse_multipart(type, request.body);
  Fields fields;
  if (!parts) return fields;
  for (auto& part : *parts) {
    if (part.file_name) fields.emplace_back(part.name + "-name", *part.file_name);
    fields.emplace_back(part.name, std::move(part.body));
  }
  return fields;
}

}  // namespace handbell::net
