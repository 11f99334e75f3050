// What the page of one child's day says, already in words; nothing here is escaped.
#pragma once

#include "app/office/page/collect_parts.h"

#include <string>
#include <vector>

namespace handbell::office {

/// One fact: of the door, or told by somebody.
struct ChildFact {
  std::string time;  ///< "08:52"; empty: not known yet
  std::string what;
  std::string by;       ///< the author, or "Door"
  std::string back;     ///< who took it back, when and why; empty: it stands
  std::string address;  ///< of a group's page; empty otherwise
  std::string entry;
  std::string journal;
  std::string ready_reason;  ///< for taking it back
  bool may_undo = false;
};

/// As typed, where a form comes back.
struct ChildTyped {
  std::string time;
  std::string with;
  std::string back_by;
  std::string reason;
  std::string checked;
  std::string despite;
};

struct ChildDayView {
  std::string pupil;
  std::string name;
  std::string class_name;
  std::string day;
  std::string date;
  std::string where;
  std::string doubt;  ///< what has to be looked into; may be empty
  std::string previous;
  std::string next;  ///< empty on today
  bool is_today = true;
  bool may_tell = false;
  std::vector<ChildFact> facts;  ///< as they happened
  ChildTyped seen;
  ChildTyped left;
  CollectWords collect;        ///< empty lists for those who do not read them
  bool asks_who = false;       ///< somebody is listed who may collect, or may not
  bool leaves_alone = false;   ///< not everybody may collect
  bool may_answer_it = false;  ///< and this person answers for such a child
};

}  // namespace handbell::office
