#include "app/office/calls/absence_part.h"

#include "app/office/calls/call_parts.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

Field field_of(const std::string& name, const std::string& key, const std::string& label,
               const std::string& value, const PageFrame& frame) {
  Field field;
  field.name = name + "-" + key;
  field.label = label;
  field.value = value;
  field.error = frame.errors.of(field.name);
  return field;
}

Html what_part(const CallsView& view, const RingChild& child, const PageFrame& frame) {
  const auto& form = child.absence;
  Html inside = radio_field(
      field_of("code", child.pupil, "Why is the child away?", form.code, frame), view.ready);
  const auto other = field_of("other", child.pupil, "Another reason", form.other, frame);
  return inside + select_field(other, view.others);
}

Html who_part(const RingChild& child, const std::vector<Choice>& who, const PageFrame& frame) {
  const auto& form = child.absence;
  auto said = field_of("said", child.pupil, "What was said", form.said, frame);
  said.hint = "Leave it empty where the reason says it all.";
  said.longest = 500;
  auto day = field_of("told-on", child.pupil, "Told on", form.told_on, frame);
  day.type = "date";
  day.longest = 10;
  auto time = field_of("told-at", child.pupil, "At", form.told_at, frame);
  time.type = "time";
  time.longest = 5;
  const auto when =
      element("div", {attr("class", "hb-call__when")}, input_field(day) + input_field(time));
  return join(
      {select_field(field_of("who", child.pupil, "Who told us?", form.who, frame), who),
       input_field(said), when,
       element("p", {attr("class", "govuk-hint")},
               text("Empty time: now. For a message on the answerphone, when it was left."))});
}

Html until_part(const CallsView& view, const RingChild& child, const PageFrame& frame) {
  const auto& form = child.absence;
  std::vector<Choice> choices{{"today", "Today"}};
  if (!view.next_day.empty()) choices.push_back({"next", "Until " + view.next_day});
  choices.push_back({"date", "Until another day"});
  auto day = field_of("until-day", child.pupil, "Last day", form.until_day, frame);
  day.type = "date";
  day.longest = 10;
  return radio_field(field_of("until", child.pupil, "Until when?", form.until, frame), choices) +
         input_field(day);
}

Html siblings_part(const RingChild& child, const PageFrame& frame) {
  if (child.siblings.empty()) return {};
  std::vector<Choice> choices;
  for (const auto& sibling : child.siblings) choices.push_back({sibling.pupil, sibling.name});
  return checkbox_field(field_of("also", child.pupil, "The same for", "", frame), choices,
                        child.absence.also);
}

/// A select and a button, for the family that rang again or was rung.
Html still_form(const StillAway& line, const PageFrame& frame) {
  const std::string key = line.pupil;
  Field who = field_of("still-who", key, "Told by", "", frame);
  who.value = line.who.front().value;
  const auto press =
      small_button(text("Still away") + unseen_words(" for " + line.name), "still-" + key, "", "");
  return post_form(
      "/calls/absence", frame.token,
      join({hidden_field("pupil", key), hidden_field("still", "1"),
            hidden_field("still-code-" + key, line.code),
            hidden_field("still-until-" + key, "today"),
            hidden_field("still-said-" + key, "still away"), select_field(who, line.who), press}),
      {attr("class", "hb-call__still")});
}

}  // namespace

Html absence_part(const CallsView& view, const RingChild& child, const std::vector<Choice>& who,
                  const PageFrame& frame) {
  const auto summary =
      element("summary", {attr("class", "govuk-details__summary")},
              element("span", {attr("class", "govuk-details__summary-text")},
                      text("Enter the reason") + unseen_words(" for " + child.name)));
  const auto column = [](const Html& inside) { return element("div", inside); };
  const auto columns =
      element("div", {attr("class", "hb-call__columns")},
              join({column(what_part(view, child, frame)), column(who_part(child, who, frame)),
                    column(until_part(view, child, frame) + siblings_part(child, frame))}));
  const auto done = element(
      "button",
      {attr("class", "govuk-button"), attr("type", "submit"), attr("id", "enter-" + child.pupil)},
      text("Enter the reason") + unseen_words(" for " + child.name));
  const auto form = post_form("/calls/absence", frame.token,
                              join({hidden_field("pupil", child.pupil), columns, done}));
  Attributes all{attr("class", "govuk-details hb-call__absence"),
                 attr("id", "absence-" + child.pupil)};
  if (child.absence.open) all.push_back(flag("open"));
  return element("details", all,
                 summary + element("div", {attr("class", "govuk-details__text")}, form));
}

Html refused_form(const RingChild& child, const PageFrame& frame) {
  if (child.refused.empty() || !child.may_enter_g) return {};
  const std::string& key = child.pupil;
  const auto press =
      small_button(text("Enter G: leave was refused") + unseen_words(", for " + child.name),
                   "refused-" + key, "", "");
  return post_form(
      "/calls/absence", frame.token,
      join({hidden_field("pupil", key), hidden_field("refused", "1"),
            hidden_field("refused-other-" + key, "G"), hidden_field("refused-who-" + key, "0"),
            hidden_field("refused-until-" + key, "today"),
            hidden_field("refused-said-" + key, "leave was not granted, and the child is away"),
            press}));
}

Html still_away_part(const CallsView& view, const PageFrame& frame) {
  if (view.still_away.empty()) return {};
  Html lines;
  for (const auto& line : view.still_away) {
    auto known = call_note(fmt::format("{}; today would be {}.", line.reason, line.day_words));
    if (line.on_list) {
      known += element("p", {attr("class", "hb-call__note")},
                       link("#child-" + line.pupil, "On the list: ring"));
    }
    const bool may = view.may_write && !line.code.empty();
    lines += call_line(child_words(line.pupil, line.name, line.class_name), known,
                       may ? still_form(line, frame) : Html(), false);
  }
  return call_section("still", "Still away?", view.still_away.size(),
                      element("p", {attr("class", "hb-hint")},
                              text("Away on the last school day with a known reason. Once the "
                                   "family has said so today, enter it here.")) +
                          call_lines(lines));
}

Html reasons_part(const CallsView& view, const PageFrame& frame) {
  Html lines;
  for (const auto& line : view.reasons) {
    const auto known =
        call_note(fmt::format("{}, told at {}. {}", line.what, line.told, line.words)) +
        call_note("Entered by " + line.by);
    Html undo;
    if (line.may_undo) {
      undo = post_form("/calls/absence/undo", frame.token,
                       hidden_field("entry", line.entry) +
                           small_button(text("Undo") + unseen_words(" for " + line.name),
                                        "undo-reason-" + line.entry, "", ""));
    }
    lines +=
        call_line(element("strong", text(line.name)) + text(" ") +
                      element("span", {attr("class", "hb-call__class")}, text(line.class_name)),
                  known, undo, false);
  }
  return call_section("reasons", "Known for today", view.reasons.size(),
                      view.reasons.empty() ? calm("None so far.") : call_lines(lines));
}

}  // namespace handbell::office
