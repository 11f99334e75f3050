#include "app/office/calls/call_card.h"

#include "app/office/calls/absence_part.h"
#include "app/office/calls/call_parts.h"

#include <fmt/format.h>

#include <array>

namespace handbell::office {
namespace {

struct ResultButton {
  std::string_view value;
  std::string_view words;
};

constexpr std::array<ResultButton, 5> kResults{{{"no_answer", "No answer"},
                                                {"message_left", "Message left"},
                                                {"spoke", "Spoke"},
                                                {"coming", "Will come"},
                                                {"wrong_number", "Wrong number"}}};

Html phone_links(const CallContact& contact) {
  Html links;
  for (const auto& phone : contact.phones) {
    links += element("a", {attr("class", "govuk-link hb-call__phone"), telephone(phone.dialled)},
                     text(phone.shown)) +
             text(" ");
  }
  if (contact.phones.empty()) links = text("No number");
  return links;
}

Html result_buttons(const std::string& pupil, int order, const std::string& whom) {
  Html buttons;
  for (const auto& result : kResults) {
    const auto value = fmt::format("{}.{}", order, result.value);
    buttons +=
        small_button(text(result.words) + unseen_words(": " + whom),
                     fmt::format("rang-{}-{}-{}", pupil, order, result.value), "rang", value);
  }
  return element("div", {attr("class", "hb-call__results")}, buttons);
}

Html contact_part(const CallsView& view, const RingChild& child, const CallContact& contact) {
  Html inside = element("strong", text(contact.name));
  if (!contact.relationship.empty()) inside += text(" (" + contact.relationship + ")");
  inside += text(" ") + phone_links(contact);
  if (contact.court_order) inside += tag("Court order: see the pupil's page first", "red");
  inside = element("div", {attr("class", "hb-call__adult")}, inside + call_note(contact.calls));
  if (view.may_write) inside += result_buttons(child.pupil, contact.order, contact.name);
  return element("li", {attr("class", "hb-call__contact")}, inside);
}

/// The key Enter says nothing of a call: without this it would press the first "No answer".
Html enter_says_nothing() {
  return element("button",
                 {attr("class", "govuk-visually-hidden"), attr("type", "submit"),
                  attr("tabindex", "-1"), attr("aria-hidden", "true")},
                 text("None"));
}

Html said_fields(const RingChild& child, const PageFrame& frame) {
  Field words;
  words.name = "words-" + child.pupil;
  words.label = "What was said";
  words.value = child.words;
  words.error = frame.errors.of(words.name);
  words.longest = 1000;
  Field came;
  came.name = "came-" + child.pupil;
  came.label = "Will be here by";
  came.value = child.came_at;
  came.error = frame.errors.of(came.name);
  came.type = "time";
  came.longest = 5;
  return element("div", {attr("class", "hb-call__said")}, input_field(words) + input_field(came));
}

Html contacts_part(const CallsView& view, const RingChild& child, const PageFrame& frame) {
  Html lines;
  for (const auto& contact : child.contacts) lines += contact_part(view, child, contact);
  if (child.contacts.empty()) {
    CallContact nobody;
    nobody.name = "Nobody is on the list of contacts: look in the school's records";
    lines = contact_part(view, child, nobody);
  }
  auto list = element("ol",
                      {attr("class", "hb-call__contacts"), attr("role", "list"),
                       attr("id", "contacts-" + child.pupil)},
                      lines);
  if (!view.may_write) return list;
  return post_form("/calls/attempt", frame.token,
                   join({enter_says_nothing(), hidden_field("pupil", child.pupil), list,
                         said_fields(child, frame)}));
}

std::string siblings_words(const RingChild& child) {
  if (child.siblings.empty()) return "";
  std::string names;
  for (const auto& sibling : child.siblings) names += (names.empty() ? "" : ", ") + sibling.name;
  return "Also away: " + names + ". Ring once: a call to the same adult is noted for each.";
}

Html notes_part(const RingChild& child) {
  Html notes = call_note(child.social_worker, "red");
  notes += call_note(child.asks, "strong");
  if (!child.before.empty()) {
    notes += call_note("Until the last school day: " + child.before +
                       ". Ask whether the child is still away.");
  }
  notes += call_note(child.refused, "strong");
  notes += call_note(siblings_words(child));
  if (!child.language.empty()) notes += call_note("The family speaks " + child.language + ".");
  notes += call_note(child.coming, child.late_again ? "red" : "strong");
  notes += call_note(child.next, "red");
  return notes;
}

std::vector<Choice> who_choices(const RingChild& child) {
  std::vector<Choice> who;
  for (const auto& contact : child.contacts) {
    const auto of = contact.relationship.empty() ? "" : ", " + contact.relationship;
    who.push_back({std::to_string(contact.order), contact.name + of});
  }
  who.push_back({"0", "Somebody else"});
  return who;
}

}  // namespace

Html call_card(const CallsView& view, const RingChild& child, const PageFrame& frame) {
  Html name = child_words(child.pupil, child.name, child.class_name);
  if (!child.social_worker.empty()) name += text(" ") + tag("Social worker", "red");
  if (!child.day_words.empty()) {
    name += text(" ") + tag(child.day_words, child.day > 2 ? "red" : "orange");
  }
  Html inside = element("h3", {attr("class", "govuk-heading-s hb-call__name")}, name);
  inside += notes_part(child) + contacts_part(view, child, frame);
  inside += element("p", {attr("class", "hb-call__note")},
                    link("/concerns/new?pupil=" + child.pupil, "Hand on a concern"));
  if (view.may_write) inside += refused_form(child, frame);
  if (view.may_write) inside += absence_part(view, child, who_choices(child), frame);
  return element(
      "li", {attr("class", "hb-call"), attr("id", "child-" + child.pupil), attr("data-live", "")},
      inside);
}

}  // namespace handbell::office
