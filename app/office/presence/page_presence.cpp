#include "app/office/presence/page_presence.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

Html presence_headline(const PresenceView& view) {
  Html links = link("/presence?on=" + view.previous, "Day before");
  if (!view.next.empty()) links += link("/presence?on=" + view.next, "Day after");
  if (!view.is_now) links += link("/presence", "Now");
  const std::string when = fmt::format("{} at {}", view.date, view.time);
  return element(
      "div", {attr("class", "hb-headline")},
      element("h1", {attr("class", "govuk-heading-l hb-title")},
              text("Presence ") + element("span",
                                          {attr("class", "hb-title__date"),
                                           attr("id", "presence-when"), flag("data-live")},
                                          text(when))) +
          element("nav", {attr("class", "hb-days"), attr("aria-label", "Days")}, links));
}

Html way_button(std::string_view address, std::string_view words, std::string_view look) {
  return element("a", {attr("class", fmt::format("govuk-button{}", look)), url("href", address)},
                 text(words));
}

Html ways_on(const PresenceView& view) {
  Html inside;
  if (view.may_move) inside += way_button("/presence/group", "Group in or out", "");
  const std::string on = view.is_today ? "" : "?on=" + view.day;
  inside += way_button("/presence/day" + on, "The day: log and close", " govuk-button--secondary");
  return element("div", {attr("class", "hb-ways")}, inside);
}

std::string query_of(const PresenceView& view) {
  std::string query;
  if (!view.is_today) query += "&on=" + view.day;
  if (!view.is_now) query += "&at=" + view.time;
  return query;
}

Html count_tiles(const PresenceView& view) {
  Html tiles;
  for (const auto& count : view.counts) {
    const std::string look = count.children == 0 ? "none" : "plain";
    const auto inside =
        element("span", {attr("class", "hb-tile__figure")}, text(std::to_string(count.children))) +
        element("span", {attr("class", "hb-tile__label")}, text(count.name));
    const std::string address = fmt::format("/presence?place={}{}", count.key, query_of(view));
    tiles += element(
        "li", {attr("class", "hb-tiles__item")},
        element("a", {attr("class", "hb-tile hb-tile--" + look), url("href", address)}, inside));
  }
  return element("ul",
                 {attr("class", "hb-tiles"), attr("id", "presence-counts"), attr("role", "list"),
                  flag("data-live")},
                 tiles);
}

Html small(std::string_view words, bool urgent = false) {
  if (words.empty()) return {};
  return element("span", {attr("class", urgent ? "hb-note hb-note--urgent" : "hb-note")},
                 text(words));
}

Html child_link(const PresenceView& view, const PlaceLine& line) {
  std::string address = "/presence/child?pupil=" + line.pupil;
  if (!view.is_today) address += "&on=" + view.day;
  return element("a", {attr("class", "govuk-link hb-name"), url("href", address)}, text(line.name));
}

Html child_item(const PresenceView& view, const PlaceLine& line) {
  const std::string place = line.where + (line.company.empty() ? "" : ", " + line.company) + ".";
  const auto who =
      join({child_link(view, line), text(" "),
            element("span", {attr("class", "hb-people__class")}, text(line.class_name))});
  return element(
      "li", {attr("class", fmt::format("hb-where__item hb-where__item--{}", line.look))},
      join({element("div", {attr("class", "hb-where__who")}, who),
            element("div", {attr("class", "hb-where__place")},
                    join({text(place), small(line.alert.empty() ? "" : line.alert + ".", true),
                          small(line.evidence.empty() ? "" : line.evidence + ".")}))}));
}

Html child_items(const PresenceView& view, const std::vector<PlaceLine>& lines) {
  Html items;
  for (const auto& line : lines) items += child_item(view, line);
  return element("ul", {attr("class", "hb-where"), attr("role", "list")}, items);
}

