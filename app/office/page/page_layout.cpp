#include "app/office/page/page_layout.h"

#include <algorithm>

namespace handbell::office {
namespace {

constexpr const char* kSettings = "/settings";

Html head(const PageFrame& frame) {
  const std::string title = (frame.errors.empty() ? "" : "Error: ") + frame.title +
                            (frame.school.empty() ? "" : " – " + frame.school) + " – Handbell";
  return element("head",
                 join({lone("meta", {attr("charset", "utf-8")}), element("title", text(title)),
                       lone("meta", {attr("name", "viewport"),
                                     attr("content", "width=device-width, initial-scale=1")}),
                       lone("link", {attr("rel", "icon"), url("href", "/web/icon.svg")}),
                       lone("link", {attr("rel", "stylesheet"), url("href", frame.style)}),
                       element("script", {attr("type", "module"), url("src", frame.script)}, {})}));
}

Html signed_in(const PageFrame& frame) {
  if (frame.who.empty()) return {};
  const auto words = frame.on_classroom_device ? "Change person" : "Sign out";
  const auto leave = post_form("/sign-out", frame.token,
                               element("button", {attr("class", "hb-header__leave")}, text(words)),
                               {attr("class", "hb-header__who")});
  const auto name =
      frame.account.empty()
          ? element("span", {attr("class", "hb-header__name")}, text(frame.who))
          : element(
                "a", {attr("class", "hb-header__name"), url("href", frame.account)},
                element("span", {attr("class", "govuk-visually-hidden")}, text("Your account: ")) +
                    text(frame.who));
  return element("div", {attr("class", "hb-header__person")}, name + leave);
}

Html header(const PageFrame& frame) {
  const auto home =
      element("a", {attr("class", "hb-header__product"), url("href", "/")}, text("Handbell"));
  const auto school = element("span", {attr("class", "hb-header__school")}, text(frame.school));
  return element("header", {attr("class", "hb-header")},
                 element("div", {attr("class", "govuk-width-container hb-header__inside")},
                         join({home, school, signed_in(frame)})));
}

/// The page is one of those that Settings leads to, or belongs to one of them.
bool is_under_settings(const PageFrame& frame) {
  return std::ranges::any_of(frame.under_settings, [&](const NavLink& page) {
    return frame.path == page.address || frame.path.starts_with(page.address + "/");
  });
}

Html navigation(const PageFrame& frame) {
  if (frame.pages.empty()) return {};
  Html links;
  for (const auto& page : frame.pages) {
    Attributes all{attr("class", "hb-nav__link"), url("href", page.address)};
    if (page.address == frame.path) {
      all.push_back(attr("aria-current", "page"));
    } else if (page.address == kSettings && is_under_settings(frame)) {
      all.push_back(attr("aria-current", "true"));
    }
    Html words = text(page.words);
    if (page.address == "/out") words += text(" ") + waiting_badge(frame.waiting);
    links += element("li", element("a", all, words));
  }
  return element("nav", {attr("class", "hb-nav"), attr("aria-label", "Pages")},
                 element("ul", {attr("class", "govuk-width-container hb-nav__list")}, links));
}

/// What was done, or what is wrong: a script may put the ones of an answer in their place.
Html messages(const PageFrame& frame) {
  Html inside = error_summary(frame.errors);
  if (!frame.done.empty()) {
    inside += element("p", {attr("class", "hb-done"), attr("role", "status")}, text(frame.done));
  }
  return element("div", {attr("id", "messages")}, inside);
}

Html rehearsal_banner(bool shown) {
  if (!shown) return {};
  return element("section", {attr("class", "hb-rehearsal"), attr("aria-label", "Rehearsal")},
                 element("p", {attr("class", "govuk-width-container")},
                         text("Rehearsal: nothing on this page is a real mark.")));
}

Html footer(const std::string& legal_register) {
  if (legal_register.empty()) return {};
  return element("footer", {attr("class", "hb-footer")},
                 element("p", {attr("class", "govuk-width-container")},
                         text("Legal register: " + legal_register)));
}

}  // namespace

Html page(const PageFrame& frame, const Html& main) {
  const auto skip = element("a", {url("href", "#main"), attr("class", "govuk-skip-link")},
                            text("Skip to main content"));
  Html back;
  if (is_under_settings(frame))
    back = element("p", {attr("class", "hb-up")}, link(kSettings, "All settings"));
  const auto inside =
      element("div", {attr("class", "govuk-width-container")},
              element("main", {attr("id", "main"), attr("class", "govuk-main-wrapper hb-main")},
                      messages(frame) + back + main));
  Attributes of_body{attr("class", "govuk-template__body")};
  if (frame.form_alone) of_body.push_back(attr("data-form-alone", ""));
  const auto body =
      element("body", of_body,
              join({skip, header(frame), navigation(frame), rehearsal_banner(frame.rehearsal),
                    inside, footer(frame.legal_register)}));
  return doctype() + element("html", {attr("lang", "en-GB"), attr("class", "govuk-template")},
                             head(frame) + body);
}

Html waiting_badge(const WaitingRequests& waiting) {
  const std::string now = std::to_string(waiting.now);
  return element(
      "span",
      {attr("id", "requests-waiting"), attr("class", "hb-nav__waiting"), attr("data-live", ""),
       attr("data-waiting", now), attr("data-asked", std::to_string(waiting.asked))},
      waiting.now == 0 ? Html() : text(now + " waiting"));
}

Html live_page(std::string_view from) {
  return join({element("p", {attr("id", "offline"), attr("class", "hb-offline"), flag("hidden")},
                       text("The office's program does not answer: this page may be out of date. "
                            "It connects again by itself.")),
               element("p",
                       {attr("id", "announce"), attr("class", "govuk-visually-hidden"),
                        attr("role", "status"), attr("data-live-from", from)},
                       {})});
}

Html message_page(const PageFrame& frame, std::string_view words) {
  return page(frame, join({element("h1", {attr("class", "govuk-heading-l")}, text(frame.title)),
                           element("p", {attr("class", "govuk-body")}, text(words)),
                           element("p", {attr("class", "govuk-body")},
                                   element("a", {attr("class", "govuk-link"), url("href", "/")},
                                           text("Back to the first page")))}));
}

}  // namespace handbell::office
