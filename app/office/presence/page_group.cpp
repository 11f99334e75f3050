#include "app/office/presence/page_group.h"

#include "app/office/presence/page_presence.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

Html group_headline(std::string_view title, std::string_view back, std::string_view back_words) {
  const auto head = element("h1", {attr("class", "govuk-heading-l hb-title")}, text(title));
  const auto ways = element("nav", {attr("class", "hb-days"), attr("aria-label", "Back")},
                            link(back, back_words));
  return element("div", {attr("class", "hb-headline")}, head + ways);
}

Html link_list(const std::vector<ListLink>& links) {
  Html items;
  for (const auto& each : links) {
    const Html hint = each.hint.empty()
                          ? Html()
                          : element("span", {attr("class", "hb-way-list__hint")}, text(each.hint));
    items +=
        element("li", element("a", {attr("class", "hb-way-list__link"), url("href", each.address)},
                              element("strong", text(each.words)) + hint));
  }
  return element("ul", {attr("class", "hb-way-list"), attr("role", "list")}, items);
}

Html classes_form(const GroupChooseView& view) {
  Field field;
  field.name = "class";
  field.label = view.by_class ? "Which classes?" : "Choose from the children of these classes";
  std::vector<Choice> choices;
  for (const auto& name : view.classes) choices.push_back({name, name});
  return question_form("/presence/group",
                       join({hidden_field("do", view.way), checkbox_field(field, choices, {}),
                             button("Show the list")}));
}

Html classes_of_way(const GroupChooseView& view) {
  if (view.returns) return {};
  const auto inside = view.classes.empty() ? calm("No class is yours: ask the office to add you.")
                                           : classes_form(view);
  return part("by-class", view.by_class ? "By class" : "Another group", inside);
}

Html saved_of_way(const GroupChooseView& view) {
  if (!view.saved.empty()) {
    return part("groups", view.returns ? "Who is out" : "A group that moved before",
                link_list(view.saved));
  }
  return view.returns ? calm("Nobody left so today, or all of them are back.") : Html();
}

Html which_group(const GroupChooseView& view) {
  return element(
      "div", {attr("class", "hb-way-columns")},
      part("ways-in", "In", link_list(view.in)) + part("ways-out", "Out", link_list(view.out)));
}

// --- ticking ---

Html tick_item(const TickLine& line) {
  const std::string id = "tick-" + line.id;
  Attributes input{attr("class", "hb-tick__input"), attr("type", "checkbox"), attr("id", id),
                   attr("name", "tick"), attr("value", line.id)};
  if (line.likely) input.push_back(flag("data-likely"));
  if (line.ticked) input.push_back(flag("checked"));
  const auto words =
      join({element("span", {attr("class", "hb-tick__name")}, text(line.name)), text(" "),
            element("span", {attr("class", "hb-tick__about")},
                    text(line.class_name + ". " + line.where + ".")),
            may_not_note(line.may_not)});
  return element("li", {attr("class", "hb-tick")},
                 lone("input", input) +
                     element("label", {attr("class", "hb-tick__label"), attr("for", id)}, words));
}

Html tick_list(const GroupTickView& view, bool likely) {
  Html items;
  for (const auto& line : view.lines) {
    if (line.likely == likely && !line.alone) items += tick_item(line);
  }
  if (items.empty()) return {};
  Html head;
  if (!likely) {
    head = element("h2", {attr("class", "govuk-heading-s hb-ticks__others")},
                   text(view.out ? "Not in school, as far as we know" : "In school already"));
  }
  return head + element("ul", {attr("class", "hb-ticks__list"), attr("role", "list")}, items);
}

/// Whom not everybody may collect: no tick lets such a child go.
Html alone_list(const GroupTickView& view) {
  Html items;
  for (const auto& line : view.lines) {
    if (!line.alone) continue;
    Html way;
    if (line.likely) {
      way = element("a",
                    {attr("class", "govuk-button govuk-button--secondary hb-row-button"),
                     url("href", fmt::format("/presence/child?pupil={}#left", line.id))},
                    text("Answer by itself") + spoken_only(": " + line.name));
    }
    const auto who =
        join({element("strong", text(line.name)), text(" "),
              element("span", {attr("class", "hb-people__class")}, text(line.class_name))});
    items += element("li", {attr("class", "hb-where__item hb-where__item--doubt")},
                     join({element("div", {attr("class", "hb-where__who")}, who),
                           element("div", {attr("class", "hb-where__place")},
                                   text(line.where + ".") + may_not_note(line.may_not)),
                           way}));
  }
  if (items.empty()) return {};
  return element(
      "section",
      {attr("class", "hb-part"), attr("id", "alone"), attr("aria-labelledby", "alone-heading")},
      element("h2", {attr("class", "govuk-heading-s"), attr("id", "alone-heading")},
              text("Each by itself: not everybody may collect")) +
          element("ul", {attr("class", "hb-where"), attr("role", "list")}, items));
}

