// What the page Cards says, already in words; nothing here is escaped.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace handbell::office {

/// The card on the desk reader.
struct CardOnDesk {
  std::string number;  ///< as issued; empty: none lies there
  std::string masked;
  std::string words;  ///< whose it is, or why it can be nobody's
  std::string pupil;  ///< whose it is: the number of the child's page
  bool free = false;  ///< may be given to somebody
};

struct NeedsCardLine {
  std::string pupil;
  std::string name;
  std::string class_name;
  bool has_family = false;
};

struct CardsView {
  std::vector<std::string> readers;  ///< a sentence for each, empty: none is connected
  CardOnDesk card;
  bool several = false;
  std::vector<std::pair<std::string, int>> classes;  ///< with how many lack a card
  std::size_t chosen = 0;                            ///< the place of the list's class
  std::vector<NeedsCardLine> lines;
  [[nodiscard]] std::string class_name() const {
    return chosen < classes.size() ? classes[chosen].first : "";
  }
  int with_card = 0;  ///< of the class
};

}  // namespace handbell::office
