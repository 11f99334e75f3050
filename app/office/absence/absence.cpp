#include "app/office/absence/absence.h"

#include "app/base/school_time.h"
#include "app/office/absence/absence_words.h"
#include "app/office/absence/refused.h"
#include "app/office/page/child_name.h"
#include "app/office/web/code_choice.h"
#include "app/register/pupil_search.h"
#include "app/register/school_age.h"
#include "app/register/year_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace handbell::office {
namespace {

/// One thing that was noted in one step: of a child, with a code.
struct AwayKey {
  PupilId pupil;
  Instant typed;
  reg::Code code;
  friend auto operator<=>(const AwayKey&, const AwayKey&) = default;
};

struct AwaySpan {
  reg::NoticeGiven first;
  SessionId last;
};

/// Entries that a decision made: they go with it.
std::set<std::uint64_t> decided_entries(const std::vector<reg::LeaveCase>& cases) {
  std::set<std::uint64_t> entries;
  for (const auto& one : cases) {
    if (!one.decision) continue;
    for (int i = 1; i <= one.decision->what.notices; ++i) {
      entries.insert(one.decision->entry + static_cast<std::uint64_t>(i));
    }
  }
  return entries;
}

std::string told_words(const reg::Notice& what) {
  const std::string told = "told " + moment_words(what.told);
  return what.words.empty() ? told : what.words + "; " + told;
}

AwayLine away_line(const Visit& visit, const reg::PupilRecord& pupil, const AwaySpan& span) {
  const auto& what = span.first.what;
  const bool sees = sees_code(visit.who, what.code);
  return {std::to_string(pupil.id.number()),
          child_name(pupil),
          pupil.class_name,
          span_words(what.session, span.last),
          sees ? std::string(what.code.name()) : "absent, known",
          sees ? told_words(what) : "told " + moment_words(what.told),
          fmt::format("{}-{}", span.first.typed.ms, what.code.text()),
          false};
}

AppointmentLine appointment_line(const Visit& visit, const reg::School& school,
                                 const reg::LeaveCase& one) {
  const auto& what = one.request.what;
  const bool sees = sees_code(visit.who, code_of(what.kind));
  return {std::to_string(one.request.entry),
          short_day(what.from.day),
          names_of(school, what.pupils),
          what.leaves ? what.leaves->hh_mm() : "comes from there",
          what.back_at ? what.back_at->hh_mm() : "not that day",
          sees ? what.grounds : "appointment",
          what.asked_by + ", " + moment_words(what.received),
          may_write_absence(visit.who)};
}

void add_cases(const Visit& visit, const reg::School& school,
               const std::vector<reg::LeaveCase>& cases, AbsenceView& view) {
  const SchoolDay last = visit.today.plus(kDaysAhead);
  std::vector<reg::LeaveCase> sorted = cases;
  std::ranges::stable_sort(sorted, {}, [](const auto& one) { return one.request.what.from; });
  for (const auto& one : sorted) {
    const auto& what = one.request.what;
    if (what.kind == reg::LeaveKind::appointment) {
      const bool ahead = visit.today <= what.from.day && what.from.day <= last;
      if (ahead) view.appointments.push_back(appointment_line(visit, school, one));
      continue;
    }
    auto line = leave_line(visit, school, one);
    (one.decision ? view.decided : view.waiting).push_back(std::move(line));
  }
}

void add_timetables(const Visit& visit, const reg::School& school, AbsenceView& view) {
  for (const auto& pupil : school.pupils) {
    if (!pupil.on_roll(visit.today) || pupil.pattern == reg::AttendancePattern()) continue;
    const SchoolDay age = reg::school_age_from(pupil.date_of_birth);
    view.timetables.push_back({std::to_string(pupil.id.number()), child_name(pupil),
                               pupil.class_name, timetable_words(pupil.pattern),
                               short_day(age) + " " + std::to_string(age.year()),
                               age <= visit.today});
  }
  std::ranges::stable_sort(view.timetables, {}, &TimetableLine::class_name);
}

std::string decided_words(const reg::LeaveCase& one, bool sees) {
  const auto& what = one.decision->what;
  std::string words = fmt::format("{}, {}", what.by.text(), moment_words(one.decision->typed));
  if (what.answer == reg::LeaveAnswer::partly) {
    words = span_words(what.from, what.to) + "; " + words;
  }
  return sees ? words + ": " + what.reason : words;
}

void add_state(const Visit& visit, const reg::LeaveCase& one, bool sees, LeaveLine& line) {
  const bool decides = reg::may_decide(one.request.what.kind, visit.who.roles).has_value();
  if (!one.decision) {
    line.state = "waiting for the headteacher";
    line.look = "yellow";
    line.may_decide = decides;
    line.may_withdraw = may_write_absence(visit.who);
    return;
  }
  line.decision = std::to_string(one.decision->entry);
  line.decided = decided_words(one, sees);
  line.may_undo = decides;
  const bool refused = one.decision->what.answer == reg::LeaveAnswer::refused;
  const bool partly = one.decision->what.answer == reg::LeaveAnswer::partly;
  line.state = refused ? "refused" : partly ? "partly granted" : "granted";
  line.look = refused ? "red" : "green";
}

}  // namespace

