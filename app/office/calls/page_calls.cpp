#include "app/office/calls/page_calls.h"

#include "app/office/calls/absence_part.h"
#include "app/office/calls/call_card.h"
#include "app/office/calls/call_parts.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

std::string count_children(int count) {
  return count == 1 ? "1 child" : fmt::format("{} children", count);
}

std::string state_words(const CallsView& view) {
  if (!view.school) return "There is no school today: nobody is rung.";
  if (view.begun) {
    return view.children.empty() && view.classes.empty() && view.unseen.empty()
               ? "Nobody has to be rung."
               : "Classes first, then children from top to bottom. The list follows what happens.";
  }
  return fmt::format(
      "The list begins at {}. So far it would name {} of classes that have sent "
      "their register; children who come until then are not rung about.",
      view.begins, count_children(view.so_far));
}

Html headline(const CallsView& view) {
  return element("div", {attr("class", "hb-headline")},
                 element("h1", {attr("class", "govuk-heading-l hb-title")},
                         text("Calls ") +
                             element("span", {attr("class", "hb-title__date")}, text(view.date))));
}

Html class_buttons(const SilentClass& line, const PageFrame& frame) {
  const auto press = [&](std::string_view words, std::string_view result) {
    return small_button(text(words) + unseen_words(": " + line.class_name),
                        fmt::format("{}-{}", line.key, result), "result", result);
  };
  return post_form(
      "/calls/class", frame.token,
      join({hidden_field("class", line.class_name), press("Class answered", "class_answered"),
            press("No answer", "no_answer")}));
}

Html classes_part(const CallsView& view, const PageFrame& frame) {
  if (view.classes.empty()) return {};
  Html lines;
  for (const auto& line : view.classes) {
    Html known = call_note("The register has not been sent.") + call_note(line.calls);
    if (view.may_write) {
      known += element("p", {attr("class", "hb-call__note")},
                       link(line.address, "Take it by telephone"));
    }
    lines += call_line(element("strong", text("Ring " + line.class_name)), known,
                       view.may_write ? class_buttons(line, frame) : Html(), false);
  }
  return call_section("classes", "Classes to ring first", view.classes.size(), call_lines(lines));
}

Html missing_form(const MissingOfClass& line, const PageFrame& frame) {
  Field children;
  children.name = line.key;
  children.label =
      fmt::format("{} {}. Without a mark, an arrival or a reason:", line.class_name, line.answered);
  std::vector<std::string> all;
  for (const auto& child : line.children) all.push_back(child.value);
  auto box = checkbox_field(children, line.children, all);
  const auto press =
      element("button",
              {attr("class", "govuk-button govuk-button--secondary hb-row-button"),
               attr("type", "submit"), attr("id", line.key + "-mark")},
              text("Mark N, reason not yet known") + unseen_words(" in " + line.class_name));
  return element("li", {attr("class", "hb-call__missing")},
                 post_form("/calls/missing", frame.token,
                           join({hidden_field("class", line.class_name),
                                 hidden_field("key", line.key), box, press})));
}

Html missing_part(const CallsView& view, const PageFrame& frame) {
  if (view.missing.empty() || !view.may_write) return {};
  Html lines;
  std::size_t count = 0;
  for (const auto& line : view.missing) {
    lines += missing_form(line, frame);
    count += line.children.size();
  }
  return call_section("missing", "Missing, without a mark", count, call_lines(lines));
}

Html seen_button(const DoorChild& child, const PageFrame& frame) {
  return post_form("/calls/seen", frame.token,
                   hidden_field("pupil", child.pupil) +
                       small_button(text("Seen") + unseen_words(": " + child.name),
                                    "seen-" + child.pupil, "", ""));
}

Html door_part(const CallsView& view, const PageFrame& frame, bool red) {
  const auto& children = red ? view.unseen : view.waiting;
  if (children.empty()) return {};
  Html lines;
  for (const auto& child : children) {
    const auto since =
        child.since.empty() ? "at a time that is not known yet" : "since " + child.since;
    lines += call_line(child_words(child.pupil, child.name, child.class_name),
                       call_note(fmt::format("At the door {}.", since), red ? "red" : ""),
                       view.may_write ? seen_button(child, frame) : Html(), red);
  }
  return call_section(red ? "unseen" : "waiting",
                      red ? "Came to the door, seen by nobody: look for the child"
                          : "At the door, on the way to class",
                      children.size(), call_lines(lines));
}

Html children_part(const CallsView& view, const PageFrame& frame) {
  Html cards;
  for (const auto& child : view.children) cards += call_card(view, child, frame);
  const auto inside = view.children.empty()
                          ? calm(view.begun ? "No child has to be rung about."
                                            : "Nobody is rung before " + view.begins + ".")
                          : element("ul", {attr("class", "hb-calls"), attr("role", "list")}, cards);
  return call_section("children", "Children to ring about", view.children.size(), inside);
}

Html undo_call(const CallsView& view, const CallLogLine& line, const PageFrame& frame) {
  if (!line.back.empty()) return text(line.back);
  if (!view.may_write) return {};
  return post_form(
      "/calls/undo", frame.token,
      hidden_field("entry", line.entry) +
          small_button(text("Undo") + unseen_words(fmt::format(": {} at {}", line.about, line.at)),
                       "undo-call-" + line.entry, "", ""));
}

Html log_part(const CallsView& view, const PageFrame& frame) {
  if (view.log.empty()) return call_section("log", "Calls of today", 0, calm("None so far."));
  Table list{"Newest first", {"About", "At", "Whom", "What came of it", "By", "Undo"}, {}, false};
  for (const auto& line : view.log) {
    const auto about =
        text(line.about) + element("span", {attr("class", "hb-note")}, text(line.class_name));
    list.rows.push_back({line.class_name.empty() ? text(line.about) : about, text(line.at),
                         text(line.whom), text(line.result), text(line.by),
                         undo_call(view, line, frame)});
  }
  return call_section("log", "Calls of today", view.log.size(), table(list));
}

Html live_part(std::string_view id, std::string_view look, const Html& inside) {
  return element("div", {attr("id", id), attr("class", look), attr("data-live", "")}, inside);
}

}  // namespace

Html calls_page(const CallsView& view, PageFrame frame) {
  frame.title = "Calls";
  frame.path = "/calls";
  const auto state = element("p", {attr("class", "govuk-body hb-hint")}, text(state_words(view)));
  const auto list = join({state, classes_part(view, frame), missing_part(view, frame),
                          door_part(view, frame, true), children_part(view, frame),
                          door_part(view, frame, false)});
  const auto known = join({still_away_part(view, frame), reasons_part(view, frame)});
  const auto columns =
      element("div", {attr("class", "hb-columns")},
              live_part("calls-list", "hb-columns__wide", list) +
                  element("aside",
                          {attr("id", "calls-known"), attr("class", "hb-columns__narrow"),
                           attr("data-live", ""), attr("aria-label", "Known reasons")},
                          known));
  return page(frame, join({live_page(), headline(view), columns,
                           live_part("calls-log", "hb-calls__log", log_part(view, frame))}));
}

}  // namespace handbell::office
