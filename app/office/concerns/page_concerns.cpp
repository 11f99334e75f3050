#include "app/office/concerns/page_concerns.h"

#include "app/register/concern.h"

namespace handbell::office {
namespace {

constexpr const char* kNoPlaceFor =
    "A child's safety is told to the DSL at once and in person: this page is for attendance alone.";

Html fact_line(std::string_view name, std::string_view value) {
  if (value.empty()) return {};
  return element("p", {attr("class", "govuk-body hb-concern__fact")},
                 element("strong", text(name)) + text(" ") + text(value));
}

/// A button that says to a screen reader whose concern it is.
Html concern_button(std::string_view words, const ConcernLine& line) {
  return element("button",
                 {attr("class", "govuk-button govuk-button--secondary"), attr("type", "submit")},
                 text(words) + element("span", {attr("class", "govuk-visually-hidden")},
                                       text(": " + line.name)));
}

Html taken_form(const ConcernLine& line, const PageFrame& frame) {
  if (!line.taken.empty()) return {};
  return post_form(
      "/concerns/take-up", frame.token,
      hidden_field("concern", std::to_string(line.entry)) + concern_button("I take it up", line));
}

Html close_form(const ConcernLine& line, const CloseForm& form, const PageFrame& frame) {
  const bool came_back = form.entry == line.entry;
  Field words;
  words.name = "words-" + std::to_string(line.entry);
  words.label = "What became of it";
  words.value = came_back ? form.words : "";
  words.error = came_back ? frame.errors.of(words.name) : "";
  words.longest = 1000;
  return post_form("/concerns/close", frame.token,
                   join({hidden_field("concern", std::to_string(line.entry)), text_area(words, 2),
                         concern_button("Close it", line)}));
}

Html concern_line(const ConcernLine& line, const CloseForm& form, const PageFrame& frame) {
  Html inside = element("h3", {attr("class", "govuk-heading-s")}, text(line.name));
  inside += paragraph(line.words);
  inside += fact_line("For", line.whom) + fact_line("Raised by", line.raised) +
            fact_line("Taken up by", line.taken) + fact_line("What became of it:", line.ended);
  if (line.may_answer) inside += taken_form(line, frame) + close_form(line, form, frame);
  return element("li",
                 {attr("class", "hb-concern"), attr("id", "concern-" + std::to_string(line.entry))},
                 inside);
}

Html lines_of(const std::vector<ConcernLine>& lines, const CloseForm& form,
              const PageFrame& frame) {
  Html all;
  for (const auto& line : lines) all += concern_line(line, form, frame);
  return element("ul", {attr("class", "hb-concerns"), attr("role", "list")}, all);
}

Html title_of(std::string_view words) {
  return element("div", {attr("class", "hb-headline")},
                 element("h1", {attr("class", "govuk-heading-l hb-title")}, text(words)));
}

}  // namespace

std::vector<Choice> concern_choices() {
  std::vector<Choice> all;
  for (std::size_t i = 1; i <= reg::kConcernFor; ++i) {
    const auto whom = static_cast<reg::ConcernFor>(i);
    const bool passed_on =
        whom == reg::ConcernFor::senco || whom == reg::ConcernFor::pupil_premium_lead;
    std::string words(words_of(whom));
    if (words.front() >= 'a') words.front() = static_cast<char>(words.front() - 'a' + 'A');
    all.push_back({std::string(text_of(whom)), words,
                   passed_on ? "DSL, champion and headteacher read it and pass it on" : ""});
  }
  return all;
}

Html concerns_page(const ConcernsView& view, PageFrame frame) {
  frame.title = "Concerns";
  frame.path = "/concerns";
  const Html open =
      view.open.empty() ? calm("No concern is open.") : lines_of(view.open, {}, frame);
  Html all = join({title_of("Concerns"), paragraph(kNoPlaceFor), part("open", "Open", open)});
  if (!view.closed.empty()) {
    all += part("closed", "Closed within a month", lines_of(view.closed, {}, frame));
  }
  return page(frame, all);
}

Html raise_page(const RaiseForm& form, PageFrame frame) {
  frame.title = "A concern";
  frame.path = "/concerns";
  Field words;
  words.name = "words";
  words.label = "What worries you about the child's attendance?";
  words.hint = "What was seen or said, and when.";
  words.value = form.words;
  words.error = frame.errors.of("words");
  words.longest = 1000;
  Field whom;
  whom.name = "whom";
  whom.label = "Who should know?";
  whom.error = frame.errors.of("whom");
  const Html inside =
      join({hidden_field("pupil", form.pupil), text_area(words, 4),
            checkbox_field(whom, concern_choices(), form.whom), button("Hand it on")});
  return page(frame, join({title_of("A concern about " + form.name), paragraph(kNoPlaceFor),
                           post_form("/concerns/raise", frame.token, inside)}));
}

Html close_page(const ConcernLine& line, const CloseForm& form, PageFrame frame) {
  frame.title = "Concerns";
  frame.path = "/concerns";
  return page(frame,
              join({title_of("Concerns"), part("open", "Open", lines_of({line}, form, frame)),
                    link("/concerns", "All concerns")}));
}

}  // namespace handbell::office
