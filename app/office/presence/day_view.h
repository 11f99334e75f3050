// What the page of a day says: who is still here, whom the close put out, and what moved.
#pragma once

#include <string>
#include <vector>

namespace handbell::office {

struct CloseLine {
  std::string pupil;
  std::string name;
  std::string class_name;
  std::string where;          ///< the place that the child has, or had before the close
  std::string evidence;       ///< how we know
  std::string may_collect{};  ///< "Nadia Khan (Mother); Ali Khan"; for those who read the lists
  std::string may_not{};      ///< in the same words
  bool alone = false;         ///< not everybody may collect: answered by itself
};

struct LogLine {
  std::string entry;
  std::string time;
  std::string what;
  std::string by;
  std::string address;  ///< of the group or the child
  bool taken_back = false;
  bool may_undo = false;
};

struct PresenceDayView {
  std::string day;
  std::string date;
  std::string previous;
  std::string next;  ///< empty on today
  std::string closes_at;
  bool is_today = true;
  bool late = false;    ///< from 16:00: whoever is still here is named
  bool closed = false;  ///< the close has put out whoever was left
  bool may_tell = false;
  std::vector<CloseLine> here;  ///< still here, or put out by the close
  std::vector<LogLine> log;     ///< newest first
  std::string time;             ///< as typed
  std::string with;
};

}  // namespace handbell::office
