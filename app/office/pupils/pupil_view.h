// What the page of one pupil says, already in words and figures; nothing here is escaped.
#pragma once

#include "app/base/session_id.h"
#include "app/office/page/form.h"

#include <optional>
#include <string>
#include <vector>

namespace handbell::office {

/// One session of the year's grid.
struct GridCell {
  std::string letter;  ///< "/", "L", "•" where this person may not see which; empty: no mark
  std::string name;    ///< "Present in the morning"
  std::string place;   ///< where its history stands; empty for a session to come
  bool met = false;    ///< school met
  bool absent = false;
  bool late = false;
};

struct GridWeek {
  std::string monday;           ///< "12 Jan"
  std::vector<GridCell> cells;  ///< ten: Monday morning to Friday afternoon
};

struct PupilFigureLine {
  std::string what;
  std::string figure;
};

struct PupilCardLine {
  std::string number;  ///< as issued: the office types it again to revoke it
  std::string masked;
  std::string whose;  ///< "own card", "the family's"
  std::string issued;
  std::string revoked;  ///< a date, or empty
};

struct PupilContactLine {
  std::string place;  ///< in the list
  std::string name;
  std::string relationship;
  std::string phones;
  std::string may;  ///< "may collect", "may not collect", with a court order's note
  bool warning = false;
};

struct PupilView {
  std::string id;
  std::string name;
  std::string roll_name;  ///< where the child is called otherwise
  std::string class_name;
  std::string year_group;
  std::string born;
  std::string admission_number;
  std::string upn;  ///< with what is wrong with it, where something is
  std::string on_roll;
  std::string language;
  std::string expected;                                       ///< "full time", or the sessions
  std::vector<std::string> flags;                             ///< see-office and the like, in words
  std::vector<std::pair<std::string, std::string>> siblings;  ///< id and name
  std::string year;                                           ///< "2025/26"
  std::vector<std::pair<std::string, std::string>> years;     ///< address and words of others
  std::vector<GridWeek> weeks;
  std::vector<PupilFigureLine> figures;
  std::vector<PupilCardLine> cards;
  std::vector<PupilContactLine> contacts;
  bool shows_contacts = false;
  bool may_edit = false;      ///< office and head: cards
  bool may_change = false;    ///< and DSL: what is entered, contacts, siblings
  bool may_see_case = false;  ///< whoever sees every class
  bool has_family = false;
  std::string groups;      ///< that this person may see, in words
  bool may_group = false;  ///< head, DSL, champion: the groups for analysis
  bool may_copy = false;   ///< head and DSL: everything that is held, for whoever asks to see it
};

/// One entry of a mark's history.
struct HistoryLine {
  std::string was;  ///< "–" for the first
  std::string is;
  std::string why;
  std::string when;
  std::string who;
  std::string source;
};

struct MarkView {
  std::string pupil;
  std::string name;
  std::string class_name;
  std::string session;  ///< "Monday 12 January 2026, morning"
  std::string day;
  std::string half;
  std::string seen;  ///< the number of the entry that stood when this was shown; "0"
  std::vector<HistoryLine> history;
  std::vector<std::string> door;  ///< what the door saw, a sentence each
  bool hidden = false;            ///< a code stands that this person may not see
  std::vector<Choice> codes;      ///< that this person may set; none: no form
  std::string code;               ///< as typed
  std::string reason;
};

}  // namespace handbell::office
