// What the pages say on which the office types who came and who goes, already in words.
#pragma once

#include "app/office/page/form.h"

#include <string>
#include <utility>
#include <vector>

namespace handbell::office {

/// Finding the child: by a part of the name, or in a class.
struct DeskSearchView {
  std::string page;  ///< "/today/arrived"
  std::string title;
  std::string typed;
  std::string class_name;
  bool searched = false;
  struct Found {
    std::string pupil;
    std::string name;
    std::string class_name;
    std::string where;
  };
  std::vector<Found> found;
  bool more = false;
  std::vector<std::pair<std::string, int>> classes;
};

/// A child, or a brother or sister who may have come too.
struct DeskChild {
  std::string pupil;
  std::string name;
  std::string class_name;
  std::string where;  ///< "On site since 08:40"
  bool ticked = false;
};

struct ArrivedChild {
  DeskChild who;
  std::string words;     ///< what the time earns, with its reason
  std::string standing;  ///< "/ by J Okoro, Class teacher, at 08:45"; empty: no mark
  bool urgent = false;   ///< not expected on site (D06)
  std::vector<Choice> marks;
  std::string mark;  ///< the chosen one
  std::string seen;  ///< names what the words say: a later look may find another mark
};

struct ArrivedView {
  std::string first;  ///< the child by whom the page was opened
  std::vector<ArrivedChild> children;
  std::string at;    ///< "08:52", as typed
  std::string said;  ///< key of the door's reason
  std::vector<Choice> reasons;
  std::string why;
};

/// A child who is not let go on this page: why, and the page that does.
struct GoingElsewhere {
  std::string words;  ///< "Not everybody may collect Ben Ross."
  std::string address;
  std::string link;
};

struct GoingView {
  std::string first;
  std::vector<DeskChild> children;
  std::vector<GoingElsewhere> elsewhere;
  bool asks_who = false;  ///< somebody is listed for one of them
  std::string at;
  std::string reason;
  std::vector<Choice> reasons;
  std::string with;
  std::string back;
};

}  // namespace handbell::office
