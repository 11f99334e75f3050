#include "app/office/take/page_take.h"

#include "app/office/take/choice_buttons.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

Html title(std::string_view words, std::string_view session) {
  return element("h1", {attr("class", "govuk-heading-l hb-title")},
                 text(std::string(words) + " ") +
                     element("span", {attr("class", "hb-title__date")}, text(session)));
}

Html headline(const TakeView& view) {
  Html links;
  if (!view.other.empty()) {
    links += link(view.other, view.half == "am" ? "Afternoon" : "Morning");
  }
  if (!view.classes.empty()) links += link(view.classes, "Other class");
  Html all = title("Register of " + view.class_name, view.session) +
             element("p", {attr("class", "govuk-body hb-closes")}, text(view.times));
  if (!links.empty()) {
    all += element("nav", {attr("class", "hb-days"), attr("aria-label", "Other registers")}, links);
  }
  return element("div", {attr("class", "hb-headline")}, all);
}

std::string counted(const TakeSent& sent) {
  return fmt::format("{} present, {} late, {} not here", sent.present, sent.late, sent.not_here);
}

/// What changes while the register is taken.
Html state(const TakeView& view) {
  Html inside;
  if (view.sent) {
    inside = element("p", {attr("class", "hb-take__sent")},
                     element("strong", text("Sent at " + view.sent->at)) +
                         text(fmt::format(" by {}: {}. ", view.sent->by, counted(*view.sent))) +
                         link("/roll-call/sheet", "Print the sheet for a roll call"));
  } else if (!view.alert.words.empty()) {
    inside = element("p", {attr("class", "hb-take__alert hb-take__alert--" + view.alert.look)},
                     text(view.alert.words));
  }
  return element("div", {attr("id", "take-state"), attr("data-known", view.known)}, inside);
}

Html error_line(const TakeRow& row) {
  const std::string& words = row.doubt.empty() ? row.error : row.doubt;
  if (words.empty()) return {};
  return element("p", {attr("class", "hb-take__doubt")}, text(words));
}

Html child_name_of(const TakeRow& row) {
  return element("h3", {attr("class", "hb-take__name"), attr("id", "name-" + row.id)},
                 text(row.name));
}

/// What stands on the left of a row.
Html of_child(const TakeRow& row, const Html& name) {
  return element("div", join({name, about_child(row), error_line(row)}));
}

Html reason_field(const std::string& typed, const PageFrame& frame) {
  Field reason;
  reason.name = "reason";
  reason.label = "Why it is changed";
  reason.hint = "It stands in the register with your name for six years.";
  reason.value = typed;
  reason.error = frame.errors.of("reason");
  reason.longest = 1000;
  return text_area(reason, 2);
}

Html row_to_take(const TakeRow& row, const std::string& half) {
  const bool looks = !row.error.empty() || !row.doubt.empty();
  const auto inside =
      of_child(row, child_name_of(row)) + choice_buttons(row, "child-" + row.id, half);
  return element("li",
                 {attr("class", looks ? "hb-take__item hb-take__item--doubt" : "hb-take__item")},
                 element("div",
                         {attr("class", "hb-take__row"), attr("role", "group"),
                          attr("id", "child-" + row.id), attr("aria-labelledby", "name-" + row.id)},
                         inside));
}

Html row_as_sent(const TakeRow& row, const std::string& address) {
  const std::string words = row.said == "present"    ? "Present"
                            : row.said == "late"     ? "Late"
                            : row.said == "not-here" ? "Not here"
                                                     : "No mark";
  const std::string look = row.said.empty() ? "none" : row.said;
  const auto mark =
      element("strong", {attr("class", "hb-take__mark hb-take__mark--" + look)}, text(words));
  const auto change =
      element("a",
              {attr("class", "govuk-link hb-take__change"), attr("id", "change-" + row.id),
               url("href", address + "&change=" + row.id)},
              text("Change") +
                  element("span", {attr("class", "govuk-visually-hidden")}, text(" " + row.name)));
  const auto right = element("div", {attr("class", "hb-take__stands")}, mark + change);
  return element("li", {attr("class", "hb-take__item")},
                 element("div", {attr("class", "hb-take__row"), attr("id", "child-" + row.id)},
                         of_child(row, child_name_of(row)) + right));
}

Html hidden_part(const TakeView& view) {
  return join({hidden_field("class", view.class_name), hidden_field("session", view.half),
               hidden_field("day", view.day), hidden_field("known", view.known),
               hidden_field("upto", view.upto), hidden_field("again", view.again ? "1" : "")});
}

Html children_heading() {
  return element("h2", {attr("class", "govuk-visually-hidden")}, text("Children"));
}

/// The key Enter sends the register: without this it would press the first "Seen".
Html enter_sends() {
  return element("button",
                 {attr("class", "govuk-visually-hidden"), attr("type", "submit"),
                  attr("tabindex", "-1"), attr("aria-hidden", "true")},
                 text("Send"));
}

