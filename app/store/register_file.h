// The register in the office's SQLite file: register.db.
//
// 1. One connection writes, each call in one transaction with one sync; pages read by connections
//    of their own (open_for_pages).
// 2. Entries and events are only added; triggers refuse anything else.
// 3. The file says whose it is, and is migrated step by step.
#pragma once

#include "app/base/random.h"
#include "app/journal/blank_check.h"
#include "app/store/entry_lists.h"
#include "app/store/mark_rows.h"
#include "app/store/register.h"
#include "app/store/sqlite_file.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>

namespace handbell::store {

struct RegisterOptions {
  std::string vfs;  ///< empty: the machine's own disk
  Durability durability = Durability::extra;
};

class RegisterFile final : public Register {
 public:
  /// Makes the file where there is none. Faults: those of SqliteFile::open.
  [[nodiscard]] static Result<std::unique_ptr<RegisterFile>> open(
      const std::string& path, Random& random, const RegisterOptions& options = {});
  /// For pages and for `verify` beside a running office: whatever writes answers with a fault.
  [[nodiscard]] static Result<std::unique_ptr<RegisterFile>> open_for_pages(
      const std::string& path, Random& random, const RegisterOptions& options = {});

  [[nodiscard]] Result<reg::School> school() override;
  [[nodiscard]] Result<std::shared_ptr<const reg::School>> shared_school() override;
  [[nodiscard]] Result<std::shared_ptr<const reg::Staff>> shared_staff() override;
  [[nodiscard]] Status name_school(const std::string& name) override;
  [[nodiscard]] Result<reg::ImportCount> put_pupils(
      const std::vector<reg::PupilRecord>& rows) override;
  [[nodiscard]] Result<reg::ImportCount> put_cards(
      const std::vector<reg::CardRecord>& rows) override;
  [[nodiscard]] Result<reg::ImportCount> put_periods(const std::vector<reg::Period>& rows) override;
  [[nodiscard]] Status replace_calendar(const reg::Calendar& calendar) override;
  [[nodiscard]] Status put_times(const reg::SessionTimes& times) override;
  [[nodiscard]] Status put_plan(const reg::PupilPlan& plan) override;
  [[nodiscard]] Result<reg::ImportCount> put_staff_cards(
      const std::vector<reg::StaffCardRecord>& rows) override;
  [[nodiscard]] Result<reg::ImportCount> put_reasons(
      const std::vector<reg::ListedReason>& rows) override;
  [[nodiscard]] Status put_evacuation(const reg::EvacuationCall& call) override;
  [[nodiscard]] Result<reg::ImportCount> put_contacts(
      const std::vector<reg::Contact>& rows) override;
  [[nodiscard]] Status replace_contacts(PupilId pupil,
                                        const std::vector<reg::Contact>& contacts) override;
  [[nodiscard]] Result<reg::ImportCount> put_staff(
      const std::vector<reg::StaffMember>& rows) override;
  [[nodiscard]] Status put_acting(const reg::ActingRole& acting, Instant at) override;
  [[nodiscard]] Result<std::vector<reg::Contact>> contacts() override;
  [[nodiscard]] Result<reg::Staff> staff() override;
  [[nodiscard]] Result<std::vector<reg::Mark>> entries_of(PupilId pupil) override;
  [[nodiscard]] Result<std::vector<reg::SeenEvent>> events_of(PupilId pupil) override;
  [[nodiscard]] Status put_exports(const std::vector<reg::ExportRecord>& records) override;
  [[nodiscard]] Result<std::vector<reg::ExportRecord>> exports(SchoolDay from,
                                                               SchoolDay to) override;
  [[nodiscard]] Result<std::vector<reg::SeenEvent>> events(SchoolDay day) override;
  [[nodiscard]] Result<reg::EventsByDay> events_between(SchoolDay from, SchoolDay to) override;
  [[nodiscard]] Result<std::vector<reg::Mark>> marks(SessionId session) override;
  [[nodiscard]] Result<std::vector<reg::YearLine>> years(int first, int last) override;
  [[nodiscard]] Result<std::vector<reg::YearLine>> years_of(PupilId pupil, int first,
                                                            int last) override;
  [[nodiscard]] Result<std::vector<reg::Mark>> history(PupilId pupil, SessionId session) override;
  [[nodiscard]] Result<std::vector<reg::Mark>> entries(SchoolDay from, SchoolDay to) override;
  [[nodiscard]] Result<std::vector<reg::Mark>> enter(const std::vector<reg::MarkDraft>& drafts,
                                                     Instant at) override;
  [[nodiscard]] Result<std::vector<reg::Mark>> accept(SessionId session,
                                                      const std::vector<PupilId>& only,
                                                      const reg::Author& by, Instant at) override;

