#include "app/office/cases/page_case.h"

namespace handbell::office {
namespace {

Html case_table(const std::vector<CaseRow>& rows, const std::string& caption) {
  // Not to be sorted: by words of days nobody finds anything, and what is due first stands first.
  Table list{caption, {"Child", "Class", "Last", "Next", "By", "State"}, {}, false};
  for (const auto& row : rows) {
    const Html state = row.state.empty() ? text("–") : tag(row.state, row.look);
    list.rows.push_back({link(case_address(row.pupil), row.name), text(row.class_name),
                         text(row.last), text(row.next.empty() ? "Nothing is due" : row.next),
                         text(row.by_when.empty() ? "–" : row.by_when), state});
  }
  return table(list);
}

}  // namespace

Html cases_page(const CasesView& view, PageFrame frame) {
  frame.title = "Attendance cases";
  frame.path = "/attendance";
  const auto head = case_head("Attendance cases", view.date, {"/attendance", "Attendance"});
  Html inside = view.open.empty()
                    ? calm("No case is open. A case begins with what is noted of a child.")
                    : case_table(view.open, "Open cases, what is due first");
  Html main = head + part("open", "Open", inside);
  if (!view.closed.empty()) main += part("ended", "Ended", case_table(view.closed, "Ended cases"));
  return page(frame, main);
}

}  // namespace handbell::office
