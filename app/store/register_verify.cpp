// Whether register.db still is what was written, entry by entry.
#include "app/journal/mark_codec.h"
#include "app/store/entry_row.h"
#include "app/store/register_file.h"

#include <map>

namespace handbell::store {

namespace {

constexpr const char* kEntryColumns = "seq, kind, retention, at, salt, payload, commitment, link";

Fault within(const std::string& what, Fault fault) {
  return {fault.code, fault.where + " of " + what};
}

}  // namespace

Result<journal::Witness> RegisterFile::witness() {
  return file_.guarded([&] { return own_head(); });
}

Result<std::vector<journal::Witness>> RegisterFile::journals() {
  return file_.guarded([&] { return held_journals(); });
}

Result<std::vector<journal::Witness>> RegisterFile::held_journals() {
  SQLite::Statement rows(file_.database(),
                         "SELECT history, seq, link FROM journal WHERE school_id = 1");
  std::vector<journal::Witness> found;
  while (rows.executeStep()) {
    journal::Witness held;
    held.head.seq = static_cast<std::uint64_t>(rows.getColumn(1).getInt64());
    if (!copy_blob(rows.getColumn(0), held.history) ||
        !copy_blob(rows.getColumn(2), held.head.link)) {
      return fail(FaultCode::database_wrong, file_.path() + ": the list of journals");
    }
    found.push_back(held);
  }
  return found;
}

Status RegisterFile::stands(const journal::Witness& remembered) {
  if (remembered.history != id_) return {};
  return file_.guarded([&] {
    return journal::witnessed(
        own_head().head, [&](std::uint64_t seq) { return own_link(seq); }, remembered.head);
  });
}

Result<std::uint64_t> RegisterFile::verify_entries() {
  SQLite::Statement rows(file_.database(), std::string("SELECT ") + kEntryColumns +
                                               " FROM entry WHERE school_id = 1 ORDER BY seq");
  SQLite::Statement place(file_.database(),
                          "SELECT 1 FROM mark WHERE school_id = 1 AND day = ? AND half = ? AND"
                          " pupil = ? AND seq = ?");
  journal::Head head;
  while (rows.executeStep()) {
    const auto entry = entry_from(rows, id_);
    if (!entry) return fail(within("the register", entry.error()));
    if (Status good = follows(head, *entry); !good)
      return fail(within("the register", good.error()));
    const std::string number = std::to_string(entry->seq) + " of the register";
    if (!entry->salt) return fail(FaultCode::blank_unnamed, number);
    const auto mark = journal::mark_of(*entry);
    if (!mark) return fail(FaultCode::entry_garbled, number);
    place.reset();
    place.bind(1, mark->what.session.day.number());
    place.bind(2, static_cast<int>(mark->what.session.half));
    place.bind(3, mark->what.pupil.number());
    place.bind(4, static_cast<std::int64_t>(entry->seq));
    if (!place.executeStep()) return fail(FaultCode::entry_missing, number);
    head = head_of(*entry);
  }
  return head.seq;
}

Result<std::uint64_t> RegisterFile::verify_journal(const journal::HistoryId& history,
                                                   const journal::Head& head) {
  const std::string name = "journal " + to_hex(std::span(history).first(4));
  SQLite::Statement rows(file_.database(),
                         std::string("SELECT ") + kEntryColumns +
                             " FROM event WHERE school_id = 1 AND history = ? ORDER BY seq");
  rows.bind(1, history.data(), static_cast<int>(history.size()));
  journal::Head at;
  while (rows.executeStep()) {
    const auto entry = entry_from(rows, history);
    if (!entry) return fail(within(name, entry.error()));
    if (Status good = follows(at, *entry); !good) return fail(within(name, good.error()));
    if (!entry->salt) {
      return fail(FaultCode::blank_unnamed, std::to_string(entry->seq) + " of " + name);
    }
    at = head_of(*entry);
  }
  if (at.seq < head.seq) {
    return fail(FaultCode::tail_cut, name + " ends at " + std::to_string(at.seq) + ", " +
                                         std::to_string(head.seq) + " were held");
  }
  if (at != head) return fail(FaultCode::link_broken, std::to_string(at.seq) + " of " + name);
  return at.seq;
}

Result<VerifiedCount> RegisterFile::verify() {
  if (Status whole = file_.check_integrity(); !whole) return fail(whole.error());
  return file_.guarded([&]() -> Result<VerifiedCount> {
    VerifiedCount count;
    const auto entries = verify_entries();
    if (!entries) return fail(entries.error());
    count.entries = *entries;
    const auto found =
        file_.database().execAndGet("SELECT count(*) FROM mark WHERE school_id = 1").getInt64();
    if (static_cast<std::uint64_t>(found) != count.entries) {
      return fail(FaultCode::database_wrong, file_.path() + ": the list of marks");
    }
    const auto held = held_journals();
    if (!held) return fail(held.error());
    for (const auto& journal : *held) {
      const auto events = verify_journal(journal.history, journal.head);
      if (!events) return fail(events.error());
      count.events += *events;
      ++count.journals;
    }
    return count;
  });
}

}  // namespace handbell::store
