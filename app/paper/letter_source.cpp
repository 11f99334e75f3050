#include "app/paper/letter_source.h"

#include "app/base/school_time.h"
#include "app/register/year_line.h"

#include <fmt/format.h>

namespace handbell::paper {
namespace {

using reports::DateRange;
using reports::ReportSource;

Result<LetterTemplate> wording_in(reg::Store& held, LetterKind kind) {
  const auto changes = held.letter_changes();
  if (!changes) return fail(changes.error());
  const std::string own = reg::wording_of(*changes, std::string(text_of(kind)));
  return LetterTemplate::parse(kind, own.empty() ? own_wording(kind) : std::string_view(own));
}

/// A letter's figures are those of the page that suggested it; a slip is about one day.
Result<ReportSource> source_of(reg::Store& held, LetterKind kind, SchoolDay today) {
  if (size_of(kind) != PaperSize::slip) return ReportSource::read_back(held, today);
  const int year = reg::school_year_of(today);
  const auto marks = DateRange::from_days(reg::first_day_of(year - 1), today);
  if (!marks) return fail(marks.error());
  return ReportSource::read(held, *marks, DateRange::of_day(today));
}

}  // namespace

Result<LetterSource> LetterSource::read(reg::Store& held, LetterKind kind, Instant now,
                                        bool rehearsal) {
  const auto local = to_local(now);
  if (!local) return fail(local.error());
  auto wording = wording_in(held, kind);
  if (!wording) return fail(wording.error());
  auto source = source_of(held, kind, local->day);
  if (!source) return fail(source.error());
  const auto notes = held.case_notes(std::nullopt);
  if (!notes) return fail(notes.error());
  auto settings = held.settings();
  if (!settings) return fail(settings.error());
  auto logo = held.logo();
  if (!logo) return fail(logo.error());
  LetterSource letters(std::move(*wording), std::move(*source));
  letters.now_ = now;
  letters.rehearsal_ = rehearsal;
  letters.today_ = local->day;
  letters.legal_ = reg::legal_register(*settings, local->day);
  letters.settings_ = std::move(*settings);
  letters.logo_ = std::move(*logo);
  for (const auto& note : *notes) letters.cases_[child_of(note.what)].push_back(note);
  if (size_of(kind) != PaperSize::slip) return letters;
  auto events = held.events(local->day);
  if (!events) return fail(events.error());
  auto told = held.told(local->day);
  if (!told) return fail(told.error());
  letters.steps_ = reg::steps_of({std::move(*events), std::move(*told)});
  return letters;
}

const std::vector<reg::CaseNoteGiven>& LetterSource::case_of(PupilId pupil) const {
  static const std::vector<reg::CaseNoteGiven> kNone;
  const auto found = cases_.find(pupil);
  return found == cases_.end() ? kNone : found->second;
}

const std::vector<reg::Step>& LetterSource::steps_of(PupilId pupil) const {
  static const std::vector<reg::Step> kNone;
  const auto found = steps_.find(pupil);
  return found == steps_.end() ? kNone : found->second;
}

Letterhead LetterSource::letterhead(const std::string& made_by) const {
  Letterhead head;
  head.school = school().name;
  head.logo = logo_;
  head.made = now_;
  head.rehearsal = rehearsal_;
  head.stamp = fmt::format("Made on {}, {}, by {}.\nLegal register: {}.", today_.words(),
                           local_hh_mm(now_), made_by, legal_);
  return head;
}

}  // namespace handbell::paper
