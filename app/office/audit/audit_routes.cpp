#include "app/office/audit/audit_routes.h"

#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/office/audit/page_audit.h"

namespace handbell::office {
namespace {

using reg::Role;

constexpr std::size_t kMostReadings = 500;
constexpr int kDaysShown = 7;  // where nobody asked for others

struct AskedDays {
  SchoolDay from;
  SchoolDay to;
};

/// A day that was typed, or the given one; the sentence goes to its field.
SchoolDay day_or(const Visit& visit, const char* field, SchoolDay otherwise, FormErrors& errors) {
  const std::string typed = visit.query(field);
  if (typed.empty()) return otherwise;
  const auto day = SchoolDay::parse(typed);
  if (!day) errors.add(field, sentence(day.error()));
  return day ? *day : otherwise;
}

AskedDays asked_days(const Visit& visit, FormErrors& errors) {
  const AskedDays days{day_or(visit, "from", visit.today.plus(1 - kDaysShown), errors),
                       day_or(visit, "to", visit.today, errors)};
  if (errors.empty() && days.to < days.from)
    errors.add("to", "The last day lies before the first.");
  return days;
}

AuditRow audit_row(const reg::Reading& reading, const reg::School& school) {
  AuditRow row;
  const auto at = to_local(reading.at);
  if (at) row.at = at->day.words() + ", " + local_hh_mm(reading.at);
  row.who = reading.by.text();
  row.what = reg::words_of(reading.kind);
  row.words = reading.words;
  if (!reading.pupil) return row;
  const auto* pupil = school.pupil(*reading.pupil);
  row.child = pupil != nullptr ? pupil->full_name() : "somebody who is not held any more";
  return row;
}

/// The pupil whose readings alone are asked for; null: of all.
const reg::PupilRecord* asked_pupil(const Visit& visit, const reg::School& school) {
  const auto number = whole_number(visit.query("pupil"));
  return number ? school.pupil(PupilId(*number)) : nullptr;
}

Result<std::vector<reg::Reading>> readings_of(AuditLog& audit, const AskedDays& days,
                                              const reg::PupilRecord* pupil) {
  const Instant from = from_local(days.from, TimeOfDay::from_ms(0));
  const Instant until = from_local(days.to.plus(1), TimeOfDay::from_ms(0));
  // Of one child: all are read, and those of others passed over.
  auto all = audit.read(from, until, pupil == nullptr ? kMostReadings : AuditLog::kMostWaiting);
  if (!all || pupil == nullptr) return all;
  std::erase_if(*all, [&](const reg::Reading& each) { return each.pupil != pupil->id; });
  if (all->size() > kMostReadings) all->resize(kMostReadings, all->front());
  return all;
}

Result<Answer> show_audit(AuditLog& audit, const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  PageFrame frame = visit.frame;
  const auto days = asked_days(visit, frame.errors);
  const auto* pupil = asked_pupil(visit, **school);
  if (pupil == nullptr && !visit.query("pupil").empty()) return not_found(visit);
  AuditView view;
  view.from = frame.errors.empty() ? days.from.text() : visit.query("from");
  view.to = frame.errors.empty() ? days.to.text() : visit.query("to");
  view.most = kMostReadings;
  if (pupil != nullptr) {
    view.pupil = std::to_string(pupil->id.number());
    view.of_child = pupil->full_name();
  }
  if (!frame.errors.empty()) return page_answer(audit_page(view, frame), 422);
  const auto readings = readings_of(audit, days, pupil);
  if (!readings) return fail(readings.error());
  for (const auto& each : *readings) view.rows.push_back(audit_row(each, **school));
  const auto whose = pupil == nullptr ? std::nullopt : std::optional(pupil->id);
  return read_answer(audit_page(view, frame), {reg::ReadKind::audit, whose});
}

}  // namespace

Routes audit_routes(AuditLog& audit) {
  return {{"GET",
           "/audit",
           {Role::head, Role::dsl},
           Runs::reading,
           [&audit](const Visit& visit, store::Register& held) {
             return show_audit(audit, visit, held);
           }}};
}

}  // namespace handbell::office
