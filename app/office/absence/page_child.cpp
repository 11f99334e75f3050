#include "app/office/absence/page_absence.h"

#include <fmt/format.h>

#include <array>

namespace handbell::office {
namespace {

Field field_of(const ChildView& view, const PageFrame& frame, const char* name, const char* label) {
  Field field;
  field.name = name;
  field.label = label;
  field.value = view.of(name);
  field.error = frame.errors.of(name);
  return field;
}

Html told_fields(const ChildView& view, const PageFrame& frame, const char* who_label,
                 const char* who_hint) {
  auto who = field_of(view, frame, "who", who_label);
  who.hint = who_hint;
  auto told = field_of(view, frame, "told", "When we were told");
  told.type = "time";
  auto told_on = field_of(view, frame, "told_on", "On which day");
  told_on.type = "date";
  return input_field(who) +
         element("div", {attr("class", "hb-pair")}, input_field(told) + input_field(told_on));
}

Html sibling_field(const ChildView& view) {
  if (view.siblings.empty()) return {};
  Field too;
  too.name = "too";
  too.label = "Brothers and sisters too";
  return checkbox_field(too, view.siblings, view.chosen);
}

Html absence_form(const ChildView& view, const PageFrame& frame) {
  const auto from =
      session_fields("from", "From", view.of("from"), view.of("from_half"), frame.errors);
  const auto until = session_fields("until", "Until, this session included", view.of("until"),
                                    view.of("until_half"), frame.errors);
  return join({radio_field(field_of(view, frame, "why", "Why"), view.reasons),
               told_fields(view, frame, "Who told us, and how", "Mother, by telephone"), from,
               until, sibling_field(view), button("Note the absence")});
}

Html appointment_form(const ChildView& view, const PageFrame& frame) {
  auto day = field_of(view, frame, "day", "Which day");
  day.type = "date";
  auto leaves = field_of(view, frame, "leaves", "Leaves school at");
  leaves.type = "time";
  leaves.hint = "Empty: comes from there";
  auto back = field_of(view, frame, "back", "Back at");
  back.type = "time";
  back.hint = "Empty: not that day";
  auto what = field_of(view, frame, "grounds", "What it is");
  what.hint = "Dentist";
  const auto times =
      element("div", {attr("class", "hb-pair")}, input_field(leaves) + input_field(back));
  return join({input_field(day), times, input_field(what),
               told_fields(view, frame, "Who told us, and how", "Mother, by telephone"),
               sibling_field(view), button("Note the appointment")});
}

Html leave_form(const ChildView& view, const PageFrame& frame) {
  const std::vector<Choice> kinds{
      {"exceptional", "Exceptional circumstances", "Also a holiday that the family asks for"},
      {"religious", "A day of religious observance", "One day; asked for 5 days before"},
      {"traveller", "A parent travels for work", "Asked for 5 days before"},
      {"performance", "A licensed performance", ""},
      {"interview", "An interview", ""},
      {"part_time", "A part-time timetable for a while", ""}};
  auto grounds = field_of(view, frame, "grounds", "Why, in the family's words");
  grounds.longest = 1000;
  const auto which = field_of(view, frame, "which", "Which sessions of these days");
  const auto from =
      session_fields("from", "First day", view.of("from"), view.of("from_half"), frame.errors);
  const auto until =
      session_fields("until", "Last day", view.of("until"), view.of("until_half"), frame.errors);
  return join({radio_field(field_of(view, frame, "kind", "What for"), kinds), text_area(grounds),
               from, until,
               select_field(which, {{"all", "All", ""},
                                    {"mornings", "Mornings alone", ""},
                                    {"afternoons", "Afternoons alone", ""}}),
               told_fields(view, frame, "Who asks", "Nadia Khan, mother"), sibling_field(view),
               button("Write down the request")});
}

Html timetable_form(const ChildView& view, const PageFrame& frame) {
  constexpr std::array kDays{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday"};
  std::vector<Choice> sessions;
  for (std::size_t i = 0; i < kDays.size(); ++i) {
    sessions.push_back({std::to_string(2 * i), fmt::format("{} morning", kDays.at(i)), ""});
    sessions.push_back({std::to_string(2 * i + 1), fmt::format("{} afternoon", kDays.at(i)), ""});
  }
  auto expected = field_of(view, frame, "expected", "Expected in school");
  expected.hint = view.school_age;
  auto reason = field_of(view, frame, "reason", "Why, and who agreed to it");
  reason.hint = "It is kept with what stood before.";
  reason.longest = 1000;
  auto from = field_of(view, frame, "from", "From");
  from.type = "date";
  auto until = field_of(view, frame, "until", "Until, this day included");
  until.type = "date";
  until.hint = "Empty: until somebody changes it";
  return join({checkbox_field(expected, sessions, view.chosen),
               element("div", {attr("class", "hb-pair")}, input_field(from) + input_field(until)),
               input_field(reason), paragraph("Marks that stand are not changed."),
               button("Keep this timetable")});
}

Html form_of(const ChildView& view, const PageFrame& frame) {
  if (view.doing == "appointment") return appointment_form(view, frame);
  if (view.doing == "leave") return leave_form(view, frame);
  if (view.doing == "timetable") return timetable_form(view, frame);
  return absence_form(view, frame);
}

Html ways(const ChildView& view) {
  Html links;
  for (const auto& [doing, words] :
       std::vector<std::pair<std::string, std::string>>{{"absence", "Absence"},
                                                        {"appointment", "Appointment"},
                                                        {"leave", "Leave request"},
                                                        {"timetable", "Timetable"}}) {
    const std::string to = "/absence/child?pupil=" + view.pupil + "&do=" + doing;
    Attributes all{url("href", to), attr("class", "hb-choice")};
    if (doing == view.doing) all.push_back(attr("aria-current", "page"));
    links += element("li", element("a", all, text(words)));
  }
  return element("nav", {attr("class", "hb-ways"), attr("aria-label", "What the family tells us")},
                 element("ul", {attr("class", "hb-choices"), attr("role", "list")}, links));
}

std::string title_of(const ChildView& view) {
  if (view.doing == "appointment") return "Appointment";
  if (view.doing == "leave") return "Leave request";
  return view.doing == "timetable" ? "Timetable" : "Absence";
}

}  // namespace

Html child_page(const ChildView& view, PageFrame frame) {
  frame.title = title_of(view) + ": " + view.name;
  frame.path = "/absence";
  const auto head =
      element("div", {attr("class", "hb-headline")},
              element("h1", {attr("class", "govuk-heading-l hb-title")},
                      text(view.name + " ") + element("span", {attr("class", "hb-title__date")},
                                                      text(view.class_name))) +
                  element("nav", {attr("class", "hb-days"), attr("aria-label", "Back")},
                          link("/absence", "Absence and leave")));
  const auto form = post_form("/absence/child", frame.token,
                              join({hidden_field("pupil", view.pupil),
                                    hidden_field("do", view.doing), form_of(view, frame)}),
                              {attr("class", "hb-told")});
  Html noted;
  if (!view.away.empty())
    noted = part("noted", "Noted already", away_table(view.away, frame, false));
  return page(frame, join({head, ways(view), part("form", title_of(view), form), noted}));
}

}  // namespace handbell::office
