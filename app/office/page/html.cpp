#include "app/office/page/html.h"

#include "app/base/check.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace handbell::office {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool forbidden(utf8proc_int32_t point) {
  if (point == '\t' || point == '\n') return false;
  return point < 0x20 || (point >= 0x7F && point < 0xA0);
}

void append_ascii(std::string& out, char c) {
  switch (c) {
    case '&':
      out += "&amp;";
      break;
    case '<':
      out += "&lt;";
      break;
    case '>':
      out += "&gt;";
      break;
    case '"':
      out += "&quot;";
      break;
    case '\'':
      out += "&#39;";
      break;
    default:
      out += c;
  }
}

/// Takes one character from the front of `words`, whatever stands there.
void append_character(std::string& out, std::string_view& words) {
  const auto first = static_cast<unsigned char>(words.front());
  if (first < 0x80) {
    if (forbidden(first)) {
      out += kReplacement;
    } else {
      append_ascii(out, words.front());
    }
    words.remove_prefix(1);
    return;
  }
  utf8proc_int32_t point = 0;
  const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(words.data()),
                                     static_cast<utf8proc_ssize_t>(words.size()), &point);
  const auto length = read > 0 ? static_cast<std::size_t>(read) : std::size_t{1};
  out += read <= 0 || forbidden(point) ? kReplacement : words.substr(0, length);
  words.remove_prefix(length);
}

std::string escaped(std::string_view words) {
  std::string out;
  out.reserve(words.size() + words.size() / 8);
  while (!words.empty()) append_character(out, words);
  return out;
}

/// The one name of a drawing's attribute that we use and that has a capital.
constexpr std::string_view kViewBox = "viewBox";

bool plain_name(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

bool takes_address(std::string_view name) {
  return name == "href" || name == "src" || name == "action" || name == "formaction";
}

/// A golden page is read by people: what is a block ends its line.
bool ends_a_line(std::string_view tag) {
  static constexpr std::array<std::string_view, 24> kBlocks{
      "html", "head",  "body",  "header", "main", "div", "section", "aside",
      "h1",   "h2",    "h3",    "p",      "ul",   "li",  "form",    "table",
      "tr",   "title", "thead", "tbody",  "nav",  "dl",  "footer",  "details"};
  return std::ranges::find(kBlocks, tag) != kBlocks.end();
}

void check_attribute(std::string_view name) {
  check(name == kViewBox || (plain_name(name) && !name.starts_with("on") && name != "style"));
}

bool inside_this_site(std::string_view address) {
  if (address.starts_with("#")) return true;
  const bool rooted = address.starts_with("/") && !address.starts_with("//");
  return rooted && address.find('\\') == std::string_view::npos;
}

}  // namespace

class Element {
 public:
  static Html open(std::string_view tag, const Attributes& attributes) {
    check(plain_name(tag) && tag != "style");
    std::string out = "<" + std::string(tag);
    for (const auto& each : attributes) out += each.markup();
    return Html(out + ">");
  }
  static Html close(std::string_view tag) {
    return Html("</" + std::string(tag) + (ends_a_line(tag) ? ">\n" : ">"));
  }
};

Html& Html::operator+=(const Html& more) {
  markup_ += more.markup_;
  return *this;
}

Html text(std::string_view words) { return Html(escaped(words)); }

Html doctype() { return Html("<!DOCTYPE html>\n"); }

Attribute attr(std::string_view name, std::string_view value) {
  check_attribute(name);
  check(!takes_address(name));
  return Attribute(" " + std::string(name) + "=\"" + escaped(value) + "\"");
}

Attribute flag(std::string_view name) {
  check_attribute(name);
  return Attribute(" " + std::string(name));
}

Attribute url(std::string_view name, std::string_view address) {
  check_attribute(name);
  const auto safe = inside_this_site(address) ? address : std::string_view("#");
  return Attribute(" " + std::string(name) + "=\"" + escaped(safe) + "\"");
}

Attribute telephone(std::string_view dialled) {
  const auto digits = dialled.substr(dialled.starts_with("+") ? 1 : 0);
  const bool safe =
      !digits.empty() && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
  return Attribute(safe ? " href=\"tel:" + std::string(dialled) + "\"" : " href=\"#\"");
}

Html element(std::string_view tag, const Attributes& attributes, const Html& inside) {
  check(tag != "script" || inside.empty());
  Html out = Element::open(tag, attributes);
  out.reserve(inside.markup().size() + tag.size() + 4);
  out += inside;
  out += Element::close(tag);
  return out;
}

Html element(std::string_view tag, const Html& inside) { return element(tag, {}, inside); }

Html lone(std::string_view tag, const Attributes& attributes) {
  return Element::open(tag, attributes);
}

Html join(std::initializer_list<Html> parts) {
  std::size_t size = 0;
  for (const auto& each : parts) size += each.markup().size();
  Html out;
  out.reserve(size);
  for (const auto& each : parts) out += each;
  return out;
}

}  // namespace handbell::office
