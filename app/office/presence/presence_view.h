// What the page Presence says, already in words and figures; nothing here is escaped.
#pragma once

#include "app/office/page/form.h"

#include <string>
#include <vector>

namespace handbell::office {

struct PlaceCount {
  std::string key;  ///< of the place, as addresses have it
  std::string name;
  int children = 0;
};

/// One class: as many children at each place.
struct ClassPlaces {
  std::string name;
  std::string address;  ///< of its children on this page
  int children = 0;
  std::vector<int> at;  ///< in the order of the counts
};

struct PlaceLine {
  std::string pupil;
  std::string name;
  std::string class_name;
  std::string where;     ///< "In school since 08:41"
  std::string look;      ///< key of the place
  std::string company;   ///< with whom, why, back by when
  std::string evidence;  ///< how we know
  std::string alert;     ///< what has to be looked into
};

struct PresenceView {
  std::string day;
  std::string date;
  std::string time;  ///< "10:15"
  bool is_today = true;
  bool is_now = true;
  std::string previous;
  std::string next;  ///< empty on today
  std::vector<PlaceCount> counts;
  std::vector<PlaceLine> look_for;  ///< those in doubt
  std::vector<ClassPlaces> classes;
  std::vector<PlaceLine> children;  ///< as chosen
  std::string typed_at;             ///< as asked, also where it is no time
  std::string class_name;           ///< chosen, or empty
  std::string place;
  std::string name;  ///< typed, or empty
  std::vector<Choice> class_choices;
  std::vector<Choice> place_choices;
  bool may_move = false;  ///< this person tells where children are
};

}  // namespace handbell::office
