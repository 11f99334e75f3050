#include "app/office/audit/page_audit.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

Field day_field(const std::string& name, const std::string& label, const std::string& value,
                const FormErrors& errors) {
  Field field;
  field.name = name;
  field.label = label;
  field.value = value;
  field.error = errors.of(name);
  field.type = "date";
  field.width = "10";
  return field;
}

Html narrowing(const std::string& name, const std::string& label, const std::string& value,
               const std::string& all, std::vector<Choice> choices) {
  Field field;
  field.name = name;
  field.label = label;
  field.value = value;
  choices.insert(choices.begin(), {"", all});
  return select_field(field, choices);
}

Html question(const AuditView& view, const FormErrors& errors) {
  return question_form("/audit",
                       join({input_field(day_field("from", "From", view.from, errors)),
                             input_field(day_field("to", "To", view.to, errors)),
                             narrowing("who", "Who", view.who, "Everybody", view.people),
                             narrowing("pupil", "Child", view.pupil, "All children", view.pupils),
                             narrowing("kind", "What", view.kind, "Everything", view.kinds),
                             button("Show", "secondary")}));
}

Html rows_of(const AuditView& view) {
  if (view.rows.empty()) {
    const bool narrowed = !view.who.empty() || !view.pupil.empty() || !view.kind.empty();
    return calm(narrowed ? "Nothing of that kind happened in these days."
                         : "Nobody read anything in these days.");
  }
  Table all;
  all.caption = "Newest first";
  all.columns = {"When", "Who", "What", "Child", "Which"};
  for (const auto& row : view.rows) {
    all.rows.push_back(
        {text(row.at), text(row.who), text(row.what), text(row.child), text(row.words)});
  }
  return table(all);
}

}  // namespace

Html audit_page(const AuditView& view, PageFrame frame) {
  frame.title = "Who read what";
  Html main = heading(frame.title, 1);
  main += paragraph(
      "Each time somebody opens a pupil's record, contacts or the history of a mark, or takes a "
      "list away, it is written here and kept for a year; so is who signed in, who was refused, "
      "and who changed an account. Nobody can change it unseen.");
  if (!view.of_child.empty()) {
    main += paragraph("Only of " + view.of_child + ".") +
            element("p", {attr("class", "govuk-body")}, link("/audit", "Show all children"));
  }
  main += question(view, frame.errors) + rows_of(view);
  if (view.rows.size() >= view.most && view.most > 0) {
    main += paragraph(
        fmt::format("These are the newest {}. Choose fewer days, or one person, child or kind, to "
                    "see the others.",
                    view.most));
  }
  return page(frame, main);
}

}  // namespace handbell::office
