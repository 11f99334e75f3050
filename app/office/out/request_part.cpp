#include "app/office/out/request_part.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

std::string names_of(const OutRequest& request) {
  std::string names;
  for (const auto& child : request.children) names += (names.empty() ? "" : ", ") + child.name;
  return names;
}

bool is_restricted(const OutRequest& request) {
  return std::ranges::any_of(request.children,
                             [](const OutChild& child) { return !child.warning.empty(); });
}

std::string field(const char* name, const OutRequest& request) {
  return std::string(name) + "-" + request.key;
}

Html title(const OutRequest& request) {
  Html names;
  for (const auto& child : request.children) {
    if (!names.empty()) names += text(", ");
    names += who_words(child.pupil, child.name, child.class_name);
  }
  return element(
      "h3",
      {attr("class", "govuk-heading-s hb-release__name"), attr("id", field("request", request))},
      names);
}

Html line(std::string_view words, std::string_view look = "hb-release__words") {
  if (words.empty()) return {};
  return element("p", {attr("class", look)}, text(words));
}

/// Which of the siblings the answer is for.
Html who_field(const OutRequest& request, std::string_view step, const FormErrors& errors) {
  if (request.children.size() == 1) {
    return hidden_field("child", request.children.front().key);
  }
  Html boxes;
  for (const auto& child : request.children) {
    const std::string id = fmt::format("for-{}-{}", step, child.key);
    Attributes all{attr("class", "govuk-checkboxes__input"), attr("type", "checkbox"),
                   attr("id", id), attr("name", "child"), attr("value", child.key)};
    if (std::ranges::find(request.chosen, child.key) != request.chosen.end()) {
      all.push_back(flag("checked"));
    }
    boxes +=
        element("div", {attr("class", "govuk-checkboxes__item")},
                lone("input", all) +
                    element("label",
                            {attr("class", "govuk-label govuk-checkboxes__label"), attr("for", id)},
                            text(child.name)));
  }
  const std::string wrong = request.step == step ? errors.of(field("request", request)) : "";
  const auto legend = element("legend", {attr("class", "govuk-visually-hidden")},
                              text("For which of the children"));
  const auto error =
      wrong.empty() ? Html() : element("p", {attr("class", "govuk-error-message")}, text(wrong));
  return element(
      "fieldset", {attr("class", "govuk-fieldset hb-release__who")},
      join({legend, error,
            element("div", {attr("class", "govuk-checkboxes govuk-checkboxes--small")}, boxes)}));
}

Html submit(const OutRequest& request, const std::string& id, std::string_view words,
            std::string_view look) {
  const std::string all = look.empty() ? "govuk-button" : "govuk-button " + std::string(look);
  return element(
      "button",
      {attr("class", all), attr("type", "submit"), attr("id", field(id.c_str(), request))},
      text(words) + hidden_words(": " + names_of(request)));
}

Html answer_form(const OutRequest& request, std::string_view step, const Html& inside,
                 const PageFrame& frame) {
  return post_form(
      fmt::format("/out/{}", step), frame.token,
      join({hidden_field("key", request.key), who_field(request, step, frame.errors), inside}),
      {attr("class", "hb-release__form")});
}

/// A step that is not the next one: folded, but where the form came back.
Html folded(const OutRequest& request, std::string_view step, std::string_view words,
            const Html& inside) {
  Attributes all{attr("class", "govuk-details hb-release__more"),
                 attr("id", fmt::format("{}-more-{}", step, request.key))};
  if (request.step == step) all.push_back(flag("open"));
  const auto summary = element("summary", {attr("class", "govuk-details__summary")},
                               element("span", {attr("class", "govuk-details__summary-text")},
                                       text(words) + hidden_words(": " + names_of(request))));
  return element("details", all,
                 summary + element("div", {attr("class", "govuk-details__text")}, inside));
}

Html tell_form(const OutRequest& request, const PageFrame& frame) {
  if (!request.may_tell) return {};
  const std::string name = field("told", request);
  auto told =
      line_field(name, "Class told: to whom did you speak?", request.typed.told, frame.errors);
  told.width = "20";
  return answer_form(
      request, "tell",
      input_field(told) + submit(request, "tell", "Class told", "govuk-button--secondary"), frame);
}

