#include "app/register/day_note.h"

#include "app/base/school_time.h"

namespace handbell::reg {

namespace {

Result<SchoolDay> local_day(Instant at) {
  const auto local = to_local(at);
  if (!local) return fail(local.error());
  return local->day;
}

Result<SchoolDay> note_day(const CallAttempt& attempt) { return local_day(attempt.at); }
Result<SchoolDay> note_day(const DayCollector& collector) { return collector.day; }
Result<SchoolDay> note_day(const LeaveRequest& request) { return request.from.day; }
Result<SchoolDay> note_day(const LeaveDecision& decision) { return decision.first_day; }
Result<SchoolDay> note_day(const RollStep& step) { return local_day(step.at); }
Result<SchoolDay> note_day(const RollTicks& batch) {
  return local_day(batch.ticks.empty() ? Instant{} : batch.ticks.front().at);
}
Result<SchoolDay> note_day(const RecordChange& change) { return change.day; }
Result<SchoolDay> note_day(const SeenTo& seen) { return local_day(seen.at); }
Result<SchoolDay> note_day(const OtherMark& mark) { return mark.session.day; }

std::vector<PupilId> named_in(const CallAttempt& attempt) {
  return attempt.pupil ? std::vector{*attempt.pupil} : std::vector<PupilId>();
}
std::vector<PupilId> named_in(const DayCollector& collector) { return {collector.pupil}; }
std::vector<PupilId> named_in(const LeaveRequest& request) { return request.pupils; }
std::vector<PupilId> named_in(const LeaveDecision& decision) { return decision.pupils; }
std::vector<PupilId> named_in(const RollStep& /*step*/) { return {}; }
std::vector<PupilId> named_in(const RollTicks& batch) {
  std::vector<PupilId> pupils;
  for (const auto& tick : batch.ticks) pupils.push_back(tick.pupil);
  return pupils;
}
std::vector<PupilId> named_in(const OtherMark& mark) { return {mark.pupil}; }
std::vector<PupilId> named_in(const RecordChange& change) { return {change.pupil}; }
std::vector<PupilId> named_in(const SeenTo& seen) {
  return seen.pupil ? std::vector{*seen.pupil} : std::vector<PupilId>();
}

}  // namespace

Status complete(const DayNote& note) {
  return std::visit([](const auto& what) { return complete(what); }, note);
}

Result<SchoolDay> day_of(const DayNote& note) {
  return std::visit([](const auto& what) { return note_day(what); }, note);
}

std::vector<PupilId> children_of(const DayNote& note) {
  return std::visit([](const auto& what) { return named_in(what); }, note);
}

std::set<std::string> classes_confirmed(const std::vector<DayNoteGiven>& notes, Instant from,
                                        Instant until) {
  std::set<std::string> classes;
  for (const auto& [entry, typed, call] : standing<CallAttempt>(notes)) {
    const bool within = from <= call.at && call.at <= until;
    if (within && call.result == CallResult::class_answered) classes.insert(call.class_name);
  }
  return classes;
}

}  // namespace handbell::reg
