#include "app/office/out/page_out.h"

#include "app/office/out/request_part.h"

namespace handbell::office {
namespace {

Html requests(const OutView& view, const PageFrame& frame) {
  if (view.requests.empty()) {
    return counted("requests", "Asked for", 0, calm("Nobody asks for a child."));
  }
  Html lines;
  for (const auto& request : view.requests) lines += request_part(request, view.may_write, frame);
  return counted("requests", "Asked for", view.requests.size(),
                 element("ul", {attr("class", "hb-releases"), attr("role", "list")}, lines));
}

Html note(std::string_view words, bool urgent = false) {
  if (words.empty()) return {};
  return element("span", {attr("class", urgent ? "hb-note hb-note--urgent" : "hb-note")},
                 text(words));
}

Html back_form(const OutNowLine& line, const PageFrame& frame) {
  return post_form(
      "/out/back", frame.token,
      hidden_field("pupil", line.pupil) + row_button("Back", line.name, "back-" + line.pupil));
}

Html out_now(const OutView& view, const PageFrame& frame) {
  if (view.out.empty()) return counted("out", "Out now", 0, calm("Nobody left today."));
  Html lines;
  for (const auto& line : view.out) {
    const auto who =
        element("div", {attr("class", "hb-people__who")},
                join({who_words(line.pupil, line.name, line.class_name),
                      note(line.words, line.overdue), note(line.note), note(line.afternoon)}));
    lines += element(
        "li",
        {attr("class", line.overdue ? "hb-people__item hb-people__item--red" : "hb-people__item"),
         attr("id", "gone-" + line.pupil)},
        who + (view.may_write ? back_form(line, frame) : Html()));
  }
  return counted("out", "Out now", view.out.size(),
                 element("ul", {attr("class", "hb-people"), attr("role", "list")}, lines));
}

Html undo_form(const AnsweredLine& line, const PageFrame& frame) {
  if (line.undo.empty()) return {};
  return post_form("/out/undo", frame.token,
                   hidden_field("entries", line.undo) + row_button("Take back", line.name));
}

Html answered(const OutView& view, const PageFrame& frame) {
  if (view.answered.empty())
    return counted("answered", "Answered today", 0, calm("Nothing so far."));
  Table list{"Requests that were answered today", {"Child", "Asked", "Answered"}, {}, false};
  if (view.may_write) list.columns.emplace_back("Take back");
  for (const auto& line : view.answered) {
    std::vector<Html> row{text(line.name) + note(line.class_name), text(line.asked),
                          text(line.answered)};
    if (view.may_write) row.push_back(undo_form(line, frame));
    list.rows.push_back(std::move(row));
  }
  return counted("answered", "Answered today", view.answered.size(), table(list));
}

Html found(const OutView& view) {
  if (!view.has_searched) return {};
  if (view.found.empty()) return calm("Nobody was found. Try the surname alone.");
  Html lines;
  for (const auto& line : view.found) {
    lines += element("li", {attr("class", "hb-people__item")},
                     who_words(line.pupil, line.name, line.class_name));
  }
  return element("ul", {attr("class", "hb-people"), attr("role", "list"), attr("id", "found")},
                 lines);
}

Html search(const OutView& view, const PageFrame& frame) {
  if (!view.may_write) return {};
  Field name;
  name.name = "name";
  name.label = "Child's name";
  name.hint = "Somebody telephones or stands in the office; or an adult may collect for one day.";
  name.value = view.searched;
  name.error = frame.errors.of("name");
  name.type = "search";
  name.width = "20";
  const auto form = post_form("/out/find", frame.token, input_field(name) + button("Find"),
                              {attr("role", "search"), attr("class", "hb-search")});
  return part("find", "Without a request at the door", form + found(view));
}

Html collectors(const OutView& view, const PageFrame& frame) {
  const auto inside = view.collectors.empty()
                          ? calm("Nobody is written down. Find the child to enter an adult.")
                          : collectors_table(view.collectors, view.may_write, frame, true);
  return counted("collectors", "May collect for one day", view.collectors.size(), inside);
}

}  // namespace

Html out_page(const OutView& view, PageFrame frame) {
  frame.title = "Out of school";
  frame.path = "/out";
  const auto head =
      element("div", {attr("class", "hb-headline")},
              element("h1", {attr("class", "govuk-heading-l hb-title")},
                      text("Out of school ") +
                          element("span", {attr("class", "hb-title__date")}, text(view.date))));
  return page(frame, join({live_page(), head, requests(view, frame), search(view, frame),
                           out_now(view, frame), collectors(view, frame), answered(view, frame)}));
}

}  // namespace handbell::office
