// The sessions in which a child is expected, from a day on and perhaps to a day (D20, D36).
#include "app/base/text.h"
#include "app/office/absence/absence_words.h"
#include "app/office/absence/child.h"
#include "app/office/absence/child_forms.h"
#include "app/office/page/child_name.h"
#include "app/office/page/typed_text.h"
#include "app/register/record_change.h"
#include "app/register/school_age.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

std::string digits_typed(const Visit& visit) {
  std::string digits(10, '0');
  for (const auto& [name, value] : visit.form) {
    const auto number = name == "expected" ? whole_number(value) : std::nullopt;
    if (number && *number >= 0 && *number < 10) digits[static_cast<std::size_t>(*number)] = '1';
  }
  return digits;
}

struct HeldDays {
  std::optional<SchoolDay> from;
  std::optional<SchoolDay> until;  ///< none: until somebody changes it
};

HeldDays held_days(const Visit& visit, FormErrors& errors) {
  HeldDays days;
  const auto from = SchoolDay::parse(visit.typed("from"));
  if (visit.typed("from").empty()) {
    errors.add("from", "Say from which day it holds.");
  } else if (!from) {
    errors.add("from", sentence(from.error()));
  } else if (*from < visit.today) {
    errors.add("from", "Choose today or a day to come: what was expected before stays as it was.");
  } else {
    days.from = *from;
  }
  if (visit.typed("until").empty()) return days;
  const auto until = SchoolDay::parse(visit.typed("until"));
  if (!until) {
    errors.add("until", sentence(until.error()));
  } else if (from && *until < *from) {
    errors.add("until", "The last day lies before the first.");
  } else {
    days.until = *until;
  }
  return days;
}

/// What begins, and where it ends what counts again.
std::vector<reg::RecordChange> timetable_notes(const reg::PupilRecord& before,
                                               const reg::PupilRecord& after, const HeldDays& days,
                                               const Visit& visit) {
  const std::string reason = visit.typed("reason");
  auto notes = reg::changes_between(before, after, *days.from, reason, visit.who.author);
  if (!days.until) return notes;
  for (const auto& back : reg::changes_between(after, before, days.until->plus(1),
                                               reason + " (agreed to its end)", visit.who.author)) {
    notes.push_back(back);
  }
  return notes;
}

void check_timetable(const std::vector<reg::RecordChange>& notes, const Visit& visit,
                     FormErrors& errors) {
  (void)checked_text(visit.typed("reason"), "reason", {}, errors);
  if (!notes.empty() && visit.typed("reason").empty()) {
    errors.add("reason", "Say why, and who agreed to it.");
    return;
  }
  for (const auto& note : notes) {
    const Status fits = complete(note);
    if (!fits && errors.of("reason").empty()) errors.add("reason", sentence(fits.error()));
  }
}

std::string held_words(const HeldDays& days, SchoolDay today) {
  std::string words = *days.from == today ? "" : " from " + days.from->words() + " on";
  if (days.until) words += ", until " + days.until->words();
  return words;
}

}  // namespace

Result<std::optional<std::string>> put_timetable(const Visit& visit, reg::Store& held,
                                                 const reg::PupilRecord& pupil,
                                                 FormErrors& errors) {
  const std::string digits = digits_typed(visit);
  const auto pattern = reg::AttendancePattern::parse(digits);
  if (!pattern) return fail(pattern.error());
  const bool full = *pattern == reg::AttendancePattern();
  const auto days = held_days(visit, errors);
  if (digits == std::string(10, '0')) {
    errors.add("expected", "Choose the sessions in which the child is expected.");
  } else if (!full && days.from && reg::school_age_from(pupil.date_of_birth) <= *days.from) {
    errors.add("expected", school_age_sentence(pupil));
  }
  if (!days.from) return std::nullopt;
  auto changed = pupil;
  changed.pattern = *pattern;
  const auto notes = timetable_notes(pupil, changed, days, visit);
  check_timetable(notes, visit, errors);
  if (!errors.empty()) return std::nullopt;
  if (*days.from == visit.today) {
    if (const auto put = held.put_pupils({changed}); !put) return fail(put.error());
  }
  const auto kept = held.write({notes.begin(), notes.end()}, visit.now);
  if (!kept) return fail(kept.error());
  return fmt::format("{} is expected {}{}.", child_name(pupil),
                     full ? std::string("full time") : timetable_words(*pattern),
                     held_words(days, visit.today));
}

}  // namespace handbell::office
