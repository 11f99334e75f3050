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

std::vector<PupilId> named_in(const CallAttempt& attempt) {
  return attempt.pupil ? std::vector{*attempt.pupil} : std::vector<PupilId>();
}
std::vector<PupilId> named_in(const DayCollector& collector) { return {collector.pupil}; }

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