  [[nodiscard]] Result<reg::EventRef> tell(const reg::PresenceEvent& event, Instant at) override;
  [[nodiscard]] Result<std::vector<reg::PresenceFact>> told(SchoolDay day) override;

  [[nodiscard]] Result<std::uint64_t> note(const reg::Notice& notice, Instant at) override;
  [[nodiscard]] Result<std::vector<reg::NoticeGiven>> notices(SchoolDay day) override;

  [[nodiscard]] Result<std::uint64_t> answer_release(const reg::ReleaseAnswer& answer,
                                                     Instant at) override;
  [[nodiscard]] Result<std::vector<reg::ReleaseGiven>> release_answers(SchoolDay day) override;

  [[nodiscard]] Result<std::vector<std::uint64_t>> write(const std::vector<reg::DayNote>& notes,
                                                         Instant at) override;
  [[nodiscard]] Result<std::vector<reg::DayNoteGiven>> day_notes(SchoolDay from,
                                                                 SchoolDay to) override;
  [[nodiscard]] Result<std::uint64_t> decide_leave(const reg::LeaveDecision& decision,
                                                   const std::vector<reg::Notice>& notices,
                                                   Instant at) override;
  [[nodiscard]] Result<std::vector<std::uint64_t>> write_case(
      const std::vector<reg::CaseNote>& notes, Instant at) override;
  [[nodiscard]] Result<std::vector<reg::CaseNoteGiven>> case_notes(
      std::optional<PupilId> pupil) override;

  [[nodiscard]] Status change(const reg::Setting& setting, Instant at) override;
  [[nodiscard]] Result<std::vector<reg::Setting>> settings() override;

  [[nodiscard]] Status change_letter(const reg::LetterChange& change, Instant at) override;
  [[nodiscard]] Status change_logo(const reg::LogoChange& change, const std::string& bytes,
                                   Instant at) override;
  [[nodiscard]] Result<std::vector<reg::LetterChangeGiven>> letter_changes() override;
  [[nodiscard]] Result<std::string> logo() override;

  [[nodiscard]] Result<std::uint32_t> enrol(const std::string& name,
                                            const journal::KioskKey& key) override;
  [[nodiscard]] Status invite(const journal::Invitation& invitation) override;
  [[nodiscard]] Result<std::vector<journal::Invitation>> invitations(Instant now) override;
  [[nodiscard]] Result<std::uint32_t> enrol_invited(const journal::KioskKey& code_key,
                                                    const journal::KioskKey& key,
                                                    Instant now) override;
  [[nodiscard]] Status revoke_kiosk(std::uint32_t kiosk) override;
  [[nodiscard]] Result<journal::KioskKey> key_of(std::uint32_t kiosk) override;
  [[nodiscard]] Result<journal::SyncAnswer> apply(const journal::SyncMessage& message,
                                                  Instant now) override;
  [[nodiscard]] Result<std::vector<journal::KioskSeen>> kiosks() override;

  [[nodiscard]] Result<journal::KioskKey> card_key() override;
  [[nodiscard]] Result<journal::Witness> witness() override;
  [[nodiscard]] Result<std::vector<journal::Witness>> journals() override;
  [[nodiscard]] Status stands(const journal::Witness& remembered) override;
  [[nodiscard]] Result<std::optional<SchoolDay>> day_counted(const reg::EventRef& ref) override;
  [[nodiscard]] Result<DueForErasure> due(SchoolDay today) override;
  [[nodiscard]] Result<std::uint64_t> erase(SchoolDay today, const reg::Author& by,
                                            Instant at) override;
  [[nodiscard]] Result<VerifiedCount> verify() override;

  /// A number that is another one as soon as another connection has changed the file.
  [[nodiscard]] Result<std::int64_t> change_number();

  /// Several that wait are written in one transaction with one sync: see SqliteFile::together().
  [[nodiscard]] std::vector<Status> together(const std::vector<Part>& parts);

  /// When the office is quiet. Fault: disk_failed, disk_full.
  [[nodiscard]] Status rest();

 private:
  RegisterFile(SqliteFile file, Random& random) : file_(std::move(file)), random_(random) {}

