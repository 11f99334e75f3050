// case: what is written down when a child's absence is followed up (policy 4.2 to 6).
#include "app/admin/case_commands.h"
#include "app/admin/commands.h"
#include "app/base/hex.h"
#include "app/register/case_note.h"
#include "app/register/mark_rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace handbell::admin {

namespace {

/// The day that was typed, or today.
Result<SchoolDay> case_day(const Site& site, const std::string& typed) {
  return typed.empty() ? site.today() : SchoolDay::parse(typed);
}

Result<std::optional<SchoolDay>> day_if_typed(const std::string& typed) {
  if (typed.empty()) return std::optional<SchoolDay>();
  const auto day = SchoolDay::parse(typed);
  if (!day) return fail(day.error());
  return std::optional(*day);
}

Result<std::optional<TimeOfDay>> minute_if_typed(const std::string& typed) {
  if (typed.empty()) return std::optional<TimeOfDay>();
  const auto time = TimeOfDay::parse(typed);
  if (!time) return fail(time.error());
  return std::optional(TimeOfDay::from_ms(minutes(time->minute()).count));
}

/// Writes the note where it may be; answers what was done.
Result<std::string> keep(const Site& site, store::Register& file, const reg::School& school,
                         const reg::CaseNote& note, const std::string& what) {
  const auto today = site.today();
  if (!today) return fail(today.error());
  const auto held = file.case_notes(child_of(note));
  if (!held) return fail(held.error());
  if (Status may = may_keep(note, school, *held, *today); !may) return fail(may.error());
  const auto entries = file.write_case({note}, site.now());
  if (!entries) return fail(entries.error());
  return fmt::format("{} of {} is kept; entry {}.\n", what,
                     school.pupil(child_of(note))->full_name(), entries->front());
}

/// Opens the register, makes the note of the named pupil and keeps it.
template <class Make>
Result<std::string> note_of_case(const Site& site, const CaseOptions& options, const char* what,
                                 Make make) {
  const auto day = case_day(site, options.on);
  if (!day) return fail(day.error());
  const auto by = reg::Author::parse(options.by);
  if (!by) return fail(by.error());
  auto opened = site.open_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  const auto pupil = pupil_named(*school, options.pupil);
  if (!pupil) return fail(pupil.error());
  const Result<reg::CaseNote> note = make((*pupil)->id, *day, *by, *opened->file);
  if (!note) return fail(note.error());
  return keep(site, *opened->file, *school, *note, what);
}

Result<std::array<reg::Consideration, reg::kConsiderations>> considered_in(
    const std::vector<std::string>& typed) {
  std::array<reg::Consideration, reg::kConsiderations> all;
  if (typed.empty()) return all;
  if (typed.size() != all.size()) {
    return fail(FaultCode::entry_incomplete, "an answer to each of the four considerations");
  }
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const bool yes = typed[i] == "yes";
    if (!yes && typed[i] != "no") {
      return fail(FaultCode::bad_choice, "\"" + typed[i] + "\" is none of: yes, no");
    }
    all.at(i).answer = yes ? reg::Considered::yes : reg::Considered::no;
  }
  return all;
}

/// Whether the person who is named may decide so today (D52).
Status decides(const Site& site, store::Register& file, const reg::Author& by,
               reg::DecisionAbout about) {
  const auto today = site.today();
  if (!today) return fail(today.error());
  const auto staff = file.staff();
  if (!staff) return fail(staff.error());
  return reg::may_decide(about, reg::roles_of(by, staff->members, staff->acting, *today));
}

}  // namespace

Result<std::string> note_case_contact(const Site& site, const CaseOptions& options) {
  const auto make = [&](PupilId pupil, SchoolDay day, const reg::Author& by,
                        store::Register&) -> Result<reg::CaseNote> {
    const auto how = reg::parse_contact_how(options.how);
    if (!how) return fail(how.error());
    const auto at = minute_if_typed(options.at);
    if (!at) return fail(at.error());
    return reg::CaseNote(reg::CaseContact{pupil, day, *at, options.with, *how, options.words, by});
  };
  return note_of_case(site, options, "The contact", make);
}

