#include "app/office/reconcile/page_reconcile.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

Html hidden_words(std::string_view words) {
  return element("span", {attr("class", "govuk-visually-hidden")}, text(words));
}

Html quiet(std::string_view words) {
  if (words.empty()) return {};
  return element("p", {attr("class", "hb-side__quiet")}, text(words));
}

Html code_mark(const std::string& code, const std::string& name) {
  const std::string_view look = code == "L" ? "yellow" : code == "U" ? "red" : "grey";
  return element("strong", {attr("class", fmt::format("govuk-tag govuk-tag--{} hb-mark", look))},
                 text(code) + (name.empty() ? Html() : hidden_words(", " + name)));
}

Html side(std::string_view title, const Html& inside) {
  return element("div", {attr("class", "hb-side")},
                 element("dt", {attr("class", "hb-side__title")}, text(title)) +
                     element("dd", {attr("class", "hb-side__said")}, inside));
}

Html register_side(const OpenLine& line) {
  const auto said = element("p", {attr("class", "hb-side__first")},
                            code_mark(line.code, "") + text(" ") + text(line.code_name));
  return side("Register", join({said, quiet(line.written), quiet(line.reason)}));
}

Html door_side(const OpenLine& line) {
  const auto said = element("p", {attr("class", "hb-side__first")},
                            text("Came at ") + element("strong", text(line.arrived)));
  return side("Door", said + quiet(line.door));
}

Html office_side(const OpenLine& line) {
  Html inside = element("p", {attr("class", "hb-side__first")}, text(line.where));
  for (const auto& told : line.told) inside += quiet(told);
  if (line.told.empty()) inside += quiet("The family told us nothing of this session.");
  return side("Office", inside);
}

Html fields_of_line(const ReconcileView& view, const OpenLine& line) {
  return join({hidden_field("day", view.day), hidden_field("session", line.half),
               hidden_field("pupil", line.pupil), hidden_field("seen", line.seen)});
}

Html one_click(const OpenLine& line) {
  return element(
      "button",
      {attr("class", "govuk-button hb-settle__one"), attr("type", "submit"), attr("name", "as"),
       attr("value", "suggested"), attr("id", "suggested-" + line.key)},
      text(fmt::format("Settle as {}", line.suggested)) + hidden_words(" for " + line.name));
}

Html ways(const OpenLine& line, const FormErrors& errors) {
  Field way;
  way.name = "way-" + line.key;
  way.label = "What is right, and why";
  way.value = line.way;
  way.error = errors.of(way.name);
  Field code;
  code.name = "code-" + line.key;
  code.label = "Another mark";
  code.value = line.own_code;
  code.error = errors.of(code.name);
  Field reason;
  reason.name = "reason-" + line.key;
  reason.label = "Why";
  reason.value = line.own_reason;
  reason.error = errors.of(reason.name);
  reason.longest = 1000;
  const auto own = element("div", {attr("class", "hb-settle__own")},
                           select_field(code, line.codes) + input_field(reason));
  const auto done = element("button",
                            {attr("class", "govuk-button govuk-button--secondary"),
                             attr("type", "submit"), attr("name", "as"), attr("value", "chosen")},
                            text("Settle so") + hidden_words(" for " + line.name));
  return join({radio_field(way, line.ready), own, done});
}

Html other_ways(const OpenLine& line, const FormErrors& errors) {
  const auto summary =
      element("summary", {attr("class", "govuk-details__summary")},
              element("span", {attr("class", "govuk-details__summary-text")},
                      text("Keep the mark, or another way") + hidden_words(" for " + line.name)));
  Attributes all{attr("class", "govuk-details hb-settle__more")};
  if (line.typed_in) all.push_back(flag("open"));
  return element(
      "details", all,
      summary + element("div", {attr("class", "govuk-details__text")}, ways(line, errors)));
}

Html open_part(const ReconcileView& view, const OpenLine& line, const PageFrame& frame) {
  const auto title = element(
      "h3", {attr("class", "govuk-heading-s hb-conflict__name"), attr("id", line.key)},
      join({link("/pupils/mark?pupil=" + line.pupil + "&day=" + view.day + "&session=" + line.half,
                 line.name),
            text(" "),
            element("span", {attr("class", "hb-conflict__class")},
                    text(line.class_name + ", " + line.session))}));
  Html urgent;
  if (line.missing_in_class) {
    urgent = element("p", {attr("class", "hb-conflict__urgent")},
                     text("Marked absent, but came to the door: find the child first."));
  }
  const auto sides = element("dl", {attr("class", "hb-sides")},
                             join({register_side(line), door_side(line), office_side(line)}));
  const auto suggestion =
      element("p", {attr("class", "hb-conflict__suggestion")}, text(line.suggestion));
  const auto form = post_form("/reconcile/settle", frame.token,
                              join({fields_of_line(view, line), suggestion, one_click(line),
                                    other_ways(line, frame.errors)}),
                              {attr("class", "hb-settle")});
  const std::string look =
      line.missing_in_class ? "hb-conflict hb-conflict--urgent" : "hb-conflict";
  return element("li", {attr("class", look)}, join({title, urgent, sides, form}));
}

