// The words of one command line, as they are read: what is filled in, and what is done then.
// command_line.cpp puts the commands together; door_words.cpp has those of the door,
// day_note_words.cpp those of notes.
#pragma once

#include "app/admin/case_commands.h"
#include "app/admin/command_line.h"
#include "app/admin/commands.h"
#include "app/admin/day_note_commands.h"
#include "app/admin/letter_command.h"
#include "app/admin/reader_commands.h"
#include "app/admin/report_commands.h"

#include <CLI/CLI.hpp>

namespace handbell::admin {

using Action = std::function<Result<std::string>(const Site&)>;
using Beginning = std::function<Result<std::string>()>;

struct Line {
  std::string site;
  Format format = Format::table;
  std::string what;
  CardOptions card;
  StaffCardOptions staff_card;
  bool asks_pin = false;
  EvacuationOptions evacuation;
  ReleaseOptions release;
  std::string released_on;
  DayNoteOptions note;
  CallOptions call;
  CollectorOptions collector;
  LeaveOptions leave;
  CaseOptions attendance_case;
  LetterOptions letters;
  ReaderOptions reader;
  SayLine say;  ///< empty: nobody waits for single lines
  std::string pupil;
  std::string by;
  std::string value;
  double rate = 1.0;
  CertificateOptions certificate;
  std::string folder;  ///< of a site that is to be made
  NewSite fresh;
  std::string name;
  std::string copy;  ///< a backup's file
  NewKiosk kiosk;
  ListOptions listed;
  ImportOptions import;
  ExportOptions exported;
  RejectedMark rejected{"", {"", "am"}, ""};
  PupilExportOptions subject;
  int year = 0;  ///< of the census
  NewStaff staff;
  ActingOptions acting;
  SessionChoice session{"", "am"};
  MarkOptions mark;
  NoticeOptions notice;
  SettingOptions setting;
  ExplainOptions explain;
  ReportOptions report;
  Action action;
  Action first;         ///< done in the shell, before the office hears of it; may be empty
  Action kept_as;       ///< the file of a folder that is to hold what is exported; may be empty
  Beginning beginning;  ///< a command that needs no site yet
};

/// A command of `app`, done by `action`.
CLI::App* command(CLI::App& app, Line& line, const char* name, const char* help, Action action);
void add_format(CLI::App* app, Line& line);

void add_accounts(CLI::App& app, Line& line);
void add_readers(CLI::App& app, Line& line);
void add_staff_keys(CLI::App& app, Line& line);
void add_certificates(CLI::App& app, Line& line);
void add_cards(CLI::App& app, Line& line);
void add_evacuation(CLI::App& app, Line& line);
void add_releases(CLI::App& app, Line& line);
void add_calls(CLI::App& app, Line& line);
void add_collectors(CLI::App& app, Line& line);
void add_leave(CLI::App& app, Line& line);
void add_cases(CLI::App& app, Line& line);
void add_letters(CLI::App& app, Line& line);
void add_roll_calls(CLI::App& app, Line& line);
void add_take_back(CLI::App& app, Line& line);
/// Below `staff`.
void add_staff_card(CLI::App& staff, Line& line);

}  // namespace handbell::admin
