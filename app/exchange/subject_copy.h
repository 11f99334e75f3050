// Everything that Handbell holds about one pupil, for a parent who asks to see it (formats F10).
//
// The record, every entry of the register with what it replaced, what the doors saw, the contacts;
// what other parts keep (calls, meetings, documents) comes as tables. Names of other children and
// of adults other than the one who asks are taken out, other contacts' numbers too; court orders
// are kept back for a person to decide. Whoever hands the copy over reads it first.
#pragma once

#include "app/exchange/export_stamp.h"
#include "app/register/contact.h"
#include "app/register/mark_history.h"
#include "app/register/school.h"
#include "app/register/staff_card_holders.h"

#include <optional>
#include <string>
#include <vector>

namespace handbell::exchange {

inline constexpr std::string_view kKeptBack = "[kept back: ask the school]";

struct SubjectColumn {
  std::string name;
  bool names_people = false;  ///< typed by people: names of others are taken out
};

struct SubjectTable {
  std::string name;   ///< "marks", for files
  std::string title;  ///< "Register", for people
  std::vector<SubjectColumn> columns;
  std::vector<std::vector<std::string>> rows;  ///< as wide as the columns
};

struct SubjectData {
  PupilId pupil;
  reg::MarkHistory marks;               ///< every entry; other pupils' are passed over
  std::vector<reg::SeenEvent> events;   ///< of the doors; other pupils' are passed over
  std::vector<reg::Contact> contacts;   ///< likewise
  std::vector<SubjectTable> further{};  ///< calls, meetings, documents
  reg::StaffCardHolders staff_cards{};  ///< who took something back at a door
};

struct SubjectRequest {
  std::optional<int> asked_by;        ///< the place in the contacts; none: an adult not listed
  std::vector<std::string> adults;    ///< names to be taken out: staff, other families
  std::vector<std::string> no_names;  ///< words that a person found to be no names
};

/// A word that was taken out: for the office, never for the copy.
struct Removal {
  std::string table;
  std::size_t row = 0;  ///< from 1
  std::string column;
  std::string word;
  friend bool operator==(const Removal&, const Removal&) = default;
};

struct SubjectCopy {
  ExportStamp stamp;
  std::string pupil_name;
  std::vector<SubjectTable> tables;
  std::vector<Removal> removed;
};

/// Fault: pupil_unknown, naming Handbell's own number.
[[nodiscard]] Result<SubjectCopy> subject_copy(const reg::School& school, const SubjectData& data,
                                               const SubjectRequest& request,
                                               const ExportStamp& stamp);

}  // namespace handbell::exchange
