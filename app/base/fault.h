// What went wrong, in the words that the office reads.
//
// A failure is an answer, never an exception: a code, and where it happened. Every code has one
// sentence (fault_sentences.cpp) that says what, where and what to do.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace handbell {

enum class FaultCode : std::uint16_t {
  // values that are not what they should be
  bad_upn = 100,
  bad_card,
  bad_name,
  bad_date,
  bad_time,
  bad_number,
  bad_code,
  bad_year_group,
  bad_session,
  bad_config,
  bad_clock_file,
  bad_person,
  bad_pattern,
  bad_language,
  bad_choice,
  bad_phone,
  text_too_long,
  // files that people give us
  file_unreadable = 200,
  file_empty,
  file_too_large,
  file_too_long,
  file_not_utf8,
  file_bad_csv,
  column_missing,
  column_unknown,
  row_refused,
  pupil_twice,
  pupil_unknown,
  pupil_not_named,
  card_taken,
  card_unknown,
  card_unfit,
  class_unknown,
  period_overlaps,
  period_backwards,
  term_without_days,
  too_many,
  pupil_ambiguous,
  not_on_roll,
  day_to_come,
  id_unmapped,
  staff_unknown,
  family_unknown,
  pin_unfit,
  release_pin_unfit,
  reason_unfit,
  release_unknown,
  release_settled,
  release_unclear,
  release_restricted,
  release_other_adult,
  collector_restricted,
  contact_unknown,
  note_unknown,
  time_to_come,
  // the register
  entry_incomplete = 300,
  nothing_to_accept,
  nothing_to_settle,
  session_closed,
  leave_too_long,
  leave_no_session,
  leave_not_theirs,
  leave_outside,
  leave_unknown,
  leave_decided,
  withdrawn_code,
  window_too_long,
  other_half,
  code_not_theirs,
  code_not_for_age,
  code_not_for_session,
  movement_wrong,
  headcount_differs,
  acting_not_theirs,
  told_later,
  setting_unknown,
  setting_not_theirs,
  entry_too_long,
  dates_crossed,
  case_before_roll,
  case_to_come,
  case_step_unknown,
  decision_not_theirs,
  notice_told,
  // the disk
  folder_missing = 400,
  folder_owned,
  folder_exists,
  disk_full,
  disk_failed,
  database_wrong,
  database_newer,
  // chain, journal, sync
  entry_garbled = 500,
  entry_missing,
  link_broken,
  commitment_broken,
  blank_unnamed,
  tail_cut,
  same_number_other_link,
  message_garbled,
  message_refused,
  message_too_large,
  door_book_garbled,
  kiosk_unknown,
  enrol_code_wrong,
  enrol_unanswered,
  mark_differs,
  erasure_wrong,
  evidence_lost,
  // the network
  office_unreachable = 600,
  office_answered_wrong,
  address_refused,
  address_taken,
  address_wrong,
  office_not_proven,
  host_name_wrong,
  certificate_missing,
  certificate_unreadable,
  certificate_nameless,
  certificate_not_today,
  key_unreadable,
  key_of_another,
  tls_unused,
  // readers
  reader_missing = 700,
  reader_busy,
  reader_faulty,
  reader_frame,
  reader_child_ended,
  card_left,
  card_mute,
  reader_unnamed,
  reader_unready,
  // programs
  not_rehearsal = 800,
  program_running,
  program_failed,
  display_failed,
  asset_missing,
  usage,
  program_silent,
  words_garbled,
  theme_unusable,
  words_missing,
  picture_unusable,
  voice_unusable,
  voice_missing,
  // the keys of staff cards
  site_key_missing = 900,
  site_key_garbled,
  site_key_open,
  attempts_garbled,
  // letters and sheets
  field_unknown = 1000,
  template_garbled,
  logo_unfit,
  sheet_picture_unusable,
  // figures and copies
  national_figure = 1100,
  archive_failed,
};

/// A code, and the place or value that it is about: a file and line, a folder, a UPN as written.
struct Fault {
  FaultCode code;
  std::string where;

  friend bool operator==(const Fault&, const Fault&) = default;
};

/// The sentence that a person sees: what, where, what to do. Never empty.
[[nodiscard]] std::string sentence(const Fault& fault);

/// The name of a code as the documents list it, for example "bad_upn".
[[nodiscard]] std::string name_of(FaultCode code);

/// Every code that has a sentence, in order: for the tests and for assets/docs/faults.md.
[[nodiscard]] std::vector<FaultCode> all_fault_codes();

}  // namespace handbell
