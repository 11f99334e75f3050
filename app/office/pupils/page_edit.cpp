#include "app/office/pupils/page_edit.h"

#include "app/office/page/form.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

std::string place_of_pupil(const std::string& id) { return "/pupils/one?pupil=" + id; }

Html title_of(const std::string& words) {
  return element("h1", {attr("class", "govuk-heading-l hb-title hb-title--alone")}, text(words));
}

Html entered_form(const EditView& view, const PageFrame& frame) {
  Field language;
  language.name = "language";
  language.label = "Language at home";
  language.hint = "A language or its code: Urdu or ur. Empty for English.";
  language.value = view.language;
  language.error = frame.errors.of(language.name);
  language.width = "20";
  Field flags;
  flags.name = "flag";
  flags.label = "At the door, and for the office";
  const std::vector<Choice> choices{
      {"see-office", "Send this child to the office",
       "The screen says \"Please go to the office\", and nothing of why."},
      {"never-show", "Never show this child",
       "Not in look-ups, no name on the screen: the card works and says \"You are in\"."},
      {"hide-siblings", "Nobody's brother or sister at the door",
       "For court orders and foster care."},
      {"social-worker", "Has a social worker",
       "Calls then says whom to tell when this child is away unexplained."}};
  Field why;
  why.name = "reason";
  why.label = "Why it is changed";
  why.hint = "Asked for where one of these is switched on or off; it is kept with your name.";
  why.value = view.reason;
  why.error = frame.errors.of(why.name);
  why.longest = 1000;
  return post_form(
      "/pupils/edit", frame.token,
      join({hidden_field("pupil", view.id), input_field(language),
            checkbox_field(flags, choices, view.flags), input_field(why), button("Save")}));
}

Html changes_part(const EditView& view) {
  if (view.changes.empty()) {
    return part("changes", "What was changed",
                calm("Nothing was changed in this school year and the last."));
  }
  Table list{"Newest first", {"When", "What", "Was", "Is", "Why", "Who"}, {}};
  for (const auto& line : view.changes) {
    list.rows.push_back({text(line.when), text(line.what), text(line.was), text(line.is),
                         text(line.why), text(line.who)});
  }
  return part("changes", "What was changed", table(list));
}

Html likely_form(const EditView& view, const LikelyLine& line, const PageFrame& frame) {
  const auto of = element("span", {attr("class", "govuk-visually-hidden")}, text(": " + line.name));
  return post_form(
      "/pupils/family", frame.token,
      join({hidden_field("pupil", view.id), hidden_field("other", line.id),
            element("button",
                    {attr("class",
                          "govuk-button govuk-button--secondary "
                          "hb-row-button"),
                     attr("type", "submit"), attr("name", "as"), attr("value", "join")},
                    text("They are siblings") + of)}));
}

Html family_part(const EditView& view, const PageFrame& frame) {
  Html names;
  for (const auto& name : view.family) names += element("li", text(name));
  Html inside = calm("No brother or sister is entered.");
  if (!view.family.empty()) {
    inside = element("ul", {attr("class", "govuk-list")}, names) +
             post_form("/pupils/family", frame.token,
                       hidden_field("pupil", view.id) +
                           button("Take this child out of the family", "secondary", "as", "leave"));
  }
  Html wrong;
  if (const auto words = frame.errors.of("family"); !words.empty()) {
    wrong = element("p", {attr("class", "govuk-error-message"), attr("id", "family")}, text(words));
  }
  if (view.likely.empty()) return part("siblings", "Brothers and sisters", wrong + inside);
  Table list{"May be brothers and sisters", {"Child", "They have", "Confirm"}, {}};
  for (const auto& line : view.likely) {
    list.rows.push_back({text(line.name), text(line.why), likely_form(view, line, frame)});
  }
  return part("siblings", "Brothers and sisters", join({wrong, inside, table(list)}));
}

Field contact_field(const PageFrame& frame, const std::string& name, const std::string& label,
                    const std::string& value) {
  Field field;
  field.name = name;
  field.label = label;
  field.value = value;
  field.error = frame.errors.of(name);
  return field;
}

Html phone_field(const PageFrame& frame, const std::string& name, const std::string& label,
                 const std::string& value) {
  Field field = contact_field(frame, name, label, value);
  field.type = "tel";
  field.width = "20";
  return input_field(field);
}

Html contact_fields(const ContactView& view, const PageFrame& frame) {
  std::vector<Choice> orders;
  const int last = view.count + (view.place.empty() ? 1 : 0);
  for (int i = 1; i <= last; ++i) orders.push_back({std::to_string(i), std::to_string(i)});
  Field rights = contact_field(frame, "right", "What this adult may", "");
  Field order_note = contact_field(frame, "court-order", "Court order", view.court_order);
  order_note.hint = "What the office has to know. The school shows it to nobody at the door.";
  order_note.longest = 1000;
  return join({select_field(contact_field(frame, "order", "Rung as number", view.order), orders),
               input_field(contact_field(frame, "name", "Name", view.name)),
               input_field(contact_field(frame, "relationship", "Relationship to the child",
                                         view.relationship)),
               phone_field(frame, "first-phone", "Telephone", view.first_phone),
               phone_field(frame, "second-phone", "Another telephone", view.second_phone),
               checkbox_field(rights,
                              {{"collect", "May collect the child"},
                               {"responsibility", "Has parental responsibility"}},
                              view.rights),
               input_field(order_note)});
}

}  // namespace

Html edit_page(const EditView& view, PageFrame frame) {
  frame.title = "Change " + view.name;
  frame.path = "/pupils";
  return page(frame,
              join({link(place_of_pupil(view.id), "Back to " + view.name), title_of(frame.title),
                    part("entered", "Entered", entered_form(view, frame)), family_part(view, frame),
                    changes_part(view)}));
}

Html contact_page(const ContactView& view, PageFrame frame) {
  const bool fresh = view.place.empty();
  frame.title = fmt::format("{} of {}", fresh ? "New contact" : "Contact", view.child);
  frame.path = "/pupils";
  Html buttons = button("Save", "", "as", "save");
  if (!fresh) buttons += text(" ") + button("Remove this contact", "warning", "as", "remove");
  const auto form =
      post_form("/pupils/contact", frame.token,
                join({hidden_field("pupil", view.id), hidden_field("place", view.place),
                      hidden_field("seen", view.seen), contact_fields(view, frame), buttons}));
  return page(frame, join({link(place_of_pupil(view.id), "Back to " + view.child),
                           title_of(frame.title), form}));
}

}  // namespace handbell::office
