// Whether every blank text was erased rightly: named by an erasure entry, once its time had come.
//
// Erasures stand behind what they erase, so blanks are collected while histories are read, and
// compared at the end.
#pragma once

#include "app/journal/erasure.h"

#include <map>

namespace handbell::journal {

class BlankCheck {
 public:
  /// A blank entry was met.
  void blank(const Entry& entry);
  /// An erasure entry was met, under this number.
  void erasure(std::uint64_t number, const Erasure& erasure) { erasures_.emplace(number, erasure); }

  /// Faults: blank_unnamed, naming the blank entry; erasure_wrong, naming the erasure entry that
  /// names what is not blank, is not there, was too young, or was named before.
  [[nodiscard]] Status end() const;

 private:
  struct Blank {
    Retention retention = Retention::register_6_years;
    Instant at;
  };
  using Blanks = std::map<HistoryId, std::map<std::uint64_t, Blank>>;

  [[nodiscard]] static bool takes(const Erasure& erasure, Blanks& unnamed);

  Blanks blanks_;
  std::map<std::uint64_t, Erasure> erasures_;
};

}  // namespace handbell::journal
