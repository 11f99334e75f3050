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

Html question(const AuditView& view, const FormErrors& errors) {
  Html inside = input_field(day_field("from", "From", view.from, errors)) +
                input_field(day_field("to", "To", view.to, errors));
  if (!view.pupil.empty()) inside += hidden_field("pupil", view.pupil);
  return question_form("/audit", inside + button("Show", "secondary"));
}

Html rows_of(const AuditView& view) {
  if (view.rows.empty()) return calm("Nobody read anything in these days.");
  Table all;
  all.caption = "Newest first";
  all.columns = {"When", "Who", "What", "Child", "Which"};
  for (const auto& row : view.rows) {
    all.rows.push_back({text(row.at), text(row.who), text(row.what),
                        text(row.child.empty() ? "several" : row.child), text(row.words)});
  }
  return table(all);
}

}  // namespace

Html audit_page(const AuditView& view, PageFrame frame) {
  frame.title = "Who read what";
  Html main = heading(frame.title, 1);
  main += paragraph(
      "Each time somebody opens a pupil's record, the history of a mark, or takes a list away, it "
      "is written here and kept for a year. Nobody can change it unseen.");
  if (!view.of_child.empty()) {
    main += paragraph("Only of " + view.of_child + ".") + link("/audit", "Show all children");
  }
  main += question(view, frame.errors) + rows_of(view);
  if (view.rows.size() >= view.most && view.most > 0) {
    main += paragraph(
        fmt::format("These are the newest {}. Choose fewer days to see the others.", view.most));
  }
  return page(frame, main);
}

}  // namespace handbell::office
