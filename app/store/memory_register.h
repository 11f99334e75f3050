// The register without a disk: the twin that the real one is compared with, and what tests and
// whole simulated years run on.
#pragma once

#include "app/base/random.h"
#include "app/journal/blank_check.h"
#include "app/store/register.h"

#include <map>

namespace handbell::store {

class MemoryRegister final : public Register {
 public:
  explicit MemoryRegister(Random& random);

  [[nodiscard]] Result<reg::School> school() override { return school_; }
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
  [[nodiscard]] Result<std::vector<reg::Mark>> marks(SessionId session) override;
  [[nodiscard]] Result<std::vector<reg::YearLine>> years(int first, int last) override;
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

  [[nodiscard]] Result<journal::KioskKey> card_key() override { return card_key_; }
  [[nodiscard]] Result<journal::Witness> witness() override;
  [[nodiscard]] Result<std::vector<journal::Witness>> journals() override;
  [[nodiscard]] Status stands(const journal::Witness& remembered) override;
  [[nodiscard]] Result<std::optional<SchoolDay>> day_counted(const reg::EventRef& ref) override;
  [[nodiscard]] Result<DueForErasure> due(SchoolDay today) override;
  [[nodiscard]] Result<std::uint64_t> erase(SchoolDay today, const reg::Author& by,
                                            Instant at) override;
  [[nodiscard]] Result<VerifiedCount> verify() override;

 private:
  struct Kiosk {
    journal::KioskSeen seen;
    journal::KioskKey key{};
  };
  struct Held {
    std::vector<journal::Entry> entries;
    std::vector<reg::DoorEvent> events;
    std::vector<Instant> received;  ///< by the office's clock, of each
    std::vector<journal::Gap> gaps;
    [[nodiscard]] journal::Head head() const;
    [[nodiscard]] journal::Entry* at(std::uint64_t seq);
    [[nodiscard]] std::optional<journal::Digest> link(std::uint64_t seq);
    [[nodiscard]] std::optional<journal::EntryKind> kind(std::uint64_t seq);
    [[nodiscard]] Status stands(journal::BlankCheck& blanks, VerifiedCount& count) const;
  };

  /// Behind the register's head; answers under which number.
  std::uint64_t append(journal::Draft draft);
  /// Of an entry of the office or an event of a door.
  [[nodiscard]] std::optional<journal::EntryKind> kind_of(const reg::EventRef& ref);
  [[nodiscard]] std::optional<reg::Notice> notice_at(const reg::EventRef& ref) const;
  [[nodiscard]] std::vector<std::uint64_t> case_entries() const;
  [[nodiscard]] reg::CaseNoteGiven* case_at(const reg::EventRef& ref);
  void plan_again(const reg::Notice& about);
  [[nodiscard]] std::optional<SchoolDay> day_of_event(const reg::EventRef& ref) const;
  /// Of those without a time of their own that can still be read, by place in `held`.
  using Days = std::map<std::size_t, SchoolDay>;
  [[nodiscard]] Days untimed_days(const journal::HistoryId& history, const Held& held) const;
  void add_untimed(SchoolDay day, std::vector<reg::SeenEvent>& seen) const;
  [[nodiscard]] bool is_spoken_of_on(const reg::EventRef& ref, SchoolDay day) const;

  Random& random_;
  journal::HistoryId id_{};
  journal::KioskKey card_key_{};
  reg::School school_;
  std::map<std::uint32_t, Kiosk> kiosks_;
  std::map<std::string, journal::Invitation> invitations_;
  std::map<journal::HistoryId, Held> journals_;
  std::vector<journal::Entry> entries_;
  std::vector<reg::Mark> marks_;
  std::vector<reg::Contact> contacts_;
  std::vector<reg::StaffMember> members_;
  std::vector<reg::ActingRole> acting_;
  std::vector<reg::ExportRecord> exports_;
  std::vector<std::pair<SchoolDay, reg::PresenceFact>> told_;
  std::vector<reg::NoticeGiven> notices_;
  std::vector<std::pair<SchoolDay, reg::ReleaseGiven>> releases_;
  std::vector<std::pair<SchoolDay, reg::DayNoteGiven>> notes_;
  std::vector<reg::CaseNoteGiven> cases_;
  std::vector<std::uint64_t> case_backs_;  ///< entries that took one of these back
  std::vector<reg::LetterChangeGiven> letters_;
  std::string logo_;
  std::vector<std::pair<std::uint64_t, reg::Setting>> settings_;  ///< by entry
};

}  // namespace handbell::store
