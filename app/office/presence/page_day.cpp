#include "app/office/presence/page_day.h"

#include "app/office/presence/page_presence.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

Html day_headline(const PresenceDayView& view) {
  Html links = link("/presence/day?on=" + view.previous, "Day before");
  if (!view.next.empty()) links += link("/presence/day?on=" + view.next, "Day after");
  links += link("/presence", "Presence");
  return element("div", {attr("class", "hb-headline")},
                 element("h1", {attr("class", "govuk-heading-l hb-title")},
                         text("The day's movements ") +
                             element("span", {attr("class", "hb-title__date")}, text(view.date))) +
                     element("nav", {attr("class", "hb-days"), attr("aria-label", "Days")}, links));
}

Html collected_fields(const PresenceDayView& view, const PageFrame& frame) {
  Field time;
  time.name = "time";
  time.label = "Collected at";
  time.value = view.time;
  time.error = frame.errors.of("time");
  time.type = "time";
  if (view.is_today) time.hint = "Empty: now.";
  Field with;
  with.name = "with";
  with.label = "By whom";
  with.hint = "The adult's full name. May stay empty where nobody is listed for the child.";
  with.value = view.with;
  with.error = frame.errors.of("with");
  with.longest = 80;
  with.width = "20";
  return element("div", {attr("class", "hb-filter")}, input_field(time) + input_field(with));
}

Html here_item(const PresenceDayView& view, const CloseLine& line) {
  const std::string address = fmt::format("/presence/child?pupil={}&on={}", line.pupil, view.day);
  const auto name =
      element("a", {attr("class", "govuk-link hb-name"), url("href", address)}, text(line.name));
  const auto who =
      join({name, text(" "),
            element("span", {attr("class", "hb-people__class")}, text(line.class_name))});
  const auto note = element("span", {attr("class", "hb-note")},
                            text(line.evidence.empty() ? "" : line.evidence + "."));
  Html lists;
  if (line.alone) {
    lists += element("span", {attr("class", "hb-note hb-note--urgent")},
                     text("Not everybody may collect this child."));
  }
  if (!line.may_collect.empty()) {
    lists += element("span", {attr("class", "hb-note")}, text("May collect: " + line.may_collect));
  }
  lists += may_not_note(line.may_not);
  Html collected;
  if (view.may_tell && line.alone) {
    collected = element("a",
                        {attr("class", "govuk-button govuk-button--secondary hb-row-button"),
                         url("href", address + "#left"), attr("id", "collected-" + line.pupil)},
                        text("Was collected: by itself") + spoken_only(": " + line.name));
  } else if (view.may_tell) {
    collected = element("button",
                        {attr("class", "govuk-button govuk-button--secondary hb-row-button"),
                         attr("type", "submit"), attr("name", "pupil"), attr("value", line.pupil),
                         attr("id", "collected-" + line.pupil), attr("form", "collected")},
                        text("Was collected") + spoken_only(": " + line.name));
  }
  return element("li", {attr("class", "hb-where__item hb-where__item--at-door")},
                 join({element("div", {attr("class", "hb-where__who")}, who),
                       element("div", {attr("class", "hb-where__place")},
                               join({text(line.where + "."), note, lists})),
                       collected}));
}

Html here_part(const PresenceDayView& view) {
  if (view.here.empty()) {
    const std::string calmly = view.closed ? "The close put nobody out: everybody had left."
                               : view.late ? "Everybody has left."
                                           : "From 16:00, whoever is still here is named here.";
    return live_part("here", view.closed ? "Put out by the close" : "Still here", 0, calm(calmly));
  }
  Html items;
  for (const auto& line : view.here) items += here_item(view, line);
  const std::string words =
      view.closed ? fmt::format(
                        "At {} presence closed the day, and nobody had said that these "
                        "children left. Make sure of each.",
                        view.closes_at)
                  : fmt::format("At {} the day closes.", view.closes_at);
  return live_part(
      "here", view.closed ? "Put out by the close" : "Still here", view.here.size(),
      paragraph(words) + element("ul", {attr("class", "hb-where"), attr("role", "list")}, items));
}

/// Its buttons stand in the list, which follows what happens: what is typed here stays.
Html collected_form(const PresenceDayView& view, const PageFrame& frame) {
  if (view.here.empty() || !view.may_tell) return {};
  return post_form("/presence/day", frame.token,
                   hidden_field("day", view.day) + collected_fields(view, frame),
                   {attr("id", "collected"), attr("class", "hb-part")});
}

Html log_item(const PresenceDayView& view, const LogLine& line, const PageFrame& frame) {
  Html what = link(line.address, line.what);
  if (line.taken_back) {
    what = element("s", what) + element("span", {attr("class", "hb-note")}, text("Taken back."));
  }
  Html undo;
  if (line.may_undo) {
    const auto words = text("Take back") + spoken_only(": " + line.what);
    undo = post_form(
        "/presence/undo", frame.token,
        join({hidden_field("day", view.day), hidden_field("entry", line.entry),
              element("button",
                      {attr("class", "govuk-button govuk-button--secondary hb-row-button"),
                       attr("type", "submit"), attr("id", "undo-" + line.entry)},
                      words)}));
  }
  return element("li", {attr("class", "hb-where__item")},
                 join({element("div", {attr("class", "hb-where__who")},
                               element("strong", text(line.time)) + text(" " + line.by)),
                       element("div", {attr("class", "hb-where__place")}, what), undo}));
}

Html log_part(const PresenceDayView& view, const PageFrame& frame) {
  if (view.log.empty()) return live_part("log", "Told by people", 0, calm("Nothing so far."));
  Html items;
  for (const auto& line : view.log) items += log_item(view, line, frame);
  return live_part("log", "Told by people", view.log.size(),
                   element("ul", {attr("class", "hb-where"), attr("role", "list")}, items));
}

}  // namespace

Html presence_day_page(const PresenceDayView& view, PageFrame frame) {
  frame.title = "The day's movements";
  frame.path = "/presence";
  const Html live = view.is_today ? live_page() : Html();
  return page(frame, join({day_headline(view), live, collected_form(view, frame), here_part(view),
                           log_part(view, frame)}));
}

}  // namespace handbell::office
