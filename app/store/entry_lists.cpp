#include "app/store/entry_lists.h"

#include "app/base/hex.h"
#include "app/journal/case_codec.h"
#include "app/journal/letter_codec.h"
#include "app/journal/mark_codec.h"
#include "app/journal/note_codec.h"
#include "app/journal/notice_codec.h"
#include "app/journal/release_codec.h"
#include "app/journal/setting_codec.h"
#include "app/journal/told_codec.h"
#include "app/store/register.h"

namespace handbell::store {

namespace {

tl::unexpected<Fault> unreadable(const journal::Entry& entry) {
  return fail(FaultCode::entry_garbled, std::to_string(entry.seq));
}

}  // namespace

Status EntryLists::take(const journal::Entry& entry, journal::BlankCheck& blanks) {
  if (journal::is_case_note(entry.kind)) case_numbers_.insert(entry.seq);
  if (!entry.salt) {
    blanks.blank(entry);
    return {};
  }
  if (entry.kind == journal::EntryKind::erasure) {
    const auto erasure = journal::erasure_of(entry);
    if (!erasure) return fail(erasure.error().code, std::to_string(entry.seq));
    blanks.erasure(entry.seq, *erasure);
    return {};
  }
  if (entry.kind == journal::EntryKind::setting) {
    if (!journal::setting_of(entry)) return unreadable(entry);
    settings_.insert(entry.seq);
    return {};
  }
  const bool letter = entry.kind == journal::EntryKind::letter_changed ||
                      entry.kind == journal::EntryKind::logo_changed;
  if (letter) return take_letter(entry);
  if (journal::is_case_note(entry.kind)) return take_case(entry);
  const bool told = entry.kind == journal::EntryKind::notice ||
                    entry.kind == journal::EntryKind::release_answer ||
                    journal::is_note(entry.kind) || journal::is_told(entry.kind);
  return told ? take_told(entry) : take_mark(entry, blanks);
}

Status EntryLists::take_told(const journal::Entry& entry) {
  if (entry.kind == journal::EntryKind::notice) {
    const auto notice = journal::notice_of(entry);
    if (!notice) return unreadable(entry);
    told_.emplace(entry.seq, notice->what.session.day);
    return {};
  }
  if (entry.kind == journal::EntryKind::release_answer) {
    const auto given = journal::release_of(entry);
    const auto day = given ? day_answered(given->what) : fail(given.error());
    if (!day) return unreadable(entry);
    told_.emplace(entry.seq, *day);
    return {};
  }
  if (journal::is_note(entry.kind)) {
    const auto given = journal::note_of(entry);
    const auto day = given ? day_noted(given->what) : fail(given.error());
    if (!day) return unreadable(entry);
    told_.emplace(entry.seq, *day);
    return {};
  }
  const auto event = journal::told_of(entry);
  const auto day = event ? day_told(*event) : fail(event.error());
  if (!day) return unreadable(entry);
  const auto* back = std::get_if<reg::TakenBack>(&*event);
  if (back != nullptr && takes_case_back(*back, entry)) {
    cases_.emplace(entry.seq, std::nullopt);
  } else {
    told_.emplace(entry.seq, back != nullptr ? std::nullopt : std::optional(*day));
  }
  return {};
}

Status EntryLists::take_letter(const journal::Entry& entry) {
  const bool logo = entry.kind == journal::EntryKind::logo_changed;
  const bool read = logo ? journal::logo_change_of(entry).has_value()
                         : journal::letter_change_of(entry).has_value();
  if (!read) return unreadable(entry);
  letters_.insert(entry.seq);
  return {};
}

Status EntryLists::take_case(const journal::Entry& entry) {
  const auto given = journal::case_note_of(entry);
  if (!given) return unreadable(entry);
  cases_.emplace(entry.seq, child_of(given->what));
  return {};
}

bool EntryLists::takes_case_back(const reg::TakenBack& back, const journal::Entry& entry) const {
  return case_numbers_.contains(back.what.seq) && back.what.journal == to_hex(entry.history);
}

Status EntryLists::take_mark(const journal::Entry& entry, journal::BlankCheck& blanks) {
  const auto mark = journal::mark_of(entry);
  if (!mark) return unreadable(entry);
  const auto& what = mark->what;
  if (mark->replaces > 0) blanks.amends(entry, mark->replaces);
  places_.add(what.session, what.pupil, entry.seq);
  const int year = reg::school_year_of(what.session.day);
  years_.try_emplace({year, what.pupil}, what.pupil, year)
      .first->second.set(what.session, {what.code, what.minutes_late});
  return {};
}

}  // namespace handbell::store
