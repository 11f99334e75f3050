#include "app/office/today/desk_search.h"

#include "app/base/text.h"
#include "app/net/message.h"
#include "app/office/page/child_name.h"
#include "app/register/pupil_search.h"

#include <algorithm>
#include <map>

namespace handbell::office {
namespace {

std::vector<const reg::PupilRecord*> children_of_class(const reg::School& school,
                                                       const std::string& class_name,
                                                       SchoolDay day) {
  std::vector<const reg::PupilRecord*> children;
  for (const auto& pupil : school.pupils) {
    if (pupil.class_name == class_name && pupil.on_roll(day)) children.push_back(&pupil);
  }
  std::ranges::sort(children, {}, [](const auto* each) {
    return std::pair(folded(each->surname.text()), folded(each->called().text()));
  });
  return children;
}

std::vector<const reg::PupilRecord*> asked_for(const Visit& visit, const reg::School& school,
                                               const DeskSearchView& view) {
  if (!view.class_name.empty()) {
    return children_of_class(school, view.class_name, visit.today);
  }
  auto found = reg::find_pupils(school, view.typed, visit.today);
  std::erase_if(found, [&](const auto* each) { return !each->on_roll(visit.today); });
  return found;
}

Html desk_search_form(const DeskSearchView& view, const PageFrame& frame) {
  Field name;
  name.name = "name";
  name.label = "Which child?";
  name.hint = "A part of the name is enough, or the admission number.";
  name.value = view.typed;
  name.error = frame.errors.of("name");
  name.type = "search";
  name.width = "20";
  return post_form(view.page + "/find", frame.token, input_field(name) + button("Find"),
                   {attr("role", "search"), attr("class", "hb-search")});
}

Html found_children(const DeskSearchView& view) {
  if (!view.searched && view.class_name.empty()) return {};
  if (view.found.empty()) {
    return calm("Nobody was found. Try the surname alone, or choose the class below.");
  }
  Table list{view.class_name.empty() ? "Found" : view.class_name,
             {"Child", "Class", "Meanwhile"},
             {},
             false};
  for (const auto& child : view.found) {
    list.rows.push_back({link(view.page + "?child=" + child.pupil, child.name),
                         text(child.class_name), text(child.where)});
  }
  Html inside = table(list);
  if (view.more) inside += paragraph("There are more: type more of the name.");
  return part("found", view.class_name.empty() ? "Found" : view.class_name, inside);
}

Html desk_classes(const DeskSearchView& view) {
  Html lines;
  for (const auto& [name, count] : view.classes) {
    lines += element("li", element("a",
                                   {attr("class", "hb-choice hb-choice--link"),
                                    url("href", view.page + "?class=" + net::encoded(name))},
                                   text(name) + text(" ") +
                                       element("span", {attr("class", "hb-count")},
                                               text(std::to_string(count)))));
  }
  if (lines.empty()) return calm("No child is on roll: import the pupils first.");
  return part("classes", "By class",
              element("ul", {attr("class", "hb-choices"), attr("role", "list")}, lines));
}

}  // namespace

Result<DeskSearchView> desk_search(const Visit& visit, store::Register& held,
                                   const std::string& page) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto known = known_today(visit, held);
  if (!known) return fail(known.error());
  const auto presence = presence_today(visit, *known);
  DeskSearchView view;
  view.page = page;
  view.searched = visit.request.method == "POST";
  view.typed = visit.typed("name");
  view.class_name = visit.query("class");
  std::map<std::string, int> classes;
  for (const auto& pupil : (*school)->pupils) {
    if (pupil.on_roll(visit.today)) ++classes[pupil.class_name];
  }
  view.classes.assign(classes.begin(), classes.end());
  if (!classes.contains(view.class_name)) view.class_name.clear();
  for (const auto* pupil : asked_for(visit, **school, view)) {
    view.found.push_back({std::to_string(pupil->id.number()), child_name(*pupil), pupil->class_name,
                          where_words(presence.where(pupil->id, visit.now))});
  }
  view.more = view.class_name.empty() && view.found.size() >= reg::kMostFound;
  return view;
}

Html desk_search_page(const DeskSearchView& view, PageFrame frame) {
  frame.title = view.title;
  return page(frame, join({heading(view.title, 1), desk_search_form(view, frame),
                           found_children(view), desk_classes(view)}));
}

}  // namespace handbell::office
