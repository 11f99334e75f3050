// A subject access copy in the three forms in which it may be asked for (formats F10): one JSON
// file, one CSV for each table, a page to be printed.
#pragma once

#include "app/exchange/subject_copy.h"

namespace handbell::exchange {

struct NamedText {
  std::string name;  ///< "marks.csv"
  std::string text;
};

/// Tables with the columns Field and Value become one object, the others arrays of objects.
[[nodiscard]] std::string subject_json(const SubjectCopy& copy);
[[nodiscard]] std::vector<NamedText> subject_csvs(const SubjectCopy& copy);
/// All of them with their names: pupil.json, pupil.html, a CSV for each table.
[[nodiscard]] std::vector<NamedText> subject_files(const SubjectCopy& copy);
/// A whole HTML document that needs no other file.
[[nodiscard]] std::string subject_page(const SubjectCopy& copy);

}  // namespace handbell::exchange
