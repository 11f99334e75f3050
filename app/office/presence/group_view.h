// What the pages of a group say, already in words; nothing here is escaped.
#pragma once

#include <string>
#include <vector>

namespace handbell::office {

struct ListLink {
  std::string address;
  std::string words;
  std::string hint;
};

/// Which group? Then: whose list?
struct GroupChooseView {
  std::string way;    ///< chosen, or empty
  std::string title;  ///< "Trip leaves"
  std::vector<ListLink> out;
  std::vector<ListLink> in;
  std::vector<ListLink> saved;       ///< of the way: known groups, or who is away
  std::vector<std::string> classes;  ///< to be chosen, unless it is a return
  bool returns = false;
  bool by_class = false;
};

struct TickLine {
  std::string id;
  std::string name;
  std::string class_name;
  std::string where;
  bool likely = false;  ///< where somebody is who may move so
  bool ticked = false;
  bool alone = false;     ///< not everybody may collect: answered by itself
  std::string may_not{};  ///< "Omar Khan (Uncle)": who may not collect; for who reads the lists
};

struct GroupTickView {
  std::string way;
  std::string title;
  std::string from;                  ///< the movement whose list it is, or empty
  std::vector<std::string> classes;  ///< whose children stand in the list
  std::vector<std::string> more;     ///< classes that can be added
  std::string name;
  std::string in_charge;
  std::string time;
  std::string back_by;
  std::string belongs;  ///< "all", "ticked"
  bool out = true;
  bool returns = false;
  bool trip = false;
  bool asks_back_by = false;
  std::vector<TickLine> lines;
};

/// What moved, afterwards.
struct MovedChild {
  std::string id;
  std::string name;
  std::string class_name;
  std::string where;
  bool left_behind = false;
};

struct GroupMovedView {
  std::string entry;
  std::string day;
  std::string title;  ///< "Museum (trip) left at 09:30"
  std::string told;   ///< by whom, with whom, back by when
  bool taken_back = false;
  bool may_undo = false;
  std::vector<MovedChild> ticked;
  std::vector<MovedChild> not_ticked;  ///< left behind first
  std::string back_address;            ///< of the list of its return; empty where there is none
};

}  // namespace handbell::office
