#include "app/office/roll/roll_past.h"

#include "app/base/school_time.h"
#include "app/register/year_line.h"

#include <algorithm>

namespace handbell::office {
namespace {

constexpr std::int64_t kMinute = 60'000;

/// Who had to stand there is counted as it was when the roll call began.
Result<PastRoll> past_roll(store::Register& held, const reg::School& school,
                           const reg::HeldRollCall& call) {
  const auto begun = to_local(call.begun.at);
  if (!begun) return fail(begun.error());
  const auto classes = read_class_rolls(held, school, begun->day, call.begun.at);
  if (!classes) return fail(classes.error());
  PastRoll past;
  past.date = begun->day.words();
  past.kind = roll_kind_words(call.begun.kind);
  past.begun = begun->time.hh_mm();
  past.by = call.begun.by.text();
  if (call.ended) {
    past.ended = local_hh_mm(call.ended->at);
    past.minutes = std::to_string((call.ended->at - call.begun.at).count / kMinute);
  }
  for (const auto& roll : *classes) past.in += static_cast<int>(roll.in.size());
  past.not_seen = static_cast<int>(missing_of(*classes, reg::merged(call.ticks)).size());
  past.seen = past.in - past.not_seen;
  past.found = static_cast<int>(reg::missing_then_found(call));
  return past;
}

}  // namespace

Result<std::vector<PastRoll>> past_rolls(const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto first = SchoolDay::from_parts(reg::school_year_of(visit.today), 9, 1);
  if (!first) return fail(first.error());
  const auto notes = held.day_notes(*first, visit.today);
  if (!notes) return fail(notes.error());
  std::vector<PastRoll> past;
  for (const auto& call : reg::held_roll_calls(*notes)) {
    auto one = past_roll(held, **school, call);
    if (!one) return fail(one.error());
    past.push_back(std::move(*one));
  }
  std::ranges::reverse(past);
  return past;
}

}  // namespace handbell::office
