#include "app/office/pupils/page_pupils.h"

#include <array>

namespace handbell::office {
namespace {

Html grid_cell(const GridCell& cell) {
  if (!cell.met && cell.letter.empty()) {
    return element("td", {attr("class", "hb-grid__closed")},
                   element("span", {attr("class", "govuk-visually-hidden")}, text("no school")));
  }
  std::string look = "hb-grid__cell";
  if (cell.absent) look += " hb-grid__cell--absent";
  if (cell.late) look += " hb-grid__cell--late";
  if (cell.place.empty()) return element("td", {attr("class", look)}, text(cell.letter));
  const std::string shown = cell.letter.empty() ? "·" : cell.letter;
  const std::string name = cell.letter.empty() ? "no mark" : cell.name;
  const auto said = element("span", {attr("class", "govuk-visually-hidden")}, text(", " + name));
  return element(
      "td", {attr("class", look)},
      element("a", {attr("class", "hb-grid__link"), url("href", cell.place), attr("title", name)},
              text(shown) + said));
}

Html grid_head() {
  constexpr std::array kDays{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday"};
  Html days = element("th", {attr("scope", "col")}, text("Week"));
  Html halves = element("td", {});
  for (const auto* day : kDays) {
    days += element("th", {attr("scope", "colgroup"), attr("colspan", "2")},
                    element("abbr", {attr("title", day)}, text(std::string(day).substr(0, 3))));
    halves += element("th", {attr("scope", "col"), attr("class", "hb-grid__half")}, text("am"));
    halves += element("th", {attr("scope", "col"), attr("class", "hb-grid__half")}, text("pm"));
  }
  return element("thead", element("tr", days) + element("tr", halves));
}

Html grid(const PupilView& view) {
  if (view.weeks.empty()) return calm("The calendar knows no school day of this year.");
  Html rows;
  for (const auto& week : view.weeks) {
    Html cells =
        element("th", {attr("scope", "row"), attr("class", "hb-grid__week")}, text(week.monday));
    for (const auto& cell : week.cells) cells += grid_cell(cell);
    rows += element("tr", cells);
  }
  const auto caption = element("caption", {attr("class", "govuk-visually-hidden")},
                               text("Marks of " + view.year + ", a week in each row"));
  const auto whole = element("table", {attr("class", "hb-grid")},
                             join({caption, grid_head(), element("tbody", rows)}));
  return element("div",
                 {attr("class", "hb-scroll"), attr("tabindex", "0"), attr("role", "region"),
                  attr("aria-label", "Marks of the year")},
                 whole);
}

Html other_years(const PupilView& view) {
  Html links;
  for (const auto& [place, words] : view.years) links += element("li", link(place, words));
  return links.empty() ? links : element("ul", {attr("class", "govuk-list hb-inline")}, links);
}

Html facts_row(std::string_view what, const Html& inside) {
  if (inside.empty()) return {};
  return element("div", {attr("class", "govuk-summary-list__row")},
                 element("dt", {attr("class", "govuk-summary-list__key")}, text(what)) +
                     element("dd", {attr("class", "govuk-summary-list__value")}, inside));
}

Html fact(std::string_view what, const std::string& words) {
  return words.empty() ? Html() : facts_row(what, text(words));
}

Html siblings(const PupilView& view) {
  Html names;
  for (const auto& [id, name] : view.siblings) {
    if (!names.empty()) names += text(", ");
    names += pupil_link(id, name);
  }
  return names;
}

Html flags(const PupilView& view) {
  Html tags;
  for (const auto& each : view.flags) tags += tag(each, "yellow") + text(" ");
  return tags;
}

Html facts(const PupilView& view) {
  return element(
      "dl", {attr("class", "govuk-summary-list hb-facts")},
      join({fact("Name on the roll", view.roll_name), fact("Born", view.born),
            fact("Admission number", view.admission_number), fact("UPN", view.upn),
            fact("On roll", view.on_roll), fact("Expected", view.expected),
            fact("Language at home", view.language), fact("Groups", view.groups),
            facts_row("Brothers and sisters", siblings(view)), facts_row("To mind", flags(view))}));
}

Html case_link(const PupilView& view) {
  if (!view.may_see_case) return {};
  return element("p", {attr("class", "govuk-body")},
                 link("/attendance/case?pupil=" + view.id, "Attendance case"));
}

Html change_link(const PupilView& view) {
  Html links;
  const auto add = [&](bool may, const char* address, const char* words) {
    if (!may) return;
    links += element("li", link(address + view.id, words));
  };
  add(view.may_change, "/pupils/edit?pupil=", "Change language, flags or family");
  add(view.may_group, "/pupils/groups?pupil=", "Change groups");
  add(view.may_copy, "/pupils/copy?pupil=", "Copy of everything that is held");
  return links.empty() ? links : element("ul", {attr("class", "govuk-list hb-inline")}, links);
}

Html figures(const PupilView& view) {
  Html rows;
  for (const auto& [what, figure] : view.figures) rows += fact(what, figure);
  return element("dl", {attr("class", "govuk-summary-list hb-facts")}, rows);
}

Html revoke_form(const PupilCardLine& card, const PupilView& view, const PageFrame& frame) {
  if (!card.revoked.empty() || !view.may_edit) return text(card.revoked);
  const auto hidden =
      element("span", {attr("class", "govuk-visually-hidden")}, text(" card " + card.masked));
  return post_form(
      "/pupils/card/revoke", frame.token,
      join({hidden_field("pupil", view.id), hidden_field("card", card.number),
            element("button", {attr("class", "govuk-button govuk-button--secondary hb-row-button")},
                    text("Revoke") + hidden)}));
}

Html issue_form(const PupilView& view, const PageFrame& frame) {
  if (!view.may_edit) return {};
  Field number;
  number.name = "card";
  number.label = "Number of a new card";
  number.hint =
      "As printed on the card or read at a desk reader: 8, 14 or 20 characters 0-9 and A-F.";
  number.error = frame.errors.of("card");
  number.width = "20";
  number.longest = 40;
  Html inside = hidden_field("pupil", view.id) + input_field(number) +
                button("Issue to the child", "secondary", "whose", "own");
  if (view.has_family)
    inside += text(" ") + button("Issue to the family", "secondary", "whose", "family");
  return post_form("/pupils/card", frame.token, inside);
}

Html cards(const PupilView& view, const PageFrame& frame) {
  Html inside = calm("No card.");
  if (!view.cards.empty()) {
    Table list{"Cards", {"Card", "Whose", "Issued", "Revoked"}, {}};
    for (const auto& card : view.cards) {
      list.rows.push_back(
          {text(card.masked), text(card.whose), text(card.issued), revoke_form(card, view, frame)});
    }
    inside = table(list);
  }
  return part("cards", "Cards", inside + issue_form(view, frame));
}

/// Everybody who sees the child's page may hand one on.
Html concern_link(const PupilView& view) {
  return element("p", {attr("class", "govuk-body")},
                 link("/concerns/new?pupil=" + view.id, "Hand on a concern"));
}

Html contact_link(const PupilView& view, const PupilContactLine& contact) {
  const auto of =
      element("span", {attr("class", "govuk-visually-hidden")}, text(" " + contact.name));
  return element("a",
                 {attr("class", "govuk-link"),
                  url("href", "/pupils/contact?pupil=" + view.id + "&place=" + contact.place)},
                 text("Change") + of);
}

Html contacts(const PupilView& view) {
  if (!view.shows_contacts) return {};
  Html add;
  if (view.may_change) {
    add = element("p", {attr("class", "govuk-body")},
                  link("/pupils/contact?pupil=" + view.id, "Add a contact"));
  }
  if (view.contacts.empty())
    return part("contacts", "Contacts",
                calm("Nobody is entered. Add whom the school rings, or import a list.") + add);
  Table list{"Contacts, in the order in which they are rung",
             {"Name", "Relationship", "Telephone", "Collecting"},
             {}};
  if (view.may_change) list.columns.emplace_back("Change");
  for (const auto& each : view.contacts) {
    const Html may = each.warning ? tag(each.may, "red") : text(each.may);
    list.rows.push_back({text(each.name), text(each.relationship), text(each.phones), may});
    if (view.may_change) list.rows.back().push_back(contact_link(view, each));
  }
  return part("contacts", "Contacts", table(list) + add);
}

}  // namespace

Html pupil_page(const PupilView& view, PageFrame frame) {
  frame.title = view.name;
  frame.path = "/pupils";
  const auto group = element("span", {attr("class", "hb-title__date")},
                             text(view.class_name + ", " + view.year_group));
  const auto title = element("h1", {attr("class", "govuk-heading-l hb-title hb-title--alone")},
                             text(view.name + " ") + group);
  const auto wide = element(
      "div", {attr("class", "hb-columns__wide")},
      part("year", "Marks of " + view.year, other_years(view) + grid(view)) + contacts(view));
  const auto narrow =
      element("div", {attr("class", "hb-columns__narrow")},
              join({part("figures", "Figures of " + view.year, figures(view)),
                    part("facts", "Entered",
                         facts(view) + change_link(view) + concern_link(view) + case_link(view)),
                    cards(view, frame)}));
  return page(frame, join({link("/pupils", "All pupils"), title,
                           element("div", {attr("class", "hb-columns")}, wide + narrow)}));
}

}  // namespace handbell::office
