// The words of a child's case.
#include "app/admin/line.h"

namespace handbell::admin {

namespace {

void add_who(CLI::App* added, CaseOptions& options) {
  added->add_option("pupil", options.pupil, "UPN or admission number")->required();
  added->add_option("--by", options.by, "\"NAME, POSITION\"")->required();
}

void add_on(CLI::App* added, CaseOptions& options) {
  added->add_option("--on", options.on, "the day, YYYY-MM-DD; without it today");
}

void add_of(CLI::App* added, CaseOptions& options) {
  added->add_option("--of", options.of, "the entry that began what this goes on with");
}

void add_contact(CLI::App& cases, Line& line) {
  auto& options = line.attendance_case;
  auto* added =
      command(cases, line, "contact", "a talk or a message about a child's attendance",
              [&line](const Site& site) { return note_case_contact(site, line.attendance_case); });
  add_who(added, options);
  add_on(added, options);
  added->add_option("--at", options.at, "the time, HH:MM");
  added
      ->add_option("--how", options.how,
                   "phone, in_person, letter, email, home_visit, other_service or local_authority")
      ->required();
  added->add_option("--with", options.with, "\"Nadia Khan, mother\"")->required();
  added->add_option("--words", options.words, "what was said")->required();
}

void add_meeting(CLI::App& cases, Line& line) {
  auto& options = line.attendance_case;
  auto* added =
      command(cases, line, "meeting", "a meeting: planned, held or cancelled",
              [&line](const Site& site) { return note_meeting(site, line.attendance_case); });
  add_who(added, options);
  add_on(added, options);
  add_of(added, options);
  added->add_option("--at", options.at, "the time, HH:MM");
  added->add_option("--kind", options.kind, "support, contract or other")->required();
  added->add_option("--state", options.state, "planned, held or cancelled")->required();
  added->add_option("--place", options.place, "\"Room 2\", or \"by telephone\"")->required();
  added->add_option("--present", options.present, "who is invited, or who was there");
  added->add_option("--agreed", options.agreed, "what was agreed; cancelled: why");
  added->add_option("--review", options.review, "looked at again, YYYY-MM-DD");
}

void add_contract(CLI::App& cases, Line& line) {
  auto& options = line.attendance_case;
  auto* added =
      command(cases, line, "contract", "an attendance contract, and how it went",
              [&line](const Site& site) { return note_contract(site, line.attendance_case); });
  add_who(added, options);
  add_on(added, options);
  add_of(added, options);
  added->add_option("--state", options.state, "offered, agreed, declined, kept, failed or ended")
      ->required();
  added->add_option("--parents-will", options.parents_will, "what the parents will do")->required();
  added->add_option("--school-will", options.school_will, "what the school will do")->required();
  added->add_option("--signed", options.signed_on, "signed by both on paper, YYYY-MM-DD");
  added->add_option("--review", options.review, "looked at again, YYYY-MM-DD")->required();
  added->add_option("--words", options.words, "how it went");
}

void add_decision(CLI::App& cases, Line& line) {
  auto& options = line.attendance_case;
  auto* added = command(cases, line, "decide", "what was decided", [&line](const Site& site) {
    return note_decision(site, line.attendance_case);
  });
  add_who(added, options);
  add_on(added, options);
  added->add_option("--about", options.about, "penalty, authority, support or close")->required();
  added
      ->add_option("--considered", options.considered,
                   "yes or no, four times: the threshold is met, a notice is the best way, another "
                   "step fits better, the Equality Act allows it")
      ->delimiter(',');
  added->add_option("--decision", options.decision, "what is decided")->required();
  added->add_option("--reason", options.reason, "why")->required();
}

void add_notice(CLI::App& cases, Line& line) {
  auto& options = line.attendance_case;
  auto* added = command(
      cases, line, "notice", "a penalty notice, as the local authority told of it",
      [&line](const Site& site) { return note_penalty_notice(site, line.attendance_case); });
  add_who(added, options);
  add_of(added, options);
  added->add_option("--parent", options.parent, "the parent's name")->required();
  added->add_option("--issued", options.issued, "when it was issued, YYYY-MM-DD")->required();
  added->add_option("--state", options.state,
                    "issued, paid_early, paid, unpaid, withdrawn or prosecuted");
  added->add_option("--told", options.told, "when we were told; without it today");
  added->add_option("--how", options.how, "how we were told")->required();
}

using CaseReading = Result<std::string> (*)(const Site&, const CaseOptions&, Format);

/// What is read is shown as soon as it is noted that it was.
CLI::App* reading(CLI::App& cases, Line& line, const char* name, const char* help,
                  CaseReading read) {
  auto* made = command(cases, line, name, help, {});
  made->callback([&line, read] {
    line.first = [&line, read](const Site& site) {
      return read(site, line.attendance_case, line.format);
    };
    line.action = [&line](const Site& site) { return note_case_read(site, line.attendance_case); };
  });
  return made;
}

}  // namespace

void add_cases(CLI::App& app, Line& line) {
  auto* cases = app.add_subcommand("case", "following up a child's absence");
  cases->require_subcommand(1);
  add_contact(*cases, line);
  add_meeting(*cases, line);
  add_contract(*cases, line);
  add_decision(*cases, line);
  add_notice(*cases, line);
  auto* back =
      command(*cases, line, "take-back", "a note of a case was an error",
              [&line](const Site& site) { return take_case_back(site, line.attendance_case); });
  back->add_option("entry", line.attendance_case.entry, "as 'case show' has it")->required();
  back->add_option("--reason", line.attendance_case.reason, "why")->required();
  back->add_option("--by", line.attendance_case.by, "\"NAME, POSITION\"")->required();
  auto* listed = reading(*cases, line, "list", "what is due in each case", case_list);
  listed->add_flag("--ended", line.attendance_case.ended, "those that were ended, too");
  add_format(listed, line);
  auto* shown = reading(*cases, line, "show", "everything that was noted of a child", case_history);
  shown->add_option("pupil", line.attendance_case.pupil, "UPN or admission number")->required();
  add_format(shown, line);
}

}  // namespace handbell::admin
