#include "app/office/take/choice_buttons.h"

#include <array>

namespace handbell::office {
namespace {

struct OneChoice {
  std::string value;
  std::string words;
  std::string code;
};

Html hidden_words(std::string_view words) {
  return element("span", {attr("class", "govuk-visually-hidden")}, text(words));
}

Html one_choice(const TakeRow& row, const std::string& name, const OneChoice& choice, bool first) {
  const std::string id = first ? "said-" + row.id : "said-" + row.id + "-" + choice.value;
  Attributes input{attr("class", "hb-take__input"), attr("type", "radio"), attr("id", id),
                   attr("name", name), attr("value", choice.value)};
  if (row.said == choice.value) input.push_back(flag("checked"));
  const auto letter = element("span", {attr("class", "hb-take__code"), attr("aria-hidden", "true")},
                              text(choice.code));
  const auto label = element(
      "label", {attr("class", "hb-take__choice hb-take__choice--" + choice.value), attr("for", id)},
      letter + text(choice.words));
  return lone("input", input) + label;
}

}  // namespace

Html choice_buttons(const TakeRow& row, const std::string& name, const std::string& half) {
  const std::array<OneChoice, 3> choices{{{"present", "Present", half == "am" ? "/" : "\\"},
                                          {"late", "Late", "L"},
                                          {"not-here", "Not here", "N"}}};
  Html all;
  for (const auto& choice : choices) {
    all += one_choice(row, name, choice, choice.value == "present");
  }
  return element("div", {attr("class", "hb-take__choices")}, all);
}

Html about_child(const TakeRow& row) {
  Html inside;
  for (const auto& note : row.notes) {
    const std::string look = note.look.empty() ? "" : " hb-take__note--" + note.look;
    inside += element("span", {attr("class", "hb-take__note" + look)}, text(note.words));
  }
  if (row.unseen) {
    inside += element("button",
                      {attr("class", "govuk-button govuk-button--secondary hb-take__seen"),
                       attr("id", "seen-" + row.id), attr("name", "seen"), attr("value", row.id),
                       attr("type", "submit"), url("formaction", "/register/seen")},
                      text("Seen") + hidden_words(", " + row.name));
  }
  return element("div", {attr("class", "hb-take__about"), attr("id", "about-" + row.id)}, inside);
}

}  // namespace handbell::office
