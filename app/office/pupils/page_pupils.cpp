#include "app/office/pupils/page_pupils.h"

namespace handbell::office {

Html pupil_link(const std::string& id, const std::string& name) {
  return link("/pupils/one?pupil=" + id, name);
}

namespace {

Html search_form(const SearchView& view, const PageFrame& frame) {
  Field name;
  name.name = "name";
  name.label = "Name, UPN or admission number";
  name.hint = "A part is enough; accents and small mistakes do not matter.";
  name.value = view.typed;
  name.error = frame.errors.of("name");
  name.type = "search";
  name.width = "20";
  return post_form("/pupils", frame.token, input_field(name) + button("Find"),
                   {attr("role", "search"), attr("class", "hb-search")});
}

Html found_table(const SearchView& view) {
  Table list{
      view.class_name.empty() ? "Found" : view.class_name, {"Child", "Class", "Year"}, {}, true};
  for (const auto& pupil : view.found) {
    Html name = pupil_link(pupil.id, pupil.name);
    if (!pupil.left.empty()) name += text(" ") + tag(pupil.left, "grey");
    list.rows.push_back({name, text(pupil.class_name), text(pupil.year_group)});
  }
  return table(list);
}

Html results(const SearchView& view) {
  if (!view.searched && view.class_name.empty()) return {};
  if (view.found.empty()) {
    return calm("Nobody was found. Try the surname alone, or choose the class below.");
  }
  Html inside = found_table(view);
  if (view.more) inside += paragraph("There are more: type more of the name.");
  return part("found", view.class_name.empty() ? "Found" : view.class_name, inside);
}

Html class_list(const SearchView& view) {
  Html lines;
  for (const auto& [name, count] : view.classes) {
    const auto to =
        element("button", {attr("class", "hb-choice"), attr("name", "class"), attr("value", name)},
                text(name) + text(" ") +
                    element("span", {attr("class", "hb-count")}, text(std::to_string(count))));
    lines += element("li", to);
  }
  return element("ul", {attr("class", "hb-choices"), attr("role", "list")}, lines);
}

Html classes(const SearchView& view, const PageFrame& frame) {
  if (view.classes.empty()) return calm("No class is yours: ask the office to enter it.");
  return part("classes", "By class", post_form("/pupils", frame.token, class_list(view)));
}

}  // namespace

Html search_page(const SearchView& view, PageFrame frame) {
  frame.title = "Pupils";
  frame.path = "/pupils";
  return page(frame, join({heading("Pupils", 1), search_form(view, frame), results(view),
                           classes(view, frame)}));
}

}  // namespace handbell::office
