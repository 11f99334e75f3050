// The page "Who read what", from its view alone.
#pragma once

#include "app/office/page/page_layout.h"

#include <optional>
#include <string>
#include <vector>

namespace handbell::office {

struct AuditRow {
  std::string at;     ///< "12 January 2026, 09:10"
  std::string who;    ///< "R Patel, Office"
  std::string what;   ///< "history of a mark"
  std::string child;  ///< full name, or empty: of several
  std::string words;
};

struct AuditView {
  std::string from;            ///< as typed
  std::string to;              ///< as typed
  std::string pupil;           ///< the id, or empty: of all
  std::string of_child;        ///< the name of that pupil
  std::string who;             ///< the key of a person, or empty: of all
  std::string kind;            ///< the number of a kind, or empty: of all
  std::vector<Choice> pupils;  ///< those of these days, and the one that is chosen
  std::vector<Choice> people;
  std::vector<Choice> kinds;
  std::vector<AuditRow> rows;
  std::size_t most = 0;  ///< where that many are shown there may be more
};

[[nodiscard]] Html audit_page(const AuditView& view, PageFrame frame);

}  // namespace handbell::office
