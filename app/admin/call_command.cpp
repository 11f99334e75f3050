// report calls: the morning's call list, from nine o'clock on.
//
// A class has sent its register where its teacher sent it with the headcount, or a mark by a person
// stands for one of its children: proposals of the door that the office accepted say nothing of it.
// A class that answered by telephone is as good (D23).
// Marks count as they stand now, arrivals as they were at the time asked for.
#include "app/admin/report_cells.h"
#include "app/admin/report_commands.h"
#include "app/base/school_time.h"
#include "app/register/settlement.h"
#include "app/reports/absence_day.h"
#include "app/reports/call_list.h"
#include "app/reports/report_source.h"

#include <algorithm>

namespace handbell::admin {

namespace {

struct Morning {
  SessionId session;
  Instant now;
  std::map<PupilId, reg::Mark> marks;
  std::map<PupilId, std::optional<Instant>> arrivals;
  std::set<std::string> registers_sent;
};

std::map<PupilId, std::optional<Instant>> arrivals_of(const std::vector<reg::RegisterLine>& lines,
                                                      Instant now) {
  std::map<PupilId, std::optional<Instant>> arrivals;
  for (const auto& line : lines) {
    const auto& arrival = line.arrival;
    const bool timed = arrival.judgement.outcome != reg::Outcome::clock_unverified;
    if (timed && now < arrival.arrived) continue;
    arrivals[arrival.pupil] = timed ? std::optional(arrival.arrived) : std::nullopt;
  }
  return arrivals;
}

Result<Morning> read_morning(store::Register& file, SchoolDay day, Instant now) {
  Morning morning{{day, Half::am}, now, {}, {}, {}};
  const auto marks = file.marks(morning.session);
  if (!marks) return fail(marks.error());
  for (const auto& mark : *marks) morning.marks.emplace(mark.what.pupil, mark);
  const auto lines = reg::lines_of(file, morning.session);
  if (!lines) return fail(lines.error());
  morning.arrivals = arrivals_of(*lines, now);
  const auto told = file.told(day);
  if (!told) return fail(told.error());
  const Instant noon = from_local(day, TimeOfDay::from_ms(hours(12).count));
  morning.registers_sent =
      reg::registers_sent(*told, from_local(day, TimeOfDay{}), std::min(now, noon));
  const auto notes = file.day_notes(day, day);
  if (!notes) return fail(notes.error());
  morning.registers_sent.merge(
      reg::classes_confirmed(*notes, from_local(day, TimeOfDay{}), std::min(now, noon)));
  return morning;
}

bool is_expected(const reg::School& school, const reg::PupilRecord& pupil, SessionId session) {
  const auto state = school.calendar.state(session.day, text_of(pupil.group), pupil.class_name);
  return state == reg::DayState::open && pupil.on_roll(session.day) &&
         pupil.pattern.expects(session);
}

bool is_told(const reg::School& school, PupilId pupil, SessionId session) {
  return std::any_of(school.plans.begin(), school.plans.end(), [&](const reg::PupilPlan& plan) {
    return plan.pupil == pupil && plan.session == session;
  });
}

reports::CallFacts facts_of(const reports::ReportSource& source, const Morning& morning,
                            const reg::PupilRecord& pupil) {
  reports::CallFacts facts;
  facts.pupil = pupil.id;
  facts.class_name = pupil.class_name;
  facts.expected = is_expected(source.school(), pupil, morning.session);
  const auto mark = morning.marks.find(pupil.id);
  if (mark != morning.marks.end()) facts.mark = mark->second.what.code;
  const auto arrival = morning.arrivals.find(pupil.id);
  facts.at_the_door = arrival != morning.arrivals.end();
  if (facts.at_the_door) facts.tapped = arrival->second;
  facts.reason_entered = is_told(source.school(), pupil.id, morning.session);
  const auto absence =
      reports::absence_on(source.years_of(pupil.id), source.days(), morning.session.day);
  facts.absence_day = absence.day + (absence.today_marked ? 0 : 1);
  return facts;
}

reports::CallQuestion question_of(const reports::ReportSource& source, const Morning& morning) {
  reports::CallQuestion question;
  question.from = from_local(morning.session.day, calls_begin());
  question.now = morning.now;
  question.classes_sent = morning.registers_sent;
  for (const auto& pupil : source.school().pupils) {
    question.pupils.push_back(facts_of(source, morning, pupil));
    const auto mark = morning.marks.find(pupil.id);
    const bool sent =
        mark != morning.marks.end() && mark->second.what.source != reg::kFrontDoorSource;
    if (sent) question.classes_sent.insert(pupil.class_name);
  }
  return question;
}

Row row_of(const reports::CallLine& line, const reg::School& school) {
  const auto* pupil = line.pupil ? school.pupil(*line.pupil) : nullptr;
  Row about{nlohmann::json(), nlohmann::json(), line.class_name};
  if (pupil != nullptr) about = who(*pupil);
  return joined(joined({cell(text_of(line.kind))}, about),
                {time_cell(line.tapped), line.absence_day, line.n_offered, sentence(line)});
}

}  // namespace

Result<Table> call_report(const Site& site, const ReportOptions& options) {
  const auto day = day_of(site, options);
  if (!day) return fail(day.error());
  const auto now = moment_of(site, options, *day);
  if (!now) return fail(now.error());
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto source = reports::ReportSource::read_before(*opened->file, *day);
  if (!source) return fail(source.error());
  const auto morning = read_morning(*opened->file, *day, *now);
  if (!morning) return fail(morning.error());
  Table table{
      joined(joined({"kind"}, who_columns()), {"since", "absence_day", "n_offered", "sentence"}),
      {}};
  for (const auto& line : reports::call_list(question_of(*source, *morning))) {
    table.rows.push_back(row_of(line, source->school()));
  }
  return table;
}

}  // namespace handbell::admin
