// What stands on the pages of attendance, ready to be laid out.
#pragma once

#include "app/office/page/form.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace handbell::office {

/// One suggestion about a child.
struct SuggestionLine {
  std::string key;    ///< "stage-3"
  std::string words;  ///< "Stage 3"
  std::string look;   ///< of its tag
  bool is_new = false;
  std::vector<std::string> sentences;
  std::string sheet;  ///< "meeting": a sheet of paper that belongs to it; may be empty
  std::string with;   ///< whose it is to look after; empty: nobody's
  std::string aside;  ///< "dismissed until it gets worse"; empty: it stands
  std::string why;    ///< the reason of that, with who and when
  std::string worse;  ///< what makes it worse
  friend bool operator==(const SuggestionLine&, const SuggestionLine&) = default;
};

struct AttendanceRow {
  std::string pupil;  ///< Handbell's number
  std::string name;
  std::string class_name;
  std::vector<SuggestionLine> reasons;        ///< those that stand
  std::string rate;                           ///< "92.4 %"
  std::string missed;                         ///< "22 of 290 missed", and how many of these wait
  std::string last_year;                      ///< "95.1 %, 18 of 370 missed"; "–"
  std::vector<std::optional<double>> course;  ///< per cent by month
  std::string course_words;
};

/// What was dismissed or put off, and stands no more for now.
struct AsideLine {
  std::string pupil;
  std::string name;
  std::string class_name;
  SuggestionLine reason;
};

struct FilterLink {
  std::string value;  ///< of `of`
  std::string words;
  int count = 0;
};

/// What the list is asked for; what is not known is as if it were not asked.
struct AttendanceAsked {
  std::string of;          ///< a suggestion's key, "new", "mine"; empty: all
  std::string class_name;  ///< empty: all
  std::string group;       ///< empty: all
  std::string sort;        ///< "missed", "rate", "name", "class"
};

struct AttendanceView {
  std::string day;
  std::string national;  ///< a sentence; empty where nobody typed it in
  AttendanceAsked asked;
  std::vector<FilterLink> filters;
  std::vector<Choice> classes;
  std::vector<Choice> groups;
  std::vector<AttendanceRow> fresh;  ///< something of it is new since last week
  std::vector<AttendanceRow> rest;
  std::vector<AttendanceRow> quiet;  ///< by small numbers alone
  std::vector<AsideLine> aside;
  int children = 0;  ///< with a suggestion that stands, whatever is asked for
};

struct AnswerView {
  std::string pupil;
  std::string name;
  std::string class_name;
  std::string rate;
  std::string missed;
  std::string last_year;
  std::vector<std::pair<std::string, std::optional<double>>> months;
  std::vector<std::string> month_words;  ///< "92.4 % of 38"
  std::vector<SuggestionLine> reasons;   ///< those that stand and those set aside
  std::vector<Choice> staff;
  std::vector<std::string> chosen;  ///< keys
  std::string answer;
  std::string until;
  std::string given_to;
  std::string reason;
};

}  // namespace handbell::office
