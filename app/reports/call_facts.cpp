#include "app/reports/call_facts.h"

#include "app/base/school_time.h"
#include "app/register/settlement.h"

#include <algorithm>

namespace handbell::reports {

namespace {

constexpr int kProposalDays = 31;
constexpr int kFirstYear = 1900;

using Arrivals = std::map<PupilId, std::optional<Instant>>;

Arrivals arrivals_of(const std::vector<reg::RegisterLine>& lines, Instant now) {
  Arrivals arrivals;
  for (const auto& line : lines) {
    const auto& arrival = line.arrival;
    const bool timed = arrival.judgement.outcome != reg::Outcome::clock_unverified;
    if (timed && now < arrival.arrived) continue;
    arrivals[arrival.pupil] = timed ? std::optional(arrival.arrived) : std::nullopt;
  }
  return arrivals;
}

/// What a class register says: in class, or nobody knows why not.
bool is_of_a_register(const reg::Mark& mark) {
  if (mark.what.source == reg::kFrontDoorSource) return false;
  return mark.what.code.is_attending() || mark.what.code == reg::code_of("N");
}

/// Somebody saw the child, or knows that it left again.
bool is_seen(const reg::Whereabouts& where) {
  if (where.missing_since) return false;
  if (where.place == reg::Place::out) return where.since.has_value() && !where.closed;
  return where.place != reg::Place::at_door;
}

CallFacts call_facts(const ReportSource& source, const CallDay& day,
                     const reg::PupilRecord& pupil) {
  CallFacts facts;
  facts.pupil = pupil.id;
  facts.class_name = pupil.class_name;
  facts.expected = is_expected(source.school(), pupil, {day.day, Half::am});
  const auto mark = day.marks.find(pupil.id);
  if (mark != day.marks.end()) facts.mark = mark->second.what.code;
  const auto where = day.presence->where(pupil.id, day.now);
  const auto arrival = day.arrivals.find(pupil.id);
  const bool came = arrival != day.arrivals.end();
  facts.at_the_door = came || where.place == reg::Place::at_door;
  facts.tapped = came ? arrival->second : where.since;
  facts.seen = is_seen(where);
  facts.missed = where.missing_since.has_value();
  if (facts.expected)
    facts.absence_day =
        absence_day_today(absence_on(source.years_of(pupil.id), source.days(), day.day));
  return facts;
}

}  // namespace

Result<CallDay> read_call_day(reg::Store& file, SchoolDay day, Instant now) {
  CallDay read;
  read.day = day;
  read.now = now;
  const auto marks = file.marks({day, Half::am});
  if (!marks) return fail(marks.error());
  for (const auto& mark : *marks) read.marks.emplace(mark.what.pupil, mark);
  const auto school = file.shared_school();
  if (!school) return fail(school.error());
  auto events = file.events(day);
  if (!events) return fail(events.error());
  read.arrivals = arrivals_of(reg::register_lines(*events, **school, *marks, {day, Half::am}), now);
  auto told = file.told(day);
  if (!told) return fail(told.error());
  auto notes = file.day_notes(day, day);
  if (!notes) return fail(notes.error());
  read.notes = std::move(*notes);
  const Instant from = from_local(day, TimeOfDay{});
  const Instant noon = from_local(day, TimeOfDay::from_ms(hours(12).count));
  const Instant until = std::min(now, noon);
  read.registers_sent = reg::registers_sent(*told, from, until);
  for (const auto& call : reg::standing<reg::CallAttempt>(read.notes)) {
    const bool counts =
        call.what.result == reg::CallResult::class_answered && call.what.at <= until;
    if (counts) read.confirmed.emplace(call.what.class_name, call.what.at);
  }
  read.registers_sent.merge(reg::classes_confirmed(read.notes, from, until));
  read.presence.emplace(reg::PresenceFacts{std::move(*events), std::move(*told)}, day,
                        reg::presence_closes());
  return read;
}

Result<ReportSource> read_for_calls(reg::Store& file, SchoolDay day) {
  const auto marks = DateRange::from_days(
      reg::first_day_of(std::max(reg::school_year_of(day) - 1, kFirstYear)), day);
  if (!marks) return fail(marks.error());
  const auto proposals = DateRange::from_days(day.plus(-kProposalDays), day.plus(-1));
  if (!proposals) return fail(proposals.error());
  return ReportSource::read(file, *marks, *proposals);
}

bool is_expected(const reg::School& school, const reg::PupilRecord& pupil, SessionId session) {
  const auto state = school.calendar.state(session.day, text_of(pupil.group), pupil.class_name);
  return state == reg::DayState::open && pupil.on_roll(session.day) &&
         pupil.pattern.expects(session);
}

int absence_day_today(const Absence& absence) {
  return absence.day + (absence.today_marked ? 0 : 1);
}

CallQuestion call_question(const ReportSource& source, const CallDay& day) {
  CallQuestion question;
  question.from = from_local(day.day, calls_begin());
  question.now = day.now;
  question.classes_sent = day.registers_sent;
  std::set<PupilId> told;
  for (const auto& plan : source.school().plans) {
    if (plan.session == SessionId{day.day, Half::am}) told.insert(plan.pupil);
  }
  for (const auto& pupil : source.school().pupils) {
    question.pupils.push_back(call_facts(source, day, pupil));
    question.pupils.back().reason_entered = told.contains(pupil.id);
    const auto mark = day.marks.find(pupil.id);
    const bool sent = mark != day.marks.end() && is_of_a_register(mark->second);
    if (sent) question.classes_sent.insert(pupil.class_name);
  }
  return question;
}

}  // namespace handbell::reports
