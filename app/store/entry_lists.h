// What the entries of the register say stands where: each list is found again from them, and then
// compared with the one that is stored.
#pragma once

#include "app/journal/blank_check.h"
#include "app/register/presence_event.h"
#include "app/register/year_line.h"
#include "app/store/mark_places.h"

#include <map>
#include <optional>
#include <set>

namespace handbell::store {

class EntryLists {
 public:
  using Years = std::map<std::pair<int, PupilId>, reg::YearLine>;
  /// By entry; nothing where it stands at the day of what it takes back.
  using ToldDays = std::map<std::uint64_t, std::optional<SchoolDay>>;

  /// By entry; nothing where it is of the child whose entry it takes back.
  using CaseChildren = std::map<std::uint64_t, std::optional<PupilId>>;

  explicit EntryLists(const PlaceKey& key) : places_(key) {}

  /// The next entry. Faults: entry_garbled, erasure_wrong.
  [[nodiscard]] Status take(const journal::Entry& entry, journal::BlankCheck& blanks);

  [[nodiscard]] const MarkPlaces& places() const { return places_; }
  [[nodiscard]] const Years& years() const { return years_; }
  [[nodiscard]] const ToldDays& told() const { return told_; }
  [[nodiscard]] const CaseChildren& cases() const { return cases_; }
  [[nodiscard]] const std::set<std::uint64_t>& letters() const { return letters_; }
  [[nodiscard]] const std::set<std::uint64_t>& settings() const { return settings_; }

 private:
  [[nodiscard]] Status take_mark(const journal::Entry& entry, journal::BlankCheck& blanks);
  [[nodiscard]] Status take_told(const journal::Entry& entry);
  [[nodiscard]] Status take_letter(const journal::Entry& entry);
  [[nodiscard]] Status take_case(const journal::Entry& entry);
  [[nodiscard]] bool takes_case_back(const reg::TakenBack& back, const journal::Entry& entry) const;

  MarkPlaces places_;
  Years years_;
  ToldDays told_;
  CaseChildren cases_;
  std::set<std::uint64_t> case_numbers_;  ///< also of those whose text is blank
  std::set<std::uint64_t> letters_;
  std::set<std::uint64_t> settings_;
};

}  // namespace handbell::store
