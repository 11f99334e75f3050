#include "app/office/presence/day_routes.h"

#include "app/base/school_time.h"
#include "app/office/page/child_name.h"
#include "app/office/presence/child_day.h"
#include "app/office/presence/day_log.h"
#include "app/office/presence/leaving.h"
#include "app/office/presence/page_child.h"
#include "app/office/presence/page_day.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

constexpr const char* kToldBefore = "That was told already, and not once more.";

Result<std::optional<PresenceDay>> whole_day(const Visit& visit, store::Register& held,
                                             const std::string& on) {
  const auto day = presence_day_named(visit, on);
  if (!day) return std::optional<PresenceDay>();
  auto read = read_presence(visit, held, *day, end_unless_today(visit, *day));
  if (!read) return fail(read.error());
  return std::optional(std::move(*read));
}

Answer day_page(const Visit& visit, const PresenceDay& day, const LeavingLists& leaving,
                const FormErrors& errors) {
  PageFrame frame = visit.frame;
  frame.errors = errors;
  return page_answer(presence_day_page(presence_day_view(visit, day, leaving), frame),
                     errors.empty() ? 200 : 422);
}

Answer child_page(const Visit& visit, const PresenceDay& day, const LeavingLists& leaving,
                  const reg::PupilRecord& pupil, const FormErrors& errors) {
  PageFrame frame = visit.frame;
  frame.errors = errors;
  const auto view = child_day_view(visit, day, leaving, pupil);
  auto answer = read_answer(child_day_page(view, frame),
                            {reg::ReadKind::pupil_record, pupil.id, "where the child was"},
                            errors.empty() ? 200 : 422);
  if (view.may_answer_it && view.asks_who) {
    answer.read.push_back({reg::ReadKind::contacts, pupil.id, "presence"});
  }
  return answer;
}

/// "Seen", or "left" with all that leaving needs; nothing where `errors` say what is wrong.
std::optional<Leaving> typed_of_child(const Visit& visit, const PresenceDay& day,
                                      const LeavingLists& leaving, const reg::PupilRecord& pupil,
                                      FormErrors& errors) {
  const auto entry = typed_single(visit, day, pupil, errors);
  if (!entry) return std::nullopt;
  if (entry->direction == reg::Direction::in) return Leaving{*entry, {}};
  return typed_leaving(visit, leaving, pupil, *entry, "left", errors);
}

std::string on_unless_today(const Visit& visit, SchoolDay day, const char* joint) {
  return day == visit.today ? "" : joint + ("on=" + day.text());
}

std::string child_done(const reg::PupilRecord& pupil, const reg::SingleEntry& entry) {
  return fmt::format("{} {} at {}. Marks stand as they are.", child_name(pupil),
                     entry.direction == reg::Direction::in ? "was seen" : "left",
                     local_hh_mm(entry.at));
}

}  // namespace

std::optional<TimeOfDay> end_unless_today(const Visit& visit, SchoolDay day) {
  if (day == visit.today) return std::nullopt;
  return TimeOfDay::from_ms(hours(24).count - 1);
}

Result<Answer> show_day_of_presence(const Visit& visit, store::Register& held) {
  const auto day = whole_day(visit, held, visit.query("on"));
  if (!day) return fail(day.error());
  if (!*day) {
    return told(visit, 404, "No such day", "There is no such day, or it is still to come.");
  }
  const auto leaving = read_leaving(visit, held, **day);
  if (!leaving) return fail(leaving.error());
  return day_page(visit, **day, *leaving, {});
}

Result<Answer> tell_collected(const Visit& visit, store::Register& held) {
  const auto day = whole_day(visit, held, visit.typed("day"));
  if (!day) return fail(day.error());
  const auto* pupil = *day ? (*day)->pupil(visit.typed("pupil")) : nullptr;
  if (pupil == nullptr) return not_found(visit);
  const auto leaving = read_leaving(visit, held, **day);
  if (!leaving) return fail(leaving.error());
  FormErrors errors;
  const auto entry = typed_collected(visit, **day, *leaving, *pupil, errors);
  if (!entry) return day_page(visit, **day, *leaving, errors);
  const std::string place = "/presence/day" + on_unless_today(visit, (*day)->day, "?");
  if (!may_be_collected(**day, pupil->id, entry->at)) {
    return go_to(place, fmt::format("{} was not here at {}: nothing was told.", child_name(*pupil),
                                    local_hh_mm(entry->at)));
  }
  const auto ref = held.tell(*entry, visit.now);
  if (!ref) return fail(ref.error());
  return go_to(place,
               fmt::format("{} was collected at {}.", child_name(*pupil), local_hh_mm(entry->at)));
}

Result<Answer> show_child_day(const Visit& visit, store::Register& held) {
  const auto day = whole_day(visit, held, visit.query("on"));
  if (!day) return fail(day.error());
  const auto* pupil = *day ? (*day)->pupil(visit.query("pupil")) : nullptr;
  if (pupil == nullptr) return not_found(visit);
  const auto leaving = read_leaving(visit, held, **day);
  if (!leaving) return fail(leaving.error());
  return child_page(visit, **day, *leaving, *pupil, {});
}

Result<Answer> tell_of_child(const Visit& visit, store::Register& held) {
  const auto day = whole_day(visit, held, visit.typed("day"));
  if (!day) return fail(day.error());
  const auto* pupil = *day ? (*day)->pupil(visit.typed("pupil")) : nullptr;
  if (pupil == nullptr) return not_found(visit);
  const auto leaving = read_leaving(visit, held, **day);
  if (!leaving) return fail(leaving.error());
  FormErrors errors;
  const auto typed = typed_of_child(visit, **day, *leaving, *pupil, errors);
  if (!typed) return child_page(visit, **day, *leaving, *pupil, errors);
  const std::string place = fmt::format("/presence/child?pupil={}{}", pupil->id.number(),
                                        on_unless_today(visit, (*day)->day, "&"));
  if (single_told_already(**day, typed->entry)) return go_to(place, kToldBefore);
  const Status done = tell_leaving(visit, held, *typed);
  if (!done) return fail(done.error());
  return go_to(place, child_done(*pupil, typed->entry));
}

Result<Answer> undo_refused(const Visit& visit, store::Register& held,
                            const std::string& sentence) {
  const auto day = whole_day(visit, held, visit.typed("day"));
  if (!day) return fail(day.error());
  const auto* pupil = *day ? (*day)->pupil(visit.typed("pupil")) : nullptr;
  if (pupil == nullptr) return not_found(visit);
  const auto leaving = read_leaving(visit, held, **day);
  if (!leaving) return fail(leaving.error());
  auto view = child_day_view(visit, **day, *leaving, *pupil);
  PageFrame frame = visit.frame;
  for (std::size_t i = 0; i < view.facts.size(); ++i) {
    auto& fact = view.facts[i];
    const bool meant = fact.entry == visit.typed("entry") && fact.journal == visit.typed("journal");
    if (!meant) continue;
    fact.ready_reason = visit.typed("reason");
    frame.errors.add(fmt::format("take-back-{}-why", i + 1), sentence);
  }
  if (frame.errors.empty()) return not_found(visit);
  return page_answer(child_day_page(view, frame), 422);
}

}  // namespace handbell::office
