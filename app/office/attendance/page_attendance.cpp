#include "app/office/attendance/page_attendance.h"

#include "app/office/attendance/attendance_filter.h"
#include "app/office/page/chart.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

Html hidden_words(const std::string& words) {
  return element("span", {attr("class", "govuk-visually-hidden")}, text(words));
}

Html headline_of(const AttendanceView& view) {
  const auto title =
      element("h1", {attr("class", "govuk-heading-l hb-title")},
              join({text("Attendance"), text(" "),
                    element("span", {attr("class", "hb-title__date")}, text(view.day))}));
  const auto cases = element("nav", {attr("class", "hb-days"), attr("aria-label", "Cases")},
                             link("/attendance/cases", "Open cases"));
  return element("div", {attr("class", "hb-headline")}, title + cases);
}

/// "All 82", "Stage 4 12": a count is the way to those it counts.
Html counts(const AttendanceView& view) {
  Html links;
  for (const auto& filter : view.filters) {
    Attributes all{attr("class", "hb-sieve"), url("href", address_of(view.asked, filter.value))};
    if (filter.value == view.asked.of) all.push_back(attr("aria-current", "true"));
    links += element("li", element("a", all,
                                   text(filter.words + " ") +
                                       element("strong", text(std::to_string(filter.count)))));
  }
  return element("nav", {attr("aria-label", "Suggestions")},
                 element("ul", {attr("class", "govuk-list hb-sieves")}, links));
}

Html narrowed(const AttendanceView& view) {
  const std::vector<Choice> orders{{"missed", "Most sessions missed first"},
                                   {"rate", "Lowest attendance first"},
                                   {"name", "By surname"},
                                   {"class", "By class"}};
  Field class_name{"class", "Class"};
  class_name.value = view.asked.class_name;
  Field group{"group", "Group"};
  group.value = view.asked.group;
  Field sort{"sort", "Order"};
  sort.value = view.asked.sort;
  Html fields = view.asked.of.empty() ? Html() : hidden_field("of", view.asked.of);
  fields += element("div", {attr("class", "hb-pair")},
                    join({select_field(class_name, view.classes), select_field(group, view.groups),
                          select_field(sort, orders), button("Show", "secondary")}));
  return question_form("/attendance", fields);
}

Html reasons_of(const AttendanceRow& row) {
  Html lines;
  for (const auto& line : row.reasons) lines += element("li", reason_words(line));
  return element("ul", {attr("class", "govuk-list hb-reasons")}, lines);
}

Html way(const std::string& address, const std::string& words, const std::string& of) {
  return element("a", {attr("class", "govuk-link"), url("href", address)},
                 text(words) + hidden_words(" for " + of));
}

std::string_view words_of_sheet(const std::string& sheet) {
  if (sheet == "contract") return "Contract";
  return sheet == "penalty" ? "Consideration" : "Meeting sheet";
}

Html ways_of(const AttendanceRow& row) {
  Html links =
      element("li", way("/attendance/answer?pupil=" + row.pupil, "Dismiss or assign", row.name)) +
      element("li", way("/attendance/case?pupil=" + row.pupil, "Case", row.name));
  for (const auto& line : row.reasons) {
    if (line.sheet.empty()) continue;
    const auto address = fmt::format("/letters/sheet?kind={}&pupil={}", line.sheet, row.pupil);
    links += element("li", way(address, std::string(words_of_sheet(line.sheet)), row.name));
  }
  return element("ul", {attr("class", "govuk-list hb-row-ways")}, links);
}

Html child_cell(const std::string& pupil, const std::string& name, const std::string& class_name) {
  return join({link("/pupils/one?pupil=" + pupil, name), text(" "),
               element("span", {attr("class", "hb-beside")}, text(class_name))});
}

Html figure_cell(const std::string& rate, const std::string& missed) {
  return element("strong", text(rate)) + text(" ") +
         element("span", {attr("class", "hb-beside")}, text(missed));
}

Html rows_of(const std::vector<AttendanceRow>& rows, const std::string& caption) {
  Table list{caption, {"Child", "Why", "This year", "By month", "Last year", "Next"}, {}};
  list.rows.reserve(rows.size());
  for (const auto& row : rows) {
    list.rows.push_back({child_cell(row.pupil, row.name, row.class_name), reasons_of(row),
                         figure_cell(row.rate, row.missed), sparkline(row.course, row.course_words),
                         element("span", {attr("class", "hb-beside")}, text(row.last_year)),
                         ways_of(row)});
  }
  return element("div", {attr("class", "hb-attendance")}, table(list));
}

Html part_of_rows(const std::string& id, const std::string& title, const std::string& says,
                  const std::vector<AttendanceRow>& rows) {
  if (rows.empty()) return {};
  return part(id, fmt::format("{}: {}", title, rows.size()), rows_of(rows, says));
}

Html aside_part(const AttendanceView& view) {
  if (view.aside.empty()) return {};
  Table list{"Each comes back by itself: when it gets worse, on its day, or with the school year",
             {"Child", "What", "Until", "Why", "Next"},
             {}};
  for (const auto& line : view.aside) {
    const auto back = way(fmt::format("/attendance/answer?pupil={}&answer=reopened&key={}",
                                      line.pupil, line.reason.key),
                          "Open again", line.name);
    list.rows.push_back({child_cell(line.pupil, line.name, line.class_name),
                         tag(line.reason.words, "grey"), text(line.reason.aside),
                         text(line.reason.why), back});
  }
  return part("aside", fmt::format("Dismissed and put off: {}", view.aside.size()), table(list));
}

Html intro(const AttendanceView& view) {
  if (view.children == 0) return {};
  const std::string counted = view.children == 1
                                  ? "1 child stands here."
                                  : fmt::format("{} children stand here.", view.children);
  return paragraph(counted +
                   " The figures only suggest that somebody looks: nothing follows by itself." +
                   (view.national.empty() ? "" : " " + view.national));
}

Html nothing_of(const AttendanceView& view) {
  if (view.children == 0) {
    return calm("Nothing to follow up today: the figures suggest no child to look at.");
  }
  return calm("Nobody among those that were asked for.");
}

}  // namespace

Html reason_words(const SuggestionLine& line) {
  Html words = tag(line.words, line.look);
  if (line.is_new) words += text(" ") + element("span", {attr("class", "hb-new")}, text("new"));
  if (!line.with.empty()) {
    words += text(" ") + element("span", {attr("class", "hb-beside")}, text("with " + line.with));
  }
  for (const auto& sentence : line.sentences) words += text(" " + sentence);
  return words;
}

Html attendance_page(const AttendanceView& view, PageFrame frame) {
  frame.title = "Attendance";
  frame.path = "/attendance";
  const bool none = view.fresh.empty() && view.rest.empty() && view.quiet.empty();
  const bool filtered = view.children > 0;
  return page(
      frame,
      join({headline_of(view), intro(view), filtered ? counts(view) : Html(),
            filtered ? narrowed(view) : Html(), none ? nothing_of(view) : Html(),
            part_of_rows("new", "New since last week",
                         "What did not stand seven days ago, or stood on a lower step", view.fresh),
            part_of_rows("others", view.fresh.empty() ? "To look at" : "The others",
                         "Counted from 1 September, or from the child's first day here", view.rest),
            part_of_rows("small", "Small numbers",
                         "Under 60 possible sessions a share says little: one cold is enough",
                         view.quiet),
            aside_part(view)}));
}

}  // namespace handbell::office
