// The printable form of subject_export.h. The document stands alone on paper and on a stick, so its
// few lines of style are inside; it holds no script and no address.
#include "app/base/school_time.h"
#include "app/exchange/subject_export.h"

#include <utf8proc.h>

namespace handbell::exchange {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::string_view kStyle =
    "body{font-family:sans-serif;font-size:10pt;margin:1cm}"
    "table{border-collapse:collapse;width:100%}"
    "th,td{border:1px solid #999;padding:2px 4px;text-align:left;vertical-align:top;"
    "overflow-wrap:anywhere}"
    "@media print{@page{size:A4 landscape}thead{display:table-header-group}tr{break-inside:avoid}}";

std::string_view escape_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return "";
  }
}

bool forbidden(utf8proc_int32_t point) {
  if (point == '\t' || point == '\n') return false;
  return point < 0x20 || (point >= 0x7F && point < 0xA0);
}

/// The words between tags, whatever they hold.
std::string words(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    utf8proc_int32_t point = 0;
    const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &point);
    const auto length = read > 0 ? static_cast<std::size_t>(read) : std::size_t{1};
    const auto escape = escape_of(text.front());
    const auto plain = read <= 0 || forbidden(point) ? kReplacement : text.substr(0, length);
    out += escape.empty() ? plain : escape;
    text.remove_prefix(length);
  }
  return out;
}

std::string element(const std::string& tag, const std::string& inside) {
  return "<" + tag + ">" + inside + "</" + tag + ">";
}

std::string table_of(const SubjectTable& table) {
  if (table.rows.empty()) return element("p", "Nothing is held.") + "\n";
  std::string head;
  for (const auto& column : table.columns) head += element("th", words(column.name));
  std::string body;
  for (const auto& row : table.rows) {
    std::string cells;
    for (const auto& cell : row) cells += element("td", words(cell));
    body += element("tr", cells) + "\n";
  }
  return element("table", "\n" + element("thead", element("tr", head)) + "\n" +
                              element("tbody", "\n" + body)) +
         "\n";
}

}  // namespace

std::string subject_page(const SubjectCopy& copy) {
  const std::string title = words("Copy of what is held about " + copy.pupil_name);
  std::string body = element("h1", title) + "\n";
  body += element("p", words(copy.stamp.school + ". Made " + with_offset(copy.stamp.made) +
                             ". Legal register: " + copy.stamp.legal_register + ".")) +
          "\n";
  body += element("p", words("Names of other children and of other adults were taken out.")) + "\n";
  for (const auto& table : copy.tables) {
    body += element("h2", words(table.title)) + "\n" + table_of(table);
  }
  return "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head><meta charset=\"utf-8\">" +
         element("title", title) + element("style", std::string(kStyle)) + "</head>\n<body>\n" +
         body + "</body>\n</html>\n";
}

}  // namespace handbell::exchange
