// The page of a paper list: rows to type, and below each what it becomes.
#include "app/office/today/paper.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

/// A small field of a row: its label is the row's number and the column's name.
Html paper_input(const std::string& name, std::string_view label, const std::string& value,
                 const PageFrame& frame) {
  const std::string error = frame.errors.of(name);
  Attributes all{attr("class", error.empty() ? "govuk-input" : "govuk-input govuk-input--error"),
                 attr("id", name),
                 attr("name", name),
                 attr("type", "text"),
                 attr("value", value),
                 attr("autocomplete", "off"),
                 attr("spellcheck", "false"),
                 attr("maxlength", "1000"),
                 attr("aria-label", label)};
  Html wrong;
  if (!error.empty()) {
    all.push_back(attr("aria-invalid", "true"));
    all.push_back(attr("aria-describedby", name + "-error"));
    wrong = element("p", {attr("class", "govuk-error-message"), attr("id", name + "-error")},
                    text(error));
  }
  return wrong + lone("input", all);
}

constexpr const char* kTimeHead = "Time";
constexpr const char* kChildHead = "Child or number";
constexpr const char* kWhyHead = "Reason, if known";

/// `head`: what stands above the column, and on a telephone above the field.
Html paper_cell(std::string_view look, const Html& inside, std::string_view head = "") {
  Attributes all{attr("class", "hb-paper__cell hb-paper__cell--" + std::string(look))};
  if (!head.empty()) all.push_back(attr("data-label", head));
  return element("div", all, inside);
}

Html becomes(const PaperLine& line, std::size_t number, const PageFrame& frame) {
  if (line.name.empty()) return {};
  Html inside =
      element("p", {attr("class", "hb-paper__who")},
              element("strong", text(line.name)) + text(" ") +
                  element("span", {attr("class", "hb-people__class")}, text(line.class_name)));
  if (line.urgent) {
    inside += element("p", {attr("class", "hb-note hb-note--urgent")},
                      text("Not expected on site: ring home now."));
  }
  inside += element("p", {attr("class", "hb-note")}, text(line.words));
  if (!line.standing.empty()) {
    inside +=
        element("p", {attr("class", "hb-note")}, text("The register has " + line.standing + "."));
  }
  if (line.marks.empty()) return paper_cell("becomes", inside);
  Field mark;
  mark.name = fmt::format("mark-{}", number);
  mark.label = fmt::format("Mark of row {}", number);
  mark.value = line.row.mark;
  mark.error = frame.errors.of(mark.name);
  inside += select_field(mark, line.marks);
  inside += hidden_field(fmt::format("seen-{}", number), line.row.seen);
  return paper_cell("becomes", inside);
}

Html paper_row(const PaperLine& line, std::size_t number, const PageFrame& frame) {
  const auto named = [&](std::string_view field) { return fmt::format("{}-{}", field, number); };
  const auto label = [&](std::string_view words) {
    return fmt::format("Row {}, {}", number, words);
  };
  return element(
      "li", {attr("class", "hb-paper__row")},
      join(
          {element("span", {attr("class", "hb-paper__number"), attr("aria-hidden", "true")},
                   text(std::to_string(number))),
           paper_cell("at", paper_input(named("at"), label("time"), line.row.at, frame), kTimeHead),
           paper_cell("child", paper_input(named("child"), label("child"), line.row.child, frame),
                      kChildHead),
           paper_cell("why", paper_input(named("why"), label("reason"), line.row.why, frame),
                      kWhyHead),
           becomes(line, number, frame)}));
}

Html paper_head() {
  const auto names = join({paper_cell("at", text(kTimeHead)), paper_cell("child", text(kChildHead)),
                           paper_cell("why", text(kWhyHead))});
  return element("div", {attr("class", "hb-paper__head"), attr("aria-hidden", "true")},
                 element("span", {attr("class", "hb-paper__number")}, {}) + names);
}

Html paper_buttons(const PaperTyped& typed, bool looked) {
  const Html look = button("Look at the list", looked ? "secondary" : "", "do", "look");
  if (!looked) return look;
  const auto count = typed.lines.size();
  const auto words =
      count == 1 ? std::string("Write this child down") : fmt::format("Write all {} down", count);
  return element("div", {attr("class", "govuk-button-group")},
                 button(words, "", "do", "write") + look);
}

}  // namespace

Html paper_page(const PaperTyped& typed, bool looked, PageFrame frame) {
  frame.title = "Paper list";
  constexpr std::size_t kFree = 5;
  const auto shown =
      std::min(kMostPaperRows, std::max(kFewestPaperRows, typed.lines.size() + kFree));
  Html rows;
  for (std::size_t i = 0; i < shown; ++i) {
    rows += paper_row(i < typed.lines.size() ? typed.lines[i] : PaperLine{}, i + 1, frame);
  }
  Field day;
  day.name = "day";
  day.label = "Day of the list";
  day.value = typed.day_typed;
  day.error = frame.errors.of("day");
  day.type = "date";
  Field lines;
  lines.name = "lines";
  lines.label = "Or paste a list";
  lines.hint = "One child a line: 08:52 Amira Khan, overslept";
  lines.error = frame.errors.of("lines");
  lines.longest = 20000;
  const auto inside = join({input_field(day), paper_head(),
                            element("ol", {attr("class", "hb-paper"), attr("role", "list")}, rows),
                            text_area(lines, 5), paper_buttons(typed, looked)});
  return page(
      frame,
      join({heading("Paper list", 1),
            paragraph("Type who came while Handbell was off. Nothing is written before you have "
                      "looked at what each row becomes."),
            post_form("/today/paper", frame.token, inside, {attr("class", "hb-part")})}));
}

}  // namespace handbell::office
