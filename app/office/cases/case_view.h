// What the pages of a child's case say, already in words and figures; nothing here is escaped.
#pragma once

#include "app/office/page/form.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace handbell::office {

/// An address of ours with its words.
using Way = std::pair<std::string, std::string>;

/// Something to be done, and where.
struct CaseTodo {
  std::string day;    ///< "Monday 12 January 2026"
  std::string words;  ///< a sentence
  std::string state;  ///< "overdue", "today", "to come"
  std::string look;   ///< the colour of it
  Way way;
  std::string tell;  ///< of a social worker's task: its key; else empty
};

/// One step of the case in its time line.
struct CaseLine {
  std::string day;                 ///< "Monday 12 January 2026"
  std::string what;                ///< "Attendance meeting"
  std::string state;               ///< "held"; empty: none
  std::string look;                ///< its colour
  std::vector<std::string> words;  ///< a sentence or a fact each
  std::string by;                  ///< who wrote it down, when
  std::string back;                ///< who took it back, when and why; empty: it stands
  std::vector<Way> ways;           ///< what may be done with it
};

struct CaseView {
  std::string pupil;
  std::string name;
  std::string class_name;
  bool whole = false;  ///< this person sees all of the case
  bool open = false;
  std::string left;  ///< where the child is not on roll today
  std::vector<CaseTodo> due;
  std::vector<CaseTodo> ahead;
  std::vector<std::pair<std::string, std::string>> figures;
  std::vector<std::string> reasons;  ///< what the register suggests, a sentence each
  std::vector<std::string> penalty;  ///< the threshold, in sentences
  std::vector<std::pair<std::string, std::string>> parents;  ///< name, and what comes next
  std::vector<CaseLine> lines;                               ///< newest first
  std::vector<Way> steps;                                    ///< what may be written down
  std::vector<Way> papers;                                   ///< to print
};

/// A case in the list.
struct CaseRow {
  std::string pupil;
  std::string name;
  std::string class_name;
  std::string last;  ///< "Contract meeting, Friday 9 January 2026"
  std::string next;  ///< what is due
  std::string by_when;
  std::string state;
  std::string look;
};

struct CasesView {
  std::string date;
  std::vector<CaseRow> open;  ///< what is due first
  std::vector<CaseRow> closed;
};

/// A form of the case, as it is shown or comes back.
struct StepView {
  std::string pupil;
  std::string name;
  std::string class_name;
  std::string doing;  ///< "contact", "meeting", "contract", "decision", "notice"
  std::string of;     ///< the entry that began it; "0"
  std::string about;  ///< what it goes on with; empty: it begins
  std::vector<Way> steps;
  std::vector<Choice> parents;
  std::vector<Choice> abouts;                ///< what this person may decide about
  std::vector<std::string> facts;            ///< beside the form: figures to think with
  std::map<std::string, std::string> typed;  ///< by field

  [[nodiscard]] std::string value(const std::string& field) const {
    const auto at = typed.find(field);
    return at == typed.end() ? "" : at->second;
  }
};

/// One text to copy, with its tick.
struct CopyText {
  std::string kind;  ///< "email", "cpoms"
  std::string heading;
  std::string title;
  std::string words;
  std::string assignee;
  std::string done;  ///< who ticked it and when; empty: nobody
};

struct TextsView {
  std::string pupil;
  std::string name;
  std::string class_name;
  std::string meeting;  ///< the entry that began it
  std::string about;
  std::vector<CopyText> texts;
  std::string reply_to;      ///< the address that families write to, as set or typed
  bool may_address = false;  ///< may set another
};

/// Taking an entry back.
struct UndoView {
  std::string pupil;
  std::string name;
  std::string entry;
  CaseLine line;
  std::string reason;
};

}  // namespace handbell::office
