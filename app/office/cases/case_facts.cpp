#include "app/office/cases/case_facts.h"

#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/register/school_age.h"
#include "app/register/year_line.h"
#include "app/reports/attendance_trend.h"
#include "app/reports/report_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace handbell::office {
namespace {

using reg::Role;

constexpr int kDaysToTell = 28;

/// The newest session whose register has closed.
SessionId newest_closed(const Visit& visit, const reg::School& school,
                        const reg::PupilRecord& pupil) {
  const auto local = to_local(visit.now);
  for (const Half half : {Half::pm, Half::am}) {
    const auto window = school.times.window(pupil.group, {visit.today, half});
    if (local && window && window->closes <= local->time) return {visit.today, half};
  }
  return {visit.today.plus(-1), Half::pm};
}

/// What the social worker was not told yet, by the ticks in `seen`.
std::vector<reports::SocialWorkerTask> untold_tasks(const Visit& visit, const reg::School& school,
                                                    const reg::PupilRecord& pupil,
                                                    const reports::PupilYears& years,
                                                    const std::set<std::string>& seen) {
  auto tasks = reports::social_worker_tasks(pupil, years, visit.today.plus(-kDaysToTell),
                                            newest_closed(visit, school, pupil));
  std::erase_if(tasks, [&](const auto& task) { return seen.contains(key_of(task)); });
  return tasks;
}

/// A reason was entered for this morning that is no mark yet.
bool is_told(const reg::School& school, PupilId pupil, SchoolDay today) {
  return std::ranges::any_of(school.plans, [&](const reg::PupilPlan& plan) {
    return plan.pupil == pupil && plan.session == SessionId{today, Half::am};
  });
}

/// What the office noted beside the marks.
struct NotedOfChild {
  std::vector<reg::Noted<reg::CallAttempt>> calls;
  std::set<std::string> seen;  ///< tasks that are done
};

/// Of this school year, of four weeks at least. A large school notes thousands a year: they are
/// read week by week, and the child's alone are kept.
Result<NotedOfChild> noted_of(reg::Store& held, PupilId pupil, SchoolDay today) {
  constexpr int kWeek = 7;
  NotedOfChild noted;
  const SchoolDay year_begins = reg::first_day_of(reg::school_year_of(today));
  SchoolDay from = std::min(year_begins, today.plus(-kDaysToTell));
  for (; from <= today; from = from.plus(kWeek)) {
    const auto notes = held.day_notes(from, std::min(from.plus(kWeek - 1), today));
    if (!notes) return fail(notes.error());
    for (auto& tick : reg::standing<reg::SeenTo>(*notes)) {
      if (tick.what.pupil == pupil) noted.seen.insert(std::move(tick.what.alert));
    }
    for (auto& call : reg::standing<reg::CallAttempt>(*notes)) {
      if (call.what.pupil == pupil) noted.calls.push_back(std::move(call));
    }
  }
  return noted;
}

Result<CaseFigures> figures_of(const Visit& visit, reg::Store& held, const reg::School& school,
                               const reg::PupilRecord& pupil, const std::set<std::string>& seen) {
  const auto own = reports::ReportSource::read_back_of(held, pupil.id, visit.today);
  if (!own) return fail(own.error());
  const auto years = own->years_of(pupil.id);
  const auto first = reg::first_day_of(reg::school_year_of(visit.today));
  const auto so_far = reports::DateRange::from_days(
      std::clamp(pupil.start, first, std::max(first, visit.today)), visit.today);
  if (!so_far) return fail(so_far.error());
  CaseFigures figures;
  figures.year = reports::count_within(years, *so_far);
  figures.last_year = reports::count_within(years, reports::last_school_year(visit.today));
  figures.suggestions =
      reports::suggestions_of({pupil, years, own->entries_of(pupil.id)}, own->days(), visit.today,
                              is_told(school, pupil.id, visit.today));
  figures.window = reports::penalty_window(years, own->days(),
                                           reg::school_age_from(pupil.date_of_birth), visit.today);
  figures.untold = untold_tasks(visit, school, pupil, years, seen);
  return figures;
}

}  // namespace

bool sees_whole_case(const Visitor& who) {
  return who.has_one_of({Role::champion, Role::head, Role::dsl});
}

const reg::PupilRecord* case_child(const reg::School& school, const std::string& number) {
  const auto typed = whole_number(number);
  return typed ? school.pupil(PupilId(*typed)) : nullptr;
}

std::string key_of(const reports::SocialWorkerTask& task) {
  return fmt::format("tell-{}-{}-{}", task.pupil.number(), text_of(task.cause), task.day.text());
}

Result<CaseRecord> case_record(reg::Store& held, std::shared_ptr<const reg::School> school,
                               const reg::PupilRecord& pupil) {
  auto notes = held.case_notes(pupil.id);
  if (!notes) return fail(notes.error());
  const auto contacts = held.contacts();
  if (!contacts) return fail(contacts.error());
  auto staff = held.shared_staff();
  if (!staff) return fail(staff.error());
  return Result<CaseRecord>(
      tl::in_place, CaseRecord{std::move(school), std::move(*staff), pupil, std::move(*notes),
                               reg::contacts_of(*contacts, pupil.id)});
}

Result<CaseFacts> case_facts(const Visit& visit, reg::Store& held, CaseRecord record) {
  auto noted = noted_of(held, record.pupil.id, visit.today);
  if (!noted) return fail(noted.error());
  auto figures = figures_of(visit, held, *record.school, record.pupil, noted->seen);
  if (!figures) return fail(figures.error());
  return Result<CaseFacts>(
      tl::in_place, CaseFacts{std::move(record), std::move(noted->calls), std::move(*figures)});
}

std::vector<CaseParent> parents_of(const CaseRecord& facts) {
  std::vector<CaseParent> parents;
  const auto add = [&](const CaseParent& parent) {
    const bool known = std::ranges::find(parents, parent.key, &CaseParent::key) != parents.end();
    if (!known) parents.push_back(parent);
  };
  for (const auto& contact : facts.contacts) {
    if (!contact.parental_responsibility) continue;
    add({reg::parent_key(contact.name.text()), contact.name.text(), contact.relationship});
  }
  for (const auto& told : reg::newest_steps<reg::NoticeTold>(facts.notes)) {
    add({told.what.parent_key, told.what.parent, ""});
  }
  return parents;
}

}  // namespace handbell::office
