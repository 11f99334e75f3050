#include "app/office/reconcile/page_differences.h"

#include "app/office/page/form.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

Html spoken(std::string_view words) {
  return element("span", {attr("class", "govuk-visually-hidden")}, text(words));
}

Html note_under(const std::string& words) {
  if (words.empty()) return {};
  return element("span", {attr("class", "hb-note")}, text(words));
}

Html take_form(const DifferenceLine& line, const PageFrame& frame) {
  const std::string mark_page =
      fmt::format("/pupils/mark?pupil={}&day={}&session={}", line.pupil, line.day, line.half);
  Html inside;
  if (line.may_take) {
    const auto words =
        text("Enter " + line.theirs) + spoken(fmt::format(" for {}, {}", line.name, line.session));
    const auto button =
        element("button",
                {attr("class", "govuk-button govuk-button--secondary hb-row-button"),
                 attr("type", "submit"), attr("id", "take-" + line.entry)},
                words);
    inside = post_form("/reconcile/differences", frame.token,
                       join({hidden_field("entry", line.entry), hidden_field("pupil", line.pupil),
                             hidden_field("day", line.day), hidden_field("session", line.half),
                             hidden_field("seen", line.seen), button}));
  }
  return inside +
         element("a", {attr("class", "govuk-link"), url("href", mark_page)},
                 text("History") + spoken(fmt::format(" of {}, {}", line.name, line.session)));
}

Html list_of(const DifferencesView& view, const PageFrame& frame) {
  if (view.lines.empty()) {
    return calm("Both registers say the same of every session that was imported.");
  }
  Table list{"Sessions that the two registers tell otherwise",
             {"Child", "Session", "Here", "Other register", "What to do"},
             {},
             false};
  for (const auto& line : view.lines) {
    list.rows.push_back({text(line.name) + note_under(line.class_name), text(line.session),
                         element("strong", text(line.ours)) + note_under(line.written),
                         element("strong", text(line.theirs)) + note_under(line.read),
                         take_form(line, frame)});
  }
  Html more;
  if (view.more > 0) {
    more =
        element("p", {attr("class", "govuk-body hb-hint")},
                text(fmt::format("{} more are shown when some of these are settled.", view.more)));
  }
  return table(list) + more;
}

Html years(const DifferencesView& view) {
  Html links = link(fmt::format("/reconcile/differences?year={}", view.year - 1), "Year before");
  if (!view.is_this_year) links += link("/reconcile/differences", "This year");
  links += link("/settings/import", "Import marks");
  links += link("/reconcile", "Reconcile");
  return element("nav", {attr("class", "hb-days"), attr("aria-label", "Years")}, links);
}

Html headline_of(const DifferencesView& view) {
  const std::string year = fmt::format("school year {}/{:02}", view.year, (view.year + 1) % 100);
  return element("div", {attr("class", "hb-headline")},
                 element("h1", {attr("class", "govuk-heading-l hb-title")},
                         text("Differences ") +
                             element("span", {attr("class", "hb-title__date")}, text(year))) +
                     years(view));
}

}  // namespace

Html differences_page(const DifferencesView& view, PageFrame frame) {
  frame.title = "Differences";
  frame.path = "/reconcile";
  const std::string other =
      view.other.empty() ? "the other register" : view.other + ", which is the legal register";
  const auto hint = element(
      "p", {attr("class", "govuk-body hb-hint")},
      text(fmt::format("Each line stays until both say the same: enter here what {} says, or put "
                       "that one right and import its marks again. Nothing is overwritten.",
                       other)));
  return page(frame, join({headline_of(view), hint,
                           element("section",
                                   {attr("id", "differences"), attr("class", "hb-part"),
                                    attr("aria-label", "Differences")},
                                   list_of(view, frame))}));
}

}  // namespace handbell::office
