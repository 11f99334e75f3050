// The office's register with all that its store has to do: for people, for kiosks, for inspectors.
#pragma once

#include "app/journal/erasure.h"
#include "app/journal/inbox.h"
#include "app/journal/receiver.h"
#include "app/register/store.h"

#include <functional>
#include <map>

namespace handbell::store {

/// What verify() read.
struct VerifiedCount {
  std::uint64_t entries = 0;  ///< of the register
  std::uint64_t events = 0;   ///< of all journals
  std::uint64_t journals = 0;
  std::uint64_t lost = 0;  ///< events that an old backup lacked, and the kiosk no longer had
  /// "3 entries and 4 events of 1 journal, all as they were written"
  [[nodiscard]] std::string text() const;
  friend bool operator==(const VerifiedCount&, const VerifiedCount&) = default;
};

/// What need not be kept any more, by history, numbers rising.
struct DueForErasure {
  std::vector<std::uint64_t> entries;  ///< of the register
  std::map<journal::HistoryId, std::vector<std::uint64_t>> events;
  std::uint64_t plans = 0;  ///< what the doors judged by: as long as the marks of their sessions
  [[nodiscard]] std::uint64_t count() const;
};

class Register : public reg::Store, public journal::Inbox {
 public:
  /// The school's own key, with which a door names cards.
  [[nodiscard]] virtual Result<journal::KioskKey> card_key() = 0;
  /// The register's own name and head, as the kiosks keep it.
  [[nodiscard]] virtual Result<journal::Witness> witness() = 0;
  /// How far each kiosk's journal is held.
  [[nodiscard]] virtual Result<std::vector<journal::Witness>> journals() = 0;
  /// Whether what a kiosk remembers of this register still stands in it; of another register it
  /// says nothing. Faults: tail_cut, link_broken.
  [[nodiscard]] virtual Status stands(const journal::Witness& remembered) = 0;
  /// The day on which an event of a door, or an entry of our own, is found; nothing where it is not
  /// held or counts on none.
  [[nodiscard]] virtual Result<std::optional<SchoolDay>> day_counted(const reg::EventRef& ref) = 0;
  /// What may be erased on that day (D39, D51).
  [[nodiscard]] virtual Result<DueForErasure> due(SchoolDay today) = 0;
  /// Erases all of it, named by erasure entries in the same transaction; answers how many texts.
  /// Nothing is written where nothing is due. Faults: disk_full, disk_failed.
  [[nodiscard]] virtual Result<std::uint64_t> erase(SchoolDay today, const reg::Author& by,
                                                    Instant at) = 0;
  /// Reads every entry and event, their chains, and where marks are found. Faults: entry_garbled,
  /// entry_missing, link_broken, commitment_broken, blank_unnamed, tail_cut, database_wrong.
  [[nodiscard]] virtual Result<VerifiedCount> verify() = 0;
};

/// The entries that name all that is due: as many as their length needs.
[[nodiscard]] std::vector<journal::Erasure> erasures_of(const DueForErasure& due,
                                                        const journal::HistoryId& own,
                                                        SchoolDay today, const reg::Author& by);

/// The day on which it happened. Faults: bad_date, entry_too_long, movement_wrong above
/// journal::kMostChildren.
[[nodiscard]] Result<SchoolDay> day_told(const reg::PresenceEvent& event);

/// The day of an answer. Faults: bad_date, those of complete().
[[nodiscard]] Result<SchoolDay> day_answered(const reg::ReleaseAnswer& answer);
/// What the door book holds something of: where one is taken back, the doors need another book.
[[nodiscard]] bool heard_at_doors(journal::EntryKind kind);
/// The kind of an event of a door; none where it is not held.
using KindHeld = std::function<std::optional<journal::EntryKind>(std::uint64_t)>;
/// A child was handed over at one of the doors, or that was taken back there: the others hear of
/// it. `held`: of the same journal, with these events.
[[nodiscard]] bool heard_at_other_doors(const std::vector<reg::DoorEvent>& events,
                                        const KindHeld& held);
/// The day of a note. Faults: bad_date, those of complete().
[[nodiscard]] Result<SchoolDay> day_noted(const reg::DayNote& note);
/// The same that says how many notices stand behind it.
[[nodiscard]] reg::LeaveDecision counted(reg::LeaveDecision decision,
                                         const std::vector<reg::Notice>& notices);
/// What presence hears of a hand-over.
[[nodiscard]] reg::SingleEntry going_of(const reg::ReleaseAnswer& handed_over);

/// The day that a door event belongs to; nothing where its clock was not trusted (D17).
[[nodiscard]] std::optional<SchoolDay> day_of(const reg::DoorEvent& event, Instant written);

/// The events of entries, or the fault that one of them cannot be read by this Handbell.
[[nodiscard]] Result<std::vector<reg::DoorEvent>> events_of(
    const std::vector<journal::Entry>& entries);

/// The answer to a message, and what is wrong with the kiosk's history or with our own.
struct Reception {
  std::vector<journal::Entry> fresh;
  std::vector<reg::DoorEvent> events;  ///< of the fresh ones, in order
  journal::Head head;
  std::optional<journal::Gap> gap;
  std::string fault;  ///< a sentence; nothing fresh then, but for a gap or where we fell behind
  bool refused = false;
};

[[nodiscard]] Reception receive(const journal::SyncMessage& message, const journal::Head& held,
                                const journal::HeldLink& held_link, const journal::Witness& own,
                                const journal::HeldLink& own_link);

}  // namespace handbell::store
