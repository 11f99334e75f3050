// The words of what the office writes down beside the marks.
#include "app/admin/line.h"

namespace handbell::admin {

namespace {

void add_noted_days(CLI::App* listed, Line& line) {
  listed->add_option("--on", line.note.on, "the day, YYYY-MM-DD; without it today");
  listed->add_option("--to", line.note.to, "the last day; without it that day alone");
  add_format(listed, line);
}

void add_call_result(CLI::App* call, Line& line) {
  call->add_option("--at", line.call.at, "when, HH:MM of today; without it now");
  call->add_option("--words", line.call.words, "what was said");
  call->add_option("--by", line.call.by, "\"NAME, POSITION\"")->required();
}

}  // namespace

void add_calls(CLI::App& app, Line& line) {
  auto* calls = app.add_subcommand("call", "whom the office rang, and what came of it");
  calls->require_subcommand(1);
  auto* child = command(*calls, line, "child", "a family was rung about a child",
                        [&line](const Site& site) { return log_call(site, line.call); });
  child->add_option("pupil", line.call.pupil, "UPN or admission number")->required();
  child
      ->add_option("result", line.call.result,
                   "no_answer, message_left, spoke, wrong_number or coming")
      ->required()
      ->check(CLI::IsMember({"no_answer", "message_left", "spoke", "wrong_number", "coming"}));
  child->add_option("--contact", line.call.contact, "the place in the pupil's contacts");
  child->add_option("--expected", line.call.expected, "coming: HH:MM");
  add_call_result(child, line);
  auto* of_class = command(*calls, line, "class", "a class was rung that sent no register",
                           [&line](const Site& site) { return log_call(site, line.call); });
  of_class->add_option("class", line.call.class_name, "the class")->required();
  of_class->add_option("result", line.call.result, "no_answer, message_left or class_answered")
      ->required()
      ->check(CLI::IsMember({"no_answer", "message_left", "class_answered"}));
  add_call_result(of_class, line);
  auto* listed = command(*calls, line, "list", "every call of a day", [&line](const Site& site) {
    return call_log(site, line.note, line.format);
  });
  add_noted_days(listed, line);
}

void add_collectors(CLI::App& app, Line& line) {
  auto* collectors = app.add_subcommand("collector", "who may collect a child on one day");
  collectors->require_subcommand(1);
  auto* added = command(*collectors, line, "add", "the family told us of an adult",
                        [&line](const Site& site) { return add_collector(site, line.collector); });
  added->add_option("pupil", line.collector.pupil, "UPN or admission number")->required();
  added->add_option("--adult", line.collector.adult, "the adult's name")->required();
  added->add_option("--relationship", line.collector.relationship, "\"neighbour\"");
  added->add_option("--on", line.collector.on, "the day, YYYY-MM-DD; without it today");
  added->add_option("--told-by", line.collector.told_by, "who of the family told us")->required();
  added->add_option("--how", line.collector.told_how, "\"by telephone\"")->required();
  added->add_option("--despite-warning", line.collector.despite,
                    "why all the same, where a warning stands; kept");
  added->add_option("--by", line.collector.by, "\"NAME, POSITION\"")->required();
  auto* listed =
      command(*collectors, line, "list", "the collectors of a day",
              [&line](const Site& site) { return collector_list(site, line.note, line.format); });
  add_noted_days(listed, line);
}

void add_roll_calls(CLI::App& app, Line& line) {
  auto* calls = app.add_subcommand("roll-call", "whom people saw at the assembly point");
  calls->require_subcommand(1);
  auto* listed =
      command(*calls, line, "list", "drills and real ones, newest first",
              [&line](const Site& site) { return roll_call_list(site, line.note, line.format); });
  listed->add_option("--on", line.note.on, "the day, YYYY-MM-DD; without it this school year");
  listed->add_option("--to", line.note.to, "the last day; without it that day alone");
  add_format(listed, line);
}

void add_take_back(CLI::App& app, Line& line) {
  auto* back = command(app, line, "take-back", "a note of the office was an error",
                       [&line](const Site& site) { return take_back_note(site, line.note); });
  back->add_option("entry", line.note.entry, "its number, as the list has it")->required();
  back->add_option("--on", line.note.on, "the note's day, YYYY-MM-DD; without it today");
  back->add_option("--reason", line.note.reason, "why")->required();
  back->add_option("--by", line.note.by, "\"NAME, POSITION\"")->required();
}

}  // namespace handbell::admin
