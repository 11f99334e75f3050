#include "drivers/printer/printer_name.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace handbell::printer {

namespace {

tl::unexpected<Fault> wrong(std::string_view text) {
  return fail(FaultCode::bad_config,
              "slip_printer \"" + std::string(text) +
                  "\": write usb:/dev/usb/lp0, tcp:ADDRESS or cups:QUEUE, with #58 behind it for "
                  "narrow paper");
}

std::optional<int> port_of(std::string_view digits) {
  int port = 0;
  const char* end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, port);
  if (read.ec != std::errc() || read.ptr != end || port < 1 || port > 65535) return std::nullopt;
  return port;
}

/// A host's or a queue's letters: nothing that a shell or an option could be made of.
bool plain(std::string_view word) {
  if (word.empty() || word.front() == '-') return false;
  return std::ranges::all_of(word, [](char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
  });
}

bool take(std::string_view& text, std::string_view front) {
  if (!text.starts_with(front)) return false;
  text.remove_prefix(front.size());
  return true;
}

}  // namespace

Result<PrinterName> parse_printer_name(std::string_view text) {
  PrinterName name;
  std::string_view rest = text;
  if (rest.ends_with("#58")) name.paper_mm = 58;
  if (const auto hash = rest.rfind('#'); hash != std::string_view::npos) {
    const auto paper = rest.substr(hash);
    if (paper != "#58" && paper != "#80") return wrong(text);
    rest = rest.substr(0, hash);
  }
  if (take(rest, "usb:")) {
    if (rest.size() < 2 || rest.front() != '/') return wrong(text);
    name.where = rest;
    return name;
  }
  if (take(rest, "cups:")) {
    name.way = Way::queue;
    name.where = rest;
    if (!plain(rest)) return wrong(text);
    return name;
  }
  if (!take(rest, "tcp:")) return wrong(text);
  name.way = Way::network;
  const auto colon = rest.rfind(':');
  name.where = rest.substr(0, colon);
  if (colon != std::string_view::npos) {
    const auto port = port_of(rest.substr(colon + 1));
    if (!port) return wrong(text);
    name.port = *port;
  }
  if (!plain(name.where)) return wrong(text);
  return name;
}

}  // namespace handbell::printer