Html look_for_part(const PresenceView& view) {
  const auto inside =
      view.look_for.empty() ? calm("Nobody is in doubt.") : child_items(view, view.look_for);
  return live_part("look-for", "Look for these children", view.look_for.size(), inside);
}

Html class_table(const PresenceView& view) {
  Table list{"How many children of each class are where", {"Class", "Children"}, {}, false};
  for (const auto& count : view.counts) list.columns.push_back(count.name);
  for (const auto& each : view.classes) {
    std::vector<Html> row{link(each.address, each.name), text(std::to_string(each.children))};
    for (const int children : each.at) {
      row.push_back(children == 0 ? element("span", {attr("class", "hb-none")}, text("0"))
                                  : element("strong", text(std::to_string(children))));
    }
    list.rows.push_back(std::move(row));
  }
  return live_part("classes", "By class", view.classes.size(), table(list));
}

Html choice_form(const PresenceView& view, const PageFrame& frame) {
  Field day;
  day.name = "on";
  day.label = "Day";
  day.value = view.day;
  day.type = "date";
  Field at;
  at.name = "at";
  at.label = "Time";
  at.value = view.typed_at;
  at.error = frame.errors.of("at");
  at.type = "time";
  Field of_class;
  of_class.name = "class";
  of_class.label = "Class";
  of_class.value = view.class_name;
  Field place;
  place.name = "place";
  place.label = "Where";
  place.value = view.place;
  return question_form("/presence",
                       element("div", {attr("class", "hb-filter")},
                               join({select_field(of_class, view.class_choices),
                                     select_field(place, view.place_choices), input_field(day),
                                     input_field(at), button("Show", "secondary")})));
}

Html name_form(const PresenceView& view, const PageFrame& frame) {
  Field name;
  name.name = "name";
  name.label = "Name";
  name.value = view.name;
  name.error = frame.errors.of("name");
  name.type = "search";
  name.width = "20";
  const Html day = view.is_today ? Html() : hidden_field("on", view.day);
  const Html at = view.is_now ? Html() : hidden_field("at", view.time);
  return post_form("/presence", frame.token,
                   element("div", {attr("class", "hb-filter")},
                           join({day, at, input_field(name), button("Find", "secondary")})),
                   {attr("role", "search")});
}

Html children_part(const PresenceView& view) {
  return live_part(
      "children", "Children", view.children.size(),
      view.children.empty() ? calm("No child is there.") : child_items(view, view.children));
}

}  // namespace

Html live_part(std::string_view id, std::string_view title, std::size_t count, const Html& inside) {
  const std::string head = std::string(id) + "-heading";
  const auto number = element("span", {attr("class", "hb-count")}, text(std::to_string(count)));
  return element(
      "section",
      {attr("id", id), attr("class", "hb-part"), attr("aria-labelledby", head), flag("data-live")},
      element("h2", {attr("class", "govuk-heading-m"), attr("id", head)},
              join({text(title), text(" "), number})) +
          inside);
}

Html may_not_note(const std::string& adults) {
  if (adults.empty()) return {};
  // The blank parts it from what stands before it where the line is read aloud.
  return text(" ") + element("span", {attr("class", "hb-note hb-note--urgent")},
                             text("May not collect: " + adults));
}

Html spoken_only(std::string_view words) {
  return element("span", {attr("class", "govuk-visually-hidden")}, text(words));
}

Html presence_page(const PresenceView& view, PageFrame frame) {
  frame.title = "Presence";
  frame.path = "/presence";
  // A list that was asked for by name is not fetched again: the name stands in no address.
  const Html live = view.is_now && view.name.empty() ? live_page() : Html();
  const auto choice =
      element("section", {attr("class", "hb-part hb-choose"), attr("aria-label", "What to show")},
              choice_form(view, frame) + name_form(view, frame));
  return page(frame, join({presence_headline(view), live, ways_on(view), count_tiles(view),
                           look_for_part(view), class_table(view), choice, children_part(view)}));
}

}  // namespace handbell::office
