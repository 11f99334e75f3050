#include "app/office/presence/presence_routes.h"

#include "app/base/text.h"
#include "app/office/page/typed_text.h"
#include "app/office/presence/day_routes.h"
#include "app/office/presence/group_routes.h"
#include "app/office/presence/page_presence.h"
#include "app/office/presence/presence.h"
#include "app/office/presence/undo_form.h"

#include <algorithm>

namespace handbell::office {
namespace {

using reg::Role;

constexpr std::size_t kLongestUndoReason = 200;

Answer no_such_day(const Visit& visit) {
  return told(visit, 404, "No such day", "There is no such day, or it is still to come.");
}

/// The moment of the day that was asked for; what is no time, or still to come, is said.
std::optional<TimeOfDay> time_asked(const Visit& visit, const std::string& typed, SchoolDay day,
                                    FormErrors& errors) {
  if (typed.empty()) return std::nullopt;
  Visit with = visit;
  with.form = {{"at", typed}};
  if (!typed_moment(with, "at", day, errors)) return std::nullopt;
  return *TimeOfDay::parse(trimmed(typed));
}

Result<Answer> show_presence(const Visit& visit, store::Register& held, const net::Fields& fields,
                             const std::string& name) {
  const auto day = presence_day_named(visit, net::field(fields, "on"));
  if (!day) return no_such_day(visit);
  PageFrame frame = visit.frame;
  const std::string typed_at = net::field(fields, "at");
  const auto at = time_asked(visit, typed_at, *day, frame.errors);
  if (!name.empty()) (void)checked_search(name, "name", frame.errors);
  const auto read = read_presence(visit, held, *day, at);
  if (!read) return fail(read.error());
  const PresenceChoice choice{net::field(fields, "class"), net::field(fields, "place"), name};
  const auto classes = read->classes();
  const bool unknown =
      !choice.class_name.empty() && std::ranges::find(classes, choice.class_name) == classes.end();
  if (unknown) return not_found(visit);
  auto view = presence_view(visit, *read, choice);
  view.typed_at = typed_at;
  return page_answer(presence_page(view, frame), frame.errors.empty() ? 200 : 422);
}

Result<Answer> show_asked(const Visit& visit, store::Register& held) {
  return show_presence(visit, held, visit.request.query, "");
}

Result<Answer> find_child(const Visit& visit, store::Register& held) {
  return show_presence(visit, held, visit.form, visit.typed("name"));
}

/// Our own pages alone, and no names: where the form stood.
std::string place_after_undo(const Visit& visit, SchoolDay day) {
  const auto pupil = whole_number(visit.typed("pupil"));
  const std::string on = day == visit.today ? "" : "?on=" + day.text();
  if (pupil) {
    return "/presence/child?pupil=" + std::to_string(*pupil) +
           (on.empty() ? "" : "&on=" + day.text());
  }
  return "/presence/day" + on;
}

Result<Answer> undo(const Visit& visit, store::Register& held) {
  const auto day = presence_day_named(visit, visit.typed("day"));
  if (!day) return not_found(visit);
  FormErrors wrong;
  (void)checked_text(visit.typed("reason"), "reason", {"", kLongestUndoReason}, wrong);
  if (!wrong.empty()) return undo_refused(visit, held, wrong.of("reason"));
  const auto read = read_presence(visit, held, *day, end_unless_today(visit, *day));
  if (!read) return fail(read.error());
  const auto words = take_back_told(visit, held, *read);
  if (!words) return fail(words.error());
  if (words->empty()) return not_found(visit);
  return go_to(place_after_undo(visit, *day), *words);
}

}  // namespace

Routes presence_routes() {
  const std::vector<Role> readers{Role::office, Role::head, Role::champion, Role::dsl,
                                  Role::teacher};
  const std::vector<Role> tellers{Role::office, Role::head, Role::teacher};
  return {{"GET", "/presence", readers, Runs::reading, show_asked},
          {"POST", "/presence", readers, Runs::reading, find_child},
          {"GET", "/presence/group", tellers, Runs::reading, show_group},
          {"POST", "/presence/ticks", tellers, Runs::reading, fill_ticks},
          {"POST", "/presence/group", tellers, Runs::writing, move_group},
          {"GET", "/presence/moved", readers, Runs::reading, show_moved},
          {"POST", "/presence/undo", tellers, Runs::writing, undo},
          {"GET", "/presence/day", readers, Runs::reading, show_day_of_presence},
          {"POST", "/presence/day", tellers, Runs::writing, tell_collected},
          {"GET", "/presence/child", readers, Runs::reading, show_child_day},
          {"POST", "/presence/child", tellers, Runs::writing, tell_of_child}};
}

}  // namespace handbell::office
