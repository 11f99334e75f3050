// The register as a school uses it, whatever it is kept in.
//
// Everything here is all or nothing: after a fault nothing changed. Entries are only ever added.
// The in-memory twin and each real store pass the same contract tests (tests/store).
#pragma once

#include "app/register/case_note.h"
#include "app/register/contact.h"
#include "app/register/day_note.h"
#include "app/register/export_state.h"
#include "app/register/letter_change.h"
#include "app/register/notice.h"
#include "app/register/presence_event.h"
#include "app/register/register_line.h"
#include "app/register/release.h"
#include "app/register/setting.h"
#include "app/register/staff.h"
#include "app/register/year_line.h"

#include <cstdint>
#include <map>
#include <memory>
#include <vector>

namespace handbell::reg {

using EventsByDay = std::map<SchoolDay, std::vector<SeenEvent>>;

class Store {
 public:
  Store() = default;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  virtual ~Store() = default;

  [[nodiscard]] virtual Result<School> school() = 0;
  /// The same, shared with whoever asked before while nothing of the school has changed.
  [[nodiscard]] virtual Result<std::shared_ptr<const School>> shared_school();
  [[nodiscard]] virtual Result<std::shared_ptr<const Staff>> shared_staff();
  [[nodiscard]] virtual Status name_school(const std::string& name) = 0;
  [[nodiscard]] virtual Result<ImportCount> put_pupils(const std::vector<PupilRecord>& rows) = 0;
  [[nodiscard]] virtual Result<ImportCount> put_cards(const std::vector<CardRecord>& rows) = 0;
  [[nodiscard]] virtual Result<ImportCount> put_periods(const std::vector<Period>& rows) = 0;
  /// In place of the calendar that is held.
  [[nodiscard]] virtual Status replace_calendar(const Calendar& calendar) = 0;
  [[nodiscard]] virtual Status put_times(const SessionTimes& times) = 0;
  [[nodiscard]] virtual Status put_plan(const PupilPlan& plan) = 0;
  /// Faults: those of merge_staff_cards(), staff_unknown.
  [[nodiscard]] virtual Result<ImportCount> put_staff_cards(
      const std::vector<StaffCardRecord>& rows) = 0;
  /// Each list that is named is replaced whole. Faults: those of merge_reasons().
  [[nodiscard]] virtual Result<ImportCount> put_reasons(const std::vector<ListedReason>& rows) = 0;
  /// Added to the record; the doors say so as soon as they hear it.
  [[nodiscard]] virtual Status put_evacuation(const EvacuationCall& call) = 0;

  /// Known by pupil and place. Faults: pupil_unknown, naming Handbell's own number.
  [[nodiscard]] virtual Result<ImportCount> put_contacts(const std::vector<Contact>& rows) = 0;
  /// In place of the pupil's whole list; each is the pupil's. Fault: pupil_unknown.
  [[nodiscard]] virtual Status replace_contacts(PupilId pupil,
                                                const std::vector<Contact>& contacts) = 0;
  [[nodiscard]] virtual Result<ImportCount> put_staff(const std::vector<StaffMember>& rows) = 0;
  /// Added to the record. Fault: staff_unknown.
  [[nodiscard]] virtual Status put_acting(const ActingRole& acting, Instant at) = 0;
  [[nodiscard]] virtual Result<std::vector<Contact>> contacts() = 0;  ///< by pupil, then place
  [[nodiscard]] virtual Result<Staff> staff() = 0;

  /// Everything the doors saw that may belong to this day.
  [[nodiscard]] virtual Result<std::vector<SeenEvent>> events(SchoolDay day) = 0;
  /// The same of each of these days (both included) that has any.
  [[nodiscard]] virtual Result<EventsByDay> events_between(SchoolDay from, SchoolDay to);
  /// The current mark of each pupil who has one.
  [[nodiscard]] virtual Result<std::vector<Mark>> marks(SessionId session) = 0;
  /// The current marks of whole school years (2025: from 1 September 2025), by year, then pupil;
  /// a pupil without a mark in a year has no line.
  [[nodiscard]] virtual Result<std::vector<YearLine>> years(int first, int last) = 0;
  /// The same of one pupil.
  [[nodiscard]] virtual Result<std::vector<YearLine>> years_of(PupilId pupil, int first, int last);
  /// Every entry of one mark, oldest first.
  [[nodiscard]] virtual Result<std::vector<Mark>> history(PupilId pupil, SessionId session) = 0;

  /// Every entry about one pupil, oldest first, and everything that the doors saw of the pupil and
  /// took back of it, as long as it is kept.
  [[nodiscard]] virtual Result<std::vector<Mark>> entries_of(PupilId pupil) = 0;
  [[nodiscard]] virtual Result<std::vector<SeenEvent>> events_of(PupilId pupil) = 0;

  /// What became of entries that left. Fault: entry_missing, where one is no mark's.
  [[nodiscard]] virtual Status put_exports(const std::vector<ExportRecord>& records) = 0;
  /// Of the entries about the sessions of these days, by entry, then as they were put.
  [[nodiscard]] virtual Result<std::vector<ExportRecord>> exports(SchoolDay from, SchoolDay to) = 0;

