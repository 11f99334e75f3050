// What every page of the office has around it: head, school's name, rehearsal banner, main, and
// below a page of the register which register is the legal one (D50).
//
// Style and script come from files of this machine alone, so the strict content security policy
// (default-src 'none') holds; nothing on a page is styled or scripted in place.
#pragma once

#include "app/office/html.h"

#include <string>

namespace handbell::office {

struct PageFrame {
  std::string title;
  std::string school;
  bool rehearsal = false;
  std::string legal_register;  ///< empty where the page shows nothing of the register
  std::string style = "/web/office.css";
  std::string script = "/web/office.js";
};

/// A whole document.
[[nodiscard]] Html page(const PageFrame& frame, const Html& main);

/// A document that says one thing: a heading and a sentence.
[[nodiscard]] Html message_page(const PageFrame& frame, std::string_view words);

}  // namespace handbell::office