Html send_part(const TakeView& view, const PageFrame& frame) {
  Field headcount;
  headcount.name = "headcount";
  headcount.label = "How many children are in class?";
  headcount.hint = "Count them, then type the number: it must be those present and late.";
  headcount.value = view.headcount;
  headcount.error = frame.errors.of("headcount");
  headcount.inputmode = "numeric";
  headcount.width = "3";
  headcount.longest = 3;
  Html inside = element("p", {attr("class", "hb-take__tally"), attr("id", "tally")}, {});
  inside += input_field(headcount);
  if (view.again) inside += reason_field(view.reason, frame);
  inside += button(view.again ? "Send what changed" : "Send register");
  if (view.again) inside += link(view.address, "Leave it as it is");
  return element("div", {attr("class", "hb-take__send")}, inside);
}

Html form_part(const TakeView& view, const PageFrame& frame) {
  Html rows;
  for (const auto& row : view.rows) rows += row_to_take(row, view.half);
  const auto list = element("ul", {attr("class", "hb-take__list"), attr("role", "list")}, rows);
  const auto inside =
      join({enter_sends(), hidden_part(view), children_heading(), list, send_part(view, frame)});
  return post_form(
      "/register/send", frame.token, inside,
      {attr("id", "register"),
       attr("data-key", fmt::format("{}.{}.{}", view.day, view.half, view.class_name))});
}

Html sent_part(const TakeView& view, const PageFrame& frame) {
  Html rows;
  for (const auto& row : view.rows) rows += row_as_sent(row, view.address);
  const auto list = element("ul", {attr("class", "hb-take__list"), attr("role", "list")}, rows);
  const auto seen =
      post_form("/register/seen", frame.token, join({hidden_part(view), children_heading(), list}),
                {attr("id", "register-sent")});
  return seen + element("p", {attr("class", "govuk-body hb-take__again")},
                        link(view.address + "&again=1", "Take the whole register again"));
}

/// Filled by the script where the network is gone.
Html unsent_line() {
  return element(
      "p",
      {attr("id", "unsent"), attr("class", "hb-offline"), attr("role", "status"), flag("hidden")},
      {});
}

}  // namespace

Html choose_page(const std::vector<ClassLine>& classes, const std::string& session,
                 PageFrame frame) {
  frame.title = "Register";
  frame.path = "/register";
  Table list{"Classes", {"Class", "Children", "Register"}, {}};
  for (const auto& each : classes) {
    list.rows.push_back({link(each.address, each.name), text(std::to_string(each.children)),
                         tag(each.state.words, each.state.look)});
  }
  const auto head = element("div", {attr("class", "hb-headline")}, title("Register", session));
  const auto inside = classes.empty() ? calm("No class is yours. Ask the office to add you to one.")
                                      : part("classes", "Choose a class", table(list));
  return page(frame, head + inside);
}

Html take_page(const TakeView& view, PageFrame frame) {
  frame.title = "Register of " + view.class_name;
  frame.path = "/register";
  Html inside = state(view);
  if (!view.closed.empty()) {
    inside += calm(view.closed);
  } else if (view.sent && !view.again) {
    inside += sent_part(view, frame);
  } else {
    inside += form_part(view, frame);
  }
  const auto section = element("section",
                               {attr("id", "take"), attr("class", "hb-part hb-take"),
                                attr("aria-label", "Register"), attr("data-address", view.address)},
                               inside);
  return page(frame, join({headline(view), unsent_line(), section}));
}

Html change_page(const ChangeView& view, PageFrame frame) {
  frame.title = "Change " + view.row.name;
  frame.path = "/register";
  TakeRow row = view.row;
  row.error = frame.errors.of("said-" + row.id);
  row.unseen = false;  // what is chosen here says it
  const auto name =
      element("h2", {attr("class", "hb-take__name"), attr("id", "name-" + row.id)}, text(row.name));
  const auto choices = element("div",
                               {attr("class", "hb-take__row"), attr("role", "group"),
                                attr("aria-labelledby", "name-" + row.id)},
                               of_child(row, name) + choice_buttons(row, "said", view.half));
  const auto inside = join({hidden_field("class", view.class_name),
                            hidden_field("session", view.half), hidden_field("day", view.day),
                            hidden_field("pupil", row.id), hidden_field("upto", view.upto), choices,
                            reason_field(view.reason, frame), button("Change")});
  const auto section = element(
      "section", {attr("class", "hb-part hb-take hb-take--one"), attr("aria-label", "Change")},
      paragraph("In the register as sent: " + view.stands + ".") +
          post_form("/register/change", frame.token, inside));
  return page(
      frame,
      join({link(view.address, "Back to the register of " + view.class_name),
            element("div", {attr("class", "hb-headline")}, title(view.row.name, view.session)),
            section}));
}

}  // namespace handbell::office
