// What every page of the office has around it: head, school's name, the way to the other pages, who
// is signed in, rehearsal banner, main, and below a page of the register which register is the
// legal one (D50).
//
// Style and script come from files of this machine alone, so the strict content security policy
// (default-src 'none') holds; nothing on a page is styled or scripted in place.
#pragma once

#include "app/office/page/form.h"

#include <string>

namespace handbell::office {

struct NavLink {
  std::string address;
  std::string words;
};

/// Who is asked for and waits for the office's answer (D49): shown beside the page's link.
struct WaitingRequests {
  int now = 0;
  int asked = 0;  ///< at the doors, today: rises with each request
};

struct PageFrame {
  std::string title;
  std::string school;
  bool rehearsal = false;
  std::string legal_register;  ///< empty where the page shows nothing of the register
  std::string style = "/web/office.css";
  std::string script = "/web/office.js";
  std::vector<NavLink> pages;             ///< those that this person may open
  std::vector<NavLink> under_settings{};  ///< of them those that the page Settings leads to
  std::string path;                       ///< of this page: its link is marked
  std::string who;                        ///< "R Patel, Office"; empty: nobody is signed in
  std::string account{};  ///< where this person's own account is; empty: there is none
  std::string token;      ///< of the form that signs out
  FormErrors errors;      ///< of the form that comes back
  std::string done;       ///< a sentence about what was just done; may be empty
  bool on_classroom_device = false;
  bool form_alone = false;  ///< answers a form: nothing to fetch again stands at its address
  WaitingRequests waiting{};
};

/// A whole document.
[[nodiscard]] Html page(const PageFrame& frame, const Html& main);

/// The number beside the link "Out of school"; a page that follows what happens counts on. Without
/// words where nobody waits.
[[nodiscard]] Html waiting_badge(const WaitingRequests& waiting);

/// Makes a page follow what happens, where scripts run: its parts with an id and `data-live` are
/// replaced by those of the same address fetched again. Says so where the office is lost.
[[nodiscard]] Html live_page(std::string_view from = "/live");

/// A document that says one thing: a heading and a sentence.
[[nodiscard]] Html message_page(const PageFrame& frame, std::string_view words);

}  // namespace handbell::office
