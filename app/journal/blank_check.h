// Whether every blank text was erased rightly: named by an erasure entry, once its time had come.
//
// Erasures stand behind what they erase, so blanks are collected while histories are read, and
// compared at the end.
#pragma once

#include "app/journal/erasure.h"

#include <map>
#include <set>

namespace handbell::journal {

class BlankCheck {
 public:
  /// A blank entry was met.
  void blank(const Entry& entry);
  /// A mark with its text was met that amends `original`: neither goes without the other (D39).
  void amends(const Entry& entry, std::uint64_t original) {
    amended_[entry.history].insert(original);
  }
  /// An erasure entry was met, under this number.
  void erasure(std::uint64_t number, const Erasure& erasure) { erasures_.emplace(number, erasure); }

  /// Faults: blank_unnamed, naming the blank entry; erasure_wrong, naming the erasure entry that
  /// names what is not blank, is not there, was too young, was named before, or was amended by what
  /// still has its text.
  [[nodiscard]] Status end() const;

 private:
  struct Blank {
    Retention retention = Retention::register_6_years;
    Instant at;
  };
  using Blanks = std::map<HistoryId, std::map<std::uint64_t, Blank>>;

  [[nodiscard]] bool takes(const Erasure& erasure, Blanks& unnamed) const;
  [[nodiscard]] bool is_amended(const HistoryId& history, std::uint64_t number) const;

  Blanks blanks_;
  std::map<HistoryId, std::set<std::uint64_t>> amended_;
  std::map<std::uint64_t, Erasure> erasures_;
};

}  // namespace handbell::journal
