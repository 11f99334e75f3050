#include "app/exchange/pupil_index.h"

namespace handbell::exchange {

namespace {

/// As the register keeps it: a right UPN without blanks and in capitals, else as written.
std::string kept_upn(const std::string& text) {
  const auto upn = Upn::parse(text);
  return upn ? upn->text() : text;
}

/// What the register does not hold cannot disagree.
bool same_text(const std::string& written, const std::string& held) {
  return written.empty() || held.empty() || written == held;
}

template <class Map>
const reg::PupilRecord* find(const Map& map, const std::string& key) {
  const auto at = map.find(key);
  return key.empty() || at == map.end() ? nullptr : at->second;
}

}  // namespace

std::vector<Column> with_pupil_columns(std::vector<Column> more) {
  std::vector<Column> columns{
      {"UPN", {"unique pupil number"}, false},
      {"AdmissionNumber", {"adno", "admission no", "adm no", "misid"}, false}};
  columns.insert(columns.end(), more.begin(), more.end());
  return columns;
}

Status names_pupils(const Sheet& sheet) {
  if (sheet.has("UPN") || sheet.has("AdmissionNumber")) return {};
  return fail(FaultCode::column_missing, "UPN or AdmissionNumber");
}

PupilIndex::PupilIndex(const reg::School& school) {
  for (const auto& pupil : school.pupils) {
    if (!pupil.upn_written.empty()) by_upn_.emplace(pupil.upn_written, &pupil);
    if (!pupil.admission_number.empty()) by_number_.emplace(pupil.admission_number, &pupil);
  }
}

const reg::PupilRecord* PupilIndex::pupil_of(RowReader& row) const {
  const std::string upn = kept_upn(row.text("UPN"));
  const std::string number = row.text("AdmissionNumber");
  const std::string column = upn.empty() && !number.empty() ? "AdmissionNumber" : "UPN";
  if (upn.empty() && number.empty()) {
    row.refuse(column, sentence({FaultCode::pupil_not_named, "The row"}));
    return nullptr;
  }
  const auto* by_upn = find(by_upn_, upn);
  const auto* pupil = by_upn != nullptr ? by_upn : find(by_number_, number);
  if (pupil == nullptr) {
    row.refuse(column, sentence({FaultCode::pupil_unknown, upn.empty() ? number : upn}));
    return nullptr;
  }
  if (!same_text(upn, pupil->upn_written) || !same_text(number, pupil->admission_number)) {
    const std::string both = "UPN " + upn + " and admission number " + number;
    row.refuse("UPN", sentence({FaultCode::pupil_ambiguous, both}));
    return nullptr;
  }
  return pupil;
}

}  // namespace handbell::exchange
