#include "app/base/fault_sentences.h"

#include <array>

namespace handbell {

namespace {

using enum FaultCode;

#define ROW(code, text) \
  FaultSentence { code, #code, text }

constexpr std::array kRows{
    ROW(bad_upn,
        "{} is not a UPN: 13 characters with the right check letter; look at the pupil's record."),
    ROW(bad_card,
        "{} is not a card number: give 8, 14 or 20 hexadecimal digits, as the reader shows them."),
    ROW(bad_name, "{} is not a name: write 1 to 80 characters without line breaks."),
    ROW(bad_date, "{} is not a date: write YYYY-MM-DD or DD/MM/YYYY, and a day that exists."),
    ROW(bad_time, "{} is not a time of day: write HH:MM or HH:MM:SS, from 00:00 to 23:59:59."),
    ROW(bad_number,
        "{} is not a number that fits here: write a whole number in the range the manual names."),
    ROW(bad_code,
        "{} is not an attendance code: use one of the national codes in the policy's Appendix 3."),
    ROW(bad_year_group, "{} is not a year group of this school: use N1, N2, R, 1 or 2."),
    ROW(bad_session, "{} is not a session: write am or pm."),
    ROW(bad_config,
        "The configuration is wrong at {}; put it right in handbell.toml and start again."),
    ROW(bad_clock_file,
        "The rehearsal clock file {} cannot be read; set the clock again with 'handbell clock "
        "set'."),
    ROW(bad_person, "{} does not name a person: write \"NAME, POSITION\", both filled in."),
    ROW(bad_pattern,
        "{} is not an attendance pattern: write ten digits, 1 or 0, Monday morning to Friday "
        "afternoon."),
    ROW(bad_language,
        "{} is not a language that Handbell knows: use an ISO 639 code such as ur, or leave it "
        "empty."),
    ROW(bad_choice, "{}; write one of these in its place."),
    ROW(bad_phone,
        "{} is not a telephone number: write 7 to 15 digits, with + or blanks, and ext for an "
        "extension."),
    ROW(text_too_long, "{} characters are more than this cell takes; shorten the text to 1,000."),
    ROW(file_unreadable, "The file {} cannot be read; check its name and that you may open it."),
    ROW(file_empty, "The file {} is empty; export it again from where it came from."),
    ROW(file_too_large,
        "The file {} is larger than 8 MB; no school's list is, so check that it is the right "
        "file."),
    ROW(file_too_long,
        "The file {} has more than 20,000 rows or 3 MB; divide it, and take in one part after the "
        "other."),
    ROW(file_not_utf8, "{} is not UTF-8 text; save the file again as \"CSV UTF-8\"."),
    ROW(file_bad_csv,
        "{} is not well-formed CSV: a quotation mark is left open or stray; export the file "
        "again."),
    ROW(column_missing, "The file lacks a column that it must have: {}; add it and import again."),
    ROW(column_unknown,
        "The file has a column that Handbell does not know: {}; rename or remove it."),
    ROW(row_refused,
        "Nothing was imported, since rows were refused: {}; correct them, or use --partial to take "
        "the good ones."),
    ROW(pupil_twice, "{} stands twice in the file; keep the row that is right."),
    ROW(pupil_unknown,
        "No pupil has the UPN or admission number {}; check it in 'handbell list pupils'."),
    ROW(pupil_not_named, "{} has neither a UPN nor an admission number; fill in one of them."),
    ROW(card_taken,
        "The card {} is somebody else's; revoke it first with 'handbell cards revoke'."),
    ROW(card_unknown, "Nobody holds the card {}; check the number on the card."),
    ROW(card_unfit,
        "The card {} cannot be anybody's: its number changes or is shared by many; use another "
        "card."),
    ROW(class_unknown,
        "There is no class {}; import the pupils of that class first, or correct the name."),
    ROW(period_overlaps,
        "{} overlaps another period of the same kind; correct the dates of one of them."),
    ROW(period_backwards, "{} ends before it begins; swap or correct its dates."),
    ROW(term_without_days,
        "{} is a term without a single school day; correct its dates or what covers it."),
    ROW(too_many,
        "There are more than Handbell takes: {}; split the file, or ask for a larger limit."),
    ROW(pupil_ambiguous, "{} are not one pupil's; correct the UPN or the admission number."),
    ROW(not_on_roll,
        "{} was not on roll on that day; correct the date, or the pupil's start and leaving date."),
    ROW(day_to_come, "{} has not come yet; a mark is for today or a day before."),
    ROW(id_unmapped,
        "{} has no number in the other system's table; fill it in there and export again."),
    ROW(staff_unknown,
        "No one member of staff has the id or name {}; check it in 'handbell list staff'."),
    ROW(family_unknown,
        "No pupil belongs to the family {}; check the column Family of the pupils' list."),
    ROW(pin_unfit, "A PIN is four digits, and none that everybody tries first, as 1111 or 1234."),
    ROW(release_pin_unfit,
        "A release PIN is 6 to 12 digits, and none that everybody tries first, as 123456 or "
        "121212."),
    ROW(reason_unfit, "The reasons were not taken: {}; correct the file and import it again."),
    ROW(release_unknown, "Nobody asked for {} at a door today; see 'handbell release list'."),
    ROW(release_settled, "The request is {}; see 'handbell release list' for what was answered."),
    ROW(release_unclear,
        "More than one asks for the child: {}. Say which with --asked HH:MM or --asker; see "
        "'handbell "
        "release list'."),
    ROW(release_other_adult,
        "{} was checked, and nobody else: take that back, then check the adult who is here."),
    ROW(release_restricted,
        "Not released: {}. Where the child goes all the same say why with --despite-warning."),
    ROW(collector_restricted,
        "Not written down: {}. Where the adult may collect all the same say why with "
        "--despite-warning."),
    ROW(contact_unknown, "The pupil has no contact at place {}; see 'handbell list contacts'."),
    ROW(note_unknown, "No note that stands has the entry {}; look it up in its list."),
    ROW(time_to_come, "{} is still to come; correct the time."),
    ROW(entry_incomplete,
        "The entry lacks {}: every entry needs the code, a reason, a date, a name and a position."),
    ROW(nothing_to_accept,
        "There is no pending proposal for {}; look at 'handbell report lateness'."),
    ROW(nothing_to_settle,
        "Door and register do not differ for {}; look at 'handbell report reconcile'."),
    ROW(session_closed, "There is no session on {}; correct the calendar if school was open."),
    ROW(leave_too_long, "Leave of this kind is for {} at most; write a request for each."),
    ROW(leave_no_session,
        "{} has no session in these days; look at the calendar and the child's timetable."),
    ROW(leave_not_theirs,
        "Leave ({}) is for the headteacher to decide, or whoever acts as headteacher."),
    ROW(leave_outside, "That is not a part of what was asked for, {}."),
    ROW(leave_unknown, "No request for leave that stands has the entry {}."),
    ROW(leave_decided, "The request {} is decided already; take that decision back first."),
    ROW(withdrawn_code, "{} was withdrawn on 19 August 2024; use the code that replaced it."),
    ROW(window_too_long,
        "The register would be open for more than 30 minutes ({}); bring the close nearer."),
    ROW(other_half,
        "{} cannot stand in that half of the day: / is the morning's code, \\ the afternoon's."),
    ROW(code_not_theirs, "{}; ask whoever may, or choose another code."),
    ROW(code_not_for_age,
        "X is only for children below compulsory school age, which this child reached on {}; a "
        "part-time timetable is C2, and the headteacher's to agree."),
    ROW(code_not_for_session,
        "X does not fit {}: the child is expected then; use the code of the reason, or correct the "
        "attendance pattern."),
    ROW(movement_wrong,
        "The group was not moved: {}; put it right and tick it again against its list."),
    ROW(headcount_differs,
        "The register was not sent, since the headcount differs: {}; look who is in doubt and "
        "count again."),
    ROW(acting_not_theirs,
        "{} may not name who acts here: the headteacher does, or who acts as one, and nobody names "
        "himself or herself."),
    ROW(told_later,
        "The family cannot have told us at {}, which is still to come; correct the time."),
    ROW(setting_unknown,
        "There is no setting {}; 'handbell setting --help' names those there are."),
    ROW(setting_not_theirs,
        "{} may not change a setting that has legal effect: the headteacher does, or who acts as "
        "one."),
    ROW(entry_too_long, "This is {} characters; shorten it, nothing was written."),
    ROW(dates_crossed, "{}; correct one of the two dates."),
    ROW(case_before_roll,
        "{} is before the child was on roll here; correct the date, or the child's first day."),
    ROW(case_to_come, "{} is still to come; correct the date, or write it down once it has been."),
    ROW(case_step_unknown,
        "This child's case has no entry {} that stands and that this could follow; open the case "
        "again."),
    ROW(decision_not_theirs,
        "A decision about {} is for the headteacher, or whoever acts as headteacher."),
    ROW(notice_told,
        "The notice to {} is written down already; add further news to that one, or correct the "
        "day on which this one was issued."),
    ROW(folder_missing, "There is no Handbell folder at {}; make one with 'handbell init'."),
    ROW(folder_owned, "The folder {}; stop it first, or use the program that is running."),
    ROW(folder_exists, "{} exists already and is not empty; name a new folder."),
    ROW(disk_full, "The disk of {} is full; make room, nothing was lost and nothing was written."),
    ROW(disk_failed,
        "The disk failed at {}; have it looked at, and take the arrivals on paper until it is."),
    ROW(database_wrong,
        "{} is not a database of Handbell or is damaged; restore it from the last backup."),
    ROW(database_newer, "{} was written by a newer Handbell; install that version or a later one."),
    ROW(entry_garbled,
        "Entry {} cannot be read; keep the file and restore the last backup beside it."),
    ROW(entry_missing,
        "Entry {} is missing; keep the file and tell whoever looks after this machine."),
    ROW(link_broken,
        "Entry {} does not follow from the one before it: the history was changed; keep the file "
        "and tell the head."),
    ROW(commitment_broken,
        "The text of entry {} is not what was written; keep the file and tell the head."),
    ROW(blank_unnamed,
        "Entry {} is blank and no erasure names it; keep the file and tell the head."),
    ROW(tail_cut, "The end of the history is missing: {}; keep the file and tell the head."),
    ROW(same_number_other_link,
        "A kiosk sent an entry that differs from the one held under its number: {}; nothing of it "
        "was taken, have that kiosk looked at."),
    ROW(message_garbled,
        "A message between kiosk and office was damaged on the way ({}); it is sent again by "
        "itself."),
    ROW(message_refused, "A message was refused: {}; enrol the kiosk again if this goes on."),
    ROW(message_too_large,
        "A message was larger than allowed ({}); tell whoever looks after this machine."),
    ROW(door_book_garbled,
        "The door book at {} cannot be read; the kiosk asks the office for it again."),
    ROW(kiosk_unknown,
        "No kiosk of this school is called {}; enrol it with 'handbell init-kiosk'."),
    ROW(enrol_code_wrong,
        "The enrolment code {} is not valid or was used; make a new one in the office."),
    ROW(enrol_unanswered,
        "The office did not answer at {}: nothing was set up; start the office, make a new code "
        "and "
        "try again."),
    ROW(mark_differs,
        "The mark that stands is not that of entry {}; keep the file and tell the head."),
    ROW(erasure_wrong,
        "The erasure of entry {} names what it may not: something young, not blank, or not there; "
        "keep the file and tell the head."),
    ROW(evidence_lost,
        "{} were removed at the kiosk a week after the office had them, and this register, "
        "restored "
        "from an older backup, lacks them; enter those arrivals from the printed day sheets."),
    ROW(office_unreachable,
        "The office does not answer at {}; the kiosk goes on alone and sends everything later."),
    ROW(office_answered_wrong,
        "The office's answer was not understood: {}; check that both run the same version."),
    ROW(address_refused,
        "The office cannot listen on {}: other machines reach it only behind a certificate; make "
        "one with 'handbell certificate make --for NAME', or use 127.0.0.1."),
    ROW(address_taken, "Another program listens on {} already; stop it or choose another port."),
    ROW(address_wrong, "{} is not an address: write HOST:PORT, tls:HOST:PORT or unix:PATH."),
    ROW(office_not_proven,
        "The office at {} did not prove that it is this kiosk's own; enrol the kiosk again if the "
        "office has a new certificate, else have the network looked at."),
    ROW(host_name_wrong,
        "{} is no name or address that a certificate can be for; write a name as oak.lan or an "
        "address as 192.168.1.20."),
    ROW(certificate_missing,
        "There is no certificate in {}; make one with 'handbell certificate make --for NAME', or "
        "give one with 'handbell certificate use CHAIN KEY'."),
    ROW(certificate_unreadable,
        "There is no certificate that can be used in {}; give them as PEM, the server's own first "
        "and after it the ones that it was issued by."),
    ROW(certificate_nameless,
        "The certificate in {} names no host; have one issued with the office's name or address in "
        "it."),
    ROW(certificate_not_today,
        "The certificate in {} is not valid today; have a new one issued, or set this machine's "
        "clock."),
    ROW(key_unreadable,
        "There is no private key that can be used in {}; give it as PEM, without a passphrase."),
    ROW(key_of_another,
        "The key in {} is not that of the certificate; give the two that belong together."),
    ROW(tls_unused,
        "The office cannot listen on {} for kiosks: other machines need an encrypted way; write it "
        "as tls:HOST:PORT."),
    ROW(reader_missing,
        "There is no card reader at {}; plug it in, and the kiosk takes it by itself."),
    ROW(reader_busy, "Another program uses the card reader at {}; stop that program."),
    ROW(reader_faulty,
        "The card reader at {} does not answer; unplug it, wait, and plug it in again."),
    ROW(reader_frame, "The card reader sent something wrong ({}); it is asked again by itself."),
    ROW(reader_child_ended, "The card reader's program ended ({}); it is started again by itself."),
    ROW(card_left, "The card {} left the reader too early; hold it there until it is done."),
    ROW(card_mute, "The card {} takes no commands, so it cannot prove what it is; use another."),
    ROW(reader_unnamed,
        "{} names no card reader; write kiosk.readers in handbell.toml, or name one here."),
    ROW(reader_unready,
        "These card readers do not work: {}; do what stands above, then try again."),
    ROW(not_rehearsal,
        "{} is a real site, and only a rehearsal's clock can be set; make one with 'handbell init "
        "--rehearsal'."),
    ROW(program_running, "{} is running; stop it first."),
    ROW(program_failed, "{} did not finish; look at its last lines above."),
    ROW(display_failed,
        "The display could not be opened: {}; check the screen, or use --display memory."),
    ROW(asset_missing, "The file {} of the installation is missing; install Handbell again."),
    ROW(usage, "{}"),
    ROW(program_silent,
        "The program that uses {} does not answer; wait a moment and ask again, or start it anew."),
    ROW(words_garbled,
        "The words at {} cannot be read, so that language is missing and the screen speaks "
        "English; "
        "put the line right and start the kiosk again."),
    ROW(theme_unusable,
        "The theme cannot be used because of {}; the kiosk shows its own colours and sizes, put "
        "the "
        "file right and start it again."),
    ROW(words_missing,
        "Words are missing in {}, and are shown in English alone; add them and start the kiosk "
        "again."),
    ROW(picture_unusable,
        "The picture {} cannot be shown; take a PNG or SVG file of at most 1 MB and start the "
        "kiosk again."),
    ROW(voice_unusable,
        "A recording cannot be used: {}; the kiosk's own voice is heard instead, record that "
        "sentence anew and start the kiosk again."),
    ROW(voice_missing,
        "Nothing can be read aloud, since the program {} is missing or does not work; install "
        "Debian's package of that name."),
    ROW(site_key_missing,
        "There is no site key for staff cards in {}; make one at the office with 'handbell "
        "staff-keys make'."),
    ROW(site_key_garbled,
        "The site keys in {} cannot be read; give them to this machine anew, or take them from a "
        "backup."),
    ROW(site_key_open,
        "Others on this machine may read {}; set its mode to 0600, and make a new site key if "
        "somebody may have."),
    ROW(attempts_garbled,
        "The count of wrong release PINs in {} cannot be read, so none is taken there; remove the "
        "file at the office's word."),
    ROW(field_unknown,
        "{}; write one of the fields that are listed beside the text, nothing was changed."),
    ROW(template_garbled, "{}; put that line right, nothing was changed."),
    ROW(logo_unfit, "The logo {}; choose a PNG or SVG file of at most 512 kB."),
    ROW(sheet_picture_unusable,
        "A picture {} cannot be drawn; take the figures from the page, and tell whoever looks "
        "after "
        "Handbell."),
    ROW(national_figure,
        "{} is no national attendance; type it as it was published, between 50.0 and 100.0 per "
        "cent with one decimal."),
    ROW(archive_failed, "The copy could not be packed: {}; nothing was given out, try again."),
};

#undef ROW

}  // namespace

std::span<const FaultSentence> fault_sentences() { return kRows; }

}  // namespace handbell
