// The day on paper: one sheet for each class, A4, with the day's head on each.
#include "app/office/today/sheet.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

Html sheet_table(const SheetClass& list) {
  Table rows{fmt::format("{}, {} on roll", list.name, list.lines.size()),
             {"Child", "Morning", "Afternoon", "Came", "Note"},
             {},
             false};
  for (const auto& line : list.lines) {
    rows.rows.push_back({text(line.name), text(line.morning), text(line.afternoon), text(line.came),
                         text(line.note)});
  }
  return table(rows);
}

Html sheet_amendments(const SheetClass& list) {
  if (list.amendments.empty()) {
    return element("p", {attr("class", "hb-sheet__small")}, text("Nothing was amended."));
  }
  Html lines;
  for (const auto& words : list.amendments) lines += element("li", text(words));
  return heading("Amended", 3) + element("ul", {attr("class", "hb-sheet__amended")}, lines);
}

Html sheet_foot(const SheetView& view) {
  const auto small = [](std::string_view words) {
    return element("p", {attr("class", "hb-sheet__small")}, text(words));
  };
  return join({small(view.printed + ". Legal register: " + view.legal_register + "."),
               small("Kept as: " + view.kept_as + ".")});
}

Html sheet_of(const SheetView& view, const SheetClass& list, std::size_t number,
              const std::string& school) {
  const std::string id = fmt::format("class-{}", number + 1);
  const auto head =
      element("h2", {attr("class", "govuk-heading-m"), attr("id", id)},
              text(list.name) + element("span", {attr("class", "hb-sheet__day")},
                                        text(fmt::format(" {}, {}", school, view.date))));
  return element("section", {attr("class", "hb-sheet"), attr("aria-labelledby", id)},
                 join({head, sheet_table(list), sheet_amendments(list), sheet_foot(view)}));
}

}  // namespace

Html sheet_page(const SheetView& view, PageFrame frame) {
  frame.title = "Day sheet of " + view.date;
  Html sheets;
  for (std::size_t i = 0; i < view.classes.size(); ++i) {
    sheets += sheet_of(view, view.classes[i], i, frame.school);
  }
  if (view.classes.empty()) sheets = calm("Nobody was on roll on this day.");
  const std::string waiting =
      view.waiting == 0 ? "Every proposal of this day was accepted or settled."
      : view.waiting == 1
          ? "1 proposal of this day still waits for a person."
          : fmt::format("{} proposals of this day still wait for a person.", view.waiting);
  const auto screen =
      element("div", {attr("class", "hb-sheet-screen")},
              join({heading("Day sheet of " + view.date, 1), paragraph(waiting),
                    paragraph("Print it with the browser: one sheet for each class.")}));
  return page(frame, screen + sheets);
}

}  // namespace handbell::office
