// The pages on which a school words its letters, and gives its logo.
#include "app/office/letters/page_letters.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

Field reason_field(const std::string& value, const PageFrame& frame) {
  Field reason;
  reason.name = "reason";
  reason.label = "Why";
  reason.hint = "It stands in the history.";
  reason.value = value;
  reason.error = frame.errors.of("reason");
  return reason;
}

/// Sends the form to where nothing is written.
Html look_button(const std::string& words, const std::string& value) {
  return element(
      "button",
      {attr("class", "govuk-button govuk-button--secondary"), attr("type", "submit"),
       url("formaction", "/letters/templates/look"), attr("name", "do"), attr("value", value)},
      text(words));
}

Html edit_part(const WordingView& view, const PageFrame& frame) {
  Field words;
  words.name = "words";
  words.label = "Text of the letter";
  words.hint =
      "# and ## begin a heading, - a point of a list; [sign: Parent or carer] is a line to sign, "
      "[lines: 3] are lines to write on.";
  words.value = view.words;
  words.error = frame.errors.of("words");
  words.longest = 5000;
  constexpr int kRows = 24;
  Html buttons = look_button("Look at it", "look") + look_button("Look at it as a PDF", "pdf") +
                 button("Keep this wording", "", "do", "keep");
  if (view.own) buttons += button("Back to Handbell's wording", "warning", "do", "own");
  return part("text", "Text",
              post_form("/letters/templates/one", frame.token,
                        join({hidden_field("kind", view.kind), hidden_field("newest", view.newest),
                              text_area(words, kRows),
                              input_field(reason_field(view.reason, frame)), buttons})));
}

Html fields_part(const WordingView& view) {
  Table list{"Fields", {"Write", "It stands for"}, {}, false};
  for (const auto& field : view.fields) {
    list.rows.push_back({element("code", text(field.name)), text(field.meaning)});
  }
  return part("fields", "Fields", table(list));
}

Html history_part(const WordingView& view) {
  if (view.history.empty()) {
    return part("history", "History", calm("This letter was never changed."));
  }
  Table list{"Changes, newest first", {"When", "Who", "Why", "Since then"}, {}, false};
  for (const auto& row : view.history) {
    std::vector<Html> cells;
    for (std::size_t i = 0; i + 1 < row.size(); ++i) cells.push_back(text(row[i]));
    cells.push_back(
        row.back().empty()
            ? text("Handbell's wording")
            : element("details", {attr("class", "govuk-details")},
                      element("summary", {attr("class", "govuk-details__summary")},
                              text("The school's wording")) +
                          element("pre", {attr("class", "hb-letter__words")}, text(row.back()))));
    list.rows.push_back(std::move(cells));
  }
  return part("history", "History", table(list));
}

}  // namespace

Html wordings_page(const std::vector<WordingLine>& lines, PageFrame frame) {
  frame.title = "Wording of the letters";
  frame.path = "/letters";
  Table list{"Letters and sheets", {"Letter", "Wording"}, {}, false};
  for (const auto& line : lines) {
    list.rows.push_back(
        {link("/letters/templates/one?kind=" + line.kind, line.title), text(line.state)});
  }
  return page(frame, letters_head("Wording of the letters", "/letters", "Letters") + table(list));
}

Html wording_page(const WordingView& view, const Html& sheet, PageFrame frame) {
  frame.title = "Wording: " + view.title;
  frame.path = "/letters";
  Html shown;
  if (!sheet.empty()) {
    shown = part(
        "preview", "As it looks",
        paragraph("With invented figures; a list or table is a few empty lines here.") + sheet);
  }
  return page(frame,
              join({letters_head("Wording: " + view.title, "/letters/templates", "All wordings"),
                    edit_part(view, frame), fields_part(view), shown, history_part(view)}));
}

Html logo_page(const LogoView& view, PageFrame frame) {
  frame.title = "The school's logo";
  frame.path = "/letters";
  Field file;
  file.name = "logo";
  file.label = "PNG or SVG, at most 512 kB";
  file.error = frame.errors.of("logo");
  Html now = calm("No logo stands on the letters yet.");
  if (view.held) {
    now = lone("img", {attr("class", "hb-letter__logo"), attr("alt", "The school's logo"),
                       url("src", "/letters/logo/picture")});
  }
  Html inside = part("now", "Now", now);
  inside += part("give", "Give a logo",
                 upload_form("/letters/logo", frame.token,
                             join({file_field(file), input_field(reason_field(view.reason, frame)),
                                   button("Put it on the letters")})));
  if (view.held) {
    Field away = reason_field(view.why, frame);
    away.name = "why";
    away.error = frame.errors.of("why");
    inside += part("remove", "Take it away",
                   post_form("/letters/logo/remove", frame.token,
                             input_field(away) + button("Take the logo away", "warning")));
  }
  Html history = calm("No logo was ever given.");
  if (!view.history.empty()) {
    Table list{"Changes, newest first", {"When", "Who", "Why", "Since then"}, {}, false};
    for (const auto& row : view.history) {
      std::vector<Html> cells;
      cells.reserve(row.size());
      for (const auto& cell : row) cells.push_back(text(cell));
      list.rows.push_back(std::move(cells));
    }
    history = table(list);
  }
  inside += part("history", "History", history);
  return page(frame, letters_head("The school's logo", "/letters", "Letters") + inside);
}

}  // namespace handbell::office