Result<std::vector<reg::LeaveCase>> cases_of(const Visit& visit, reg::Store& held) {
  const int year = reg::school_year_of(visit.today);
  return reg::leave_cases(held, reg::first_day_of(year), reg::last_day_of(year + 1));
}

LeaveLine leave_line(const Visit& visit, const reg::School& school, const reg::LeaveCase& one) {
  const auto& what = one.request.what;
  const bool sees = sees_code(visit.who, code_of(what.kind));
  LeaveLine line;
  line.entry = std::to_string(one.request.entry);
  line.pupils = names_of(school, what.pupils);
  line.days = span_words(what.from, what.to);
  line.kind = sees ? std::string(words_of(what.kind)) : "leave";
  line.grounds = sees ? what.grounds : "";
  line.asked = what.asked_by + ", " + moment_words(what.received);
  // The five days would say which kind it is.
  line.notice = sees ? notice_words(what, school) : "";
  line.in_time = !sees || given_in_time(what, school);
  add_state(visit, one, sees, line);
  return line;
}

Result<std::vector<AwayLine>> away_lines(const Visit& visit, reg::Store& held,
                                         const reg::School& school, std::optional<PupilId> only) {
  const auto cases = cases_of(visit, held);
  if (!cases) return fail(cases.error());
  const auto decided = decided_entries(*cases);
  std::vector<AwayKey> order;
  std::map<AwayKey, AwaySpan> spans;
  for (int i = 0; i <= kDaysAhead; ++i) {
    auto notices = held.notices(visit.today.plus(i));
    if (!notices) return fail(notices.error());
    for (auto& given : standing(std::move(*notices))) {
      if (only && given.what.pupil != *only) continue;
      const AwayKey key{given.what.pupil, given.typed, given.what.code};
      const SessionId session = given.what.session;
      const auto [at, fresh] = spans.try_emplace(key, AwaySpan{std::move(given), session});
      at->second.last = std::max(at->second.last, session);
      if (fresh) order.push_back(key);
    }
  }
  std::vector<AwayLine> lines;
  for (const auto& key : order) {
    const auto* pupil = school.pupil(key.pupil);
    if (pupil == nullptr) continue;
    const auto& span = spans.at(key);
    lines.push_back(away_line(visit, *pupil, span));
    lines.back().may_undo = may_write_absence(visit.who) && !decided.contains(span.first.entry);
  }
  return lines;
}

Result<AbsenceView> absence_view(const Visit& visit, reg::Store& held, const std::string& name) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  AbsenceView view;
  view.date = visit.today.words();
  view.may_write = may_write_absence(visit.who);
  view.name_typed = name;
  view.searched = !name.empty();
  if (view.may_write && view.searched) {
    for (const auto* pupil : reg::find_pupils(**school, name, visit.today)) {
      if (!pupil->on_roll(visit.today)) continue;
      view.found.push_back({std::to_string(pupil->id.number()), child_and_class(*pupil)});
    }
  }
  auto away = away_lines(visit, held, **school, std::nullopt);
  if (!away) return fail(away.error());
  view.away = std::move(*away);
  const auto cases = cases_of(visit, held);
  if (!cases) return fail(cases.error());
  add_cases(visit, **school, *cases, view);
  auto refused = refused_lines(visit, held, *cases);
  if (!refused) return fail(refused.error());
  view.refused = std::move(*refused);
  add_timetables(visit, **school, view);
  return view;
}

}  // namespace handbell::office
