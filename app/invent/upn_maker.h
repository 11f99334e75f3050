// Numbers for invented children: valid by their check letter, and nobody's.
//
// They name local authorities 990 to 995, which do not exist, so that no number here can be that of
// a real child.
#pragma once

#include "app/base/upn.h"
#include "app/invent/chance.h"

#include <map>
#include <set>
#include <string>

namespace handbell::invent {

class UpnMaker {
 public:
  explicit UpnMaker(Chance& chance) : chance_(chance) {}

  /// The next that our school gives in `year`. Invariant: 999 a year at most.
  [[nodiscard]] Upn ours(int year);
  /// The next temporary one: it ends with a letter.
  [[nodiscard]] Upn temporary(int year);
  /// One that another school gave in `year`, none like it before.
  [[nodiscard]] Upn elsewhere(int year);

 private:
  Chance& chance_;
  std::map<int, int> given_;
  std::map<int, int> temporary_;
  std::set<std::string> foreign_;
};

}  // namespace handbell::invent