Html count_words(std::size_t count) {
  return text(" ") + element("span", {attr("class", "hb-count")}, text(std::to_string(count)));
}

Html section(std::string_view id, std::string_view title, std::size_t count, const Html& inside) {
  const std::string head = std::string(id) + "-heading";
  return element("section",
                 {attr("id", id), attr("class", "hb-part"), attr("aria-labelledby", head)},
                 element("h2", {attr("class", "govuk-heading-m"), attr("id", head)},
                         text(title) + count_words(count)) +
                     inside);
}

Html open_section(const ReconcileView& view, const PageFrame& frame) {
  if (view.open.empty()) {
    return section("open", "To settle", 0,
                   calm(view.is_today ? "Register and door say the same so far."
                                      : "Register and door say the same on this day."));
  }
  Html lines;
  for (const auto& line : view.open) lines += open_part(view, line, frame);
  return section("open", "To settle", view.open.size(),
                 element("ul", {attr("class", "hb-conflicts"), attr("role", "list")}, lines));
}

Html undo_form(const ReconcileView& view, const SettledLine& line, const PageFrame& frame) {
  if (!line.may_undo) return {};
  const auto words = text("Undo") + hidden_words(" for " + line.name);
  const auto button = element(
      "button",
      {attr("class", "govuk-button govuk-button--secondary hb-row-button"), attr("type", "submit")},
      words);
  return post_form(
      "/reconcile/undo", frame.token,
      join({hidden_field("day", view.day), hidden_field("session", line.half),
            hidden_field("pupil", line.pupil), hidden_field("entry", line.entry), button}));
}

Html settled_section(const ReconcileView& view, const PageFrame& frame) {
  if (view.settled.empty()) return section("settled", "Settled", 0, calm("Nothing so far."));
  Table list{"What a person decided",
             {"Child", "Door", "Was", "Is", "Why", "By whom and when", "Undo"},
             {},
             false};
  for (const auto& line : view.settled) {
    list.rows.push_back({text(line.name) + element("span", {attr("class", "hb-note")},
                                                   text(line.class_name + ", " + line.session)),
                         text(line.arrived), code_mark(line.was, ""), code_mark(line.is, ""),
                         text(line.why), text(line.who + ", at " + line.when),
                         undo_form(view, line, frame)});
  }
  return section("settled", "Settled", view.settled.size(), table(list));
}

Html earlier_part(const ReconcileView& view) {
  if (view.earlier.empty()) return {};
  Html days;
  for (const auto& day : view.earlier) {
    days += element("li",
                    link("/reconcile?on=" + day.day, day.date) +
                        text(day.open == 1 ? ": 1 child" : fmt::format(": {} children", day.open)));
  }
  return element("section", {attr("class", "hb-left-over"), attr("aria-label", "Earlier days")},
                 element("p", {attr("class", "hb-left-over__words")},
                         text("Earlier days still have some to settle:")) +
                     element("ul", {attr("class", "hb-left-over__days")}, days));
}

/// Where marks of another register are imported (D50).
Html other_register_part(const ReconcileView& view) {
  if (view.other_register.empty() && view.different == 0) return {};
  const std::string other =
      view.other_register.empty() ? "the other register" : view.other_register;
  const std::string words =
      view.different == 0 ? "Nothing imported from " + other + " differs on this day."
      : view.different == 1
          ? "1 session of this day is told otherwise by " + other + "."
          : fmt::format("{} sessions of this day are told otherwise by {}.", view.different, other);
  return element("p", {attr("class", "govuk-body"), attr("id", "other-register")},
                 text(words + " ") + link("/reconcile/differences", "Differences of this year"));
}

Html headline(const ReconcileView& view) {
  Html links = link("/reconcile?on=" + view.previous, "Day before");
  if (!view.next.empty()) links += link("/reconcile?on=" + view.next, "Day after");
  if (!view.is_today) links += link("/reconcile", "Today");
  return element(
      "div", {attr("class", "hb-headline")},
      join({element("h1", {attr("class", "govuk-heading-l hb-title")},
                    text("Reconcile ") +
                        element("span", {attr("class", "hb-title__date")}, text(view.date))),
            element("nav", {attr("class", "hb-days"), attr("aria-label", "Days")}, links)}));
}

}  // namespace

Html reconcile_page(const ReconcileView& view, PageFrame frame) {
  frame.title = view.is_today ? "Reconcile" : "Reconcile " + view.date;
  frame.path = "/reconcile";
  const auto hint = element(
      "p", {attr("class", "govuk-body hb-hint")},
      text("Both sides stand until you decide. Nothing is overwritten: what you settle is one more "
           "entry with your name and a reason."));
  return page(frame, join({headline(view), earlier_part(view), other_register_part(view), hint,
                           open_section(view, frame), settled_section(view, frame)}));
}

}  // namespace handbell::office
