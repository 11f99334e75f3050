#include "app/office/cards/page_cards.h"

#include "app/office/page/form.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

Html readers_lines(const CardsView& view) {
  if (view.readers.empty()) {
    return paragraph(
        "No desk reader is connected. A card's number can be typed on the pupil's own "
        "page; how a reader is connected stands in assets/docs/hardware.md.");
  }
  Html lines;
  for (const auto& reader : view.readers) lines += paragraph(reader);
  return lines;
}

Html card_lines(const CardsView& view) {
  if (view.several) return paragraph("Several cards lie there: one at a time, please.");
  const auto& card = view.card;
  if (card.number.empty()) {
    return calm(view.readers.empty() ? "No card." : "Hold a card to the reader.");
  }
  Html words = element("p", {attr("class", "govuk-body hb-card-held")},
                       element("strong", text(card.masked)) + text(" ") + text(card.words));
  if (card.pupil.empty()) return words;
  return words + element("p", {attr("class", "govuk-body")},
                         link("/pupils/one?pupil=" + card.pupil, "Open the child's page"));
}

/// Where scripts do not run a person asks again.
Html look_again(const CardsView& view) {
  return question_form("/cards", hidden_field("class", std::to_string(view.chosen)) +
                                     button("Look again", "secondary"));
}

Html classes(const CardsView& view) {
  Html links;
  for (std::size_t i = 0; i < view.classes.size(); ++i) {
    const auto& [name, lacking] = view.classes[i];
    const auto words = fmt::format("{} ({})", name.empty() ? "No class" : name, lacking);
    Attributes all{attr("class", "govuk-link"), url("href", fmt::format("/cards?class={}", i))};
    if (i == view.chosen) all.push_back(attr("aria-current", "page"));
    links += element("a", all, text(words));
  }
  return element("nav", {attr("class", "hb-card-classes"), attr("aria-label", "Classes")}, links);
}

Html give_form(const NeedsCardLine& line, const CardsView& view, const PageFrame& frame) {
  if (!view.card.free || view.several) return text("–");
  const auto whom =
      element("span", {attr("class", "govuk-visually-hidden")}, text(" to " + line.name));
  const auto press = [&](std::string_view words, std::string_view whose) {
    const std::string look = whose == "family" ? " govuk-button--secondary" : "";
    return element("button",
                   {attr("class", "govuk-button hb-card-give" + look), attr("type", "submit"),
                    attr("name", "whose"), attr("value", whose)},
                   text(words) + whom);
  };
  Html inside =
      join({hidden_field("pupil", line.pupil), hidden_field("card", view.card.number),
            hidden_field("class", std::to_string(view.chosen)), press("Give this card", "own")});
  if (line.has_family) inside += press("For the family's keyring", "family");
  return post_form("/cards/give", frame.token, inside);
}

Html needing(const CardsView& view, const PageFrame& frame) {
  if (view.lines.empty()) {
    return calm(view.classes.empty() ? "No pupil is on roll." : "Everybody in this class has one.");
  }
  Table list{fmt::format("{} without a card, {} with one", view.lines.size(), view.with_card),
             {"Pupil", "Card"},
             {}};
  for (const auto& line : view.lines) {
    const auto name =
        element("a", {attr("class", "govuk-link"), url("href", "/pupils/one?pupil=" + line.pupil)},
                text(line.name));
    list.rows.push_back({name, give_form(line, view, frame)});
  }
  return table(list);
}

Html live_part(std::string_view id, std::string_view title, const Html& inside) {
  return element("section", {attr("id", id), attr("class", "hb-part"), attr("data-live", "")},
                 heading(title, 2) + inside);
}

}  // namespace

Html cards_page(const CardsView& view, PageFrame frame) {
  frame.title = "Cards";
  frame.path = "/cards";
  const auto title = element("h1", {attr("class", "govuk-heading-l")}, text("Cards"));
  const std::string of = view.class_name();
  const std::string needs = of.empty() ? "Without a card" : "Without a card in " + of;
  return page(frame, join({title,
                           live_part("on-reader", "On the desk reader",
                                     join({card_lines(view), readers_lines(view)})),
                           look_again(view), part("classes", "How many lack a card", classes(view)),
                           live_part("needing", needs, needing(view, frame)),
                           link("/cards/staff", "Staff cards"), live_page()}));
}

}  // namespace handbell::office
