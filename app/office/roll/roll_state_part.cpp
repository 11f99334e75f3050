#include "app/office/roll/roll_state_part.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

Html doors_alert(const RollView& view) {
  if (view.doors.empty()) return {};
  const std::string more = view.call == 0 ? " Begin the roll call." : "";
  return element("p", {attr("class", "hb-roll__doors"), attr("role", "alert")},
                 text(fmt::format("The doors say \"Leave the building\" {}.{}", view.doors, more)));
}

Html begin_form(const RollView& view, const PageFrame& frame) {
  const auto drill = post_form("/roll-call/begin", frame.token,
                               hidden_field("kind", "drill") + button("Begin a drill", "secondary"),
                               {attr("class", "hb-roll__begin")});
  const std::string words =
      view.doors.empty()
          ? "Every door's screen will say \"Leave the building\" until the roll call ends."
          : "The doors say \"Leave the building\" already, until the roll call ends.";
  const auto sure = post_form("/roll-call/begin", frame.token,
                              join({hidden_field("kind", "real"), hidden_field("sure", "1"),
                                    paragraph(words), button("Begin it now", "warning")}),
                              {attr("class", "hb-roll__begin")});
  const auto summary =
      element("summary", {attr("class", "govuk-button govuk-button--warning hb-roll__open")},
              text("Begin a real roll call"));
  const auto real = element("details", {attr("class", "hb-roll__real"), attr("id", "begin-real")},
                            summary + sure);
  return element("div", {attr("class", "hb-roll__begins"), attr("id", "roll-begins")},
                 drill + real);
}

Html end_form(const RollView& view, const PageFrame& frame) {
  const int missing = view.wanted - view.seen;
  std::string words = missing == 0   ? "Everybody was seen."
                      : missing == 1 ? "1 child was not seen. Ending the roll call stops looking."
                                     : fmt::format(
                                           "{} children were not seen. Ending the roll call stops "
                                           "looking.",
                                           missing);
  if (!view.doors.empty() && view.real) words += " The doors will be as before.";
  const auto inside = join({hidden_field("call", std::to_string(view.call)),
                            hidden_field("missing", std::to_string(missing)), paragraph(words),
                            button("End it now", "warning")});
  const auto summary =
      element("summary", {attr("class", "govuk-button govuk-button--secondary hb-roll__open")},
              text("End the roll call"));
  return element("details", {attr("class", "hb-roll__end"), attr("id", "end")},
                 summary + post_form("/roll-call/end", frame.token, inside));
}

Html figures(const RollView& view) {
  const auto count = [](std::string_view id, int figure, std::string_view words) {
    return element("p", {attr("class", "hb-roll__count")},
                   element("strong", {attr("id", id)}, text(std::to_string(figure))) +
                       text(" " + std::string(words)));
  };
  Html all = count("roll-wanted", view.wanted, "have to stand here");
  if (view.call != 0) {
    all += count("roll-seen", view.seen, "seen") +
           count("roll-not-seen", view.wanted - view.seen, "not seen yet");
  }
  return element("div", {attr("class", "hb-roll__counts")}, all);
}

}  // namespace

Html roll_state(const RollView& view, const PageFrame& frame) {
  Html inside = doors_alert(view) + figures(view);
  if (view.call == 0) {
    const std::string last = view.last.empty() ? "No roll call runs." : view.last;
    inside += paragraph(last) + begin_form(view, frame);
  } else {
    const std::string kind = view.real ? "REAL ROLL CALL" : "Drill";
    inside += element("p", {attr("class", "hb-roll__running")},
                      element("strong", text(kind)) + text(". " + view.begun + "."));
    inside += end_form(view, frame);
  }
  return element("section",
                 {attr("id", "roll-state"), attr("class", "hb-part hb-roll__state"),
                  attr("aria-label", "State"), attr("data-live", "1"),
                  attr("data-call", std::to_string(view.call))},
                 inside);
}

Html roll_missing(const RollView& view) {
  Html rows;
  for (const auto& one : view.classes) {
    for (const auto& row : one.in) {
      if (row.ticked) continue;
      const std::string where = one.name.empty() ? "no class" : one.name;
      rows += element("li", link("#here-" + row.id, row.name) + text(" " + where));
    }
  }
  Attributes all{attr("id", "roll-missing"), attr("class", "hb-part hb-roll__missing"),
                 attr("aria-labelledby", "missing-heading"), attr("data-live", "1")};
  const bool shown = view.call != 0 && view.seen > 0 && view.seen < view.wanted;
  if (!shown) all.push_back(flag("hidden"));
  const auto inside = heading("Not seen yet", 2, "missing-heading") +
                      element("ul", {attr("id", "missing-list")}, rows);
  return element("section", all, inside);
}

}  // namespace handbell::office
