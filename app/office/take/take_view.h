// What the page Register says, already in words and figures; nothing here is escaped.
//
// Codes other than / L N never stand on it, and no reason does: a class teacher learns that a child
// is away and that this is known (D48).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace handbell::office {

/// "" says something, "blue" is known, "amber" and "red" want somebody to look.
struct TakeNote {
  std::string words;
  std::string look{};
};

struct TakeRow {
  std::string id;  ///< Handbell's own number
  std::string name;
  std::string said;  ///< "present", "late", "not-here", or empty
  std::vector<TakeNote> notes;
  bool unseen = false;  ///< at the door: "Seen" is offered
  std::string doubt;    ///< after a register that was not sent: why somebody should look
  std::string error;
};

struct ClassLine {
  std::string address;
  std::string name;
  int children = 0;
  TakeNote state;  ///< "Sent at 08:38", "Not sent"
};

struct TakeSent {
  std::string at;
  std::string by;
  int present = 0;
  int late = 0;
  int not_here = 0;
};

struct TakeView {
  std::string class_name;
  std::string address;  ///< of this class and session
  std::string day;      ///< "2026-01-12"
  std::string half;     ///< "am"
  std::string session;  ///< "Monday 12 January 2026, morning"
  std::string times;    ///< "Taken by 08:40, closes at 09:00."
  std::string other;    ///< address of the other session; empty: it has not begun
  std::string classes;  ///< address of the choice of classes; empty: there is none
  TakeNote alert;       ///< the register is missing; empty where it is not
  std::string closed;   ///< why there is no register; empty where there is one
  std::vector<TakeRow> rows;
  std::optional<TakeSent> sent;
  bool again = false;  ///< sent, and taken once more
  std::string known;   ///< which sending the page knows of; "0": none
  std::string upto;    ///< the newest entry that it knows of
  std::string headcount;
  std::string reason;
};

/// One child of a register that was sent.
struct ChangeView {
  TakeRow row;
  std::string class_name;
  std::string address;
  std::string day;
  std::string half;
  std::string session;
  std::string stands;  ///< "not here"
  std::string upto;
  std::string reason;
};

}  // namespace handbell::office
