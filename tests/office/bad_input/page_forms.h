// The forms of a page, as a browser would send them: read from the markup that we wrote ourselves.
#pragma once

#include "app/net/message.h"

#include <map>
#include <regex>
#include <string>
#include <vector>

namespace handbell::office {

struct PageField {
  std::string name;
  std::string type;   ///< "text", "date", "select", "textarea", "button", "hidden" and so on
  std::string value;  ///< what stands in it
  bool chosen = false;
  std::vector<std::string> offered{};  ///< of a select
};

struct PageForm {
  std::string action;
  std::string markup;
  std::vector<PageField> fields;
};

inline std::string unescaped(std::string text) {
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}}) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
      text.replace(at, from.size(), to);
    }
  }
  return text;
}

inline std::map<std::string, std::string> attributes_in(const std::string& tag) {
  static const std::regex kAttribute("([a-z-]+)(?:=\"([^\"]*)\")?");
  std::map<std::string, std::string> found;
  const auto begin = std::sregex_iterator(tag.begin(), tag.end(), kAttribute);
  for (auto at = begin; at != std::sregex_iterator(); ++at) {
    found.emplace((*at)[1].str(), unescaped((*at)[2].str()));
  }
  return found;
}

inline PageField field_in(const std::string& tag, const std::string& inside) {
  static const std::regex kOption("<option([^>]*)>");
  const auto attributes = attributes_in(inside);
  const auto of = [&](const char* name) {
    const auto found = attributes.find(name);
    return found == attributes.end() ? std::string() : found->second;
  };
  PageField field{of("name"), tag, of("value"), attributes.contains("checked")};
  if (tag == "input") field.type = of("type").empty() ? "text" : of("type");
  return field;
}

inline void add_options(const std::string& inside, PageField& field) {
  static const std::regex kOption("<option([^>]*)>");
  const auto begin = std::sregex_iterator(inside.begin(), inside.end(), kOption);
  for (auto at = begin; at != std::sregex_iterator(); ++at) {
    auto attributes = attributes_in((*at)[1].str());
    field.offered.push_back(attributes["value"]);
    if (attributes.contains("selected")) field.value = attributes["value"];
  }
}

inline std::vector<PageField> fields_in(const std::string& markup) {
  static const std::regex kField("<(input|textarea|select|button)\\b([^>]*)>");
  std::vector<PageField> fields;
  const auto begin = std::sregex_iterator(markup.begin(), markup.end(), kField);
  for (auto at = begin; at != std::sregex_iterator(); ++at) {
    auto field = field_in((*at)[1].str(), (*at)[2].str());
    const auto from = static_cast<std::size_t>(at->position() + at->length());
    const auto inside = [&](const std::string& end) {
      return markup.substr(from, markup.find(end, from) - from);
    };
    if (field.type == "select") add_options(inside("</select>"), field);
    if (field.type == "textarea") field.value = unescaped(inside("</textarea>"));
    if (!field.name.empty()) fields.push_back(field);
  }
  return fields;
}

/// The first form of the page that goes there and holds this piece of markup; with the fields that
/// stand elsewhere on the page and name it. Without fields and markup where there is none.
inline PageForm form_on_page(const std::string& page, const std::string& action,
                             const std::string& with = "") {
  const std::string to = " action=\"" + action + "\"";
  for (auto at = page.find("<form"); at != std::string::npos; at = page.find("<form", at + 1)) {
    const std::string head = page.substr(at, page.find('>', at) - at);
    std::string markup = page.substr(at, page.find("</form>", at) - at);
    const bool pressed = markup.find(" formaction=\"" + action + "\"") != std::string::npos;
    if (head.find(to) == std::string::npos && !pressed) continue;
    if (const auto id = attributes_in(head.substr(5))["id"]; !id.empty()) {
      const std::regex beside("<(?:input|button)\\b[^>]* form=\"" + id + "\"[^>]*>");
      const auto begin = std::sregex_iterator(page.begin(), page.end(), beside);
      for (auto each = begin; each != std::sregex_iterator(); ++each) markup += each->str();
    }
    if (markup.find(with) != std::string::npos) return {action, markup, fields_in(markup)};
  }
  return {action, "", {}};
}

inline std::string as_body(const net::Fields& fields) {
  std::string body;
  for (const auto& [name, value] : fields) {
    body += (body.empty() ? "" : "&") + net::encoded(name) + "=" + net::encoded(value);
  }
  return body;
}

}  // namespace handbell::office
