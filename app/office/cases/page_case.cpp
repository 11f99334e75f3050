#include "app/office/cases/page_case.h"

namespace handbell::office {
namespace {

Html case_note(std::string_view words) {
  if (words.empty()) return {};
  return element("p", {attr("class", "hb-note")}, text(words));
}

/// A link whose words say to a screen reader what it is about.
Html way_link(const Way& way, const std::string& about) {
  if (way.first.empty()) return {};
  return element("a", {attr("class", "govuk-link"), url("href", way.first)},
                 text(way.second) +
                     element("span", {attr("class", "govuk-visually-hidden")}, text(": " + about)));
}

/// The social worker was told: pressed once, with name and time (P55).
Html tell_form(const CaseView& view, const CaseTodo& todo, const PageFrame& frame) {
  const auto about =
      element("span", {attr("class", "govuk-visually-hidden")}, text(": " + todo.day));
  const auto press = element("button",
                             {attr("class", "govuk-button govuk-button--secondary hb-case__press"),
                              attr("type", "submit")},
                             text("Told") + about);
  return post_form(
      "/attendance/case/told", frame.token,
      join({hidden_field("pupil", view.pupil), hidden_field("task", todo.tell), press}));
}

Html todo_table(const CaseView& view, const std::vector<CaseTodo>& todos,
                const std::string& caption, const PageFrame& frame) {
  Table list{caption, {"When", "What", "State", "Do it"}, {}, false};
  for (const auto& todo : todos) {
    const Html way =
        todo.tell.empty() ? way_link(todo.way, todo.words) : tell_form(view, todo, frame);
    list.rows.push_back({text(todo.day), text(todo.words), tag(todo.state, todo.look), way});
  }
  return table(list);
}

Html due_part(const CaseView& view, const PageFrame& frame) {
  Html inside =
      view.due.empty() ? calm("Nothing is due today.") : todo_table(view, view.due, "Due", frame);
  if (!view.ahead.empty()) inside += todo_table(view, view.ahead, "To come", frame);
  return part("due", "What is due", inside);
}

Html fact_list(const std::vector<std::pair<std::string, std::string>>& facts) {
  Html rows;
  for (const auto& [name, value] : facts) {
    rows += element("div", {attr("class", "govuk-summary-list__row")},
                    element("dt", {attr("class", "govuk-summary-list__key")}, text(name)) +
                        element("dd", {attr("class", "govuk-summary-list__value")}, text(value)));
  }
  return element("dl", {attr("class", "govuk-summary-list hb-case__facts")}, rows);
}

Html sentence_list(const std::vector<std::string>& sentences) {
  Html items;
  for (const auto& words : sentences) items += element("li", text(words));
  return element("ul", {attr("class", "govuk-list govuk-list--bullet")}, items);
}

Html figures_part(const CaseView& view) {
  Html inside = fact_list(view.figures);
  if (view.whole) {
    inside += view.reasons.empty() ? calm("The register suggests nothing for this child.")
                                   : sentence_list(view.reasons);
  }
  return part("figures", "Figures", inside);
}

Html penalty_part(const CaseView& view) {
  if (view.penalty.empty()) return {};
  Html inside = sentence_list(view.penalty);
  if (view.parents.empty()) {
    inside += calm("No contact with parental responsibility is entered.");
  } else {
    inside += heading("What comes next for each parent", 3) + fact_list(view.parents);
  }
  inside += case_note("The local authority issues notices. Here stands what it told us.");
  return part("penalty", "Penalty notices", inside);
}

Html line_item(const CaseLine& line) {
  Html ways;
  for (const auto& way : line.ways) {
    ways += element("li", way_link(way, line.what + ", " + line.day));
  }
  Html under = case_words(line);
  if (!ways.empty()) {
    under += element("ul", {attr("class", "hb-choices"), attr("role", "list")}, ways);
  }
  return element(
      "li",
      {attr("class", line.back.empty() ? "hb-case__step" : "hb-case__step hb-case__step--back")},
      under);
}

Html time_line(const CaseView& view) {
  if (view.lines.empty()) {
    return part("steps", "What was done", calm("Nothing was noted yet."));
  }
  Html items;
  for (const auto& line : view.lines) items += line_item(line);
  return part("steps", "What was done",
              element("ol", {attr("class", "hb-case"), attr("role", "list")}, items));
}

}  // namespace

std::string case_address(const std::string& pupil) { return "/attendance/case?pupil=" + pupil; }

Html case_head(const std::string& title, const std::string& about, const Way& back) {
  return element(
      "div", {attr("class", "hb-headline")},
      element("h1", {attr("class", "govuk-heading-l hb-title")},
              text(title + " ") + element("span", {attr("class", "hb-title__date")}, text(about))) +
          element("nav", {attr("class", "hb-days"), attr("aria-label", "Back")},
                  link(back.first, back.second)));
}

Html case_ways(const std::string& label, const std::vector<Way>& ways, const std::string& current) {
  if (ways.empty()) return {};
  Html links;
  for (const auto& [address, words] : ways) {
    Attributes all{url("href", address), attr("class", "hb-choice")};
    if (address == current) all.push_back(attr("aria-current", "page"));
    links += element("li", element("a", all, text(words)));
  }
  return element("nav", {attr("class", "hb-ways"), attr("aria-label", label)},
                 element("ul", {attr("class", "hb-choices"), attr("role", "list")}, links));
}

Html case_words(const CaseLine& line) {
  Html inside = element("p", {attr("class", "hb-case__day")}, text(line.day));
  Html what = element("strong", text(line.what));
  if (!line.state.empty()) what += text(" ") + tag(line.state, line.look);
  inside += element("p", {attr("class", "govuk-body hb-case__what")}, what);
  for (const auto& words : line.words) {
    inside += element("p", {attr("class", "govuk-body hb-case__words")}, text(words));
  }
  inside += case_note(line.by);
  if (!line.back.empty()) {
    inside += element("p", {attr("class", "govuk-body hb-case__words")},
                      element("strong", text(line.back)));
  }
  return inside;
}

Html case_page(const CaseView& view, PageFrame frame) {
  frame.title = "Attendance case: " + view.name;
  frame.path = "/attendance";
  const Way back = view.whole ? Way{"/attendance/cases", "All cases"}
                              : Way{"/pupils/one?pupil=" + view.pupil, "The child's page"};
  Html top = case_head(view.name, view.class_name + (view.open ? ", open case" : ""), back);
  if (!view.left.empty()) top += paragraph(view.left);
  top += case_ways("Write down", view.steps);
  const auto wide =
      element("div", {attr("class", "hb-columns__wide")}, due_part(view, frame) + time_line(view));
  Html papers;
  if (!view.papers.empty()) {
    papers = part("papers", "To print", case_ways("To print", view.papers));
  }
  const auto record = view.whole
                          ? element("p", {attr("class", "govuk-body")},
                                    link("/pupils/one?pupil=" + view.pupil, "The child's page"))
                          : Html();
  const auto narrow = element("div", {attr("class", "hb-columns__narrow")},
                              join({figures_part(view), penalty_part(view), papers, record}));
  return page(frame, top + element("div", {attr("class", "hb-columns")}, wide + narrow));
}

}  // namespace handbell::office