  [[nodiscard]] Status load();
  [[nodiscard]] std::uint64_t version();
  [[nodiscard]] Status fill_year_lines();
  [[nodiscard]] Status fill_untimed();
  // Throw SQLite::Exception: for use inside guarded() and transact().
  [[nodiscard]] Result<std::vector<reg::Mark>> committed(Result<std::vector<reg::Mark>> written);
  [[nodiscard]] Result<std::vector<reg::Mark>> write_marks(
      const std::vector<reg::MarkDraft>& drafts, Instant at);
  [[nodiscard]] Result<std::vector<reg::Mark>> selected(const std::string& numbers,
                                                        const std::vector<std::int64_t>& values);
  /// Ready for a transaction.
  [[nodiscard]] MarkRows& mark_rows();
  [[nodiscard]] std::uint32_t add_kiosk(const std::string& name, const journal::KioskKey& key);
  void write_events(const Reception& reception, const journal::SyncMessage& message);
  [[nodiscard]] Status add_untimed(SchoolDay day, std::vector<reg::SeenEvent>& seen);
  void list_untimed(const reg::SeenEvent& seen, const journal::HistoryId& history,
                    std::int64_t received);
  [[nodiscard]] Status write_untimed(const Reception& reception, Instant now);
  [[nodiscard]] Status count_on_their_days(const journal::HistoryId& history, std::uint64_t boot,
                                           std::uint64_t since);
  [[nodiscard]] Result<bool> spoken_of(const reg::EventRef& ref, SchoolDay day);
  void write_gap(const journal::HistoryId& history, const journal::Gap& gap);
  void write_health(const journal::SyncMessage& message, const std::string& fault, Instant now);
  [[nodiscard]] journal::Head held_head(const journal::HistoryId& history);
  [[nodiscard]] std::optional<journal::Digest> held_link(const journal::HistoryId& history,
                                                         std::uint64_t seq);
  /// The kind of an entry of the office or an event of a door; both throw SQLite::Exception.
  [[nodiscard]] std::optional<journal::EntryKind> kind_of(const reg::EventRef& ref);
  [[nodiscard]] std::optional<journal::EntryKind> held_kind(const journal::HistoryId& history,
                                                            std::uint64_t seq);
  [[nodiscard]] std::optional<journal::Entry> own_entry(const reg::EventRef& ref);
  [[nodiscard]] Result<std::vector<reg::NoticeGiven>> given_notices(SchoolDay day);
  [[nodiscard]] Status plan_again(const reg::Notice& about, const reg::School& school);
  [[nodiscard]] std::uint64_t append_told(SchoolDay day, journal::Draft draft);
  [[nodiscard]] std::uint64_t append_case(PupilId pupil, journal::Draft draft);
  [[nodiscard]] std::optional<PupilId> child_of_case(std::uint64_t seq);
  [[nodiscard]] Result<std::vector<journal::Entry>> told_entries(SchoolDay day);
  [[nodiscard]] std::optional<SchoolDay> day_of_event(const reg::EventRef& ref);
  [[nodiscard]] journal::Witness own_head();
  [[nodiscard]] std::optional<journal::Digest> own_link(std::uint64_t seq);
  [[nodiscard]] Result<std::vector<journal::Witness>> held_journals();
  [[nodiscard]] Result<std::uint64_t> verify_entries(journal::BlankCheck& blanks, bool& listed);
  [[nodiscard]] Status verify_told(EntryLists::ToldDays told);
  [[nodiscard]] Status verify_cases(EntryLists::CaseChildren written);
  void list_letter(std::uint64_t number);
  [[nodiscard]] Status verify_letters(std::set<std::uint64_t> written);
  [[nodiscard]] Status verify_settings(std::set<std::uint64_t> written);
  [[nodiscard]] std::optional<std::string> unlisted_entry();
  [[nodiscard]] Result<DueForErasure> find_due(SchoolDay today);
  [[nodiscard]] std::uint64_t append(journal::Draft draft);
  void name_erased(const journal::Erasure& erasure, std::uint64_t by);
  [[nodiscard]] Status blank_entries(const std::vector<std::uint64_t>& numbers);
  void blank_events(const journal::HistoryId& history, const std::vector<std::uint64_t>& numbers);
  [[nodiscard]] Result<VerifiedCount> verify_histories();
  [[nodiscard]] Fault strange_mark();
  [[nodiscard]] Status verify_years(const EntryLists::Years& wanted);
  [[nodiscard]] std::string missing_entry(const std::vector<reg::YearLine>& held,
                                          const EntryLists::Years& wanted);
  [[nodiscard]] std::string differing_entry(const reg::YearLine& held, const reg::YearLine& wanted);
  using Gaps = std::map<std::uint64_t, journal::Head>;  ///< by the first that is missing
  [[nodiscard]] Gaps gaps_of(const journal::HistoryId& history);
  [[nodiscard]] Status verify_journal(const journal::Witness& held, journal::BlankCheck& blanks,
                                      VerifiedCount& count);

  SqliteFile file_;
  Random& random_;
  journal::HistoryId id_{};
  std::unique_ptr<SQLite::Statement> change_number_;
  /// As they were when somebody last asked, and with which version of the school.
  std::shared_ptr<const reg::School> school_;
  std::shared_ptr<const reg::Staff> staff_;
  std::uint64_t staff_version_ = 0;
  std::unique_ptr<SQLite::Statement> version_;
  std::unique_ptr<MarkRows> mark_rows_;  ///< once a mark was written
};

}  // namespace handbell::store
