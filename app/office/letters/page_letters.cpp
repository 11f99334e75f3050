#include "app/office/letters/page_letters.h"

#include "app/base/text.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

Field field_of(const std::string& name, const std::string& label, const std::string& value,
               const PageFrame& frame) {
  Field field;
  field.name = name;
  field.label = label;
  field.value = value;
  field.error = frame.errors.of(name);
  return field;
}

Html choose_part(const LettersView& view, const PageFrame& frame) {
  const Field kind = field_of("kind", "What is to be made", view.kind, frame);
  Field class_name = field_of("class", "Children of a class", view.class_name, frame);
  Field numbers = field_of("numbers", "Or children by their numbers", view.numbers, frame);
  numbers.hint = "UPNs or admission numbers, one on each line.";
  numbers.longest = 20'000;
  return part("choose", "What, and for whom",
              post_form("/letters", frame.token,
                        join({radio_field(kind, view.kinds), select_field(class_name, view.classes),
                              text_area(numbers), button("Show the children", "secondary")})));
}

Html meeting_fields(const LettersView& view, const PageFrame& frame) {
  Field day = field_of("meeting_day", "Day of the meeting", view.of("meeting_day"), frame);
  day.type = "date";
  day.hint = "Empty: as it is planned for each child, else a line to write on.";
  Field time = field_of("meeting_time", "Time", view.of("meeting_time"), frame);
  time.type = "time";
  const Field place = field_of("meeting_place", "Where", view.of("meeting_place"), frame);
  return join({input_field(day), input_field(time), input_field(place)});
}

Html make_part(const LettersView& view, const PageFrame& frame) {
  Html inside = hidden_field("kind", view.kind) + hidden_field("class", view.class_name) +
                hidden_field("numbers", view.numbers);
  if (view.of_child) {
    Field children = field_of("pupil", "Children", "", frame);
    children.hint = "One letter each, in this order.";
    inside += checkbox_field(children, view.children, view.chosen);
  }
  if (view.invites) inside += meeting_fields(view, frame);
  if (!view.of_child) {
    inside += element("p", {attr("class", "govuk-body")},
                      text("The newest term in the school's own words. With charts, of another "
                           "term, or as CSV: ") +
                          link("/reports/governors", "the report for governors") + text("."));
  }
  inside += button("Look at the first", "secondary", "do", "look");
  inside += button("Make the PDF", "", "do", "make");
  return part("make", view.of_child ? "The children" : "The sheet",
              post_form("/letters/make", frame.token, inside));
}

Html batches_part(const LettersView& view) {
  if (view.batches.empty()) return {};
  Table list{"Made within the last hour", {"What", "State", "File"}, {}, false};
  for (const auto& batch : view.batches) {
    list.rows.push_back(
        {link("/letters/batch?batch=" + batch.number, batch.words), text(batch.state),
         batch.done ? link("/letters/batch/file?batch=" + batch.number, "PDF of " + batch.words)
                    : text("–")});
  }
  return part("batches", "Made within the last hour", table(list));
}

Html wordings_part() {
  return part("wordings", "Wording and logo",
              paragraph("What stands in each letter can be changed; every change is kept with who "
                        "made it and why.") +
                  element("ul", {attr("class", "govuk-list")},
                          element("li", link("/letters/templates", "Wording of the letters")) +
                              element("li", link("/letters/logo", "The school's logo"))));
}

Html progress_of(const BatchView& view) {
  return element("progress",
                 {attr("class", "hb-letter__progress"), attr("max", std::to_string(view.of)),
                  attr("value", std::to_string(view.made)), attr("aria-label", view.state)},
                 text(view.state));
}

}  // namespace

Html letters_head(const std::string& title, const std::string& up, const std::string& up_words) {
  auto head =
      element("h1", {attr("class", "govuk-heading-l hb-title hb-title--alone")}, text(title));
  if (up.empty()) return head;
  return element("p", {attr("class", "hb-up hb-sheet-screen")}, link(up, up_words)) + head;
}

namespace {

/// Above a sheet, which is printed without it.
Html screen_head(const std::string& title) {
  return element("div", {attr("class", "hb-sheet-screen")},
                 letters_head(title, "/letters", "Letters"));
}

}  // namespace

Html letters_page(const LettersView& view, PageFrame frame) {
  frame.title = "Letters";
  frame.path = "/letters";
  Html inside = letters_head("Letters", "", "") + choose_part(view, frame);
  if (view.choosing) inside += make_part(view, frame);
  inside += batches_part(view);
  if (view.may_word) inside += wordings_part();
  return page(frame, inside);
}

Html preview_letters_page(const LettersView& view, const Html& sheet, PageFrame frame) {
  frame.title = "The first letter";
  frame.path = "/letters";
  const std::size_t count = view.of_child ? view.chosen.size() : 1;
  Html inside = hidden_field("kind", view.kind);
  for (const auto& pupil : view.chosen) inside += hidden_field("pupil", pupil);
  for (const char* field : {"meeting_day", "meeting_time", "meeting_place"}) {
    if (view.invites) inside += hidden_field(field, view.of(field));
  }
  inside += button(count == 1 ? "Make the PDF" : fmt::format("Make the PDF of all {}", count), "",
                   "do", "make");
  const auto make = element("div", {attr("class", "hb-sheet-screen")},
                            post_form("/letters/make", frame.token, inside));
  return page(frame, join({screen_head("The first letter"), make, sheet}));
}

Html one_letter_page(const std::string& title, const std::string& pdf, const Html& sheet,
                     PageFrame frame) {
  frame.title = title;
  frame.path = "/letters";
  const auto as_file =
      element("p", {attr("class", "govuk-body hb-sheet-screen")}, link(pdf, "The same as a PDF"));
  return page(frame, join({screen_head(title), as_file, sheet}));
}

Html batch_page(const BatchView& view, PageFrame frame) {
  frame.title = view.on_its_way ? "Letters on their way" : view.title;
  frame.path = "/letters";
  Html inside =
      element("p", {attr("class", "govuk-body"), attr("role", "status")}, text(view.state + "."));
  if (view.on_its_way) {
    inside += progress_of(view);
    inside += paragraph("This page looks again by itself.");
    inside += post_form("/letters/batch/stop", frame.token,
                        hidden_field("batch", view.number) + button("Stop", "secondary"));
  }
  if (view.done) {
    inside += element("p", {attr("class", "govuk-body")},
                      link("/letters/batch/file?batch=" + view.number, "Take the PDF"));
    inside += paragraph("It can be taken again for an hour; after that nothing of it is kept.");
  }
  Html sent;
  if (view.done && view.may_be_sent) {
    sent = part("sent", "When they are on their way to the families",
                paragraph("Handbell sends nothing. Say so here, and it stands in each child's "
                          "case with your name and the day.") +
                    post_form("/letters/sent", frame.token,
                              hidden_field("batch", view.number) + button("I have sent these")));
  }
  return page(frame, join({letters_head(view.title, "/letters", "Letters"),
                           part("batch", "State", inside), sent}));
}

}  // namespace handbell::office
