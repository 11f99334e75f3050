#include "app/office/today/today_routes.h"

#include "app/office/today/accept_form.h"
#include "app/office/today/alert_form.h"
#include "app/office/today/desk_routes.h"
#include "app/office/today/seen_form.h"
#include "app/office/today/sheet.h"
#include "app/office/web/code_choice.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

using reg::Role;

std::vector<Role> readers_of_today() {
  return {Role::office, Role::head, Role::champion, Role::dsl};
}

std::vector<Role> writers_of_today() { return {Role::office, Role::head}; }

Answer today_answer(const Visit& visit, const TodayView& view, const TodayParts& parts,
                    const std::string& problem) {
  PageFrame frame = visit.frame;
  frame.path = "/today";
  if (!problem.empty()) frame.errors.add("waiting", problem);
  return page_answer(today_page(view, parts, visit.who.form_token, frame),
                     problem.empty() ? 200 : 422);
}

/// `on`: the day, or empty for today.
Result<Answer> show(TodayReader& reader, const Visit& visit, const std::string& on,
                    const std::string& problem = "") {
  const auto page = reader.today();
  if (!page) return fail(page.error());
  const TodayFor reader_is = today_for(visit.who);
  if (on.empty() || on == (*page)->view.day) {
    const auto& shown = (*page)->shown_to(reader_is);
    return today_answer(visit, shown.view, shown.parts, problem);
  }
  const auto day = SchoolDay::parse(on);
  if (!day) return told(visit, 404, "No such day", sentence(day.error()));
  auto whole = reader.day(*day);
  if (!whole) return fail(whole.error());
  const TodayView view = view_for(reader_is, std::move(*whole));
  return today_answer(visit, view, today_parts(view), problem);
}

Result<Answer> fragment(TodayReader& reader, const Visit& visit) {
  const auto page = reader.today();
  if (!page) return fail(page.error());
  const auto& shown = (*page)->shown_to(today_for(visit.who));
  return Answer{{200, "text/html; charset=utf-8", shown.fragment, {}}};
}

std::string words_for(const AcceptCount& count) {
  std::string words;
  if (count.accepted > 0) {
    words = count.accepted == 1 ? "1 mark was accepted."
                                : fmt::format("{} marks were accepted.", count.accepted);
  }
  if (count.left == 0) return words;
  const std::string each =
      count.left == 1 ? "1 proposal had" : fmt::format("{} proposals had", count.left);
  return words + (words.empty() ? "" : " ") + each + " changed meanwhile and still waits.";
}

Result<Answer> accept(TodayReader& reader, const Visit& visit, store::Register& held) {
  const auto form = parse_accept(visit.form);
  const auto count = accept_seen(held, form.seen, visit.who.author, visit.now);
  if (!count) return show(reader, visit, form.day, sentence(count.error()));
  const bool today = form.day.empty() || form.day == visit.today.text();
  return go_to(today ? "/today" : "/today?on=" + form.day, words_for(*count));
}

Result<Answer> seen(const Visit& visit, store::Register& held) {
  const auto words = tell_seen(visit, held);
  if (!words) return fail(words.error());
  if (words->empty()) return not_found(visit);
  return go_to("/today", *words);
}

Result<Answer> sheet(const Visit& visit, store::Register& held) {
  const std::string on = visit.query("on");
  const auto day = on.empty() ? Result<SchoolDay>(visit.today) : SchoolDay::parse(on);
  if (!day) return told(visit, 404, "No such day", sentence(day.error()));
  if (visit.today < *day) return told(visit, 404, "No such day", "That day is still to come.");
  const auto view = sheet_view(visit, held, *day);
  if (!view) return fail(view.error());
  auto frame = register_frame(visit, held, *day);
  if (!frame) return fail(frame.error());
  frame->path = "/today";
  return read_answer(sheet_page(*view, *frame),
                     {reg::ReadKind::printed_list, {}, "day sheet of " + day->text()});
}

Result<Answer> seen_to(const Visit& visit, store::Register& held) {
  const auto words = see_to_alert(visit, held);
  if (!words) return fail(words.error());
  return go_to("/today", *words);
}

}  // namespace

TodayFor today_for(const Visitor& who) {
  if (who.has_one_of(writers_of_today())) return TodayFor::office;
  const bool reasons = sees_code(who, reg::code_of("I")) && sees_code(who, reg::code_of("M"));
  return reasons ? TodayFor::onlookers : TodayFor::outsiders;
}

Routes today_routes(TodayReader& reader) {
  Routes all{{"GET", "/today", readers_of_today(), Runs::reading,
              [&reader](const Visit& visit, store::Register&) {
                return show(reader, visit, visit.query("on"));
              }},
             {"GET", "/today/fragment", readers_of_today(), Runs::reading,
              [&reader](const Visit& visit, store::Register&) { return fragment(reader, visit); }},
             {"POST", "/accept", writers_of_today(), Runs::writing,
              [&reader](const Visit& visit, store::Register& held) {
                return accept(reader, visit, held);
              }},
             {"POST", "/today/seen", writers_of_today(), Runs::writing, seen},
             {"GET", "/today/sheet", readers_of_today(), Runs::reading, sheet},
             {"POST", "/today/seen-to", writers_of_today(), Runs::writing, seen_to}};
  for (auto& route : desk_routes()) all.push_back(std::move(route));
  return all;
}

}  // namespace handbell::office
