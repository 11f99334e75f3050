#include "app/office/page_layout.h"

namespace handbell::office {
namespace {

Html head(const PageFrame& frame) {
  return element(
      "head",
      join({lone("meta", {attr("charset", "utf-8")}),
            element("title", text(frame.title + " - " + frame.school + " - Handbell")),
            lone("meta", {attr("name", "viewport"),
                          attr("content", "width=device-width, initial-scale=1")}),
            lone("meta", {attr("name", "color-scheme"), attr("content", "light")}),
            lone("link", {attr("rel", "stylesheet"), url("href", "/web/office.css")}),
            element("script", {attr("type", "module"), url("src", "/web/office.js")}, {})}));
}

Html header(const PageFrame& frame) {
  const auto inside = join({element("span", {attr("class", "hb-header__school")},
                                    text(frame.school)),
                            element("span", {attr("class", "hb-header__product")},
                                    text("Handbell"))});
  return element("header", {attr("class", "hb-header")},
                 element("div", {attr("class", "govuk-width-container hb-header__inside")}, inside));
}

Html rehearsal_banner(bool shown) {
  if (!shown) return {};
  return element("div", {attr("class", "hb-rehearsal"), attr("role", "region"),
                         attr("aria-label", "Rehearsal")},
                 element("p", {attr("class", "govuk-width-container")},
                         text("Rehearsal. Nothing on this page is a real mark.")));
}

}  // namespace

Html page(const PageFrame& frame, const Html& main) {
  const auto skip = element("a", {url("href", "#main"), attr("class", "govuk-skip-link")},
                            text("Skip to main content"));
  const auto inside = element(
      "div", {attr("class", "govuk-width-container")},
      element("main", {attr("id", "main"), attr("class", "govuk-main-wrapper"),
                       attr("tabindex", "-1")},
              main));
  const auto body = element("body", {attr("class", "govuk-template__body")},
                            join({skip, header(frame), rehearsal_banner(frame.rehearsal), inside}));
  return doctype() + element("html", {attr("lang", "en-GB"), attr("class", "govuk-template")},
                             head(frame) + body);
}

}  // namespace handbell::office
