// A list that was kept on paper while the machines were off: many children at once, each with a
// time.
//
// Typed row by row, or pasted as lines ("08:52 Amira Khan"). Nothing is written before each row was
// looked at: whom it means, what the time earns, or what is wrong with it. Then all are written in
// one go, or none.
#pragma once

#include "app/office/today/arrived_form.h"

#include <string>
#include <vector>

namespace handbell::office {

inline constexpr std::size_t kMostPaperRows = 100;
inline constexpr std::size_t kFewestPaperRows = 20;

/// As it was typed.
struct PaperRow {
  std::string child;  ///< a name or an admission number
  std::string at;
  std::string why;
  std::string mark;  ///< chosen after the first look
  std::string seen;  ///< what was said then
};

/// "08:52 Amira Khan, overslept", "1002 8.52"; a row without a time where none stands there.
[[nodiscard]] PaperRow paper_row_of(const std::string& line);

/// The rows of the form, those of `lines` behind; none that is empty, at most kMostPaperRows.
[[nodiscard]] std::vector<PaperRow> paper_rows(const net::Fields& form);

/// The one child on roll who is meant, or in words what is wrong.
struct PaperChild {
  const reg::PupilRecord* pupil = nullptr;
  std::string wrong;
};
[[nodiscard]] PaperChild child_meant(const reg::School& school, const std::string& typed,
                                     SchoolDay day);

/// What a row becomes.
struct PaperLine {
  PaperRow row;
  std::string name;  ///< whom it means; empty: nobody
  std::string class_name;
  std::string words;
  std::string standing;
  bool urgent = false;
  std::vector<Choice> marks;
};

struct PaperTyped {
  SchoolDay day;          ///< of the list: today, or a school day before
  std::string day_typed;  ///< "2026-01-09"
  std::vector<PaperLine> lines;
  std::vector<ArrivedEntry> entries;  ///< one for each row, where nothing is wrong
  FormErrors errors;
  bool look_again = false;  ///< nothing is wrong, but a row says something new
};
/// Faults: those of reading.
[[nodiscard]] Result<PaperTyped> paper_typed(const Visit& visit, store::Register& held);

/// A form without anything.
[[nodiscard]] PaperTyped empty_paper(const Visit& visit);

/// `looked`: every row was looked at, and may be written.
[[nodiscard]] Html paper_page(const PaperTyped& typed, bool looked, PageFrame frame);

}  // namespace handbell::office
