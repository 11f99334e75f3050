#include "app/kiosk/i18n/words.h"

#include <optional>

namespace handbell::kiosk {

namespace {

constexpr std::string_view kIsolate = "\u2068";
constexpr std::string_view kIsolateEnd = "\u2069";

std::string_view trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(" \t\r");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t\r") - from + 1);
}

/// What stands between the quotes, with its escapes; none if it is not a quoted text.
std::optional<std::string> unquoted(std::string_view text) {
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') return std::nullopt;
  std::string out;
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    if (text[i] != '\\') {
      out += text[i];
      continue;
    }
    if (++i + 1 >= text.size()) return std::nullopt;
    out += text[i] == 'n' ? '\n' : text[i];
  }
  return out;
}

std::string inserted(std::string text, const Insertions& insert, bool isolated) {
  for (const auto& [name, value] : insert) {
    const std::string place = "{" + name + "}";
    const auto at = text.find(place);
    if (at == std::string::npos) continue;
    std::string put = value;
    if (isolated) put = std::string(kIsolate) + value + std::string(kIsolateEnd);
    text.replace(at, place.size(), put);
  }
  return text;
}

/// Of a line "NAME: value" in the head of the file.
std::string header(const std::string& head, const std::string& name) {
  const auto at = head.find(name + ": ");
  if (at == std::string::npos) return "";
  const auto from = at + name.size() + 2;
  return head.substr(from, head.find('\n', from) - from);
}

/// Takes the file line by line.
struct PoReader {
  std::map<std::string, std::string> words;
  std::string head;
  std::string id;
  std::string str;
  std::string* current = nullptr;

  void keep() {
    if (!id.empty() && !str.empty()) words[id] = str;
    if (id.empty() && head.empty()) head = str;
    id.clear();
    str.clear();
    current = nullptr;
  }

  bool take(std::string_view line) {
    line = trimmed(line);
    if (line.empty() || line.front() == '#') return true;
    if (line.starts_with("msgid ")) {
      keep();
      current = &id;
      line = trimmed(line.substr(6));
    } else if (line.starts_with("msgstr ")) {
      current = &str;
      line = trimmed(line.substr(7));
    }
    const auto text = unquoted(line);
    if (!text || current == nullptr) return false;
    *current += *text;
    return true;
  }
};

}  // namespace

Result<Language> Language::parse(std::string_view po) {
  PoReader reader;
  int number = 0;
  while (!po.empty()) {
    const auto end = po.find('\n');
    ++number;
    if (!reader.take(po.substr(0, end))) {
      return fail(FaultCode::words_garbled, "line " + std::to_string(number));
    }
    po.remove_prefix(end == std::string_view::npos ? po.size() : end + 1);
  }
  reader.keep();
  if (reader.words.empty()) return fail(FaultCode::words_garbled, "which says nothing");
  Language language;
  language.words_ = std::move(reader.words);
  language.own_name_ = header(reader.head, "X-Own-Name");
  return language;
}

std::string Language::of(const std::string& english) const {
  const auto found = words_.find(english);
  return found == words_.end() ? "" : found->second;
}

std::string Words::english(const std::string& english, const Insertions& insert) {
  return inserted(english, insert, false);
}

std::string Words::other(const std::string& code, const std::string& english,
                         const Insertions& insert) const {
  const auto found = languages_.find(code);
  if (found == languages_.end()) return "";
  return inserted(found->second.of(english), insert, true);
}

bool right_to_left(std::string_view code) {
  return code == "ur" || code == "ar" || code == "fa" || code == "ps" || code == "ku";
}

}  // namespace handbell::kiosk
