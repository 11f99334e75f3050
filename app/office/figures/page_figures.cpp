#include "app/office/figures/page_figures.h"

namespace handbell::office {
namespace {

Html ways(const FiguresView& view) {
  Html links;
  for (const auto& [of, words] : std::vector<std::pair<std::string, std::string>>{
           {"day", "Today"}, {"week", "This week"}, {"term", "This term"}}) {
    Attributes all{attr("class", "govuk-link"), url("href", "/figures?of=" + of)};
    if (of == view.of) all.push_back(attr("aria-current", "page"));
    links += element("a", all, text(words));
  }
  return element("nav", {attr("class", "hb-days"), attr("aria-label", "Which days")}, links);
}

Html headline(const FiguresView& view) {
  const auto title =
      element("h1", {attr("class", "govuk-heading-l hb-title")},
              join({text("Figures"), text(" "),
                    element("span", {attr("class", "hb-title__date")}, text(view.dates))}));
  return element("div", {attr("class", "hb-headline")}, title + ways(view));
}

std::vector<Html> row_of(const FigureLine& line) {
  return {text(line.name), text(line.pupils), text(line.present), text(line.late),
          text(line.absent)};
}

Html figures(const FiguresView& view) {
  Table list{"Shares of the sessions that were possible",
             {"Class", "Pupils", "Present", "Late", "Absent"},
             {}};
  for (const auto& line : view.table.classes) list.rows.push_back(row_of(line));
  list.rows.push_back(row_of(view.table.school));
  list.rows.back().front() = element("strong", text("The school"));
  return table(list);
}

Html fact(const std::string& name, const std::string& value) {
  return element("div", {attr("class", "govuk-summary-list__row")},
                 element("dt", {attr("class", "govuk-summary-list__key")}, text(name)) +
                     element("dd", {attr("class", "govuk-summary-list__value")}, text(value)));
}

Html facts(const FiguresView& view) {
  return element(
      "dl", {attr("class", "govuk-summary-list hb-facts")},
      join({fact("Pupils on roll", view.on_roll), fact("Possible sessions", view.possible),
            fact("Marks that wait to be accepted", view.pending),
            fact("Absences without a reason yet", view.unresolved)}));
}

Html to_report() {
  return element("p", {attr("class", "govuk-body")},
                 link("/reports/governors", "The termly report for governors"));
}

}  // namespace

Html figures_page(const FiguresView& view, PageFrame frame) {
  frame.title = "Figures";
  frame.path = "/figures";
  if (!view.has_days) {
    return page(frame, headline(view) + calm("No term has begun: there is nothing to count yet."));
  }
  const auto small = paragraph(
      "Reception and Key Stage 1. Late is who came before the register closed and who came after "
      "it. Fewer than five children, or sessions, are not shown, nor is what they could be worked "
      "out from.");
  return page(frame, join({headline(view), part("in-all", "The school", facts(view)),
                           part("by-class", "By class", figures(view)), small, to_report(),
                           paragraph(view.made)}));
}

}  // namespace handbell::office
