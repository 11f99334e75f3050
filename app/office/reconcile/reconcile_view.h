// What the page Reconcile says, already in words and figures; nothing here is escaped.
#pragma once

#include "app/office/page/form.h"

#include <string>
#include <vector>

namespace handbell::office {

/// A child of one session whose register and door differ.
struct OpenLine {
  std::string key;    ///< "am-17", once on the page
  std::string pupil;  ///< Handbell's number
  std::string name;
  std::string class_name;
  std::string half;               ///< "am"
  std::string session;            ///< "Morning"
  std::string seen;               ///< what stood on both sides when this was shown
  bool missing_in_class = false;  ///< marked absent, and came to the door: find the child
  std::string code;               ///< what stands in the register
  std::string code_name;
  std::string written;            ///< "J Okoro, Class teacher, at 08:44"
  std::string reason;             ///< of the mark
  std::string arrived;            ///< "08:52"
  std::string door;               ///< what the door saw, a sentence
  std::string where;              ///< where the child is now, as far as anybody knows
  std::vector<std::string> told;  ///< what the family told us of this session
  std::string suggested;          ///< "L"
  std::string suggestion;         ///< "Suggest L: card at 08:52, before the register closed (D09)."
  std::vector<Choice> ready;      ///< reasons that stand ready, each with its code
  std::vector<Choice> codes;      ///< that this person may set
  std::string way;                ///< as typed: which reason was chosen
  std::string own_code;
  std::string own_reason;
  bool typed_in = false;  ///< the form came back: it is shown open
};

/// One that a person settled.
struct SettledLine {
  std::string key;
  std::string pupil;
  std::string name;
  std::string class_name;
  std::string half;
  std::string session;
  std::string was;  ///< "/"
  std::string is;   ///< "L"
  std::string arrived;
  std::string why;
  std::string who;
  std::string when;
  std::string entry;  ///< what undoing takes back
  bool may_undo = false;
};

/// Another day that still has open ones.
struct OtherDay {
  std::string day;
  std::string date;
  int open = 0;
};

struct ReconcileView {
  std::string day;
  std::string date;  ///< "Monday 12 January 2026"
  std::string previous;
  std::string next;  ///< empty on today
  bool is_today = true;
  std::vector<OpenLine> open;  ///< those to be found first
  std::vector<SettledLine> settled;
  std::vector<OtherDay> earlier;
  std::size_t different = 0;   ///< sessions of the day that the other register tells otherwise
  std::string other_register;  ///< the other system's name where that one is the legal register
};

}  // namespace handbell::office