  /// Every entry about the sessions of these days (both included), oldest first.
  [[nodiscard]] virtual Result<std::vector<Mark>> entries(SchoolDay from, SchoolDay to) = 0;

  /// Entries or amendments. Faults: entry_incomplete, pupil_unknown, disk_full, disk_failed.
  [[nodiscard]] virtual Result<std::vector<Mark>> enter(const std::vector<MarkDraft>& drafts,
                                                        Instant at) = 0;
  /// What somebody saw or knows of where children are becomes an entry; answers under which number.
  /// Faults: pupil_unknown, movement_wrong for a group above 900 children, disk_full, disk_failed.
  [[nodiscard]] virtual Result<EventRef> tell(const PresenceEvent& event, Instant at) = 0;
  /// What was told of this day, oldest first, with what took any of it back later.
  [[nodiscard]] virtual Result<std::vector<PresenceFact>> told(SchoolDay day) = 0;

  /// A notice becomes an entry, and the plan that the doors judge by (D04); answers under which
  /// number. Whether it may be is for may_note() to say. Faults: pupil_unknown, disk_full,
  /// disk_failed.
  [[nodiscard]] virtual Result<std::uint64_t> note(const Notice& notice, Instant at) = 0;
  /// The notices about the sessions of this day, oldest first, also those taken back (tell()).
  [[nodiscard]] virtual Result<std::vector<NoticeGiven>> notices(SchoolDay day) = 0;

  /// An answer to who asks for a child becomes an entry; with a hand-over also the child's going
  /// (SingleEntry). Answers under which number. Whether it may be is for may_answer() to say.
  /// Faults: pupil_unknown, disk_full, disk_failed, those of complete().
  [[nodiscard]] virtual Result<std::uint64_t> answer_release(const ReleaseAnswer& answer,
                                                             Instant at) = 0;
  /// What was answered on this day, oldest first, also what was taken back (tell()).
  [[nodiscard]] virtual Result<std::vector<ReleaseGiven>> release_answers(SchoolDay day) = 0;

  /// Notes become entries, all or none; answers under which numbers. Faults: pupil_unknown,
  /// disk_full, disk_failed, those of complete().
  [[nodiscard]] virtual Result<std::vector<std::uint64_t>> write(const std::vector<DayNote>& notes,
                                                                 Instant at) = 0;
  /// The notes of these days (both included), oldest first, also what was taken back (tell()).
  [[nodiscard]] virtual Result<std::vector<DayNoteGiven>> day_notes(SchoolDay from,
                                                                    SchoolDay to) = 0;

  /// Notes of a case become entries, all or none; answers under which numbers. Whether they may be
  /// is for may_keep() to say. Faults: pupil_unknown, disk_full, disk_failed, those of complete().
  [[nodiscard]] virtual Result<std::vector<std::uint64_t>> write_case(
      const std::vector<CaseNote>& notes, Instant at) = 0;
  /// Of one child, or of everybody; oldest first, also what was taken back (tell()).
  [[nodiscard]] virtual Result<std::vector<CaseNoteGiven>> case_notes(
      std::optional<PupilId> pupil) = 0;

  /// A decision on leave becomes an entry, and behind it each notice that it makes, all or none;
  /// answers under which number the decision stands. Faults: as write(), and those of complete().
  [[nodiscard]] virtual Result<std::uint64_t> decide_leave(const LeaveDecision& decision,
                                                           const std::vector<Notice>& notices,
                                                           Instant at) = 0;

  /// A setting becomes an entry; whether it may be is for may_change() to say. Faults: disk_full,
  /// disk_failed.
  [[nodiscard]] virtual Status change(const Setting& setting, Instant at) = 0;
  [[nodiscard]] virtual Result<std::vector<Setting>> settings() = 0;  ///< oldest first

  /// Another wording of a letter, another logo, becomes an entry. Whether it can be read, and is a
  /// picture, is for others to say. Faults: those of complete(), logo_unfit, disk_full,
  /// disk_failed.
  [[nodiscard]] virtual Status change_letter(const LetterChange& change, Instant at) = 0;
  [[nodiscard]] virtual Status change_logo(const LogoChange& change, const std::string& bytes,
                                           Instant at) = 0;
  [[nodiscard]] virtual Result<std::vector<LetterChangeGiven>> letter_changes() = 0;  ///< by entry
  [[nodiscard]] virtual Result<std::string> logo() = 0;  ///< its bytes; empty: none

  /// Pending proposals become entries; `only` empty: all of them. Faults: nothing_to_accept, and
  /// those of enter().
  [[nodiscard]] virtual Result<std::vector<Mark>> accept(SessionId session,
                                                         const std::vector<PupilId>& only,
                                                         const Author& by, Instant at) = 0;
};

/// The lines of a session from any store.
[[nodiscard]] Result<std::vector<RegisterLine>> lines_of(Store& store, SessionId session);

}  // namespace handbell::reg
