#include "app/store/memory_register.h"

#include "app/base/school_time.h"
#include "app/journal/mark_codec.h"
#include "app/journal/retention.h"
#include "app/register/afternoon.h"

#include <algorithm>

namespace handbell::store {

namespace {

std::optional<journal::Digest> link_at(const std::vector<journal::Entry>& entries,
                                       std::uint64_t seq) {
  if (seq == 0 || seq > entries.size()) return std::nullopt;
  return entries[seq - 1].link;
}

journal::Head head_at(const std::vector<journal::Entry>& entries) {
  return entries.empty() ? journal::Head{} : head_of(entries.back());
}

Status chain_stands(const std::vector<journal::Entry>& entries, journal::BlankCheck& blanks) {
  journal::Head head;
  for (const auto& entry : entries) {
    if (Status good = follows(head, entry); !good) return good;
    head = head_of(entry);
    if (!entry.salt) blanks.blank(entry);
    if (entry.kind != journal::EntryKind::erasure) continue;
    const auto erasure = journal::erasure_of(entry);
    if (!erasure) return fail(erasure.error());
    blanks.erasure(entry.seq, *erasure);
  }
  return {};
}

void blank(journal::Entry& entry) {
  entry.salt.reset();
  entry.payload.clear();
}

}  // namespace

journal::Head MemoryRegister::Held::head() const { return head_at(entries); }

/// Null where it is not held.
journal::Entry* MemoryRegister::Held::at(std::uint64_t seq) {
  const auto found =
      std::lower_bound(entries.begin(), entries.end(), seq,
                       [](const auto& entry, std::uint64_t number) { return entry.seq < number; });
  return found == entries.end() || found->seq != seq ? nullptr : &*found;
}

std::optional<journal::Digest> MemoryRegister::Held::link(std::uint64_t seq) {
  if (const auto* entry = at(seq)) return entry->link;
  for (const auto& gap : gaps) {
    if (gap.sealed.seq == seq) return gap.sealed.link;
  }
  return std::nullopt;
}

std::optional<journal::EntryKind> MemoryRegister::Held::kind(std::uint64_t seq) {
  const auto* entry = at(seq);
  return entry == nullptr ? std::nullopt : std::optional(entry->kind);
}

Status MemoryRegister::Held::stands(journal::BlankCheck& blanks, VerifiedCount& count) const {
  journal::GapCheck check;
  journal::Head head;
  for (const auto& entry : entries) {
    for (const auto& gap : gaps) {
      if (gap.first != head.seq + 1) continue;
      check.gap(gap);
      count.lost += gap.sealed.seq - head.seq;
      head = gap.sealed;
    }
    if (Status good = follows(head, entry); !good) return good;
    if (Status read = check.met(entry); !read) return read;
    head = head_of(entry);
    if (!entry.salt) blanks.blank(entry);
  }
  count.events += entries.size();
  ++count.journals;
  return check.end();
}

MemoryRegister::MemoryRegister(Random& random) : random_(random) {
  random_.fill(id_);
  random_.fill(card_key_);
}

Status MemoryRegister::name_school(const std::string& name) {
  school_.name = name;
  ++school_.version;
  return {};
}

Result<reg::ImportCount> MemoryRegister::put_pupils(const std::vector<reg::PupilRecord>& rows) {
  const auto merged = merge_pupils(school_, rows);
  if (!merged) return fail(merged.error());
  for (const auto& row : merged->rows) {
    const auto at = std::find_if(school_.pupils.begin(), school_.pupils.end(),
                                 [&](const auto& pupil) { return pupil.id == row.id; });
    if (at != school_.pupils.end()) {
      *at = row;
    } else {
      school_.pupils.push_back(row);
    }
    school_.pictures.emplace(row.class_name, reg::picture_for(row.class_name));
  }
  if (!merged->rows.empty()) ++school_.version;
  return merged->count;
}

Result<reg::ImportCount> MemoryRegister::put_periods(const std::vector<reg::Period>& rows) {
  auto merged = merge_periods(school_, rows);
  if (!merged) return fail(merged.error());
  auto calendar = reg::Calendar::from_periods(std::move(merged->rows));
  if (!calendar) return fail(calendar.error());
  school_.calendar = std::move(*calendar);
  if (merged->count.added > 0) ++school_.version;
  return merged->count;
}

Status MemoryRegister::replace_calendar(const reg::Calendar& calendar) {
  school_.calendar = calendar;
  ++school_.version;
  return {};
}

Status MemoryRegister::put_times(const reg::SessionTimes& times) {
  for (const auto& row : times.rows()) {
    if (Status added = school_.times.add(row); !added) return added;
  }
  ++school_.version;
  return {};
}

Status MemoryRegister::put_plan(const reg::PupilPlan& plan) {
  const auto at = std::find_if(school_.plans.begin(), school_.plans.end(), [&](const auto& held) {
    return held.pupil == plan.pupil && held.session == plan.session;
  });
  if (at != school_.plans.end()) {
    *at = plan;
  } else {
    school_.plans.push_back(plan);
  }
  ++school_.version;
  return {};
}

Result<std::vector<reg::SeenEvent>> MemoryRegister::events(SchoolDay day) {
  std::vector<reg::SeenEvent> seen;
  for (const auto& [history, held] : journals_) {
    for (std::size_t i = 0; i < held.events.size(); ++i) {
      if (!held.entries[i].salt) continue;
      const auto of = day_of(held.events[i], held.entries[i].at);
      if (of && *of == day) {
        seen.push_back({{to_hex(history), held.entries[i].seq}, held.events[i]});
      }
    }
  }
  add_untimed(day, seen);
  return seen;
}

Result<std::vector<reg::Mark>> MemoryRegister::marks(SessionId session) {
  std::map<PupilId, reg::Mark> newest;
  for (const auto& mark : marks_) {
    if (mark.what.session == session) newest.insert_or_assign(mark.what.pupil, mark);
  }
  std::vector<reg::Mark> found;
  found.reserve(newest.size());
  for (auto& [pupil, mark] : newest) found.push_back(std::move(mark));
  std::sort(found.begin(), found.end(),
            [](const auto& a, const auto& b) { return a.entry < b.entry; });
  return found;
}

Result<std::vector<reg::YearLine>> MemoryRegister::years(int first, int last) {
  std::map<std::pair<int, PupilId>, reg::YearLine> lines;
  for (const auto& mark : marks_) {
    const int year = reg::school_year_of(mark.what.session.day);
    if (year < first || year > last) continue;
    auto& line = lines.try_emplace({year, mark.what.pupil}, mark.what.pupil, year).first->second;
    line.set(mark.what.session, {mark.what.code, mark.what.minutes_late});
  }
  std::vector<reg::YearLine> found;
  found.reserve(lines.size());
  for (auto& [key, line] : lines) found.push_back(std::move(line));
  return found;
}

Result<std::vector<reg::Mark>> MemoryRegister::history(PupilId pupil, SessionId session) {
  std::vector<reg::Mark> found;
  for (const auto& mark : marks_) {
    if (mark.what.session == session && mark.what.pupil == pupil) found.push_back(mark);
  }
  return found;
}

Result<std::vector<reg::Mark>> MemoryRegister::entries(SchoolDay from, SchoolDay to) {
  std::vector<reg::Mark> found;
  for (const auto& mark : marks_) {
    const SchoolDay day = mark.what.session.day;
    if (from <= day && day <= to) found.push_back(mark);
  }
  return found;
}

std::uint64_t MemoryRegister::append(journal::Draft draft) {
  journal::Salt salt{};
  random_.fill(salt);
  entries_.push_back(sealed(id_, head_at(entries_), std::move(draft), salt));
  return entries_.back().seq;
}

Result<std::vector<reg::Mark>> MemoryRegister::enter(const std::vector<reg::MarkDraft>& drafts,
                                                     Instant at) {
  for (const auto& draft : drafts) {
    if (Status whole = complete(draft); !whole) return fail(whole.error());
    if (school_.pupil(draft.pupil) == nullptr) {
      return fail(FaultCode::pupil_unknown, std::to_string(draft.pupil.number()));
    }
  }
  std::vector<reg::Mark> written;
  for (const auto& draft : drafts) {
    const auto before = history(draft.pupil, draft.session);
    const auto replaces = before->empty() ? 0 : before->back().entry;
    const auto number = append(journal::draft_of(draft, replaces, at));
    marks_.push_back({number, at, draft, replaces});
    written.push_back(marks_.back());
  }
  return written;
}

Result<std::vector<reg::Mark>> MemoryRegister::accept(SessionId session,
                                                      const std::vector<PupilId>& only,
                                                      const reg::Author& by, Instant at) {
  const auto drafts = reg::acceptance(*this, session, only, by, *staff(), at);
  if (!drafts) return fail(drafts.error());
  return enter(*drafts, at);
}

Result<std::uint32_t> MemoryRegister::enrol(const std::string& name, const journal::KioskKey& key) {
  if (name.empty()) return fail(FaultCode::bad_name, "\"\"");
  const auto number = static_cast<std::uint32_t>(kiosks_.size() + 1);
  Kiosk& kiosk = kiosks_[number];
  kiosk.seen.number = number;
  kiosk.seen.name = name;
  kiosk.key = key;
  return number;
}

Status MemoryRegister::invite(const journal::Invitation& invitation) {
  if (invitation.name.empty()) return fail(FaultCode::bad_name, "\"\"");
  invitations_[invitation.name] = invitation;
  return {};
}

Result<std::vector<journal::Invitation>> MemoryRegister::invitations(Instant now) {
  std::vector<journal::Invitation> open;
  for (const auto& [name, invitation] : invitations_) {
    if (now < invitation.until) open.push_back(invitation);
  }
  return open;
}

Result<std::uint32_t> MemoryRegister::enrol_invited(const journal::KioskKey& code_key,
                                                    const journal::KioskKey& key, Instant now) {
  for (const auto& [name, invitation] : invitations_) {
    if (invitation.key != code_key || now >= invitation.until) continue;
    const std::string wanted = name;
    invitations_.erase(wanted);
    for (auto& [number, kiosk] : kiosks_) {
      if (kiosk.seen.name != wanted) continue;
      kiosk.key = key;
      kiosk.seen.revoked = false;
      return number;
    }
    return enrol(wanted, key);
  }
  return fail(FaultCode::enrol_code_wrong, "");
}

Status MemoryRegister::revoke_kiosk(std::uint32_t kiosk) {
  const auto at = kiosks_.find(kiosk);
  if (at == kiosks_.end()) return fail(FaultCode::kiosk_unknown, std::to_string(kiosk));
  at->second.key = {};
  at->second.seen.revoked = true;
  return {};
}

Result<journal::KioskKey> MemoryRegister::key_of(std::uint32_t kiosk) {
  const auto at = kiosks_.find(kiosk);
  if (at == kiosks_.end() || at->second.seen.revoked)
    return fail(FaultCode::kiosk_unknown, std::to_string(kiosk));
  return at->second.key;
}

Result<journal::SyncAnswer> MemoryRegister::apply(const journal::SyncMessage& message,
                                                  Instant now) {
  Held& held = journals_[message.journal.history];
  const journal::Witness own{id_, head_at(entries_)};
  Reception reception = receive(
      message, held.head(), [&](std::uint64_t seq) { return held.link(seq); }, own,
      [&](std::uint64_t seq) { return link_at(entries_, seq); });
  if (const auto today = to_local(now); !today) return fail(today.error());
  if (reception.gap) held.gaps.push_back(*reception.gap);
  held.entries.insert(held.entries.end(), reception.fresh.begin(), reception.fresh.end());
  held.events.insert(held.events.end(), reception.events.begin(), reception.events.end());
  held.received.resize(held.events.size(), now);
  const auto kind = [&](std::uint64_t seq) { return held.kind(seq); };
  if (heard_at_other_doors(reception.events, kind)) ++school_.version;
  if (const auto at = kiosks_.find(message.kiosk); at != kiosks_.end()) {
    journal::KioskSeen& seen = at->second.seen;
    seen.last_contact = now;
    seen.health = message.health;
    if (!held.entries.empty()) {
      seen.held = held.head();
      if (!std::ranges::count(seen.journals, message.journal.history)) {
        seen.journals.push_back(message.journal.history);
      }
    }
    if (!reception.fault.empty() && reception.fault != seen.fault) {
      seen.fault = reception.fault;
      seen.fault_since = now;
    }
  }
  journal::SyncAnswer answer;
  answer.journal = message.journal.history;
  answer.received = reception.head.seq;
  answer.office = own;
  answer.wall = now;
  answer.book_version = school_.version;
  if (reception.refused) answer.fault = reception.fault.substr(0, 512);
  return answer;
}

Result<std::vector<journal::KioskSeen>> MemoryRegister::kiosks() {
  std::vector<journal::KioskSeen> seen;
  for (const auto& [number, kiosk] : kiosks_) seen.push_back(kiosk.seen);
  return seen;
}

Result<journal::Witness> MemoryRegister::witness() {
  return journal::Witness{id_, head_at(entries_)};
}

Result<std::vector<journal::Witness>> MemoryRegister::journals() {
  std::vector<journal::Witness> found;
  for (const auto& [history, held] : journals_) {
    if (!held.entries.empty()) found.push_back({history, held.head()});
  }
  return found;
}

Status MemoryRegister::stands(const journal::Witness& remembered) {
  if (remembered.history != id_) return {};
  return journal::witnessed(
      head_at(entries_), [&](std::uint64_t seq) { return link_at(entries_, seq); },
      remembered.head);
}

Result<DueForErasure> MemoryRegister::due(SchoolDay today) {
  DueForErasure due;
  std::vector<reg::MarkMade> made;
  for (const auto& mark : marks_) {
    const auto at = to_local(mark.at);
    if (!at) return fail(at.error());
    made.push_back({mark.what.session, mark.what.pupil, mark.entry, at->day});
  }
  due.entries = reg::entries_due(std::move(made), today);
  for (const auto& [day, fact] : told_) {
    const auto& entry = entries_[fact.ref.seq - 1];
    if (journal::kept_through(entry.retention, entry.at) < today) {
      due.entries.push_back(entry.seq);
    }
  }
  for (const auto& notice : notices_) {
    const auto& entry = entries_[notice.entry - 1];
    if (journal::kept_through(entry.retention, entry.at) < today) {
      due.entries.push_back(entry.seq);
    }
  }
  for (const auto& [day, release] : releases_) {
    const auto& entry = entries_[release.entry - 1];
    if (journal::kept_through(entry.retention, entry.at) < today) {
      due.entries.push_back(entry.seq);
    }
  }
  for (const auto& [day, note] : notes_) {
    const auto& entry = entries_[note.entry - 1];
    if (journal::kept_through(entry.retention, entry.at) < today) {
      due.entries.push_back(entry.seq);
    }
  }
  for (const auto number : case_entries()) {
    const auto& entry = entries_[number - 1];
    if (journal::kept_through(entry.retention, entry.at) < today) due.entries.push_back(number);
  }
  due.plans = static_cast<std::uint64_t>(std::count_if(
      school_.plans.begin(), school_.plans.end(),
      [&](const auto& plan) { return reg::register_kept_through(plan.session.day) < today; }));
  std::sort(due.entries.begin(), due.entries.end());
  for (const auto& [history, held] : journals_) {
    const auto days = untimed_days(history, held);
    for (std::size_t i = 0; i < held.entries.size(); ++i) {
      const auto& entry = held.entries[i];
      const auto counts = days.find(i);
      const Instant at = counts == days.end() ? entry.at : from_local(counts->second, TimeOfDay());
      const bool ends = journal::kept_through(entry.retention, at) < today;
      if (entry.salt && ends) due.events[history].push_back(entry.seq);
    }
  }
  return due;
}

Result<std::uint64_t> MemoryRegister::erase(SchoolDay today, const reg::Author& by, Instant at) {
  const auto due = this->due(today);
  if (!due) return fail(due.error());
  for (const auto& erasure : erasures_of(*due, id_, today, by)) {
    append(draft_of(erasure, at));
  }
  std::erase_if(school_.plans, [&](const auto& plan) {
    return reg::register_kept_through(plan.session.day) < today;
  });
  if (due->plans > 0) ++school_.version;
  for (const auto number : due->entries) {
    blank(entries_[number - 1]);
    std::erase_if(marks_, [&](const auto& mark) { return mark.entry == number; });
    std::erase_if(notices_, [&](const auto& notice) { return notice.entry == number; });
    std::erase_if(releases_, [&](const auto& release) { return release.second.entry == number; });
    std::erase_if(notes_, [&](const auto& note) { return note.second.entry == number; });
    std::erase_if(cases_, [&](const auto& note) { return note.entry == number; });
    std::erase(case_backs_, number);
    std::erase_if(told_, [&](const auto& fact) { return fact.second.ref.seq == number; });
  }
  for (const auto& [history, numbers] : due->events) {
    for (const auto number : numbers) blank(*journals_.at(history).at(number));
  }
  return due->count();
}

Result<VerifiedCount> MemoryRegister::verify() {
  journal::BlankCheck blanks;
  if (Status stands = chain_stands(entries_, blanks); !stands) return fail(stands.error());
  VerifiedCount count;
  count.entries = entries_.size();
  for (const auto& [history, held] : journals_) {
    if (held.entries.empty()) continue;
    if (Status stands = held.stands(blanks, count); !stands) return fail(stands.error());
  }
  if (Status named = blanks.end(); !named) return fail(named.error());
  return count;
}

}  // namespace handbell::store