Html despite_field(const OutRequest& request, const PageFrame& frame) {
  const std::string name = field("despite", request);
  const bool came_back = !frame.errors.of(name).empty() || !request.typed.despite.empty();
  if (!is_restricted(request) && !came_back) return {};
  const std::string label = request.asks_anew && !request.adult.empty()
                                ? "What stands against it is not what the grant was given under: "
                                  "why does the child go all the same?"
                                : "Why does the child go in spite of the warning?";
  return despite_warning_field(name, label, request.typed.despite, frame.errors);
}

/// What this page says against it, so that a reason answers what was read and nothing newer.
Html warned_fields(const OutRequest& request) {
  Html fields;
  for (const auto& child : request.children) {
    fields += hidden_field("warned-" + child.key, child.warning);
  }
  return fields;
}

Html grant_form(const OutRequest& request, const PageFrame& frame) {
  if (!request.waits) return {};
  auto adult = line_field(field("adult", request), "Who is the adult? Full name",
                          request.typed.adult, frame.errors);
  adult.width = "20";
  adult.longest = 80;
  return answer_form(
      request, "grant",
      join({warned_fields(request), input_field(adult),
            check_field(field("checked", request), request.typed.checked, frame.errors),
            despite_field(request, frame), submit(request, "grant", "Checked: may go", "")}),
      frame);
}

Html hand_over_form(const OutRequest& request, const PageFrame& frame) {
  if (!request.granted) return {};
  const std::string name = field("adult", request);
  Html adult;
  if (request.adult.empty()) {
    auto typed = line_field(name, "Handed over to: full name", request.typed.adult, frame.errors);
    typed.longest = 80;
    adult = input_field(typed);
  } else {
    adult =
        element("p", {attr("class", "hb-release__adult"), attr("id", name)},
                join({text("To "), element("strong", text(request.adult)),
                      text(", who was checked. For another adult take the grant back first.")})) +
        hidden_field(name, request.adult);
  }
  auto back_by = line_field(field("back_by", request), "Back by, if the child returns today",
                            request.typed.back_by, frame.errors);
  back_by.type = "time";
  back_by.width = "5";
  back_by.hint = request.back_today ? "The adult said at the door: back today." : "";
  Html despite;
  const bool again = request.asks_anew || request.adult.empty() || !request.typed.despite.empty() ||
                     !frame.errors.of(field("despite", request)).empty();
  if (again) despite = despite_field(request, frame);
  return answer_form(request, "hand-over",
                     join({warned_fields(request), adult, input_field(back_by), despite,
                           submit(request, "hand", "Handed over now", "")}),
                     frame);
}

Html refuse_form(const OutRequest& request, const PageFrame& frame) {
  auto why = line_field(field("reason", request), "Why does the child stay?", request.typed.reason,
                        frame.errors);
  why.longest = 1000;
  const auto form = answer_form(
      request, "refuse",
      input_field(why) + submit(request, "refuse", "Refuse", "govuk-button--warning"), frame);
  return folded(request, "refuse", "Refuse: the child stays", form);
}

Html undo_form(const OutRequest& request, const PageFrame& frame) {
  if (request.undo.empty()) return {};
  return post_form("/out/undo", frame.token,
                   hidden_field("entries", request.undo) +
                       row_button("Typed in error: take back " + request.undone, names_of(request)),
                   {attr("class", "hb-release__undo")});
}

Html forms(const OutRequest& request, const PageFrame& frame) {
  return element(
      "div", {attr("class", "hb-release__steps")},
      join({tell_form(request, frame), grant_form(request, frame), hand_over_form(request, frame),
            refuse_form(request, frame), undo_form(request, frame)}));
}

}  // namespace

Html request_part(const OutRequest& request, bool may_write, const PageFrame& frame) {
  Html lists;
  for (const auto& child : request.children) {
    const bool several = request.children.size() > 1;
    if (several) lists += line(child.name, "hb-release__of");
    lists += warning_words(child) + collect_list(child);
  }
  Html so_far;
  for (const auto& words : request.so_far) so_far += line(words, "hb-release__so-far");
  const bool urgent = is_restricted(request);
  return element(
      "li",
      {attr("class", urgent ? "hb-release hb-release--restricted" : "hb-release"),
       attr("id", "release-" + request.key)},
      join({title(request), line(request.asked), line(request.why), line(request.appointment),
            so_far, lists, may_write ? forms(request, frame) : Html()}));
}

}  // namespace handbell::office
