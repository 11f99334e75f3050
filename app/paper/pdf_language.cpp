#include "app/paper/pdf_language.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace handbell::paper {
namespace {

bool is_tag(const std::string& language) {
  return !language.empty() && std::ranges::all_of(language, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
  });
}

/// The digits behind the last place where `key` stands.
std::optional<std::string> number_after(std::string_view pdf, std::string_view key) {
  const auto at = pdf.rfind(key);
  if (at == std::string_view::npos) return std::nullopt;
  const auto from = pdf.find_first_of("0123456789", at + key.size());
  if (from == std::string_view::npos) return std::nullopt;
  const auto to = pdf.find_first_not_of("0123456789", from);
  return std::string(pdf.substr(from, to - from));
}

/// "000000123": as a line of the table wants it.
std::string ten_digits(std::size_t number) {
  std::string digits = std::to_string(number);
  return std::string(digits.size() < 10 ? 10 - digits.size() : 0, '0') + digits;
}

}  // namespace

std::string in_language(std::string pdf, const std::string& language) {
  const auto root = number_after(pdf, "/Root ");
  const auto size = number_after(pdf, "/Size ");
  const auto info = number_after(pdf, "/Info ");
  const auto table = number_after(pdf, "startxref");
  if (!root || !size || !info || !table || !is_tag(language)) return pdf;
  const std::string opening = "\n" + *root + " 0 obj\n<< ";
  const auto object = pdf.rfind(opening);
  const auto end = object == std::string::npos ? object : pdf.find("endobj\n", object);
  if (end == std::string::npos) return pdf;
  const std::string more = "/Lang (" + language +
                           ") /MarkInfo << /Marked true >> "
                           "/ViewerPreferences << /DisplayDocTitle true >>\n   ";
  const std::string body = pdf.substr(object + opening.size(), end - object - opening.size());
  const std::size_t at = pdf.size();
  pdf += *root + " 0 obj\n<< " + more + body + "endobj\n";
  const std::size_t second = pdf.size();
  pdf += "xref\n" + *root + " 1\n" + ten_digits(at) + " 00000 n \n";
  pdf += "trailer\n<< /Size " + *size + "\n   /Root " + *root + " 0 R\n   /Info " + *info +
         " 0 R\n   /Prev " + *table + "\n>>\nstartxref\n" + std::to_string(second) + "\n%%EOF\n";
  return pdf;
}

}  // namespace handbell::paper
