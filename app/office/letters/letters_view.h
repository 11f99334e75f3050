// What the pages of letters say, in words and figures; nothing here is escaped.
#pragma once

#include "app/office/page/form.h"
#include "app/paper/letter_kind.h"

#include <map>
#include <string>
#include <vector>

namespace handbell::office {

/// A batch that was made within the last hour, or is on its way.
struct BatchLine {
  std::string number;
  std::string words;  ///< "Lateness letter, 12 children"
  std::string state;  ///< "3 of 12 made"
  bool done = false;
};

struct LettersView {
  std::vector<Choice> kinds;    ///< that this person makes
  std::vector<Choice> classes;  ///< with "" for nobody
  std::string kind;             ///< chosen; may be empty
  std::string class_name;
  std::string numbers;           ///< UPNs or admission numbers, as typed
  bool choosing = false;         ///< the children stand below
  std::vector<Choice> children;  ///< by number
  std::vector<std::string> chosen;
  bool of_child = true;
  bool invites = false;
  std::map<std::string, std::string> typed;  ///< of the meeting
  std::vector<BatchLine> batches;
  bool may_word = false;  ///< may change wordings and the logo

  [[nodiscard]] std::string of(const std::string& field) const {
    const auto at = typed.find(field);
    return at == typed.end() ? "" : at->second;
  }
};

struct BatchView {
  std::string number;
  std::string title;
  std::string state;
  std::size_t made = 0;
  std::size_t of = 0;
  bool on_its_way = false;
  bool done = false;
  bool may_be_sent = false;  ///< to families
};

struct WordingLine {
  std::string kind;
  std::string title;
  std::string state;  ///< "Handbell's wording"; "changed by A Noor, Headteacher, on ..."
};

/// What stands below the logo.
struct LogoView {
  bool held = false;
  std::string reason;                             ///< as typed, for a new one
  std::string why;                                ///< to take it away
  std::vector<std::vector<std::string>> history;  ///< when, who, why, what it is
};

struct FieldLine {
  std::string name;  ///< "{{first_name}}"
  std::string meaning;
};

struct WordingView {
  std::string kind;
  std::string title;
  std::string words;
  std::string reason;
  bool own = false;    ///< the school's
  std::string newest;  ///< the entry of the newest change; "0": none
  std::vector<FieldLine> fields;
  std::vector<std::vector<std::string>> history;  ///< when, who, why, what it is
};

}  // namespace handbell::office
