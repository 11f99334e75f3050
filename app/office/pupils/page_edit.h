// The forms of a pupil: what is entered, and one contact.
#pragma once

#include "app/office/page/page_layout.h"

#include <string>
#include <vector>

namespace handbell::office {

struct LikelyLine {
  std::string id;
  std::string name;
  std::string why;
};

/// What was changed in the record, in words.
struct ChangeLine {
  std::string when;
  std::string what;
  std::string was;
  std::string is;
  std::string why;
  std::string who;
};

struct EditView {
  std::string id;
  std::string name;
  std::string language;
  std::vector<std::string> flags;  ///< "see-office", "never-show", "hide-siblings", "social-worker"
  std::string reason;              ///< as typed, where the form comes back
  std::vector<std::string> family;  ///< brothers and sisters
  std::vector<LikelyLine> likely;
  std::vector<ChangeLine> changes;  ///< newest first
};

struct ContactView {
  std::string id;
  std::string child;
  std::string place;  ///< in the list as it stands; empty: a new one
  std::string seen;   ///< what the form saw there
  int count = 0;      ///< how many there are
  std::string order;  ///< to be rung as this one
  std::string name;
  std::string relationship;
  std::string first_phone;
  std::string second_phone;
  std::string court_order;
  std::vector<std::string> rights;  ///< "collect", "responsibility"
};

[[nodiscard]] Html edit_page(const EditView& view, PageFrame frame);
[[nodiscard]] Html contact_page(const ContactView& view, PageFrame frame);

}  // namespace handbell::office
