#include "app/admin/day_note_cells.h"

#include "app/base/hex.h"
#include "app/base/school_time.h"
#include "app/register/leave_cases.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::admin {

Result<NotesRead> read_notes(const Site& site, const DayNoteOptions& options) {
  const auto from = options.on.empty() ? site.today() : SchoolDay::parse(options.on);
  if (!from) return fail(from.error());
  const auto to = options.to.empty() ? from : SchoolDay::parse(options.to);
  if (!to) return fail(to.error());
  if (*to < *from) return fail(FaultCode::period_backwards, from->text() + " to " + to->text());
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  auto school = opened->file->school();
  if (!school) return fail(school.error());
  auto notes = opened->file->day_notes(*from, *to);
  if (!notes) return fail(notes.error());
  return NotesRead{std::move(*school), std::move(*notes)};
}

Result<Instant> typed_time(const std::string& text, SchoolDay day, Instant otherwise) {
  if (text.empty()) return otherwise;
  const auto time = TimeOfDay::parse(text);
  if (!time) return fail(time.error());
  return from_local(day, *time);
}

Columns taken_back_columns() { return {"taken_back_at", "taken_back_by", "taken_back_reason"}; }

Row taken_back_cells(const std::optional<reg::TakenBack>& back) {
  if (!back) return {nullptr, nullptr, nullptr};
  return {with_offset(back->at), back->by.text(), back->reason};
}

namespace {

/// With the notices of a decision on leave.
Status take_back_entry(store::Register& file, const std::vector<reg::DayNoteGiven>& notes,
                       const reg::TakenBack& back) {
  for (const auto& decision : reg::standing<reg::LeaveDecision>(notes)) {
    if (decision.entry == back.what.seq) return reg::take_back(file, decision, back);
  }
  const auto told = file.tell(back, back.at);
  if (!told) return fail(told.error());
  return {};
}

}  // namespace

Result<std::string> take_back_note(const Site& site, const DayNoteOptions& options) {
  const auto day = options.on.empty() ? site.today() : SchoolDay::parse(options.on);
  if (!day) return fail(day.error());
  const auto author = reg::Author::parse(options.by);
  if (!author) return fail(author.error());
  if (options.reason.empty()) return fail(FaultCode::entry_incomplete, "a reason");
  auto opened = site.open_register();
  if (!opened) return fail(opened.error());
  const auto notes = opened->file->day_notes(*day, *day);
  if (!notes) return fail(notes.error());
  const auto today = site.today();
  if (!today) return fail(today.error());
  // What counts in a record is changed again there; what is to come can still be taken back.
  const bool stands = std::ranges::any_of(*notes, [&](const reg::DayNoteGiven& given) {
    const bool counts = std::holds_alternative<reg::RecordChange>(given.what) && *day <= *today;
    return given.entry == options.entry && !given.back && !counts;
  });
  if (!stands) {
    return fail(FaultCode::note_unknown, fmt::format("{} of {}", options.entry, day->text()));
  }
  const auto own = opened->file->witness();
  if (!own) return fail(own.error());
  const reg::TakenBack back{
      {to_hex(own->history), options.entry}, site.now(), options.reason, *author};
  if (Status done = take_back_entry(*opened->file, *notes, back); !done) return fail(done.error());
  return fmt::format("Entry {} of {} is taken back; it stays in the history.\n", options.entry,
                     day->text());
}

}  // namespace handbell::admin
