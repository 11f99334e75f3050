// The words of leave: asked for, decided, listed.
#include "app/admin/line.h"

namespace handbell::admin {

namespace {

void add_ask(CLI::App& leave, Line& line) {
  auto* ask = command(leave, line, "ask", "a family asks for children to be away",
                      [&line](const Site& site) { return ask_leave(site, line.leave); });
  ask->add_option("pupil", line.leave.pupils, "UPNs or admission numbers, siblings together")
      ->required();
  ask->add_option("--kind", line.leave.kind,
                  "exceptional, religious, traveller, performance, interview, part_time or "
                  "appointment; without it exceptional");
  ask->add_option("--from", line.leave.from, "the first day, YYYY-MM-DD")->required();
  ask->add_option("--from-session", line.leave.from_half, "am or pm; without it am");
  ask->add_option("--to", line.leave.to, "the last day; without it the first");
  ask->add_option("--to-session", line.leave.to_half, "am or pm; without it pm");
  ask->add_option("--sessions", line.leave.sessions,
                  "ten digits, Monday morning to Friday afternoon; without it all");
  ask->add_option("--grounds", line.leave.grounds, "why, as the family says")->required();
  ask->add_option("--asked-by", line.leave.asked_by, "\"Nadia Khan, mother\"")->required();
  ask->add_option("--received", line.leave.received,
                  "when: HH:MM of today or YYYY-MM-DDTHH:MM; without it now");
  ask->add_option("--leaves", line.leave.leaves, "an appointment: leaves school, HH:MM");
  ask->add_option("--back", line.leave.back, "an appointment: back in school, HH:MM");
  ask->add_option("--by", line.leave.by, "\"NAME, POSITION\"")->required();
}

void add_decide(CLI::App& leave, Line& line) {
  auto* decide = command(leave, line, "decide", "the headteacher decides",
                         [&line](const Site& site) { return decide_leave(site, line.leave); });
  decide->add_option("entry", line.leave.entry, "the request's number, as the list has it")
      ->required();
  decide->add_option("answer", line.leave.answer, "granted, partly or refused")->required();
  decide->add_option("--from", line.leave.from, "partly: the first day");
  decide->add_option("--from-session", line.leave.from_half, "am or pm; without it am");
  decide->add_option("--to", line.leave.to, "partly: the last day; without it the first");
  decide->add_option("--to-session", line.leave.to_half, "am or pm; without it pm");
  decide->add_option("--reason", line.leave.reason, "why")->required();
  decide->add_option("--by", line.leave.by, "\"NAME, POSITION\"")->required();
}

}  // namespace

void add_leave(CLI::App& app, Line& line) {
  auto* leave = app.add_subcommand("leave", "leave of absence: asked for and decided");
  leave->require_subcommand(1);
  add_ask(*leave, line);
  add_decide(*leave, line);
  auto* listed =
      command(*leave, line, "list", "requests and what became of them",
              [&line](const Site& site) { return leave_list(site, line.note, line.format); });
  listed->add_option("--on", line.note.on, "the first day of leave; without it this school year");
  listed->add_option("--to", line.note.to, "up to this first day; without it that day alone");
  add_format(listed, line);
}

}  // namespace handbell::admin
