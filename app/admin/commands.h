// The commands of `handbell`, each one function: what it prints, or the fault that is its sentence.
//
// The command line only fills these in; an admin socket can call the same functions.
#pragma once

#include "app/admin/site.h"
#include "app/admin/table.h"
#include "app/register/release.h"
#include "app/register/school.h"

#include <optional>
#include <string>
#include <vector>

namespace handbell::admin {

struct ImportOptions {
  std::string file;
  bool dry_run = false;                     ///< shows what would be taken, changes nothing
  bool partial = false;                     ///< takes the good rows
  std::string by = "Marks import, Office";  ///< who answers for marks
  std::optional<std::string> bytes;         ///< what stands in the file, where it was read already
};

/// `what`: "pupils", "contacts", "cards", "staff", "calendar", "reasons" or "marks". Marks that
/// contradict one that stands are listed and left; `by` is their author. Faults: bad_person; those
/// of reading the file; row_refused; those of merging. With refused rows the answer lists each, and
/// nothing is taken unless `partial`.
[[nodiscard]] Result<std::string> import_file(const Site& site, const std::string& what,
                                              const ImportOptions& options);

struct SessionChoice {
  std::string on;       ///< YYYY-MM-DD
  std::string session;  ///< "am" or "pm"
};
[[nodiscard]] Result<SessionId> session_of(const SessionChoice& choice);

struct ExportOptions {
  std::string from;  ///< YYYY-MM-DD
  std::string to;
  bool every_entry = false;             ///< each amendment too; else what stands
  std::string format = "csv";           ///< or "json": the field set of F5
  bool only_new = false;                ///< what has not left yet or was refused there
  std::optional<std::string> ids_text;  ///< of the table, where it was read already
  std::string ids;                      ///< the other system's numbers, with json
};
/// CSV as F4, JSON as F5. Faults: bad_date, period_backwards, entry_missing; with JSON id_unmapped
/// and those of reading the table.
[[nodiscard]] Result<std::string> export_marks(const Site& site, const ExportOptions& options);

/// The new file of a folder that the marks are to be kept as. Faults: bad_date, period_backwards,
/// those of path_of().
[[nodiscard]] Result<std::string> marks_file(const Site& site, const ExportOptions& options,
                                             const std::string& folder);

/// What became in the other system of the marks of these days that went there.
[[nodiscard]] Result<std::string> exported_list(const Site& site, const ExportOptions& options,
                                                Format format);
/// All of these days that wait for an answer were taken. Fault: usage, where none does.
[[nodiscard]] Result<std::string> exported_accepted(const Site& site, const ExportOptions& options);
struct RejectedMark {
  std::string pupil;
  SessionChoice session;
  std::string reason;  ///< what the other system said
};
/// Goes out again with the next export. Faults: pupil_unknown, entry_incomplete; usage, where it
/// was not handed out.
[[nodiscard]] Result<std::string> exported_rejected(const Site& site, const RejectedMark& rejected);

struct PupilExportOptions {
  std::string pupil;
  std::string to;                     ///< a new FILE.zip, FILE.json or FILE.html, or a new or empty folder
  int asked_by = 0;                   ///< the place in the pupil's contacts; 0: nobody of them
  std::vector<std::string> no_names;  ///< words to be left in
};
/// Everything that is held about one pupil (F10); answers what was taken out. Faults:
/// pupil_unknown, folder_exists, usage, those of the disk.
[[nodiscard]] Result<std::string> export_pupil(const Site& site, const PupilExportOptions& options);

/// CSV as F9, of the year that begins in this September; 0: the present one. Fault: bad_date.
[[nodiscard]] Result<std::string> export_crosscheck(const Site& site, int school_year);
[[nodiscard]] Result<std::string> crosscheck_file(const Site& site, int school_year,
                                                  const std::string& folder);

struct NewStaff {
  std::string id;
  std::string name;
  std::string position;
  std::vector<std::string> roles;
  std::vector<std::string> classes;
};
/// Who has the id already is changed. Fault: usage, naming what is wrong.
[[nodiscard]] Result<std::string> add_staff(const Site& site, const NewStaff& wanted);

struct ActingOptions {
  std::string staff;  ///< id or name
  std::string role;
  std::string from;  ///< YYYY-MM-DD
  std::string to;    ///< included
  std::string by;    ///< the headteacher
};
/// D52. Faults: bad_choice, bad_date, period_backwards, bad_person, staff_unknown,
/// acting_not_theirs.
[[nodiscard]] Result<std::string> name_acting(const Site& site, const ActingOptions& options);

struct ListOptions {
  /// "pupils", "contacts", "cards", "staff", "staff-cards", "acting", "calendar", "kiosks",
  /// "notices", "settings", "reasons", "evacuations"
  std::string what;
  std::string on;  ///< of notices; YYYY-MM-DD, empty: today
};
/// Faults: bad_date; usage, where a day is named for what has none.
[[nodiscard]] Result<std::string> list(const Site& site, const ListOptions& options, Format format);

struct CardOptions {
  std::string uid;
  std::string pupil;
  bool family =
      false;  ///< the card is of the pupil's family, and the pupil's own no more than others'
};
/// Faults: pupil_unknown, family_unknown, card_taken, card_unfit.
[[nodiscard]] Result<std::string> issue_card(const Site& site, const CardOptions& options);
/// Whoever held it: pupil, family or member of staff. Fault: card_unknown.
[[nodiscard]] Result<std::string> revoke_card(const Site& site, const std::string& uid);

struct StaffCardOptions {
  std::string staff;  ///< id or name
  std::string uid;
  bool revoke = false;
  std::string pin;  ///< typed, never among the words
};
/// Faults: staff_unknown, pin_unfit, card_taken, card_unfit, card_unknown.
[[nodiscard]] Result<std::string> staff_card(const Site& site, const StaffCardOptions& options);

struct ReleaseOptions {
  std::string pupil;
  std::string by;
  std::string words;    ///< who of the class was told; why it is refused
  std::string checked;  ///< how the adult's identity was checked
  std::string to;       ///< who takes the child
  std::string back_by;  ///< HH:MM; may be empty
  std::string despite;  ///< why in spite of the warning
  std::string asked;    ///< HH:MM or "untimed": which request; may be empty
  std::string asker;    ///< who asks, in the door's words; may be empty
};
/// What was asked at the doors on a day and what became of it (D49). Fault: bad_date.
[[nodiscard]] Result<std::string> release_list(const Site& site, const std::string& on,
                                               Format format);
/// An answer to the one request of today for the pupil that is ready for it. Faults: pupil_unknown,
/// bad_person, bad_time, release_unknown, release_settled, release_unclear, release_restricted,
/// those of complete().
[[nodiscard]] Result<std::string> answer_release(const Site& site, reg::ReleaseStep step,
                                                 const ReleaseOptions& options);

struct EvacuationOptions {
  std::string state;  ///< "on" or "off"
  std::string by;
};
/// Fault: bad_person.
[[nodiscard]] Result<std::string> evacuation(const Site& site, const EvacuationOptions& options);

/// The office's address as a kiosk elsewhere has to call it.
[[nodiscard]] std::string office_for_kiosks(const Site& site);

/// A code for a new kiosk, or for one that is set up anew; what to type there. Fault: bad_name.
[[nodiscard]] Result<std::string> add_kiosk(const Site& site, const std::string& name);

struct NewKiosk {
  std::string folder;  ///< new or empty
  std::string office;  ///< its address for kiosks
  std::string code;    ///< that the office made
};
/// At the kiosk, without a site. Faults: folder_exists, address_wrong, enrol_code_wrong,
/// enrol_unanswered, those of writing.
[[nodiscard]] Result<std::string> init_kiosk(const NewKiosk& wanted);

[[nodiscard]] Result<std::string> accept(const Site& site, const SessionChoice& choice,
                                         const std::string& pupil, const std::string& by);

/// By UPN or admission number. Fault: pupil_unknown.
[[nodiscard]] Result<const reg::PupilRecord*> pupil_named(const reg::School& school,
                                                          const std::string& name);

struct SettingOptions {
  std::string value;
  std::string from;
  std::string reason;
  std::string by;
};
/// Which register is the legal one from a day on (D50). Faults: those of may_change().
[[nodiscard]] Result<std::string> set_legal_register(const Site& site,
                                                     const SettingOptions& options);

struct NoticeOptions {
  std::string pupil;
  SessionChoice session;
  std::string code;
  std::string told;  ///< "2026-01-12T07:30", or "07:30": of today, or of a day gone by
  std::string reason;
  std::string by;
};
/// What a family told us beforehand (D04). Faults: those of may_note() and of the store.
[[nodiscard]] Result<std::string> notice(const Site& site, const NoticeOptions& options);

/// All that was noted of one child's session was an error, or is no longer so: what the door judges
/// by goes, the entries stay. Faults: pupil_unknown, bad_person, entry_incomplete; usage, where
/// nothing is noted.
[[nodiscard]] Result<std::string> withdraw_notice(const Site& site, const NoticeOptions& options);

struct MarkOptions {
  std::string pupil;
  SessionChoice session;
  std::string code;
  std::string reason;
  std::string by;
};
[[nodiscard]] Result<std::string> mark(const Site& site, const MarkOptions& options);

/// A person decides where door and register differ (D09): `code` empty keeps the mark. Faults:
/// nothing_to_settle, those of mark().
[[nodiscard]] Result<std::string> settle(const Site& site, const MarkOptions& options);

[[nodiscard]] Result<std::string> history(const Site& site, const std::string& pupil,
                                          const SessionChoice& choice, Format format);

struct ExplainOptions {
  std::string year_group;
  SessionChoice session;
  std::string at;       ///< HH:MM:SS
  std::string mark;     ///< what a person entered before; may be empty
  std::string planned;  ///< what was agreed; may be empty
  std::string told;     ///< HH:MM, when we were told of it
};
/// What an arrival would earn, as JSON.
[[nodiscard]] Result<std::string> explain(const Site& site, const ExplainOptions& options);

/// A checked copy of what the office holds. Faults: folder_exists, those of the disk and of verify.
[[nodiscard]] Result<std::string> back_up(const Site& site, const std::string& to);
/// A new site of a copy, in which nobody is signed in. Faults: folder_exists, file_unreadable, database_wrong,
/// database_newer, those of the disk and of verify.
[[nodiscard]] Result<std::string> restore(const std::string& copy, const std::string& folder);

/// What need not be kept any more today, a row a history.
[[nodiscard]] Result<std::string> retention_list(const Site& site, Format format);
/// Erases all that retention_list() shows. Fault: bad_person, those of the disk.
[[nodiscard]] Result<std::string> retention_approve(const Site& site, const std::string& by);

[[nodiscard]] Result<std::string> verify(const Site& site);
[[nodiscard]] Result<std::string> status(const Site& site, Format format);
/// Who read or took away what is held about children, on these days, newest first. Faults:
/// bad_date, period_backwards, those of reading.
[[nodiscard]] Result<std::string> audit_list(const Site& site, const ExportOptions& options,
                                             Format format);

/// Fault: not_rehearsal.
[[nodiscard]] Result<std::string> clock_set(const Site& site, const std::string& local,
                                            double rate);
[[nodiscard]] Result<std::string> clock_hold(const Site& site);
[[nodiscard]] Result<std::string> clock_rate(const Site& site, double rate);
/// `by`: a number with ms, s, m or h behind it, "10s".
[[nodiscard]] Result<std::string> clock_step(const Site& site, const std::string& by);

struct CertificateOptions {
  std::vector<std::string> names;  ///< by which other machines reach the office
  bool forget_key = false;         ///< of the authority
  std::string chain;               ///< a file that was given
  std::string key;
};
/// The office's certificate by the school's own authority, which is made where there is none that
/// can vouch for these names. Without names: those of the certificate that is there. Faults: usage,
/// host_name_wrong, those of the disk.
[[nodiscard]] Result<std::string> certificate_make(const Site& site,
                                                   const CertificateOptions& options);
/// Fault: certificate_missing.
[[nodiscard]] Result<std::string> certificate_show(const Site& site);
/// Faults: those of net::can_serve(), file_unreadable, those of the disk.
[[nodiscard]] Result<std::string> certificate_use(const Site& site,
                                                  const CertificateOptions& options);

}  // namespace handbell::admin
