#include "app/office/absence/page_absence.h"

#include <fmt/format.h>

namespace handbell::office {

Html hidden_for(std::string_view words) {
  return element("span", {attr("class", "govuk-visually-hidden")}, text(words));
}

Html row_button(std::string_view words, std::string_view about) {
  return element(
      "button",
      {attr("class", "govuk-button govuk-button--secondary hb-row-button"), attr("type", "submit")},
      text(words) + hidden_for(about));
}

Html small_words(std::string_view words) {
  if (words.empty()) return {};
  return element("span", {attr("class", "hb-note")}, text(words));
}

Html wide_table(const Table& list) {
  return element("div",
                 {attr("class", "hb-scroll"), attr("tabindex", "0"), attr("role", "group"),
                  attr("aria-label", list.caption)},
                 table(list));
}

Html away_table(const std::vector<AwayLine>& lines, const PageFrame& frame, bool names_children) {
  Table list{names_children ? "Away, as families told us" : "Noted already", {}, {}, false};
  list.columns = {"Days", "Why", "Told", "Undo"};
  if (names_children) list.columns.insert(list.columns.begin(), "Child");
  for (const auto& line : lines) {
    Html undo;
    if (line.may_undo) {
      undo =
          post_form("/absence/undo", frame.token,
                    join({hidden_field("pupil", line.pupil), hidden_field("typed", line.typed),
                          row_button("Undo", fmt::format(" for {}, {}", line.name, line.days))}));
    }
    std::vector<Html> row{text(line.days), text(line.why), text(line.told), undo};
    if (names_children) {
      row.insert(row.begin(), link("/absence/child?pupil=" + line.pupil, line.name) +
                                  small_words(line.class_name));
    }
    list.rows.push_back(std::move(row));
  }
  return wide_table(list);
}

Html session_fields(const std::string& name, const std::string& label, const std::string& day,
                    const std::string& half, const FormErrors& errors) {
  Field on;
  on.name = name;
  on.label = label;
  on.type = "date";
  on.value = day;
  on.error = errors.of(name);
  Field of;
  of.name = name + "_half";
  of.label = label + ", which half";
  of.value = half;
  of.error = errors.of(of.name);
  return element(
      "div", {attr("class", "hb-pair")},
      input_field(on) + select_field(of, {{"am", "Morning", ""}, {"pm", "Afternoon", ""}}));
}

namespace {

Html count_words(std::size_t count) {
  return text(" ") + element("span", {attr("class", "hb-count")}, text(std::to_string(count)));
}

/// Follows what happens.
Html live_section(std::string_view id, std::string_view title, std::size_t count,
                  const Html& inside) {
  const std::string head = std::string(id) + "-heading";
  return element("section",
                 {attr("id", id), attr("class", "hb-part"), attr("aria-labelledby", head),
                  attr("data-live", "")},
                 element("h2", {attr("class", "govuk-heading-m"), attr("id", head)},
                         text(title) + count_words(count)) +
                     inside);
}

Html find_form(const AbsenceView& view, const PageFrame& frame) {
  Field name;
  name.name = "name";
  name.label = "Which child?";
  name.hint = "A part of the name is enough; accents and small mistakes do not matter.";
  name.value = view.name_typed;
  name.error = frame.errors.of("name");
  name.type = "search";
  name.width = "20";
  return post_form("/absence", frame.token, input_field(name) + button("Find"),
                   {attr("role", "search"), attr("class", "hb-search")});
}

Html found_list(const AbsenceView& view) {
  if (!view.searched) return {};
  if (view.found.empty()) {
    return calm("Nobody on roll was found. Try the surname alone, or fewer letters.");
  }
  Html lines;
  for (const auto& [id, name, hint] : view.found) {
    lines += element(
        "li", element("a", {attr("class", "hb-choice"), url("href", "/absence/child?pupil=" + id)},
                      text(name)));
  }
  return element("ul",
                 {attr("class", "hb-choices"), attr("role", "list"), attr("aria-label", "Found")},
                 lines);
}

Html away_part(const AbsenceView& view, const PageFrame& frame) {
  if (view.away.empty()) {
    return live_section("away", "Away, as families told us", 0,
                        calm("Nobody told us of an absence today or in the coming two weeks."));
  }
  return live_section("away", "Away, as families told us", view.away.size(),
                      away_table(view.away, frame, true));
}

Html withdraw_form(const std::string& entry, const std::string& about, const PageFrame& frame) {
  return post_form("/absence/withdraw", frame.token,
                   hidden_field("request", entry) + row_button("Undo", about));
}

Html appointments_part(const AbsenceView& view, const PageFrame& frame) {
  if (view.appointments.empty()) {
    return live_section("appointments", "Appointments", 0,
                        calm("No appointment today or in the coming two weeks."));
  }
  Table list{"Appointments", {"Day", "Child", "Leaves", "Back", "What", "Told", "Undo"}, {}, false};
  for (const auto& line : view.appointments) {
    Html undo;
    if (line.may_undo) {
      undo = withdraw_form(line.entry, fmt::format(" for {}, {}", line.pupils, line.day), frame);
    }
    list.rows.push_back({text(line.day), text(line.pupils), text(line.leaves), text(line.back),
                         text(line.what), text(line.told), undo});
  }
  return live_section("appointments", "Appointments", view.appointments.size(), wide_table(list));
}

Html leave_table(const std::vector<LeaveLine>& lines, const char* caption) {
  Table list{caption, {"Children", "Days", "What for", "Asked", "State"}, {}, false};
  for (const auto& line : lines) {
    const auto notice = line.in_time || line.notice.empty()
                            ? small_words(line.notice)
                            : element("strong", {attr("class", "hb-note")}, text(line.notice));
    list.rows.push_back({link("/absence/leave?request=" + line.entry, line.pupils), text(line.days),
                         text(line.kind) + small_words(line.grounds), text(line.asked) + notice,
                         tag(line.state, line.look) + small_words(line.decided)});
  }
  return wide_table(list);
}

Html leave_parts(const AbsenceView& view) {
  const auto waiting = view.waiting.empty() ? calm("No request waits.")
                                            : leave_table(view.waiting, "Requests that wait");
  const auto decided = view.decided.empty() ? calm("Nothing decided in this school year.")
                                            : leave_table(view.decided, "Requests decided");
  return live_section("leave", "Leave: waiting for the headteacher", view.waiting.size(), waiting) +
         live_section("decided", "Leave: decided", view.decided.size(), decided);
}

Html refused_entry(const AbsenceView& view, const RefusedLine& line, const PageFrame& frame) {
  if (!line.may_enter) return text("The headteacher or the champion enters it.");
  const bool back = view.refused_request == line.request && view.refused_pupil == line.pupil;
  const std::string id = fmt::format("refused-{}-{}", line.request, line.pupil);
  const std::string value =
      back ? view.refused_reason : "Leave was refused, and the child was away";
  const auto reason =
      element("label", {attr("class", "govuk-label"), attr("for", id)},
              text("Reason") + hidden_for(fmt::format(", {}", line.name))) +
      lone("input", {attr("class", "govuk-input"), attr("id", id), attr("name", "reason"),
                     attr("value", value), attr("maxlength", "1000"), attr("autocomplete", "off")});
  return post_form("/absence/refused", frame.token,
                   join({hidden_field("request", line.request), hidden_field("pupil", line.pupil),
                         hidden_field("shown", line.shown), reason,
                         row_button("Enter G", fmt::format(" for {}", line.name))}));
}

Html refused_part(const AbsenceView& view, const PageFrame& frame) {
  const std::string wrong = frame.errors.of("refused");
  if (view.refused.empty() && wrong.empty()) return {};
  const auto error =
      wrong.empty() ? Html()
                    : element("p", {attr("class", "govuk-error-message"), attr("id", "refused")},
                              text(wrong));
  Table list{"Away though leave was refused",
             {"Child", "Sessions", "Marks", "Decision", "Enter G: holiday not granted"},
             {},
             false};
  for (const auto& line : view.refused) {
    list.rows.push_back({text(line.name) + small_words(line.class_name), text(line.sessions),
                         text(line.marks),
                         link("/absence/leave?request=" + line.request, line.decided),
                         refused_entry(view, line, frame)});
  }
  return live_section("away-refused", "Away though leave was refused", view.refused.size(),
                      error + (view.refused.empty() ? calm("None any more.") : wide_table(list)));
}

Html timetable_part(const AbsenceView& view) {
  if (view.timetables.empty()) {
    return live_section("timetables", "Not full time", 0,
                        calm("Every child is expected full time."));
  }
  Table list{"Children who are not expected full time",
             {"Child", "Class", "Expected", "Compulsory school age from"},
             {},
             false};
  for (const auto& line : view.timetables) {
    Html age = text(line.school_age);
    if (line.past_it) age += text(" ") + tag("X may not stand any more", "red");
    list.rows.push_back(
        {view.may_write ? link("/absence/child?pupil=" + line.pupil + "&do=timetable", line.name)
                        : text(line.name),
         text(line.class_name), text(line.expected), age});
  }
  return live_section("timetables", "Not full time", view.timetables.size(), wide_table(list));
}

Html jumps() {
  Html links;
  for (const auto& [to, words] :
       std::vector<std::pair<const char*, const char*>>{{"#away", "Away"},
                                                        {"#appointments", "Appointments"},
                                                        {"#leave", "Leave"},
                                                        {"#timetables", "Not full time"}}) {
    links += link(to, words);
  }
  return element("nav", {attr("class", "hb-days"), attr("aria-label", "Parts of this page")},
                 links);
}

}  // namespace

Html absence_page(const AbsenceView& view, PageFrame frame) {
  frame.title = "Absence and leave";
  frame.path = "/absence";
  const auto head =
      element("div", {attr("class", "hb-headline")},
              element("h1", {attr("class", "govuk-heading-l hb-title")},
                      text("Absence and leave ") +
                          element("span", {attr("class", "hb-title__date")}, text(view.date))) +
                  jumps());
  Html find;
  if (view.may_write) {
    find = part("tell", "A family tells us", find_form(view, frame) + found_list(view));
  }
  return page(frame, join({head, find, away_part(view, frame), appointments_part(view, frame),
                           refused_part(view, frame), leave_parts(view), timetable_part(view),
                           live_page()}));
}

}  // namespace handbell::office