Html fill_button(const std::string& value, const std::string& words) {
  return element("button",
                 {attr("class", "govuk-button govuk-button--secondary hb-ticks__fill"),
                  attr("type", "submit"), attr("name", "fill"), attr("value", value),
                  attr("data-fill", value), url("formaction", "/presence/ticks")},
                 text(words));
}

Html ticks_error(const PageFrame& frame) {
  const std::string words = frame.errors.of("ticks");
  if (words.empty()) return {};
  return element("p", {attr("class", "govuk-error-message")}, spoken_only("Error: ") + text(words));
}

Html ticks(const GroupTickView& view, const PageFrame& frame) {
  const std::string all = view.returns ? "All are back"
                          : view.out   ? "All who are in"
                                       : "All who are on the list";
  const auto legend = element("legend", {attr("class", "govuk-fieldset__legend hb-ticks__legend")},
                              text(view.out ? "Who leaves? Tick each child whom you see go"
                                            : "Who is here? Tick each child whom you see"));
  const auto tally = element(
      "p", {attr("class", "hb-ticks__tally"), attr("id", "tick-tally"), attr("role", "status")},
      {});
  return element("fieldset", {attr("class", "govuk-fieldset hb-ticks"), attr("id", "ticks")},
                 join({legend, ticks_error(frame),
                       element("div", {attr("class", "hb-ticks__fills")},
                               fill_button("likely", all) + fill_button("none", "Nobody")),
                       tick_list(view, true), tick_list(view, false), tally}));
}

Field group_field(const PageFrame& frame, const std::string& name, const std::string& label,
                  const std::string& value) {
  Field field;
  field.name = name;
  field.label = label;
  field.value = value;
  field.error = frame.errors.of(name);
  field.longest = 80;
  field.width = "20";
  return field;
}

Html name_of_group(const GroupTickView& view, const PageFrame& frame) {
  if (view.returns) return {};
  Field name = group_field(frame, "name", "Name of the group", view.name);
  name.hint = "It is offered by this name next time: Museum, Taxi 4.";
  return input_field(name);
}

Html belongs_field(const GroupTickView& view) {
  if (view.returns) return {};
  Field field;
  field.name = "belongs";
  field.label = "Who belongs to the group?";
  field.value = view.belongs;
  const std::string all =
      view.from.empty() ? "Everybody on this list" : "As last time, and whom I tick";
  return radio_field(field, {{"all", all, "Who is not ticked is named afterwards."},
                             {"ticked", "Only those whom I tick"}});
}

Html about_group(const GroupTickView& view, const PageFrame& frame) {
  Field adult = group_field(frame, "in-charge",
                            view.trip ? "Adult in charge" : "Adult with them (may stay empty)",
                            view.in_charge);
  Field time = group_field(frame, "time", "Time", view.time);
  time.hint = "Empty: now.";
  time.type = "time";
  time.width = "5";
  Html inside = name_of_group(view, frame) + input_field(adult);
  Html times = input_field(time);
  if (view.asks_back_by) {
    Field back = group_field(frame, "back-by", "Back by", view.back_by);
    back.hint = "May stay empty.";
    back.type = "time";
    back.width = "5";
    times += input_field(back);
  }
  inside += element("div", {attr("class", "hb-filter")}, times);
  return inside + belongs_field(view);
}

Html hidden_of_list(const GroupTickView& view) {
  Html inside = hidden_field("do", view.way);
  if (!view.from.empty()) inside += hidden_field("from", view.from);
  for (const auto& name : view.classes) inside += hidden_field("class", name);
  return inside;
}