Result<std::string> note_meeting(const Site& site, const CaseOptions& options) {
  const auto make = [&](PupilId pupil, SchoolDay day, const reg::Author& by,
                        store::Register&) -> Result<reg::CaseNote> {
    const auto kind = reg::parse_meeting_kind(options.kind);
    if (!kind) return fail(kind.error());
    const auto state = reg::parse_meeting_state(options.state);
    if (!state) return fail(state.error());
    const auto at = minute_if_typed(options.at);
    if (!at) return fail(at.error());
    const auto review = day_if_typed(options.review);
    if (!review) return fail(review.error());
    return reg::CaseNote(reg::Meeting{pupil, *kind, *state, options.of, day, *at, options.place,
                                      options.present, options.agreed, *review, by});
  };
  return note_of_case(site, options, "The meeting", make);
}

Result<std::string> note_contract(const Site& site, const CaseOptions& options) {
  const auto make = [&](PupilId pupil, SchoolDay day, const reg::Author& by,
                        store::Register&) -> Result<reg::CaseNote> {
    const auto state = reg::parse_contract_state(options.state);
    if (!state) return fail(state.error());
    const auto signed_on = day_if_typed(options.signed_on);
    if (!signed_on) return fail(signed_on.error());
    const auto review = SchoolDay::parse(options.review);
    if (!review) return fail(review.error());
    return reg::CaseNote(reg::Contract{pupil, options.of, *state, day, options.parents_will,
                                       options.school_will, *signed_on, *review, options.words,
                                       by});
  };
  return note_of_case(site, options, "The contract", make);
}

Result<std::string> note_decision(const Site& site, const CaseOptions& options) {
  const auto make = [&](PupilId pupil, SchoolDay day, const reg::Author& by,
                        store::Register& file) -> Result<reg::CaseNote> {
    const auto about = reg::parse_decision_about(options.about);
    if (!about) return fail(about.error());
    if (Status may = decides(site, file, by, *about); !may) return fail(may.error());
    const auto considered = considered_in(options.considered);
    if (!considered) return fail(considered.error());
    return reg::CaseNote(
        reg::CaseDecision{pupil, day, *about, *considered, options.decision, options.reason, by});
  };
  return note_of_case(site, options, "The decision", make);
}

Result<std::string> note_penalty_notice(const Site& site, const CaseOptions& options) {
  const auto make = [&](PupilId pupil, SchoolDay, const reg::Author& by,
                        store::Register&) -> Result<reg::CaseNote> {
    const auto state = reg::parse_notice_state(options.state.empty() ? "issued" : options.state);
    if (!state) return fail(state.error());
    const auto issued = SchoolDay::parse(options.issued);
    if (!issued) return fail(issued.error());
    const auto told = case_day(site, options.told);
    if (!told) return fail(told.error());
    return reg::CaseNote(reg::NoticeTold{pupil, reg::parent_key(options.parent), options.parent,
                                         *issued, *state, options.of, *told, options.how, by});
  };
  return note_of_case(site, options, "The notice", make);
}

Result<std::string> take_case_back(const Site& site, const CaseOptions& options) {
  const auto by = reg::Author::parse(options.by);
  if (!by) return fail(by.error());
  if (options.reason.empty()) return fail(FaultCode::entry_incomplete, "a reason");
  auto opened = site.open_register();
  if (!opened) return fail(opened.error());
  const auto notes = opened->file->case_notes({});
  if (!notes) return fail(notes.error());
  const auto at = std::ranges::find(*notes, options.entry, &reg::CaseNoteGiven::entry);
  if (at == notes->end() || at->back) {
    return fail(FaultCode::note_unknown, std::to_string(options.entry));
  }
  const auto own = opened->file->witness();
  if (!own) return fail(own.error());
  const reg::TakenBack back{{to_hex(own->history), options.entry}, site.now(), options.reason, *by};
  if (const auto told = opened->file->tell(back, site.now()); !told) return fail(told.error());
  return fmt::format("Entry {} is taken back; it stays in the history.\n", options.entry);
}

}  // namespace handbell::admin
