#include "app/office/cards/page_release_cards.h"

#include "app/office/page/form.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

constexpr const char* kPlace = "/cards/staff";

Html revoke_form(const ReleaseCardLine& line, const PageFrame& frame) {
  const auto whom = element("span", {attr("class", "govuk-visually-hidden")},
                            text(fmt::format(" card {} of {}", line.masked, line.holder)));
  return post_form("/cards/staff/revoke", frame.token,
                   hidden_field("card", line.number) +
                       element("button",
                               {attr("class", "govuk-button govuk-button--warning hb-card-give"),
                                attr("type", "submit")},
                               text("Lost: revoke") + whom));
}

Html held_cards(const ReleaseCardsView& view, const PageFrame& frame) {
  if (view.held.empty()) return calm("No member of staff has a card.");
  Table list{"Staff cards", {"Holder", "Card", "Issued", "What it opens", "Revoke"}, {}};
  for (const auto& line : view.held) {
    list.rows.push_back({text(line.holder), text(line.masked), text(line.issued), text(line.key),
                         revoke_form(line, frame)});
  }
  return table(list) + paragraph(
                           "Doors that the office reaches hear of it at once. Who forgot the "
                           "PIN has the same card written again with another.");
}

Field pin_field(const std::string& name, const std::string& label, const PageFrame& frame) {
  Field field;
  field.name = name;
  field.label = label;
  field.type = "password";
  field.inputmode = "numeric";
  field.width = "10";
  field.longest = static_cast<int>(reg::kReleasePinMost);
  field.error = frame.errors.of(name);
  field.autocomplete = "new-password";
  return field;
}

Html write_form(const ReleaseCardsView& view, const PageFrame& frame) {
  Field whose;
  whose.name = "staff";
  whose.label = "Whose card";
  whose.value = view.chosen;
  whose.error = frame.errors.of("staff");
  std::vector<Choice> choices{{"", "Choose a member of staff"}};
  for (const auto& [id, name] : view.staff) choices.push_back({id, name});
  Field pin = pin_field("pin", "PIN, typed by its holder", frame);
  pin.hint = "6 to 12 digits. Nobody else sees it, and it can't be shown again.";
  return post_form("/cards/staff/write", frame.token,
                   join({hidden_field("card", view.card), select_field(whose, choices),
                         input_field(pin), input_field(pin_field("again", "PIN again", frame)),
                         button("Write the card " + view.masked)}));
}

Html writing(const ReleaseCardsView& view, const PageFrame& frame) {
  Html inside = paragraph(view.key_words);
  if (view.card_words.empty()) {
    return inside + calm("Lay the card on the desk reader, and leave it there.") +
           question_form(kPlace, button("Look again", "secondary"));
  }
  inside += element("p", {attr("class", "govuk-body hb-card-held")},
                    element("strong", text(view.masked)) + text(" ") + text(view.card_words));
  if (!view.writable) return inside + question_form(kPlace, button("Look again", "secondary"));
  return join({inside, write_form(view, frame),
               question_form(kPlace, button("Another card lies there", "secondary"))});
}

}  // namespace

Html release_cards_page(const ReleaseCardsView& view, PageFrame frame) {
  frame.title = "Staff cards";
  frame.path = kPlace;
  const auto title = element("h1", {attr("class", "govuk-heading-l")}, text("Staff cards"));
  return page(
      frame,
      join({title,
            paragraph("With a card that proves itself and a PIN a member of staff hands a child "
                      "over at the door. Children whom somebody may not collect stay with the "
                      "office, whatever card is used."),
            part("write", "Make a card that releases", writing(view, frame)),
            part("held", "Who holds one", held_cards(view, frame)),
            link("/cards", "Pupils' cards")}));
}

Html written_card_page(const WrittenCard& card, const std::string& holder, PageFrame frame) {
  frame.title = "Give the card";
  frame.path = kPlace;
  const auto title = element("h1", {attr("class", "govuk-heading-l")}, text("The card is written"));
  return page(
      frame,
      join({title,
            paragraph(fmt::format("The card {} is ready. It opens nothing until you give it, "
                                  "within ten minutes.",
                                  card.card.masked())),
            post_form("/cards/staff/give", frame.token,
                      hidden_field("ticket", card.ticket) + button("Give it to " + holder)),
            link(kPlace, "Give it to nobody")}));
}

}  // namespace handbell::office
