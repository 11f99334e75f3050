// What the page Roll call says, already in words and figures; nothing here is escaped.
//
// Of a child it says the name and where he has to stand, and nothing else: in a fire whoever stands
// at the assembly point needs every class.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace handbell::office {

struct RollRow {
  std::string id;  ///< Handbell's own number
  std::string name;
  std::string note;      ///< "At the door, not yet seen", "with Ms Hill"; may be empty
  bool wanted = false;   ///< has to stand at the assembly point
  bool ticked = false;   ///< seen, or with an adult; or as typed
  bool known = false;    ///< seen, or with an adult, whatever was typed
  std::string with;      ///< the adult, of who was ticked so; or as typed
  std::string said;      ///< "Seen 12:31, J Okoro"; empty: nobody said anything
  std::string conflict;  ///< who says otherwise; may be empty
  std::string error;
};

struct RollClassView {
  std::string name;  ///< empty: here, and in no class
  std::vector<RollRow> in;
  std::vector<RollRow> elsewhere;
  std::vector<RollRow> out;
  int seen = 0;  ///< of `in`
};

struct RollView {
  std::string day;    ///< "2026-01-12"
  std::string date;   ///< "Monday 12 January 2026"
  std::string as_of;  ///< "12:30"
  std::string doors;  ///< who made the doors say "Leave the building", and when; empty: they do not
  std::uint64_t call = 0;  ///< the entry that began it; 0: none runs
  bool real = false;
  std::string begun;  ///< "Begun 12:30 by R Patel, Office"
  std::string last;   ///< of one that ended today; may be empty
  int wanted = 0;
  int seen = 0;
  std::vector<RollClassView> classes;
  std::string sent;          ///< "Register of Owls sent 08:47"; empty: none was sent today
  std::int64_t sent_ms = 0;  ///< when
};

/// One that was held, in words.
struct PastRoll {
  std::string date;
  std::string kind;
  std::string begun;
  std::string by;
  std::string ended;  ///< empty: nobody ended it
  std::string minutes;
  int in = 0;
  int seen = 0;
  int not_seen = 0;
  int found = 0;
};

}  // namespace handbell::office
