// What the page Out of school says, already in words and figures; nothing here is escaped.
#pragma once

#include "app/office/page/collect_parts.h"

#include <string>
#include <vector>

namespace handbell::office {

/// A child whom somebody asks for, with what the lists say. It stands on the office's screen alone.
struct OutChild : CollectWords {
  std::string key;    ///< of the request
  std::string pupil;  ///< Handbell's number
  std::string class_name;
};

/// What was typed into a form that comes back.
struct OutTyped {
  std::string told;
  std::string adult;
  std::string checked;
  std::string despite;
  std::string back_by;
  std::string reason;
};

/// Whoever asked, once: siblings stand together.
struct OutRequest {
  std::string key;  ///< once on the page
  std::vector<OutChild> children;
  std::string asked;                ///< "Mum asked at 14:02, 6 minutes ago."
  std::string why;                  ///< "Appointment, back today."
  std::string appointment;          ///< that the family told us of; may be empty
  std::vector<std::string> so_far;  ///< what was answered
  std::string undo;                 ///< the entries that taking back the last step takes back
  std::string undone;               ///< which step that is
  std::string adult;                ///< who was checked
  bool waits = true;                ///< neither granted nor refused
  bool may_tell = false;
  bool granted = false;
  bool back_today = false;
  bool asks_anew = false;  ///< the grant's reason does not answer what stands against it now
  std::vector<std::string> chosen;  ///< keys of children that are ticked
  std::string step;                 ///< of the form that came back; empty: none
  OutTyped typed;
};

/// Somebody who left today.
struct OutNowLine {
  std::string pupil;
  std::string name;
  std::string class_name;
  std::string words;      ///< "Out since 11:20, back by 12:30."
  std::string note;       ///< with whom, why
  std::string afternoon;  ///< what to enter where the child is not back (D18); may be empty
  bool overdue = false;
};

/// A request that was answered for good.
struct AnsweredLine {
  std::string name;
  std::string class_name;
  std::string asked;
  std::string answered;  ///< "Handed over to Nadia Khan at 14:10, photo ID."
  std::string by;
  std::string undo;
};

struct CollectorLine {
  std::string entry;
  std::string day;   ///< "2026-01-12"
  std::string date;  ///< "today", "Tuesday 13 January 2026"
  std::string name;
  std::string class_name;
  std::string adult;
  std::string told;
  std::string despite;
};

struct FoundLine {
  std::string pupil;
  std::string name;
  std::string class_name;
};

struct OutView {
  std::string date;
  bool may_write = false;
  std::vector<OutRequest> requests;
  std::vector<OutNowLine> out;
  std::vector<AnsweredLine> answered;
  std::vector<CollectorLine> collectors;
  std::string searched;  ///< what was typed
  bool has_searched = false;
  std::vector<FoundLine> found;
};

/// One child: to be let go without a request at the door, and who may collect for one day.
struct OutChildView {
  OutChild child;
  std::string where;
  std::string open;  ///< the key of a request that is open already
  std::vector<Choice> reasons;
  OutTyped typed;
  std::string why;
  std::string day;
  std::string today;
  std::string relationship;
  std::string collector;
  std::string told_by;
  std::string told_how;
  std::string collector_despite;
  std::vector<CollectorLine> collectors;
};

}  // namespace handbell::office