Html tick_form(const GroupTickView& view, const PageFrame& frame) {
  const std::string done = view.returns ? "They are back"
                           : view.out   ? "They left"
                                        : "They are here";
  // The key Enter does this, not the first of the buttons in the list.
  const auto enter = element("button",
                             {attr("class", "govuk-visually-hidden"), attr("type", "submit"),
                              attr("tabindex", "-1"), attr("aria-hidden", "true")},
                             text(done));
  const auto inside =
      join({enter, hidden_of_list(view), ticks(view, frame), about_group(view, frame),
            element("div", {attr("class", "hb-ticks__send")}, button(done))});
  return post_form("/presence/group", frame.token, inside,
                   {attr("id", "group"), attr("class", "hb-part")});
}

Html add_class_form(const GroupTickView& view) {
  if (view.more.empty()) return {};
  Field field;
  field.name = "class";
  field.label = "Add the children of a class to the list";
  std::vector<Choice> choices;
  for (const auto& name : view.more) choices.push_back({name, name});
  // `class` twice: those who stand already, and this one. Its select has an id of its own.
  Html inside = hidden_of_list(view);
  inside += element("div", {attr("class", "hb-filter")},
                    select_field(field, choices) + button("Add", "secondary"));
  return element("div", {attr("class", "hb-part")}, question_form("/presence/group", inside));
}

// --- afterwards ---

Html moved_item(const GroupMovedView& view, const MovedChild& child) {
  const std::string address = fmt::format("/presence/child?pupil={}&on={}", child.id, view.day);
  const std::string look =
      child.left_behind ? "hb-where__item hb-where__item--doubt" : "hb-where__item";
  const auto who =
      element("div", {attr("class", "hb-where__who")},
              join({element("a", {attr("class", "govuk-link hb-name"), url("href", address)},
                            text(child.name)),
                    text(" "),
                    element("span", {attr("class", "hb-people__class")}, text(child.class_name))}));
  Html place = text(child.where + ".");
  if (child.left_behind) {
    place += element("span", {attr("class", "hb-note hb-note--urgent")}, text("Left behind?"));
  }
  return element("li", {attr("class", look)},
                 who + element("div", {attr("class", "hb-where__place")}, place));
}

Html moved_items(const GroupMovedView& view, const std::vector<MovedChild>& children) {
  Html items;
  for (const auto& child : children) items += moved_item(view, child);
  return element("ul", {attr("class", "hb-where"), attr("role", "list")}, items);
}

Html undo_of_group(const GroupMovedView& view, const PageFrame& frame) {
  if (view.taken_back) return calm("This was taken back: it does not count.");
  if (!view.may_undo) return {};
  return post_form("/presence/undo", frame.token,
                   join({hidden_field("day", view.day), hidden_field("entry", view.entry),
                         button("It was an error: take it back", "secondary")}));
}

}  // namespace

Html group_choose_page(const GroupChooseView& view, PageFrame frame) {
  frame.path = "/presence";
  if (view.way.empty()) {
    frame.title = "Group in or out";
    return page(frame,
                group_headline("Group in or out", "/presence", "Presence") + which_group(view));
  }
  frame.title = view.title;
  return page(frame, join({group_headline(view.title, "/presence/group", "Another kind of group"),
                           saved_of_way(view), classes_of_way(view)}));
}

Html group_tick_page(const GroupTickView& view, PageFrame frame) {
  frame.title = view.title;
  frame.path = "/presence";
  const std::string title = view.returns ? view.title + ": " + view.name : view.title;
  return page(frame, join({group_headline(title, "/presence/group?do=" + view.way, "Another list"),
                           alone_list(view), tick_form(view, frame), add_class_form(view)}));
}

Html group_moved_page(const GroupMovedView& view, PageFrame frame) {
  frame.title = view.title;
  frame.path = "/presence";
  Html on;
  if (!view.back_address.empty()) {
    on = element("p", {attr("class", "govuk-body")}, link(view.back_address, "They are back"));
  }
  const auto missed = view.not_ticked.empty() ? calm("Everybody on the list was ticked.")
                                              : moved_items(view, view.not_ticked);
  return page(
      frame,
      join({group_headline(view.title, "/presence", "Presence"), live_page(),
            element("p", {attr("class", "govuk-body")}, text(view.told)), on,
            live_part("not-ticked", "Not ticked", view.not_ticked.size(), missed),
            live_part("ticked", "Ticked", view.ticked.size(), moved_items(view, view.ticked)),
            undo_of_group(view, frame)}));
}

}  // namespace handbell::office
