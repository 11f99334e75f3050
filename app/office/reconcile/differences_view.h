// What the page of differences says, already in words and figures; nothing here is escaped.
#pragma once

#include <string>
#include <vector>

namespace handbell::office {

/// A session of a child of which the two registers say different things.
struct DifferenceLine {
  std::string entry;  ///< that keeps what the other register said
  std::string seen;   ///< the entry of ours that stood when this was shown
  std::string pupil;  ///< Handbell's number
  std::string name;
  std::string class_name;
  std::string day;      ///< "2026-01-12"
  std::string half;     ///< "am"
  std::string session;  ///< "Monday 12 January 2026, morning"
  std::string ours;     ///< "L (6 minutes)"; "•" where this person may not see it
  std::string written;  ///< "J Okoro, Class teacher: register"
  std::string theirs;
  std::string read;       ///< "marks.csv, imported on Monday 12 January 2026 at 16:02 by R Patel"
  bool may_take = false;  ///< this person may enter what the other register says
};

struct DifferencesView {
  std::string other;  ///< the other register's name; empty: Handbell is the legal one today
  int year = 0;       ///< in which the school year began
  bool is_this_year = true;
  std::vector<DifferenceLine> lines;
  std::size_t more = 0;  ///< that are not shown
};

}  // namespace handbell::office
