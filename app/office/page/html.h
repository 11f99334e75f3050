// Text on its way into a page, made harmless by where it goes.
//
// A pupil's name may hold any character. Html is markup that is known to be whole; it is made only
// by the functions here, and a plain string never turns into it without being escaped. So a page
// that compiles cannot put a name into the markup by mistake.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace handbell::office {

class Html {
 public:
  Html() = default;

  [[nodiscard]] const std::string& markup() const { return markup_; }
  [[nodiscard]] bool empty() const { return markup_.empty(); }
  Html& operator+=(const Html& more);
  /// So much more is about to be added.
  void reserve(std::size_t more) { markup_.reserve(markup_.size() + more); }
  friend Html operator+(Html a, const Html& b) { return std::move(a += b); }

 private:
  explicit Html(std::string markup) : markup_(std::move(markup)) {}
  std::string markup_;

  friend Html text(std::string_view words);
  friend class Element;
  friend Html doctype();
};

/// Words between tags. Control characters that HTML forbids and bytes that are not UTF-8 become
/// the replacement character.
[[nodiscard]] Html text(std::string_view words);

/// "<!DOCTYPE html>", the one piece of markup that is no element.
[[nodiscard]] Html doctype();

/// One attribute with its value escaped. Names are our own literals and are checked: no handlers
/// (on...), no style; href, src and action only by url() and telephone().
class Attribute {
 public:
  [[nodiscard]] const std::string& markup() const { return markup_; }

 private:
  explicit Attribute(std::string markup) : markup_(std::move(markup)) {}
  std::string markup_;

  friend Attribute attr(std::string_view name, std::string_view value);
  friend Attribute flag(std::string_view name);
  friend Attribute url(std::string_view name, std::string_view address);
  friend Attribute telephone(std::string_view dialled);
};

[[nodiscard]] Attribute attr(std::string_view name, std::string_view value);
/// An attribute without a value: checked, hidden, defer.
[[nodiscard]] Attribute flag(std::string_view name);
/// An address inside this site ("/today", "#late"): anything else becomes "#".
[[nodiscard]] Attribute url(std::string_view name, std::string_view address);
/// href of a number to ring: digits, and a + before them; anything else becomes "#".
[[nodiscard]] Attribute telephone(std::string_view dialled);

using Attributes = std::vector<Attribute>;

/// `element("td", {attr("class", "x")}, text(name))`. Invariant: the tag is a plain lower-case name
/// and neither script with content nor style.
[[nodiscard]] Html element(std::string_view tag, const Attributes& attributes, const Html& inside);
[[nodiscard]] Html element(std::string_view tag, const Html& inside);
/// A tag that never closes: input, meta, link, br.
[[nodiscard]] Html lone(std::string_view tag, const Attributes& attributes);
/// One after the other.
[[nodiscard]] Html join(std::initializer_list<Html> parts);

}  // namespace handbell::office
